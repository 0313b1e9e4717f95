"""Words beside drawings on the pages for whoever makes figures: captions, and labels on a white ground."""

from __future__ import annotations

from planbuilder.geometry import Size
from planbuilder.model.figure import FigureStyle
from planbuilder.model.measure import Measure
from planbuilder.model.pages import Glyphs, Mark, Path, Role, Stroke
from planbuilder.records import record

A4 = Size(595.3, 841.9)
MARGIN = 36.0


@record
class Lettering:
    """What captions are written with."""

    measure: Measure
    style: FigureStyle

    def words(
        self, text: str, x: float, y: float, size: float = 9.0, strong: bool = False, role: Role = "paragraph"
    ) -> Glyphs:
        """A line of text that starts at a point."""
        run = self.measure.shape(text, self.measure.face("text", 700 if strong else 400))
        return Glyphs(x, y, size, self.style.ink if strong else self.style.slate, ((0.0, run),), text, role)

    def title(self, text: str, below: str = "") -> list[Mark]:
        """What a page shows, at its head, and a line about it."""
        head = self.words(text, MARGIN, MARGIN + 16, 18, strong=True, role="heading")
        return [head, self.words(below, MARGIN, MARGIN + 31, 8.5)] if below else [head]

    def label(self, text: str, x: float, y: float, size: float) -> list[Mark]:
        """Words on a white ground, with a thin frame."""
        glyphs = self.words(text, x, y, size, strong=True)
        wide = glyphs.runs[0][1].advance * size
        ground = (("R", (x - 0.35 * size, y - size, wide + 0.7 * size, 1.35 * size)),)
        return [Path(ground, "#FFFFFF", Stroke(0.5, self.style.slate)), glyphs]
