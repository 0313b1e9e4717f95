"""Finished marks to another place: along, on their heads, or over the edge of a page that bleeds."""

from __future__ import annotations

from dataclasses import replace

from planbuilder.geometry import Rect, Size
from planbuilder.model.pages import Glyphs, Group, Link, Mark, Path, Picture, Step

NEAR = 0.1


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """A mark this much further right and down."""
    match mark:
        case Glyphs() | Group():
            return replace(mark, x=mark.x + dx, y=mark.y + dy)
        case Path():
            return replace(mark, steps=tuple(_moved(step, dx, dy) for step in mark.steps))
        case Picture() | Link():
            return replace(mark, box=mark.box._replace(x=mark.box.x + dx, y=mark.box.y + dy))


def _moved(step: Step, dx: float, dy: float) -> Step:
    name, numbers = step
    if name == "R":
        x, y, width, height = numbers
        return name, (x + dx, y + dy, width, height)
    return name, tuple(n + (dy if k % 2 else dx) for k, n in enumerate(numbers))


def turned(mark: Mark, page: Size) -> Mark:
    """A mark where it is when its page stands on its head."""
    match mark:
        case Glyphs():
            return replace(mark, x=page.width - mark.x, y=page.height - mark.y, turned=not mark.turned)
        case Path():
            return replace(mark, steps=tuple(_turned(step, page) for step in mark.steps))
        case Group():
            wide, high = mark.drawing.size
            box = _turned_box(Rect(mark.x, mark.y, wide * mark.scale, high * mark.scale), page)
            return replace(mark, x=box.x, y=box.y, turned=not mark.turned)
        case Picture():
            return replace(mark, box=_turned_box(mark.box, page), turned=not mark.turned)
        case Link():
            return replace(mark, box=_turned_box(mark.box, page))


def _turned(step: Step, page: Size) -> Step:
    name, numbers = step
    if name == "R":
        return name, tuple(_turned_box(Rect(*numbers), page))
    return name, tuple((page.height if k % 2 else page.width) - n for k, n in enumerate(numbers))


def _turned_box(box: Rect, page: Size) -> Rect:
    return box._replace(x=page.width - box.right, y=page.height - box.bottom)


def bled(mark: Mark, page: Size, bleed: float) -> Mark:
    """A filled box that reaches an edge of its page runs over it, so that a cut a little beside leaves no white."""
    if not (isinstance(mark, Path) and mark.fill and len(mark.steps) == 1 and mark.steps[0][0] == "R"):
        return mark
    x, y, width, height = mark.steps[0][1]
    left = x - (bleed if x < NEAR else 0.0)
    top = y - (bleed if y < NEAR else 0.0)
    right = x + width + (bleed if x + width > page.width - NEAR else 0.0)
    low = y + height + (bleed if y + height > page.height - NEAR else 0.0)
    return replace(mark, steps=(("R", (left, top, right - left, low - top)),))
