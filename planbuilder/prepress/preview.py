"""Finished pages to pictures: every page, or the first pages of several layouts with captions on one contact sheet.

Needs the extra `preview`: importing this module without it raises ModuleNotFoundError.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import pypdfium2
from PIL import Image

from planbuilder.build import Prints
from planbuilder.geometry import Size
from planbuilder.model.measure import Measure
from planbuilder.model.pages import Glyphs, Page, Path

INCH = 72.0
DPI = 150.0
SIDE = 280.0
PIXELS = 2
CAPTION = 12.0
INK = "#16202B"
ACROSS = 4
AIR = 24
TABLE = "#D9DEE3"


def pictures(prints: Prints, scale: float = DPI / INCH) -> tuple[Image.Image, ...]:
    """Every page as it will look on white paper; `scale` is pixels a point."""
    document = pypdfium2.PdfDocument(prints.pdf())
    try:
        return tuple(page.render(scale=scale).to_pil() for page in document)
    finally:
        document.close()


def png(picture: Image.Image) -> bytes:
    """A picture as a PNG file; the same picture gives the same bytes."""
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def contact_sheet(layouts: Sequence[Prints]) -> Image.Image:
    """The first page of each, with its layout's name below, in rows on a grey table."""
    side, line = round(SIDE * PIXELS), round(2 * CAPTION * PIXELS)
    across = min(ACROSS, len(layouts))
    rows = -(-len(layouts) // across)
    sheet = Image.new("RGB", (across * (side + AIR) + AIR, rows * (side + line + AIR) + AIR), TABLE)
    for k, prints in enumerate(layouts):
        x, y = AIR + k % across * (side + AIR), AIR + k // across * (side + line + AIR)
        picture, words = pictures(replace(prints, pages=(prints.pages[0], _caption(prints))), PIXELS)
        picture.thumbnail((side, side))
        sheet.paste(picture, (x + (side - picture.width) // 2, y + side - picture.height))
        sheet.paste(words, (x, y + side))
    return sheet


def _caption(prints: Prints) -> Page:
    """A strip with the name of a layout and how many pages of it there are."""
    design, count = prints.design, len(prints.pages)
    words = f"{design.name} · {count} × {design.paper}"
    table = Path((("R", (0, 0, SIDE, 2 * CAPTION)),), TABLE)
    return Page(Size(SIDE, 2 * CAPTION), (table, _centred(words, prints.faces)))


def _centred(words: str, measure: Measure) -> Glyphs:
    run = measure.shape(words, measure.face("text", 700))
    return Glyphs((SIDE - run.advance * CAPTION) / 2, 1.4 * CAPTION, CAPTION, INK, ((0.0, run),), words)
