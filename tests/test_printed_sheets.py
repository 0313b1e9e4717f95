"""Sheets as a printer and a reader get them: whole plans built, and their PDF read back."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from planbuilder.build import build
from planbuilder.geometry import MM
from planbuilder.load.files import Folders
from planbuilder.model.choices import Choices

SHIPPED = Folders.standard(Path("/nowhere"))
PLAN = "six-weeks-to-steady-hips"
MOVES = ("Step-up", "Sideways band walk", "Squat", "Lunge", "Side leg lift", "Bridge hold")
BLEEDING = """
title: Bleeding cards
extends: base
per: [block, exercise]
paper: a4
sheet: {card: a6, bleed: 3mm, cut: yes, backs: long-edge}
margin: 9mm
styles: {name: {size: 20pt, shrink: 50%}}
pages:
  - page: [{stack: [name], ground: header, height: 30mm, width: rest}]
  - page: [{cues: 1}]
"""


def printed(folders=SHIPPED, plan=PLAN, **choices):
    prints, problems = build(plan, Choices(**choices), folders)
    assert prints is not None, [problem.message for problem in problems]
    return prints.design.imposition, prints.pdf()


def slots(page, imposition):
    """What stands in each slot of a page of the PDF, by column and row."""
    words = page.get_textpage()
    height = page.get_height()
    wide, high = imposition.page
    found = {}
    for slot in imposition.slots():
        x, y = imposition.corner(*slot)
        text = words.get_text_bounded(x, height - y - high, x + wide, height - y)
        found[slot] = " ".join(text.split())
    return found


def move_on(words):
    """The exercise that a card is about: the name that stands first on it."""
    return min((name for name in MOVES if name in words), key=words.index, default="")


@pytest.mark.parametrize("paper", ["a4", "letter", "a3", "a5"])
@pytest.mark.parametrize("flip", ["long-edge", "short-edge"])
def test_the_back_of_every_card_lies_behind_its_front(flip, paper):
    imposition, data = printed(layout="cards", flip=flip, paper=paper)
    pages = [slots(page, imposition) for page in pypdfium2.PdfDocument(data)]
    upright = imposition.sheet.height >= imposition.sheet.width
    sideways = (flip == "long-edge") == upright
    last = imposition.across - 1, imposition.down - 1
    told = 0
    assert len(pages) % 2 == 0
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        for (column, row), words in front.items():
            behind = back[(last[0] - column, row) if sideways else (column, last[1] - row)]
            assert move_on(words) == move_on(behind)
            assert bool(words) == bool(behind)
            told += bool(words)
    assert told >= len(MOVES) * 3
    assert not all(pages[-1].values()) or told % (imposition.across * imposition.down) == 0


def test_a_printer_is_told_how_to_turn_the_sheets_and_not_to_scale_them():
    for flip, told in (("", "/DuplexFlipLongEdge"), ("short-edge", "/DuplexFlipShortEdge")):
        pdf = pikepdf.open(io.BytesIO(printed(layout="cards", flip=flip)[1]))
        assert (pdf.Root.ViewerPreferences.Duplex, pdf.Root.ViewerPreferences.PrintScaling) == (told, "/None")


def test_the_pages_of_the_booklet_fold_into_their_order():
    imposition, data = printed(layout="pocket")
    page = pypdfium2.PdfDocument(data)[0]
    found = slots(page, imposition)
    order = {2: (3, 0), 3: (2, 0), 4: (1, 0), 5: (0, 0), 6: (0, 1), 7: (1, 1)}
    for number, slot in order.items():
        assert str(number) in found[slot].split()
    assert "Six weeks to steady hips" in found[3, 1]
    assert "Tick it off" in found[2, 1]
    words = page.get_textpage()
    upright, turned = set(), set()
    for k in range(words.count_chars()):
        _, bottom, _, _ = words.get_charbox(k)
        angle = round(pdfium.FPDFText_GetCharAngle(words, k), 2)
        (turned if bottom > imposition.page.height else upright).add(angle)
    assert upright == {0.0}
    assert turned <= {0.0, 3.14}  # a space has no angle
    assert 3.14 in turned


def test_what_bleeds_says_where_it_is_trimmed(tmp_path):
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "bleeding.yaml").write_text(BLEEDING, "utf-8")
    imposition, data = printed(Folders.standard(tmp_path), layout="bleeding")
    pdf = pikepdf.open(io.BytesIO(data))
    page = pdf.pages[0]
    trim, bleed = ([float(n) for n in box] for box in (page.TrimBox, page.BleedBox))
    wide, high = imposition.grid
    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((wide, high), abs=0.01)
    assert [b - t for t, b in zip(trim, bleed, strict=True)] == pytest.approx(
        [-3 * MM, -3 * MM, 3 * MM, 3 * MM], abs=0.01
    )


def test_a_wall_card_a_page_with_its_week_as_label_and_bookmark():
    _, data = printed(layout="wall")
    pdf = pikepdf.open(io.BytesIO(data))
    weeks = [f"Week {number}" for number in range(1, 7)]
    assert [page.label for page in pdf.pages] == weeks
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == weeks
        assert [pdf.pages.index(pikepdf.Page(item.destination[0])) for item in outline.root] == list(range(6))


@pytest.mark.parametrize("layout", ["wall", "handout", "poster", "pocket"])
def test_an_address_opens_where_it_stands(layout):
    _, data = printed(layout=layout)
    words = pypdfium2.PdfDocument(data)
    found = 0
    for number, page in enumerate(pikepdf.open(io.BytesIO(data)).pages):
        for link in page.get("/Annots", ()):
            assert link.A.URI == "https://example.org/steady-hips"
            text = words[number].get_textpage().get_text_bounded(*(float(n) for n in link.Rect))
            found += "steady-hips" in text
    assert found
