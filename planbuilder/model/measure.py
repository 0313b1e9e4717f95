"""How the layout stage has text measured: it knows widths and heights in ems, never fonts or glyphs."""

from typing import Protocol

from planbuilder.records import record


@record(eq=False)
class Run:
    """A piece of text in one face, shaped once: widths are in ems, so a run serves every size.

    `glyphs` belongs to the paint stage; nobody else looks inside.
    """

    text: str
    face: str
    advance: float
    glyphs: object


class Measure(Protocol):
    """Shapes and measures text. Implemented by the faces of the paint stage, and by a pretend one in tests."""

    def face(self, font: str, weight: int) -> str:
        """The name of the face for a font ("display", "text") at the nearest weight."""

    def shape(self, text: str, face: str) -> Run:
        """The run of a text in a face; cached, so asking again is free."""

    def capital(self, face: str) -> float:
        """Height of a capital letter, in ems."""
