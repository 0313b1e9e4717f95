"""Finished pages: sizes and flat tuples of marks, in paint order. Nothing is left to wrap, fit or choose.

The set of marks is closed. A new kind of thing on a card becomes existing marks.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from planbuilder.geometry import Rect, Size
from planbuilder.model.measure import Run
from planbuilder.records import record

Flip = Literal["", "long-edge", "short-edge"]
Role = Literal["heading", "paragraph", "item", "figure", "cell", "artifact", "tick", "entry", "line"]
"""What a mark is to a reader; a pen fills in a tick, an entry (a box that takes a number) and a line."""
Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]
Step = tuple[str, tuple[float, ...]]

SIDEWAYS = 5
"""From this `turn` on, the rows of a raster stand upright."""


@record
class Stroke:
    """How a line is drawn: width in points, colour "#RRGGBB", dash lengths (empty: solid), ends and corners.

    Where nothing is said of its corners, they are round if its ends are.
    """

    width: float
    colour: str
    dash: tuple[float, ...] = ()
    cap: Cap = "butt"
    join: Join | None = None


@record
class Glyphs:
    """One line of text in one size and colour: runs at offsets from x, on the baseline y; on its head if `turned`."""

    x: float
    y: float
    size: float
    colour: str
    runs: tuple[tuple[float, Run], ...]
    words: str
    role: Role = "paragraph"
    link: str = ""
    turned: bool = False


@record
class Path:
    """Lines and curves, filled or stroked or both. `even_odd` leaves a hole wherever two of its outlines overlap.

    Steps: ("M", (x, y)), ("L", (x, y)), ("C", (x1, y1, x2, y2, x, y)), ("Z", ()), ("R", (x, y, width, height)).
    """

    steps: tuple[Step, ...]
    fill: str | None = None
    stroke: Stroke | None = None
    role: Role = "artifact"
    even_odd: bool = False


@record
class Raster:
    """A photo or logo as it goes into the file: checked, and nothing left in it but its pixels.

    `data` is a JPEG, or deflated rows with a PNG filter before each. `clear` is the one value of each channel that is
    see-through, `mask` says of each pixel how much it covers, `turn` is how the stored pixels are held, as in EXIF
    (1 upright, 6 a quarter turn to the right, ...). Equal pixels are one picture, whatever it is called.
    """

    name: str = field(compare=False)
    packing: Literal["jpeg", "deflate"]
    width: int
    height: int
    colours: Literal["grey", "rgb", "palette"]
    data: bytes = field(repr=False)
    bits: int = 8
    palette: bytes = b""
    clear: tuple[int, ...] = ()
    mask: Raster | None = None
    turn: int = 1
    alt: str = field(default="", compare=False)

    @property
    def size(self) -> Size:
        """Width and height in pixels as it is looked at."""
        return Size(self.height, self.width) if self.turn >= SIDEWAYS else Size(self.width, self.height)


@record
class Picture:
    """A photo or logo in a rectangle."""

    raster: Raster
    box: Rect
    alt: str
    role: Role = "figure"
    turned: bool = False


@record
class Link:
    """A part of the page that opens an address (http, https or mailto)."""

    box: Rect
    address: str


@record
class Drawing:
    """Artwork used again and again, written once in the file. Its own unit square is `size` wide and high.

    What is `own` was drawn by the coach: it is cut off at its edges and never turned left to right.
    """

    name: str
    size: Size
    marks: tuple[Path, ...]
    alt: str = ""
    own: bool = False


Artwork = Drawing | Raster
"""What stands where an exercise has its picture: a figure or drawing, or a photo."""


@record
class Group:
    """A drawing scaled into a rectangle by its top left corner; swapped left to right, or on its head if `turned`."""

    drawing: Drawing
    x: float
    y: float
    scale: float
    mirrored: bool = False
    role: Role = "artifact"
    turned: bool = False


Mark = Glyphs | Path | Picture | Link | Group


@record
class Page:
    """One side of a sheet. Each bookmark is a path of headings, outer first, that leads a reader here.

    `guides` are frames round the boxes and margins of its layout, where they were asked for; they are not printed.
    """

    size: Size
    marks: tuple[Mark, ...]
    label: str = ""
    trim: Rect | None = None
    bleed: Rect | None = None
    bookmarks: tuple[tuple[str, ...], ...] = ()
    guides: tuple[Mark, ...] = ()


@record
class Facts:
    """What the file says of itself; `duplex` is how a printer turns its sheets over, where they have backs.

    A `fillable` file has fields where a pen would fill something in.
    """

    title: str
    author: str = ""
    subject: str = ""
    language: str = "en"
    duplex: Flip = ""
    fillable: bool = False
