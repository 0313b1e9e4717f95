"""The big dose: sets, ×, amount as one object; × signs line up down the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planbuilder.layout.boxes import Box, Marks, Room, Spot
from planbuilder.layout.fit import Trouble
from planbuilder.layout.lines import EPS, Chunk, Setter, first_fit, width_of
from planbuilder.layout.parts.text import Piece, Span, aligned, glyphs
from planbuilder.layout.tracks import Extent
from planbuilder.model.pages import Role

ROLE: Role = "cell"
CROSS = "×"
CROSS_SIZE = 0.74
CROSS_DROP = -0.05
CROSS_AIR = 0.1


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class DoseBox(Box):
    """Sets right-aligned in `room`, then × and the amount. `wraps` lets the amount take more lines, the last resort."""

    count: str
    amount: Span
    cross: Span
    setter: Setter
    room: float = 0.0
    wraps: bool = False
    broken: bool = False
    sets_width: float = 0.0
    lead: float = 0.0
    chunks: tuple[Chunk, ...] = ()

    def __post_init__(self) -> None:
        Box.__post_init__(self)
        setter, span = self.setter, self.amount
        size = span.size
        self.capital = setter.measure.capital(span.face) * size
        self.chunks = tuple(setter.chunks(span.text, span.face, size, whole=not self.wraps))
        if self.count:
            self.sets_width = setter.ems(self.count, span.face) * size
            cross = setter.ems(CROSS, self.cross.face) * self.cross.size
            self.sets = ((span.style.role, self.sets_width),)
            self.lead = max(self.sets_width, self.room) + cross + 2 * CROSS_AIR * size

    def inner_extent(self) -> Extent:
        """All of it; an amount that wraps only its widest word."""
        natural = self.lead + width_of(self.chunks)
        least = self.lead + max(c.width for c in self.chunks) if self.wraps else natural
        return Extent(least, natural)

    def pieces(self, width: float) -> list[Chunk]:
        """The chunks of the amount, untied and cut where they must be."""
        room = width - self.lead
        if not self.broken:
            return list(self.chunks)
        span = self.amount
        return [
            piece
            for chunk in self.chunks
            for word in ([chunk] if chunk.width <= room else self.setter.split(chunk, span.face, span.size))
            for piece in ([word] if word.width <= room else self.setter.pieces(word, span.face, span.size, room))
        ]

    def lines(self, width: float) -> list[list[Chunk]]:
        """The lines of the amount."""
        chunks = self.pieces(width)
        ends = first_fit(chunks, width - self.lead) if self.wraps else [len(chunks)]
        return [chunks[a:b] for a, b in zip([0, *ends], ends, strict=False)]

    def inner_tall(self, room: Room) -> float:
        """Capitals of the first line to the last baseline."""
        return self.capital + (len(self.lines(room.width)) - 1) * self.amount.size * self.amount.style.leading

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """An amount too wide for what sets and × leave it. That it wraps is no loss of words, so none are named."""
        full = self.lead + max(map(width_of, self.lines(room.width)))
        if full > room.width + EPS:
            ratio = room.width / full
            yield self.trouble("word", ratio, self.amount.text) if self.wraps else self.trouble("lines", ratio)

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Sets and × before the first line, the other lines under the amount."""
        x, y, width, _, _ = spot
        lines = self.lines(width)
        x += aligned(self.look.align, width, self.lead + max(map(width_of, lines)))
        base = y + self.capital
        if self.count:
            self._put_sets(marks, x, base)
        for n, line in enumerate(lines):
            words = " ".join(c.text for c in line)
            piece = Piece(0.0, self.setter.run(words, self.amount.face), words, self.amount)
            down = n * self.amount.size * self.amount.style.leading
            marks.append(glyphs(x + self.lead, base + down, piece, ROLE))

    def _put_sets(self, marks: Marks, x: float, base: float) -> None:
        room, size = max(self.sets_width, self.room), self.amount.size
        sets = Piece(0.0, self.setter.run(self.count, self.amount.face), self.count, self.amount)
        marks.append(glyphs(x + room - self.sets_width, base, sets, ROLE))
        cross = Piece(0.0, self.setter.run(CROSS, self.cross.face), CROSS, self.cross)
        marks.append(glyphs(x + room + CROSS_AIR * size, base + CROSS_DROP * size, cross, ROLE))
