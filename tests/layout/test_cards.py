"""Exercise cards as shipped: fronts and backs that belong together, and what each says."""

from dataclasses import replace

import pytest
from pretend import Pretend, box_of, deck, icons, line, said, shipped, sofa, texts

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.model.deck import Aid, Cue, Dose, SessionKind, Workout
from planbuilder.model.pages import Glyphs, Group, Path

SWAPPED = line("Band walk", swaps=(sofa(),), number="2")


def cards(lines, paper=None, theme=None, flip="", **more):
    """The sides of the sheets of a plan's cards."""
    design = shipped("cards", paper=paper, theme=theme, flip=flip)
    sides, problems = lay_out(deck(lines, **more), design, Pretend(), icons())
    assert not [p.message for p in problems if p.severity == "error"]
    return sides, problems


def moves(count):
    return [line(f"Move {n}", key=str(n), number=str(n)) for n in range(1, count + 1)]


def tabs(side):
    """The number of each card by its column and row, from the tabs on coloured ground."""
    width, height = side.size.width / 2, side.size.height / 2
    tabs = [m for m in texts(side) if m.size == 19 and m.colour == "#FFFFFF"]
    return {m.words: (int(m.x // width), int(m.y // height)) for m in tabs}


def test_four_cards_a_sheet_and_their_backs_in_mirrored_columns():
    (front, back), _ = cards(moves(4))
    assert tabs(front) == {"1": (0, 0), "2": (1, 0), "3": (0, 1), "4": (1, 1)}
    assert tabs(back) == {"2": (0, 0), "1": (1, 0), "4": (0, 1), "3": (1, 1)}


def test_front_and_back_register_within_half_a_millimetre():
    (front, back), _ = cards(moves(4))
    tab = {m.words: m for m in texts(front) if m.size == 19}
    behind = {m.words: m for m in texts(back) if m.size == 19}
    width = front.size.width / 2
    for number, mark in tab.items():
        assert mark.x % width == pytest.approx(behind[number].x % width, abs=0.5 * MM)
        assert mark.y == pytest.approx(behind[number].y, abs=0.5 * MM)


def test_a_short_edge_flip_mirrors_rows_and_a_last_sheet_stays_blank_on_both_sides():
    (_, back, front, last), _ = cards(moves(5), flip="short-edge")
    assert tabs(back) == {"1": (0, 1), "2": (1, 1), "3": (0, 0), "4": (1, 0)}
    assert tabs(front) == {"5": (0, 0)}
    assert tabs(last) == {"5": (0, 1)}


def test_the_front_has_dose_unit_and_rest_the_back_cues_and_stop():
    (front, back), _ = cards([line("Squat", number="3")])
    for words in ("Squat", "3", "×", "10–12", "each leg", "30 s", "rest", "Week 1"):
        assert words in said(front)
    assert {"Sit back, then down", "Knees in line with toes", "1", "2", "Sharp pain? Stop."} <= set(said(back))
    assert "Sit back, then down" not in said(front)


def test_doses_of_all_cards_have_one_size_and_names_too():
    lines = [line("Squat"), line("A name that is rather long for a card", key="b"), line("Lunge", key="c")]
    (front, _), _ = cards(lines)
    names = {m.size for m in texts(front) if m.role == "heading"}
    doses = {m.size for m in texts(front) if m.words == "10–12"}
    assert len(names) == len(doses) == 1


def test_a_swap_stands_in_a_box_with_its_bar_and_its_question():
    (_, back), _ = cards([SWAPPED])
    bars = [m for m in back.marks if isinstance(m, Path) and m.fill == "#0A4F8A"]
    [question] = [m for m in texts(back) if m.words == "No band?"]
    assert question.colour == "#0A4F8A"
    _, (_, y, width, height) = bars[0].steps[0]
    assert width == 4
    assert y < question.y < y + height
    assert any(isinstance(m, Group) and m.drawing.name.startswith("icon:swap") for m in back.marks)


def test_a_thing_to_use_instead_has_a_box_of_its_own():
    (_, back), _ = cards([line("Step-up", aids=(Aid("No step?", "First or second stair"),))])
    assert {"No step?", "First or second stair"} <= set(said(back))


def test_cues_that_do_not_fit_go_on_numbered_on_a_card_b():
    cues = [Cue(f"Cue {n}: keep the hips level and the trunk tall, then slowly down") for n in range(1, 11)]
    (front, back), _ = cards([line("Squat", cues=cues)])
    assert {"1", "1b"} <= set(tabs(front))
    numbers = sorted(int(m.words) for m in texts(back) if m.role == "artifact" and m.words.isdecimal())
    assert numbers == list(range(1, 11))
    words = " ".join(said(back))
    assert all(f"Cue {n}:" in words for n in range(1, 11))


def test_a_block_of_weeks_with_equal_doses_is_one_card_that_names_its_weeks():
    (front, _), _ = cards([line("Squat")], weeks=3)
    assert "Weeks 1–3" in said(front)
    assert said(front).count("Squat") == 1


def test_every_session_has_its_own_cards():
    from dataclasses import replace

    one = deck([line("Squat")])
    [[done]] = one.workouts
    second = Workout(done.days, (line("Lunge", key="b/lunge"),))
    kinds = (SessionKind("a", "Hips", "Hips"), SessionKind("b", "Legs", "Legs"))
    plan = replace(one, sessions=kinds, workouts=((done, second),))
    sides, _ = lay_out(plan, shipped("cards"), Pretend(), icons())
    assert {"Hips", "Legs", "Squat", "Lunge"} <= set(said(sides[0]))


def test_what_to_do_instead_stands_on_the_first_of_a_moves_cards_mistakes_on_the_last():
    cues = [f"Cue number {n} takes so many words that it needs two lines" for n in range(1, 10)]
    long = line("Band walk", cues=cues, swaps=(sofa(),), number="2")
    (_, back), _ = cards([replace(long, move=replace(long.move, mistake="Knees roll in"))])
    places = {m.words: m.x // (back.size.width / 2) for m in texts(back)}
    assert places["2"] == places["No band?"] == 1
    assert places["2b"] == places["Mistake"] == 0
    assert [m.words for m in texts(back)].count("Mistake") == 1


@pytest.mark.parametrize("paper", [None, "letter", "legal", "a3", "a5", "a6", "4x6", "3x5", "tabloid"])
@pytest.mark.parametrize("theme", [None, "ink-saver"])
def test_cards_fit_every_paper_with_nothing_cut_off(paper, theme):
    dose = Dose("3", "12–15", "reps", side="each leg", rest="30 s", load="20 kg")
    lines = [SWAPPED, line("Oberschenkelrückseitendehnung am Türrahmen", dose, number="10")]
    sides, _ = cards(lines, paper, theme)
    for side in sides:
        for mark in (m for m in side.marks if isinstance(m, Glyphs)):
            left, top, right, base = box_of(mark)
            assert left >= 5 * MM
            assert top >= 5 * MM
            assert right <= side.size.width - 5 * MM + 0.2
            assert base <= side.size.height - 5 * MM
            assert mark.size >= 8


def test_the_ink_saver_fills_nothing_but_white():
    sides, _ = cards([SWAPPED], theme="ink-saver")
    boxes = [m for side in sides for m in side.marks if isinstance(m, Path) and m.fill]
    assert {m.fill for m in boxes if m.steps[0][1][2:] and m.steps[0][1][2] > 20} <= {"#FFFFFF"}


def bare(**changes):
    move = line("Towel row", number="1")
    return replace(move, move=replace(move.move, pictured=False, **changes))


def test_without_a_picture_the_first_cues_stand_in_its_place():
    (front, back), _ = cards([bare()])
    assert {"Sit back, then down", "Knees in line with toes"} <= set(said(front))
    assert {"Sit back, then down", "Knees in line with toes"} <= set(said(back))
    assert "Room for a sketch" not in said(front)


def test_with_neither_picture_nor_cues_there_is_room_to_draw_and_to_write():
    (front, back), _ = cards([bare(cues=())])
    assert "Room for a sketch" in said(front)
    lines = [m for m in back.marks if isinstance(m, Path) and m.role == "line"]
    assert len(lines) >= 5


def test_what_is_counted_stands_below_the_dose_where_nothing_else_does():
    plain = Dose("3", "10", "reps", noun="reps")
    (front, _), _ = cards([line("Squat", plain, number="1")])
    assert "reps" in said(front)
    (front, _), _ = cards([line("Squat", replace(plain, note="wider each set"), number="1")])
    assert "reps" not in said(front)
    assert "wider each set" in said(front)
