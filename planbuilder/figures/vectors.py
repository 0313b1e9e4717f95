"""Vectors and turns in space, as small tuples. x is forward, y to the person's left, z up; unit one head."""

from __future__ import annotations

from math import cos, radians, sin, sqrt

Vec = tuple[float, float, float]
Turn = tuple[Vec, Vec, Vec]

STILL: Turn = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def add(a: Vec, b: Vec) -> Vec:
    """The sum of two vectors."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """The way from b to a."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def mul(a: Vec, k: float) -> Vec:
    """A vector k times as long."""
    return (a[0] * k, a[1] * k, a[2] * k)


def dot(a: Vec, b: Vec) -> float:
    """How far two vectors go the same way."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """A vector square to both."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def norm(a: Vec) -> float:
    """The length of a vector."""
    return sqrt(dot(a, a))


def unit(a: Vec) -> Vec:
    """The same way, one long; nothing stays nothing."""
    n = norm(a)
    return (a[0] / n, a[1] / n, a[2] / n) if n > 1e-9 else (0.0, 0.0, 0.0)


def between(a: Vec, b: Vec, t: float) -> Vec:
    """The point a part t of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def turned(turn: Turn, v: Vec) -> Vec:
    """A vector after a turn."""
    (a, b, c), (d, e, f), (g, h, i) = turn
    x, y, z = v
    return (a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z)


def after(*turns: Turn) -> Turn:
    """The turns one inside the other, outermost first."""
    whole = turns[0]
    for turn in turns[1:]:
        whole = _product(whole, turn)
    return whole


def _product(outer: Turn, inner: Turn) -> Turn:
    """Two turns in one, written out: this is where a figure spends most of its time."""
    (a, b, c), (d, e, f), (g, h, i) = outer
    (p, q, r), (s, t, u), (v, w, x) = inner
    return (
        (a * p + b * s + c * v, a * q + b * t + c * w, a * r + b * u + c * x),
        (d * p + e * s + f * v, d * q + e * t + f * w, d * r + e * u + f * x),
        (g * p + h * s + i * v, g * q + h * t + i * w, g * r + h * u + i * x),
    )


def column(turn: Turn, i: int) -> Vec:
    """Where a turn takes the x, y or z axis."""
    return (turn[0][i], turn[1][i], turn[2][i])


def from_columns(x: Vec, y: Vec, z: Vec) -> Turn:
    """The turn that takes the axes to these."""
    return ((x[0], y[0], z[0]), (x[1], y[1], z[1]), (x[2], y[2], z[2]))


def about_x(degrees: float) -> Turn:
    """A turn that lifts the left side."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return ((1.0, 0.0, 0.0), (0.0, c, -s), (0.0, s, c))


def about_y(degrees: float) -> Turn:
    """A turn that bows forward."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return ((c, 0.0, s), (0.0, 1.0, 0.0), (-s, 0.0, c))


def about_z(degrees: float) -> Turn:
    """A turn to the left."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return ((c, -s, 0.0), (s, c, 0.0), (0.0, 0.0, 1.0))


def swung(axis: Vec, degrees: float, v: Vec) -> Vec:
    """A vector swung about any axis."""
    k, c, s = unit(axis), cos(radians(degrees)), sin(radians(degrees))
    return add(add(mul(v, c), mul(cross(k, v), s)), mul(k, dot(k, v) * (1 - c)))
