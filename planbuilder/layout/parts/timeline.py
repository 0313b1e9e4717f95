"""A session from its start to its end, as a bar: a piece for every move, as long as it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from planbuilder.layout.boxes import Box, Marks, Spot
from planbuilder.layout.lines import Setter
from planbuilder.layout.parts.text import Span, glyphs, one_line
from planbuilder.layout.strokes import rectangle
from planbuilder.layout.tracks import Extent
from planbuilder.model.levels import many_levels
from planbuilder.model.pages import Stroke
from planbuilder.model.view import View

WIDTHS = Extent(60.0, 200.0)
AIR = 2.0


class Piece(NamedTuple):
    """What a move takes of the session, and what may stand in it, the longest first."""

    seconds: float
    words: tuple[str, ...]


def pieces_of(view: View) -> tuple[Piece, ...]:
    """The moves of the first session in view, in order; none where levels take each its own time."""
    if many_levels(view):
        return ()
    _, _, workout = next(view.workouts(), (0, 0, None))
    lines = workout.lines if workout else ()
    return tuple(Piece(one.seconds, (one.move.name, one.move.short, one.number)) for one in lines if one.seconds > 0)


@dataclass(slots=True, eq=False, kw_only=True)
class Timeline(Box):
    """Pieces side by side; each says the longest of its words that it has room for."""

    pieces: tuple[Piece, ...]
    words: tuple[tuple[Span, ...], ...]
    gap: float
    stroke: Stroke
    setter: Setter

    def inner_extent(self) -> Extent:
        """It takes what it is given."""
        return WIDTHS

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Piece by piece; outlines stay inside."""
        x, y, width, height, _ = spot
        gap = min(self.gap, width / len(self.pieces) / 4)
        scale = (width - gap * (len(self.pieces) - 1)) / sum(piece.seconds for piece in self.pieces)
        edge = self.stroke.width / 2
        for piece, words in zip(self.pieces, self.words, strict=True):
            wide = piece.seconds * scale
            box = (x + edge, y + edge, max(wide - 2 * edge, 0.0), height - 2 * edge)
            marks.append(rectangle(*box, None, self.stroke))
            self._put_words(marks, words, x, y, wide, height)
            x += wide + gap

    def _put_words(self, marks: Marks, words: tuple[Span, ...], x: float, y: float, wide: float, height: float) -> None:
        for span in words:
            long = self.setter.ems(span.text, span.face) * span.size
            capital = self.setter.measure.capital(span.face) * span.size
            if long <= wide - 2 * AIR - 2 * self.stroke.width and capital <= height - 2 * AIR:
                at = x + (wide - long) / 2
                marks.append(glyphs(at, y + (height + capital) / 2, one_line(self.setter, span.text, span), "cell"))
                return
