"""The shapes of a drawing to steps where they lie: attributes to outlines, and what moves, turns or scales them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from planbuilder.load.outlines import outline
from planbuilder.load.svg_ink import LARGEST, number
from planbuilder.model.curves import circle, rectangle
from planbuilder.model.pages import Step

MOST_POINTS = 4000
MOST_MOVES = 20
GEOMETRY: Mapping[str, tuple[str, ...]] = {
    "path": ("d",),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "polyline": ("points",),
    "polygon": ("points",),
}

_MOVE = re.compile(r"[\s,]*+([a-zA-Z]++)\s*+\(([^()]*+)\)\s*+")


class Matrix(NamedTuple):
    """Where a point goes: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, inner: Matrix) -> Matrix:
        """First the inner one, then this one."""
        a, b, c, d, e, f = self
        u, v, w, x, y, z = inner
        return Matrix(
            a * u + c * v, b * u + d * v, a * w + c * x, b * w + d * x, a * y + c * z + e, b * y + d * z + f
        )  # fmt: skip

    @property
    def scale(self) -> float:
        """How much longer lines become, on the whole."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    def moved(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        """Steps where they go; a rectangle becomes four lines, for it may no longer be level."""
        return tuple((letter, self._each(numbers)) for letter, numbers in _as_lines(steps))

    def _each(self, numbers: tuple[float, ...]) -> tuple[float, ...]:
        a, b, c, d, e, f = self
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return tuple(value for x, y in pairs for value in (a * x + c * y + e, b * x + d * y + f))


def _as_lines(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    out: list[Step] = []
    for letter, numbers in steps:
        if letter == "R":
            x, y, width, height = numbers
            right, low = x + width, y + height
            out += ("M", (x, y)), ("L", (right, y)), ("L", (right, low)), ("L", (x, low)), ("Z", ())
        else:
            out.append((letter, numbers))
    return tuple(out)


def moves(text: str) -> Matrix | None:
    """What a transform says, or None where it cannot be read."""
    whole = Matrix()
    at = 0
    for _ in range(MOST_MOVES):
        if not text[at:].strip():
            return whole
        found = _MOVE.match(text, at)
        numbers = _numbers(found[2]) if found else None
        move = _MOVES.get(found[1]) if found else None
        if found is None or numbers is None or move is None or len(numbers) not in move[0]:
            return None
        whole = whole.after(move[1](*numbers))
        if not all(math.isfinite(value) and abs(value) <= LARGEST for value in whole):
            return None
        at = found.end()
    return None


def _turn(degrees: float, x: float = 0.0, y: float = 0.0) -> Matrix:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return Matrix(1, 0, 0, 1, x, y).after(Matrix(cos, sin, -sin, cos)).after(Matrix(1, 0, 0, 1, -x, -y))


_MOVES: Mapping[str, tuple[tuple[int, ...], Callable[..., Matrix]]] = {
    "matrix": ((6,), Matrix),
    "translate": ((1, 2), lambda x, y=0.0: Matrix(e=x, f=y)),
    "scale": ((1, 2), lambda x, y=None: Matrix(a=x, d=x if y is None else y)),
    "rotate": ((1, 3), _turn),
    "skewX": ((1,), lambda degrees: Matrix(c=math.tan(math.radians(degrees)))),
    "skewY": ((1,), lambda degrees: Matrix(b=math.tan(math.radians(degrees)))),
}


def shape(tag: str, written: Mapping[str, str]) -> tuple[Step, ...] | None:
    """The outline of a shape, empty where it has no size; None where it cannot be read."""
    if tag == "path":
        return outline(written.get("d", ""))
    if tag in ("polyline", "polygon"):
        return _corners(written.get("points", ""), closed=tag == "polygon")
    numbers = {key: number(written[key]) if key in written else 0.0 for key in GEOMETRY[tag]}
    if tag in ("rect", "ellipse"):  # a radius that is not given is as large as the other
        numbers |= {one: numbers[other] for one, other in (("rx", "ry"), ("ry", "rx")) if one not in written}
    known = [value for value in numbers.values() if value is not None]
    if len(known) != len(numbers):
        return None
    return _SHAPES[tag](*known)


def _rect(x: float, y: float, width: float, height: float, rx: float, ry: float) -> tuple[Step, ...]:
    if width <= 0 or height <= 0:
        return ()
    return rectangle(x, y, width, height, max(0.0, min(rx, ry, width / 2, height / 2)))


def _circle(x: float, y: float, r: float) -> tuple[Step, ...]:
    return circle(x, y, r) if r > 0 else ()


def _ellipse(x: float, y: float, rx: float, ry: float) -> tuple[Step, ...]:
    return circle(x, y, rx, ry) if rx > 0 and ry > 0 else ()


def _line(x1: float, y1: float, x2: float, y2: float) -> tuple[Step, ...]:
    return ("M", (x1, y1)), ("L", (x2, y2))


_SHAPES: Mapping[str, Callable[..., tuple[Step, ...]]] = {
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
}


def _corners(text: str, closed: bool) -> tuple[Step, ...] | None:
    numbers = _numbers(text)
    if numbers is None or len(numbers) % 2 or len(numbers) > 2 * MOST_POINTS:
        return None
    points = zip(numbers[::2], numbers[1::2], strict=True)
    steps: list[Step] = [("L" if k else "M", point) for k, point in enumerate(points)]
    return tuple([*steps, ("Z", ())] if closed and steps else steps)


def _numbers(text: str) -> tuple[float, ...] | None:
    """Numbers with spaces or commas between them."""
    parts = text.replace(",", " ").split()[: 2 * MOST_POINTS + 1]
    found = [number(part) for part in parts]
    known = tuple(value for value in found if value is not None)
    return known if len(known) == len(found) else None
