"""Finished pages to a PDF file: one short painter for each kind of mark. Nothing here changes a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from planbuilder import __version__
from planbuilder.geometry import Rect
from planbuilder.model.pages import Artwork, Drawing, Facts, Glyphs, Group, Link, Mark, Page, Path, Picture
from planbuilder.paint.document import Document, Reference, Value, Words
from planbuilder.paint.faces import Faces
from planbuilder.paint.links import opening
from planbuilder.paint.operators import filling, number, numbers, outline, stroking, upward
from planbuilder.paint.outline import headings, write_outline
from planbuilder.paint.pictures import placing, write_picture
from planbuilder.paint.text import Compositor
from planbuilder.paint.type0 import write_font

if TYPE_CHECKING:
    from planbuilder.paint.forms import Form

MITER_OF_SVG = 4
"""How far sharp corners reach out, as drawing programs have it."""


def paint(pages: Sequence[Page], faces: Faces, facts: Facts) -> bytes:
    """The pages as a PDF file; the same pages give the same bytes."""
    return Press(faces).run(pages, facts)


class Press:
    """One file in the making. What comes again and again is written once."""

    def __init__(self, faces: Faces) -> None:
        self._document = Document()
        self._faces = faces
        self._compositor = Compositor(faces)
        self._outlines: dict[Path, str] = {}
        self._artwork: dict[Artwork, tuple[str, Reference]] = {}

    def run(self, pages: Sequence[Page], facts: Facts) -> bytes:
        """Draw all pages; then the fonts, of which only now all glyphs in use are known."""
        sheets = [self._sheet(page) for page in pages]
        fonts = {use.name: write_font(self._document, use.face, use.texts) for use in self._compositor.in_use}
        resources = self._document.add({"Font": fonts, "XObject": dict(self._artwork.values())})
        form = self._form_to_fill() if facts.fillable else None
        placed = [self._add_page(page, sheet, resources, form) for page, sheet in zip(pages, sheets, strict=True)]
        catalog = {**_catalog(pages, facts), **(form.catalog() if form else {})}
        found = headings(pages)
        if len(found) > 1:
            catalog["Outlines"] = write_outline(self._document, found, placed)
        return self._document.save(catalog, _info(facts))

    def _form_to_fill(self) -> Form:
        """What makes fields of ticks and lines to write on, loaded for those who want them."""
        from planbuilder.paint.forms import Form

        return Form(self._document, self._faces)

    def _sheet(self, page: Page) -> Sheet:
        sheet = Sheet()
        sheet.put(f"1 0 0 -1 0 {number(page.size.height)} cm")
        for mark in page.marks:
            self._draw(mark, sheet)
        return sheet

    def _draw(self, mark: Mark, sheet: Sheet) -> None:
        match mark:
            case Glyphs():
                sheet.fill(mark.colour)
                sheet.put(self._compositor.set(mark))
                if mark.link:
                    sheet.link(mark)
            case Path():
                self._draw_path(mark, sheet)
            case Group():
                self._draw_group(mark, sheet)
            case Picture():
                self._draw_picture(mark, sheet)
            case Link():
                sheet.link(mark)

    def _draw_path(self, path: Path, sheet: Sheet) -> None:
        if path.fill:
            sheet.fill(path.fill)
        if path.stroke:
            sheet.stroke(stroking(path.stroke))
        drawn = self._outlines.get(path)
        if drawn is None:
            drawn = self._outlines[path] = outline(path)
        sheet.put(drawn)

    def _draw_group(self, group: Group, sheet: Sheet) -> None:
        """A mirrored or turned drawing stays within its own rectangle."""
        drawing, scale = group.drawing, group.scale
        flipped = group.mirrored != group.turned
        across, down = -scale if flipped else scale, -scale if group.turned else scale
        left = group.x + (drawing.size.width * scale if flipped else 0)
        top = group.y + (drawing.size.height * scale if group.turned else 0)
        sheet.put(f"q {numbers(across, 0, 0, down, left, top)} cm /{self._form(drawing)} Do Q")

    def _form(self, drawing: Drawing) -> str:
        if drawing not in self._artwork:
            sheet = Sheet()
            if drawing.own:
                sheet.put(f"{MITER_OF_SVG} M")
            for path in drawing.marks:
                self._draw_path(path, sheet)
            entries: dict[str, Value] = {
                "Type": "/XObject",
                "Subtype": "/Form",
                "BBox": _bounds(drawing),
                "Resources": {},
            }
            self._artwork[drawing] = self._artwork_name(), self._document.stream(sheet.content(), entries)
        return self._artwork[drawing][0]

    def _draw_picture(self, picture: Picture, sheet: Sheet) -> None:
        raster = picture.raster
        if raster not in self._artwork:
            self._artwork[raster] = self._artwork_name(), write_picture(self._document, raster)
        placed = numbers(*placing(raster.turn, picture.box, on_its_head=picture.turned))
        sheet.put(f"q {placed} cm /{self._artwork[raster][0]} Do Q")

    def _artwork_name(self) -> str:
        return f"X{len(self._artwork) + 1}"

    def _add_page(self, page: Page, sheet: Sheet, resources: Reference, form: Form | None) -> Reference:
        place = self._document.reserve()
        entries: dict[str, Value] = {
            "MediaBox": (0, 0, *page.size),
            "Resources": resources,
            "Contents": self._document.stream(sheet.content(), {}),
        }
        for name, box in (("TrimBox", page.trim), ("BleedBox", page.bleed)):
            if box:
                entries[name] = upward(box, page.size)
        annotations: list[Value] = [_annotation(box, address, page) for box, address in sheet.links]
        annotations += form.fields(page, place) if form else []
        if annotations:
            entries["Annots"] = annotations
        return self._document.page(entries, place)


class Sheet:
    """The operators of one page or drawing in order; colours are set only where they change."""

    def __init__(self) -> None:
        self.links: list[tuple[Rect, str]] = []
        self._operators: list[str] = []
        self._filling = ""
        self._stroking = ""

    def put(self, operators: str) -> None:
        """Add operators as they are."""
        self._operators.append(operators)

    def fill(self, colour: str) -> None:
        """Fill and write in this colour from here on."""
        if colour != self._filling:
            self._filling = colour
            self.put(filling(colour))

    def stroke(self, operators: str) -> None:
        """Draw lines like this from here on."""
        if operators != self._stroking:
            self._stroking = operators
            self.put(operators)

    def link(self, mark: Link | Glyphs) -> None:
        """Have a mark open its address."""
        found = opening(mark)
        if found:
            self.links.append(found)

    def content(self) -> bytes:
        """All operators, one mark a line."""
        return "\n".join(self._operators).encode("ascii")


def _bounds(drawing: Drawing) -> tuple[float, float, float, float]:
    """What is seen of a drawing: lines may reach over its edge, but those of a coach's own artwork do not."""
    width, height = drawing.size
    return (0, 0, width, height) if drawing.own else (-width / 2, -height / 2, width * 1.5, height * 1.5)


