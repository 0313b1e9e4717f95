"""Where pages and marks land on a sheet: positions in points, front against back."""

from dataclasses import replace

import pytest
from pretend import Pretend, deck, design_of, icons, line, said

from planbuilder.geometry import MM, Point, Rect, Size
from planbuilder.layout import lay_out
from planbuilder.layout.sheets import Hand, imposed
from planbuilder.load.layouts import read_layout
from planbuilder.load.reader import Reader
from planbuilder.model.choices import Choices
from planbuilder.model.imposition import Imposition, Pens, Slit
from planbuilder.model.measure import Run
from planbuilder.model.pages import Glyphs, Group, Link, Page, Path, Picture, Raster, Stroke
from planbuilder.problems import Source
from planbuilder.resolve.cascade import cascade

A4 = Size(210 * MM, 297 * MM)
QUARTER = Size(105 * MM, 148.5 * MM)
CARDS = Imposition(A4, QUARTER, 2, 2, backs="long-edge")
RUN = Run("x", "text-400", 0.5, None)


def page(words, size=QUARTER):
    return Page(size, (Glyphs(10, 20, 12, "#000000", ((0.0, RUN),), words),), words)


def cards(count):
    return [(page(f"{n}"), page(f"{n} back")) for n in range(1, count + 1)]


def where(sheet):
    return {m.words: (round(m.x, 3), round(m.y, 3)) for m in sheet.marks if isinstance(m, Glyphs)}


