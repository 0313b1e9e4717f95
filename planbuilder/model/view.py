"""A view: what one place on a page can see of a deck. An axis narrows it; agreement is what all in view say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, TypeVar

from planbuilder.model.deck import (
    Aid,
    Cue,
    Day,
    Deck,
    Dose,
    GroupWords,
    Line,
    Move,
    SessionKind,
    Swap,
    Week,
    Workout,
)

EMPTY_PLACE = "–"
T = TypeVar("T")
MOST_SETS = 20
MOVING = ("running", "walking", "as you like")
_NUMBER = re.compile(r"\d{1,3}")


class Entry(NamedTuple):
    """A line of the plan with the week and session it stands in, by position."""

    week: int
    session: int
    line: Line


class Block(NamedTuple):
    """A run of weeks by position: with equal doses, or of one phase."""

    weeks: tuple[int, ...]

    @property
    def first(self) -> int:
        """The week it begins with."""
        return self.weeks[0]


class Facts(NamedTuple):
    """What a page knows of itself: `part` is "2 of 3", empty where the card is whole; `letter` b from the second on.

    `parts` is into how many parts the card is shared, `most` how many moves any of the pages has that are dealt some.
    """

    number: int = 1
    total: int = 1
    part: str = ""
    letter: str = ""
    parts: int = 1
    most: int = 0


ALONE = Facts()


@dataclass(frozen=True, eq=False)
class View:
    """Weeks, sessions and lines in view, and the members that `each` has bound, outer to inner.

    Without slots, so that narrowing is one copy of a dictionary: a page narrows its view dozens of times.
    """

    deck: Deck
    weeks: tuple[int, ...]
    sessions: tuple[int, ...]
    entries: tuple[Entry, ...]
    days: tuple[int, ...] | None = None
    cue_run: tuple[int, int] | None = None
    block: Block | None = None
    week: Week | None = None
    session: SessionKind | None = None
    group: GroupWords | None = None
    line: Line | None = None
    swap: Swap | None = None
    aid: Aid | None = None
    other: Dose | None = None
    cue: Cue | None = None
    day: Day | None = None
    panel: tuple[str, str] | None = None
    facts: Facts = ALONE
    page: View | None = None

    def narrowed(self, **changes: object) -> View:
        """The same view but for some of its fields."""
        view = object.__new__(View)
        view.__dict__.update(self.__dict__, **changes)
        return view

    def like(self, other: View) -> bool:
        """Whether nothing but the exercise tells this view from another one: the same week, day, stand-in and so on."""
        own, others = self.__dict__, other.__dict__
        return all(own.get(name) is others.get(name) for name in _MEMBERS)

    @property
    def move(self) -> Move | None:
        """The exercise in view; inside `each: swaps` the stand-in is the exercise."""
        if self.swap:
            return self.swap.move
        return self.line.move if self.line else None

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The cues of the exercise in view; only this page's where they are shared over several."""
        move = self.move
        if move is None:
            return ()
        if self.cue_run and not self.swap:
            return move.cues[slice(*self.cue_run)]
        return move.cues

    @property
    def whole_page(self) -> View:
        """The view this page began with."""
        return self.page or self

    def workouts(self) -> Iterator[tuple[int, int, Workout]]:
        """Every session in view with its week and session, by position."""
        for week in self.weeks:
            for session in self.sessions:
                workout = self.deck.workouts[week][session]
                if workout is not None:
                    yield week, session, workout

    def doses(self, line: Line) -> tuple[Dose, ...]:
        """The doses of a line on the days in view; one alone serves every day."""
        if self.days is None or len(line.doses) == 1:
            return line.doses
        return tuple(line.doses[d] for d in self.days if d < len(line.doses))

    def dose(self) -> Dose | None:
        """The first dose in view; inside `each: alternatives` the other one is the dose."""
        if self.other:
            return self.other
        if self.swap:
            return self.swap.dose
        return next((dose for entry in self.entries for dose in self.doses(entry.line)), None)

    @property
    def alike(self) -> bool:
        """Whether all in view is done alike: one line, or the same doses in every week."""
        return bool(self.entries) and all(e.line.doses == self.entries[0].line.doses for e in self.entries)

    def daily(self) -> tuple[tuple[str, Dose], ...]:
        """The doses of the exercise in view, each with its days before it; one without days where all are equal."""
        if self.other or self.swap or not self.alike:
            dose = self.dose()
            return (("", dose),) if dose else ()
        line = self.entries[0].line
        doses = self.doses(line)
        if len(set(doses)) < 2:
            return tuple(("", dose) for dose in doses[:1])
        return by_days(zip(self.day_names(), doses, strict=False))

    def day_names(self) -> tuple[str, ...]:
        """What the days in view are called before a dose."""
        return tuple((day.name if day.mark.isdigit() else "") or day.mark for _, day in self._days())

    def _days(self) -> tuple[tuple[int, Day], ...]:
        """The times of each session; of several weeks those of the week that has the most."""
        fullest: dict[int, tuple[Day, ...]] = {}
        for _, session, workout in self.workouts():
            if len(workout.days) > len(fullest.get(session, ())):
                fullest[session] = workout.days
        every = [(k, day) for days in fullest.values() for k, day in enumerate(days)]
        return tuple((k, day) for k, day in every if self.days is None or k in self.days)

    def agreed(self, part: Callable[[Dose], str], kinds: tuple[str, ...] = ()) -> str:
        """A part of the dose that all in view agree on, else empty. Empty places have no say."""
        if self.other:
            return part(self.other)
        if self.swap:
            return part(self.swap.dose)
        found: str | None = None
        for entry in self.entries:
            for dose in self.doses(entry.line):
                if (kinds and kind_of(entry.line, dose) not in kinds) or dose.amount == EMPTY_PLACE:
                    continue
                value = part(dose)
                if found is None:
                    found = value
                elif value != found:
                    return ""
        return found or ""

    def said(self, part: Callable[[Dose], str]) -> str:
        """A part of the exercise's dose; where its days differ, once a day with the day before it."""
        agreed = self.agreed(part)
        if agreed or self.other or self.swap or self.line is None or not self.alike:
            return agreed
        names = self.day_names()
        values = by_days((name, part(dose)) for name, dose in zip(names, self.doses(self.line), strict=False))
        if len(values) == 1:
            return values[0][1]
        return " · ".join(f"{name} {value}".strip() for name, value in values if value)

    def each(self, axis: str) -> tuple[View, ...]:
        """The members of an axis of `AXES` in view, each as a narrower view; a number is so many times the same."""
        return AXES[axis](self) if axis in AXES else (self,) * int(axis)


