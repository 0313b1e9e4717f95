"""A finished page with guides over it: its layout's boxes and margins, lines of words, and the gaps between in mm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planbuilder.geometry import MM, Rect
from planbuilder.model.measure import Measure
from planbuilder.model.pages import Glyphs, Group, Mark, Page, Path, Picture, Stroke
from planbuilder.prepress.ink import capitals
from planbuilder.prepress.loupe import look

BOX = Stroke(0.3, "#D6007A")
GAP = "#1E7A34"
TYPE = 5.0
AIR = 0.8
NEAREST, FARTHEST = 0.3 * MM, 15 * MM


def guided(page: Page, measure: Measure) -> Page:
    """The page with guides on top of everything: those it brings along, and what is measured on it."""
    seen = look(page, measure).marks
    boxes = [capitals(s.mark, measure) if isinstance(s.mark, Glyphs) else s.box for s in seen]
    framed = [b for s, b in zip(seen, boxes, strict=True) if isinstance(s.mark, Glyphs | Group | Picture)]
    guides: list[Mark] = [*page.guides, *(_frame(box, BOX) for box in framed)]
    for box in framed:
        guides += _gap_below(box, boxes, measure)
        guides += _gap_beside(box, boxes, measure)
    return replace(page, marks=(*page.marks, *guides))


def _frame(box: Rect, stroke: Stroke) -> Path:
    return Path((("R", tuple(box)),), stroke=stroke)


def _gap_below(box: Rect, boxes: Sequence[Rect], measure: Measure) -> Iterator[Mark]:
    """The way down to what is next below, measured in the middle of what the two share."""
    below = [(b.y - box.bottom, b) for b in boxes if b.y >= box.bottom and _shared(box.x, box.right, b.x, b.right)]
    gap, other = min(below, default=(0.0, box))
    if NEAREST <= gap <= FARTHEST:
        x = (max(box.x, other.x) + min(box.right, other.right)) / 2
        yield _line(x, box.bottom, x, other.y)
        yield _label(gap, x + AIR, box.bottom + gap / 2 + TYPE / 3, measure)


def _gap_beside(box: Rect, boxes: Sequence[Rect], measure: Measure) -> Iterator[Mark]:
    """The way to what is next on the right."""
    beside = [(b.x - box.right, b) for b in boxes if b.x >= box.right and _shared(box.y, box.bottom, b.y, b.bottom)]
    gap, other = min(beside, default=(0.0, box))
    if NEAREST <= gap <= FARTHEST:
        y = (max(box.y, other.y) + min(box.bottom, other.bottom)) / 2
        yield _line(box.right, y, other.x, y)
        yield _label(gap, box.right + AIR, y - AIR, measure)


def _shared(start: float, end: float, other_start: float, other_end: float) -> bool:
    return min(end, other_end) > max(start, other_start)


def _line(x1: float, y1: float, x2: float, y2: float) -> Path:
    return Path((("M", (x1, y1)), ("L", (x2, y2))), stroke=Stroke(0.5, GAP))


def _label(gap: float, x: float, y: float, measure: Measure) -> Glyphs:
    words = f"{gap / MM:.1f}"
    run = measure.shape(words, measure.face("text", 400))
    return Glyphs(x, y, TYPE, GAP, ((0.0, run),), words, role="artifact")
