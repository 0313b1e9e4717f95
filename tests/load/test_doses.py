"""Grammar sections 2 and 3: dose lines and keys to parts, and mistakes at their columns."""

import string
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.load.changes import Names
from planbuilder.load.doses import PART_KEYS, read_dose, read_parts
from planbuilder.load.nodes import Entries, compose
from planbuilder.load.reader import Reader
from planbuilder.model.change import Fixed, OneEach, Steps, Table, Walk
from planbuilder.model.dose import NONE, Parts, Quantity, Side, Tempo, Value
from planbuilder.problems import Source


def node_of(yaml):
    node, problems = compose(Source("plan.yaml", yaml))
    assert not problems
    assert isinstance(node, Entries)
    return node


def read(dose, **names):
    """The parts of `dose: ...` and the problems."""
    reader = Reader()
    parts = read_dose(node_of(f"dose: {dose}\n").entries[0][1], reader, Names(**names))
    return parts, reader.problems


def fixed(low, unit="", high=None, **more):
    return Fixed(None, q(low, unit, high, **more))


def q(low, unit="", high=None, relative=False, **more):
    value = Value(Fraction(str(low)), None if high is None else Fraction(str(high)), unit, **more)
    return Quantity((value,), relative=relative)


def tailed(tail, *number):
    return Fixed(None, replace(fixed(*number).value, tail=tail))


def words(text):
    return Fixed(None, Quantity(words=text))


def each(unit, *numbers):
    return Fixed(None, Quantity(tuple(Value(Fraction(n), unit=unit) for n in numbers)))


def side(how, *limbs, **more):
    return Fixed(None, Side(how, limbs, **more))


MAX = Fixed(None, Quantity((Value(form="max"),)))

