"""A layout as its designer wrote it: holes where it says nothing, names not yet looked up, a place for every word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import ClassVar, NamedTuple

from planbuilder.problems import Place, Word
from planbuilder.records import record


@record
class SidesSpec:
    """Air at the sides: one length for all, or some of them by name; `sides` are start and end."""

    alone: ClassVar[str] = "all"
    place: Place
    all: Word | None = None
    top: Word | None = None
    bottom: Word | None = None
    start: Word | None = None
    end: Word | None = None
    sides: Word | None = None


@record
class EdgesSpec:
    """Lines along the edges of a ground."""

    place: Place
    all: Word | None = None
    top: Word | None = None
    bottom: Word | None = None
    start: Word | None = None
    end: Word | None = None


@record
class GroundSpec:
    """A surface: fill, edges, a bar at the start side, air inside it, and the colour of the words on it."""

    place: Place
    fill: Word | None = None
    ink: Word | None = None
    bar: Word | None = None
    edges: EdgesSpec | None = None
    pad: SidesSpec | None = None


@record
class StyleSpec:
    """The look of a role. `from` is the role it starts from, `with` the one whose scale it shares."""

    place: Place
    from_: Word | None = None
    with_: Word | None = None
    font: Word | None = None
    weight: Word | None = None
    size: Word | None = None
    leading: Word | None = None
    colour: Word | None = None
    lines: Word | None = None
    shrink: Word | None = None
    floor: Word | None = None


@record
class FigureSpec:
    """How pictures are drawn."""

    place: Place
    limb: Word | None = None
    far: Word | None = None
    ghost: Word | None = None


@record(kw_only=True)
class TokensSpec:
    """Everything that has a name in a layout. Papers and themes may change these and nothing else."""

    place: Place
    sizes: Mapping[str, Word] = field(default_factory=dict)
    colours: Mapping[str, Word] = field(default_factory=dict)
    lines: Mapping[str, Word] = field(default_factory=dict)
    weights: Mapping[str, Word] = field(default_factory=dict)
    icons: Mapping[str, Word] = field(default_factory=dict)
    grounds: Mapping[str, GroundSpec] = field(default_factory=dict)
    styles: Mapping[str, StyleSpec] = field(default_factory=dict)
    figure: FigureSpec | None = None


@record
class ColumnSpec:
    """One column of a row or grid, or one for each member of an axis; closed where its `if` is empty."""

    alone: ClassVar[str] = "width"
    place: Place
    width: Word
    each: Word | None = None
    if_: Word | None = None


@record
class SpanSpec:
    """A run of words of one role inside a text."""

    place: Place
    role: Word
    words: Word


@record
class NodeSpec:
    """A box or part: its kind, what it holds and its options. `nodes` are its children, or what `each` shows."""

    place: Place
    kind: str
    words: Word | None = None
    nodes: tuple[NodeSpec, ...] = ()
    spans: tuple[SpanSpec, ...] = ()
    options: Mapping[str, Word] = field(default_factory=dict)
    pad: SidesSpec | None = None
    columns: Word | tuple[ColumnSpec, ...] | None = None
    between: NodeSpec | None = None

    def walk(self) -> Iterator[NodeSpec]:
        """It and all nodes in it."""
        yield self
        for node in (*self.nodes, *filter(None, (self.between,))):
            yield from node.walk()


@record
class PageSpec:
    """A page of a card: its tree. Or several over which the members of an axis are dealt, and one for those left."""

    place: Place
    page: tuple[NodeSpec, ...] = ()
    each: Word | None = None
    pages: Word | None = None
    show: tuple[PageSpec, ...] = ()
    blank: tuple[PageSpec, ...] = ()


@record
class SlitSpec:
    """The one cut inside a folded sheet, by rows and columns of its pages."""

    place: Place
    after_row: Word
    from_: Word
    to: Word


@record
class OrderSpec:
    """Numbers of pages on a folded sheet, row by row; a minus stands a page on its head."""

    place: Place
    rows: tuple[tuple[Word, ...], ...]


@record
class SheetSpec:
    """How pages lie on the sheet: `across` by `down` of equal size, or as many of a `card` as it holds."""

    place: Place
    card: Word | None = None
    across: Word | None = None
    down: Word | None = None
    gutter: Word | None = None
    bleed: Word | None = None
    backs: Word | None = None
    order: OrderSpec | None = None
    cut: Word | None = None
    fold: Word | None = None
    slit: SlitSpec | None = None
    punch: Word | None = None


@record(kw_only=True)
class LayoutSpec(TokensSpec):
    """A layout file; without `pages` it can only be extended. `base` is what `extends` names, already read."""

    title: str
    extends: Word | None = None
    per: tuple[Word, ...] = ()
    paper: Word | None = None
    smallest: Word | None = None
    sheet: SheetSpec | None = None
    margin: SidesSpec | None = None
    floor: Word | None = None
    contrast: Word | None = None
    split: tuple[tuple[Word, Word], ...] = ()
    together: Word | None = None
    columns: Mapping[str, tuple[ColumnSpec, ...]] = field(default_factory=dict)
    pages: tuple[PageSpec, ...] = ()
    papers: Mapping[str, TokensSpec] = field(default_factory=dict)
    themes: Mapping[str, TokensSpec] = field(default_factory=dict)
    name: str = field(default="", metadata={"written": False})
    base: LayoutSpec | None = field(default=None, metadata={"written": False})


class Kind(NamedTuple):
    """What a kind of node holds and which options are its own."""

    holds: str
    options: tuple[str, ...] = ()


# Options that every node may have; `pad`, `columns`, `show` and `between` are read for themselves.
OPTIONS = (
    *("width", "height", "min-height", "max-height", "pad", "before", "after", "align", "place", "span"),
    *("ground", "role", "if", "unless", "yields"),
)

KINDS: Mapping[str, Kind] = {
    "stack": Kind("nodes", ("gap", "spread")),
    "row": Kind("nodes", ("gap", "columns")),
    "flow": Kind("nodes", ("gap",)),
    "grid": Kind("nodes", ("gap", "column-gap", "columns")),
    "each": Kind("axis", ("show", "between")),
    "space": Kind("word"),
    "rule": Kind("word"),
    "text": Kind("spans", ("footnote",)),
    "footnotes": Kind("nothing", ("gap",)),
    "name": Kind("word or nothing"),
    "dose": Kind("word or nothing"),
    "amount": Kind("word or nothing"),
    "unit": Kind("word or nothing"),
    "cues": Kind("word or nothing", ("gap", "mark", "things")),
    "figure": Kind("nothing", ("size", "footnote")),
    "icon": Kind("word", ("size", "colour")),
    "equipment": Kind("nothing", ("size", "gap")),
    "ticks": Kind("word", ("size", "pitch", "line", "sample")),
    "scale": Kind("word", ("size", "pitch", "line", "shape")),
    "strip": Kind("word", ("gap",)),
    "chart": Kind("word", ("gap", "colour")),
    "timeline": Kind("nothing", ("gap", "line")),
    "flag": Kind("nothing", ("colour",)),
    "lines": Kind("word", ("pitch", "line")),
    "field": Kind("pattern", ("line", "gap")),
    "code": Kind("pattern", ("colour",)),
    "picture": Kind("word"),
}

PERS = ("plan", "level", "block", "week", "session", "exercise")
SPLITS = ("exercises", "weeks", "sessions", "levels", "cues", "days")
CONTENTS: Mapping[str, tuple[str, ...]] = {
    "name": ("short",),
    "dose": ("first", "last", "spoken"),
    "amount": ("first", "last", "spoken"),
    "unit": ("counted", "spoken"),
    "strip": ("weeks",),
    "chart": ("weeks",),
    "picture": ("logo",),
    "lines": ("fill",),
    "ticks": ("days", "sets"),
    "cues": ("all",),
}
