"""The tree of a layout with every option looked up: nodes as written become nodes of the design."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, cast

from planbuilder.geometry import MM, Insets
from planbuilder.model.design import (
    CuesNode,
    DoseNode,
    EachNode,
    EquipmentNode,
    FigureNode,
    FlowNode,
    FootnotesNode,
    GridNode,
    Look,
    NameNode,
    Node,
    RowNode,
    RuleNode,
    SpaceNode,
    StackNode,
    TextNode,
    Track,
    UnitNode,
)
from planbuilder.model.layout_spec import NodeSpec
from planbuilder.model.pages import Role
from planbuilder.problems import Word
from planbuilder.resolve.drawn import DRAWN
from planbuilder.resolve.planter import THIN, Maker, Planter, text_of

MANY_CUES = 99
DAY_GAP = 2 * MM
DAYS_APART = 4 * MM
BLANK_GAP = 2 * MM
BLANK_PITCH = 7 * MM
BLANK_LEAST = 12 * MM
NOTES_APART = 4 * MM
HEADING_AIR = Insets(top=2.6 * MM, bottom=1.2 * MM)

_RANGE = re.compile(r"(\d{1,2})(?:-(\d{1,2}))?")


def _stack(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    spread = planter.tokens.one_of(spec.options.get("spread"), ("yes", "no"), "no") == "yes"
    return StackNode(look, planter.nodes(spec.nodes, look.align), planter.length(spec, "gap"), spread)


def _row(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    nodes = planter.nodes(spec.nodes, look.align)
    return RowNode(look, nodes, planter.length(spec, "gap"), planter.columns(spec.columns))


def _flow(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    return FlowNode(look, planter.nodes(spec.nodes, look.align), planter.length(spec, "gap"))


def _grid(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    if not spec.columns:
        planter.tokens.error(spec.place, "A grid needs columns:", "or make it a stack")
    _no_side_air(planter, spec.nodes)
    nodes = planter.nodes(spec.nodes, look.align, look.stand)
    gap, column_gap = planter.length(spec, "gap"), spec.options.get("column-gap")
    apart = planter.tokens.length(column_gap, gap)
    return GridNode(look, nodes, planter.columns(spec.columns), gap if column_gap else 0.0, apart)


def _no_side_air(planter: Planter, specs: tuple[NodeSpec, ...]) -> None:
    """Air at the sides of a grid's row would shift its columns against those of the other rows."""
    for spec in specs:
        if spec.kind == "each":
            _no_side_air(planter, spec.nodes)
        elif spec.kind == "row" and spec.pad and (spec.pad.all or spec.pad.sides or spec.pad.start or spec.pad.end):
            hint = "give it to the cells, or the columns would not line up"
            planter.tokens.error(spec.pad.place, "A row of a grid has no air at its sides.", hint)


