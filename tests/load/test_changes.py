"""Grammar section 4: how change over the weeks is written."""

from fractions import Fraction

import pytest

from planbuilder.load.changes import Names, is_table, nearest_key, read_amounts, read_change, read_key
from planbuilder.load.nodes import Entries, compose
from planbuilder.load.reader import Reader
from planbuilder.model.change import Fixed, Key, OneEach, Steps, Table, Walk
from planbuilder.model.dose import Quantity, Value
from planbuilder.problems import Place, Source

NAMES = Names(phases=("Learn", "Build", "Strong", "Even out"), stages=("Calm",), levels=("A", "B"))
HERE = Place(Source("plan.yaml", ""), 1, 1)


def q(low, unit="", high=None, **more):
    return Quantity((Value(Fraction(str(low)), None if high is None else Fraction(str(high)), unit, **more),))


def amounts(yaml, what="load", kinds=None):
    node, problems = compose(Source("plan.yaml", f"{what}: {yaml}\n"))
    assert not problems
    assert isinstance(node, Entries)
    reader = Reader()
    return read_amounts(node.entries[0][1], reader, NAMES, what, kinds), reader.problems


CHANGES = {
    "10": Fixed(None, q(10)),
    "8-10 to 12-15": Walk(None, q(8, high=10), q(12, high=15)),
    "20 to 30kg": Walk(None, q(20, "kg"), q(30, "kg")),
    "up to 20s to 30s": Walk(None, q(20, "s", bound="up to"), q(30, "s", bound="up to")),
    "RPE 7 to 9": Walk(None, q(7, "RPE"), q(9, "RPE")),
    "5:30 to 5:10/km": Walk(None, q(330, "/km"), q(310, "/km")),
    "60s to 3min": Walk(None, q(60, "s"), q(3, "min")),
    "20kg + 2.5kg a week": Steps(None, q(20, "kg"), q("2.5", "kg")),
    "20kg + 2.5kg every 2 weeks": Steps(None, q(20, "kg"), q("2.5", "kg"), every=2),
    "20kg + 1kg a session": Steps(None, q(20, "kg"), q(1, "kg"), beat="session"),
    "5 + 1 a day": Steps(None, q(5), q(1), beat="day"),
    "5 + 1 a stage": Steps(None, q(5), q(1), beat="stage"),
    "90% + 2.5% a cycle": Steps(None, q(90, "%"), q("2.5", "%"), beat="cycle"),
    "3min - 30s a week": Steps(None, q(3, "min"), q(30, "s"), down=True),
    "8km + 10% a week": Steps(None, q(8, "km"), q(10, "%")),
    "20kg + 2.5kg a week to 40kg": Steps(None, q(20, "kg"), q("2.5", "kg"), limit=q(40, "kg")),
    "bodyweight + 5kg when pain-free": Steps(None, Quantity(base="bodyweight"), q(5, "kg"), words="when pain-free"),
    '"bodyweight, + 5 kg when pain-free"': Steps(None, Quantity(base="bodyweight"), q(5, "kg"), words="when pain-free"),
    "[5, 6, 8]": OneEach(None, (Fixed(None, q(5)), Fixed(None, q(6)), Fixed(None, q(8)))),
    "walk to the start": Fixed(None, Quantity(words="walk to the start")),
    "{words: 2 to 3 of each}": Fixed(None, Quantity(words="2 to 3 of each")),
}


@pytest.mark.parametrize("yaml", CHANGES)
def test_a_change_reads_as_written(yaml):
    assert amounts(yaml) == (CHANGES[yaml], [])


def rows(yaml):
    table, problems = amounts(yaml)
    assert not problems
    assert isinstance(table, Table)
    return table


def test_a_table_by_weeks():
    table = rows("{1-2: 8-10, 3 and 5: 10-12, 6+: 12-15, else: 4}")
    assert table.kind == "week"
    assert [key.numbers for key, _ in table.rows] == [((1, 2),), ((3, 3), (5, 5)), ((6, None),)]
    assert table.otherwise == Fixed(None, q(4))


@pytest.mark.parametrize(
    ("yaml", "kind"),
    [
        ("{Learn: 8, Build: 10, Strong: 12}", "phase"),
        ("{learn: 8, else: 10}", "phase"),
        ("{Calm: 8, else: 10}", "stage"),
        ("{A: 10, B: 12}", "level"),
        ("{cycle 1: 10, cycle 2-3: 12}", "cycle"),
        ("{tue: 10, Friday: 8}", "weekday"),
        ("{1st: 10, 2nd: 8, 3rd: 6}", "time"),
    ],
)
def test_a_table_goes_by_one_kind_of_key(yaml, kind):
    assert rows(yaml).kind == kind


