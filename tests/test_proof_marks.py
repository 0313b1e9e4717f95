"""Marks measured and judged: boxes, grounds, floors, guides. Letters are half an em wide and 0.7 em high."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout.pretend import Pretend

from planbuilder.colour import contrast, tone
from planbuilder.geometry import MM, Point, Rect, Size
from planbuilder.model.pages import Drawing, Glyphs, Group, Link, Mark, Page, Path, Picture, Raster, Stroke
from planbuilder.prepress.guides import guided
from planbuilder.prepress.ink import blackened, box, crosses, overlap, surface
from planbuilder.prepress.loupe import look
from planbuilder.prepress.proof import Floors, Proof, by_pages, proof

FLOORS = Floors(type=9, contrast=4.5)
A4 = Size(210 * MM, 297 * MM)


PRETEND = Pretend()


def words(text: str, x: float = 100, y: float = 100, size: float = 10, colour: str = "#000000") -> Glyphs:
    return Glyphs(x, y, size, colour, ((0.0, PRETEND.shape(text, "text 400")),), text)


def rect(
    x: float, y: float, width: float, height: float, fill: str | None = None, stroke: Stroke | None = None
) -> Path:
    return Path((("R", (x, y, width, height)),), fill, stroke)


def line(x1: float, y1: float, x2: float, y2: float, stroke: Stroke) -> Path:
    return Path((("M", (x1, y1)), ("L", (x2, y2))), None, stroke)


def page(*marks: Mark, size: Size = A4) -> Page:
    return Page(size, marks)


def judged(*marks: Mark) -> Proof:
    return proof(page(*marks), FLOORS, PRETEND)


def said(found: Proof) -> list[str]:
    return [problem.message for problem in found.problems]


STOP = Drawing("icon:stop", Size(24, 24), (rect(0, 0, 24, 24, "#000000"),))


# Colours


def test_contrast_runs_from_1_to_21_and_does_not_ask_which_is_the_ground() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#B8431C", "#B8431C") == 1
    assert contrast("#B8431C", "#FFFFFF") == contrast("#FFFFFF", "#B8431C") == pytest.approx(5.4, abs=0.05)
    assert contrast("#46535F", "#EDB9A3") == pytest.approx(4.6, abs=0.1)


def test_tone_is_what_a_grey_printer_blackens() -> None:
    assert tone("#FFFFFF") == pytest.approx(0)
    assert tone("#000000") == pytest.approx(1)
    assert tone("#B8431C") == pytest.approx(0.62, abs=0.005)


# Boxes of marks


def test_words_reach_from_the_height_of_capitals_to_what_hangs_below_the_baseline() -> None:
    assert box(words("sit"), PRETEND) == Rect(100, 93, 15, 7)
    assert box(words("step"), PRETEND) == Rect(100, 93, 20, 9.5)
    assert box(words(" "), PRETEND) is None


def test_a_line_is_as_thick_as_its_pen_and_longer_only_with_round_ends() -> None:
    assert box(line(10, 20, 50, 20, Stroke(2, "#000000")), PRETEND) == Rect(10, 19, 40, 2)
    assert box(line(10, 20, 50, 20, Stroke(2, "#000000", cap="round")), PRETEND) == Rect(9, 19, 42, 2)
    assert box(rect(10, 10, 20, 20, None, Stroke(2, "#000000")), PRETEND) == Rect(9, 9, 22, 22)


def test_white_on_white_paper_leaves_nothing() -> None:
    assert box(rect(0, 0, 595, 842, "#FFFFFF"), PRETEND) is None
    assert box(Link(Rect(0, 0, 10, 10), "https://example.org"), PRETEND) is None


def test_a_curve_is_as_wide_as_it_bends_not_as_its_handles_reach() -> None:
    bow = Path((("M", (0, 0)), ("C", (0, 40, 40, 40, 40, 0))), "#000000")
    found = box(bow, PRETEND)
    assert found is not None
    assert found.height == pytest.approx(30, abs=0.5)


def test_a_drawing_is_scaled_and_mirrored_within_its_own_width() -> None:
    drawing = Drawing("figure:x", Size(100, 100), (rect(10, 20, 30, 40, "#000000"),))
    assert box(Group(drawing, 5, 5, 0.5), PRETEND) == Rect(10, 15, 15, 20)
    assert box(Group(drawing, 5, 5, 0.5, mirrored=True), PRETEND) == Rect(35, 15, 15, 20)


def test_what_stands_on_its_head_hangs_from_its_baseline() -> None:
    assert box(replace(words("step"), turned=True), PRETEND) == Rect(80, 97.5, 20, 9.5)
    drawing = Drawing("figure:x", Size(100, 100), (rect(10, 20, 30, 10, "#000000"),))
    assert box(Group(drawing, 0, 0, 1, turned=True), PRETEND) == Rect(60, 70, 30, 10)


def test_a_coach_s_own_drawing_ends_at_its_edges() -> None:
    drawing = Drawing("figure:x", Size(100, 100), (rect(-50, 0, 400, 50, "#000000"),), own=True)
    assert box(Group(drawing, 0, 0, 1), PRETEND) == Rect(0, 0, 100, 50)


def test_a_surface_holds_what_lies_inside_its_outline() -> None:
    triangle = surface(Path((("M", (0, 0)), ("L", (10, 0)), ("L", (0, 10)), ("Z", ())), "#000000"))
    assert triangle is not None
    assert triangle.holds(Point(2, 2))
    assert not triangle.holds(Point(8, 8))


@pytest.mark.parametrize(("even_odd", "holds"), [(True, False), (False, True)])
def test_a_hole_is_one_where_the_path_says_so(even_odd: bool, holds: bool) -> None:
    ring = Path((("R", (0, 0, 30, 30)), ("R", (10, 10, 10, 10))), "#000000", even_odd=even_odd)
    found = surface(ring)
    assert found is not None
    assert found.holds(Point(15, 15)) is holds
    assert found.holds(Point(5, 5))


COORDINATE = st.floats(min_value=-1000, max_value=1000)
SIDE = st.floats(min_value=0.1, max_value=1000)
RECTS = st.builds(Rect, COORDINATE, COORDINATE, SIDE, SIDE)


@given(RECTS, RECTS)
def test_what_two_boxes_share_lies_in_both(one: Rect, other: Rect) -> None:
    shared = overlap(one, other)
    assert shared == overlap(other, one)
    if shared:
        for whole in (one, other):
            assert shared.x >= whole.x
            assert shared.y >= whole.y
            assert shared.right <= whole.right + 1e-9
            assert shared.bottom <= whole.bottom + 1e-9


@given(RECTS, st.floats(min_value=0.1, max_value=5))
def test_a_frame_around_a_box_does_not_cross_it(area: Rect, air: float) -> None:
    frame = rect(area.x - air, area.y - air, area.width + 2 * air, area.height + 2 * air, None, Stroke(1, "#000000"))
    assert not crosses(frame, area)


@given(RECTS)
def test_a_line_from_corner_to_corner_crosses(area: Rect) -> None:
    assert crosses(line(area.x, area.y, area.right, area.bottom, Stroke(1, "#000000")), area)


# Ink


def test_ink_counts_what_is_printed_over() -> None:
    assert blackened(rect(0, 0, 10, 10, "#000000"), "#FFFFFF", PRETEND) == pytest.approx(100)
    assert blackened(rect(0, 0, 10, 10, "#FFFFFF"), "#000000", PRETEND) == pytest.approx(-100)
    assert blackened(rect(0, 0, 10, 10, "#000000"), "#000000", PRETEND) == 0
    dashed = line(0, 0, 100, 0, Stroke(2, "#000000", (3, 1)))
    assert blackened(dashed, "#FFFFFF", PRETEND) == pytest.approx(150)


def test_ink_of_a_page_is_a_share_of_the_paper() -> None:
    found = judged(rect(50, 50, 100, 100, "#000000"))
    assert found.ink.worst == pytest.approx(10_000 / (A4.width * A4.height))
    assert judged().ink.worst == 0


# Floors


def test_a_good_page_has_no_problems() -> None:
    found = judged(words("Week 1", size=40), words("footer", y=700, size=9))
    assert found.problems == ()
    assert found.type.worst == 9
    assert found.contrast.worst == pytest.approx(21)
    assert (found.code.worst, found.picture.worst) == (None, None)


def test_an_empty_page_has_nothing_to_measure() -> None:
    found = judged()
    assert (found.type.worst, found.margin.worst, found.contrast.worst) == (None, None, None)
    assert found.problems == ()


def test_type_under_the_floor() -> None:
    found = judged(words("fine"), words("tiny", y=200, size=7.5), words("small", y=300, size=8))
    assert found.type.worst == 7.5
    assert said(found) == ['"tiny" (and 1 more): type of 7.5 pt, and this layout promises 9 pt or more.']


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (words("edge", x=10), '"edge"'),
        (line(200, 5, 200, 40, Stroke(0.25, "#000000")), "A line"),
        (rect(100, 100, 490, 20, "#B8431C"), "A filled area"),
        (Group(STOP, 2, 100, 1), "A drawing"),
        (Group(replace(STOP, alt="Stop"), 2, 100, 1), 'The drawing "Stop"'),
    ],
)
def test_within_5_mm_of_the_edge_printers_do_not_reach(mark: Mark, name: str) -> None:
    (told,) = said(judged(mark))
    assert told.startswith(f"{name}: ")
    assert "5 mm is needed" in told


def test_5_mm_from_the_edge_is_far_enough() -> None:
    tick = line(300, 5 * MM, 300, 10 * MM, Stroke(0.25, "#000000"))
    found = judged(tick)
    assert found.problems == ()
    assert found.margin.worst == pytest.approx(5 * MM)


def test_outside_the_page() -> None:
    found = judged(words("out of it", x=580))
    assert said(found) == ['"out of it" reaches 10.5 mm beyond the edge of the page.']


def test_what_is_cut_out_may_bleed_but_words_keep_clear_of_the_cut() -> None:
    trim = Rect(20, 20, 300, 400)
    bleed = Rect(20 - 3 * MM, 20 - 3 * MM, 300 + 6 * MM, 400 + 6 * MM)
    fill = rect(*bleed, fill="#B8431C")
    cut = line(2, 20, 8, 20, Stroke(0.25, "#000000"))
    sheet = Page(Size(340, 440), (fill, cut, words("good", x=40, colour="#FFFFFF")), trim=trim, bleed=bleed)
    assert proof(sheet, FLOORS, PRETEND).problems == ()
    near = replace(sheet, marks=(*sheet.marks, words("near", x=22, y=300, colour="#FFFFFF")))
    assert [p.message for p in proof(near, FLOORS, PRETEND).problems] == [
        '"near": 0.7 mm from the edge, where printers do not reach; 3 mm is needed.'
    ]


def test_words_are_judged_against_the_last_surface_below_them() -> None:
    under = rect(90, 80, 200, 30, "#B8431C")
    white = words("white", colour="#FFFFFF")
    assert judged(under, white).contrast.worst == pytest.approx(5.4, abs=0.05)
    assert judged(under, rect(95, 85, 100, 20, "#000000"), white).contrast.worst == pytest.approx(21)
    assert judged(white, under).contrast.worst == 1


def test_words_that_run_off_their_ground_are_judged_where_it_is_worst() -> None:
    found = judged(rect(90, 80, 30, 30, "#000000"), words("half and half", colour="#FFFFFF"))
    assert found.contrast.worst == 1
    assert said(found) == ['"half and half": a contrast of 1 to 1 with what is behind; this layout promises 4.5 to 1.']


def test_words_on_words() -> None:
    assert judged(words("one", y=100), words("two", y=108)).problems == ()
    found = judged(words("one", y=100), words("two", y=104), words("far", x=300, y=104))
    assert found.overlap.worst == 1
    assert said(found) == ['"one" and "two" lie on each other.']


def test_a_line_through_words() -> None:
    through = line(90, 96, 200, 96, Stroke(1, "#000000"))
    below = line(90, 101, 200, 101, Stroke(1, "#000000"))
    assert judged(words("word"), below).problems == ()
    assert said(judged(words("word"), through)) == ['A line runs through "word".']
    under = line(90, 100.7, 200, 100.7, Stroke(1, "#000000"))
    assert said(judged(words("going"), under)) == ['A line runs through "going".']


def code(module: float, rows: int = 25) -> Path:
    dark = [(x, y) for y in range(rows) for x in range(rows) if (x + y) % 2 == 0]
    return Path(
        tuple(("R", (100 + x * module, 100 + y * module, module, module)) for x, y in dark), "#000000", role="figure"
    )


def test_a_code_needs_18_mm_and_modules_of_four_tenths() -> None:
    good = judged(code(0.8 * MM))
    assert good.problems == ()
    assert good.code.worst == pytest.approx(0.8 * MM)
    assert said(judged(code(0.7 * MM))) == [
        "The code is 17.5 mm wide with modules of 0.7 mm: phones need 18 mm and 0.4 mm."
    ]
    assert said(judged(code(0.3 * MM, rows=77))) == [
        "The code is 23.1 mm wide with modules of 0.3 mm: phones need 18 mm and 0.4 mm."
    ]


def test_a_box_is_no_code() -> None:
    assert judged(replace(rect(100, 100, 20, 20, "#000000"), role="figure")).code.worst is None


def photo(width: int, height: int, turn: int = 1) -> Picture:
    raster = Raster("squat.jpg", "jpeg", width, height, "rgb", b"", turn=turn)
    return Picture(raster, Rect(100, 100, 144, 72), "Squat from the side")


def test_a_photo_needs_150_dots_an_inch() -> None:
    assert judged(photo(600, 300)).picture.worst == 300
    assert judged(photo(300, 600, turn=6)).picture.worst == 300
    assert said(judged(photo(600, 120))) == [
        'The picture "Squat from the side": 120 dots an inch; under 150 it prints blurred.'
    ]


def test_a_problem_of_several_pages_is_told_once() -> None:
    bad = judged(words("tiny", size=7))
    good = judged(words("fine"))
    told = [p.message for p in by_pages([bad, bad, bad, good, judged(words("other", size=6))])]
    assert [line.partition(":")[0] for line in told] == ["Pages 1 to 3", "Page 5"]
    assert by_pages([bad, good, bad])[0].message.startswith("Pages 1, 3: ")
    assert by_pages([good]) == ()


def test_the_loupe_leaves_the_page_as_it_is() -> None:
    sheet = page(words("one"), rect(1, 1, 2, 2, "#000000"))
    before = repr(sheet)
    look(sheet, PRETEND)
    assert repr(sheet) == before


# Guides


def test_guides_frame_boxes_and_words_and_say_the_gaps() -> None:
    sheet = page(words("one", y=100), words("two", y=100 + 7 + 4 * MM))
    margin = rect(30, 30, A4.width - 60, A4.height - 60, "#000000")
    marks = guided(replace(sheet, guides=(margin,)), PRETEND).marks
    assert marks[:3] == (*sheet.marks, margin)
    frames = [mark.steps[0][1] for mark in marks[3:] if isinstance(mark, Path) and mark.steps[0][0] == "R"]
    assert frames[0] == pytest.approx((100, 93, 15, 7))
    assert [mark.words for mark in marks[2:] if isinstance(mark, Glyphs)] == ["4.0"]
