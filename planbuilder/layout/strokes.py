"""Rectangles, lines and circles as paths."""

from __future__ import annotations

from planbuilder.geometry import Rect
from planbuilder.model import curves
from planbuilder.model.pages import Path, Role, Stroke


def rectangle(x: float, y: float, width: float, height: float, fill: str | None, stroke: Stroke | None = None) -> Path:
    """A rectangle."""
    return Path((("R", (x, y, width, height)),), fill, stroke)


def line(x1: float, y1: float, x2: float, y2: float, stroke: Stroke, role: Role = "artifact") -> Path:
    """A straight line."""
    return Path((("M", (x1, y1)), ("L", (x2, y2))), None, stroke, role)


def polyline(points: tuple[tuple[float, float], ...], stroke: Stroke) -> Path:
    """Straight lines from point to point."""
    first, *others = points
    return Path((("M", first), *(("L", p) for p in others)), None, stroke)


def rounded(box: Rect, radius: float, fill: str, stroke: Stroke, role: Role = "artifact") -> Path:
    """A rectangle with round corners."""
    steps = curves.rectangle(box.x, box.y, box.width, box.height, radius)
    return Path(steps, fill, stroke, role)
