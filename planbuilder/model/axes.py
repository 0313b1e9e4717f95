"""Axes: how a view is narrowed, and to what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from planbuilder.model.deck import Dose, GroupWords, LevelWords
from planbuilder.model.entries import EMPTY_PLACE, Block, Entry
from planbuilder.model.group_words import THEN, through_the_weeks

if TYPE_CHECKING:
    from planbuilder.model.view import View

_NUMBER = re.compile(r"\d{1,3}")
MOST_SETS = 20


def _weeks(view: View) -> tuple[View, ...]:
    runs = _sorted_out(view, lambda entry: entry.week)
    weeks = view.deck.weeks
    every = (view.narrowed(weeks=(w,), week=weeks[w], entries=tuple(runs.get(w, ()))) for w in view.weeks)
    if view.line is None:
        return tuple(every)
    return tuple(v.narrowed(line=v.entries[0].line if v.entries else None) for v in every)


def _sorted_out(view: View, by: Callable[[Entry], int]) -> dict[int, list[Entry]]:
    runs: dict[int, list[Entry]] = {}
    for entry in view.entries:
        runs.setdefault(by(entry), []).append(entry)
    return runs


def _blocks(view: View) -> tuple[View, ...]:
    """Runs of weeks of one phase with equal doses and groups; weeks in which nothing is done stand in none."""
    phase = _phase_of(view)
    entries = _sorted_out(view, lambda entry: entry.week)

    def doses(week: int) -> object:
        return phase(week), [(e.session, e.line.key, e.line.doses, _all_groups(view, e)) for e in entries[week]]

    return _runs_of_weeks(view, groupby((w for w in view.weeks if w in entries), key=doses))


def spanned(view: View, axis: str, page: View) -> int:
    """How many columns the members of an axis that are in view take; blocks are always those of the page."""
    return len(columns_of(view, axis, page) if axis == "blocks" else view.each(axis))


def _phases(view: View) -> tuple[View, ...]:
    return _runs_of_weeks(view, groupby(view.weeks, key=_phase_of(view)))


def _phase_of(view: View) -> Callable[[int], object]:
    """What tells the phases apart; every stage is one."""
    weeks = view.deck.weeks
    return lambda week: (weeks[week].phase, weeks[week].tone)


def _runs_of_weeks(view: View, runs: Iterable[tuple[object, Iterable[int]]]) -> tuple[View, ...]:
    found = (tuple(run) for _, run in runs)
    return tuple(_run_of_weeks(view, run) for run in found)


def _run_of_weeks(view: View, weeks: tuple[int, ...]) -> View:
    entries = tuple(e for e in view.entries if e.week in weeks)
    run = view.narrowed(weeks=weeks, block=Block(weeks), entries=entries)
    if view.line is None:
        return run
    return run.narrowed(line=entries[0].line if entries else None)


def columns_of(view: View, axis: str, page: View) -> tuple[View, ...]:
    """The members of an axis as columns of a page: every row has them all, whether there is anything in them or not."""
    if axis == "exercises":
        here = {member.line.key: member for member in view.each(axis) if member.line}
        absent = view.narrowed(line=None, entries=())
        return tuple(here.get(key, absent) for key in dict.fromkeys(entry.line.key for entry in page.entries))
    if axis == "blocks":
        weeks = page.narrowed(weeks=view.weeks, entries=tuple(e for e in page.entries if e.week in view.weeks))
        return tuple(_run_of_weeks(view, run.weeks) for run in _blocks(weeks))
    return view.each(axis)


def _sessions(view: View) -> tuple[View, ...]:
    runs = _sorted_out(view, lambda entry: entry.session)
    there = {s for _, s, workout in view.workouts() if s in runs or not workout.lines}
    kinds = view.deck.sessions
    return tuple(
        view.narrowed(sessions=(s,), session=kinds[s], entries=tuple(runs.get(s, ())))
        for s in view.sessions
        if s in there
    )


def _levels(view: View) -> tuple[View, ...]:
    """One view a level; of a plan without levels, or at one of them, all there is."""
    if len(view.deck.levels) < 2:
        name = view.deck.plan.level
        at_one = view.narrowed(level=LevelWords(name)) if name and not view.level else view
        return (at_one,) if view.sessions else ()
    kinds = view.deck.sessions
    at = {level: tuple(s for s in view.sessions if kinds[s].level == level.name) for level in view.deck.levels}
    return tuple(_at_level(view, level, sessions) for level, sessions in at.items() if sessions)


def _at_level(view: View, level: LevelWords, sessions: tuple[int, ...]) -> View:
    entries = tuple(e for e in view.entries if e.session in sessions)
    own = view.narrowed(level=level, sessions=sessions, entries=entries)
    if view.line is None:
        return own
    line = entries[0].line if entries else None
    swaps = line.swaps if line and view.swap else ()
    return own.narrowed(line=line, swap=next((s for s in swaps if view.swap and s.move == view.swap.move), None))


def _days_axis(view: View) -> tuple[View, ...]:
    """Times in the week; where all are named, those of several sessions from Monday on."""
    times = view.times()
    if all(day.weekday for _, day in times):
        times = tuple(sorted(times, key=lambda time: time[1].weekday))
    return tuple(view.narrowed(days=(k,), day=day) for k, day in times)


def _exercises(view: View) -> tuple[View, ...]:
    if len(view.weeks) == len(view.sessions) == 1:
        return tuple(view.narrowed(line=e.line, entries=(e,)) for e in view.entries)
    keys: dict[str, list[Entry]] = {}
    for entry in view.entries:
        keys.setdefault(entry.line.key, []).append(entry)
    return tuple(
        view.narrowed(line=run[0].line, entries=tuple(run), sessions=_done_in(view, run)) for run in keys.values()
    )


def _done_in(view: View, run: list[Entry]) -> tuple[int, ...]:
    """The sessions in which an exercise is done, at whatever level."""
    found = tuple(dict.fromkeys(entry.session for entry in run))
    if not view.deck.levels:
        return found
    kinds = view.deck.sessions
    done = {kinds[session].id for session in found}
    return tuple(session for session in view.sessions if kinds[session].id in done)


def _groups(view: View) -> tuple[View, ...]:
    """Moves that follow each other and stand in one group in some week; a move that stands in none is alone."""
    runs: list[list[View]] = []
    for member in _exercises(view):
        if runs and _outer_groups(runs[-1][-1]) & _outer_groups(member):
            runs[-1].append(member)
        else:
            runs.append([member])
    return tuple(_one_group(view, run) for run in runs)


def _one_group(view: View, members: list[View]) -> View:
    keys = {entry.line.key for member in members for entry in member.entries}
    entries = tuple(entry for entry in view.entries if entry.line.key in keys)
    groups = filter(None, (view.group_of(entry) for entry in entries))
    return view.narrowed(entries=entries, group=through_the_weeks(groups, view.deck.words.get(THEN, THEN)))


def _outer_groups(view: View) -> set[tuple[int, int, int]]:
    return {(entry.week, entry.session, entry.line.groups[0]) for entry in view.entries if entry.line.groups}


def _all_groups(view: View, entry: Entry) -> tuple[GroupWords | None, ...]:
    return tuple(view.group_of(entry, depth) for depth in range(len(entry.line.groups)))


def _swaps(view: View) -> tuple[View, ...]:
    line = view.line
    return tuple(view.narrowed(swap=swap) for swap in line.swaps) if line else ()


def _panels(view: View) -> tuple[View, ...]:
    return tuple(view.narrowed(panel=panel) for panel in view.deck.plan.panels)


def _things(view: View) -> tuple[View, ...]:
    line = view.line
    return tuple(view.narrowed(aid=aid) for aid in line.aids) if line else ()


def _further(view: View) -> tuple[View, ...]:
    """The further doses of an exercise; where doses differ from day to day each is given whole, with its others."""
    if len({dose for entry in view.entries for dose in view.doses(entry.line)}) > 1 and not view.swap:
        return ()
    out = []
    dose = view.dose()
    while dose and dose.further:
        dose = dose.further
        out.append(view.narrowed(other=dose))
    return tuple(out)


def _cues(view: View) -> tuple[View, ...]:
    return tuple(view.narrowed(cue=cue) for cue in view.cues)


def _sets(view: View) -> tuple[View, ...]:
    """As many as there are sets at most, with those done after it; one where sets are not counted."""
    dose = view.dose()
    if dose is None or not dose.amount or dose.amount == EMPTY_PLACE:
        return ()
    count = _count_of_sets(dose)
    while dose.further and dose.further.link == "then":
        dose = dose.further
        count += _count_of_sets(dose)
    return (view,) * min(count, MOST_SETS)


def _count_of_sets(dose: Dose) -> int:
    numbers = _NUMBER.findall(dose.sets)
    return int(numbers[-1]) if numbers else dose.amount.count("/") + 1


MOST_TIMES = 60


def is_axis(word: str) -> bool:
    """Whether a word is one of `AXES`, or a number of times."""
    return word in AXES or (word.isdecimal() and len(word) < len("100") and 1 <= int(word) <= MOST_TIMES)


AXES: dict[str, Callable[[View], tuple[View, ...]]] = {
    "blocks": _blocks,
    "phases": _phases,
    "weeks": _weeks,
    "levels": _levels,
    "sessions": _sessions,
    "days": _days_axis,
    "groups": _groups,
    "exercises": _exercises,
    "swaps": _swaps,
    "things": _things,
    "further": _further,
    "cues": _cues,
    "sets": _sets,
    "panels": _panels,
}