def _annotation(box: Rect, address: str, page: Page) -> dict[str, Value]:
    return {
        "Type": "/Annot",
        "Subtype": "/Link",
        "Rect": upward(box, page.size),
        "Border": (0, 0, 0),
        "F": 4,  # printed, as PDF/A asks; there is nothing to see
        "A": {"S": "/URI", "URI": Words(address)},
    }


def _catalog(pages: Iterable[Page], facts: Facts) -> dict[str, Value]:
    labels: list[Value] = []
    for index, page in enumerate(pages):
        labels += index, {"P": Words(page.label)} if page.label else {"S": "/D", "St": index + 1}
    return {
        "Lang": Words(facts.language),
        "PageLabels": {"Nums": labels},
        "ViewerPreferences": {"DisplayDocTitle": "true", "PrintScaling": "/None", **_duplex(facts)},
    }


def _duplex(facts: Facts) -> dict[str, Value]:
    """How a printer is to turn sheets with backs over."""
    names = {"long-edge": "/DuplexFlipLongEdge", "short-edge": "/DuplexFlipShortEdge"}
    return {"Duplex": names[facts.duplex]} if facts.duplex else {}


def _info(facts: Facts) -> dict[str, Value]:
    said = {"Title": facts.title, "Author": facts.author, "Subject": facts.subject}
    said |= {"Creator": "planbuilder", "Producer": f"planbuilder {__version__}"}
    return {name: Words(words) for name, words in said.items() if words}
