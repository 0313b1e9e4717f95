"""Groups of moves on a card: a heading row above each, and a bracket beside its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from planbuilder.geometry import MM
from planbuilder.layout.boxes import Box, Bracket, Rule
from planbuilder.layout.desk import Desk, Setting
from planbuilder.model.deck import GroupWords, Workout
from planbuilder.model.design import EachNode
from planbuilder.model.fields import field
from planbuilder.model.group_words import THEN, one_after_the_other
from planbuilder.model.view import View

BRACKETS_ROOM = 4 * MM
BRACKET_STEP = 2 * MM
UNPRINTED = 5.3 * MM  # with half the width of a bracket
AGAIN = "continued"


class Round(NamedTuple):
    """Where one move stands in its groups, outer first: which begin at it and which end, on this page and at all."""

    groups: tuple[int, ...]
    opens: tuple[bool, ...]
    begins: tuple[bool, ...]
    ends: tuple[bool, ...]


def rounds_of(node: EachNode, members: Sequence[View]) -> tuple[Round, ...]:
    """The rounds of `each: exercises`; none where no move stands in a group."""
    if node.axis != "exercises" or not any(m.line and m.line.groups for m in members):
        return ()
    groups = [m.line.groups if m.line else () for m in members]
    before, after = _beside(members[0], -1), _beside(members[-1], 1)
    around = [before, *groups, after]
    return tuple(
        Round(own, _differ(own, last if k else ()), _differ(own, last), _differ(own, following))
        for k, (last, own, following) in enumerate(zip(around, groups, around[2:], strict=False))
    )


def _beside(member: View, step: int) -> tuple[int, ...]:
    """The groups of the move that stands right before or after this one, on another page of its card."""
    facts = member.whole_page.facts
    if member.line is None or (facts.parts == 1 and not facts.most):
        return ()
    workout = _workout(member)
    lines = workout.lines if workout else ()
    at = next((k for k, line in enumerate(lines) if line.key == member.line.key), 0) + step
    return lines[at].groups if 0 <= at < len(lines) else ()


def _workout(view: View) -> Workout | None:
    entry = view.entries[0]
    return view.deck.workouts[entry.week][entry.session]


def _differ(own: tuple[int, ...], other: tuple[int, ...]) -> tuple[bool, ...]:
    return tuple(own[: k + 1] != other[: k + 1] for k in range(len(own)))


def bracketed(desk: Desk, node: EachNode, here: Round, view: View, boxes: list[Box], ink: str | None) -> list[Box]:
    """The boxes of one round with the headings of groups that begin at it and the brackets of those around it."""
    lead = next((n for n, box in enumerate(boxes) if not isinstance(box, Rule)), len(boxes))
    headings = [
        _heading(desk, node, view, k, ink, again=not here.begins[k]) for k, opens in enumerate(here.opens) if opens
    ]
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
        Bracket((deep - k) * step, first and here.begins[k], final and here.ends[k], node.bracket) for k in range(deep)
    )
    return desk.pooled(("bracket", box, brackets), lambda: replace(box, brackets=brackets))


def _heading(desk: Desk, node: EachNode, view: View, depth: int, ink: str | None, *, again: bool) -> Box | None:
    words = _words(desk, view, depth, node.spoken)
    if not words or node.heading is None:
        return None
    if again:
        words = f"{words} ({desk.patterns.filled(AGAIN, view)})"
    return desk.text(
        node.heading_look, Setting(ink, None, 1, False, desk.sizes.grown), ((words, node.heading),), role="heading"
    )


def _words(desk: Desk, view: View, depth: int, spoken: bool) -> str:
    """The heading of a group; what is not the same in all weeks in view stands one after the other."""
    found = dict.fromkeys(_one_heading(desk, view, group, spoken) for group in view.groups_around(depth))
    return one_after_the_other(found, desk.patterns.filled(THEN, view))


def _one_heading(desk: Desk, view: View, group: GroupWords, spoken: bool) -> str:
    bound = view.narrowed(group=group)
    heading = "{group.heading-spoken}" if spoken else "{group.heading}"
    pattern = f"{heading} · if {{group.condition}}" if field(bound, "group.condition") else heading
    if not field(bound, "group.heading"):
        pattern = "If {group.condition}"
    return desk.patterns.filled(pattern, bound)
