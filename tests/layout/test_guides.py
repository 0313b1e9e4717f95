"""Pages that know where the boxes of their layout are: on every card of a sheet, mirrored with it, if asked."""

from dataclasses import replace

from pretend import Pretend, deck, design_of, icons

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.layout.outlines import HOLDS, MARGIN, PART
from planbuilder.paint.listing import listing

LAYOUT = """
title: Test
per: [week, session]
paper: 100x100mm
margin: 10mm
styles: {body: {font: text, size: 10pt}}
pages:
  - page:
      - row: [{text: abcd, width: 20mm}, {text: efgh, width: rest}]
        gap: 4mm
"""


def pages(layout=LAYOUT, plan=None, guides=True):
    found, problems = lay_out(plan or deck(), design_of(layout), Pretend(), icons(), guides=guides)
    assert not problems
    return found


def frames(page, stroke):
    """The rectangles of one kind of guide, in mm."""
    return [tuple(round(n / MM, 1) for n in g.steps[0][1]) for g in page.guides if g.stroke == stroke]


def test_margin_and_boxes_are_framed():
    [page] = pages()
    assert frames(page, MARGIN) == [(0, 0, 100, 100), (10, 10, 80, 80)]
    assert frames(page, HOLDS) == [(10, 10, 80, 2.5)]
    assert frames(page, PART) == [(10, 10, 20, 2.5), (34, 10, 56, 2.5)]


def test_unasked_there_are_none_and_the_marks_are_the_same():
    [plain], [guided] = pages(guides=False), pages()
    assert plain.guides == ()
    assert listing([plain]) == listing([guided])


def test_from_right_to_left_they_change_sides():
    [page] = pages(plan=replace(deck(), language="ar"))
    assert frames(page, PART) == [(70, 10, 20, 2.5), (10, 10, 56, 2.5)]


def test_every_card_of_a_sheet_has_its_own():
    two_up = LAYOUT.replace("paper: 100x100mm", "paper: 200x100mm\nsheet: {across: 2, down: 1}")
    [sheet] = pages(two_up, deck(weeks=2))
    assert frames(sheet, MARGIN) == [(0, 0, 100, 100), (10, 10, 80, 80), (100, 0, 100, 100), (110, 10, 80, 80)]
    assert [frame[0] for frame in frames(sheet, HOLDS)] == [10, 110]