def slots(sheet, size=QUARTER):
    """The column and row of every page."""
    return {words: (int(x // size.width), int(y // size.height)) for words, (x, y) in where(sheet).items()}


def lines(sheet):
    return [m for m in sheet.marks if isinstance(m, Path)]


def ends(path):
    return tuple(round(n / MM, 2) for _, numbers in path.steps for n in numbers)


def test_a_page_that_is_the_sheet_stays_as_it_is():
    one = page("1", A4)
    assert imposed([(one,)], Imposition(A4, A4)) == (one,)


def test_pages_fill_the_sheet_in_reading_order_and_leave_the_rest_blank():
    first, second = imposed([(page(str(n)),) for n in range(1, 7)], Imposition(A4, QUARTER, 2, 2))
    assert slots(first) == {"1": (0, 0), "2": (1, 0), "3": (0, 1), "4": (1, 1)}
    assert slots(second) == {"5": (0, 0), "6": (1, 0)}
    assert where(first)["4"] == pytest.approx((10 + 105 * MM, 20 + 148.5 * MM), abs=0.001)


def test_backs_of_a_long_edge_flip_lie_in_mirrored_columns():
    front, back = imposed(cards(4), CARDS)
    assert slots(front) == {"1": (0, 0), "2": (1, 0), "3": (0, 1), "4": (1, 1)}
    assert slots(back) == {"1 back": (1, 0), "2 back": (0, 0), "3 back": (1, 1), "4 back": (0, 1)}


def test_backs_of_a_short_edge_flip_lie_in_mirrored_rows():
    _, back = imposed(cards(4), Imposition(A4, QUARTER, 2, 2, backs="short-edge"))
    assert slots(back) == {"1 back": (0, 1), "2 back": (1, 1), "3 back": (0, 0), "4 back": (1, 0)}


@pytest.mark.parametrize(("flip", "slot"), [("long-edge", (0, 1)), ("short-edge", (3, 0))])
def test_on_a_sheet_that_lies_the_edges_change_places(flip, slot):
    a3 = Size(420 * MM, 297 * MM)
    _, back = imposed(cards(8), Imposition(a3, QUARTER, 4, 2, backs=flip))
    assert slots(back)["1 back"] == slot


def test_a_last_sheet_that_is_not_full_is_blank_in_the_same_places_on_both_sides():
    *_, front, back = imposed(cards(5), CARDS)
    assert slots(front) == {"5": (0, 0)}
    assert slots(back) == {"5 back": (1, 0)}
    *_, front, back = imposed(cards(7), Imposition(A4, QUARTER, 2, 2, backs="short-edge"))
    assert set(slots(front).values()) == {(0, 0), (1, 0), (0, 1)}
    assert set(slots(back).values()) == {(0, 1), (1, 1), (0, 0)}


def test_a_card_without_a_back_leaves_it_blank():
    pages = [(page("1"),), (page("2"), page("2 back"))]
    _, back = imposed(pages, CARDS)
    assert slots(back) == {"2 back": (0, 0)}


def test_whoever_reads_from_the_right_gets_the_first_card_there():
    front, back = imposed(cards(3), CARDS, Hand(right_to_left=True))
    assert slots(front) == {"1": (1, 0), "2": (0, 0), "3": (1, 1)}
    assert slots(back) == {"1 back": (0, 0), "2 back": (1, 0), "3 back": (0, 1)}


POCKET = Imposition(
    Size(297 * MM, 210 * MM),
    Size(74.25 * MM, 105 * MM),
    4,
    2,
    order=((-5, -4, -3, -2, 6, 7, 8, 1),),
    fold=True,
    slit=Slit(1, 1, 3),
)


def booklet(count=8):
    return tuple(page(str(n), POCKET.page) for n in range(1, count + 1))


def test_a_booklet_has_its_pages_in_folding_order_the_top_row_on_its_head():
    [sheet] = imposed([booklet()], POCKET)
    expected = {"5": (0, 0), "4": (1, 0), "3": (2, 0), "2": (3, 0), "6": (0, 1), "7": (1, 1), "8": (2, 1), "1": (3, 1)}
    assert slots(sheet, POCKET.page) == expected
    assert {m.words for m in sheet.marks if isinstance(m, Glyphs) and m.turned} == {"2", "3", "4", "5"}
    x, y = where(sheet)["5"]
    assert (x, y) == pytest.approx((74.25 * MM - 10, 105 * MM - 20), abs=0.001)


def test_more_pages_than_a_booklet_holds_make_another_and_fewer_leave_blanks():
    first, second = imposed([booklet(11)], POCKET)
    assert len(where(first)) == 8
    assert slots(second, POCKET.page) == {"9": (3, 1), "10": (3, 0), "11": (2, 0)}


def test_a_leaflet_has_two_sides():
    leaflet = Imposition(Size(297 * MM, 210 * MM), Size(148.5 * MM, 210 * MM), 2, 1, order=((4, 1), (2, 3)))
    outside, inside = imposed([tuple(page(str(n), leaflet.page) for n in range(1, 5))], leaflet)
    assert slots(outside, leaflet.page) == {"4": (0, 0), "1": (1, 0)}
    assert slots(inside, leaflet.page) == {"2": (0, 0), "3": (1, 0)}


def test_a_booklet_for_readers_from_the_right_is_mirrored_with_its_cut():
    [sheet] = imposed([booklet()], POCKET, Hand(right_to_left=True))
    assert slots(sheet, POCKET.page)["1"] == (0, 1)
    one_sided = replace(POCKET, slit=Slit(1, 2, 4), pens=Pens(slit=Stroke(0.75, "#000000")))
    [sheet] = imposed([booklet()], one_sided, Hand(right_to_left=True))
    [slit] = [m for m in lines(sheet) if m.stroke.width == 0.75]
    assert ends(slit) == (0, 105, 148.5, 105)


def test_every_kind_of_mark_is_turned_about_the_middle_of_its_page():
    drawing = icons()["icon:stop"]
    marks = (
        Path((("R", (10, 10, 20, 5)),), "#FF0000"),
        Path((("M", (10, 10)), ("L", (30, 15))), None),
        Group(drawing, 10, 10, 1.0),
        Picture(Raster("p", "deflate", 1, 1, "grey", b""), Rect(10, 10, 20, 5), ""),
        Link(Rect(10, 10, 20, 5), "https://example.org"),
    )
    size = Size(100, 50)
    one = Imposition(size, size, order=((-1,),), fold=True)
    [sheet] = imposed([(Page(size, marks),)], one)
    box, path, group, picture, link = sheet.marks
    assert box.steps == (("R", (70, 35, 20, 5)),)
    assert path.steps == (("M", (90, 40)), ("L", (70, 35)))
    assert (group.x, group.y, group.turned) == (90 - drawing.size.width, 40 - drawing.size.height, True)
    assert (picture.box, picture.turned) == (Rect(70, 35, 20, 5), True)
    assert link.box == Rect(70, 35, 20, 5)


# Marks for the hand


def test_cut_ticks_begin_five_millimetres_in_and_a_cross_stands_in_the_middle():
    imposition = Imposition(A4, QUARTER, 2, 2, cut=True)
    [sheet] = imposed([(page("1"),)], imposition, Hand(icons()["icon:scissors"]))
    assert sorted(map(ends, lines(sheet))) == sorted(
        [
            (105, 5, 105, 10),
            (105, 287, 105, 292),
            (5, 148.5, 10, 148.5),
            (200, 148.5, 205, 148.5),
            (102, 148.5, 108, 148.5),
            (105, 145.5, 105, 151.5),
        ]
    )
    assert {m.stroke.width for m in lines(sheet)} == {0.25}
    [scissors] = [m for m in sheet.marks if isinstance(m, Group)]
    assert scissors.y + scissors.drawing.size.height * scissors.scale / 2 == pytest.approx(148.5 * MM)


def test_marks_meet_on_front_and_back():
    front, back = imposed(cards(4), replace(CARDS, cut=True))
    turned_over = {(min(210 - a, 210 - c), b, max(210 - a, 210 - c), d) for a, b, c, d in map(ends, lines(back))}
    assert turned_over == set(map(ends, lines(front)))


def test_cards_that_leave_some_of_the_sheet_are_cut_all_round():
    legal, card = Size(8.5 * 72, 14 * 72), Size(4.25 * 72, 5.5 * 72)
    left = Imposition(legal, card, 2, 2, at=Point(0, 1.5 * 72), cut=True)
    [sheet] = imposed([(page("1", card),)], left)
    heights = {round(m.steps[0][1][1] / 72, 2) for m in lines(sheet) if m.steps[0][1][1] == m.steps[1][1][1]}
    assert heights == {1.5, 7.0, 12.5}


def test_a_gutter_is_cut_on_both_sides():
    apart = Imposition(A4, Size(100 * MM, 140 * MM), 2, 1, at=Point(0, 78.5 * MM), gutter=10 * MM, cut=True)
    [sheet] = imposed([(page("1", apart.page),)], apart)
    uprights = {ends(m)[0] for m in lines(sheet) if m.steps[0][1][0] == m.steps[1][1][0]}
    assert uprights == {100, 110}


def test_with_bleed_fills_run_over_and_corner_ticks_stand_off_the_trim():
    card = Size(100 * MM, 140 * MM)
    ground = Path((("R", (0, 0, 100 * MM, 20 * MM)),), "#B8431C")
    inner = Path((("R", (10, 10, 20, 20)),), "#B8431C")
    bleeding = Imposition(A4, card, at=Point(55 * MM, 78.5 * MM), bleed=3 * MM, cut=True)
    [sheet] = imposed([(Page(card, (ground, inner)),)], bleeding)
    first, second, *ticks = lines(sheet)
    assert tuple(n / MM for n in first.steps[0][1]) == pytest.approx((52, 75.5, 106, 23))
    assert second.steps[0][1][2:] == (20, 20)
    assert sheet.trim == Rect(55 * MM, 78.5 * MM, *card)
    assert tuple(n / MM for n in sheet.bleed) == pytest.approx((52, 75.5, 106, 146))
    assert (55, 70.5, 55, 75.5) in map(ends, ticks)
    assert (158, 78.5, 163, 78.5) in map(ends, ticks)
    assert len(ticks) == 8


def test_folds_are_dashed_and_the_one_cut_is_solid():
    [sheet] = imposed([booklet()], POCKET, Hand(icons()["icon:scissors"]))
    assert (74.25, 105, 222.75, 105) in map(ends, lines(sheet))
    uprights = [ends(m) for m in lines(sheet) if m.steps[0][1][0] == m.steps[1][1][0]]
    assert sorted({round(x, 2) for x, *_ in uprights}) == [74.25, 148.5, 222.75]
    assert (148.5, 100, 148.5, 110) not in uprights
    assert (74.25, 100, 74.25, 110) in uprights
    assert min(min(e) for e in map(ends, lines(sheet))) >= 5
    [scissors] = [m for m in sheet.marks if isinstance(m, Group)]
    assert scissors.x < 74.25 * MM


@pytest.mark.parametrize(("holes", "ys"), [(2, [108.5, 188.5]), (3, [40.5, 148.5, 256.5])])
def test_holes_lie_twelve_millimetres_in_and_on_backs_at_the_other_edge(holes, ys):
    punched = Imposition(A4, A4, backs="long-edge", punch=holes)
    front, back = imposed([(page("1", A4), page("1 back", A4))], punched, Hand(binding=-10.0))
    level = [m for m in lines(front) if m.steps[0][1][1] == m.steps[1][1][1]]
    assert [ends(m) for m in level] == [(10.5, y, 13.5, y) for y in ys]
    level = [m for m in lines(back) if m.steps[0][1][1] == m.steps[1][1][1]]
    assert [ends(m) for m in level] == [(196.5, y, 199.5, y) for y in ys]
    assert where(back)["1 back"][0] == where(front)["1"][0] - 10


# What a layout says


LAYOUT = """
title: Test
per: exercise
paper: {paper}
sheet: {sheet}
margin: {margin}
styles: {{name: {{size: 10pt}}}}
pages:
  - page: [name]
  - page: [name]
"""


def design(sheet, paper="a4", margin="5mm", asked=None, **choices):
    return design_of(LAYOUT.format(paper=paper, sheet=sheet, margin=margin), paper=asked, **choices)


def mistakes(sheet, paper="a4", margin="5mm", **choices):
    reader = Reader()
    spec = read_layout(Source("test.yaml", LAYOUT.format(paper=paper, sheet=sheet, margin=margin)), reader)
    return [p.message for p in (*reader.problems, *cascade(spec, Choices(**choices))[1])]


@pytest.mark.parametrize(
    ("paper", "sheet", "across", "down", "page"),
    [
        (None, (210, 297), 2, 2, (105, 148.5)),
        ("a3", (420, 297), 4, 2, (105, 148.5)),
        ("a5", (210, 148), 2, 1, (105, 148)),
        ("a6", (105, 148), 1, 1, (105, 148)),
        ("a4 landscape", (297, 210), 2, 1, (105, 148)),
        ("letter", (215.9, 279.4), 2, 2, (107.95, 139.7)),
        ("tabloid", (431.8, 279.4), 4, 2, (107.95, 139.7)),
        ("legal", (215.9, 355.6), 2, 2, (107.95, 139.7)),
        ("4x6", (101.6, 152.4), 1, 1, (101.6, 152.4)),
        ("100x150mm", (100, 150), 1, 1, (100, 150)),
    ],
)
def test_as_many_cards_as_the_paper_takes(paper, sheet, across, down, page):
    imposition = design("{card: a6, backs: long-edge, cut: yes}", asked=paper).imposition
    assert (imposition.across, imposition.down) == (across, down)
    assert tuple(n / MM for n in imposition.sheet) == pytest.approx(sheet, abs=0.01)
    assert tuple(n / MM for n in imposition.page) == pytest.approx(page, abs=0.01)


def test_pages_share_the_sheet_equally_with_gutters_between():
    imposition = design("{across: 2, down: 3, gutter: 6mm, cut: yes}").imposition
    assert tuple(n / MM for n in imposition.page) == pytest.approx((102, 95))
    assert imposition.at == Point(0, 0)


def test_with_bleed_the_sheet_keeps_room_for_ticks():
    imposition = design("{card: a6, bleed: 3mm, cut: yes}").imposition
    assert (imposition.across, imposition.down, imposition.gutter) == (2, 1, 6 * MM)
    assert imposition.at == (pytest.approx(40.5 * MM), pytest.approx(31 * MM))
    assert "A6 is too small for a card of A6 that bleeds." in mistakes("{card: a6, bleed: 3mm}", paper="a6")


@pytest.mark.parametrize(
    ("own", "asked", "expected"),
    [
        ("a4", "letter", (215.9, 279.4)),
        ("a4 landscape", "letter", (279.4, 215.9)),
        ("a3 landscape", "letter", (431.8, 279.4)),
        ("a6", "letter", (107.95, 139.7)),
        ("a5", "letter", (139.7, 215.9)),
        ("tabloid", "a4", (297, 420)),
        ("a4", "Legal landscape", (355.6, 215.9)),
        ("a4", "3x5", (76.2, 127)),
        ("a4", "150 x 100 mm", (150, 100)),
        ("a4", "8x10in", (203.2, 254)),
    ],
)
def test_a_paper_is_of_the_same_kind_and_turned_the_same_way(own, asked, expected):
    made = design("{across: 1}", paper=own, asked=asked)
    assert tuple(n / MM for n in made.page) == pytest.approx(expected, abs=0.01)


def test_what_is_no_paper_is_told_with_what_to_write():
    assert mistakes("{across: 1}", paper="a44") == ['There is no paper "a44".']
    assert mistakes("{across: 1}", paper="1x1mm") == ['There is no paper "1x1mm".']
    assert mistakes("{across: 4, down: 4}", margin="20mm", paper="3x5") == ["Layout Test has no room on 3 × 5 in."]


ONCE = ", and every page once."
BETWEEN = "This cut does not lie between two rows of the sheet."


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("{across: 0}", '"0" is no number of pages.'),
        ("{card: a6, across: 2}", "The card already says how many there are."),
        ("{across: 2, down: 2, order: [[1, 2]]}", "The order needs 2 rows of 2 numbers for each side" + ONCE),
        ("{across: 2, order: [[1, 1]]}", "The order needs 1 rows of 2 numbers for each side" + ONCE),
        ("{across: 2, down: 2, slit: {after-row: 2, from: 0, to: 1}}", BETWEEN),
        ("{backs: sideways}", '"sideways" is not possible here.'),
        ("{cuts: yes}", 'There is no "cuts" here.'),
    ],
)
def test_mistakes_about_the_sheet(sheet, expected):
    assert expected in mistakes(sheet)


def test_whoever_turns_sheets_over_the_other_way_says_so():
    assert design("{card: a6, backs: long-edge}", flip="short-edge").imposition.backs == "short-edge"
    assert design("{card: a6}", flip="short-edge").imposition.backs == ""


def test_holes_are_those_of_the_binders_where_the_paper_is_from():
    assert design("{punch: yes}").imposition.punch == 2
    assert design("{punch: yes}", asked="letter").imposition.punch == 3
    assert design("{punch: yes}").margin.start == 20 * MM
    assert design("{punch: 3}", paper="a4 landscape", asked="letter").imposition.punch == 2  # a third has no room


SCALED = """
title: Test
paper: a4
smallest: a5
margin: 10mm
floor: 9pt
lines: {row: 1.5pt ink}
colours: {ink: black}
styles: {name: {size: 40pt, floor: 28pt, shrink: 50%}, body: {size: 10pt}}
papers: {letter: {styles: {name: {size: 38pt}}}}
pages:
  - page: [{rule: row}, name, {space: 20mm}]
"""


@pytest.mark.parametrize("paper", ["a5", "150x210mm", "210x148mm"])
def test_on_a_much_smaller_paper_everything_shrinks_with_it_but_lines_and_floors(paper):
    made = design_of(SCALED, paper=paper)
    name, body = made.styles["name"], made.styles["body"]
    assert name.size == pytest.approx(40 * 0.707, abs=0.2)
    assert name.floor == pytest.approx(28 * 0.707, abs=0.2)
    assert (body.size, made.floor) == (9, 9)
    rule, _, space = made.pages[0].tree
    assert rule.stroke.width == 1.5
    assert space.look.height == pytest.approx(14.1 * MM, abs=0.2)
    assert made.margin.top == pytest.approx(7.07 * MM, abs=0.1)


@pytest.mark.parametrize(
    ("paper", "size"), [(None, 40), ("letter", 38), ("legal", 40), ("a4 landscape", 40), ("a3", 40)]
)
def test_on_others_and_where_a_paper_has_tokens_it_does_not(paper, size):
    made = design_of(SCALED, paper=paper)
    assert (made.styles["name"].size, made.margin.top) == (size, 10 * MM)


def test_a_margin_stays_within_the_reach_of_printers():
    assert design_of(SCALED.replace("margin: 10mm", "margin: 7mm"), paper="a5").margin.top == 6.5 * MM


def test_a_paper_under_the_smallest_is_told():
    reader = Reader()
    spec = read_layout(Source("test.yaml", SCALED), reader)
    _, [problem] = cascade(spec, Choices(paper="a6"))
    assert problem.message == "A6 is too small for layout Test: it needs A5 or larger."
    _, [problem] = cascade(read_layout(Source("t", SCALED.replace("t: a5", "t: a55")), reader), Choices())
    assert problem.message == 'There is no paper "a55".'


DEALT = """
title: Booklet
paper: a4 landscape
sheet: {across: 4, down: 2, order: [[-5, -4, -3, -2], [6, 7, 8, 1]]}
margin: 5mm
split: {exercises: 10}
styles: {name: {size: 10pt}, body: {size: 10pt}}
pages:
  - page: [{text: Cover}]
  - page: [{text: How}]
  - each: exercises
    pages: 5
    show:
      - page:
          - each: exercises
            show: [name, {text: alone, if: page.single}, {text: together, if: page.many}]
          - {text: "page {page.number} of {page.count}"}
    blank:
      - page: [{text: Notes}]
  - page: [{text: Ticks}]
"""


def booklets(count):
    """The words of each page of each booklet, in reading order."""
    moves = [line(f"Move {n}", key=str(n)) for n in range(1, count + 1)]
    sheets, problems = lay_out(deck(moves), design_of(DEALT), Pretend(), icons())
    assert not problems
    return [said(sheet) for sheet in sheets]


def test_moves_are_dealt_over_the_pages_and_those_left_over_are_blank():
    [words] = booklets(3)
    assert [w for w in words if w.startswith("Move")] == ["Move 3", "Move 2", "Move 1"]
    assert words.count("Notes") == 2
    assert words.count("alone") == 3
    assert "page 3 of 8" in words


def test_six_moves_stand_two_a_page_and_pages_are_alike():
    [words] = booklets(6)
    assert words.count("Notes") == 2
    assert words.count("together") == 6
    [words] = booklets(9)
    assert (words.count("Notes"), words.count("together")) == (0, 9)


def test_more_moves_than_a_booklet_holds_make_a_second_one():
    first, second = booklets(11)
    assert sum(w.startswith("Move") for w in first) == 6
    assert sum(w.startswith("Move") for w in second) == 5
    assert "Cover" in second


def test_pages_that_are_dealt_need_their_number():
    reader = Reader()
    spec = read_layout(Source("test.yaml", DEALT.replace("pages: 5", "pages: none")), reader)
    assert [p.message for p in cascade(spec, Choices())[1]] == [
        "Pages that are dealt need a number of them, and one page to show."
    ]
