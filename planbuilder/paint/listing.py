"""Finished pages as text: the marks of each page in paint order, one a line, readable in review and stable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planbuilder.geometry import Rect
from planbuilder.model.pages import Glyphs, Group, Link, Mark, Page, Path, Picture


def listing(pages: Sequence[Page]) -> str:
    """All pages, each with its number, size and marks; places and sizes to a tenth of a point."""
    return "\n".join(line for number, page in enumerate(pages, 1) for line in _page(number, page))


def _page(number: int, page: Page) -> Iterable[str]:
    yield f"page {number}{_label(page)} · {_numbers(*page.size)}"
    for name, box in (("trim", page.trim), ("bleed", page.bleed)):
        if box:
            yield f"  {name} {_box(box)}"
    for mark in page.marks:
        yield f"  {_mark(mark)}"
    yield ""


def _label(page: Page) -> str:
    return f" ({page.label})" if page.label else ""


def _mark(mark: Mark) -> str:
    match mark:
        case Glyphs():
            face = mark.runs[0][1].face if mark.runs else "-"
            link = f" → {mark.link}" if mark.link else ""
            return f'{_numbers(mark.x, mark.y, mark.size)} {face} {mark.colour} "{mark.words}"{link}{_turned(mark)}'
        case Path():
            return f"{_numbers(*_start(mark))} {_shape(mark)} {_ink(mark)}"
        case Group():
            mirrored = " mirrored" if mark.mirrored else ""
            return f"{_numbers(mark.x, mark.y)} drawing {mark.drawing.name} × {mark.scale:.3g}{mirrored}{_turned(mark)}"
        case Picture():
            return f'{_box(mark.box)} picture "{mark.alt}"{_turned(mark)}'
        case Link():
            return f"{_box(mark.box)} link → {mark.address}"


def _turned(mark: Glyphs | Group | Picture) -> str:
    return " turned" if mark.turned else ""


def _start(path: Path) -> tuple[float, ...]:
    return path.steps[0][1][:2] if path.steps else ()


def _shape(path: Path) -> str:
    """A rectangle or a straight line with its size, anything else by the letters of its steps."""
    letters = "".join(letter for letter, _ in path.steps)
    values = [values for _, values in path.steps]
    if letters == "R":
        return f"box {_numbers(*values[0][2:])}"
    if letters == "ML":
        return f"line to {_numbers(*values[1])}"
    return f"path {letters}" if len(letters) <= 12 else f"path {letters[:12]}… {len(letters)} steps"


def _ink(path: Path) -> str:
    parts = [f"fill {path.fill}"] if path.fill else []
    if path.stroke:
        dash = f" dash {_numbers(*path.stroke.dash)}" if path.stroke.dash else ""
        parts.append(f"stroke {_numbers(path.stroke.width)} {path.stroke.colour}{dash}")
    return " ".join(parts)


def _box(box: Rect) -> str:
    return _numbers(*box)


def _numbers(*values: float) -> str:
    """Tenths; a nought never has a minus."""
    return " ".join(f"{round(value, 1) + 0.0:g}" for value in values)
