"""Levels side by side: a session at all its levels as one view, with the moves of all in one order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from planbuilder.model.deck import Workout
from planbuilder.model.entries import Entry
from planbuilder.model.view import View

LEAST_IN_COMMON = 0.5


def side_by_side(kinds: Iterable[View], most: int | None) -> Iterator[View]:
    """Sessions in order; one at several levels, `most` at the most, as one where a runner of any level can read it."""
    for _, run in groupby(kinds, key=lambda kind: kind.session and kind.session.id):
        levels = tuple(run)
        if 1 < len(levels) <= (most or len(levels)) and _alike(levels):
            yield _together(levels)
        else:
            yield from levels


def in_one_order(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """All keys of some lists, each once. What only a later list has stands before what it comes before there."""
    order: list[str] = []
    for keys in lists:
        new: list[str] = []
        for key in keys:
            if key in order:
                at = order.index(key)
                order[at:at] = new
                new = []
            else:
                new.append(key)
        order += new
    return tuple(order)


def _alike(levels: Sequence[View]) -> bool:
    """Whether all levels are done at the same times, with the same words and groups, and mostly the same moves."""
    first, *others = ([(w, *_frame(workout)) for w, _, workout in level.workouts()] for level in levels)
    if any(other != first for other in others):
        return False
    moves = [{entry.line.key for entry in level.entries} for level in levels]
    return min(map(len, moves)) >= LEAST_IN_COMMON * len(set().union(*moves))


def _frame(workout: Workout) -> tuple[object, ...]:
    return workout.days, workout.groups, workout.note, workout.condition


def _together(levels: Sequence[View]) -> View:
    first = levels[0]
    kind = first.session and replace(first.session, level="")
    sessions = tuple(session for level in levels for session in level.sessions)
    return first.narrowed(sessions=sessions, session=kind, entries=tuple(_entries(levels)))


def _entries(levels: Sequence[View]) -> Iterator[Entry]:
    """Week by week the lines of all levels, those of one move together."""
    for week in levels[0].weeks:
        lines = [[entry for entry in level.entries if entry.week == week] for level in levels]
        order = in_one_order([entry.line.key for entry in own] for own in lines)
        at = {key: place for place, key in enumerate(order)}
        yield from sorted((entry for own in lines for entry in own), key=lambda entry: at[entry.line.key])


def level_of(view: View) -> str:
    """The one level in view."""
    found = {view.deck.sessions[session].level for session in view.sessions}
    return found.pop() if len(found) == 1 else ""


def about_level(view: View) -> str:
    """What the one level in view means."""
    name = level_of(view)
    return next((level.about for level in view.deck.levels if level.name == name), "")


def tell_sessions_apart(view: View) -> bool:
    """Whether sessions have to be told apart, by their names or by levels that are not told apart already."""
    kinds = view.deck.sessions
    return len({kind.id for kind in kinds}) > 1 or (not view.level and any(kind.level for kind in kinds))


def many_levels(view: View) -> bool:
    """Whether the levels of a plan stand side by side on a page."""
    return bool(view.deck.levels) and len(view.whole_page.each("levels")) > 1
