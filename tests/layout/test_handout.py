"""The class handout as shipped: what is said once, what comes where there is room, a code that phones can read."""

from dataclasses import replace

import pytest
from pretend import Pretend, box_of, deck, icons, line, said, shipped, sofa, texts, with_plan

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.model.deck import Dose, Move, Week
from planbuilder.model.pages import Glyphs, Group, Link, Path

TWELVE = Dose("3", "10–12", "reps", side="each leg", rest="30 s")
HOLD = Dose("10", "30 s", "time", rest="30 s")
PANELS = (("Your three glutes", "The big glute pushes you forward. " * 4), ("Where to feel it", "In the seat. " * 8))


def moves(count, **more):
    return [line(f"Move {n}", key=str(n), number=str(n), **more) for n in range(1, count + 1)]


def handout(plan, **choices):
    pages, problems = lay_out(plan, shipped("handout", **choices), Pretend(), icons())
    assert not [p.message for p in problems if p.severity == "error"]
    return pages


def in_weeks(*doses):
    """A plan with one exercise whose dose is another in every week."""
    plan = deck(weeks=len(doses))
    workout = plan.workouts[0][0]
    return replace(plan, workouts=tuple((replace(workout, lines=(line(dose=dose),)),) for dose in doses))


def test_weeks_with_equal_doses_share_a_page():
    pages = handout(in_weeks(TWELVE, TWELVE, replace(TWELVE, amount="12–15")))
    assert ["Weeks 1–2" in " ".join(said(page)) for page in pages] == [True, False]
    assert ["10–12" in said(page) for page in pages] == [True, False]
    assert "12–15" in said(pages[1])


def test_weeks_in_which_nothing_is_done_stand_in_no_block():
    plan = deck(weeks=3)
    plan = replace(plan, workouts=(plan.workouts[0], (None,), plan.workouts[2]))
    (page,) = handout(plan)
    assert "Weeks 1, 3" in " ".join(said(page))


def test_rest_is_said_once_where_it_is_shared_and_on_each_row_where_it_is_not():
    (page,) = handout(deck(moves(3)))
    assert said(page).count("Rest 30 s") == 1
    other = line("Bridge", Dose("2", "8", "reps", rest="60 s"))
    (page,) = handout(deck([*moves(2), other]))
    assert said(page).count("Rest 30 s") == 2
    assert said(page).count("Rest 60 s") == 1


def test_crosses_line_up_and_names_and_doses_have_one_size_each():
    (page,) = handout(deck([*moves(3), line("Hold", HOLD)]))
    crosses = [m.x for m in texts(page) if m.words == "×" and m.y > 60 * MM]
    assert len(crosses) == 4
    assert max(crosses) - min(crosses) < 0.01
    names = {m.size for m in texts(page) if m.role == "heading" and m.words.startswith(("Move", "Hold"))}
    assert len(names) == 1
    assert len({m.size for m in texts(page) if m.words in ("10–12", "30 s") and m.y > 60 * MM}) == 1


def test_a_column_that_no_move_uses_has_no_head_and_leaves_its_room_to_the_name():
    long = "Shoulder blades together"
    plain = replace(line(long, key="blades"), move=Move("blades", long))
    (page,) = handout(deck([plain]))
    assert "Exercise and dose" in said(page)
    assert not {"How to move", "Kit swap", "easier", "harder"} & set(said(page))
    assert long in said(page)
    (page,) = handout(deck([plain, line("Squat", swaps=(sofa(),))]))
    assert {"How to move", "Kit swap"} <= set(said(page))
    assert not {"easier", "harder"} & set(said(page))


def test_the_page_number_stands_at_the_end_where_no_coach_is_named():
    plan = with_plan(deck(moves(30)), coach="", stop="")
    pages = handout(plan)
    (number,) = [m for m in texts(pages[0]) if m.words.startswith("Page 1 of")]
    assert box_of(number)[2] == pytest.approx(200 * MM, abs=0.1)


def test_every_stand_in_stands_beside_its_move():
    (page,) = handout(deck([line("Squat"), line("Band walk", swaps=(replace(sofa(), says="Sofa press."),))]))
    name = next(m for m in texts(page) if m.words == "Band walk")
    question = next(m for m in texts(page) if m.words == "No band?")
    assert abs(name.y - question.y) < 20 * MM
    assert question.colour == "#0A4F8A"


def test_panels_come_where_there_is_room_for_them():
    def panelled(count):
        plan = deck(moves(count, cues=["Keep the knee in line with your toes"] * 4))
        plan = replace(plan, plan=replace(plan.plan, panels=PANELS))
        return ["Your three glutes" in said(page) for page in handout(plan)]

    assert panelled(2) == [True]
    assert panelled(9) == [False]


