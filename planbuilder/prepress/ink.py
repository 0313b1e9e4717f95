"""Marks to what they cover on paper: their boxes, the surfaces that they fill, and how much ink they take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from math import hypot

from planbuilder.colour import WHITE, tone
from planbuilder.geometry import Point, Rect
from planbuilder.model.measure import Measure
from planbuilder.model.pages import Drawing, Glyphs, Group, Link, Mark, Path, Picture, Step, Stroke
from planbuilder.records import record

Line = tuple[Point, ...]
"""Corners in order; a closed line ends where it began."""

CURVE = 8
LETTERS = 0.4
"""The share of its box, from baseline to capital height, that an average word blackens; measured on a wall card."""

_DEEP = frozenset("gjpqyQ,;()[]{}|/")
_DEPTH = 0.25


@record
class Surface:
    """A filled shape."""

    box: Rect
    lines: tuple[Line, ...]
    colour: str
    even_odd: bool = False

    def holds(self, at: Point) -> bool:
        """Whether a point lies on it."""
        x, y, width, height = self.box
        if not (x <= at.x <= x + width and y <= at.y <= y + height):
            return False
        turns = sum(_windings(line, at) for line in self.lines)
        return bool(turns % 2 if self.even_odd else turns)


def capitals(line: Glyphs, measure: Measure) -> Rect:
    """The box of a line of text from its baseline to the height of its capitals."""
    height = max((measure.capital(run.face) for _, run in line.runs), default=0.0) * line.size
    if line.turned:
        return Rect(line.x - width(line), line.y, width(line), height)
    return Rect(line.x, line.y - height, width(line), height)


def letters(line: Glyphs, measure: Measure) -> Rect:
    """The same with room for what hangs below the baseline, where there is such a letter."""
    box = capitals(line, measure)
    deep = _DEPTH * line.size if _DEEP.intersection(line.words) else 0.0
    return box._replace(y=box.y - deep if line.turned else box.y, height=box.height + deep)


def width(line: Glyphs) -> float:
    """How far a line of text reaches."""
    return max((offset + run.advance * line.size for offset, run in line.runs), default=0.0)


def box(mark: Mark, measure: Measure) -> Rect | None:
    """The box around all that a mark prints; None where it prints nothing."""
    match mark:
        case Glyphs():
            return letters(mark, measure) if mark.words.strip() else None
        case Path():
            return _drawn(mark)
        case Group():
            found = _artwork(mark.drawing)
            return found and _placed(found, mark)
        case Picture():
            return mark.box
        case Link():
            return None


def around(boxes: Iterable[Rect]) -> Rect | None:
    """The box around boxes; None where there are none."""
    found = tuple(boxes)
    if not found:
        return None
    left, top = min(b.x for b in found), min(b.y for b in found)
    return Rect(left, top, max(b.right for b in found) - left, max(b.bottom for b in found) - top)


def overlap(one: Rect, other: Rect) -> Rect | None:
    """What two boxes share; None where they do not touch."""
    left, top = max(one.x, other.x), max(one.y, other.y)
    wide, high = min(one.right, other.right) - left, min(one.bottom, other.bottom) - top
    return Rect(left, top, wide, high) if wide >= 0 and high >= 0 else None


def surface(path: Path) -> Surface | None:
    """The shape that a path fills; None where it fills none."""
    lines = outlines(path.steps)
    found = around(_rect(line) for line in lines)
    return Surface(found, lines, path.fill, path.even_odd) if path.fill and found else None


def crosses(path: Path, area: Rect) -> bool:
    """Whether a drawn line runs through an area; one that frames it does not."""
    if path.stroke is None or path.stroke.colour == WHITE:
        return False
    return any(_enters(a, b, area) for line in outlines(path.steps) for a, b in pairwise(line))


def blackened(mark: Mark, ground: str, measure: Measure) -> float:
    """How much of the paper a mark blackens, in square points; less than nothing where it is lighter than its ground.

    A stand-in for looking at the print: text counts by its length, a photo as half black.
    """
    match mark:
        case Glyphs():
            place = capitals(mark, measure)
            return LETTERS * place.width * place.height * (tone(mark.colour) - tone(ground))
        case Path():
            return _blackened(mark, ground)
        case Group():
            return mark.scale**2 * _artwork_ink(mark.drawing, ground)
        case Picture():
            return 0.5 * mark.box.width * mark.box.height
        case Link():
            return 0.0


def outlines(steps: Iterable[Step]) -> tuple[Line, ...]:
    """The lines of a path, its curves cut into short straight ones."""
    found: list[list[Point]] = []
    for letter, numbers in steps:
        if letter == "R":
            x, y, wide, high = numbers
            corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y))
            found.append([Point(*corner) for corner in corners])
        elif letter == "M":
            found.append([Point(*numbers)])
        elif letter == "L":
            found[-1].append(Point(*numbers))
        elif letter == "C":
            found[-1].extend(_curve(found[-1][-1], numbers))
        else:
            found[-1].append(found[-1][0])
    return tuple(map(tuple, found))


def _curve(start: Point, numbers: tuple[float, ...]) -> Iterator[Point]:
    x1, y1, x2, y2, x, y = numbers
    for k in range(1, CURVE + 1):
        t = k / CURVE
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield Point(a * start.x + b * x1 + c * x2 + d * x, a * start.y + b * y1 + c * y2 + d * y)


def _rect(points: Iterable[Point]) -> Rect:
    found = tuple(points)
    left, top = min(p.x for p in found), min(p.y for p in found)
    return Rect(left, top, max(p.x for p in found) - left, max(p.y for p in found) - top)


def _drawn(path: Path) -> Rect | None:
    """The box of what is seen of a path: white on white paper is not."""
    lines = outlines(path.steps)
    boxes = [_rect(line) for line in lines] if path.fill and path.fill != WHITE else []
    if path.stroke and path.stroke.colour != WHITE:
        boxes += [_rect(_edges(line, path.stroke)) for line in lines if len(line) > 1]
    return around(boxes)


def _edges(line: Line, stroke: Stroke) -> Iterator[Point]:
    """Points as far out as the pen reaches: to its sides, and beyond the ends unless they are cut straight."""
    reach = stroke.width / 2
    for start, end in pairwise(line):
        if stroke.cap == "butt":
            length = hypot(end.x - start.x, end.y - start.y) or 1.0
            aside = reach * abs(end.y - start.y) / length, reach * abs(end.x - start.x) / length
        else:
            aside = reach, reach
        for at in (start, end):
            yield Point(at.x - aside[0], at.y - aside[1])
            yield Point(at.x + aside[0], at.y + aside[1])


def _placed(found: Rect, group: Group) -> Rect:
    """A box in a drawing's own square to where it lies on the page."""
    x = group.drawing.size.width - found.right if group.mirrored != group.turned else found.x
    y = group.drawing.size.height - found.bottom if group.turned else found.y
    scale = group.scale
    return Rect(group.x + x * scale, group.y + y * scale, found.width * scale, found.height * scale)


