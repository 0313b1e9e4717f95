"""What every box can do. Widths first (outside in), then heights (inside out), then marks.

A box is built once for all pages that show the same; what it measured and where it put its marks is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from planbuilder.layout.fit import NO_TRAITS, Traits, Trouble, TroubleKind
from planbuilder.layout.strokes import line, polyline, rectangle
from planbuilder.layout.tracks import Extent
from planbuilder.model.design import Ground, Look
from planbuilder.model.pages import Mark, Stroke

EPS = 0.05
SLACK = 0.3
HOOK = 4.0


class Lanes(NamedTuple):
    """The columns that the rows of a grid share."""

    widths: tuple[float, ...]
    gap: float


class Room(NamedTuple):
    """The width a box is given, and the columns of the grid right around it."""

    width: float
    lanes: Lanes | None = None


class Spot(NamedTuple):
    """Where on a page a box is put."""

    x: float
    y: float
    width: float
    height: float
    lanes: Lanes | None = None

    @property
    def room(self) -> Room:
        """Its width and columns."""
        return Room(self.width, self.lanes)


class Bracket(NamedTuple):
    """A group's line beside one of its boxes: how far out it stands, and whether it begins or ends here."""

    out: float
    opens: bool
    closes: bool
    stroke: Stroke


class Placed(NamedTuple):
    """What a box put on a page at one spot."""

    marks: tuple[Mark, ...]
    troubles: tuple[Trouble, ...]


@dataclass(slots=True)
class Out:
    """Marks and troubles of a page while it is put together."""

    marks: list[Mark] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


@dataclass(slots=True, eq=False, kw_only=True)
class Box:
    """Something with a width, a height for a width, and marks. Subclasses say the three for what is inside."""

    look: Look
    ground: Ground | None = None
    traits: Traits = NO_TRAITS
    span: int = 1
    owner: str = ""
    grown: bool = False
    brackets: tuple[Bracket, ...] = ()
    nothing: bool = False
    capital: float = 0.0
    spot: Spot | None = field(default=None, init=False)
    troubled: bool = field(default=False, init=False)
    _extent: Extent | None = field(default=None, init=False)
    _tall: dict[Room, float] = field(default_factory=dict, init=False)
    _placed: dict[Spot, Placed] = field(default_factory=dict, init=False)

    def inner_extent(self) -> Extent:
        """Narrowest and natural width of what is inside."""
        return Extent(0.0, 0.0)

    def inner_tall(self, _room: Room) -> float:
        """Natural height of what is inside."""
        return 0.0

    def inner_first(self, room: Room) -> float:
        """How far down the first baseline is: a capital's height, or at the foot of what has no words."""
        return self.capital or self.inner_tall(room)

    def inner_put(self, out: Out, spot: Spot) -> None:
        """Put what is inside."""

    def children(self) -> Iterable[Box]:
        """The boxes inside."""
        return ()

    @property
    def air(self) -> tuple[float, float, float, float]:
        """Air inside, at least that of the ground: top, end, bottom, start."""
        pad = self.look.pad
        if self.ground is None:
            return pad
        a, b = pad, self.ground.pad
        return max(a[0], b[0]), max(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])

    @property
    def fixed(self) -> float | None:
        """The height it keeps whatever is inside; a grown box keeps none."""
        return None if self.grown else self.look.height

    def extent(self) -> Extent:
        """Narrowest and natural width, air included."""
        found = self._extent
        if found is None:
            track = self.look.width
            if track.kind == "fixed":
                found = Extent(track.size, track.size)
            else:
                _, end, _, start = self.air
                low, natural = self.inner_extent()
                found = Extent(low + start + end, natural + start + end)
            self._extent = found
        return found

    def tall(self, room: Room) -> float:
        """Natural height when this wide."""
        if self.fixed is not None:
            return self.fixed
        found = self._tall.get(room)
        if found is None:
            found = self._tall[room] = max(self.need(room), self.look.least, self.look.height or 0.0)
        return found

    def inside(self, room: Room) -> Room:
        """The room that is left inside its air."""
        _, end, _, start = self.air
        return Room(room.width - start - end, room.lanes)

    def need(self, room: Room) -> float:
        """The height that what is inside takes, air included."""
        top, _, bottom, _ = self.air
        return self.inner_tall(self.inside(room)) + top + bottom

    def first(self, room: Room) -> float:
        """How far down the first baseline is, air included."""
        return self.air[0] + self.inner_first(self.inside(room))

    def put(self, out: Out, spot: Spot) -> None:
        """Put its marks; at a spot where it has been before, the same ones."""
        self.spot = spot
        found = self._placed.get(spot)
        if found is not None:
            out.marks += found.marks
            out.troubles += found.troubles
            return
        marks, troubles = len(out.marks), len(out.troubles)
        self._draw(out, spot)
        self._placed[spot] = Placed(tuple(out.marks[marks:]), tuple(out.troubles[troubles:]))
        self.troubled = self.troubled or len(out.troubles) > troubles

    def _draw(self, out: Out, spot: Spot) -> None:
        top, end, bottom, start = self.air
        x, y, width, height, lanes = spot
        if self.ground:
            _surface(out, self.ground, spot)
        if self.fixed is not None:
            need = self.need(spot.room)
            if need > height + SLACK:
                self.trouble(out, "low", height / need)
        self.inner_put(out, Spot(x + start, y + top, width - start - end, height - top - bottom, lanes))
        if self.ground:
            _edges(out, self.ground, spot)
        for bracket in self.brackets:
            _bracket(out, bracket, spot)

    def trouble(self, out: Out, kind: TroubleKind, ratio: float, words: str = "") -> None:
        """Say what does not fit here."""
        traits = self.traits
        out.troubles.append(Trouble(kind, ratio, traits.groups, traits.offers, self.look.place, words))


def _surface(out: Out, ground: Ground, spot: Spot) -> None:
    x, y, width, height, _ = spot
    if ground.fill:
        out.marks.append(rectangle(x, y, width, height, ground.fill))
    if ground.bar:
        out.marks.append(rectangle(x, y, ground.bar[0], height, ground.bar[1]))


def _edges(out: Out, ground: Ground, spot: Spot) -> None:
    x, y, width, height, _ = spot
    right, low = x + width, y + height
    for stroke, ends in (
        (ground.top, (x, y, right, y)),
        (ground.end, (right, y, right, low)),
        (ground.bottom, (x, low, right, low)),
        (ground.start, (x, y, x, low)),
    ):
        if stroke:
            out.marks.append(line(*ends, stroke))


def _bracket(out: Out, bracket: Bracket, spot: Spot) -> None:
    at, top, low = spot.x - bracket.out, spot.y, spot.y + spot.height
    points = [(at, top), (at, low)]
    if bracket.opens:
        points = [(at + HOOK, top + HOOK), (at, top + HOOK), (at, low)]
    if bracket.closes:
        points[-1:] = [(at, low - HOOK), (at + HOOK, low - HOOK)]
    out.marks.append(polyline(tuple(points), bracket.stroke))


def walk(box: Box) -> Iterator[Box]:
    """A box and all in it, from outside in."""
    yield box
    for child in box.children():
        yield from walk(child)


@dataclass(slots=True, eq=False, kw_only=True)
class Space(Box):
    """Air."""


@dataclass(slots=True, eq=False, kw_only=True)
class Rule(Box):
    """A line across."""

    stroke: Stroke

    def inner_put(self, out: Out, spot: Spot) -> None:
        """A line at its top."""
        out.marks.append(line(spot.x, spot.y, spot.x + spot.width, spot.y, self.stroke))
