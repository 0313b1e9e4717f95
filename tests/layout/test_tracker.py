"""The tracker as shipped: a row a session, a column a move, a box a set."""

from dataclasses import replace
from itertools import pairwise

import pytest
from pretend import Pretend, box_of, deck, icons, line, said, shipped, texts

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.model.deck import Dose, GroupWords, SessionKind, Week
from planbuilder.model.pages import Path

THREE = Dose("3", "8–10", "reps", rest="30 s")
BOX = 5.3 * MM
RING = 3.3 * MM


def moves(count, dose=THREE):
    return [line(f"Move {n}", dose, key=str(n), number=str(n)) for n in range(1, count + 1)]


def tracker(plan, **choices):
    pages, problems = lay_out(plan, shipped("tracker", **choices), Pretend(), icons())
    assert not [p.message for p in problems if p.severity == "error"]
    return pages


def squares(page, size):
    """The left and top of every box or ring of a size, in the order in which they stand."""
    found = []
    for mark in page.marks:
        if isinstance(mark, Path) and mark.fill == "#FFFFFF" and len(mark.steps) == 10:
            xs = [step[-2] for _, step in mark.steps if step]
            ys = [step[-1] for _, step in mark.steps if step]
            if max(xs) - min(xs) == pytest.approx(size, abs=0.01):
                found.append((min(xs), min(ys)))
    return found


def logged(page):
    """The boxes below the heads."""
    return [(x, y) for x, y in squares(page, BOX) if y > 30 * MM]


def test_a_box_for_every_set_of_every_move_each_time():
    (page,) = tracker(deck(moves(4), weeks=3))
    assert len(logged(page)) == 3 * 4 * 2 * 3


def test_twelve_weeks_of_two_sessions_fill_one_sheet_with_rows_a_pen_can_use():
    (page,) = tracker(deck(moves(6), weeks=12))
    rows = sorted({round(y, 2) for _, y in logged(page)})
    assert len(rows) == 24
    assert min(b - a for a, b in pairwise(rows)) >= 7 * MM - 0.1


@pytest.mark.parametrize("weeks", [6, 7, 8])
def test_boxes_in_two_rows_keep_apart_from_those_of_the_next_time(weeks):
    four = Dose("4", "5", "reps")
    for page in tracker(deck([line(f"Move {n}", four, key=str(n), number=str(n)) for n in range(7)], weeks=weeks)):
        rows = sorted({round(y, 2) for _, y in logged(page)})
        gaps = [b - a - BOX for a, b in pairwise(rows)]
        assert min(gaps[1::2]) >= 0.8 * MM - 0.1


def test_boxes_stand_in_the_middle_below_the_name_of_their_move():
    (page,) = tracker(deck(moves(4), weeks=2))
    row = sorted(x for x, y in logged(page) if y == min(y for _, y in logged(page)))
    for n in range(4):
        left, _, right, _ = box_of(next(m for m in texts(page) if m.words == f"Move {n + 1}"))
        assert (left + right) / 2 == pytest.approx((row[3 * n] + row[3 * n + 2] + BOX) / 2, abs=0.5)


def test_a_move_that_is_not_done_in_a_week_leaves_its_place_empty():
    plan = deck(moves(3), weeks=2)
    workout = plan.workouts[0][0]
    plan = replace(plan, workouts=(plan.workouts[0], (replace(workout, lines=workout.lines[::2]),)))
    (page,) = tracker(plan)
    by_row = {}
    for x, y in logged(page):
        by_row.setdefault(round(y, 1), set()).add(round(x, 1))
    first, *_, last = (by_row[y] for y in sorted(by_row))
    assert len(first) == 9
    assert len(last) == 6
    assert last < first


def test_only_what_the_plan_logs_has_a_column():
    (page,) = tracker(deck(moves(3), weeks=2))
    assert {"Pain", "Stiff", "Notes"} <= set(said(page))
    assert len(squares(page, RING)) == 11 * 4
    (page,) = tracker(replace(deck(moves(3), weeks=2), log=("reps", "effort")))
    assert {"Pain", "Stiff", "Notes"}.isdisjoint(said(page))
    assert "Effort" in said(page)
    assert len(squares(page, RING)) == 10 * 4


def test_one_dose_for_all_stands_once_a_block_and_doses_that_differ_above_their_boxes():
    (page,) = tracker(deck(moves(3), weeks=2))
    assert said(page).count("8–10") == 1
    assert "Do" not in said(page)
    differing = [*moves(2), line("Bridge", Dose("2", "5", "reps", load="20 kg"))]
    (page,) = tracker(deck(differing, weeks=2))
    assert said(page).count("3 × 8–10".replace(" ", "\u00a0")) == 2
    assert "20 kg" in " ".join(said(page))


def test_many_sets_take_another_row_shared_out_evenly():
    (page,) = tracker(deck([*moves(5), line("Stride", Dose("8", "15 s", "time"))], weeks=1))
    lowest = [x for x, _ in logged(page) if x > max(x for x, _ in logged(page)) - 30 * MM]
    assert len(lowest) >= 16
    heights = sorted({round(y, 1) for _, y in logged(page)})
    assert len(heights) > 2


