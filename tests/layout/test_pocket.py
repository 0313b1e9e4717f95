"""The pocket booklet as shipped: eight pages on a sheet, folded and cut once."""

from dataclasses import replace

import pytest
from pretend import Pretend, deck, icons, line, said, shipped, sofa, texts, with_plan

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.model.deck import Day, Dose, Week, Workout
from planbuilder.model.pages import Glyphs, Path

SHORT = ("Short cue", "Another one", "A third")


def booklets(plan, **choices):
    sheets, problems = lay_out(plan, shipped("pocket", **choices), Pretend(), icons())
    assert not [p.message for p in problems if p.severity == "error"]
    return sheets


def moves(count, **more):
    return [line(f"Move {n}", key=str(n), number=str(n), cues=SHORT, **more) for n in range(1, count + 1)]


def pages(sheet):
    """The words of each page by its number in the booklet."""
    width, height = sheet.size.width / 4, sheet.size.height / 2
    order = {(0, 0): 5, (1, 0): 4, (2, 0): 3, (3, 0): 2, (0, 1): 6, (1, 1): 7, (2, 1): 8, (3, 1): 1}
    found = {number: [] for number in range(1, 9)}
    for mark in texts(sheet):
        found[order[int(mark.x // width), int(mark.y // height)]].append(mark.words)
    return found


def test_one_move_a_page_between_cover_and_ticks():
    [sheet] = booklets(deck(moves(5), weeks=6))
    found = pages(sheet)
    assert "Steady hips" in " ".join(found[1])
    assert "How it works" in found[2]
    for number in range(3, 8):
        assert f"Move {number - 2}" in found[number]
        assert found[number][-1] == str(number)
    assert "Tick it off" in found[8]


def test_the_top_row_stands_on_its_head():
    [sheet] = booklets(deck(moves(5), weeks=6))
    for mark in texts(sheet):
        assert mark.turned == (mark.y < sheet.size.height / 2), mark.words


def test_one_set_is_one_set():
    [sheet] = booklets(deck(moves(5, dose=Dose("1", "8", "reps")), weeks=6))
    assert "1 set" in pages(sheet)[2]


def test_where_moves_share_nothing_each_page_says_how_much_and_there_is_room_for_notes():
    doses = [Dose("3", "8", "reps"), Dose("2", "30 s", "time"), Dose("", "20 min", "time")]
    [sheet] = booklets(deck([line(str(n), dose, key=str(n)) for n, dose in enumerate(doses)], weeks=6))
    assert "Each page says how much to do." in " ".join(pages(sheet)[2])


def test_six_moves_stand_two_a_page_and_the_rest_is_for_notes():
    [sheet] = booklets(deck(moves(6), weeks=6))
    found = pages(sheet)
    assert {"Move 1", "Move 2"} <= set(found[3])
    assert {"Move 5", "Move 6"} <= set(found[5])
    assert "Notes" in found[6]
    assert "Notes" in found[7]


def test_a_page_left_over_has_a_panel_to_read():
    plan = deck(moves(6), weeks=6)
    panels = (("Your glutes", "They push."), ("Sitting", "Stand up."), ("Pain", "See a physio."))
    [sheet] = booklets(replace(plan, plan=replace(plan.plan, panels=panels)))
    found = pages(sheet)
    assert [found[number][:2] for number in (6, 7)] == [["Your glutes", "They push."], ["Sitting", "Stand up."]]
    [sheet] = booklets(replace(plan, plan=replace(plan.plan, panels=panels[:1])))
    assert [pages(sheet)[number][0] for number in (6, 7)] == ["Your glutes", "Notes"]


def test_eleven_moves_take_a_second_sheet():
    first, second = booklets(deck(moves(11), weeks=6))
    names = [w for sheet in (first, second) for w in said(sheet) if w.startswith("Move")]
    assert sorted(names) == sorted(f"Move {n}" for n in range(1, 12))


def test_more_weeks_than_a_page_holds_make_a_further_booklet_that_says_which():
    sheets = booklets(deck(moves(5), weeks=52))
    weeks = [[int(w) for w in pages(sheet)[8] if w.isdecimal() and int(w) > 2] for sheet in sheets]
    assert len(sheets) <= 9
    assert {w for found in weeks for w in found} >= set(range(3, 53))
    assert any(words.startswith("Weeks 1–") for words in pages(sheets[0])[1])
    assert any(words.endswith("–52") for words in pages(sheets[-1])[1])


def test_a_tick_for_every_session_of_every_week():
    [sheet] = booklets(deck(moves(5), weeks=6, days=3))
    ticks = [m for m in sheet.marks if isinstance(m, Path) and len(m.steps) == 10]
    assert len(ticks) == 18
    assert {m.stroke.width for m in ticks} == {1.25}


def test_seven_sessions_a_week_stand_in_rows_with_their_days_inside():
    plan = deck(moves(3), weeks=2, days=7)
    marks = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    done = replace(plan.workouts[0][0], days=tuple(Day(m) for m in marks))
    [sheet] = booklets(replace(plan, workouts=((done,), (done,))))
    assert [w for w in pages(sheet)[8] if w in marks] == [*marks, *marks]


def test_a_move_that_begins_later_shows_its_first_dose():
    plan = deck(moves(1), weeks=2)
    second = Workout((Day("1"),), (line("Late", Dose("4", "20", "reps"), key="late"),))
    [sheet] = booklets(replace(plan, workouts=(plan.workouts[0], (second,))))
    assert {"Late", "4", "20"} <= set(pages(sheet)[4])


def test_the_facts_of_how_it_works_are_those_that_hold_for_all():
    first, last = Dose("3", "8–10", "reps", rest="30 s"), Dose("3", "12–15", "reps", rest="30 s")
    plan = deck([line("Squat", first)], weeks=2)
    grown = replace(plan.workouts[0][0], lines=(line("Squat", last),))
    found = pages(booklets(replace(plan, workouts=(plan.workouts[0], (grown,))))[0])
    assert {"3 sets", "8–10", "30 s"} <= set(found[2])
    assert "reps to start, grow to 12–15" in " ".join(found[2])
    found = pages(booklets(plan)[0])
    assert "grow to" not in " ".join(found[2])


def test_a_plan_without_weeks_has_lines_in_place_of_ticks():
    plan = deck(moves(2))
    plan = with_plan(replace(plan, weeks=(Week("", "Steady hips"),), strip=0), weeks="")
    [sheet] = booklets(plan)
    assert "Tick it off" not in said(sheet)
    assert pages(sheet)[8][0] == "Notes"


def test_a_swap_stands_next_to_its_move():
    [sheet] = booklets(deck([line("Band walk", swaps=(sofa(),))], weeks=6))
    assert "No band?" in pages(sheet)[3]


@pytest.mark.parametrize("paper", [None, "letter", "a3", "tabloid", "legal"])
@pytest.mark.parametrize("count", [1, 5, 7])
def test_every_page_keeps_to_its_own_quarter(paper, count):
    for sheet in booklets(deck(moves(count), weeks=12), paper=paper):
        width, height = sheet.size.width / 4, sheet.size.height / 2
        for mark in (m for m in sheet.marks if isinstance(m, Glyphs)):
            at, run = mark.runs[-1]
            far = mark.x + (-1 if mark.turned else 1) * (at + run.advance * mark.size)
            left, right = sorted((mark.x, far))
            column, row = int((left + 1) // width), int((mark.y) // height)
            assert left >= column * width + 5 * MM, mark.words
            assert right <= (column + 1) * width - 5 * MM, mark.words
            assert row * height + 5 * MM <= mark.y <= (row + 1) * height - 5 * MM, mark.words
            assert mark.size >= 8
