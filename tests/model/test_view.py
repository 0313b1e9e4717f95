from dataclasses import replace

import pytest

from planbuilder.model.deck import Cue, Day, Deck, Dose, Line, Move, PlanWords, SessionKind, Swap, Week, Workout
from planbuilder.model.fields import FIELDS, field
from planbuilder.model.view import AXES, view_of


def line(name="Squat", *doses, **more):
    return Line(name, "1", Move(name, name, cues=(Cue("One"), Cue("Two"))), doses or (dose("10"),), **more)


def dose(amount, rest="30 s", kind="reps", **more):
    return Dose("3", amount, kind, rest=rest, **more)


def deck(*weeks, days=("1", "2"), sessions=1, phases=()):
    """One list of lines a week; every session of the week has them."""
    plan = PlanWords("Plan", motto="Slow", weeks=str(len(weeks)))
    made = tuple(
        Week(str(n), f"Week {n}", phase=phases[n - 1] if phases else "", position=n) for n in range(1, len(weeks) + 1)
    )
    rows = tuple((Workout(tuple(map(Day, days)), tuple(lines)),) * sessions for lines in weeks)
    return Deck(plan, made, tuple(SessionKind(f"s{n}", f"S{n}") for n in range(sessions)), rows)


def only(view, *axes):
    for axis in axes:
        [view] = view.each(axis)
    return view


def test_narrowing_binds_the_member_and_sees_less():
    view = view_of(deck([line("A"), line("B")], [line("A")]))
    first, second = view.each("weeks")
    assert [field(v, "week.title") for v in (first, second)] == ["Week 1", "Week 2"]
    assert len(first.entries) == 2
    assert [field(v, "exercise.name") for v in first.each("exercises")] == ["A", "B"]
    assert field(view, "exercise.name") == ""


def test_over_weeks_an_exercise_is_one_by_its_key():
    view = view_of(deck([line("A"), line("B")], [line("A", dose("12"))]))
    a, b = view.each("exercises")
    assert (field(a, "exercise.amount"), field(b, "exercise.amount")) == ("", "10")
    assert (field(a, "exercise.rest"), len(a.entries)) == ("30 s", 2)


def test_a_field_is_what_all_in_view_agree_on():
    same = only(view_of(deck([line("A"), line("B", dose("8"))])), "weeks", "sessions")
    assert field(same, "page.rest") == "30 s"
    assert field(same, "page.sets") == "3"
    assert field(same, "page.amount") == ""
    other = only(view_of(deck([line("A"), line("B", dose("8", rest="45 s"))])), "weeks", "sessions")
    assert field(other, "page.rest") == ""


def test_empty_places_have_no_say_and_kinds_are_apart():
    lines = [line("A"), line("B", Dose(amount="–")), line("C", dose("40 s", kind="time"))]
    view = only(view_of(deck(lines)), "weeks")
    assert field(view, "page.rest") == "30 s"
    assert (field(view, "week.amount"), field(view, "week.time")) == ("10", "40 s")


def test_where_days_differ_a_part_is_said_once_a_day():
    squat = line("A", dose("8", load="20 kg"), dose("8", load="25 kg"))
    view = only(view_of(deck([squat], days=("Mon", "Fri"))), "weeks", "sessions", "exercises")
    assert field(view, "exercise.load") == "Mon 20 kg · Fri 25 kg"
    assert field(view, "exercise.amount") == "8"
    assert [day for day, _ in view.daily()] == ["Mon", "Fri"]
    monday, _ = view.each("days")
    assert field(monday, "exercise.load") == "20 kg"


def test_days_of_equal_values_stand_together():
    squat = line("A", dose("8"), dose("8"), dose("5", rest="60 s"))
    view = only(view_of(deck([squat], days=("Mon", "Wed", "Sat"))), "weeks", "sessions", "exercises")
    assert [(day, d.amount) for day, d in view.daily()] == [("Mon, Wed", "8"), ("Sat", "5")]
    assert field(view, "exercise.rest") == "Mon, Wed 30 s · Sat 60 s"


def test_blocks_are_runs_of_weeks_with_equal_doses():
    plan = deck([line()], [line()], [line("Squat", dose("12"))], phases=("Learn", "Learn", "Build"))
    blocks = view_of(plan).each("blocks")
    assert [(field(b, "block.weeks"), field(b, "block.name")) for b in blocks] == [("1–2", "Learn"), ("3", "Build")]
    assert [field(b, "block.amount") for b in blocks] == ["10", "12"]


def test_inside_swaps_and_alternatives_another_dose_is_the_dose():
    swap = Swap("No band?", "", "", Move("sofa", "Sofa press", cues=(Cue("Push"),)), dose("30 s", kind="time"))
    other = replace(dose("10"), alternative=dose("8", note="holding on"))
    view = only(view_of(deck([line("A", other, swaps=(swap,))])), "weeks", "exercises")
    inside = only(view, "swaps")
    assert field(inside, "exercise.name") == "Sofa press"
    assert field(inside, "exercise.amount") == "30 s"
    assert field(inside, "swap.question") == "No band?"
    assert [c.text for c in inside.cues] == ["Push"]
    second = only(view, "alternatives")
    assert (field(second, "exercise.amount"), field(second, "exercise.note")) == ("8", "holding on")


def test_groups_are_runs_of_moves_or_single_moves():
    lines = [line("A"), line("B", groups=(0,)), line("C", groups=(0, 1)), line("D", groups=(2,)), line("E")]
    groups = tuple(replace(g, heading=h) for g, h in zip([group()] * 3, "xyz", strict=True))
    plan = deck(lines)
    workout = replace(plan.workouts[0][0], groups=groups)
    view = only(view_of(replace(plan, workouts=((workout,),))), "weeks")
    found = [(field(g, "group.heading"), len(g.entries)) for g in view.each("groups")]
    assert found == [("", 1), ("x", 2), ("z", 1), ("", 1)]


def group():
    from planbuilder.model.deck import GroupWords

    return GroupWords("")


def test_sessions_not_done_in_a_week_are_not_there():
    plan = deck([line()], sessions=2)
    view = view_of(replace(plan, workouts=((None, plan.workouts[0][1]),)))
    assert [field(v, "session.name") for v in view.each("sessions")] == ["S1"]


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_field_is_words_in_every_view(name):
    plan = deck([line("A"), line("B")], [line("A")])
    view = view_of(plan)
    views = [view, *view.each("weeks"), *only(view, "sessions").each("exercises"), *view.each("blocks")]
    assert all(isinstance(field(v, name), str) for v in views)


@pytest.mark.parametrize("axis", sorted(AXES))
def test_every_axis_works_on_a_plan_with_nothing_in_it(axis):
    empty = Deck(PlanWords("Empty"), (), (), ())
    assert view_of(empty).each(axis) == ()
    assert field(view_of(empty), "plan.first-amount") == ""
