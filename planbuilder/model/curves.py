"""Closed shapes as steps of a path: rectangles, circles, round corners."""

from __future__ import annotations

from planbuilder.model.pages import Step

ROUND = 0.5523  # how far the handles of a quarter circle reach, of its radius


def circle(x: float, y: float, rx: float, ry: float | None = None) -> tuple[Step, ...]:
    """A circle, or an ellipse where two radii are given."""
    ry = rx if ry is None else ry
    kx, ky = rx * ROUND, ry * ROUND
    return (
        ("M", (x + rx, y)),
        ("C", (x + rx, y + ky, x + kx, y + ry, x, y + ry)),
        ("C", (x - kx, y + ry, x - rx, y + ky, x - rx, y)),
        ("C", (x - rx, y - ky, x - kx, y - ry, x, y - ry)),
        ("C", (x + kx, y - ry, x + rx, y - ky, x + rx, y)),
        ("Z", ()),
    )


def rectangle(x: float, y: float, width: float, height: float, corner: float = 0.0) -> tuple[Step, ...]:
    """A rectangle, its corners round where a radius is given."""
    if not corner:
        return (("R", (x, y, width, height)),)
    r, k = corner, corner * (1 - ROUND)
    right, low = x + width, y + height
    return (
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
