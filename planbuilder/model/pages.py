"""Finished pages: sizes and flat tuples of marks, in paint order. Nothing is left to wrap, fit or choose.

The set of marks is closed. A new kind of thing on a card becomes existing marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planbuilder.geometry import Rect, Size
from planbuilder.model.measure import Run

Role = Literal["heading", "paragraph", "item", "figure", "cell", "artifact"]
Cap = Literal["butt", "round"]
Step = tuple[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: width in points, colour "#RRGGBB", dash lengths (empty: solid)."""

    width: float
    colour: str
    dash: tuple[float, ...] = ()
    cap: Cap = "butt"


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One line of text in one size and colour: runs at offsets from x, on the baseline y."""

    x: float
    y: float
    size: float
    colour: str
    runs: tuple[tuple[float, Run], ...]
    words: str
    role: Role = "paragraph"
    link: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """Lines and curves, filled or stroked or both.

    Steps: ("M", (x, y)), ("L", (x, y)), ("C", (x1, y1, x2, y2, x, y)), ("Z", ()), ("R", (x, y, width, height)).
    """

    steps: tuple[Step, ...]
    fill: str | None = None
    stroke: Stroke | None = None
    role: Role = "artifact"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo or logo, by its file, in a rectangle."""

    file: str
    box: Rect
    alt: str
    role: Role = "figure"


@dataclass(frozen=True, slots=True)
class Link:
    """A part of the page that opens an address (http, https or mailto)."""

    box: Rect
    address: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Artwork used again and again, written once in the file. Its own unit square is `size` wide and high."""

    name: str
    size: Size
    marks: tuple[Path, ...]
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A drawing placed in a rectangle's top left corner and scaled; `mirrored` turns it left to right."""

    drawing: Drawing
    x: float
    y: float
    scale: float
    mirrored: bool = False
    role: Role = "artifact"


Mark = Glyphs | Path | Picture | Link | Group


@dataclass(frozen=True, slots=True)
class Page:
    """One side of a sheet."""

    size: Size
    marks: tuple[Mark, ...]
    label: str = ""
    trim: Rect | None = None
    bleed: Rect | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says of itself."""

    title: str
    author: str = ""
    subject: str = ""
    language: str = "en"