@lru_cache(maxsize=256)
def _artwork(drawing: Drawing) -> Rect | None:
    found = around(drawn for path in drawing.marks if (drawn := _drawn(path)))
    return overlap(found, Rect(0, 0, *drawing.size)) if found and drawing.own else found


@lru_cache(maxsize=256)
def _artwork_ink(drawing: Drawing, ground: str) -> float:
    """Shapes of a drawing lie on each other; together they blacken no more than their box."""
    limit = _artwork(drawing)
    total = sum(_blackened(path, ground) for path in drawing.marks)
    return min(total, limit.width * limit.height) if limit else 0.0


def _blackened(path: Path, ground: str) -> float:
    lines = outlines(path.steps)
    area = abs(sum(map(_area, lines))) if path.fill else 0.0
    total = area * (tone(path.fill or ground) - tone(ground))
    if path.stroke:
        length = sum(hypot(b.x - a.x, b.y - a.y) for line in lines for a, b in pairwise(line))
        total += length * path.stroke.width * _share(path.stroke) * (tone(path.stroke.colour) - tone(ground))
    return total


def _share(stroke: Stroke) -> float:
    """How much of a line is drawn: all, or the dashes of it."""
    dash = stroke.dash * 2 if len(stroke.dash) % 2 else stroke.dash
    return sum(dash[::2]) / sum(dash) if sum(dash) else 1.0


def _area(line: Line) -> float:
    """The area inside a line; one that runs the other way round has less than nothing, so that holes count off."""
    if len(line) < 3:
        return 0.0
    return sum(a.x * b.y - b.x * a.y for a, b in pairwise((*line, line[0]))) / 2


def _windings(line: Line, at: Point) -> int:
    """How often a line goes round a point."""
    turns = 0
    for a, b in pairwise((*line, line[0])):
        if (a.y <= at.y) != (b.y <= at.y):
            side = (b.x - a.x) * (at.y - a.y) - (at.x - a.x) * (b.y - a.y)
            if (side > 0) == (b.y > a.y):
                turns += 1 if b.y > a.y else -1
    return turns


def _enters(start: Point, end: Point, area: Rect) -> bool:
    """Whether a straight line has a part inside an area: what each side cuts off leaves something."""
    first, last = 0.0, 1.0
    sides = ((start.x, end.x, area.x, area.right), (start.y, end.y, area.y, area.bottom))
    for a, b, low, high in sides:
        if a == b:
            if not low < a < high:
                return False
            continue
        cuts = sorted(((low - a) / (b - a), (high - a) / (b - a)))
        first, last = max(first, cuts[0]), min(last, cuts[1])
    return first < last
