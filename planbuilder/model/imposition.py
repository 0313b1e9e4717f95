"""How pages lie on a sheet of paper: where each has its slot, how it is turned over, what marks guide the hand."""

from collections.abc import Iterator
from typing import NamedTuple

from planbuilder.geometry import MM, Point, Size
from planbuilder.model.pages import Flip, Stroke
from planbuilder.records import record

BLACK = Stroke(0.25, "#000000")
ORIGIN = Point(0.0, 0.0)
HOLES_APART = {2: 80 * MM, 3: 108 * MM}


class Slit(NamedTuple):
    """The one cut inside a folded sheet: below a row, from one column's start to another's."""

    row: int
    start: int
    end: int


@record
class Pens:
    """What marks for the hand are drawn with."""

    cut: Stroke = BLACK
    fold: Stroke = BLACK
    slit: Stroke = BLACK
    punch: Stroke = BLACK
    scissors: str = "#000000"


@record
class Imposition:
    """`across` times `down` pages on a sheet, the first with its corner at `at`, a gutter between them.

    `order` numbers the pages of each side of a folded sheet, row by row; those below nought stand on their heads.
    `punch` is a number of holes at the binding edge; ink that reaches the edge of a page runs over it by `bleed`.
    """

    sheet: Size
    page: Size
    across: int = 1
    down: int = 1
    at: Point = ORIGIN
    gutter: float = 0.0
    bleed: float = 0.0
    backs: Flip = ""
    order: tuple[tuple[int, ...], ...] = ()
    cut: bool = False
    fold: bool = False
    slit: Slit | None = None
    punch: int = 0
    pens: Pens = Pens()

    @property
    def plain(self) -> bool:
        """Whether a page is the sheet, with nothing added."""
        return self.page == self.sheet and not (self.cut or self.fold or self.punch or self.bleed or self.backs)

    @property
    def mirrors_columns(self) -> bool:
        """Whether turning the sheet over swaps left and right; else it swaps top and bottom."""
        upright = self.sheet.height >= self.sheet.width
        return (self.backs == "long-edge") == upright

    @property
    def grid(self) -> Size:
        """All pages of a side with the gutters between them."""
        wide = self.across * self.page.width + (self.across - 1) * self.gutter
        return Size(wide, self.down * self.page.height + (self.down - 1) * self.gutter)

    def slots(self) -> Iterator[tuple[int, int]]:
        """Column and row of each slot, row by row."""
        return ((column, row) for row in range(self.down) for column in range(self.across))

    def corner(self, column: int, row: int) -> Point:
        """The top left corner of a slot."""
        width, height = self.page
        return Point(self.at.x + column * (width + self.gutter), self.at.y + row * (height + self.gutter))
