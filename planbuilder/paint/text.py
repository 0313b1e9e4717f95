"""Lines of shaped text to PDF text operators, and a note of every glyph that they use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planbuilder.model.measure import Run
from planbuilder.model.pages import Glyphs
from planbuilder.paint.faces import Faces, OpenFace
from planbuilder.paint.glyphs import Glyph, Piece, pieces
from planbuilder.paint.operators import number


class FaceInUse:
    """A face as the document uses it: its name there, and the text of each of its glyphs that was shown."""

    def __init__(self, name: str, face: OpenFace) -> None:
        self.name = name
        self.face = face
        self.texts: dict[int, str] = {}
        self._widths: dict[int, float] = {}

    def width(self, glyph: int) -> float:
        """How far a glyph moves the pen where nothing is kerned."""
        if glyph not in self._widths:
            self._widths[glyph] = self.face.width(glyph)
        return self._widths[glyph]

    def note(self, glyph: Glyph) -> None:
        """Remember what a glyph stands for; where it stands for several texts, the plainest; any space is a space."""
        text = " " if glyph.text.isspace() else glyph.text
        known = self.texts.get(glyph.id)
        if known is None or (text and (not known or (len(text), text) < (len(known), known))):
            self.texts[glyph.id] = text


class Strip(NamedTuple):
    """Glyphs of one face at one height, ready to show: where they start and how far they move the pen.

    Both in thousandths of the size, from the start of their run. In `shown`, numbers move the pen back.
    """

    face: str
    rise: float
    start: float
    length: float
    shown: str


class Compositor:
    """Sets lines of text: equal lines and equal runs are written once."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._in_use: dict[str, FaceInUse] = {}
        self._strips: dict[Run, tuple[Strip, ...]] = {}
        self._lines: dict[tuple[tuple[tuple[float, Run], ...], float, str], str] = {}

    @property
    def in_use(self) -> tuple[FaceInUse, ...]:
        """The faces that were needed so far, in the order they were."""
        return tuple(self._in_use.values())

    def set(self, line: Glyphs) -> str:
        """The operators of a line, without its colour."""
        key = line.runs, line.size, line.words
        shown = self._lines.get(key)
        if shown is None:
            shown = self._lines[key] = self._show(line)
        upright = "-1 0 0 1" if line.turned else "1 0 0 -1"
        return f"BT {upright} {number(line.x)} {number(line.y)} Tm {shown} ET"

    def _show(self, line: Glyphs) -> str:
        row = Row(line.size)
        position = 0
        for offset, run in line.runs:
            start = offset / line.size * 1000
            found = line.words.find(run.text, position)
            if found > position > 0 and line.words[position:found].isspace():
                self._show_space(run, start, row)
            if found >= 0:
                position = found + len(run.text)
            for strip in self._run(run):
                row.show(strip, start)
        return row.finish()

    def _show_space(self, run: Run, end: float, row: Row) -> None:
        """The space before a run, so that copied words stay apart."""
        use = self._use(run.face)
        glyph = use.face.glyph(" ")
        space = Glyph(glyph, use.width(glyph), 0, 0, " ")
        for strip in _strips(use, (space,), 0):
            row.show(strip, end - space.advance)

    def _run(self, run: Run) -> tuple[Strip, ...]:
        strips = self._strips.get(run)
        if strips is None:
            strips = self._strips[run] = tuple(self._pieces(pieces(run)))
        return strips

    def _pieces(self, found: tuple[Piece, ...]) -> Iterator[Strip]:
        start = 0.0
        for piece in found:
            yield from _strips(self._use(piece.face), piece.glyphs, start)
            start += sum(glyph.advance for glyph in piece.glyphs)

    def _use(self, face: str) -> FaceInUse:
        use = self._in_use.get(face)
        if use is None:
            use = self._in_use[face] = FaceInUse(f"F{len(self._in_use) + 1}", self._faces.opened(face))
        return use


def _strips(use: FaceInUse, glyphs: tuple[Glyph, ...], start: float) -> Iterator[Strip]:
    """Glyphs of one face cut where their height changes; kerning becomes numbers between them."""
    shown, first, pen, rise = "", start, start, 0.0
    for glyph in glyphs:
        if use.texts.get(glyph.id) != glyph.text:
            use.note(glyph)
        place = start + glyph.x
        start += glyph.advance
        if glyph.y != rise or not shown:
            if shown:
                yield Strip(use.name, rise, first, pen - first, f"<{shown}>")
            shown, first, pen, rise = "", place, place, glyph.y
        back = round(pen - place)
        if back:
            shown += f">{back}<"
            pen -= back
        shown += f"{glyph.id:04x}"
        pen += use.width(glyph.id)
    if shown:
        yield Strip(use.name, rise, first, pen - first, f"<{shown}>")


class Row:
    """The operators of a line in the making."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._face = ""
        self._rise = 0.0
        self._pen = 0.0
        self._operators: list[str] = []
        self._array: list[str] = []

    def show(self, strip: Strip, start: float) -> None:
        """Show a strip of a run that starts here."""
        if strip.face != self._face or strip.rise != self._rise:
            self._turn_to(strip.face, strip.rise)
        back = round(self._pen - start - strip.start)
        if back:
            self._array.append(str(back))
            self._pen -= back
        self._array.append(strip.shown)
        self._pen += strip.length

    def finish(self) -> str:
        """All operators of the line."""
        self._turn_to(self._face, 0.0)
        return " ".join(self._operators)

    def _turn_to(self, face: str, rise: float) -> None:
        if self._array:
            shown = "".join(self._array).replace("><", "")
            self._operators.append(f"[{shown}]TJ")
            self._array = []
        if face != self._face:
            self._operators.append(f"/{face} {number(self._size)} Tf")
            self._face = face
        if rise != self._rise:
            self._operators.append(f"{number(rise * self._size / 1000)} Ts")
            self._rise = rise