LINES = {
    "3 x 8-10 each leg": Parts(sets=fixed(3), amount=fixed(8, high=10), side=side("each", "leg")),
    "3x10": Parts(sets=fixed(3), amount=fixed(10)),
    "3 × 8–10 steps each way, rest 30 s": Parts(
        sets=fixed(3), reps=fixed(8, "steps", 10), side=side("each", "way"), rest=fixed(30, "s")
    ),
    "3 x up to 30s": Parts(sets=fixed(3), time=fixed(30, "s", bound="up to")),
    "3 x 10 x 5s": Parts(sets=fixed(3), amount=fixed(10), hold=fixed(5, "s")),
    "10 reps x 5s": Parts(reps=fixed(10, "reps"), hold=fixed(5, "s")),
    "10 x 5s": Parts(sets=fixed(10), time=fixed(5, "s")),
    "12/10/8 @ 40/45/50kg": Parts(amount=each("", 12, 10, 8), load=each("kg", 40, 45, 50)),
    "4 x max @ RIR 0": Parts(sets=fixed(4), amount=MAX, effort=fixed(0, "RIR")),
    "10 each side hold 5s, rest 30s": Parts(
        amount=fixed(10), side=side("each", "side"), hold=fixed(5, "s"), rest=fixed(30, "s")
    ),
    '"3 x 10, hold for 3s to 5s"': Parts(sets=fixed(3), amount=fixed(10), hold=Walk(None, q(3, "s"), q(5, "s"))),
    "8RM": Parts(amount=fixed(8, "RM")),
    '"3 x 8 @ 75% @ RPE 7.5-8, tempo 3-1-2-0, rest 90s"': Parts(
        sets=fixed(3), amount=fixed(8), load=fixed(75, "%"), effort=fixed("7.5", "RPE", 8),
        tempo=Fixed(None, Tempo(("3", "1", "2", "0"))), rest=fixed(90, "s"),
    ),
    "12 @ 16kg a hand": Parts(amount=fixed(12), load=fixed(16, "kg", scope="a hand")),
    "3 x 12 each arm @ bodyweight + 5kg": Parts(
        sets=fixed(3), amount=fixed(12), side=side("each", "arm"),
        load=Fixed(None, Quantity((Value(Fraction(5), unit="kg"),), base="bodyweight")),
    ),
    "5/5 @ bodyweight + 5/10kg": Parts(
        amount=each("", 5, 5), load=Fixed(None, Quantity(each("kg", 5, 10).value.values, base="bodyweight"))
    ),
    "3 x 5 @ bodyweight - 10kg": Parts(
        sets=fixed(3), amount=fixed(5), load=Fixed(None, Quantity(each("kg", -10).value.values, base="bodyweight"))
    ),
    "3 x 2 @ 85% of today's best": Parts(
        sets=fixed(3), amount=fixed(2), effort=fixed(85, "% of today's best")
    ),
    "3 x 2 @ 85% of 1RM": Parts(sets=fixed(3), amount=fixed(2), load=fixed(85, "% 1RM")),
    "12+max+max, rest inside each set 20s": Parts(
        amount=Fixed(None, Quantity((Value(Fraction(12), form="cluster", bites=(12, 0, 0)),))), rest_reps=fixed(20, "s")
    ),
    "3 x 8, rest-reps 20s, rest-after 2min": Parts(
        sets=fixed(3), amount=fixed(8), rest_reps=fixed(20, "s"), rest_after=fixed(2, "min")
    ),
    "10 each leg @ ___kg": Parts(
        amount=fixed(10), side=side("each", "leg"), load=Fixed(None, Quantity((Value(unit="kg", form="blank"),)))
    ),
    "8 x 50m every 1:00": Parts(sets=fixed(8), distance=fixed(50, "m"), every=fixed(60, "clock")),
    "5km @ 5:10-5:20/km": Parts(distance=fixed(5, "km"), effort=fixed(310, "/km", 320)),
    "6 x 15s rest walk down": Parts(sets=fixed(6), time=fixed(15, "s"), rest=words("walk down")),
    "2 x 10 (no support) or 3 x 10 (holding on)": Parts(
        sets=fixed(2), amount=fixed(10), note=Fixed(None, "no support"),
        further=(Parts(sets=fixed(3), amount=fixed(10), note=Fixed(None, "holding on"), link="or"),),
    ),
    "5 (no grinding) then 3 x 2 (fast), then max": Parts(
        amount=fixed(5), note=Fixed(None, "no grinding"),
        further=(
            Parts(sets=fixed(3), amount=fixed(2), note=Fixed(None, "fast"), link="then"),
            Parts(amount=MAX, link="then"),
        ),
    ),
    "1 x 5 @ RPE 8, then 3 x 5 @ -10% then max": Parts(
        sets=fixed(1), amount=fixed(5), effort=fixed(8, "RPE"),
        further=(
            Parts(sets=fixed(3), amount=fixed(5), load=fixed(-10, "%", relative=True), link="then"),
            Parts(amount=MAX, link="then"),
        ),
    ),
    "6 x 400m @ 5k pace, rest 200m jog": Parts(
        sets=fixed(6), distance=fixed(400, "m"), effort=fixed(5, "k pace"), rest=tailed("jog", 200, "m")
    ),
    "3 x 3min, rest 1:30 easy jog": Parts(
        sets=fixed(3), time=fixed(3, "min"), rest=tailed("easy jog", 90, "clock")
    ),
    "8 @ 16kg kettlebell": Parts(amount=fixed(8), load=tailed("kettlebell", 16, "kg")),
    "8 @ 20kg + band": Parts(amount=fixed(8), load=tailed("+ band", 20, "kg")),
    "6/4/2 x 10s": Parts(amount=each("", 6, 4, 2), hold=fixed(10, "s")),
    "each leg, rest 45s": Parts(side=side("each", "leg"), rest=fixed(45, "s")),
    "as the physio showed you": Parts(amount=words("as the physio showed you")),
    "none": Parts(nothing=True),
    "–": Parts(nothing=True),
    "{words: Ice for 10 min}": Parts(amount=words("Ice for 10 min")),
    "20min @ easy": Parts(time=fixed(20, "min"), effort=words("easy")),
    "3 x 10 @ heavy": Parts(sets=fixed(3), amount=fixed(10), load=words("heavy")),
    "3 x 10 @ heavy @ RPE 8": Parts(sets=fixed(3), amount=fixed(10), load=words("heavy"), effort=fixed(8, "RPE")),
    "alternate legs each set, 3 times a day": Parts(
        side=side("alternate", "legs", turn="set"), times_a_day=fixed(3)
    ),
    "2 x 30s each leg and direction": Parts(sets=fixed(2), time=fixed(30, "s"), side=side("each", "leg", "direction")),
    "40s half each side": Parts(time=fixed(40, "s"), side=side("each", "side", half=True)),
    "1 x 8 weaker side": Parts(sets=fixed(1), amount=fixed(8), side=side("weaker", "side")),
    "2-3 x 10": Parts(sets=fixed(2, high=3), amount=fixed(10)),
    "3 x 10 tempo slow": Parts(sets=fixed(3), amount=fixed(10), tempo=Fixed(None, Tempo(words="slow"))),
    "3 x 10, tempo 31X0": Parts(sets=fixed(3), amount=fixed(10), tempo=Fixed(None, Tempo(("3", "1", "X", "0")))),
    "3 x 8-10, rest 30s (wider each set)": Parts(
        sets=fixed(3), amount=fixed(8, high=10), rest=fixed(30, "s"), note=Fixed(None, "wider each set")
    ),
    "3 x 20s to 45s, rest 30s": Parts(
        sets=fixed(3), time=Walk(None, q(20, "s"), q(45, "s")), rest=fixed(30, "s")
    ),
    "3 x 8 @ 60% to 75%": Parts(sets=fixed(3), amount=fixed(8), load=Walk(None, q(60, "%"), q(75, "%"))),
    "3 x 8 @ 30kg + 2.5kg a week": Parts(
        sets=fixed(3), amount=fixed(8), load=Steps(None, q(30, "kg"), q("2.5", "kg"))
    ),
    "2 to 4 x 10": Parts(sets=Walk(None, q(2), q(4)), amount=fixed(10)),
}  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_reads_as_its_parts(line):
    assert read(line) == (LINES[line], [])


