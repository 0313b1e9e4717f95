from dataclasses import replace

import pytest

from planbuilder.model.axes import AXES
from planbuilder.model.deck import Cue, Day, Deck, Dose, Line, Move, PlanWords, SessionKind, Swap, Week, Workout
from planbuilder.model.fields import FIELDS, field
from planbuilder.model.view import view_of


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


def test_inside_swaps_and_further_doses_another_dose_is_the_dose():
    swap = Swap("No band?", "", "", Move("sofa", "Sofa press", cues=(Cue("Push"),)), dose("30 s", kind="time"))
    other = replace(dose("10"), further=dose("8", note="holding on"))
    view = only(view_of(deck([line("A", other, swaps=(swap,))])), "weeks", "exercises")
    inside = only(view, "swaps")
    assert field(inside, "exercise.name") == "Sofa press"
    assert field(inside, "exercise.amount") == "30 s"
    assert field(inside, "swap.question") == "No band?"
    assert [c.text for c in inside.cues] == ["Push"]
    second = only(view, "further")
    assert (field(second, "exercise.amount"), field(second, "exercise.note")) == ("8", "holding on")


def test_groups_are_runs_of_moves_or_single_moves():
    lines = [line("A"), line("B", groups=(0,)), line("C", groups=(0, 1)), line("D", groups=(2,)), line("E")]
    groups = tuple(replace(g, heading=h) for g, h in zip([group()] * 3, "xyz", strict=True))
    plan = deck(lines)
    workout = replace(plan.workouts[0][0], groups=groups)
    view = only(view_of(replace(plan, workouts=((workout,),))), "weeks")
    found = [(field(g, "group.heading"), len(g.entries)) for g in view.each("groups")]
    assert found == [("", 1), ("X", 2), ("Z", 1), ("", 1)]


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


def test_moves_that_share_a_group_in_some_week_are_one_group_over_all_weeks():
    first = [line("A", groups=(0,)), line("B", groups=(0,)), line("C")]
    later = [line("A"), line("B", groups=(1,)), line("D", groups=(1,))]
    plan = deck(first, later)
    groups = tuple(replace(group(), heading=heading) for heading in ("pair", "circle"))
    rows = tuple((replace(row[0], groups=groups),) for row in plan.workouts)
    view = view_of(replace(plan, workouts=rows))
    found = [(field(g, "group.heading"), [e.line.key for e in g.entries]) for g in view.each("groups")]
    assert found == [("Pair, then circle", ["A", "B", "A", "B"]), ("", ["C"]), ("Circle", ["D"])]


def test_named_days_of_several_sessions_come_in_the_order_of_the_week():
    plan = deck([line("A")], sessions=2)
    first = replace(plan.workouts[0][0], days=(Day("Mon", weekday=1), Day("Fri", weekday=5)))
    second = replace(plan.workouts[0][1], days=(Day("Wed", weekday=3),), lines=(line("B"),))
    view = view_of(replace(plan, workouts=((first, second),)))
    assert [field(day, "day.mark") for day in view.each("days")] == ["Mon", "Wed", "Fri"]


def test_days_are_those_of_the_sessions_that_have_something_in_view():
    plan = deck([line("A")], sessions=2)
    (first, second) = plan.workouts[0]
    second = replace(second, days=(Day("Sun"),), lines=(line("B"),))
    view = view_of(replace(plan, workouts=((first, second),)))
    assert [field(day, "day.mark") for day in view.each("days")] == ["1", "2", "Sun"]
    alone = view.narrowed(entries=tuple(e for e in view.entries if e.line.key == "B"))
    assert [field(day, "day.mark") for day in alone.each("days")] == ["Sun"]
    assert field(alone, "session.days") == "Sun"
    assert (field(view, "page.many-sessions"), field(alone, "page.many-sessions")) == ("yes", "")


def test_every_stage_is_a_block_and_a_phase_of_its_own():
    plan = deck([line("A")], [line("A")])
    named = ("Calm", "Build")
    weeks = tuple(
        replace(week, title=name, stage=name, tone=n, goal=f"Goal {n}")
        for n, (week, name) in enumerate(zip(plan.weeks, named, strict=True), 1)
    )
    view = view_of(replace(plan, weeks=weeks, plan=replace(plan.plan, unit="stage")))
    asked = ("block.stage", "block.title", "block.goal", "block.tone")
    found = [[field(block, name) for name in asked] for block in view.each("blocks")]
    assert found == [["Calm", "Stage 1", "Goal 1", "block-1"], ["Build", "Stage 2", "Goal 2", "block-2"]]
    assert len(view.each("phases")) == 2


def test_an_exercise_says_whether_it_has_a_picture_and_cues():
    bare = line("A")
    drawn = replace(bare, key="B", move=replace(bare.move, pictured=True, cues=()))
    view = only(view_of(deck([bare, drawn])), "weeks", "sessions")
    found = [(field(v, "exercise.picture"), field(v, "exercise.cues")) for v in view.each("exercises")]
    assert found == [("", "yes"), ("yes", "")]
    assert field(view, "page.pictures") == "yes"


def test_a_session_is_uneven_where_a_chart_of_its_weeks_would_show_something():
    even = view_of(deck([line("A", dose("10", size=30))], [line("A", dose("10", size=30))]))
    rising = view_of(deck([line("A", dose("10", size=30))], [line("A", dose("12", size=36))]))
    assert (field(even, "session.uneven"), field(rising, "session.uneven")) == ("", "yes")
