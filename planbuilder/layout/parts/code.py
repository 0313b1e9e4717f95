"""An address as a QR code: error level M, as few modules as hold it, four modules of quiet space round it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from planbuilder.geometry import MM, Rect
from planbuilder.layout.boxes import Box, Marks, Room, Spot
from planbuilder.layout.fit import Trouble
from planbuilder.layout.lines import EPS
from planbuilder.layout.parts.text import aligned
from planbuilder.layout.tracks import Extent
from planbuilder.model.pages import Link, Path, Step

LEAST = 18 * MM
LEAST_MODULE = 0.4 * MM
SCHEMES = ("http://", "https://", "mailto:")
LONGEST = 300

Modules = tuple[tuple[bool, ...], ...]


def address_of(link: str) -> str:
    """The whole address of a link as people write it."""
    return link if link.lower().startswith(SCHEMES) else f"https://{link}"


@lru_cache(maxsize=8)
def modules_of(address: str) -> Modules:
    """The modules of the code of an address, row by row, dark or not; none where no code is large enough."""
    if len(address) > LONGEST:
        return ()
    import segno

    code = segno.make(address, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Code(Box):
    """A square that is all code, larger than `side` where phones need it; what is beside it leaves it quiet space."""

    modules: Modules
    address: str
    colour: str
    side: float

    def inner_extent(self) -> Extent:
        """As wide as the layout has it, and no smaller than a phone can read."""
        side = max(self.side, LEAST, LEAST_MODULE * len(self.modules))
        return Extent(side, side)

    def inner_tall(self, room: Room) -> float:
        """As high as wide."""
        return room.width

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """Too narrow for a phone to read."""
        least = self.inner_extent().least
        if least > room.width + EPS:
            yield self.trouble("part", room.width / least)

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """The dark modules as one path, those side by side in one piece; and the address to click on."""
        side = min(spot.width, spot.height)
        x, y = spot.x + aligned(self.look.align, spot.width, side), spot.y
        marks.append(Path(tuple(self._runs(x, y, side / len(self.modules))), self.colour, role="figure"))
        marks.append(Link(Rect(x, y, side, side), self.address))

    def _runs(self, x: float, y: float, module: float) -> Iterator[Step]:
        for down, row in enumerate(self.modules):
            across = 0
            for dark, run in groupby(row):
                count = len(tuple(run))
                if dark:
                    yield "R", (x + across * module, y + down * module, count * module, module)
                across += count