@pytest.mark.parametrize(
    ("line", "column", "near"),
    [
        ("3 sets of 10", 7, "3 x 10"),
        ("20min easy", 7, "20min @ easy"),
        ("rset 60s", 7, "rest 60s"),
        ("3 x 10, rset 60s", 15, "3 x 10, rest 60s"),
        ("3 x mxa", 11, "3 x max"),
        ("3 x 8 -10", 11, "3 x 8-10"),
        ("3 x 10 12", 11, "3 x 10-12"),
        ("3 x 10 @ 5,5kg", 16, "3 x 10 @ 5.5kg"),
        ("3 x 10 each legs", 11, "3 x 10 each leg"),
        ("3 x 10 per side", 11, "3 x 10 each side"),
        ("3 x 10 20kg", 11, "3 x 10 @ 20kg"),
        ("3 x 10 reps, 60s rest", 20, "3 x 10 reps, rest 60s"),
        ("3 x 12 @ 20kg + 2.5kg per week", 29, "3 x 12 @ 20kg + 2.5kg a week"),
        ("10 reps slow", 7, "10 reps @ slow"),
        ("8 x 100m strides", 11, "8 x 100m @ strides"),
        ("10 x 10s hold", 12, "10 x 10s (hold)"),
        ("2 x 20 alternating", 11, "2 x 20 alternate"),
        ("1/2 mile", 7, "0.5 mile"),
        ("½ mile", 7, "0.5 mile"),
        ("10, 8, 6", 11, "10/8/6"),
        ("4 x 100m to 8 x 100m rest 20s", 23, "4 to 8 x 100m rest 20s"),
        ("2 x 8 to 4 x 12", 20, "2 to 4 x 8 to 12"),
    ],
)
def test_a_slip_in_a_line_is_shown_the_whole_line_as_it_was_meant(line, column, near):
    parts, (problem,) = read(line)
    assert parts is None
    assert problem.place.column == column
    assert problem.advice == f"did you mean {near}?"


