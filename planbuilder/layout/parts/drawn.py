"""Parts that are drawn, not written: ticks, scales, the week strip, writing lines, fields, the flag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planbuilder.geometry import MM, Rect
from planbuilder.layout.boxes import Box, Marks, Room, Spot
from planbuilder.layout.fit import Traits, Trouble
from planbuilder.layout.lines import EPS, Setter
from planbuilder.layout.parts.text import Span, Text, aligned, glyphs, one_line
from planbuilder.layout.strokes import line, rounded
from planbuilder.layout.tracks import Extent
from planbuilder.model.pages import Glyphs, Path, Role, Stroke

CORNER = 0.6 * MM
TICK_GAP = 2 * MM
WHITE = "#FFFFFF"
STRIP_STROKE = 0.9
STRIP_WIDTHS = Extent(20.0, 100.0)
LINE_WIDTHS = Extent(20.0, 60.0)
FLAG_WIDTHS = Extent(10.0, 22.0)
FLAG_ACROSS = 3


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Ticks(Box):
    """Empty boxes in rows of `across`; `names` are small words inside them, for where nothing stands above.

    The places that are `gone` stay empty, so that the others keep theirs.
    Boxes that flow take another row where one is too narrow for all. Their `role` says what a pen fills in.
    """

    count: int
    across: int
    size: float
    pitch: float
    stroke: Stroke
    setter: Setter
    names: tuple[Span, ...] = ()
    flows: bool = False
    gone: frozenset[int] = frozenset()
    role: Role = "tick"

    def in_row(self, width: float) -> int:
        """How many stand in one row: those that flow share out evenly, `across` of them at most."""
        if not self.flows:
            return self.across
        rows = -(-self.count // max(1, min(self.across, int((width + EPS) // self.pitch))))
        return -(-self.count // rows)

    def inner_extent(self) -> Extent:
        """A pitch for each box across; boxes that are only ticked give way to what is beside them."""
        gives_way = self.flows and not self.names
        return Extent(self.pitch * (1 if gives_way else self.across), self.pitch * self.across)

    def inner_tall(self, room: Room) -> float:
        """The boxes, with the air of a pitch between rows."""
        rows = -(-self.count // self.in_row(room.width))
        return self.size + (rows - 1) * self._down()

    def _down(self) -> float:
        return min(self.pitch, self.size + TICK_GAP)

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """More boxes than there is room for."""
        full = self.pitch * self.in_row(room.width)
        if full > room.width + EPS:
            yield self.trouble("part", room.width / full)

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Box by box, row by row."""
        x, y, width, height, _ = spot
        in_row = self.in_row(width)
        full = self.pitch * in_row
        x += aligned(self.look.align, width, full) + (self.pitch - self.size) / 2
        y += {"middle": (height - self.inner_tall(spot.room)) / 2}.get(self.look.stand, 0.0)
        for k in range(self.count):
            if k in self.gone:
                continue
            down, across = divmod(k, in_row)
            left, top = x + across * self.pitch, y + down * self._down()
            marks.append(rounded(Rect(left, top, self.size, self.size), CORNER, WHITE, self.stroke, self.role))
            if k < len(self.names):
                marks.append(in_middle(self.setter, self.names[k], left, top, self.size, self.stroke))


def least_side(setter: Setter, marks: Iterable[Span], stroke: Stroke, floor: float) -> float:
    """The side of a box that holds each of some short words at the smallest type there may be."""
    ems = (setter.ems(mark.text, mark.face) * min(mark.size, floor) for mark in marks)
    return max(ems, default=0.0) + 2 * stroke.width


