"""Lengths, points, rectangles. Origin top left, y downward, everything in points (1/72 inch)."""

import re
from typing import NamedTuple

MM = 72 / 25.4
UNITS = {"mm": MM, "cm": 10 * MM, "in": 72.0, "pt": 1.0, "u": 2 * MM}

_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?) ?(mm|cm|in|pt|u)")


def length(text: str) -> float | None:
    """Points of a written length ("12mm", "0.5 in", "2u"; u = 2 mm), or None where it is no length."""
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * UNITS[found[2]] if found else None


class Point(NamedTuple):
    """A place on a page."""

    x: float
    y: float


class Size(NamedTuple):
    """Width and height."""

    width: float
    height: float


class Insets(NamedTuple):
    """Air at the four sides; start and end follow the reading direction."""

    top: float = 0.0
    end: float = 0.0
    bottom: float = 0.0
    start: float = 0.0


class Rect(NamedTuple):
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The far edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height