def _each(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    if not spec.nodes:
        planter.tokens.error(spec.place, "each needs show:", "write what to show for each of them")
    show = planter.nodes(spec.nodes, look.align, look.stand)
    between = planter.node(spec.between, look.align) if spec.between else None
    tokens = planter.tokens
    heading = tokens.style(Word("group", spec.place)) if "group" in tokens.spec.styles else None
    air = Look(spec.place, pad=HEADING_AIR)
    bracket = planter.line(spec, "bracket", None)
    spoken = tokens.one_of(spec.options.get("headings"), ("spoken",), "") == "spoken"
    return EachNode(look, text_of(spec.words), show, air, between, heading, bracket, spoken)


def _space(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    word = spec.words
    if word is None or word.text == "rest":
        width = look.width if "width" in spec.options else Track("rest")
        return SpaceNode(replace(look, flex=look.flex or "grow", width=width))
    size = planter.tokens.length(word)
    return SpaceNode(replace(look, height=size, width=Track("fixed", size)))


def _rule(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    return RuleNode(look, planter.tokens.stroke(spec.words or Word("row", spec.place)))


def _words(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    if spec.spans:
        spans = tuple((s.words.text, planter.tokens.style(s.role)) for s in spec.spans)
    else:
        spans = ((text_of(spec.words), planter.role(spec, "body")),)
    role: Role = "heading" if any(s.role in ("title", "heading") for _, s in spans) else "paragraph"
    return TextNode(look, spans, role, planter.letters(spec, "footnote"))


def _footnotes(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    style = planter.role(spec, "footnote")
    style = replace(style, size=max(style.size, planter.tokens.length(planter.tokens.spec.floor)))
    plain = Look(spec.place, align=look.align)
    return FootnotesNode(look, style, replace(style, weight=700), plain, planter.length(spec, "gap", NOTES_APART))


def _name(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    short = planter.tokens.one_of(spec.words, ("short",), "") == "short"
    style = planter.role(spec, "name")
    return NameNode(look, style, planter.style(spec, "words", style), short)


def _dose(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    tokens = planter.tokens
    form = tokens.one_of(spec.words, ("first", "last", "spoken"), "")
    week = cast("Literal['', 'first', 'last']", form if form in ("first", "last") else "")
    style = planter.role(spec, "dose")
    words = planter.style(spec, "dose-words", style)
    note = planter.style(spec, "unit", style)
    cross = tokens.named_colour("slate", style.colour)
    plain = Look(spec.place, align=look.align)
    further = replace(plain, before=DAYS_APART)
    sets, spoken = spec.kind == "dose", form == "spoken"
    return DoseNode(look, style, words, note, cross, plain, further, DAY_GAP, sets, week, spoken)


def _unit(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    return UnitNode(
        look,
        planter.role(spec, "unit"),
        plain=Look(spec.place, align=look.align),
        line_look=Look(spec.place, width=Track("rest", BLANK_LEAST)),
        row_look=Look(spec.place, stand="bottom"),
        stroke=planter.line(spec, "writing", THIN),
        pitch=BLANK_PITCH,
        blank_gap=BLANK_GAP,
        form=cast("Literal['', 'counted', 'spoken']", planter.tokens.one_of(spec.words, ("counted", "spoken"), "")),
    )


def _cues(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    tokens = planter.tokens
    mark = tokens.one_of(spec.options.get("mark"), ("none", "square", "number"), "none")
    things = tokens.one_of(spec.options.get("things"), ("last",), "")
    written = spec.words or Word("all", spec.place)
    count = written.text.removeprefix("short").strip()
    least, most = _cue_range(planter, Word(count or "all", written.place))
    style = planter.role(spec, "cue")
    return CuesNode(
        look,
        style,
        planter.style(spec, "swap-line", style),
        planter.style(spec, "number", style) if mark == "number" else None,
        Look(spec.place, align=look.align),
        tokens.named_colour("track"),
        least,
        most,
        planter.length(spec, "gap", 3 * MM),
        cast("Literal['', 'square', 'number']", "" if mark == "none" else mark),
        bool(things),
        count != written.text,
    )


def _cue_range(planter: Planter, word: Word) -> tuple[int, int]:
    if word.text == "all":
        return MANY_CUES, MANY_CUES
    found = _RANGE.fullmatch(word.text)
    if not found or int(found[1]) < 1:
        hint = "write all, 2 or 2-3; or short 2-3 for their short forms"
        planter.tokens.error(word.place, '"{word}" is no number of cues.', hint, word=word.text)
        return MANY_CUES, MANY_CUES
    least = int(found[1])
    return least, max(least, int(found[2] or least))


def _figure(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    tokens = planter.tokens
    size = planter.length(spec, "size") if "size" in spec.options else None
    frame = tokens.ground(tokens.spec.grounds["empty"]).top if "empty" in tokens.spec.grounds else None
    label = planter.role(spec, "label")
    credit = planter.style(spec, "credit", label)
    return FigureNode(
        look,
        label,
        replace(credit, size=max(credit.size, tokens.length(tokens.spec.floor))),
        Look(spec.place, align="center"),
        frame or THIN,
        size,
        planter.letters(spec, "footnote"),
    )


def _equipment(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    inner = Node(Look(spec.place, align=look.align))
    size, gap = planter.needed(spec, "size"), planter.length(spec, "gap")
    return EquipmentNode(look, planter.role(spec, "label"), inner, size, gap)


MAKERS: Mapping[str, Maker] = {
    "stack": _stack,
    "row": _row,
    "flow": _flow,
    "grid": _grid,
    "each": _each,
    "space": _space,
    "rule": _rule,
    "text": _words,
    "footnotes": _footnotes,
    "name": _name,
    "dose": _dose,
    "amount": _dose,
    "unit": _unit,
    "cues": _cues,
    "figure": _figure,
    "equipment": _equipment,
    **DRAWN,
}
