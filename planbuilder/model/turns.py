"""Whose turn it is: what follows an exercise in its session, and round a circuit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planbuilder.model.deck import Line
from planbuilder.model.entries import Entry

if TYPE_CHECKING:
    from planbuilder.model.view import View

FIRST = "1"


def next_move(view: View) -> str:
    """The name of the move after the one in view, where it is the same in all weeks in view, else nothing."""
    found = {_after(view, entry) for entry in view.entries} if view.line and not view.swap else set()
    return found.pop() if len(found) == 1 else ""


def _after(view: View, entry: Entry) -> str:
    workout = view.deck.workouts[entry.week][entry.session]
    lines = [line for line in workout.lines if not line.idle] if workout else []
    at = next((k for k, line in enumerate(lines) if line.key == entry.line.key), len(lines))
    follows = _next_station(lines, at) if entry.line.station else next(iter(lines[at + 1 :]), None)
    return follows.move.name if follows else ""


def _next_station(lines: Sequence[Line], at: int) -> Line | None:
    """The next station of a circuit; after the last comes the first."""
    onward = next((line for line in lines[at + 1 :] if line.station), None)
    if onward and onward.station != FIRST:
        return onward
    return next((line for line in reversed(lines[:at]) if line.station == FIRST), None)
