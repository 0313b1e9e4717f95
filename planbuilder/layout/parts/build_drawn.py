"""Builders of the parts that are drawn: icons, ticks, scales, strips and charts, lines to write on, codes, pictures."""

from __future__ import annotations

from collections.abc import Mapping

from planbuilder.layout.boxes import Box
from planbuilder.layout.desk import Builder, Desk, Setting
from planbuilder.layout.parts.art import Art
from planbuilder.layout.parts.chart import Chart
from planbuilder.layout.parts.code import Code, address_of, modules_of
from planbuilder.layout.parts.drawn import TICK_GAP, Field, Flag, Scale, Strip, Ticks, WritingLines, least_side
from planbuilder.layout.parts.text import span_of
from planbuilder.layout.parts.timeline import Timeline, pieces_of
from planbuilder.model.design import Look, Node
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
from planbuilder.model.fields import many_days
from planbuilder.model.loads import loads
from planbuilder.model.view import View

TICKS_ACROSS = 4
FEWEST = 2  # weeks of a strip, pieces of a timeline: one alone says nothing


def icon_box(desk: Desk, look: Look, at: Setting, name: str, size: float, colour: str) -> Box | None:
    """A small drawing in a colour; nothing where there is no such drawing."""
    drawing = desk.icons.coloured(name, colour)
    if drawing is None:
        return None
    return desk.pooled(
        (id(look), at, drawing.name, size),
        lambda: Art(look=look, ground=at.ground, span=at.span, drawing=drawing, size=size),
    )


def _icon(desk: Desk, node: IconNode, _view: View, at: Setting) -> Box | None:
    return icon_box(desk, node.look, at, f"icon:{node.name}", node.size, at.ink or node.colour)


