"""The big dose: sets, ×, amount as one object; × signs line up down the page, those of an amount look the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planbuilder.layout.boxes import Box, Marks, Room, Spot
from planbuilder.layout.fit import Trouble
from planbuilder.layout.lines import EPS, Chunk, Setter, first_fit, width_of
from planbuilder.layout.parts.text import TOO_MANY_LINES, Piece, Span, aligned, glyphs
from planbuilder.layout.tracks import Extent
from planbuilder.model.pages import Role

ROLE: Role = "cell"
CROSS = "×"
CROSS_SIZE = 0.74
CROSS_DROP = -0.05
CROSS_AIR = 0.1
INNER_CROSS = re.compile(f"[ \u00a0]?{CROSS}[ \u00a0]?")


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class DoseBox(Box):
    """Sets right-aligned in `room`, then × and the amount on `limit` lines; `broken` unties a number from its unit."""

    count: str
    amount: Span
    cross: Span
    setter: Setter
    room: float = 0.0
    limit: int = 1
    broken: bool = False
    sets_width: float = 0.0
    lead: float = 0.0
    slot: float = 0.0
    chunks: tuple[Chunk, ...] = ()

    def __post_init__(self) -> None:
        Box.__post_init__(self)
        setter, span = self.setter, self.amount
        size = span.size
        self.capital = setter.measure.capital(span.face) * size
        self.slot = setter.ems(CROSS, self.cross.face) * self.cross.size + 2 * CROSS_AIR * size
        self.chunks = self._drawn(setter.chunks(span.text, span.face, size, whole=self.limit == 1))
        if self.count:
            ems = setter.ems(self.count, span.face)
            self.sets_width = ems * size
            self.sets = ((span.style.role, ems),)
            self.lead = max(ems, self.room) * size + self.slot

    def _drawn(self, chunks: Iterable[Chunk]) -> tuple[Chunk, ...]:
        """Pieces as wide as they are with their own × drawn like that behind the sets."""
        return tuple(c._replace(width=self._wide(c.text)) if CROSS in c.text else c for c in chunks)

    def _wide(self, words: str) -> float:
        parts = INNER_CROSS.split(words)
        letters = sum(self.setter.ems(part, self.amount.face) for part in parts if part)
        return letters * self.amount.size + self.slot * (len(parts) - 1)

    def inner_extent(self) -> Extent:
        """All of it; of an amount that may take more lines its widest piece."""
        natural = self.lead + width_of(self.chunks)
        if self.limit == 1:
            return Extent(natural, natural)
        return Extent(self.lead + max(c.width for c in self._pieces(0.0, broken=False)), natural)

    def _pieces(self, room: float, *, broken: bool) -> list[Chunk]:
        """The amount in pieces for a room beside the sets."""
        span = self.amount
        cut = (
            self.setter.fitted(c, span.face, span.size, room, untied=self.broken, broken=broken) for c in self.chunks
        )
        return list(self._drawn(piece for pieces in cut for piece in pieces))

    def lines(self, width: float) -> list[list[Chunk]]:
        """The lines of the amount."""
        if self.limit == 1:
            return [list(self.chunks)]
        chunks = self._pieces(width - self.lead, broken=self.broken)
        ends = first_fit(chunks, width - self.lead)
        return [chunks[a:b] for a, b in zip([0, *ends], ends, strict=False)]

    def inner_tall(self, room: Room) -> float:
        """Capitals of the first line to the last baseline."""
        return self.capital + (len(self.lines(room.width)) - 1) * self.amount.size * self.amount.style.leading

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """An amount too wide for what sets and × leave it, or on more lines than there may be."""
        lines = self.lines(room.width)
        full = self.lead + max(map(width_of, lines))
        if full > room.width + EPS:
            ratio = room.width / full
            yield self.trouble("lines", ratio) if self.limit == 1 else self.trouble("word", ratio, self.amount.text)
        elif len(lines) > self.limit:
            yield self.trouble("lines", TOO_MANY_LINES, self.amount.text)

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Sets and × before the first line, the other lines under the amount."""
        x, y, width, _, _ = spot
        lines = self.lines(width)
        x += aligned(self.look.align, width, self.lead + max(map(width_of, lines)))
        base = y + self.capital
        if self.count:
            self._put_sets(marks, x, base)
        for n, line in enumerate(lines):
            down = n * self.amount.size * self.amount.style.leading
            self._put_amount(marks, x + self.lead, base + down, " ".join(c.text for c in line))

    def _put_sets(self, marks: Marks, x: float, base: float) -> None:
        size = self.amount.size
        room = max(self.sets_width, self.room * size)
        sets = Piece(0.0, self.setter.run(self.count, self.amount.face), self.count, self.amount)
        marks.append(glyphs(x + room - self.sets_width, base, sets, ROLE))
        self._put_cross(marks, x + room, base)

    def _put_amount(self, marks: Marks, x: float, base: float, line: str) -> None:
        for n, words in enumerate(INNER_CROSS.split(line)):
            if n:
                self._put_cross(marks, x, base)
                x += self.slot
            if words:
                piece = Piece(0.0, self.setter.run(words, self.amount.face), words, self.amount)
                marks.append(glyphs(x, base, piece, ROLE))
                x += self._wide(words)

    def _put_cross(self, marks: Marks, x: float, base: float) -> None:
        size = self.amount.size
        cross = Piece(0.0, self.setter.run(CROSS, self.cross.face), CROSS, self.cross)
        marks.append(glyphs(x + CROSS_AIR * size, base + CROSS_DROP * size, cross, ROLE))