@pytest.mark.parametrize(
    ("line", "column", "message", "advice"),
    [
        ("3 x 10, rest 60", 20, 'rest: "60" needs a unit.', "write 60s or 60min"),
        ("10 @ 20", 12, '"20" is neither a load nor an effort.', "write 20kg, 20lb or RPE 20"),
        ("20 + 4 x 5", 7, '"20 + 4" cannot be read as an amount.', "write it like 3 x 10"),
        ('"[10km, 12km]"', 8, "Brackets in quotes are read as words.", "take the quotes away"),
        ("30kg", 7, '"30kg" is no amount.', "write how many, then the load: 10 @ 30kg"),
        ("4 sets", 7, "This says how many sets, but not of what.", "write sets: 4, or 4 x 10"),
        ("3 x 10 each leg each side", 23, 'This dose says "side" twice.', "say each part once"),
        ("3 x 10 (slow) (deep)", 21, "A dose has one note.", "put both into one pair of brackets"),
        ("Ice for 10 min", 7, '"Ice for 10 min" cannot be read as an amount.',
         "to print it as it stands, write {words: Ice for 10 min}"),
        ("3 x 10, 5s in the hold", 15, '"5s in the hold" is no part of a dose.',
         "a hold stands behind the reps: 3 x 10 x 5s; or say hold: 5s"),
        ("6 x 400m rest 200m in 60s", 21, '"200m in 60s" cannot be read as an amount.',
         "to print it as it stands, write rest: {words: 200m in 60s}"),
        ("3 x 8, last set max", 14, '"last set max" is no part of a dose.',
         "write a number for each set: 8/8/8+, or 8/8/max"),
        ('"3 x 10, rest 60"', 21, 'rest: "60" needs a unit.', "write 60s or 60min"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_column(line, column, message, advice):
    parts, (problem,) = read(line)
    assert parts is None
    assert (problem.place.line, problem.place.column) == (1, column)
    assert (problem.message, problem.advice) == (message, advice)


def keys(yaml, **names):
    reader = Reader()
    return read_parts(node_of(yaml).entries, reader, Names(**names)), reader.problems


def test_keys_lie_on_top_of_the_dose():
    parts, problems = keys("dose: 3 x 10 each leg, rest 30s\nreps: 8-10\nside: each arm\nload: none\n")
    assert not problems
    assert parts == Parts(
        sets=fixed(3), reps=fixed(8, high=10), side=side("each", "arm"), rest=fixed(30, "s"), load=Fixed(None, NONE)
    )


def test_every_part_can_be_a_key():
    parts, problems = keys(
        "sets: -1\ntime: 30s\nhold: 5s\nside: each leg\nload: 20kg + 2.5kg a week to 40kg\neffort: RPE 7\n"
        "tempo: 3-1-2-0\nrest: 1:30\nrest-after: 2min\nrest-reps: 10s\nevery: 1min\ntimes-a-day: 2\nnote: {1: Slowly}\n"
    )
    assert not problems
    assert parts.sets == Fixed(None, Quantity((Value(Fraction(-1)),), relative=True))
    assert parts.load == Steps(None, q(20, "kg"), q("2.5", "kg"), limit=q(40, "kg"))
    assert (parts.rest, parts.rest_after, parts.rest_reps) == (fixed(90, "clock"), fixed(2, "min"), fixed(10, "s"))
    assert isinstance(parts.note, Table)
    assert parts.note.gaps


def test_every_part_key_has_a_field():
    fields = {key.replace("-", "_") for key in PART_KEYS}
    assert fields <= set(Parts.__slots__)


@pytest.mark.parametrize(
    ("yaml", "message", "advice"),
    [
        ("rest: 60\n", 'rest: "60" needs a unit.', "write 60s or 60min"),
        ("load: 20\n", 'load: "20" needs a unit.', "write 20kg or 20lb"),
        ("time: 20kg\n", 'time: "20kg" is a load.', "say load: 20kg"),
        ("effort: 80%\n", 'effort: "80%" is a load.', "write 80%HRmax, or say load: 80%"),
        ("sets: three\n", "sets: this needs a number.", "write it in digits"),
        ("side: each legs\n", '"each legs" is no side.', "did you mean each leg?"),
        ("side: per side\n", '"per side" is no side.', "did you mean each side?"),
        ("tempo: 3/1/2/0\n", '"3/1/2/0" is no tempo.', "did you mean 3-1-2-0?"),
    ],
)
def test_a_wrong_part_says_what_to_write(yaml, message, advice):
    _, (problem,) = keys(yaml)
    assert (problem.message, problem.advice) == (message, advice)


def test_a_dose_may_be_a_table_or_a_list_of_lines_and_maps():
    table, problems = read("{Learn: 2 x 8, Build: {sets: 3, reps: [8, 10]}}", phases=("Learn", "Build"))
    assert not problems
    assert isinstance(table.dose, Table)
    assert [key.names for key, _ in table.dose.rows] == [("Learn",), ("Build",)]
    assert table.dose.rows[0][1] == Fixed(None, Parts(sets=fixed(2), amount=fixed(8)))
    assert table.dose.rows[1][1] == Fixed(None, Parts(sets=fixed(3), reps=OneEach(None, (fixed(8), fixed(10)))))
    listed, problems = read("[2 x 8, 3 x 8]")
    assert not problems
    assert isinstance(listed.dose, OneEach)


def test_a_misspelt_row_and_a_misspelt_part_are_both_told():
    _, (problem,) = read("{Learn: 2 x 8, Biuld: 3 x 8}", phases=("Learn", "Build"))
    assert problem.advice == "did you mean Build?"
    _, (problem,) = read("{sets: 3, repz: 8}")
    assert problem.message == 'There is no "repz" here.'


def test_a_long_line_is_refused_and_hostile_ones_are_read_in_no_time():
    _, (problem,) = read("3 x " + "10 " * 200)
    assert problem.message == "This is too long for a dose."
    for line in (
        "(" * 150,
        "3 x " * 70,
        "each leg " * 30,
        " or 1" * 55,
        "1-" * 140,
        "a, " * 90,
        "@ " * 140,
        "1 to " * 55,
    ):
        read(repr(line))


@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            [*string.digits, "x", "3", "10", "8-10", "30s", "each leg", "@", "20kg", "RPE 7", "or", ",", "rest", "(",
             ")", "to", "a week", "+", "tempo", "max", "every", "times a day", "slowly", "none", "/", "half"]
        ),
        max_size=12,
    ).map(" ".join)
)  # fmt: skip
def test_any_text_gives_parts_or_problems(text):
    quoted = '"' + text.replace("\\", "").replace('"', "").replace("\n", " ") + '"'
    node, problems = compose(Source("plan.yaml", f"dose: {quoted}\n"))
    if problems or not isinstance(node, Entries):
        return
    reader = Reader()
    parts = read_dose(node.entries[0][1], reader, Names())
    assert (parts is None) == bool(reader.problems)
    for problem in reader.problems:
        assert problem.message
        assert isinstance(problem.advice, str)
