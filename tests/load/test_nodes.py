"""YAML text to nodes: scalars as written, places, bounds; any text gives nodes or problems, never a traceback."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planbuilder.load.nodes import Entries, Items, Node, Scalar, compose
from planbuilder.problems import Source, told


def composed(text: str) -> Node:
    node, problems = compose(Source("x.yaml", text))
    assert not problems
    assert node is not None
    return node


def complaints(text: str) -> list[str]:
    return [f"{p.place}: {p.message}" for p in compose(Source("x.yaml", text))[1]]


def plain(node: Node) -> object:
    match node:
        case Scalar():
            return node.text
        case Items():
            return [plain(item) for item in node.items]
        case Entries():
            return {key.text: plain(value) for key, value in node.entries}


@pytest.mark.parametrize(
    "written",
    ["no", "on", "1:30", "010", "8-10", "2026-12-01", "~", "null", "1e3", ".inf", "0x10", "1_000", "true", "3:30:00"],
)
def test_scalars_arrive_as_written(written: str) -> None:
    node = composed(f"rest: {written}")
    assert isinstance(node, Entries)
    assert node.get("rest") == Scalar(node.source, 1, 7, written)


def test_every_kind_of_node_and_its_place() -> None:
    node = composed('do:\n  - squat: {reps: "10"}\n  - plank\n')
    assert plain(node) == {"do": [{"squat": {"reps": "10"}}, "plank"]}
    assert isinstance(node, Entries)
    do = node.get("do")
    assert isinstance(do, Items)
    assert str(do.items[1].place) == "x.yaml:3:5"
    squat = do.items[0]
    assert isinstance(squat, Entries)
    reps = squat.entries[0][1]
    assert isinstance(reps, Entries)
    assert reps.entries[0][1] == Scalar(node.source, 2, 19, "10", quoted=True)


def test_columns_count_characters_behind_accents_and_wide_letters() -> None:
    node = composed("kürzer: {日本: x}")
    assert isinstance(node, Entries)
    inner = node.entries[0][1]
    assert isinstance(inner, Entries)
    assert (inner.column, inner.entries[0][1].column) == (9, 14)


def test_windows_line_ends() -> None:
    assert plain(composed("a: b\r\nc:\r\n  - d\r\n")) == {"a": "b", "c": ["d"]}


def test_folded_and_literal_texts() -> None:
    assert plain(composed("a: >-\n  one\n  two\nb: |\n  one\n  two\n")) == {"a": "one two", "b": "one\ntwo\n"}


def test_mistakes_that_yaml_lets_pass_are_reported_together() -> None:
    text = 'a: 1\na: 2\nb: &x y\nc: *x\n<<: {d: e}\n[f]: g\nh: {"": h}\ni: !tag j\n'
    assert complaints(text) == [
        'x.yaml:3:4: A text that starts with "&" goes in quotes.',
        'x.yaml:4:4: A text that starts with "*" goes in quotes.',
        "x.yaml:7:5: A key is missing before this colon.",
        'x.yaml:8:4: A text that starts with "!" goes in quotes.',
        'x.yaml:2:1: "a" stands here twice; the first is in line 1.',
        'x.yaml:5:1: "<<" is not known here.',
        "x.yaml:6:1: A key is one text, not a list or a map.",
    ]


def test_what_is_well_formed_survives_a_duplicate() -> None:
    node, problems = compose(Source("x.yaml", "a: 1\nb: 2\na: 3\n"))
    assert len(problems) == 1
    assert node is not None
    assert plain(node) == {"a": "1", "b": "2"}


def test_a_quoted_merge_sign_is_a_text() -> None:
    assert plain(composed('"<<": a')) == {"<<": "a"}


def test_invisible_characters_are_found_in_the_text_and_in_escapes() -> None:
    assert complaints("a: b\nc: d\x07e\n") == ["x.yaml:2:5: An invisible character (U+0007) stands here."]
    assert complaints('a: "\\e[31m"\n') == ["x.yaml:1:4: An invisible character (U+001B) stands here."]
    assert complaints("a: \ud800") == ["x.yaml:1:4: An invisible character (U+D800) stands here."]


HOSTILE = {
    "brackets": "[" * 200_000,
    "braces": "{" * 200_000,
    "maps in lists": "[{a: " * 50_000,
    "dashes": "- " * 200_000,
    "question marks": "? " * 200_000,
    "billion laughs": "a: &a [x,x]\n" + "".join(f"b{i}: &b{i} [*a,*a,*a]\n" for i in range(500)),
    "merge bomb": "a: &a {x: 1}\n" + "<<: [*a, *a]\n" * 5000,
    "nodes": "- a\n" * 240_000,
    "duplicates": "a: b\n" * 90_000,
    "invisible": "\x01\n" * 400_000,
    "quotes": "'" * 900_001,
    "comment": "#" * 900_000,
    "swallowed dashes": "- x\n  - y\n" * 80_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_end_soon_with_a_problem(text: str) -> None:
    start = time.process_time()
    _, problems = compose(Source("x.yaml", text))
    assert 1 <= len(problems) <= 101
    assert time.process_time() - start < 5
    assert all(told(problem) for problem in problems)


def test_forty_levels_are_enough_and_the_limit() -> None:
    assert composed("[" * 40 + "]" * 40)
    assert complaints("[" * 41 + "]" * 41) == ["x.yaml:1:41: Too many lists and maps lie inside one another here."]


SIGNS = st.text(st.sampled_from("ab: -[]{}#&*!|>'\"%@`,?\n\t\r\\0é\u2028\x85<"), max_size=60)


@given(st.one_of(SIGNS, st.text(max_size=60)))
@settings(max_examples=400, deadline=None)
def test_any_text_gives_a_node_or_problems(text: str) -> None:
    source = Source("x.yaml", text)
    node, problems = compose(source)
    assert node is not None or problems
    for problem in problems:
        assert problem.place is not None
        assert 0 <= problem.place.line <= len(text) + 1
        assert problem.message
        assert told(problem).startswith("x.yaml")