_MEMBERS = ("block", "week", "session", "group", "swap", "aid", "other", "cue", "day", "panel")


def by_days(values: Iterable[tuple[str, T]]) -> tuple[tuple[str, T], ...]:
    """Values with their days, days of equal values together: "Mon, Tue" and "Sat"."""
    days: dict[T, list[str]] = {}
    for name, value in values:
        days.setdefault(value, []).append(name)
    return tuple((", ".join(filter(None, names)), value) for value, names in days.items())


def kind_of(line: Line, dose: Dose) -> str:
    """What a dose counts; a time in a position that is held is a hold."""
    return "hold" if dose.kind == "time" and line.move.position not in MOVING else dose.kind


def view_of(deck: Deck) -> View:
    """The view of a whole deck, session by session."""
    entries = tuple(
        Entry(w, s, line)
        for s in range(len(deck.sessions))
        for w, row in enumerate(deck.workouts)
        for workout in row[s : s + 1]
        if workout
        for line in workout.lines
    )
    return View(deck, tuple(range(len(deck.weeks))), tuple(range(len(deck.sessions))), entries)


# Axes: how a view is narrowed.


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
    """Runs of weeks with equal doses; weeks in which nothing is done stand in none."""
    weeks = view.deck.weeks
    entries = _sorted_out(view, lambda entry: entry.week)

    def doses(week: int) -> object:
        return weeks[week].phase, [(e.session, e.line.key, e.line.doses) for e in entries[week]]

    return _runs_of_weeks(view, groupby((w for w in view.weeks if w in entries), key=doses))


def _phases(view: View) -> tuple[View, ...]:
    weeks = view.deck.weeks
    return _runs_of_weeks(view, groupby(view.weeks, key=lambda week: (weeks[week].phase, weeks[week].tone)))


