"""Ticks and writing lines to fields that a viewer lets the reader fill in; what is printed empty stays as it was."""

from __future__ import annotations

from collections.abc import Iterator

from planbuilder.geometry import MM, Rect, Size
from planbuilder.model.pages import Glyphs, Page, Path
from planbuilder.paint.document import Document, Reference, Value, Words
from planbuilder.paint.faces import Faces
from planbuilder.paint.operators import numbers, upward
from planbuilder.paint.typed import write_typed_font

ABOVE_LINE = 5.5 * MM
SIDE_AIR = 0.5
LARGEST_TYPE = 11.0
TYPE_OF_HEIGHT = 0.7
PRINTED = 4
CHECK = ((0.22, 0.52), (0.42, 0.28), (0.8, 0.76))
CHECK_WIDTH = 0.12
FONT = "Typed"
EMPTY_TEXT = b"/Tx BMC EMC"


class Form:
    """The fields of one file in the making; what each looks like is written once for each size."""

    def __init__(self, document: Document, faces: Faces) -> None:
        self._document = document
        self._faces = faces
        self._pages = 0
        self._fields: list[Reference] = []
        self._drawn: dict[tuple[bytes, Size], Reference] = {}
        self._resources: dict[str, Value] = {}

    def fields(self, page: Page, place: Reference) -> list[Value]:
        """The fields of a page, one for each mark to be filled in, named after the last heading before it."""
        found: list[Value] = []
        self._pages += 1
        for k, (mark, heading) in enumerate(_to_fill_in(page), 1):
            entries = self._tick(mark, page) if mark.role == "tick" else self._text(mark, page)
            title = " ".join(filter(None, (page.label, heading, str(k))))
            entries |= {"T": Words(f"{self._pages}-{k}"), "TU": Words(title), "P": place, "F": PRINTED}
            found.append(self._document.add({"Type": "/Annot", "Subtype": "/Widget", **entries}))
        self._fields += (field for field in found if isinstance(field, Reference))
        return found

    def catalog(self) -> dict[str, Value]:
        """What the catalog says of the form; nothing where there is none."""
        if not self._fields:
            return {}
        return {"AcroForm": {"Fields": self._fields, "DR": self._fonts(), "DA": _appearance(LARGEST_TYPE)}}

    def _fonts(self) -> dict[str, Value]:
        """The font that readers type in, so that no viewer has to take one of its own."""
        if not self._resources:
            face = self._faces.opened(self._faces.face("text", 400))
            self._resources = {"Font": {FONT: write_typed_font(self._document, face)}}
        return self._resources

    def _tick(self, mark: Path, page: Page) -> dict[str, Value]:
        box = bounds(mark)
        size = _size(box)
        looks: Value = {"Yes": self._drawing(size, _check_mark(size), {}), "Off": self._drawing(size, b"", {})}
        return {"FT": "/Btn", "Rect": upward(box, page.size), "V": "/Off", "AS": "/Off", "AP": {"N": looks}}

    def _text(self, mark: Path, page: Page) -> dict[str, Value]:
        box = bounds(mark)
        if mark.role == "line":
            box = box._replace(y=box.y - ABOVE_LINE, height=ABOVE_LINE)
        entries: dict[str, Value] = {
            "FT": "/Tx",
            "Rect": upward(box, page.size),
            "DA": _appearance(min(LARGEST_TYPE, TYPE_OF_HEIGHT * box.height)),
            "AP": {"N": self._drawing(_size(box), EMPTY_TEXT, self._fonts())},
        }
        return entries | ({"Q": 1} if mark.role == "entry" else {})

    def _drawing(self, size: Size, content: bytes, resources: Value) -> Reference:
        if (content, size) not in self._drawn:
            entries: dict[str, Value] = {"Type": "/XObject", "Subtype": "/Form", "BBox": (0, 0, *size)}
            self._drawn[content, size] = self._document.stream(content, {**entries, "Resources": resources})
        return self._drawn[content, size]


def _to_fill_in(page: Page) -> Iterator[tuple[Path, str]]:
    heading = ""
    for mark in page.marks:
        if isinstance(mark, Glyphs) and mark.role == "heading":
            heading = mark.words
        elif isinstance(mark, Path) and mark.role in ("tick", "entry", "line"):
            yield mark, heading


def _appearance(size: float) -> str:
    return f"(/{FONT} {numbers(size)} Tf 0 g)"


def _size(box: Rect) -> Size:
    """Rounded, so that boxes that are as good as equal share what they look like."""
    return Size(round(box.width, 1), round(box.height, 1))


def _check_mark(box: Size) -> bytes:
    first, *others = (numbers(x * box.width, y * box.height) for x, y in CHECK)
    lines = " ".join(f"{point} l" for point in others)
    return f"{numbers(CHECK_WIDTH * min(box.width, box.height))} w 1 J 1 j {first} m {lines} S".encode("ascii")


def bounds(path: Path) -> Rect:
    """The box around all points of a path."""
    points: list[tuple[float, float]] = []
    for name, values in path.steps:
        if name == "R":
            x, y, width, height = values
            points += (x, y), (x + width, y + height)
        else:
            points += zip(values[::2], values[1::2], strict=True)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
