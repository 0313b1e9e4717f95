"""Nodes to records, led by their fields; every mistake at its line, all at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planbuilder.load.nodes import Node, Scalar, compose
from planbuilder.load.records import Reader, Readers, Spread, decode, known_keys, shape_of
from planbuilder.problems import Place, Source, Word


@dataclass(frozen=True, slots=True)
class Leg:
    alone: ClassVar[str] = "name"

    name: str
    length: int = 0
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Runner:
    place: Place
    name: Annotated[str, "What the runner is called"]
    from_: str = ""
    best_time: float = 0.0
    fast: bool = False
    shoe: Literal["left", "right"] | None = None
    tags: tuple[Word, ...] = ()
    legs: tuple[Leg, ...] = ()
    swaps: tuple[tuple[Word, tuple[Leg, ...]], ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    raw: object = None
    dose: frozenset[str] = frozenset()
    id: str = field(default="", metadata={"written": False})


def read_upper(node: Node, reader: Reader) -> str | None:
    text = reader.text(node)
    return text.upper() if text else None


READERS: Readers = {
    "from_": read_upper,
    frozenset[str]: Spread(
        frozenset(("sets", "reps")),
        lambda given, _: frozenset(f"{key.text}={getattr(value, 'text', '')}" for key, value in given),
    ),
}


def read(text: str, readers: Readers = READERS) -> tuple[Runner | None, list[str]]:
    node, problems = compose(Source("x.yaml", text))
    assert node is not None
    reader = Reader()
    runner = decode(Runner, node, reader, readers)
    told = [f"{p.place}: {p.message} ({p.advice})" for p in (*problems, *reader.problems)]
    return runner, told


def test_every_type_of_field() -> None:
    runner, told = read(
        "name: No\nfrom: here\nbest-time: 9.5\nfast: yes\nshoe: left\ntags: [a, b]\n"
        "legs: [long, {name: short, length: 010}]\n"
        "swaps: {x: {name: y}, z: [a, b]}\nwords: {one: 1:30}\nraw: {any: thing}\nreps: 8-10\nsets: 3\n"
    )
    assert told == []
    assert runner is not None
    assert (runner.name, runner.from_, runner.best_time, runner.fast) == ("No", "HERE", 9.5, True)
    assert (runner.shoe, runner.tags) == ("left", (Word("a"), Word("b")))
    assert runner.legs == (Leg("long"), Leg("short", 10))
    assert runner.swaps == ((Word("x"), (Leg("y"),)), (Word("z"), (Leg("a"), Leg("b"))))
    assert dict(runner.words) == {"one": "1:30"}
    assert runner.dose == {"sets=3", "reps=8-10"}
    assert not isinstance(runner.raw, Scalar)
    assert str(runner.place) == "x.yaml:1:1"
    assert str(runner.legs[1].place) == "x.yaml:7:14"
    assert str(runner.tags[1].place) == "x.yaml:6:11"


def test_a_single_thing_counts_as_a_list_of_one() -> None:
    runner, told = read("name: A\ntags: a\nlegs: {name: b, length: 2}\n")
    assert told == []
    assert runner is not None
    assert (runner.tags, runner.legs) == ((Word("a"),), (Leg("b", 2),))


def test_all_mistakes_at_once() -> None:
    runner, told = read(
        "nmae: A\nbest-time: fast\nfast: maybe\nshoe: lfet\ntags: [a, {b: c}, [d]]\n"
        "legs: [{name: x, length: 1.5}, {length: 1}]\nswaps: [a]\nrepz: 3\nid: x\n"
    )
    assert runner is None
    assert told == [
        'x.yaml:1:1: There is no "nmae" here. (did you mean name?)',
        'x.yaml:2:12: A number is needed here, not "fast". (write it in digits: 3 or 2.5)',
        'x.yaml:3:7: This is yes or no, not "maybe". (write yes, or no)',
        'x.yaml:4:7: "lfet" is not possible here. (did you mean left?)',
        "x.yaml:5:11: One text is needed here, not keys with values. (a text that starts with { goes in quotes)",
        "x.yaml:5:19: One text is needed here, not a list. (a text that starts with [ goes in quotes)",
        'x.yaml:6:26: A whole number is needed here, not "1.5". (write it in digits: 3)',
        'x.yaml:6:32: "name" is missing here. (write "name: ..." as well)',
        "x.yaml:7:8: Keys with values are needed here, not a list. (write a key, a colon, a space and the value)",
        'x.yaml:8:1: There is no "repz" here. (did you mean reps?)',
        (
            'x.yaml:9:1: There is no "id" here. '
            "(write one of: name, from, best-time, fast, shoe, tags, legs, swaps, words, raw, reps, sets)"
        ),
    ]


def test_what_is_wrong_with_an_optional_key_leaves_its_default() -> None:
    runner, told = read("name: A\nlegs:\n  - length: 1\n  - b\n")
    assert len(told) == 1
    assert runner is not None
    assert runner.legs == (Leg("b"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name:", "x.yaml:1:6: There is nothing here. (write what it should say, or take the line out)"),
        (
            "name: #1 move",
            "x.yaml:1:6: There is nothing here. (what follows # is a comment: a text with # goes in quotes)",
        ),
        ("name: ''", "x.yaml:1:7: There is nothing here. (write what it should say, or take the line out)"),
        ("name: A\ntags:", "x.yaml:2:6: There is nothing here. (write what it should say, or take the line out)"),
        (
            "name: A\nlegs:\n  - Knees soft: bend",
            (
                "x.yaml:3:5: One text is needed here, not keys with values. "
                '(a text with a colon goes in quotes: "Knees soft: ...")'
            ),
        ),
        (
            "{name: A, from: here, rest 30s}",
            (
                'x.yaml:1:23: "rest 30s" has nothing after it. '
                "(if a comma parted it from the text before, put that whole text in quotes)"
            ),
        ),
        ("{name: A, from:here}", "x.yaml:1:11: A space is missing after the colon. (write from: here)"),
        (
            "name:A",
            "x.yaml:1:1: Keys with values are needed here, not one text. (leave a space after the colon: name: ...)",
        ),
        (
            "- a",
            "x.yaml:1:1: Keys with values are needed here, not a list. (write a key, a colon, a space and the value)",
        ),
    ],
)
def test_traps_of_yaml_get_a_hint(text: str, message: str) -> None:
    assert read(text)[1][0] == message


def test_a_text_over_several_lines_becomes_one_line() -> None:
    runner, told = read("name: |\n  one\n  two\nfrom: >\n  three\n\n  four\n")
    assert told == []
    assert runner is not None
    assert (runner.name, runner.from_) == ("one two", "THREE FOUR")


def test_the_shape_of_a_record_is_its_fields() -> None:
    shape = shape_of(Runner)
    assert shape is shape_of(Runner)
    assert [key.key for key in shape.keys][:3] == ["name", "from", "best-time"]
    assert shape.by_key["name"].meaning == "What the runner is called"
    assert known_keys(shape, READERS)[-2:] == ("reps", "sets")


def test_the_heap_of_mistakes_has_a_bound() -> None:
    node, _ = compose(Source("x.yaml", "{name: a, " + ", ".join(f"k{i}: v" for i in range(3000)) + "}"))
    assert node is not None
    reader = Reader()
    assert decode(Runner, node, reader) is not None
    assert len(reader.problems) == 500


KEYS = st.sampled_from([key.key for key in shape_of(Runner).keys] + ["reps", "sets", "", "x y", "<<", "place"])
VALUES = st.recursive(
    st.sampled_from(["", "a", "yes", "1", "left", "'q'", "[]", "{}", "#", "a b"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.lists(st.tuples(KEYS, inner), max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        ),
    ),
    max_leaves=12,
)


@given(VALUES)
@settings(max_examples=300, deadline=None)
def test_anything_gives_a_record_or_problems(text: str) -> None:
    node, problems = compose(Source("x.yaml", text))
    reader = Reader()
    runner = decode(Runner, node, reader, READERS) if node is not None else None
    assert runner is not None or problems or reader.problems
    for problem in reader.problems:
        assert problem.message
        assert problem.advice is not None