def _ticks(desk: Desk, node: TicksNode, view: View, at: Setting) -> Box | None:
    names, pitch, across = node.sample, node.pitch, 0
    gone: frozenset[int] = frozenset()
    if node.count == "days":
        days = view.each("days")
        count = len(days)
        gone = frozenset(k for k, day in enumerate(days) if _is_off(day))
        if many_days(view):
            names = tuple(d.day.mark for d in days if d.day)
            across = -(-count // max(2, -(-count // TICKS_ACROSS)))
            pitch = min(pitch, node.size + TICK_GAP)  # no heads stand above them
    elif node.count == "sets":
        count = len(view.each("sets")) if view.line else 0
    else:
        count = node.count
    if count <= len(gone):
        return None
    flows = node.count != "days" or (bool(names) and desk.sizes.closed)  # a week in rows of four, while there is room

    def make() -> Ticks:
        spans = tuple(span_of(desk.setter, m, node.mark, node.mark.colour, desk.sizes) for m in names)
        size = max(node.size, least_side(desk.setter, spans, node.stroke, desk.design.floor))
        return Ticks(
            look=node.look, ground=at.ground, span=at.span, count=count, across=across or count, size=size,
            pitch=pitch + size - node.size, gone=gone, stroke=node.stroke, setter=desk.setter, names=spans,
            flows=flows,
            role="artifact" if node.sample else "entry" if node.count == "sets" else "tick",
        )  # fmt: skip

    return desk.pooled((id(node), at, desk.state(node.mark), count, names, gone, pitch, flows), make)


def _is_off(day: View) -> bool:
    """Whether a move is not done on a day: then there is nothing to tick."""
    doses = [dose for entry in day.entries for dose in day.doses(entry.line)] if day.line else []
    return bool(doses) and all(dose.idle for dose in doses)


def _scale(desk: Desk, node: ScaleNode, _view: View, at: Setting) -> Box:
    def make() -> Scale:
        steps = tuple(span_of(desk.setter, step, node.mark, node.mark.colour, desk.sizes) for step in node.steps)
        size = max(node.size, least_side(desk.setter, steps, node.stroke, desk.design.floor))
        return Scale(
            look=node.look, ground=at.ground, span=at.span, steps=steps, size=size, pitch=node.pitch + size - node.size,
            stroke=node.stroke, setter=desk.setter, rings=node.shape == "ring",
        )  # fmt: skip

    return desk.pooled((id(node), at, desk.state(node.mark)), make)


def _strip(desk: Desk, node: StripNode, view: View, at: Setting) -> Box | None:
    count = view.deck.strip
    if count < FEWEST or view.week is None:
        return None
    now, colour = view.week.position, at.ink or node.colour
    return desk.pooled(
        (id(node), at, count, now),
        lambda: Strip(
            look=node.look, ground=at.ground, span=at.span, count=count, now=now, gap=node.gap, colour=colour
        ),
    )


def _chart(desk: Desk, node: ChartNode, view: View, at: Setting) -> Box | None:
    found = loads(view)
    if not found:
        return None
    now, colour = frozenset(view.weeks), at.ink or node.colour
    return desk.pooled(
        (id(node), at, found, now),
        lambda: Chart(
            look=node.look, ground=at.ground, span=at.span, loads=found, now=now, gap=node.gap, colour=colour,
            stroke=node.stroke,
        ),
    )  # fmt: skip


def _timeline(desk: Desk, node: TimelineNode, view: View, at: Setting) -> Box | None:
    pieces = pieces_of(view)
    if len(pieces) < FEWEST:
        return None
    colour = at.ink or node.style.colour

    def make() -> Timeline:
        spans = tuple(
            tuple(span_of(desk.setter, words, node.style, colour, desk.sizes) for words in piece.words if words)
            for piece in pieces
        )
        return Timeline(
            look=node.look, ground=at.ground, span=at.span, pieces=pieces, words=spans, gap=node.gap,
            stroke=node.stroke, setter=desk.setter,
        )  # fmt: skip

    return desk.pooled((id(node), at, desk.state(node.style), pieces), make)


def _flag(desk: Desk, node: FlagNode, _view: View, at: Setting) -> Box:
    return desk.pooled(
        (id(node), at),
        lambda: Flag(look=node.look, ground=at.ground, span=at.span, colour=at.ink or node.colour),
    )


def _lines(desk: Desk, node: LinesNode, _view: View, at: Setting) -> Box:
    return desk.pooled(
        (id(node), at),
        lambda: WritingLines(
            look=node.look, ground=at.ground, span=at.span, count=node.count, pitch=node.pitch, stroke=node.stroke
        ),
    )


def _field(desk: Desk, node: FieldNode, view: View, at: Setting) -> Box | None:
    words = desk.patterns.filled(node.words, view)
    if not words:
        return None
    word = desk.text(node.plain, at._replace(ground=None, span=1), ((words, node.style),))
    return desk.pooled(
        (id(node), at, word),
        lambda: Field(look=node.look, ground=at.ground, span=at.span, word=word, gap=node.gap, stroke=node.stroke),
    )


def _code(desk: Desk, node: CodeNode, view: View, at: Setting) -> Box | None:
    link = desk.patterns.filled(node.words, view)
    modules = modules_of(address_of(link)) if link else ()
    if not modules:
        return None
    return desk.pooled(
        (id(node), at, link),
        lambda: Code(
            look=node.look, ground=at.ground, span=at.span, modules=modules, address=address_of(link),
            colour=node.colour, side=node.side,
        ),
    )  # fmt: skip


def _picture(desk: Desk, node: PictureNode, _view: View, at: Setting) -> Box | None:
    drawing = desk.icons.drawings.get(f"picture:{node.name}")
    if drawing is None:
        return None
    return desk.pooled(
        (id(node), at, drawing.name),
        lambda: Art(look=node.look, ground=at.ground, span=at.span, drawing=drawing, role="figure", wide=True),
    )


DRAWN: Mapping[type[Node], Builder] = {
    IconNode: _icon,
    TicksNode: _ticks,
    ScaleNode: _scale,
    StripNode: _strip,
    ChartNode: _chart,
    TimelineNode: _timeline,
    FlagNode: _flag,
    LinesNode: _lines,
    FieldNode: _field,
    CodeNode: _code,
    PictureNode: _picture,
}
