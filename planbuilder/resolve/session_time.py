"""How long a session takes, in seconds: its exercises, the rests between them, the rounds of its groups."""

from __future__ import annotations

from collections.abc import Mapping

from planbuilder.model.dose import Quantity, Resolved, unit_of
from planbuilder.resolve.duration import (
    CHANGE_OVER,
    SECONDS_A_METRE,
    SECONDS_OF_WORDS,
    after_seconds,
    exercise_seconds,
    set_seconds,
    sets_of,
    time_seconds,
)
from planbuilder.resolve.setlist import Bracket, Node, Task

ROUNDS_OF_MAX = 3
MOST_ROUNDS = 500

Doses = Mapping[str, Resolved]


def session_seconds(bracket: Bracket, doses: Doses) -> float:
    """A group, or a session, from its first item to its last; `doses` go by the keys of its tasks."""
    limit = _limit_seconds(bracket.for_)
    if limit is not None and not bracket.rounds:
        return limit
    total = _round_by_round(bracket, doses) * _share(bracket)
    return total if limit is None else min(total, limit)


def task_seconds(bracket: Bracket, doses: Doses) -> dict[str, float]:
    """How much of a session each of its tasks takes, with the rest after it and in all its rounds, by their keys."""
    total = session_seconds(bracket, doses)
    own = [_whole(member, doses) + _after(member, doses) for member in bracket.members]
    scale = total / sum(own) if sum(own) else 0.0
    found: dict[str, float] = {}
    for member, seconds in zip(bracket.members, own, strict=True):
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
    between = time_seconds(bracket.rest)
    if between is None:
        between = _after(bracket.members[-1], doses) if bracket.members else 0.0
    return sum(_one_round(bracket, doses, k) for k in range(count)) + (count - 1) * between


def _rounds(bracket: Bracket, doses: Doses) -> int:
    if bracket.rounds:
        value = bracket.rounds.values[0] if bracket.rounds.values else None
        count = float(value.middle) if value and value.form == "number" else ROUNDS_OF_MAX
    elif bracket.group.order == "in turn":
        given = [doses.get(member.key) for member in bracket.members if isinstance(member, Task)]
        count = max((sets_of(dose) for dose in given if dose), default=1.0)
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
        if bracket.group.order == "in turn" and dose and index >= sets_of(dose):
            continue
        total += set_seconds(dose, index) if dose else _whole(member, doses)
        total += _after(member, doses) if number < len(members) - 1 else 0.0
    return total


def _one_after_the_other(bracket: Bracket, doses: Doses) -> float:
    total = 0.0
    for number, member in enumerate(bracket.members):
        total += _whole(member, doses)
        total += _after(member, doses) if number < len(bracket.members) - 1 else 0.0
    return total


def _whole(member: Node, doses: Doses) -> float:
    """All of a group, or all sets of an exercise."""
    if isinstance(member, Bracket):
        return session_seconds(member, doses)
    dose = doses.get(member.key)
    return SECONDS_OF_WORDS if dose is None else exercise_seconds(dose)


def _after(member: Node, doses: Doses) -> float:
    """What passes before the next item."""
    dose = doses.get(member.key) if isinstance(member, Task) else None
    if dose is None:
        return CHANGE_OVER
    return 0.0 if dose.nothing else after_seconds(dose)


def _limit_seconds(for_: Quantity | None) -> float | None:
    """The seconds of a `for`; a distance at an easy pace."""
    seconds = time_seconds(for_)
    if seconds is not None or for_ is None or not for_.values or for_.values[0].kind != "distance":
        return seconds
    value = for_.values[0]
    return float(value.middle * unit_of(value.unit).size) / 1000 * SECONDS_A_METRE


def _share(bracket: Bracket) -> float:
    """Which part of a group the runner does where some of it is chosen."""
    if not bracket.choose or not bracket.choose.values or not bracket.members:
        return 1.0
    return min(1.0, float(bracket.choose.values[0].middle) / len(bracket.members))