def test_too_many_moves_for_one_sheet_are_shared_over_more_with_all_weeks_on_each():
    pages = tracker(deck(moves(12), weeks=4))
    assert len(pages) == 2
    assert [f"Page {n} of 2" in said(page) for n, page in enumerate(pages, 1)] == [True, True]
    assert all({"1", "2", "3", "4"} <= set(said(page)) for page in pages)


def test_a_plan_without_weeks_has_rows_to_write_the_dates_in():
    plan = deck(moves(3))
    (page,) = tracker(
        replace(plan, weeks=(Week("", "Steady hips"),), strip=0, plan=replace(plan.plan, unit="", weeks=""))
    )
    assert len(logged(page)) == 20 * 9
    assert "Log" in said(page)


def test_weeks_of_one_block_get_as_much_room_as_those_of_others():
    plan = deck(moves(2), weeks=3)
    workout = plan.workouts[0][0]
    harder = replace(workout, lines=tuple(moves(2, replace(THREE, amount="12"))))
    (page,) = tracker(replace(plan, workouts=(*plan.workouts[:2], (harder,))))
    rows = sorted({round(y, 1) for _, y in logged(page)})
    apart = [b - a for a, b in pairwise(rows)]
    assert max(apart) - min(apart) < 1


def test_holes_go_through_the_binding_side_only():
    (page,) = tracker(deck(moves(3), weeks=2))
    assert min(box_of(m)[0] for m in texts(page)) >= 20 * MM


def two_sessions(first, second, weeks=2):
    plan = deck(first, weeks=weeks, days=1)
    other = replace(plan.workouts[0][0], lines=tuple(second))
    kinds = (*plan.sessions, SessionKind("b", "Floor"))
    return replace(plan, sessions=kinds, workouts=tuple((row[0], other) for row in plan.workouts))


def named(*names):
    return [line(name, THREE, key=name, number="1") for name in names]


def test_sessions_whose_moves_fit_side_by_side_share_a_sheet_with_a_row_for_each_time():
    (page,) = tracker(two_sessions(named("Squat", "Lunge"), named("Plank")))
    assert {"Session", "Squat", "Lunge", "Plank"} <= set(said(page))
    assert said(page).count("Floor") == 3  # in the title, and in a row of each week
    rows = {}
    for _, y in logged(page):
        rows[round(y, 1)] = rows.get(round(y, 1), 0) + 1
    assert [rows[y] for y in sorted(rows)] == [6, 3, 6, 3]


def test_sessions_with_too_many_moves_for_one_sheet_have_a_sheet_each():
    hips, floor = tracker(two_sessions(named(*"ABCDEF"), named(*"GHIJKL")))
    assert {"Hips", *"ABCDEF"} <= set(said(hips))
    assert {"Floor", *"GHIJKL"} <= set(said(floor))
    assert set("GHIJKL").isdisjoint(said(hips))
    assert all("Session" not in said(page) for page in (hips, floor))


def test_a_group_stands_over_the_columns_of_its_moves_and_a_condition_below_the_name():
    pair = [replace(move, groups=(0,), number=f"A{n}") for n, move in enumerate(moves(2), 1)]
    alone = line("Hop", THREE, key="hop", condition="the knee is calm")
    (page,) = tracker(deck([*pair, alone], groups=(GroupWords("in turn"),)))
    words = {m.words: m for m in texts(page)}
    assert {"In turn", "A1", "A2", "If the knee is calm"} <= set(words)
    (under,) = [m for m in page.marks if isinstance(m, Path) and m.stroke and m.stroke.width == 1.5 and _wide(m)]
    left, right = _ends(under)
    middles = [(box_of(words[f"Move {n}"])[0] + box_of(words[f"Move {n}"])[2]) / 2 for n in (1, 2)]
    hop = (box_of(words["Hop"])[0] + box_of(words["Hop"])[2]) / 2
    assert left < middles[0] < middles[1] < right < hop


def _ends(mark):
    xs = [step[0] for _, step in mark.steps if step]
    return min(xs), max(xs)


def _wide(mark):
    left, right = _ends(mark)
    return 20 * MM < right - left < 100 * MM


def test_a_stage_stands_where_the_phase_would_with_its_goal():
    plan = deck(moves(2), weeks=2)
    stages = tuple(
        replace(w, phase="", stage=s, tone=n, goal="Walk")
        for n, (w, s) in enumerate(zip(plan.weeks, ("Calm", "Build"), strict=True), 1)
    )
    (page,) = tracker(replace(plan, weeks=stages, plan=replace(plan.plan, unit="stage")))
    assert {"Calm", "Build", "2-stage log", "Stage"} <= set(said(page))
    assert said(page).count("Goal: Walk") == 2


def test_blocks_of_ink_saver_have_a_heavy_rule_and_no_tint():
    (colour,) = tracker(deck(moves(2), weeks=2))
    (black,) = tracker(deck(moves(2), weeks=2), theme="ink-saver")
    assert [_heavy(colour), _heavy(black)] == [0, 1]
    assert not [m for m in black.marks if isinstance(m, Path) and m.fill == "#FBEAE2"]


def _heavy(page):
    return len([m for m in page.marks if isinstance(m, Path) and m.stroke and m.stroke.width == 3])
