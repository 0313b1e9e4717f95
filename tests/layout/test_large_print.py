"""Large print as shipped: few moves, nothing small, nothing abbreviated."""

from dataclasses import replace

import pytest
from pretend import Pretend, box_of, deck, icons, line, said, shipped, sofa, texts, with_plan

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.model.deck import Dose, GroupWords
from planbuilder.model.pages import Path

HOLD = Dose("3", "30 s", "time", side="each side", rest="45 s", amount_spoken="30 seconds", rest_spoken="45 seconds")
REPS = Dose("3", "8–10", "reps", side="each leg", noun="reps", rest="45 s", rest_spoken="45 seconds")


def large(lines, **more):
    pages, problems = lay_out(deck(lines, **more), shipped("large-print"), Pretend(), icons())
    assert not [p.message for p in problems if p.severity == "error"]
    return pages


def moves(count, dose=REPS):
    return [line(f"Move {n}", dose, key=str(n), number=str(n)) for n in range(1, count + 1)]


@pytest.mark.parametrize("count", [1, 4, 7])
def test_nothing_is_smaller_than_18_points(count):
    for page in large([*moves(count), line("Band walk", HOLD, swaps=(sofa(),))]):
        assert min(m.size for m in texts(page)) >= 18


def test_three_moves_a_page_shared_evenly():
    pages = large(moves(4))
    assert [sum(words.startswith("Move") for words in said(page)) for page in pages] == [2, 2]
    assert [f"Page {n} of 2" in said(page) for n, page in enumerate(pages, 1)] == [True, True]
    assert all("4 moves today." in " ".join(said(page)) for page in pages)


def test_one_move_is_one_move():
    (page,) = large(moves(1))
    assert "One move today." in " ".join(said(page))


def test_units_are_spelled_out():
    (page,) = large([line("Side plank", HOLD), line("Squat", REPS)])
    words = said(page)
    assert {"30 seconds", "sets × reps, each leg", "Rest 45 seconds"} <= set(words)
    assert not [w for w in words if w.endswith(" s")]


def test_headings_of_groups_have_their_units_spelled_out():
    groups = (GroupWords("every 1 min", spoken="every 1 minute"),)
    (page,) = large([replace(line("Squat", REPS), groups=(0,))], groups=groups)
    assert "Every 1 minute" in said(page)


def test_the_page_number_stands_at_the_end_where_there_is_no_stop_rule():
    plan = with_plan(deck(moves(4)), stop="")
    pages, _ = lay_out(plan, shipped("large-print"), Pretend(), icons())
    (number,) = [m for m in texts(pages[0]) if m.words == "Page 1 of 2"]
    assert box_of(number)[2] == pytest.approx(195 * MM, abs=0.1)


def test_words_stand_on_white_or_on_the_swap_tint_in_colours_that_can_be_read():
    (page,) = large([line("Band walk", REPS, swaps=(replace(sofa(), says="Sofa press."),))])
    assert {m.colour for m in texts(page) if m.words != "×"} == {"#16202B", "#0A4F8A"}


def test_sizes_are_the_same_on_all_pages():
    pages = large([*moves(5), line("Single-leg Romanian deadlift", REPS, key="x")], weeks=2)
    sizes = [{m.size for m in texts(page) if m.role == "heading" and m.words.startswith("Move")} for page in pages]
    assert len(set().union(*sizes)) == 1


def test_a_long_name_takes_more_lines_and_stays_clear_of_the_dose():
    (page,) = large([line("Sideways band walk with a slow return", REPS)])
    dose = next(m for m in texts(page) if m.words == "8–10")
    names = [m for m in texts(page) if m.size == 38 and m.words != "1."]
    assert len(names) > 1
    assert all(box_of(name)[2] < box_of(dose)[0] for name in names)


def test_the_unit_stands_below_the_dose_and_the_picture_beside_it():
    (page,) = large(moves(2))
    dose = next(m for m in texts(page) if m.words == "8–10")
    unit = next(m for m in texts(page) if m.words == "sets × reps, each leg")
    cue = next(m for m in texts(page) if m.words == "Sit back, then down")
    assert dose.y < unit.y < cue.y
    assert box_of(unit)[1] - dose.y == pytest.approx(3 * MM, abs=0.5)


def test_a_page_of_one_move_has_room_to_write():
    (one,) = large(moves(1))
    (two,) = large(moves(2))
    lines = [len([m for m in page.marks if isinstance(m, Path) and m.role == "line"]) for page in (one, two)]
    assert lines[0] >= 5
    assert lines[1] == 0
