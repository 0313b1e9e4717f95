"""How long a session takes, in seconds: its exercises, the rests between them, the rounds of its groups."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise, zip_longest

from planbuilder.model.dose import Resolved
from planbuilder.model.view import MOVING
from planbuilder.resolve.duration import (
    CHANGE_OVER,
    SECONDS_OF_WORDS,
    exercise_seconds,
    further_seconds,
    rest_after,
    set_seconds,
    sets_of,
    span_seconds,
    time_seconds,
)
from planbuilder.resolve.setlist import Bracket, Node, Task

ROUNDS_OF_MAX = 3
MOST_ROUNDS = 500

Doses = Mapping[str, Resolved]


def session_seconds(bracket: Bracket, doses: Doses) -> float:
    """A group, or a session, from its first item to its last; `doses` go by the keys of its tasks."""
    limit = span_seconds(bracket.for_)
    if limit is not None and not bracket.rounds:
        return limit
    total = _round_by_round(bracket, doses) * _share(bracket)
    return total if limit is None else min(total, limit)


def task_seconds(bracket: Bracket, doses: Doses) -> dict[str, float]:
    """How much of a session each of its tasks takes, with the rest after it and in all its rounds, by their keys."""
    total = session_seconds(bracket, doses)
    members = bracket.members
    own = [_whole(one, doses) + _after(one, doses, after) for one, after in zip_longest(members, members[1:])]
    scale = total / sum(own) if sum(own) else 0.0
    found: dict[str, float] = {}
    for member, seconds in zip(members, own, strict=True):
        if isinstance(member, Task):
            found[member.key] = seconds * scale
            continue
        inner = task_seconds(member, doses)
        within = seconds * scale / (sum(inner.values()) or 1.0)
        found.update({key: part * within for key, part in inner.items()})
    return found


def _round_by_round(bracket: Bracket, doses: Doses) -> float:
    count = _rounds(bracket, doses)
    every = time_seconds(bracket.every)
    if every is not None:
        return count * every
    if not bracket.rounds and bracket.group.order != "in turn":
        return _one_after_the_other(bracket, doses)
    between = span_seconds(bracket.rest)
    if between is None:
        between = _after(bracket.members[-1], doses, bracket.members[0]) if bracket.members else 0.0
    return sum(_one_round(bracket, doses, k) for k in range(count)) + (count - 1) * between


def _rounds(bracket: Bracket, doses: Doses) -> int:
    if bracket.rounds:
        value = bracket.rounds.values[0] if bracket.rounds.values else None
        count = float(value.middle) if value and value.form == "number" else ROUNDS_OF_MAX
    elif bracket.group.order == "in turn":
        given = [doses.get(member.key) for member in bracket.members if isinstance(member, Task)]
        count = max((sum(map(sets_of, dose.chain)) for dose in given if dose), default=1.0)
    else:
        count = 1.0
    return max(1, min(round(count), MOST_ROUNDS))


def _one_round(bracket: Bracket, doses: Doses, index: int) -> float:
    """One set of each item (or of the item whose turn it is), with what passes between them."""
    members = bracket.members
    if bracket.group.order == "one a round" and members:
        members = (members[index % len(members)],)
    total = 0.0
    for number, member in enumerate(members):
        dose = doses.get(member.key) if isinstance(member, Task) else None
        if bracket.group.order == "in turn" and dose:
            found = _set_in_turn(dose, index)
            if found is None:
                continue
            total += found
        else:
            total += set_seconds(dose, index) + further_seconds(dose) if dose else _whole(member, doses)
        total += _after(member, doses, members[number + 1]) if number < len(members) - 1 else 0.0
    return total


def _set_in_turn(dose: Resolved, index: int) -> float | None:
    """The set of an exercise whose turn it is, be it one of a further dose; None when all are done."""
    for one in dose.chain:
        if index < sets_of(one):
            return set_seconds(one, index)
        index -= int(sets_of(one))
    return None


def _one_after_the_other(bracket: Bracket, doses: Doses) -> float:
    members = bracket.members
    changes = (_after(one, doses, after) for one, after in pairwise(members))
    return sum(_whole(member, doses) for member in members) + sum(changes)


def _whole(member: Node, doses: Doses) -> float:
    """All of a group, or all sets of an exercise."""
    if isinstance(member, Bracket):
        return session_seconds(member, doses)
    dose = doses.get(member.key)
    return SECONDS_OF_WORDS if dose is None else exercise_seconds(dose)


def _after(member: Node, doses: Doses, following: Node | None = None) -> float:
    """What passes before the next item; from a run to a walk nobody changes over."""
    dose = doses.get(member.key) if isinstance(member, Task) else None
    if dose is not None and dose.nothing:
        return 0.0
    rest = rest_after(dose) if dose is not None else None
    if rest is not None:
        return rest
    return 0.0 if following and _goes_on(_edge(member, -1), _edge(following, 0)) else CHANGE_OVER


def _edge(node: Node, end: int) -> Task | None:
    """The first or the last thing to do in a group."""
    while isinstance(node, Bracket):
        if not node.members:
            return None
        node = node.members[end]
    return node


def _goes_on(before: Task | None, after: Task | None) -> bool:
    """Whether two things are done on the move, or are one exercise at another pace."""
    first, second = (task.exercise if task else None for task in (before, after))
    if first is None or second is None:
        return False
    moving = {first.position, second.position} <= set(MOVING)
    return moving or (first.id == second.id and first.pace is not None)


def _share(bracket: Bracket) -> float:
    """Which part of a group the runner does where some of it is chosen."""
    if not bracket.choose or not bracket.choose.values or not bracket.members:
        return 1.0
    return min(1.0, float(bracket.choose.values[0].middle) / len(bracket.members))
