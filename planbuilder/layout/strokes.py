"""Rectangles, lines and circles as paths."""

from __future__ import annotations

from planbuilder.geometry import Rect
from planbuilder.model.pages import Path, Role, Step, Stroke

ROUND = 0.5523  # how far the handles of a quarter circle reach, of its radius


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
    r, k = radius, radius * (1 - ROUND)
    x, y, right, low = box.x, box.y, box.right, box.bottom
    steps: tuple[Step, ...] = (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, low - r)),
        ("C", (right, low - k, right - k, low, right - r, low)),
        ("L", (x + r, low)),
        ("C", (x + k, low, x, low - k, x, low - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )
    return Path(steps, fill, stroke, role)
