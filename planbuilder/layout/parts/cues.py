"""Cues: texts one below another, with a mark each where the layout wants one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planbuilder.geometry import MM
from planbuilder.layout.boxes import Marks, Room, Spot
from planbuilder.layout.fit import Offer, Traits, Trouble
from planbuilder.layout.frames import Stack
from planbuilder.layout.lines import Setter
from planbuilder.layout.parts.text import Span, Text, glyphs, one_line
from planbuilder.layout.strokes import rectangle
from planbuilder.layout.tracks import Extent

OPENING = 1.4
SQUARE_SIDE = 0.4
SQUARE_INSET = 4 * MM / 11.5  # of the size of the words
NUMBER_INSET = 7.5 * MM


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Cues(Stack):
    """When a cue wraps, the gap opens so that the air between cues stays visibly more than that within one.

    An `owner` is the line that may give up its last cue, `left_out` the cue that `exercise` has given up.
    """

    texts: tuple[Text, ...]
    setter: Setter
    mark: str = ""
    dot: str = ""
    number: Span | None = None
    first_number: int = 1
    offers: frozenset[Offer] = frozenset()
    exercise: str = ""
    left_out: str = ""

    def gathered(self) -> Traits:
        """What the cues offer, and having fewer of them."""
        traits = Stack.gathered(self)
        return Traits(traits.offers | self.offers, traits.groups, traits.giving)

    def _inset(self) -> float:
        if self.mark == "square":
            return SQUARE_INSET * self.texts[0].spans[0].size
        return NUMBER_INSET if self.mark == "number" else 0.0

    def inner_extent(self) -> Extent:
        """The widest cue's, with the mark before it."""
        low, natural = Stack.inner_extent(self)
        inset = self._inset()
        return Extent(low + inset, natural + inset)

    def _gap(self, width: float) -> float:
        white = max((t.leading - t.capital for t in self.texts if t.wraps(width)), default=0.0)
        return max(self.gap, OPENING * white)

    def inner_tall(self, room: Room) -> float:
        """All cues and the gaps between them."""
        own = Room(room.width - self._inset())
        return sum(t.tall(own) for t in self.texts) + self._gap(own.width) * (len(self.texts) - 1)

    def inner_first(self, room: Room) -> float:
        """The first cue's baseline."""
        return self.texts[0].first(Room(room.width - self._inset()))

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """The cues' troubles."""
        return Stack.inner_troubles(self, Room(room.width - self._inset()))

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Cue by cue, its mark before its first line."""
        x, y = spot.x, spot.y
        inset = self._inset()
        room = Room(spot.width - inset)
        gap = self._gap(room.width)
        for n, text in enumerate(self.texts):
            self._put_mark(marks, x, y, text, n)
            tall = text.tall(room)
            text.put(marks, Spot(x + inset, y, room.width, tall))
            y += tall + gap

    def _put_mark(self, marks: Marks, x: float, y: float, text: Text, n: int) -> None:
        if self.mark == "square":
            side = text.spans[0].size * SQUARE_SIDE
            marks.append(rectangle(x, y + (text.capital - side) / 2, side, side, self.dot))
        elif self.mark == "number" and self.number:
            capital = self.setter.measure.capital(self.number.face) * self.number.size
            piece = one_line(self.setter, str(n + self.first_number), self.number)
            marks.append(glyphs(x, y + (text.capital + capital) / 2, piece, "artifact"))