def _runs_of_weeks(view: View, runs: Iterable[tuple[object, Iterable[int]]]) -> tuple[View, ...]:
    found = [tuple(run) for _, run in runs]
    return tuple(
        view.narrowed(weeks=run, block=Block(run), entries=tuple(e for e in view.entries if e.week in run))
        for run in found
    )


def _sessions(view: View) -> tuple[View, ...]:
    runs = _sorted_out(view, lambda entry: entry.session)
    there = {s for _, s, workout in view.workouts() if s in runs or not workout.lines}
    kinds = view.deck.sessions
    return tuple(
        view.narrowed(sessions=(s,), session=kinds[s], entries=tuple(runs.get(s, ())))
        for s in view.sessions
        if s in there
    )


def _days_axis(view: View) -> tuple[View, ...]:
    return tuple(view.narrowed(days=(k,), day=day) for k, day in view._days())


def _exercises(view: View) -> tuple[View, ...]:
    if len(view.weeks) == len(view.sessions) == 1:
        return tuple(view.narrowed(line=e.line, entries=(e,)) for e in view.entries)
    keys: dict[str, list[Entry]] = {}
    for entry in view.entries:
        keys.setdefault(entry.line.key, []).append(entry)
    return tuple(
        view.narrowed(line=run[0].line, entries=tuple(run), sessions=tuple(dict.fromkeys(e.session for e in run)))
        for run in keys.values()
    )


def _groups(view: View) -> tuple[View, ...]:
    runs = [(outer, tuple(run)) for outer, run in groupby(view.entries, key=_outer_group)]
    return tuple(view.narrowed(entries=run, group=_group_of(view, run[0], 0)) for _, run in runs)


def _outer_group(entry: Entry) -> tuple[int, int, int, str]:
    groups = entry.line.groups
    return entry.week, entry.session, groups[0] if groups else -1, "" if groups else entry.line.key


def _group_of(view: View, entry: Entry, depth: int) -> GroupWords | None:
    workout = view.deck.workouts[entry.week][entry.session]
    groups = entry.line.groups
    return workout.groups[groups[depth]] if workout and depth < len(groups) else None


def _swaps(view: View) -> tuple[View, ...]:
    line = view.line
    return tuple(view.narrowed(swap=swap) for swap in line.swaps) if line else ()


def _panels(view: View) -> tuple[View, ...]:
    return tuple(view.narrowed(panel=panel) for panel in view.deck.plan.panels)


def _things(view: View) -> tuple[View, ...]:
    line = view.line
    return tuple(view.narrowed(aid=aid) for aid in line.aids) if line else ()


def _alternatives(view: View) -> tuple[View, ...]:
    """The other doses to choose from; where doses differ from day to day each is given whole, with its others."""
    if len({dose for entry in view.entries for dose in view.doses(entry.line)}) > 1 and not view.swap:
        return ()
    out = []
    dose = view.dose()
    while dose and dose.alternative:
        dose = dose.alternative
        out.append(view.narrowed(other=dose))
    return tuple(out)


def _cues(view: View) -> tuple[View, ...]:
    return tuple(view.narrowed(cue=cue) for cue in view.cues)


def _sets(view: View) -> tuple[View, ...]:
    """As many as there are sets at most; one where sets are not counted."""
    dose = view.dose()
    if dose is None or not dose.amount or dose.amount == EMPTY_PLACE:
        return ()
    numbers = _NUMBER.findall(dose.sets)
    count = int(numbers[-1]) if numbers else dose.amount.count("/") + 1
    return (view,) * min(count, MOST_SETS)


MOST_TIMES = 60


def is_axis(word: str) -> bool:
    """Whether a word is one of `AXES`, or a number of times."""
    return word in AXES or (word.isdecimal() and len(word) < len("100") and 1 <= int(word) <= MOST_TIMES)


AXES: dict[str, Callable[[View], tuple[View, ...]]] = {
    "blocks": _blocks,
    "phases": _phases,
    "weeks": _weeks,
    "sessions": _sessions,
    "days": _days_axis,
    "groups": _groups,
    "exercises": _exercises,
    "swaps": _swaps,
    "things": _things,
    "alternatives": _alternatives,
    "cues": _cues,
    "sets": _sets,
    "panels": _panels,
}
