"""The reader's eye: from joints in space to a drawing 100 units square, with the floor at 95."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians, sin
from typing import NamedTuple

from planbuilder.figures.vectors import Vec, dot
from planbuilder.model.figure import View

SQUARE = 100.0
LEFT, RIGHT, TOP, FLOOR = 4.0, 96.0, 4.0, 95.0
LARGEST = 14.5  # units a head: a lying body is drawn no larger than this

Spot = tuple[float, float]


class Eye(NamedTuple):
    """An orthographic camera: the picture's right and up, and the way to the reader."""

    right: Vec
    up: Vec
    near: Vec
    tilt: float

    def flat(self, p: Vec) -> Spot:
        """Where a point is in the picture, in heads, y upwards."""
        return (dot(p, self.right), dot(p, self.up))

    def depth(self, p: Vec) -> float:
        """How near a point is to the reader."""
        return dot(p, self.near)


def eye(view: View) -> Eye:
    """The camera of a view."""
    a, e = radians(view.turn), radians(view.tilt)
    ahead = (sin(a), -cos(a), 0.0)
    return Eye(
        right=(cos(a), sin(a), 0.0),
        up=(-ahead[0] * sin(e), -ahead[1] * sin(e), cos(e)),
        near=(ahead[0] * cos(e), ahead[1] * cos(e), sin(e)),
        tilt=view.tilt,
    )


class Frame(NamedTuple):
    """From heads to units: `scale` units a head, and where the origin lies in the square."""

    scale: float
    x: float
    y: float

    def put(self, p: Spot) -> Spot:
        """A point of the picture in the square, y downwards."""
        return (self.x + p[0] * self.scale, self.y - p[1] * self.scale)


Dot = tuple[float, float, float]  # x, y in heads, radius in units


def fit(dots: Iterable[Dot], floor: float | None, width: float, height: float, largest: float = LARGEST) -> float:
    """The most units a head at which all dots are inside; `floor` is the height that is drawn on the floor line."""
    spans: dict[float, tuple[float, float, float, float]] = {}  # of the dots of each radius
    for x, y, r in dots:
        left, right, low, high = spans.get(r, (x, x, y, y))
        spans[r] = (min(left, x), max(right, x), min(low, y), max(high, y))
    scale = largest
    for ra, (_, right, _, high) in spans.items():
        for rb, (left, _, low, _) in spans.items():
            scale = min(scale, _most(width - ra - rb, right - left))
            if floor is None:
                scale = min(scale, _most(height - ra - rb, high - low))
        if floor is not None:
            scale = min(scale, _most(height - ra, high - floor))
    return max(scale, 2.0)


def _most(room: float, long: float) -> float:
    """How many units a head there are for something that many heads long."""
    return room / long if long > 1e-6 else LARGEST
