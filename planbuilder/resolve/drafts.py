"""Every session in every week, with its occasions, its items and the numbers of each: what cards are worded from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, fields, replace

from planbuilder.model.change import OneEach, Steps, Table
from planbuilder.model.dose import Layer, Parts, Resolved
from planbuilder.model.exercise import Exercise
from planbuilder.model.plan import Plan, Session
from planbuilder.problems import Problem, error
from planbuilder.records import record
from planbuilder.resolve.best_lifts import best_lift
from planbuilder.resolve.calendar import WEEKDAYS, Occasion, Year, at, occasions
from planbuilder.resolve.progression import Moment, dose_at
from planbuilder.resolve.setlist import Bracket, Setlist, Task, tasks_of

RUNNING = "running"


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
    times: dict[str, list[int]] = field(default_factory=dict)
    dosed: set[int] = field(default_factory=set)
    varying: dict[int, bool] = field(default_factory=dict)

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
                done = self.times.setdefault(task.exercise.id, [0] * self.year.count)
                done[position] += 1

    def week(self, position: int) -> Mapping[str, tuple[Turn, ...]]:
        """The turns of a week by session, with all their doses."""
        if position not in self.dosed:
            self.dosed.add(position)
            self._dose(position)
        return self.turns[position]

    def _dose(self, position: int) -> None:
        """Work out the doses of a week in the order in which its sessions come."""
        week = self.turns[position]
        earlier: dict[str, int] = {}
        same: dict[str, tuple[tuple[int, ...], Resolved]] = {}
        done: dict[str, list[Turn]] = {id: list(turns) for id, turns in week.items()}  # noqa: A001
        for session, index in _in_order(week):
            turn = week[session][index]
            doses: dict[str, Resolved] = {}
            for task, around in tasks_of(turn.bracket):
                if task.exercise is None:
                    continue
                count = earlier.get(task.exercise.id, 0)
                doses[task.key] = self._dose_of(task, task.exercise, turn.moment, count, same)
                earlier[task.exercise.id] = count + 1
                self._check_rounds(doses[task.key], around)
            done[session][index] = replace(turn, doses=doses)
        self.turns[position] = {id: tuple(turns) for id, turns in done.items()}  # noqa: A001

    def _dose_of(
        self,
        task: Task,
        exercise: Exercise,
        moment: Moment,
        earlier: int,
        same: dict[str, tuple[tuple[int, ...], Resolved]],
    ) -> Resolved:
        """The dose of a task; what does not vary inside a week is worked out once."""
        mark = tuple(id(layer.parts) for layer in task.layers)
        known = same.get(task.key)
        if known is not None and known[0] == mark and not any(self._varies(layer.parts) for layer in task.layers):
            return known[1]
        then = replace(moment, times=tuple(self.times[exercise.id]), earlier=earlier)
        dose = self.dose(task.layers, then, exercise)
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
        return dose_at(layers, moment, self.problems, exercise.counts, self.plan.plates, best)

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
    if isinstance(value, Table):
        return value.kind in ("weekday", "time") or any(map(varies_in_week, _below(value)))
    if isinstance(value, OneEach):
        return any(map(varies_in_week, value.values))
    if isinstance(value, Steps):
        return value.beat in ("session", "day")
    if isinstance(value, Parts):
        return any(varies_in_week(getattr(value, f.name)) for f in fields(value))
    if isinstance(value, tuple):
        return any(map(varies_in_week, value))
    inner = getattr(value, "value", None)
    return isinstance(inner, Parts) and varies_in_week(inner)


def _below(table: Table[object]) -> Iterator[object]:
    yield from (row for _, row in table.rows)
    yield table.otherwise