def test_what_gave_way_comes_back_where_shorter_cues_left_room_for_it():
    cues = ("A long cue that goes on for more than one line, so that it takes room. " * 3,) * 5
    plan = deck(moves(5))
    workout = plan.workouts[0][0]
    lines = [
        replace(one, move=replace(one.move, purpose="Level hips", cues=tuple(short(cue) for cue in cues)))
        for one in workout.lines
    ]
    (page,) = handout(replace(plan, workouts=((replace(workout, lines=tuple(lines)),),)))
    assert said(page).count("Short") == 25
    assert said(page).count("Level hips") == 5


def short(words):
    from planbuilder.model.deck import Cue

    return Cue(words, "Short")


@pytest.mark.parametrize("link", ["example.org/hips", "example.org/a/longer/address/with/many/parts?and=more"])
def test_the_code_is_large_enough_and_nothing_comes_near_it(link):
    (page,) = handout(with_plan(deck(moves(3)), link=link))
    code = next(m for m in page.marks if isinstance(m, Path) and m.role == "figure")
    boxes = [numbers for _, numbers in code.steps]
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, low = max(b[0] + b[2] for b in boxes), max(b[1] + b[3] for b in boxes)
    module = min(b[3] for b in boxes)
    assert right - left >= 18 * MM
    assert module >= 0.4 * MM
    assert link in "".join(said(page))
    assert [m.address for m in page.marks if isinstance(m, Link)][:1] == [f"https://{link}"]
    quiet = (left - 4 * module, top - 4 * module, right + 4 * module, low + 4 * module)
    near = [m for m in page.marks if m is not code and not isinstance(m, Link) and meets(m, quiet)]
    assert near == []


def meets(mark, area):
    left, top, right, low = area
    if isinstance(mark, Glyphs):
        a, b, c, d = box_of(mark)
    elif isinstance(mark, Group):
        a, b = mark.x, mark.y
        c, d = a + mark.drawing.size.width * mark.scale, b + mark.drawing.size.height * mark.scale
    else:
        numbers = [number for _, step in mark.steps for number in _corners(step)]
        a, c = min(numbers[::2]), max(numbers[::2])
        b, d = min(numbers[1::2]), max(numbers[1::2])
    return a < right and c > left and b < low and d > top


def _corners(step):
    return (step[0], step[1], step[0] + step[2], step[1] + step[3]) if len(step) == 4 else step


def test_a_chart_shows_which_weeks_the_page_is_for():
    small, big = replace(TWELVE, size=30.0), replace(TWELVE, amount="12–15", size=60.0)
    pages = handout(in_weeks(small, big))
    assert len(pages) == 2
    high = [bars_of(page) for page in pages]
    assert high == [[pytest.approx(7.8 * MM, abs=0.01)], [pytest.approx(15.6 * MM, abs=0.01)]]


def bars_of(page):
    """The heights of the filled bars, which stand in the head of the page."""
    filled = [m.steps[0][1] for m in page.marks if isinstance(m, Path) and m.fill == "#B8431C"]
    return [high for _, top, wide, high in filled if top < 30 * MM and wide < 30 * MM]


def test_a_plan_without_weeks_has_no_chart_and_no_block():
    plan = deck(moves(2))
    plan = replace(plan, weeks=(Week("", "Steady hips"),), strip=0)
    (page,) = handout(plan)
    assert "Class handout · Hips" in said(page)
    assert "How much each week" not in said(page)


def test_one_move_leaves_room_to_write_and_many_do_not():
    (page,) = handout(deck(moves(1)))
    assert "How it went" in said(page)
    assert "How it went" not in said(handout(deck(moves(8)))[0])
    (page,) = handout(with_panels(deck(moves(1))))
    assert "How it went" not in said(page)


def with_panels(plan):
    return replace(plan, plan=replace(plan.plan, panels=PANELS))


def test_a_dose_that_does_not_hold_for_all_is_not_said_for_all():
    (page,) = handout(deck([line("Squat", TWELVE, key="1"), line("Plank", HOLD, key="2", number="2")]))
    assert [m.words for m in texts(page) if m.size == 26] == ["Rest 30 s"]


def test_what_is_above_the_rows_keeps_its_distance_where_nothing_is_shared():
    mixed = [line("Squat", TWELVE), line("Plank", replace(HOLD, rest="45 s"), key="2", number="2")]
    (page,) = handout(deck(mixed))
    head = next(m for m in texts(page) if m.words == "Exercise and dose")
    above = max(m.y for m in texts(page) if m.y < box_of(head)[1])
    assert box_of(head)[1] - above >= 3.9 * MM


def test_further_pages_have_no_chart_and_all_show_the_same_session():
    small = [line(f"Move {n}", replace(TWELVE, size=30.0), key=str(n), number=str(n)) for n in range(1, 15)]
    plan = deck(small, weeks=2)
    more = tuple(replace(move, doses=(replace(move.doses[0], amount="12–15", size=45.0),)) for move in small)
    plan = replace(plan, workouts=(plan.workouts[0], (replace(plan.workouts[1][0], lines=more),)))
    pages = handout(plan)
    charts = ["How much each week" in said(page) for page in pages]
    firsts = ["Page 1 of" in " ".join(said(page)) for page in pages]
    assert charts == firsts
    assert charts.count(True) == 2
