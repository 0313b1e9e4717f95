"""A view: what one place on a page can see of a deck. An axis narrows it; agreement is what all in view say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import is_, itemgetter
from typing import TypeVar

from planbuilder.model.axes import AXES
from planbuilder.model.deck import (
    Aid,
    Cue,
    Day,
    Deck,
    Dose,
    GroupWords,
    LevelWords,
    Line,
    Move,
    SessionKind,
    Swap,
    Week,
    Workout,
)
from planbuilder.model.entries import ALONE, EMPTY_PLACE, Block, Entry, Facts

T = TypeVar("T")
MOVING = ("running", "walking", "as you like")


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
    level: LevelWords | None = None
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
    plan: View | None = None

    def narrowed(self, **changes: object) -> View:
        """The same view but for some of its fields."""
        view = object.__new__(View)
        view.__dict__.update(self.__dict__, **changes)
        return view

    def bound(self) -> tuple[object, ...]:
        """What tells this view from all others of its page: what is made for one view by value, the deck's by `id`."""
        made = self.weeks, self.sessions, self.days, self.cue_run, self.block, self.level, self.panel
        bound = self.week, self.session, self.group, self.line, self.swap, self.aid, self.other, self.cue, self.day
        return *made, *map(id, bound), *map(id, self.entries)

    def like(self, other: View) -> bool:
        """Whether at most the exercise or its stand-in tells this view from another: the same week, day and so on."""
        return all(map(is_, _members(self.__dict__), _members(other.__dict__)))

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

    @property
    def whole_plan(self) -> View:
        """The view of the whole deck."""
        return self.plan or view_of(self.deck)

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

    def groups_around(self, depth: int) -> tuple[GroupWords, ...]:
        """The group around the exercise in view, this many groups further in than the outermost, week by week."""
        return tuple(group for entry in self.entries if (group := self.group_of(entry, depth)))

    def group_of(self, entry: Entry, depth: int = 0) -> GroupWords | None:
        """One of the groups around a line, the outermost first."""
        workout = self.deck.workouts[entry.week][entry.session]
        groups = entry.line.groups
        return workout.groups[groups[depth]] if workout and depth < len(groups) else None

    def dose(self) -> Dose | None:
        """The first dose in view; inside `each: further` the other one is the dose."""
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

    def days_in_view(self) -> tuple[Day, ...]:
        """The times of each session in view, or those of them that are."""
        return tuple([day for _, day in self.times()])

    def day_names(self) -> tuple[str, ...]:
        """What the days in view are called before a dose."""
        return tuple((day.name if day.mark.isdigit() else "") or day.mark for _, day in self.times())

    def times(self) -> tuple[tuple[int, Day], ...]:
        """The times of each session that is done, whatever the level; of several weeks of the one that has the most."""
        fullest: dict[str, tuple[Day, ...]] = {}
        done = {entry.session for entry in self.entries}
        for _, session, workout in self.workouts():
            if session not in done and workout.lines:
                continue
            kind = self.deck.sessions[session].id
            if len(workout.days) > len(fullest.get(kind, ())):
                fullest[kind] = workout.days
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


_members = itemgetter("block", "week", "session", "level", "group", "other", "cue", "day", "panel")


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
    whole = View(deck, tuple(range(len(deck.weeks))), tuple(range(len(deck.sessions))), entries)
    return whole.narrowed(plan=whole)