def in_middle(setter: Setter, mark: Span, left: float, top: float, size: float, stroke: Stroke) -> Glyphs:
    """A short word in the middle of a box, narrower where it must be."""
    room = size - 2 * stroke.width
    width = setter.ems(mark.text, mark.face) * mark.size
    if width > room:
        mark = mark._replace(size=mark.size * room / width)
    piece = one_line(setter, mark.text, mark)
    at = left + (size - piece.run.advance * mark.size) / 2
    capital = setter.measure.capital(mark.face) * mark.size
    return glyphs(at, top + (size + capital) / 2, piece, "cell")


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Scale(Box):
    """Steps to mark one of: numbers in rings or boxes, side by side."""

    steps: tuple[Span, ...]
    size: float
    pitch: float
    stroke: Stroke
    setter: Setter
    rings: bool = True

    def inner_extent(self) -> Extent:
        """A pitch for each step."""
        return Extent(self.pitch * len(self.steps), self.pitch * len(self.steps))

    def inner_tall(self, _room: Room) -> float:
        """One ring or box."""
        return self.size

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """More steps than there is room for."""
        full = self.pitch * len(self.steps)
        if full > room.width + EPS:
            yield self.trouble("part", room.width / full)

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Step by step."""
        x, y, width, _, _ = spot
        x += aligned(self.look.align, width, self.pitch * len(self.steps)) + (self.pitch - self.size) / 2
        radius = self.size / 2 if self.rings else CORNER
        for k, step in enumerate(self.steps):
            left = x + k * self.pitch
            marks.append(rounded(Rect(left, y, self.size, self.size), radius, WHITE, self.stroke, "tick"))
            marks.append(in_middle(self.setter, step, left, y, self.size, self.stroke))


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Field(Box):
    """A word and a line to write on, from behind the word to the end."""

    word: Text
    gap: float
    stroke: Stroke

    def children(self) -> Iterable[Box]:
        """The word."""
        return (self.word,)

    def gathered(self) -> Traits:
        """What the word offers."""
        return self.word.traits

    def inner_extent(self) -> Extent:
        """The word and the shortest line that a pen fits on, or a longer one."""
        natural = self.word.extent().natural + self.gap
        return Extent(natural + LINE_WIDTHS.least, natural + LINE_WIDTHS.natural)

    def inner_tall(self, room: Room) -> float:
        """The word's."""
        return self.word.tall(room)

    def inner_first(self, room: Room) -> float:
        """The word's."""
        return self.word.first(room)

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """No room to write."""
        need = self.inner_extent().least
        if need > room.width + EPS:
            yield self.trouble("part", room.width / need)

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """The word, then the line on its baseline."""
        x, y, width, _, _ = spot
        own = self.word.extent().natural
        base = y + self.word.first(spot.room)
        self.word.put(marks, Spot(x, y, own, self.word.tall(spot.room)))
        marks.append(line(x + own + self.gap, base, x + width, base, self.stroke, "line"))


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Flag(Box):
    """The finish: a chequered column that goes on seamlessly where two stand one above the other."""

    colour: str

    def inner_extent(self) -> Extent:
        """It takes what it is given."""
        return FLAG_WIDTHS

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Squares, three across, as one path."""
        x, y, width, height, _ = spot
        side = width / FLAG_ACROSS
        down = max(2, 2 * round(height / side / 2))
        steps = tuple(
            ("R", (x + c * side, y + r * height / down, side, height / down))
            for r in range(down)
            for c in range(FLAG_ACROSS)
            if (r + c) % 2 == 0
        )
        if height > 0:
            marks.append(Path(steps, self.colour))


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Strip(Box):
    """One cell a week, filled up to now."""

    count: int
    now: int
    gap: float
    colour: str

    def inner_extent(self) -> Extent:
        """It takes what it is given."""
        return STRIP_WIDTHS

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Cells from the first week on; their outline stays inside the strip."""
        x, y, width, height, _ = spot
        gap = min(self.gap, width / self.count / 4)
        cell = (width - gap * (self.count - 1)) / self.count
        half = STRIP_STROKE / 2
        stroke = Stroke(STRIP_STROKE, self.colour)
        cells = tuple(
            ("R", (x + k * (cell + gap) + half, y + half, cell - 2 * half, height - 2 * half))
            for k in range(self.count)
        )
        for run, fill in ((cells[: self.now], self.colour), (cells[self.now :], None)):
            if run:
                marks.append(Path(run, fill, stroke))


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class WritingLines(Box):
    """Lines to write on; no count means as many as the height holds. `unit` stands at the end of each."""

    count: int
    pitch: float
    stroke: Stroke

    def inner_extent(self) -> Extent:
        """They take what they are given."""
        return LINE_WIDTHS

    def inner_tall(self, _room: Room) -> float:
        """A pitch from line to line."""
        return self.pitch * max(self.count, 1)

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Line by line, each a pitch below the last."""
        x, y, width, _, _ = spot
        for k in range(self.count or int(spot.height // self.pitch)):
            at = y + (k + 1) * self.pitch
            marks.append(line(x, at, x + width, at, self.stroke, "line"))
