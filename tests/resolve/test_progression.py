"""Grammar sections 3 and 4: layers, and what changes, at a moment."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.load.changes import Names, read_amounts
from planbuilder.load.doses import PART_KEYS, read_dose, read_parts
from planbuilder.load.nodes import compose
from planbuilder.load.reader import Reader
from planbuilder.model.change import Walk
from planbuilder.model.dose import Layer, Plates, Quantity, Resolved, Value
from planbuilder.problems import Source
from planbuilder.resolve.progression import Calendar, Moment, dose_at, quantity_at
from planbuilder.resolve.wording import Wording

NAMES = Names(phases=("Learn", "Build", "Strong", "Easy"), stages=("Calm", "Go"), levels=("A", "B"))
SIX = Calendar(numbers=(1, 2, 3, 4, 5, 6), phases={"Learn": (0, 1), "Build": (2, 3), "Strong": (4, 5), "Easy": (3, 5)})
SAY = Wording()


def parsed(yaml):
    node, problems = compose(Source("plan.yaml", yaml))
    assert not problems
    return node


def said(quantity):
    return SAY.quantity(quantity).replace("\u00a0", " ") if quantity else None


def over(yaml, calendar=SIX, weeks=None, plates=None, **moment):
    """The printed quantity of a change in every week."""
    reader = Reader()
    change = read_amounts(parsed(f"part: {yaml}").entries[0][1], reader, NAMES, "part")
    assert not reader.problems
    problems = []
    found = [
        said(quantity_at(change, Moment(calendar, p, **moment), problems, weeks, plates or Plates()))
        for p in range(len(calendar.numbers) or 1)
    ]
    return found if not problems else [problem.message for problem in problems]


def weeks(count, **more):
    return Calendar(numbers=tuple(range(1, count + 1)), **more)


@pytest.mark.parametrize(
    ("yaml", "count", "printed"),
    [
        ("10", 3, ["10", "10", "10"]),
        ("8-10 to 12-15", 6, ["8–10", "9–11", "10–12", "10–13", "11–14", "12–15"]),
        ("8-10 to 12-15", 2, ["8–10", "12–15"]),
        ("10 to 12-15", 3, ["10", "11–13", "12–15"]),
        ("20s to 45s", 6, ["20 s", "25 s", "30 s", "35 s", "40 s", "45 s"]),
        ("2s to 5s", 4, ["2 s", "3 s", "4 s", "5 s"]),
        ("3min to 6min", 5, ["3 min", "3:45 min", "4:30 min", "5:30 min", "6 min"]),
        ("5min to 30min", 8, ["5 min", "8:30 min", "12 min", "16 min", "19 min", "23 min", "26 min", "30 min"]),
        ("1h to 2h", 3, ["1 h", "1:30 h", "2 h"]),
        ("30s to 50s", 6, ["30 s", "35 s", "40 s", "40 s", "45 s", "50 s"]),
        ("3min to 4min", 3, ["3 min", "3:30 min", "4 min"]),
        ("60s to 3min", 3, ["60 s", "2 min", "3 min"]),
        ("1:00 to 2:00", 3, ["1:00 min", "1:30 min", "2:00 min"]),
        ("45s to 30s", 4, ["45 s", "40 s", "35 s", "30 s"]),
        ("20m to 60m", 4, ["20 m", "35 m", "45 m", "60 m"]),
        ("100m to 200m", 4, ["100 m", "130 m", "170 m", "200 m"]),
        ("8km to 16km", 10, ["8 km", "9 km", "10 km", "10.5 km", "11.5 km", "12.5 km", "13.5 km", "14 km", "15 km",
                             "16 km"]),
        ("3mi to 5mi", 3, ["3 mi", "4 mi", "5 mi"]),
        ("20kg to 30kg", 4, ["20 kg", "22.5 kg", "27.5 kg", "30 kg"]),
        ("11kg to 14kg", 4, ["11 kg", "12.5 kg", "12.5 kg", "14 kg"]),
        ("45lb to 65lb", 3, ["45 lb", "55 lb", "65 lb"]),
        ("60% to 75%", 4, ["60 %", "65 %", "70 %", "75 %"]),
        ("RPE 7 to 9", 4, ["RPE 7", "RPE 8", "RPE 8", "RPE 9"]),
        ("RPE 7 to 8.5", 4, ["RPE 7", "RPE 7.5", "RPE 8", "RPE 8.5"]),
        ("12/10/8 to 15/12/9", 4, ["12/10/8", "13/11/8", "14/11/9", "15/12/9"]),
        ("5:30 to 5:10/km", 3, ["5:30/km", "5:20/km", "5:10/km"]),
        ("up to 20s to 30s", 3, ["up to 20 s", "up to 25 s", "up to 30 s"]),
        ("5+ to 7+", 3, ["5+", "6+", "7+"]),
        ("8 to 10 steps", 3, ["8 steps", "9 steps", "10 steps"]),
        ("bodyweight + 5kg to 10kg", 3, ["bodyweight + 5 kg", "bodyweight + 7.5 kg", "bodyweight + 10 kg"]),
        ("20kg + 2.5kg a week", 4, ["20 kg", "22.5 kg", "25 kg", "27.5 kg"]),
        ("20kg + 2.5kg every 2 weeks", 4, ["20 kg", "20 kg", "22.5 kg", "22.5 kg"]),
        ("20kg + 10kg a week to 40kg", 4, ["20 kg", "30 kg", "40 kg", "40 kg"]),
        ("3min - 30s a week", 3, ["3 min", "2:30 min", "2 min"]),
        ("3min - 30s a week to 2min", 4, ["3 min", "2:30 min", "2 min", "2 min"]),
        ("8km + 10% a week", 4, ["8 km", "9 km", "9.5 km", "10.5 km"]),
        ("60% + 2.5% a week", 3, ["60 %", "62.5 %", "65 %"]),
        ("bodyweight + 2.5kg a week", 3, ["bodyweight", "bodyweight + 2.5 kg", "bodyweight + 5 kg"]),
        ("8-10 + 1 a week to 12", 4, ["8–10", "9–11", "10–12", "11–12"]),
        ("bodyweight + 5kg when pain-free", 2, ["bodyweight, + 5 kg when pain-free"] * 2),
        ("[5, 6, 8]", 3, ["5", "6", "8"]),
        ("{1-2: 8-10, 3-4: 10-12, 5+: 12-15}", 6, ["8–10", "8–10", "10–12", "10–12", "12–15", "12–15"]),
        ("{1 and 3: 8, else: 10}", 4, ["8", "10", "8", "10"]),
        ("{4: 6, else: 10}", 4, ["10", "10", "10", "6"]),
        ("{1-3: 20s to 30s, 4+: 30s to 40s}", 6, ["20 s", "25 s", "30 s", "30 s", "35 s", "40 s"]),
        ("{1-3: 20kg, 4+: 20kg + 5kg a week}", 6, ["20 kg", "20 kg", "20 kg", "20 kg", "25 kg", "30 kg"]),
        ("{6: 5, else: 8 to 12}", 6, ["8", "9", "10", "11", "12", "5"]),
        ("{1-2: [5, 6], 3+: 7}", 3, ["5", "6", "7"]),
    ],
)  # fmt: skip
def test_what_changes_over_the_weeks(yaml, count, printed):
    assert over(yaml, weeks(count)) == printed


def test_by_phase_a_walk_begins_again_in_each():
    assert over("{Learn: 8, Build: 10, Strong: 12}") == ["8", "8", "10", "10", "12", "12"]
    assert over("{Learn: 8 to 9, Build: 10, Strong: 12 to 14}") == ["8", "9", "10", "10", "12", "14"]


def test_by_level_day_time_and_stage():
    assert over("{A: 10, B: 12}", weeks(1), level="B") == ["12"]
    assert over("{tue: 10, fri: 8}", weeks(1), weekday="fri") == ["8"]
    assert over("{1st: 10, 2nd: 8, 3rd: 6}", weeks(1), nth=3) == ["6"]
    staged = Calendar(numbers=(1, 2), stages=("Calm", "Go"), unit="stage")
    assert over("{Calm: 5, Go: 8}", staged) == ["5", "8"]
    assert over("5 + 1 a stage", staged) == ["5", "6"]


def test_cycles_begin_walks_again_and_steps_go_on():
    cycles = Calendar(numbers=(1, 2, 1, 2), cycles=(1, 1, 2, 2))
    assert over("8 to 10", cycles) == ["8", "10", "8", "10"]
    assert over("[1, 2]", cycles) == ["1", "2", "1", "2"]
    assert over("[1, 2, 3, 4]", cycles) == ["1", "2", "3", "4"]
    assert over("20kg + 5kg a week", cycles) == ["20 kg", "25 kg", "30 kg", "35 kg"]
    assert over("20kg + 5kg a cycle", cycles) == ["20 kg", "20 kg", "25 kg", "25 kg"]
    assert over("{cycle 1: 10, cycle 2-3: 12}", cycles) == ["10", "10", "12", "12"]
    assert over("{1: 5, 2: 6}", cycles) == ["5", "6", "5", "6"]


def test_steps_a_session_and_a_day():
    assert over("5 + 1 a session", weeks(3), times=(2, 2, 2), earlier=1) == ["6", "8", "10"]
    days = Calendar(numbers=tuple(range(1, 15)), unit="day")
    assert over("5 + 1 a week", days)[6:8] == ["5", "6"]
    assert over("5 + 1 a day", days)[3] == "8"
    assert over("5 + 1 a day", weeks(1), day=3) == ["8"]


def test_its_place_may_be_given_by_only():
    assert over("20s to 30s", weeks(6), weeks=(2, 3, 4))[2:5] == ["20 s", "25 s", "30 s"]


def test_a_walk_needs_a_last_week_and_offers_the_range():
    reader = Reader()
    change = read_amounts(parsed("reps: 8 to 12").entries[0][1], reader, NAMES, "reps")
    for calendar in (Calendar(), weeks(1, open=True)):
        problems = []
        quantity_at(change, Moment(calendar), problems)
        assert problems[0].advice == "for a range write 8-12"


def test_a_walk_with_one_week_to_go_prints_its_first_value_and_says_so():
    change, problems = read_amounts(parsed("8 to 12"), Reader(), NAMES, "reps", None), []
    assert said(quantity_at(change, Moment(weeks(1)), problems)) == "8"
    (problem,) = problems
    assert problem.severity == "warning"
    assert problem.message == (
        "This goes from one value to another, but has one week for it: only the first is printed."
    )
    assert problem.advice == "for a range write 8-12, else leave the second out"


def test_steps_without_weeks_are_printed_for_the_runner_to_make():
    assert over("20kg + 2.5kg a week", Calendar()) == ["20 kg, + 2.5 kg a week"]
    assert over("20kg + 2.5kg every 2 weeks", Calendar()) == ["20 kg, + 2.5 kg every 2 weeks"]


def test_lists_and_tables_that_do_not_fit_are_problems():
    assert over("[5, 6]", weeks(3))[0] == "This list has 2 values for 3 weeks."
    assert over("[5, 6]", Calendar())[0] == "A list is one value a week, and this plan has no weeks."
    assert over("{1-2: 5}", weeks(3)) == ["Nothing is said here for week 3."]
    assert over("{Build: 5, Easy: 6, else: 7}") == ['week 4 is in "Build" and in "Easy": which of them counts?']


def test_plates_are_the_plans_own():
    assert over("20kg to 30kg", weeks(4), plates=Plates(Fraction(1), Fraction(5))) == [
        "20 kg", "23 kg", "27 kg", "30 kg",
    ]  # fmt: skip


numbers = st.integers(0, 200)


@given(
    numbers, numbers, st.integers(2, 30), st.sampled_from(["", "s", "min", "m", "km", "kg", "lb", "%", "RPE", "/km"])
)
def test_a_walk_never_turns_back_and_its_ends_are_as_written(a, b, count, unit):
    first, last = (Quantity((Value(Fraction(n, 2), unit=unit),)) for n in (a, b))
    problems = []
    found = [quantity_at(Walk(None, first, last), Moment(weeks(count), p), problems) for p in range(count)]
    assert not problems
    assert found[0] == first
    assert found[-1] == last
    seconds = [q.values[0].low * (60 if q.values[0].unit == "min" else 1) for q in found if q]
    assert seconds == sorted(seconds, reverse=b < a)


# Layers


def layer(yaml, origin, **more):
    """A layer from keys (`sets: 3, reps: 8`) or a dose line."""
    reader = Reader()
    node = parsed("{" + yaml + "}") if yaml.split(":")[0] in PART_KEYS else parsed(f"dose: {yaml}").entries[0][1]
    if yaml.split(":")[0] in PART_KEYS:
        parts = read_parts(node.entries, reader, NAMES)
    else:
        parts = read_dose(node, reader, NAMES)
    assert not reader.problems
    return Layer(parts, origin, **more)


def dose(*layers, counts="", week=1, calendar=SIX, **more):
    """The printed dose of layers, each (yaml, origin) or (yaml, origin, more)."""
    piled = [layer(one[0], one[1], **(one[2] if len(one) > 2 else {})) for one in layers]
    problems = []
    resolved = dose_at(piled, Moment(calendar, week - 1), problems, counts, **more)
    if problems:
        return problems[0].message
    return SAY.dose(resolved).line.replace("\u00a0", " ")


def test_a_later_layer_changes_what_it_names_and_leaves_the_rest():
    assert dose(("3 x 8-10 each leg, rest 30s", "exercise"), ("sets: 2", "defaults"), ("rest: 60s", "item")) == (
        "2 × 8–10 each leg, rest 60 s"
    )


def test_the_amount_is_one_part_with_its_hold():
    assert dose(("3 x 10 x 5s each leg", "exercise"), ("8-10", "item")) == "3 × 8–10 each leg"
    assert dose(("3 x 10 each leg", "exercise"), ("time: 30s", "item")) == "3 × 30 s each leg"
    assert dose(("3 x 10", "exercise"), ("hold: 5s", "item")) == "3 × 10 × 5 s"


DEFAULTS = "reps: 8-10 to 12-15, time: 30s to 50s, distance: 50m"


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        ("3 x 5 each leg", "3 × 12–15 each leg"),
        ("3 x 5 steps each way", "3 × 12–15 steps each way"),
        ("3 x 20s", "3 × 50 s"),
        ("2 x 20m", "2 × 50 m"),
        ("as shown", "as shown"),
        ("none", "–"),
    ],
)
def test_of_the_defaults_each_exercise_takes_the_amount_of_its_own_kind(own, printed):
    assert dose((own, "exercise"), (DEFAULTS, "defaults"), week=6) == printed


def test_defaults_and_phases_never_change_the_kind():
    assert dose(("3 x 20s", "exercise"), ("reps: 8", "defaults"), ("reps: 9", "phase")) == "3 × 20 s"
    assert dose(("3 x 20s", "exercise"), ("dose: 2 x 8", "defaults")) == "2 × 20 s"


def test_sessions_groups_and_items_do_change_the_kind_and_the_side_stays():
    assert dose(("3 x 10 each leg", "exercise"), ("time: 40s", "group")) == "3 × 40 s each leg"
    assert dose(("3 x 20s each side", "exercise"), ("3 x 10 reps", "item")) == "3 × 10 each side"


def test_an_exercise_without_a_dose_counts_reps_or_what_it_says():
    assert dose((DEFAULTS, "defaults")) == "8–10"
    assert dose((DEFAULTS, "defaults"), counts="time") == "30 s"


def test_a_bare_number_given_to_a_timed_exercise_is_an_error_with_both_readings():
    problems = []
    dose_at([layer("3 x 20s", "exercise"), layer("3 x 40", "item")], Moment(SIX), problems)
    (problem,) = problems
    assert problem.message == "This exercise is done for a time: 40 of what?"
    assert problem.advice == "write 40s or 40 reps"


def test_none_takes_a_part_or_the_whole_dose_away():
    assert dose(("3 x 10 each leg @ 20kg", "exercise"), ("load: none, side: none", "item")) == "3 × 10"
    assert dose(("3 x 10", "exercise"), ("none", "item")) == "–"
    assert dose(("none", "exercise"), ("sets: 3, reps: 8", "defaults")) == "–"
    assert dose(("none", "exercise"), ("3 x 8", "item")) == "3 × 8"


@pytest.mark.parametrize(
    ("below", "part", "printed"),
    [
        ("3 x 10", "sets: -1", "2 × 10"),
        ("3 x 10", "sets: +1", "4 × 10"),
        ("1 x 10", "sets: -1", "1 × 10"),
        ("2-3 x 10", "sets: -1", "1–2 × 10"),
        ("3 x 10", "sets: -40%", "2 × 10"),
        ("12/10/8", "sets: -1", "12/10"),
        ("12/10/8 @ 40/45/50kg", "sets: -1", "12/10 @ 40/45 kg"),
        ("10", "sets: -1", "10"),
        ("3 x 8-10", "reps: +2", "3 × 10–12"),
        ("3 x 30s", "time: +15s", "3 × 45 s"),
        ("3 x 30s", "time: -40%", "3 × 20 s"),
        ("3 x 30s", "reps: +2", "3 × 30 s"),
        ("3 x 8 @ 70%", "load: -10%", "3 × 8 @ 63 %"),
        ("3 x 8 @ 30kg", "load: -10%", "3 × 8 @ 27.5 kg"),
        ("3 x 8 @ heavy", "load: -10%", "3 × 8 @ heavy"),
        ("3 x 8", "rest: -15s", "3 × 8"),
        ("8km", "distance: -40%", "5 km"),
        ("3 x 8 @ RPE 7.5", "effort: -1", "3 × 8 @ RPE 6.5"),
        ("3 x max", "reps: -10%", "3 × max"),
    ],
)
def test_relative_parts_act_on_what_lies_below(below, part, printed):
    assert dose((below, "exercise"), (part, "item")) == printed


def test_less_of_a_load_that_nobody_said_is_left_out_and_told():
    problems = []
    layers = [layer("3 x 8", "exercise"), layer("load: -10%", "item")]
    assert dose_at(layers, Moment(SIX), problems).load is None
    (problem,) = problems
    assert problem.severity == "warning"
    assert problem.message == "This changes the load, but nothing says what it is: it is left out."
    problems.clear()
    dose_at([layer("3 x 8", "exercise"), layer("load: -10%", "phase")], Moment(SIX), problems)
    assert not problems


def test_what_helps_less_each_week_comes_to_nothing_and_then_weighs():
    loads = ["bodyweight – 5 kg", "bodyweight – 2.5 kg", "bodyweight", "bodyweight + 2.5 kg"]
    assert over("bodyweight - 5kg + 2.5kg a week", weeks(4)) == loads
    assert over("bodyweight - 5kg to bodyweight + 2.5kg", weeks(4)) == loads


def test_a_weight_on_top_of_a_percent():
    best = Quantity((Value(Fraction(140), unit="kg"),))
    week = {n: dose(("6 x 6 @ 70% + 5kg a week", "item"), week=n, best=best) for n in (1, 2, 3)}
    # 98, 103 and 108 kg
    assert week == {1: "6 × 6 @ 97.5 kg", 2: "6 × 6 @ 102.5 kg", 3: "6 × 6 @ 107.5 kg"}
    assert dose(("6 x 6 @ 70% + 5kg a week", "item"), week=3) == "6 × 6 @ 70 % + 10 kg"
    assert dose(("6 x 6 @ 70%", "item"), ("load: +5kg", "phase"), best=best) == "6 × 6 @ 102.5 kg"
    assert dose(("6 x 6 @ 70% + 10lb", "item"), best=best) == "This cannot be added: the units of the two differ."


def test_a_total_and_a_best_single_take_no_sets_from_elsewhere():
    assert dose(("3 x 8", "exercise"), ("50 in total", "item")) == "50 in total"
    assert dose(("3 x 8", "exercise"), ("1RM", "item")) == "1RM"
    assert dose(("3 x 8", "exercise"), ("2 x 50 in total", "item")) == "2 × 50 in total"
    assert dose(("3 x 8", "exercise"), ("8RM", "item")) == "3 × 8RM"


def test_what_is_held_is_counted_even_where_the_exercise_is_done_for_a_time():
    assert dose(("3 x 30s", "exercise"), ("6/4/2 x 10s", "item"), counts="time") == "6/4/2 reps × 10 s"


def test_a_phase_acts_on_the_amount_that_is_done_in_the_end():
    taper = ("reps: -2, distance: -40%, time: -10s", "phase")
    assert dose(("20min", "exercise"), taper, ("10km", "item"), counts="time") == "6 km"
    assert dose(("20min", "exercise"), taper, ("3 x 40s", "item"), counts="time") == "3 × 30 s"
    assert dose(("3 x 30s", "exercise"), taper, ("3 x 8 reps", "item"), counts="time") == "3 × 6"
    assert dose(("3 x 10", "exercise"), ("distance: -40%", "phase")) == "3 × 10"


def test_what_a_phase_adds_or_takes_away_comes_after_the_item():
    layers = (("3 x 10 @ 20kg", "exercise"), ("sets: -1, load: -10%, rest: 90s", "phase"), ("4 x 8 @ 40kg", "item"))
    assert dose(*layers) == "3 × 8 @ 35 kg, rest 90 s"


def test_kit_lies_on_top_of_all():
    assert (
        dose(("3 x 10 @ 20kg", "exercise"), ("load: -50%", "phase"), ("load: backpack", "kit")) == "3 × 10 @ backpack"
    )


TIMED, TURN = {"timed": True}, {"in_turn": True}


def test_a_timed_group_ends_what_came_from_further_out():
    own = ("3 x 10 each leg, rest 30s", "exercise")
    assert dose(own, ("time: 40s, rest: 20s", "group", TIMED)) == "40 s half each leg, rest 20 s"
    assert dose(own, ("load: 5kg", "group", TIMED)) == "10 each leg @ 5 kg"
    assert dose(own, ("load: 5kg", "group", TIMED), ("time: 30s", "item")) == "30 s each leg @ 5 kg"
    assert dose(own, ("load: 5kg", "group", TURN)) == "3 × 10 each leg @ 5 kg"


def test_per_set_numbers_in_a_timed_group_are_one_a_round():
    assert dose(("3 x 10", "exercise"), ("rest: 20s", "group", TIMED), ("21/15/9", "item")) == "21/15/9, rest 20 s"


def test_per_set_numbers_say_the_sets_by_themselves():
    assert dose(("3 x 10", "exercise"), ("12/10/8/6", "item")) == "12/10/8/6"
    assert dose(("3 x 10", "exercise"), ("load: 40/45/50kg", "item")) == "3 × 10 @ 40/45/50 kg"
    assert dose(("12/10/8", "exercise"), ("sets: 4", "item")) == "The numbers of 3 sets stand beside 4 sets."
    assert dose(("12/10/8 @ 40/45kg", "exercise")) == "amount says 3 sets, load says 2."


def test_a_dose_may_be_a_table_of_lines():
    own = ("{Learn: 2 x 8, Build: {sets: 3, reps: 8 to 10}, Strong: none}", "exercise")
    assert [dose(own, week=week) for week in range(1, 7)] == ["2 × 8", "2 × 8", "3 × 8", "3 × 10", "–", "–"]


def test_the_place_of_a_layer_bounds_its_walks():
    own = ("3 x 20s to 30s", "item", {"weeks": (2, 3, 4)})
    assert [dose(own, week=week) for week in (3, 4, 5)] == ["3 × 20 s", "3 × 25 s", "3 × 30 s"]


def test_a_note_with_gaps_prints_where_it_stands():
    note = ("note: {1: Slowly}", "item")
    assert dose(("3 x 10", "exercise"), note) == "3 × 10 (Slowly)"
    assert dose(("3 x 10", "exercise"), note, week=2) == "3 × 10"


def test_percent_loads_become_weights_of_the_best_lift():
    best = Quantity((Value(Fraction(100), unit="kg"),))
    assert dose(("3 x 8 @ 65%", "exercise"), best=best) == "3 × 8 @ 65 kg"
    assert dose(("3 x 8 @ 66-71%", "exercise"), best=best) == "3 × 8 @ 65–70 kg"


def test_a_stand_in_brings_its_own_amount():
    layers = (("3 x 30s each side", "exercise"), ("sets: 2, time: 40s", "defaults", {"with_amount": False}))
    assert dose(*layers) == "2 × 30 s each side"


def test_every_part_knows_where_it_was_written():
    piled = [layer("3 x 10, rest 30s", "exercise"), layer("rest: 60s", "item")]
    resolved = dose_at(piled, Moment(SIX), [])
    assert str(resolved.places["amount"]) == "plan.yaml:1:11"
    assert str(resolved.places["rest"]) == "plan.yaml:1:8"
    assert isinstance(resolved, Resolved)
