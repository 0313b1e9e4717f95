"""How much there is to do week by week, as a small chart of bars."""

from __future__ import annotations

from dataclasses import dataclass

from planbuilder.layout.boxes import Box, Marks, Spot
from planbuilder.layout.strokes import rectangle
from planbuilder.layout.tracks import Extent
from planbuilder.model.pages import Stroke

WIDTHS = Extent(20.0, 100.0)
LEAST_BAR = 0.08


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Chart(Box):
    """A bar a week, from a common ground; the weeks in view are filled, the others outlined."""

    loads: tuple[float, ...]
    now: frozenset[int]
    gap: float
    colour: str
    stroke: Stroke

    def inner_extent(self) -> Extent:
        """It takes what it is given."""
        return WIDTHS

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Bars from the first week on; their outline stays inside."""
        x, y, width, height, _ = spot
        count = len(self.loads)
        gap = min(self.gap, width / count / 4)
        bar = (width - gap * (count - 1)) / count
        edge = self.stroke.width / 2
        for k, load in enumerate(self.loads):
            high = height * max(load, LEAST_BAR)
            left, top = x + k * (bar + gap), y + height - high
            if k in self.now:
                marks.append(rectangle(left, top, bar, high, self.colour))
            else:
                marks.append(rectangle(left + edge, top + edge, bar - 2 * edge, high - 2 * edge, None, self.stroke))