def test_tables_and_lists_nest():
    table = rows("{Learn: [8, 9], else: {tue: 10 to 12, fri: 8}}")
    assert isinstance(table.rows[0][1], OneEach)
    inner = table.otherwise
    assert isinstance(inner, Table)
    assert isinstance(inner.rows[0][1], Walk)


@pytest.mark.parametrize(
    ("yaml", "message", "advice"),
    [
        ("{Lern: 8, Build: 10}", '"Lern" is no week, phase, stage, level or day of this plan.', "did you mean Learn?"),
        ("{week 1: 8, 2+: 10}", '"week 1" is no week, phase, stage, level or day of this plan.', "did you mean 1?"),
        ("{3-1: 8, 4+: 10}", '"3-1" is no week, phase, stage, level or day of this plan.', "did you mean 1-3?"),
        ("{1-3: 8, 3-4: 9}", '"3-4" says again what "1-3" says.', ""),
        ("{1+: 8, 4: 9}", '"4" says again what "1+" says.', ""),
        ("{Learn: 8, 3+: 9}", 'A table goes by one thing: "Learn" is one of the phases, "3+" is not.',
         "put one table into the other: Learn: {3+: ..., else: ...}"),
        ("[]", "This list is empty.", "write one value a week, or take it out"),
        ("20kg + 2.5kg per week", '"per week" is not a time after which a step comes.',
         "did you mean 20kg + 2.5kg a week?"),
        ("20kg + 2.5kg a wek", '"a wek" is not a time after which a step comes.', "did you mean 20kg + 2.5kg a week?"),
        ("20kg + 5s a week", '"5s" cannot be added to "20kg".',
         "use the same unit for both, and one number for the step"),
        ("8 to 12/10/8", '"8" cannot walk to "12/10/8".',
         "both ends need numbers of the same kind, and the same number of sets"),
    ],
)  # fmt: skip
def test_a_wrong_change_says_what_to_write(yaml, message, advice):
    found, (problem,) = amounts(yaml)
    assert found is None
    assert (problem.message, problem.advice) == (message, advice)


def test_a_key_knows_names_whatever_their_case_and_names_with_and():
    names = Names(phases=("Up and down",))
    assert read_key("up and DOWN", HERE, names) == Key(HERE, "phase", names=("Up and down",), text="up and DOWN")
    assert read_key("tue and fri", HERE, names).names == ("tue", "fri")
    assert read_key("nonsense", HERE, names) is None
    assert nearest_key("Fryday", names) == "friday"


def test_a_map_is_a_table_only_when_all_its_keys_are():
    def table(yaml):
        node, _ = compose(Source("plan.yaml", yaml))
        return is_table(node, NAMES)

    assert table("{1: a, else: b}")
    assert not table("{1: a, sets: b}")
    assert not table("{}")


def test_notes_are_texts_that_change():
    node, _ = compose(Source("plan.yaml", "{1: Slowly. Form comes first}"))
    reader = Reader()
    table = read_change(node, reader, NAMES, lambda text, place, reader: text, gaps=True)
    assert isinstance(table, Table)
    assert table.rows[0][1] == Fixed(None, "Slowly. Form comes first")
    assert not reader.problems


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Learn-Strong", "phase", ("Learn", "Build", "Strong")),
        ("learn – build", "phase", ("Learn", "Build")),
        ("Calm-Go and Run-walk", "stage", ("Calm", "Go", "Run-walk")),
        ("mon-wed", "weekday", ("mon", "tue", "wed")),
        ("Run-walk", "stage", ("Run-walk",)),
        ("Strong-Learn", None, ()),
        ("Calm-Build", None, ()),
        ("calm-go", None, ()),
    ],
)
def test_names_from_one_to_another(text, kind, names):
    """A run of names of one kind in their order; an exercise that is called so comes first."""
    known = Names(("Learn", "Build", "Strong"), ("Calm", "Go", "Run-walk"), taken=frozenset(("calm-go",)))
    key = read_key(text, Place(Source("plan.yaml", text), 1, 1), known)
    assert (key.kind if key else None, key.names if key else ()) == (kind, names)
