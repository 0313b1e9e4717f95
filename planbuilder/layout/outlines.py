"""Where the boxes of a page are, for whoever makes a layout: frames round each box, the margin and the page."""

from __future__ import annotations

from planbuilder.geometry import Size
from planbuilder.layout.boxes import Box, Rule, Space, Spot, Trace
from planbuilder.layout.strokes import rectangle
from planbuilder.model.pages import Path, Stroke

MARGIN = Stroke(0.5, "#0090B8", (3, 2))
HOLDS = Stroke(0.6, "#E07A00")
PART = Stroke(0.3, "#E07A00")


def outlines(box: Box, page: Size) -> tuple[Path, ...]:
    """The frames of a page: its edge and its margin dashed, boxes that hold others heavier than parts."""
    trace = Trace()
    box.put(trace, Spot(0.0, 0.0, *page))
    top, end, bottom, start = box.air
    inside = Spot(start, top, page.width - start - end, page.height - top - bottom)
    edges = [_frame(spot, MARGIN) for spot in (Spot(0.0, 0.0, *page), inside)]
    boxes = [_frame(spot, HOLDS if any(each.children()) else PART) for each, spot in trace.boxes[1:] if _seen(each)]
    return tuple(dict.fromkeys([*edges, *boxes]))


def _seen(box: Box) -> bool:
    return not (box.nothing or isinstance(box, (Space, Rule)))


def _frame(spot: Spot, stroke: Stroke) -> Path:
    return rectangle(*spot[:4], None, stroke)
