"""The poster as shipped: a lane a move, a column a week, and every fact said once."""

from dataclasses import replace

import pytest
from pretend import Pretend, box_of, deck, icons, line, said, shipped, sofa, texts, with_plan

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.model.deck import Dose, SessionKind, Week
from planbuilder.model.pages import Group, Path

THREE = Dose("3", "8–10", "reps", side="each leg", rest="30 s", noun="reps")
TINTS = ("#FBEAE2", "#F5D3C4", "#EDB9A3")


def moves(count, dose=THREE, **more):
    return [line(f"Move {n}", dose, key=str(n), number=str(n), **more) for n in range(1, count + 1)]


def poster(plan, **choices):
    pages, problems = lay_out(plan, shipped("poster", **choices), Pretend(), icons())
    assert not [p.message for p in problems if p.severity == "error"]
    return pages


def weeks(*lines):
    """A plan with these lines in its weeks."""
    plan = deck(weeks=len(lines))
    workout = plan.workouts[0][0]
    return replace(plan, workouts=tuple((replace(workout, lines=tuple(some)),) for some in lines))


def tinted(page):
    """The cells of the weeks: left, top, width, height."""
    rectangles = [m for m in page.marks if isinstance(m, Path) and m.fill in TINTS and m.steps[0][0] == "R"]
    return [m.steps[0][1] for m in rectangles]


def test_six_weeks_a_sheet():
    assert len(poster(deck(moves(3), weeks=6))) == 1
    pages = poster(deck(moves(3), weeks=12))
    assert ["Page 1 of 2" in said(pages[0]), "Page 2 of 2" in said(pages[1])] == [True, True]
    assert [m.words for m in texts(pages[1]) if m.size == 40] == ["7", "8", "9", "10", "11", "12"]


def test_a_cell_for_every_week_of_every_lane_and_all_of_one_width():
    (page,) = poster(deck(moves(4), weeks=6))
    cells = tinted(page)
    assert len(cells) == 24
    widths = {round(wide, 2) for _, _, wide, _ in cells}
    heights = {round(high, 2) for _, _, _, high in cells}
    assert len(widths) == len(heights) == 1


def test_doses_of_a_week_start_at_one_edge_and_those_of_a_lane_on_one_line():
    (page,) = poster(deck(moves(4), weeks=6))
    doses = [m for m in texts(page) if m.words == "8–10"]
    assert len(doses) == 24
    assert len({round(m.x, 1) for m in doses}) == 6
    assert len({round(m.y, 1) for m in doses}) == 4
    assert {m.size for m in doses} == {52}


def test_sets_and_rest_are_said_once_where_all_agree():
    (page,) = poster(deck(moves(3), weeks=2))
    assert said(page).count("3 sets") == said(page).count("30 s") == 1
    assert "×" not in said(page)
    (page,) = poster(deck([*moves(2), line("Bridge", replace(THREE, sets="2", rest="60 s"))], weeks=2))
    assert said(page).count("×") == 6
    assert [said(page).count(f"Rest {rest}") for rest in ("30 s", "60 s")] == [2, 1]


def test_one_set_is_one_set():
    (page,) = poster(deck(moves(2, replace(THREE, sets="1")), weeks=2))
    assert "1 set" in said(page)
    assert "1 sets" not in said(page)


def test_what_a_move_says_every_week_stands_beside_its_name_and_what_changes_in_its_week():
    loads = [replace(THREE, load=f"{kilos} kg", note="slowly") for kilos in (20, 25)]
    (page,) = poster(weeks(*(moves(1, dose) for dose in loads)))
    assert said(page).count("slowly") == 1
    assert [words for words in said(page) if "kg" in words] == ["each leg · 20 kg", "each leg · 25 kg"]
    (page,) = poster(weeks(moves(1), moves(1)))
    assert said(page).count("reps each leg") == 1


def test_a_note_for_one_week_leaves_the_doses_of_its_lane_in_line():
    (page,) = poster(weeks(moves(1, replace(THREE, note="Slowly")), moves(1)))
    first, second = (m for m in texts(page) if m.words == "8–10")
    assert first.y == pytest.approx(second.y, abs=0.3)


def test_an_arrow_or_unit_under_one_dose_leaves_the_doses_of_its_lane_in_line():
    heavy = replace(THREE, load="20 kg")
    up = [replace(one, up=True) for one in moves(1, heavy)]
    (page,) = poster(weeks([*moves(1), line("Two", Dose("2", "5", "reps"), key="b")], up))
    first, second = (m for m in texts(page) if m.words == "8–10")
    assert first.y == pytest.approx(second.y, abs=0.3)


def test_dates_stand_below_the_number_of_their_week():
    plan = deck(moves(3), weeks=6)
    plan = replace(plan, weeks=tuple(replace(week, dates="29 Mar – 4 Apr") for week in plan.weeks))
    (page,) = poster(plan)
    dates = [m for m in texts(page) if m.words == "29 Mar – 4 Apr"]
    numbers = [m for m in texts(page) if m.size == 40]
    assert [m.words for m in numbers] == ["1", "2", "3", "4", "5", "6"]
    assert len(dates) == 6
    assert all(date.y > number.y + 2 * MM for date, number in zip(dates, numbers, strict=True))


