"""What every box can do. Widths first (outside in), then heights (inside out), then troubles; marks at the end.

A box is built once for all pages that show the same; what it measured and where it put its marks is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from planbuilder.geometry import Insets
from planbuilder.layout.fit import NO_TRAITS, Offer, Traits, Trouble, TroubleKind
from planbuilder.layout.strokes import line, polyline, rectangle
from planbuilder.layout.tracks import Extent
from planbuilder.model.design import Ground, Look
from planbuilder.model.pages import Mark, Stroke

EPS = 0.05
SLACK = 0.3
LEAST_RATIO = 0.01
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


Marks = list[Mark]
Sets = tuple[tuple[str, float], ...]  # the widest number of sets of each dose role, in ems


class Trace(list[Mark]):
    """Marks that know which boxes put them, and where; these draw once more instead of giving back what they kept."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[tuple[Box, Spot]] = []


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Box:
    """Something with a width, a height and troubles for a width, and marks. Subclasses say these of what is inside."""

    look: Look
    ground: Ground | None = None
    own: Traits = NO_TRAITS
    span: int = 1
    owner: str = ""
    grown: bool = False
    brackets: tuple[Bracket, ...] = ()
    nothing: bool = False
    offer: Offer | None = None
    weight: float = 1.0
    capital: float = 0.0
    sets: Sets = field(default=(), init=False)
    air: tuple[float, float, float, float] = field(default=(0.0, 0.0, 0.0, 0.0), init=False)
    _traits: Traits | None = field(default=None, init=False)
    _extent: Extent | None = field(default=None, init=False)
    _tall: dict[Room, float] = field(default_factory=dict, init=False)
    _troubles: dict[Room, tuple[Trouble, ...]] = field(default_factory=dict, init=False)
    _placed: dict[Spot, tuple[Mark, ...]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        pad = self.look.pad
        if self.ground is not None:
            pad = Insets(*map(max, pad, self.ground.pad))
        self.air = pad

    def inner_extent(self) -> Extent:
        """Narrowest and natural width of what is inside."""
        return Extent(0.0, 0.0)

    def inner_tall(self, _room: Room) -> float:
        """Natural height of what is inside."""
        return 0.0

    def inner_first(self, room: Room) -> float:
        """How far down the first baseline is: a capital's height, or at the foot of what has no words."""
        return self.capital or self.inner_tall(room)

    def inner_troubles(self, _room: Room) -> Iterator[Trouble]:
        """What does not fit inside."""
        yield from ()

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Put what is inside."""

    def children(self) -> Iterable[Box]:
        """The boxes inside."""
        return ()

    def gathered(self) -> Traits:
        """What it offers to fitting, with all that is in it."""
        return self.own

    @property
    def traits(self) -> Traits:
        """What it offers to fitting; found out when there is trouble, and kept."""
        if self._traits is None:
            traits = self.gathered()
            self._traits = replace(traits, offers=traits.offers | {self.offer}) if self.offer else traits
        return self._traits

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

    def troubles(self, room: Room) -> tuple[Trouble, ...]:
        """What does not fit when this wide."""
        found = self._troubles.get(room)
        if found is None:
            found = self._troubles[room] = tuple(self._all_troubles(room))
        return found

    def _all_troubles(self, room: Room) -> Iterator[Trouble]:
        if self.fixed is not None:
            need = self.need(room)
            if need > self.fixed + SLACK:
                yield self.trouble("low", self.fixed / need)
        yield from self.inner_troubles(self.inside(room))

    @property
    def known_height(self) -> float:
        """The natural height that it was last found to have."""
        return self.fixed or round(next(reversed(self._tall.values()), 0.0), 1)

    @property
    def troubled(self) -> bool:
        """Whether anything in it did not fit."""
        return any(self._troubles.values())

    def trouble(self, kind: TroubleKind, ratio: float, words: str = "") -> Trouble:
        """What does not fit here."""
        traits = self.traits
        return Trouble(kind, max(ratio, LEAST_RATIO), traits.groups, traits.offers, self.look.place, words)

    def put(self, marks: Marks, spot: Spot) -> None:
        """Put its marks; at a spot where it has been before, the same ones."""
        if isinstance(marks, Trace):
            marks.boxes.append((self, spot))
            self._draw(marks, spot)
            return
        found = self._placed.get(spot)
        if found is not None:
            marks += found
            return
        start = len(marks)
        self._draw(marks, spot)
        self._placed[spot] = tuple(marks[start:])

    def _draw(self, marks: Marks, spot: Spot) -> None:
        top, end, bottom, start = self.air
        x, y, width, height, lanes = spot
        if self.ground:
            _surface(marks, self.ground, spot)
        self.inner_put(marks, Spot(x + start, y + top, width - start - end, height - top - bottom, lanes))
        if self.ground:
            _edges(marks, self.ground, spot)
        for bracket in self.brackets:
            _bracket(marks, bracket, spot)


def _surface(marks: Marks, ground: Ground, spot: Spot) -> None:
    x, y, width, height, _ = spot
    if ground.fill:
        marks.append(rectangle(x, y, width, height, ground.fill))
    if ground.bar:
        marks.append(rectangle(x, y, ground.bar[0], height, ground.bar[1]))


def _edges(marks: Marks, ground: Ground, spot: Spot) -> None:
    x, y, width, height, _ = spot
    right, low = x + width, y + height
    for stroke, ends in (
        (ground.top, (x, y, right, y)),
        (ground.end, (right, y, right, low)),
        (ground.bottom, (x, low, right, low)),
        (ground.start, (x, y, x, low)),
    ):
        if stroke:
            marks.append(line(*ends, stroke))


def _bracket(marks: Marks, bracket: Bracket, spot: Spot) -> None:
    at, top, low = spot.x - bracket.out, spot.y, spot.y + spot.height
    points = [(at, top), (at, low)]
    if bracket.opens:
        points = [(at + HOOK, top + HOOK), (at, top + HOOK), (at, low)]
    if bracket.closes:
        points[-1:] = [(at, low - HOOK), (at + HOOK, low - HOOK)]
    marks.append(polyline(tuple(points), bracket.stroke))


def walk(box: Box) -> Iterator[Box]:
    """A box and all in it, from outside in."""
    yield box
    for child in box.children():
        yield from walk(child)


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Space(Box):
    """Air."""


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Rule(Box):
    """A line across."""

    stroke: Stroke

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """A line at its top."""
        marks.append(line(spot.x, spot.y, spot.x + spot.width, spot.y, self.stroke))
