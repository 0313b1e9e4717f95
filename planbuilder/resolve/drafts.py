"""Every session in every week, with its occasions, its items and the numbers of each: what cards are worded from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, fields, replace
from typing import Any

from planbuilder.model.change import Fixed, OneEach, Steps, Table
from planbuilder.model.dose import Layer, Parts, Resolved
from planbuilder.model.exercise import Exercise
from planbuilder.model.plan import Plan, Session
from planbuilder.problems import Problem, error
from planbuilder.records import record
from planbuilder.resolve.best_lifts import best_lift
from planbuilder.resolve.calendar import WEEKDAYS, Occasion, Year, at, occasions
from planbuilder.resolve.progression import Moment, dose_at, is_at_one_go
from planbuilder.resolve.setlist import Bracket, Setlist, Task, tasks_of

RUNNING = "running"

Climb = tuple[str, tuple[Steps[Any], ...]]


@record
class Turn:
    """One occasion of a session: its moment, its items, and their doses by key once these are worked out."""

    occasion: Occasion
    moment: Moment
    bracket: Bracket
    doses: Mapping[str, Resolved] = field(default_factory=dict)


@record
class Drafts:
    """The sessions of one level, week by week. Structure is known for all weeks, doses for those asked for."""

    plan: Plan
    year: Year
    setlist: Setlist
    problems: list[Problem]
    level: str = ""
    turns: list[dict[str, tuple[Turn, ...]]] = field(default_factory=list)
    times: dict[Climb, list[int]] = field(default_factory=dict)
    dosed: set[int] = field(default_factory=set)
    varying: dict[int, bool] = field(default_factory=dict)
    climbs: dict[int, tuple[Steps[Any], ...]] = field(default_factory=dict)

    def draw_up(self) -> None:
        """Find what is done in every week, and how often each exercise is."""
        for position in range(self.year.count):
            moment = self.year.moment(position, self.level)
            self.turns.append({session.id: self._turns(session, moment) for session in self.plan.sessions})
            for turns in self.turns[-1].values():
                for turn in turns:
                    self._count(turn, position)

    def _turns(self, session: Session, moment: Moment) -> tuple[Turn, ...]:
        found = occasions(session, self.plan, self.year, moment, self.problems)
        moments = ((one, at(moment, one)) for one in found)
        return tuple(Turn(one, then, self.setlist.at(session, then)) for one, then in moments)

    def _count(self, turn: Turn, position: int) -> None:
        for task, _ in tasks_of(turn.bracket):
            if task.exercise:
                done = self.times.setdefault(self.climb(task), [0] * self.year.count)
                done[position] += 1

    def climb(self, task: Task) -> Climb:
        """What is counted for its steps "a session": the times its exercise is done with these very steps."""
        assert task.exercise is not None
        return task.exercise.id, tuple(steps for layer in task.layers for steps in self._climbing(layer.parts))

    def _climbing(self, parts: Parts) -> tuple[Steps[Any], ...]:
        if id(parts) not in self.climbs:
            self.climbs[id(parts)] = tuple(steps for steps in steps_in(parts) if steps.beat == "session")
        return self.climbs[id(parts)]

    def week(self, position: int) -> Mapping[str, tuple[Turn, ...]]:
        """The turns of a week by session, with all their doses."""
        if position not in self.dosed:
            self.dosed.add(position)
            self._dose(position)
        return self.turns[position]

    def _dose(self, position: int) -> None:
        """Work out the doses of a week in the order in which its sessions come."""
        week = self.turns[position]
        earlier: dict[Climb, int] = {}
        same: dict[str, tuple[tuple[int, ...], Resolved]] = {}
        done: dict[str, list[Turn]] = {id: list(turns) for id, turns in week.items()}  # noqa: A001
        for session, index in _in_order(week):
            turn = week[session][index]
            doses: dict[str, Resolved] = {}
            for task, around in tasks_of(turn.bracket):
                if task.exercise is None:
                    continue
                climb = self.climb(task)
                count = earlier.get(climb, 0)
                then = replace(turn.moment, times=tuple(self.times[climb]), earlier=count)
                doses[task.key] = self._dose_of(task, task.exercise, then, same)
                earlier[climb] = count + 1
                self._check_rounds(doses[task.key], around)
            done[session][index] = replace(turn, doses=doses)
        self.turns[position] = {id: tuple(turns) for id, turns in done.items()}  # noqa: A001

    def _dose_of(
        self,
        task: Task,
        exercise: Exercise,
        moment: Moment,
        same: dict[str, tuple[tuple[int, ...], Resolved]],
    ) -> Resolved:
        """The dose of a task; what does not vary inside a week is worked out once."""
        mark = tuple(id(layer.parts) for layer in task.layers)
        known = same.get(task.key)
        if known is not None and known[0] == mark and not any(self._varies(layer.parts) for layer in task.layers):
            return known[1]
        dose = self.dose(task.layers, moment, exercise)
        same[task.key] = mark, dose
        return dose

    def _check_rounds(self, dose: Resolved, around: tuple[Bracket, ...]) -> None:
        """Numbers parted by / are one a round, so there are as many as rounds."""
        rounds = next((bracket.rounds for bracket in reversed(around) if bracket.rounds), None)
        value = rounds.values[0] if rounds and rounds.values else None
        if value is None or value.form != "number" or dose.one_a_set in (0, value.low) or value.high is not None:
            return
        pattern = "The numbers of {count} rounds stand in a group of {rounds}."
        hint = "write one number a round, or one for all"
        values = {"count": dose.one_a_set, "rounds": int(value.low)}
        self.problems.append(error(dose.places.get("amount"), pattern, hint, **values))

    def dose(self, layers: tuple[Layer, ...], moment: Moment, exercise: Exercise) -> Resolved:
        """The dose that layers give at a moment."""
        best = best_lift(self.plan, exercise.id, moment, self.problems) if self.plan.max else None
        dose = dose_at(layers, moment, self.problems, exercise.counts, self.plan.plates, best, is_at_one_go(exercise))
        further = tuple(replace(other, pace=exercise.pace) for other in dose.further)
        return replace(dose, pace=exercise.pace, further=further) if exercise.pace else dose

    def _varies(self, parts: Parts) -> bool:
        if id(parts) not in self.varying:
            self.varying[id(parts)] = varies_in_week(parts)
        return self.varying[id(parts)]


def is_running(turns: Iterable[Turn]) -> bool:
    """Whether a session is itself a run: all that it holds is done running."""
    exercises = (task.exercise for turn in turns for task, _ in tasks_of(turn.bracket) if task.exercise)
    return all(exercise.position == RUNNING for exercise in exercises)


def _in_order(week: Mapping[str, tuple[Turn, ...]]) -> list[tuple[str, int]]:
    """The turns of a week as they come: by weekday where there is one, else by their number."""

    def when(entry: tuple[str, int]) -> int:
        occasion = week[entry[0]][entry[1]].occasion
        return WEEKDAYS.index(occasion.weekday) if occasion.weekday else occasion.turn or occasion.nth

    return sorted(((id, k) for id, turns in week.items() for k in range(len(turns))), key=when)  # noqa: A001


def varies_in_week(value: object) -> bool:
    """Whether parts or a change may differ between the days of one week."""
    if isinstance(value, Table) and value.kind in ("weekday", "time"):
        return True
    if isinstance(value, Steps):
        return value.beat in ("session", "day")
    return any(map(varies_in_week, _below(value)))


def steps_in(value: object) -> Iterator[Steps[Any]]:
    """All steps that parts or a change hold, wherever they stand."""
    if isinstance(value, Steps):
        yield value
    for inner in _below(value):
        yield from steps_in(inner)


def _below(value: object) -> Iterator[object]:
    """What parts or a change are made of."""
    if isinstance(value, Table):
        yield from (row for _, row in value.rows)
        yield value.otherwise
    elif isinstance(value, OneEach):
        yield from value.values
    elif isinstance(value, Parts):
        yield from (getattr(value, f.name) for f in fields(value))
    elif isinstance(value, tuple):
        yield from value
    elif isinstance(value, Fixed) and isinstance(value.value, Parts):
        yield value.value