def test_a_session_without_moves_has_no_heading():
    plan = deck(moves(2), weeks=2)
    rest = replace(plan.workouts[0][0], lines=())
    kinds = (SessionKind("a", "Strength"), SessionKind("b", "Rest"))
    plan = replace(plan, sessions=kinds, workouts=tuple((row[0], rest) for row in plan.workouts))
    (page,) = poster(plan)
    assert "Strength" in said(page)
    assert "Rest" not in said(page)


def test_an_arrow_where_there_is_more_to_do_than_the_week_before():
    more = [replace(one, up=True) for one in moves(1, replace(THREE, amount="10–12"))]
    (page,) = poster(weeks(moves(1), more))
    (arrow,) = (m for m in page.marks if isinstance(m, Group) and m.drawing.name.startswith("icon:harder"))
    dose = next(m for m in texts(page) if m.words == "10–12")
    assert box_of(dose)[2] < arrow.x < box_of(dose)[2] + 5 * MM


def test_a_week_without_a_move_has_an_empty_place_in_its_colour():
    (page,) = poster(weeks(moves(2), moves(1)))
    assert len(tinted(page)) == 4
    assert said(page).count("–") == 1


def test_phases_stand_above_their_weeks():
    plan = deck(moves(2), weeks=4)
    named = zip(plan.weeks, ("Learn", "Learn", "Build", "Build"), (1, 1, 2, 2), strict=True)
    plan = replace(plan, weeks=tuple(replace(week, phase=phase, tone=tone) for week, phase, tone in named))
    (page,) = poster(plan)
    phases = {m.words: m.x for m in texts(page) if m.words in ("Learn", "Build")}
    numbers = {m.words: m.x for m in texts(page) if m.size == 40}
    assert phases["Learn"] < numbers["1"] < numbers["2"] < phases["Build"] < numbers["3"]
    assert said(page).count("Learn") == 1


def test_every_session_has_its_own_lanes():
    plan = deck(moves(2), weeks=2)
    other = replace(plan.workouts[0][0], lines=(line("Bridge", key="b"),))
    plan = replace(
        plan,
        sessions=(SessionKind("a", "Hips"), SessionKind("b", "Trunk")),
        workouts=tuple((row[0], other) for row in plan.workouts),
    )
    (page,) = poster(plan)
    down = {m.words: m.y for m in texts(page)}
    assert down["Hips"] < down["Move 1"] < down["Move 2"] < down["Trunk"] < down["Bridge"]


def test_a_stand_in_has_its_tag():
    swap = replace(sofa(), says_short="Sofa press, 3 × 30 s")
    (page,) = poster(deck([line("Band walk", THREE, swaps=(swap,))], weeks=2))
    tag = next(m for m in texts(page) if m.words == "No band?")
    assert tag.colour == "#FFFFFF"
    assert "Sofa press, 3 × 30 s" in " ".join(said(page))


def test_a_plan_without_weeks_has_no_week_heads():
    plan = deck(moves(2))
    plan = replace(plan, weeks=(Week("", "Steady hips"),), strip=0, plan=replace(plan.plan, unit=""))
    (page,) = poster(plan)
    assert not [m for m in texts(page) if m.size == 40]
    assert said(page).count("8–10") == 2


def test_when_to_stop_and_where_to_read_on():
    (page,) = poster(with_plan(deck(moves(2), weeks=2), link="example.org/hips", move_on="When it is easy."))
    assert {"When to stop", "See it move", "When to move on"} <= set(said(page))
    assert "example.org/hips" in " ".join(said(page))


def test_phases_of_ink_saver_begin_with_a_heavy_line():
    plan = deck(moves(2), weeks=4)
    named = zip(plan.weeks, ("Learn", "Learn", "Build", "Build"), (1, 1, 2, 2), strict=True)
    plan = replace(plan, weeks=tuple(replace(week, phase=phase, tone=tone) for week, phase, tone in named))
    (colour,) = poster(plan)
    (black,) = poster(plan, theme="ink-saver")
    starts = {
        round(m.steps[0][1][0], 1) for m in black.marks if isinstance(m, Path) and m.stroke and m.stroke.width == 3
    }
    assert len(starts) == 2
    assert not [m for m in colour.marks if isinstance(m, Path) and m.stroke and m.stroke.width == 3]


def test_without_pictures_their_column_closes():
    drawn = moves(2)
    bare = [replace(move, move=replace(move.move, pictured=False)) for move in drawn]
    names = [min(m.x for m in texts(poster(deck(some))[0]) if m.words == "Move 1") for some in (drawn, bare)]
    assert names[0] - names[1] == pytest.approx(25 * MM, abs=0.1)


def test_a_plan_without_a_calendar_has_cues_where_weeks_would_be():
    plan = deck(moves(2))
    plan = replace(plan, weeks=(Week("", "Steady hips"),), plan=replace(plan.plan, unit="", weeks=""))
    (page,) = poster(plan)
    assert "Sit back, then down" in said(page)
    assert "Sit back, then down" not in said(poster(deck(moves(2)))[0])


def test_nothing_is_said_of_stopping_where_the_plan_does_not():
    (page,) = poster(with_plan(deck(moves(2)), stop="", advice="See a physio."))
    assert "When to stop" not in said(page)
    assert "See a physio." in said(page)
