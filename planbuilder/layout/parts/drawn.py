"""Parts that are drawn, not written: ticks, the week strip, writing lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planbuilder.geometry import MM
from planbuilder.layout.boxes import Box, Marks, Room, Spot
from planbuilder.layout.fit import Trouble
from planbuilder.layout.lines import EPS, Setter
from planbuilder.layout.parts.text import Span, aligned, glyphs, one_line
from planbuilder.layout.strokes import line, rectangle, rounded
from planbuilder.layout.tracks import Extent
from planbuilder.model.pages import Stroke

CORNER = 0.6 * MM
WHITE = "#FFFFFF"
STRIP_STROKE = 0.9
STRIP_WIDTHS = Extent(20.0, 100.0)
LINE_WIDTHS = Extent(20.0, 60.0)


@dataclass(slots=True, eq=False, kw_only=True)
class Ticks(Box):
    """Empty boxes in rows of `across`; `names` are small words inside them, for where nothing stands above."""

    count: int
    across: int
    size: float
    pitch: float
    stroke: Stroke
    setter: Setter
    names: tuple[Span, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows they stand in."""
        return -(-self.count // self.across)

    def inner_extent(self) -> Extent:
        """A pitch for each box across."""
        return Extent(self.pitch * self.across, self.pitch * self.across)

    def inner_tall(self, _room: Room) -> float:
        """The boxes, with the air of a pitch between rows."""
        return self.size + (self.rows - 1) * self._down()

    def _down(self) -> float:
        return min(self.pitch, self.size + 2 * MM)

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """More boxes than there is room for."""
        full = self.pitch * self.across
        if full > room.width + EPS:
            yield self.trouble("part", room.width / full)

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Box by box, row by row."""
        x, y, width, height, _ = spot
        full = self.pitch * self.across
        x += aligned(self.look.align, width, full) + (self.pitch - self.size) / 2
        y += {"middle": (height - self.inner_tall(spot.room)) / 2}.get(self.look.stand, 0.0)
        for k in range(self.count):
            down, across = divmod(k, self.across)
            left, top = x + across * self.pitch, y + down * self._down()
            marks.append(rounded(left, top, self.size, self.size, CORNER, WHITE, self.stroke))
            if k < len(self.names):
                self._put_mark(marks, left, top, self.names[k])

    def _put_mark(self, marks: Marks, left: float, top: float, mark: Span) -> None:
        room = self.size - 2 * self.stroke.width
        width = self.setter.ems(mark.text, mark.face) * mark.size
        if width > room:
            mark = mark._replace(size=mark.size * room / width)
        piece = one_line(self.setter, mark.text, mark)
        at = left + (self.size - piece.run.advance * mark.size) / 2
        capital = self.setter.measure.capital(mark.face) * mark.size
        marks.append(glyphs(at, top + (self.size + capital) / 2, piece, "cell"))


@dataclass(slots=True, eq=False, kw_only=True)
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
        for k in range(self.count):
            fill = self.colour if k < self.now else None
            at = x + k * (cell + gap)
            marks.append(rectangle(at + half, y + half, cell - 2 * half, height - 2 * half, fill, stroke))


@dataclass(slots=True, eq=False, kw_only=True)
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
            marks.append(line(x, at, x + width, at, self.stroke))
