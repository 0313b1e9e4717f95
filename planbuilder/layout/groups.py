"""Groups of moves on a card: a heading row above each, and a bracket beside its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from planbuilder.geometry import MM
from planbuilder.layout.boxes import Box, Bracket, Rule
from planbuilder.layout.desk import Desk, Setting
from planbuilder.model.design import EachNode
from planbuilder.model.fields import field
from planbuilder.model.view import View

BRACKETS_ROOM = 4 * MM
BRACKET_STEP = 2 * MM
UNPRINTED = 5 * MM


class Round(NamedTuple):
    """Where one move stands in its groups, outer first: which begin at it and which end."""

    groups: tuple[int, ...]
    opens: tuple[bool, ...]
    closes: tuple[bool, ...]


def rounds_of(node: EachNode, members: Sequence[View]) -> tuple[Round, ...]:
    """The rounds of `each: exercises`; none where no move stands in a group."""
    if node.axis != "exercises" or not any(m.line and m.line.groups for m in members):
        return ()
    groups = [m.line.groups if m.line else () for m in members]
    around = [(), *groups, ()]
    return tuple(
        Round(own, _differ(own, before), _differ(own, after))
        for before, own, after in zip(around, groups, around[2:], strict=False)
    )


def _differ(own: tuple[int, ...], other: tuple[int, ...]) -> tuple[bool, ...]:
    return tuple(own[: k + 1] != other[: k + 1] for k in range(len(own)))


def bracketed(desk: Desk, node: EachNode, here: Round, view: View, boxes: list[Box], ink: str | None) -> list[Box]:
    """The boxes of one round with the headings of groups that begin at it and the brackets of those around it."""
    lead = next((n for n, box in enumerate(boxes) if not isinstance(box, Rule)), len(boxes))
    headings = [_heading(desk, node, view, k, ink) for k, opens in enumerate(here.opens) if opens]
    body = [box for box in headings if box] + boxes[lead:]
    last = len(body) - 1
    return boxes[:lead] + [_with_brackets(desk, node, here, box, n == 0, n == last) for n, box in enumerate(body)]


def _with_brackets(desk: Desk, node: EachNode, here: Round, box: Box, first: bool, final: bool) -> Box:
    if node.bracket is None or not here.groups:
        return box
    deep = len(here.groups)
    room = min(BRACKETS_ROOM, max(desk.design.margin.start - UNPRINTED, 0.0))
    step = min(BRACKET_STEP, room / deep)
    brackets = tuple(
        Bracket((deep - k) * step, first and here.opens[k], final and here.closes[k], node.bracket) for k in range(deep)
    )
    return desk.pooled(("bracket", box, brackets), lambda: replace(box, brackets=brackets))


def _heading(desk: Desk, node: EachNode, view: View, depth: int, ink: str | None) -> Box | None:
    words = _words(desk, view, depth)
    if not words or node.heading is None:
        return None
    return desk.text(
        node.heading_look, Setting(ink, None, 1, False, desk.sizes.grown), ((words, node.heading),), role="heading"
    )


def _words(desk: Desk, view: View, depth: int) -> str:
    entry = view.entries[0]
    workout = view.deck.workouts[entry.week][entry.session]
    if workout is None or view.line is None:
        return ""
    bound = view.narrowed(group=workout.groups[view.line.groups[depth]])
    pattern = "{group.heading} · if {group.condition}" if field(bound, "group.condition") else "{group.heading}"
    if not field(bound, "group.heading"):
        pattern = "If {group.condition}"
    return desk.patterns.filled(pattern, bound)
