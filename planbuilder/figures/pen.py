"""Strokes, outlines and shapes in units of the square, turned into marks; numbers rounded to a tenth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot

from planbuilder.figures.view import Spot
from planbuilder.model import curves
from planbuilder.model.pages import Cap, Path, Step, Stroke

Line = Sequence[Spot]


def move(p: Spot) -> Step:
    """Start a line at a point."""
    return ("M", (_tenth(p[0]), _tenth(p[1])))


def line(p: Spot) -> Step:
    """Draw on to a point."""
    return ("L", (_tenth(p[0]), _tenth(p[1])))


def curve(a: Spot, b: Spot, p: Spot) -> Step:
    """Draw on in a curve, leaving towards a and coming from b."""
    return ("C", tuple(_tenth(v) for v in (*a, *b, *p)))


CLOSE: Step = ("Z", ())


def polyline(points: Line) -> tuple[Step, ...]:
    """Straight from point to point."""
    return (move(points[0]), *(line(p) for p in points[1:]))


def polygon(points: Line) -> tuple[Step, ...]:
    """A closed shape."""
    return (*polyline(points), CLOSE)


def smooth(points: Line) -> tuple[Step, ...]:
    """A soft line through all points."""
    if len(points) < 3:
        return polyline(points)
    steps: list[Step] = [move(points[0])]
    for i in range(len(points) - 1):
        a, b = points[max(0, i - 1)], points[i]
        c, d = points[i + 1], points[min(len(points) - 1, i + 2)]
        first = (b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6)
        second = (c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6)
        steps.append(curve(first, second, c))
    return tuple(steps)


def circle(centre: Spot, radius: float, flat: float = 1.0) -> tuple[Step, ...]:
    """A circle, or an ellipse as flat as asked."""
    shape = curves.circle(*centre, radius, radius * flat)
    return tuple((letter, tuple(_tenth(number) for number in numbers)) for letter, numbers in shape)


def rounded(points: Line, radius: float) -> tuple[Step, ...]:
    """A closed shape with rounded corners."""
    steps: list[Step] = []
    for i, p in enumerate(points):
        before, behind = points[i - 1], points[(i + 1) % len(points)]
        a, b = _towards(p, before, radius), _towards(p, behind, radius)
        steps.append(line(a) if steps else move(a))
        steps.append(curve(_towards(p, a, -0.0) if a == p else _mid(a, p), _mid(b, p), b))
    return (*steps, CLOSE)


def _mid(a: Spot, corner: Spot) -> Spot:
    return (a[0] + (corner[0] - a[0]) * curves.ROUND, a[1] + (corner[1] - a[1]) * curves.ROUND)


def _towards(p: Spot, q: Spot, by: float) -> Spot:
    length = hypot(q[0] - p[0], q[1] - p[1])
    t = min(0.5, by / length) if length else 0.0
    return (p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t)


def _tenth(v: float) -> float:
    return round(v, 1) + 0.0


class Sheet:
    """Marks in the order they are painted. Strokes of one kind that follow each other become one mark."""

    def __init__(self) -> None:
        self.marks: list[Path] = []

    def stroke(
        self, steps: Iterable[Step], width: float, colour: str, dash: tuple[float, ...] = (), cap: Cap = "round"
    ) -> None:
        """A line with round ends."""
        pen = Stroke(round(width, 1), colour, dash, cap)
        last = self.marks[-1] if self.marks else None
        if last and last.stroke == pen and last.fill is None:
            self.marks[-1] = Path((*last.steps, *steps), None, pen)
        else:
            self.marks.append(Path(tuple(steps), None, pen))

    def fill(self, steps: Iterable[Step], colour: str, edge: str = "", width: float = 0.0) -> None:
        """A filled shape, with an edge where a colour is given."""
        pen = Stroke(round(width, 1), edge, (), "round") if edge else None
        self.marks.append(Path(tuple(steps), colour, pen))
