"""What a run holds for the paint stage: shaped glyphs, in pieces of one face each."""

from __future__ import annotations

from typing import NamedTuple, cast

from planbuilder.model.measure import Run


class Glyph(NamedTuple):
    """One glyph in thousandths of an em: how far the pen moves on, where it sits off the pen, the text it stands for.

    Of several glyphs that stand for one text together, the first has the text and the others have none.
    """

    id: int
    advance: float
    x: float
    y: float
    text: str


class Piece(NamedTuple):
    """Glyphs of one face in visual order."""

    face: str
    glyphs: tuple[Glyph, ...]


def pieces(run: Run) -> tuple[Piece, ...]:
    """The shaped pieces of a run, in visual order."""
    return cast("tuple[Piece, ...]", run.glyphs)
