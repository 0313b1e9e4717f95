"""How much there is to do week by week, as a small chart of bars."""

from __future__ import annotations

from dataclasses import dataclass

from planbuilder.layout.boxes import Box, Marks, Spot
from planbuilder.layout.strokes import rectangle
from planbuilder.layout.tracks import Extent
from planbuilder.model.pages import Stroke
from planbuilder.model.view import View, view_of

WIDTHS = Extent(20.0, 100.0)
LEAST_BAR = 0.08
SMALLEST_WEEKS = 2


def loads(view: View) -> tuple[float, ...]:
    """The work of every week of the plan, of what is in view: each exercise against its own most, the most being 1."""
    wanted = {entry.line.key for entry in view.entries}
    every = [entry for entry in view_of(view.deck).entries if entry.line.key in wanted]
    sizes: dict[str, dict[int, float]] = {}
    for entry in every:
        total = sum(dose.size for dose in entry.line.doses)
        sizes.setdefault(entry.line.key, {})[entry.week] = total
    weeks = [0.0] * len(view.deck.weeks)
    for by_week in sizes.values():
        most = max(by_week.values())
        for week, size in by_week.items():
            weeks[week] += size / most if most else 0.0
    most = max(weeks, default=0.0)
    return tuple(week / most for week in weeks) if most else ()


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
