"""Small boxes one after the other, on as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planbuilder.layout.boxes import Box, Marks, Room, Spot
from planbuilder.layout.fit import Traits, Trouble, gathered
from planbuilder.layout.lines import EPS
from planbuilder.layout.tracks import Extent

Line = tuple[tuple[Box, float], ...]


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Flow(Box):
    """Boxes side by side with a gap; where the width is full, the next line begins."""

    items: tuple[Box, ...]
    gap: float
    line_gap: float

    def children(self) -> Iterable[Box]:
        """The items."""
        return self.items

    def gathered(self) -> Traits:
        """What the items offer."""
        return gathered(item.traits for item in self.items)

    def inner_extent(self) -> Extent:
        """From the widest item to all on one line."""
        widths = [item.extent() for item in self.items]
        return Extent(max(w.least for w in widths), sum(w.natural for w in widths) + self.gap * (len(widths) - 1))

    def lines(self, width: float) -> tuple[Line, ...]:
        """The items of each line with their widths."""
        out: list[list[tuple[Box, float]]] = []
        at = width + EPS
        for item in self.items:
            own = min(item.extent().natural, width)
            if not out or at + self.gap + own > width + EPS:
                out.append([])
                at = -self.gap
            out[-1].append((item, own))
            at += self.gap + own
        return tuple(map(tuple, out))

    def inner_tall(self, room: Room) -> float:
        """All lines and the air between them."""
        lines = self.lines(room.width)
        return sum(map(_tall, lines)) + self.line_gap * (len(lines) - 1)

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """What does not fit in the items."""
        for line in self.lines(room.width):
            for item, width in line:
                yield from item.troubles(Room(width))

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Line by line; items stand in the middle of theirs, or where the flow says."""
        y = spot.y
        above = _SHARE_ABOVE.get(self.look.stand, 0.5)
        for line in self.lines(spot.width):
            x, high = spot.x, _tall(line)
            for item, width in line:
                own = item.tall(Room(width))
                item.put(marks, Spot(x, y + (high - own) * above, width, own))
                x += width + self.gap
            y += high + self.line_gap


_SHARE_ABOVE = {"top": 0.0, "bottom": 1.0}


def _tall(line: Line) -> float:
    return max(item.tall(Room(width)) for item, width in line)
