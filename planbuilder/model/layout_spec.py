"""A layout as its designer wrote it: holes where it says nothing, names not yet looked up, a place for every word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Annotated, ClassVar, NamedTuple

from planbuilder.problems import Place, Word
from planbuilder.records import record


@record
class SidesSpec:
    """Air at the sides: one length for all, or some of them by name; `sides` are start and end."""

    alone: ClassVar[str] = "all"
    place: Place
    all: Annotated[Word | None, "At every side"] = None
    top: Annotated[Word | None, "At the top"] = None
    bottom: Annotated[Word | None, "At the bottom"] = None
    start: Annotated[Word | None, "At the side where lines begin"] = None
    end: Annotated[Word | None, "At the side where lines end"] = None
    sides: Annotated[Word | None, "At start and end"] = None


@record
class EdgesSpec:
    """Lines along the edges of a ground."""

    place: Place
    all: Annotated[Word | None, "At every side"] = None
    top: Annotated[Word | None, "At the top"] = None
    bottom: Annotated[Word | None, "At the bottom"] = None
    start: Annotated[Word | None, "At the side where lines begin"] = None
    end: Annotated[Word | None, "At the side where lines end"] = None


@record
class GroundSpec:
    """A surface: fill, edges, a bar at the start side, air inside it, and the colour of the words on it."""

    place: Place
    fill: Annotated[Word | None, "A colour, or none"] = None
    ink: Annotated[Word | None, "The colour of all words and drawings on it"] = None
    bar: Annotated[Word | None, "A bar at the start: 4pt track"] = None
    edges: Annotated[EdgesSpec | None, "Lines along its edges: {bottom: row}"] = None
    pad: Annotated[SidesSpec | None, "Air inside"] = None


@record
class StyleSpec:
    """The look of a role. `from` is the role it starts from, `with` the one whose scale it shares."""

    place: Place
    from_: Annotated[Word | None, "The role it starts from"] = None
    with_: Annotated[Word | None, "The role with which it shrinks"] = None
    font: Annotated[Word | None, "display (narrow and strong) or text"] = None
    weight: Annotated[Word | None, "100 to 900, or a name from weights"] = None
    size: Annotated[Word | None, "The size of the type: 20pt"] = None
    leading: Annotated[Word | None, "From line to line, in sizes: 1.3"] = None
    colour: Annotated[Word | None, "A colour"] = None
    lines: Annotated[Word | None, "How many lines: 1, 2 (up to two), 1-2 (two when need be)"] = None
    shrink: Annotated[Word | None, "How small it may get: 80% of its size"] = None
    floor: Annotated[Word | None, "Its smallest size: 12pt"] = None


@record
class FigureSpec:
    """How pictures are drawn."""

    place: Place
    limb: Annotated[Word | None, "How thick limbs are, of 100: 7"] = None
    far: Annotated[Word | None, "Far limbs: solid or hollow"] = None
    ghost: Annotated[Word | None, "The start position: solid or dashed"] = None


@record(kw_only=True)
class TokensSpec:
    """Everything that has a name in a layout. Papers and themes may change these and nothing else."""

    place: Place
    sizes: Annotated[Mapping[str, Word], "Lengths by name: {picture: 29mm}"] = field(default_factory=dict)
    colours: Annotated[Mapping[str, Word], "Colours by name, in quotes: {track: '#1F5F5B'}"] = field(
        default_factory=dict
    )
    lines: Annotated[Mapping[str, Word], "Lines by name: {row: 1.5pt ink}"] = field(default_factory=dict)
    weights: Annotated[Mapping[str, Word], "Weights by name: {strong: 700}"] = field(default_factory=dict)
    icons: Annotated[Mapping[str, Word], "Which icon to take for another one: {stop: stop-outlined}"] = field(
        default_factory=dict
    )
    grounds: Annotated[Mapping[str, GroundSpec], "Surfaces by name: {head: {fill: track, ink: white}}"] = field(
        default_factory=dict
    )
    styles: Annotated[Mapping[str, StyleSpec], "Roles: {name: {size: 40pt, shrink: 80%}}"] = field(default_factory=dict)
    figure: Annotated[FigureSpec | None, "How figures are drawn"] = None


@record(kw_only=True)
class ThemeSpec(TokensSpec):
    """What differs in a theme, and the theme that it starts from."""

    from_: Annotated[Word | None, "The theme it starts from: ink-saver"] = None


@record
class ColumnSpec:
    """One column of a row or grid, or one for each member of an axis; closed where its `if` is empty."""

    alone: ClassVar[str] = "width"
    place: Place
    width: Annotated[Word, "12mm, auto, rest, rest 1.6, at most 55mm, at least 17mm"]
    each: Annotated[Word | None, "One such column for each member of an axis"] = None
    if_: Annotated[Word | None, "A field; the column is closed where it is empty"] = None


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
    page: Annotated[tuple[NodeSpec, ...], "What is on the page, from the top down"] = ()
    each: Annotated[Word | None, "Deals the members of an axis over several pages: exercises"] = None
    pages: Annotated[Word | None, "Over how many pages: 6"] = None
    show: Annotated[tuple[PageSpec, ...], "The page for those dealt"] = ()
    blank: Annotated[tuple[PageSpec, ...], "The page for what is left over"] = ()


@record
class SlitSpec:
    """The one cut inside a folded sheet, by rows and columns of its pages."""

    place: Place
    after_row: Annotated[Word, "The row it lies below"]
    from_: Annotated[Word, "The column it starts at"]
    to: Annotated[Word, "The column it ends at"]


@record
class OrderSpec:
    """Numbers of pages on a folded sheet, row by row; a minus stands a page on its head."""

    place: Place
    rows: tuple[tuple[Word, ...], ...]


@record
class SheetSpec:
    """How pages lie on the sheet: `across` by `down` of equal size, or as many of a `card` as it holds."""

    place: Place
    card: Annotated[Word | None, "The paper of one card; as many as fit go on a sheet"] = None
    across: Annotated[Word | None, "How many pages stand side by side"] = None
    down: Annotated[Word | None, "How many pages stand one below another"] = None
    gutter: Annotated[Word | None, "Air between them"] = None
    bleed: Annotated[Word | None, "How far fills run over the edge, for a paper cutter: 3mm"] = None
    backs: Annotated[
        Word | None, "Every second page is a back; the edge that is turned over: long-edge or short-edge"
    ] = None
    order: Annotated[
        OrderSpec | None, "Page numbers of a folded sheet, row by row; a minus stands a page on its head"
    ] = None
    cut: Annotated[Word | None, "yes: marks for cutting"] = None
    fold: Annotated[Word | None, "yes: marks for folding"] = None
    slit: Annotated[SlitSpec | None, "The one cut inside a folded sheet"] = None
    punch: Annotated[Word | None, "yes, 2 or 3 holes"] = None


@record(kw_only=True)
class LayoutSpec(TokensSpec):
    """A layout file; without `pages` it can only be extended. `base` is what `extends` names, already read."""

    title: Annotated[str, "The name people read"]
    extends: Annotated[Word | None, "The layout this one starts from: base"] = None
    per: Annotated[tuple[Word, ...], "What a card is for, outermost first: [week, session]"] = ()
    paper: Annotated[Word | None, "The sheet in the printer: a4, letter, a4 landscape, 100x150mm"] = None
    smallest: Annotated[Word | None, "The smallest paper it can be printed on"] = None
    sheet: Annotated[SheetSpec | None, "Several pages on one sheet, backs, folds"] = None
    margin: Annotated[SidesSpec | None, "10mm, or {top: 8mm, bottom: 8mm, sides: 10mm}"] = None
    floor: Annotated[Word | None, "The smallest type there may be: 9pt"] = None
    contrast: Annotated[Word | None, "How much words stand out from their ground, to 1: 4.5"] = None
    split: Annotated[
        tuple[tuple[Word, Word], ...], "What may be shared over more pages: {exercises: fit, weeks: 6}"
    ] = ()
    together: Annotated[Word | None, "Whose pages share their sizes: card or all"] = None
    columns: Annotated[Mapping[str, tuple[ColumnSpec, ...]], "Lists of columns by name"] = field(default_factory=dict)
    pages: Annotated[tuple[PageSpec, ...], "The pages of a card, one after the other"] = ()
    papers: Annotated[Mapping[str, TokensSpec], "Tokens that differ on one paper"] = field(default_factory=dict)
    themes: Annotated[Mapping[str, ThemeSpec], "Tokens that differ in one theme"] = field(default_factory=dict)
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
    "each": Kind("axis", ("show", "between", "headings")),
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
