"""Parts that are drawn, not written: their nodes as written become nodes of the design."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, cast

from planbuilder.geometry import MM
from planbuilder.model.design import Look, Node, Track
from planbuilder.model.drawn import (
    ChartNode,
    CodeNode,
    FieldNode,
    FlagNode,
    IconNode,
    LinesNode,
    PictureNode,
    ScaleNode,
    StripNode,
    TicksNode,
    TimelineNode,
)
from planbuilder.model.layout_spec import NodeSpec
from planbuilder.problems import Word
from planbuilder.resolve.planter import Maker, Planter, text_of

MOST_TICKS = 60
MOST_STEPS = 20
FIELD_GAP = 2 * MM

_STEPS = r"(\d{1,2})-(\d{1,2})"


def _icon(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    tokens = planter.tokens
    written = spec.words or Word("", spec.place)
    name = tokens.spec.icons.get(written.text, written).text
    return IconNode(look, name, planter.needed(spec, "size"), planter.colour(spec))


def _ticks(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    tokens = planter.tokens
    word = spec.words or Word("days", spec.place)
    count: int | Literal["days", "sets"] = "days"
    if word.text == "sets":
        count = "sets"
    elif word.text.isdecimal() and 1 <= int(word.text) <= MOST_TICKS:
        count = int(word.text)
    elif word.text != "days":
        tokens.unknown(word, '"{word}" cannot be ticked; write days, sets, or a number.', ("days", "sets"))
    stroke = planter.option_line(spec, "box")
    size = planter.needed(spec, "size")
    sample = tuple(text_of(spec.options.get("sample")).split())
    pitch = planter.length(spec, "pitch", size)
    return TicksNode(look, count, size, pitch, stroke, planter.role(spec, "label"), sample)


def _scale(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    tokens = planter.tokens
    word = spec.words or Word("", spec.place)
    found = re.fullmatch(_STEPS, word.text)
    first, last = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 0 < last - first <= MOST_STEPS:
        tokens.error(word.place, '"{word}" is no scale.', "write its first and last number: 0-10", word=word.text)
    size = planter.needed(spec, "size")
    return ScaleNode(
        look,
        tuple(str(step) for step in range(first, last + 1)),
        size,
        planter.length(spec, "pitch", size),
        planter.option_line(spec, "box"),
        planter.role(spec, "label"),
        cast("Literal['ring', 'box']", tokens.one_of(spec.options.get("shape"), ("ring", "box"), "ring")),
    )


def _strip(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    planter.tokens.one_of(spec.words, ("weeks",), "weeks")
    return StripNode(look, planter.length(spec, "gap"), planter.tokens.named_colour("ink"))


def _chart(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    planter.tokens.one_of(spec.words, ("weeks",), "weeks")
    return ChartNode(look, planter.length(spec, "gap"), planter.colour(spec), planter.option_line(spec, "box"))


def _timeline(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    gap = planter.length(spec, "gap")
    return TimelineNode(look, planter.role(spec, "label"), planter.option_line(spec, "box"), gap)


def _flag(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    return FlagNode(look, planter.colour(spec))


def _lines(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    word = spec.words or Word("fill", spec.place)
    count = int(word.text) if word.text.isdecimal() and int(word.text) <= MOST_TICKS else 0
    if not count and word.text != "fill":
        planter.tokens.unknown(word, '"{word}" is no number of lines.', ("fill",))
    stroke = planter.option_line(spec, "writing")
    return LinesNode(look, count, max(planter.length(spec, "pitch", 6 * MM), MM), stroke)


def _field(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    line = planter.option_line(spec, "field")
    gap = planter.length(spec, "gap", FIELD_GAP)
    return FieldNode(look, text_of(spec.words), planter.role(spec, "label"), Look(spec.place), line, gap)


def _code(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    side = look.width.size if look.width.kind == "fixed" else 0.0
    return CodeNode(replace(look, width=Track()) if side else look, text_of(spec.words), planter.colour(spec), side)


def _picture(planter: Planter, spec: NodeSpec, look: Look) -> Node:
    return PictureNode(look, planter.tokens.one_of(spec.words, ("logo",), "logo"))


DRAWN: Mapping[str, Maker] = {
    "icon": _icon,
    "ticks": _ticks,
    "scale": _scale,
    "strip": _strip,
    "chart": _chart,
    "timeline": _timeline,
    "flag": _flag,
    "lines": _lines,
    "field": _field,
    "code": _code,
    "picture": _picture,
}
