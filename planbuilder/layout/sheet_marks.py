"""Marks for the hand on a sheet: where to cut, fold and punch. Nothing of them is nearer than 5 mm to its edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planbuilder.geometry import MM, Rect
from planbuilder.layout.strokes import line
from planbuilder.model.imposition import HOLES_APART, Imposition, Slit
from planbuilder.model.pages import Drawing, Group, Mark

REACH = 5 * MM
TICK = 5 * MM
CROSS = 3 * MM
OFF_TRIM = 3 * MM
FOLD_TICK = 7 * MM
FOLD_CROSS = 5 * MM
HOLE_IN = 12 * MM
HOLE_ARM = 1.5 * MM
CUT_SCISSORS = 3.2 * MM
SLIT_SCISSORS = 3.8 * MM
NEAR = 0.1


def trimmed(imposition: Imposition) -> Rect:
    """What is left of a sheet when its margins are cut off."""
    return Rect(*imposition.at, *imposition.grid)


def sheet_marks(imposition: Imposition, scissors: Drawing | None, *, hole_right: bool = False) -> Iterator[Mark]:
    """The marks of one side; `hole_right` has the binding at the right edge."""
    if imposition.cut:
        yield from (_trim_ticks(imposition) if imposition.bleed else _cut_ticks(imposition, scissors))
    if imposition.fold:
        yield from _folds(imposition, scissors)
    if imposition.punch:
        yield from _holes(imposition, hole_right)


def _cut_lines(imposition: Imposition) -> tuple[list[float], list[float]]:
    """Where the cuts across and down lie: the edges of all pages but those of the sheet itself."""
    width, height = imposition.page
    corners = [imposition.corner(column, row) for column, row in imposition.slots()]
    xs = _edges((at for x, _ in corners for at in (x, x + width)), imposition.sheet.width)
    ys = _edges((at for _, y in corners for at in (y, y + height)), imposition.sheet.height)
    return xs, ys


def _edges(found: Iterable[float], end: float) -> list[float]:
    out: list[float] = []
    for at in sorted(found):
        if NEAR < at < end - NEAR and (not out or at > out[-1] + NEAR):
            out.append(at)
    return out


def _cut_ticks(imposition: Imposition, scissors: Drawing | None) -> Iterator[Mark]:
    """Ticks at the edges of the sheet, a cross where four cards meet, one pair of scissors."""
    wide, high = imposition.sheet
    pen = imposition.pens.cut
    xs, ys = _cut_lines(imposition)
    for x in xs:
        yield line(x, REACH, x, REACH + TICK, pen)
        yield line(x, high - REACH - TICK, x, high - REACH, pen)
    for y in ys:
        yield line(REACH, y, REACH + TICK, y, pen)
        yield line(wide - REACH - TICK, y, wide - REACH, y, pen)
    if not imposition.gutter:
        inner = trimmed(imposition)
        for x in (x for x in xs if inner.x + NEAR < x < inner.right - NEAR):
            for y in (y for y in ys if inner.y + NEAR < y < inner.bottom - NEAR):
                yield line(x - CROSS, y, x + CROSS, y, pen)
                yield line(x, y - CROSS, x, y + CROSS, pen)
    if scissors and ys:
        yield _scissors(scissors, REACH + TICK + 0.6 * MM, ys[0], CUT_SCISSORS)


def _scissors(drawing: Drawing, x: float, y: float, size: float) -> Group:
    """Scissors on a line, their middle at its height."""
    scale = size / drawing.size.width
    return Group(drawing, x, y - drawing.size.height * scale / 2, scale)


def _trim_ticks(imposition: Imposition) -> Iterator[Mark]:
    """Ticks outside the bleed, in line with each cut."""
    box = trimmed(imposition)
    pen, off = imposition.pens.cut, max(OFF_TRIM, imposition.bleed)
    columns = _edges((at for k in range(imposition.across) for at in _ends(imposition, k, 0, 0)), float("inf"))
    rows = _edges((at for k in range(imposition.down) for at in _ends(imposition, 0, k, 1)), float("inf"))
    for x in columns:
        yield line(x, box.y - off - TICK, x, box.y - off, pen)
        yield line(x, box.bottom + off, x, box.bottom + off + TICK, pen)
    for y in rows:
        yield line(box.x - off - TICK, y, box.x - off, y, pen)
        yield line(box.right + off, y, box.right + off + TICK, y, pen)


def _ends(imposition: Imposition, column: int, row: int, axis: int) -> tuple[float, float]:
    start = imposition.corner(column, row)[axis]
    return start, start + imposition.page[axis]


def _folds(imposition: Imposition, scissors: Drawing | None) -> Iterator[Mark]:
    """Folds dashed at the edges and where they meet; the one cut solid, with scissors."""
    wide, high = imposition.sheet
    pen, slit = imposition.pens.fold, imposition.slit
    rows = [imposition.corner(0, row).y for row in range(1, imposition.down)]
    for column in range(1, imposition.across):
        x = imposition.corner(column, 0).x
        yield line(x, REACH, x, REACH + FOLD_TICK, pen)
        yield line(x, high - REACH, x, high - REACH - FOLD_TICK, pen)
        if not (slit and slit.start < column < slit.end):
            for y in rows:
                yield line(x, y - FOLD_CROSS, x, y + FOLD_CROSS, pen)
    for row, y in enumerate(rows, 1):
        if slit and row == slit.row:
            yield from _slit(imposition, slit, y, scissors)
        else:
            yield line(REACH, y, wide - REACH, y, pen)


def _slit(imposition: Imposition, slit: Slit, y: float, scissors: Drawing | None) -> Iterator[Mark]:
    start, end = (imposition.at.x + column * imposition.page.width for column in (slit.start, slit.end))
    yield line(REACH, y, start - (5.6 * MM if scissors else 0.0), y, imposition.pens.fold)
    yield line(imposition.sheet.width - REACH, y, end, y, imposition.pens.fold)
    yield line(start, y, end, y, imposition.pens.slit)
    if scissors:
        yield _scissors(scissors, start - 5.2 * MM, y, SLIT_SCISSORS)


def _holes(imposition: Imposition, right: bool) -> Iterator[Mark]:
    """A small cross where each hole comes, centred on the sheet."""
    wide, high = imposition.sheet
    x = wide - HOLE_IN if right else HOLE_IN
    count = imposition.punch
    for k in range(count):
        y = high / 2 + (k - (count - 1) / 2) * HOLES_APART[count]
        yield line(x - HOLE_ARM, y, x + HOLE_ARM, y, imposition.pens.punch)
        yield line(x, y - HOLE_ARM, x, y + HOLE_ARM, imposition.pens.punch)
