"""SVG path data to steps: M L H V C S Q T A Z, absolute or relative; arcs as curves."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from planbuilder.model.pages import Step

LETTERS = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
NUMBER = re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?)")
FLAG = re.compile(r"[\s,]*([01])")
FLAGS = (3, 4)
COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
MOST_STEPS = 2000
LARGEST = 1e6
SMALLEST = 1e-9


def outline(data: str) -> tuple[Step, ...] | None:
    """The steps of path data, or None where it cannot be read."""
    segments = _segments(data)
    if segments is None:
        return None
    pen = _Pen()
    for letter, numbers in segments:
        pen.draw(letter, numbers)
    return tuple(pen.steps)


def _segments(data: str) -> list[tuple[str, tuple[float, ...]]] | None:
    """Letters with their numbers; a letter with many sets of numbers is repeated, M going on as L."""
    out: list[tuple[str, tuple[float, ...]]] = []
    begin = len(data) - len(data.lstrip())
    for found in LETTERS.finditer(data):
        letter, numbers = found[1], _numbers(found[1], found[2].strip())
        count = COUNTS[letter.upper()]
        if found.start() != begin or numbers is None:
            return None
        if (count == 0 and numbers) or (count and (not numbers or len(numbers) % count)):
            return None
        for k in range(0, max(len(numbers), 1), max(count, 1)):
            going_on = {"M": "L", "m": "l"}.get(letter, letter) if k else letter
            out.append((going_on, tuple(numbers[k : k + count])))
        begin = found.end()
    begins = begin == len(data) and (not out or out[0][0] in "Mm")
    return out if begins and len(out) <= MOST_STEPS else None


def _numbers(letter: str, text: str) -> list[float] | None:
    """The numbers after a letter; the two flags of an arc may stand right before the next number."""
    numbers: list[float] = []
    at, arc_flags = 0, FLAGS if letter in "Aa" else ()
    while at < len(text):
        found = (FLAG if len(numbers) % 7 in arc_flags else NUMBER).match(text, at)
        if found is None or abs(value := float(found[1])) > LARGEST or len(numbers) > 7 * MOST_STEPS:
            return None
        numbers.append(value)
        at = found.end()
    return numbers


class _Pen:
    """Draws segment by segment and remembers where it is, where the outline began, and the last handle."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.x = self.y = 0.0
        self.begin = (0.0, 0.0)
        self.handle: tuple[str, float, float] = ("", 0.0, 0.0)

    def draw(self, letter: str, numbers: tuple[float, ...]) -> None:
        kind = letter.upper()
        n = self._absolute(kind, numbers) if letter.islower() else numbers
        before, self.handle = self.handle, ("", 0.0, 0.0)
        match kind:
            case "M":
                self._to("M", n)
                self.begin = (self.x, self.y)
            case "L":
                self._to("L", n)
            case "H":
                self._to("L", (n[0], self.y))
            case "V":
                self._to("L", (self.x, n[0]))
            case "C":
                self._curve(*n)
            case "S":
                self._curve(*self._mirrored("C", before), *n)
            case "Q":
                self._quadratic(*n)
            case "T":
                self._quadratic(*self._mirrored("Q", before), *n)
            case "A":
                self._arc(*n)
            case "Z":
                self.steps.append(("Z", ()))
                self.x, self.y = self.begin

    def _absolute(self, kind: str, n: tuple[float, ...]) -> tuple[float, ...]:
        if kind == "H":
            return (n[0] + self.x,)
        if kind == "V":
            return (n[0] + self.y,)
        if kind == "A":
            return (*n[:5], n[5] + self.x, n[6] + self.y)
        return tuple(v + (self.y if k % 2 else self.x) for k, v in enumerate(n))

    def _to(self, kind: str, n: tuple[float, ...]) -> None:
        self.x, self.y = n
        self.steps.append((kind, (self.x, self.y)))

    def _curve(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self.steps.append(("C", (x1, y1, x2, y2, x, y)))
        self.x, self.y = x, y
        self.handle = ("C", x2, y2)

    def _quadratic(self, qx: float, qy: float, x: float, y: float) -> None:
        x1, y1 = self.x + (qx - self.x) * 2 / 3, self.y + (qy - self.y) * 2 / 3
        self._curve(x1, y1, x + (qx - x) * 2 / 3, y + (qy - y) * 2 / 3, x, y)
        self.handle = ("Q", qx, qy)

    def _mirrored(self, kind: str, handle: tuple[str, float, float]) -> tuple[float, float]:
        """The last handle turned about the point, where the last segment was of the same kind."""
        if handle[0] != kind:
            return self.x, self.y
        return 2 * self.x - handle[1], 2 * self.y - handle[2]

    def _arc(self, rx: float, ry: float, turn: float, large: float, sweep: float, x: float, y: float) -> None:
        if math.hypot(x - self.x, y - self.y) < SMALLEST:
            return
        if abs(rx) < SMALLEST or abs(ry) < SMALLEST:
            self._to("L", (x, y))
            return
        for curve in arc((self.x, self.y), abs(rx), abs(ry), math.radians(turn), bool(large), bool(sweep), (x, y)):
            self._curve(*curve)
        self.handle = ("", 0.0, 0.0)


Curve = tuple[float, float, float, float, float, float]


def arc(
    start: tuple[float, float], rx: float, ry: float, turn: float, large: bool, sweep: bool, end: tuple[float, float]
) -> Iterator[Curve]:
    """An elliptic arc as curves of a quarter turn at most."""
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    px, py = cos * dx + sin * dy, cos * dy - sin * dx
    grow = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    under = (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1
    side = math.sqrt(max(0.0, under)) * (-1 if large == sweep else 1)
    cx, cy = side * rx * py / ry, -side * ry * px / rx
    mx = cos * cx - sin * cy + (start[0] + end[0]) / 2
    my = sin * cx + cos * cy + (start[1] + end[1]) / 2
    first = math.atan2((py - cy) / ry, (px - cx) / rx)
    sweep_by = math.atan2((-py - cy) / ry, (-px - cx) / rx) - first
    if sweep and sweep_by < 0:
        sweep_by += 2 * math.pi
    elif not sweep and sweep_by > 0:
        sweep_by -= 2 * math.pi
    count = max(1, math.ceil(abs(sweep_by) / (math.pi / 2) - 1e-9))
    step = sweep_by / count
    reach = 4 / 3 * math.tan(step / 4)

    def at(x: float, y: float) -> tuple[float, float]:
        return mx + cos * rx * x - sin * ry * y, my + sin * rx * x + cos * ry * y

    for k in range(count):
        a, b = first + k * step, first + (k + 1) * step
        one = at(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        two = at(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        yield (*one, *two, *at(math.cos(b), math.sin(b)))
