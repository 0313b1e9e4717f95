"""Words in one or more styles, broken into lines. Measured from the capitals of the first line to the last baseline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from planbuilder.layout.boxes import Box, Marks, Room, Spot
from planbuilder.layout.fit import Sizes, Trouble
from planbuilder.layout.lines import EPS, Chunk, Setter, balanced, first_fit, width_of
from planbuilder.layout.tracks import Extent
from planbuilder.model.design import Style
from planbuilder.model.measure import Run
from planbuilder.model.pages import Glyphs, Role

TOO_MANY_LINES = 0.96
MARK_AIR = 0.1
MARK_SIZE = 0.62
MARK_ABOVE = 0.15


class Span(NamedTuple):
    """A run of words in one style, at the size it is set in; the mark of a note stands higher than its line."""

    text: str
    style: Style
    colour: str
    face: str
    size: float
    rise: float = 0.0


class Piece(NamedTuple):
    """Words of one span on one line, from the line's start."""

    at: float
    run: Run
    words: str
    span: Span


class SetLine(NamedTuple):
    """A finished line."""

    width: float
    pieces: tuple[Piece, ...]


def span_of(setter: Setter, text: str, style: Style, colour: str, sizes: Sizes) -> Span:
    """A text in its style, at the size that fitting leaves it."""
    face = setter.measure.face(style.font, style.weight)
    return Span(text, style, colour, face, style.size * sizes.scale(style))


def mark_of(setter: Setter, number: str, words: Span, floor: float) -> Span:
    """The mark of a note behind some words: smaller, but no type is under the floor, and higher than their capitals."""
    size = max(MARK_SIZE * words.size, floor)
    capital = setter.measure.capital(words.face)
    return words._replace(text=number, size=size, rise=(capital + MARK_ABOVE) * words.size - capital * size)


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Text(Box):
    """A text. `limit` is how many lines it may take, `broken` whether a word may be cut, `mark` that of its note."""

    spans: tuple[Span, ...]
    setter: Setter
    limit: int
    broken: bool = False
    mark: Span | None = None
    role: Role = "paragraph"
    leading: float = 0.0
    chunks: tuple[Chunk, ...] = ()
    _lines: dict[float, tuple[SetLine, ...]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        Box.__post_init__(self)
        setter, whole = self.setter, self.limit == 1
        biggest = max(self.spans, key=lambda s: s.size)
        self.capital = setter.measure.capital(biggest.face) * biggest.size
        self.leading = biggest.size * biggest.style.leading
        pieces = (setter.chunks(s.text, s.face, s.size, k, whole=whole) for k, s in enumerate(self.spans))
        self.chunks = tuple(self._marked([c for part in pieces for c in part]))

    def _marked(self, chunks: list[Chunk]) -> list[Chunk]:
        """The chunks with room for the mark behind the last one."""
        if self.mark and chunks:
            chunks[-1] = chunks[-1]._replace(width=chunks[-1].width + self._mark_width)
        return chunks

    @property
    def _mark_width(self) -> float:
        mark = self.mark
        return self.setter.ems(mark.text, mark.face) * mark.size + MARK_AIR * mark.size if mark else 0.0

    @property
    def words(self) -> str:
        """All its words."""
        return " ".join(s.text for s in self.spans)

    def inner_extent(self) -> Extent:
        """From the widest word (all of it where it may not wrap) to one line."""
        natural = width_of(self.chunks)
        least = natural if self.limit == 1 else max((c.width for c in self.chunks), default=0.0)
        return Extent(least, natural)

    def lines(self, width: float) -> tuple[SetLine, ...]:
        """The lines for a width."""
        found = self._lines.get(width)
        if found is None:
            chunks = self._fitted(width)
            ends = [len(chunks)] if self.limit == 1 else balanced(chunks, width)
            starts = [0, *ends]
            *others, last = (self._set(chunks[a:b]) for a, b in zip(starts, ends, strict=False))
            found = self._lines[width] = (*others, self._with_mark(last))
        return found

    def _with_mark(self, line: SetLine) -> SetLine:
        """The last line with the mark of the note."""
        mark = self.mark
        if mark is None:
            return line
        piece = Piece(line.width + MARK_AIR * mark.size, self.setter.run(mark.text, mark.face), mark.text, mark)
        return SetLine(line.width + self._mark_width, (*line.pieces, piece))

    def _fitted(self, width: float) -> list[Chunk]:
        """The chunks, with those too wide for a line untied, and cut where that is allowed."""
        if self.limit == 1:
            return list(self.chunks)
        out: list[Chunk] = []
        for chunk in self.chunks:
            span = self.spans[chunk.span]
            out += self.setter.fitted(chunk, span.face, span.size, width, untied=True, broken=self.broken)
        return self._marked(out) if self.mark and out[-1] != self.chunks[-1] else out

    def _set(self, chunks: list[Chunk]) -> SetLine:
        pieces: list[Piece] = []
        at = 0.0
        k = 0
        while k < len(chunks):
            end = k
            while end < len(chunks) and chunks[end].span == chunks[k].span:
                end += 1
            words = " ".join(c.text for c in chunks[k:end])
            span = self.spans[chunks[k].span]
            run = self.setter.run(words, span.face)
            pieces.append(Piece(at, run, words, span))
            at += run.advance * span.size + chunks[end - 1].space
            k = end
        return SetLine(at - (chunks[-1].space if chunks else 0.0), tuple(pieces))

    def inner_tall(self, room: Room) -> float:
        """Capitals of the first line to the last baseline."""
        return self.capital + (len(self.lines(room.width)) - 1) * self.leading

    @property
    def wrapped(self) -> bool:
        """Whether it took more than one line where it was last put."""
        return any(len(lines) > 1 for lines in self._lines.values())

    def wraps(self, width: float) -> bool:
        """Whether it takes more than one line."""
        return len(self.lines(width)) > 1

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """A word that no line can hold, or more lines than there may be."""
        width = room.width
        lines = self.lines(width)
        widest = max((line.width for line in lines), default=0.0)
        if self.limit == 1:
            if widest > width + EPS:
                yield self.trouble("lines", width / widest, self.words)
        elif widest > width + EPS and len(first_fit(self._fitted(width), width)) >= len(lines):
            word = max(self._fitted(width), key=lambda c: c.width).text
            yield self.trouble("word", width / widest, word)
        elif len(lines) > self.limit:
            yield self.trouble("lines", TOO_MANY_LINES, self.words)

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Line by line, first baseline a capital's height down."""
        x, y, width, height, _ = spot
        tall = self.inner_tall(spot.room)
        y += {"middle": (height - tall) / 2, "bottom": height - tall}.get(self.look.stand, 0.0) + self.capital
        for n, line in enumerate(self.lines(width)):
            at = x + aligned(self.look.align, width, line.width)
            for piece in line.pieces:
                marks.append(glyphs(at + piece.at, y + n * self.leading, piece, self.role))


def glyphs(x: float, y: float, piece: Piece, role: Role) -> Glyphs:
    """The mark for words of one span on one line."""
    span = piece.span
    return Glyphs(x, y - span.rise, span.size, span.colour, ((0.0, piece.run),), piece.words, role)


def aligned(align: str, room: float, width: float) -> float:
    """How far in something starts."""
    return {"center": (room - width) / 2, "end": room - width}.get(align, 0.0)


def one_line(setter: Setter, text: str, span: Span) -> Piece:
    """Words set on one line."""
    return Piece(0.0, setter.run(text, span.face), text, span)
