"""Moments of a plan, and which row of a table, which value of a list, which place of a walk holds at one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Generic, TypeVar

from planbuilder.model.change import Change, Fixed, Key, KeyKind, OneEach, Steps, Table, Walk
from planbuilder.problems import Place, Problem, error
from planbuilder.records import record

T = TypeVar("T")

NOTHING_SAID = "Nothing is said here for {now}."

Weeks = tuple[int, ...]


@record
class Calendar:
    """The weeks (or days, or stages) of a plan as table keys see them; one entry a position, counted from 0.

    `numbers`: what a week key means there (begins again in each cycle); `cycles`: the cycle's number, empty without
    cycles; `phases`: positions by phase name; `stages`: the stage's name. `open`: the last week goes on.
    No numbers: no weeks at all. `unit` is what a position is; a step "a week" in a plan of days is seven positions.
    """

    numbers: tuple[int, ...] = ()
    cycles: tuple[int, ...] = ()
    phases: Mapping[str, Weeks] = field(default_factory=dict)
    stages: tuple[str, ...] = ()
    open: bool = False
    unit: str = "week"


@record
class Moment:
    """One time an exercise is done. `position` counts from 0, `nth` (in the week) from 1; `weekday` is "mon" to "sun".

    `day` counts the days from the first day of the plan. `times` (one a position) is how often the exercise is done in
    each week, `earlier` how often before this moment in this week: for steps "a session".
    """

    calendar: Calendar = Calendar()
    position: int = 0
    weekday: str = ""
    nth: int = 1
    level: str = ""
    day: int = 0
    times: tuple[int, ...] = ()
    earlier: int = 0

    @property
    def number(self) -> int | None:
        """What a week key means now; None where no weeks are."""
        numbers = self.calendar.numbers
        return numbers[self.position] if self.position < len(numbers) else None

    @property
    def cycle(self) -> int:
        """The number of the cycle, 1 without cycles."""
        cycles = self.calendar.cycles
        return cycles[self.position] if self.position < len(cycles) else 1


def holds(key: Key, moment: Moment) -> bool:
    """Whether the key of a table (or a condition of `only`) holds at a moment."""
    if key.kind == "week":
        return moment.number is not None and key.counts(moment.number)
    if key.kind == "cycle":
        return key.counts(moment.cycle)
    if key.kind == "time":
        return key.counts(moment.nth)
    if key.kind == "phase":
        phases = moment.calendar.phases
        return any(moment.position in phases.get(name, ()) for name in key.names)
    return _name_now(key.kind, moment) in key.names


def _name_now(kind: KeyKind, moment: Moment) -> str:
    if kind == "stage":
        stages = moment.calendar.stages
        return stages[moment.position] if moment.position < len(stages) else ""
    return moment.level if kind == "level" else moment.weekday


def weeks_of(key: Key, moment: Moment) -> Weeks | None:
    """The positions that a week, phase or stage key covers, in the cycle of the moment; None for other kinds."""
    calendar = moment.calendar
    if key.kind == "week":
        found = tuple(p for p, number in enumerate(calendar.numbers) if key.counts(number))
    elif key.kind == "phase":
        found = tuple(sorted({p for name in key.names for p in calendar.phases.get(name, ())}))
    elif key.kind == "stage":
        found = tuple(p for p, name in enumerate(calendar.stages) if name in key.names)
    else:
        return None
    return _of_cycle(found, moment)


def _of_cycle(weeks: Weeks, moment: Moment) -> Weeks:
    cycles = moment.calendar.cycles
    return tuple(p for p in weeks if cycles[p] == moment.cycle) if cycles else weeks


def all_weeks(moment: Moment) -> Weeks:
    """The positions of all weeks of the plan, or of the cycle of the moment."""
    return _of_cycle(tuple(range(len(moment.calendar.numbers))), moment)


@record
class Settled(Generic[T]):
    """What is left of a change at a moment, and its place: the weeks around it, None for all weeks."""

    leaf: Fixed[T] | Walk[T] | Steps[T]
    weeks: Weeks | None


def settle(change: Change[T], moment: Moment, problems: list[Problem], weeks: Weeks | None = None) -> Settled[T] | None:
    """The part of a change that holds at a moment: no table and no list any more. None where nothing is said."""
    while isinstance(change, (Table, OneEach)):
        if isinstance(change, Table):
            row = _row(change, moment, problems, weeks)
        else:
            row = _turn(change, moment, problems, weeks)
        if row is None:
            return None
        change, weeks = row
    return Settled(change, weeks)


def _row(
    table: Table[T], moment: Moment, problems: list[Problem], weeks: Weeks | None
) -> tuple[Change[T], Weeks | None] | None:
    found = [(key, value) for key, value in table.rows if holds(key, moment)]
    if len(found) > 1:
        pattern = '{now} is in "{first}" and in "{other}": which of them counts?'
        first, other = found[0][0], found[1][0]
        problems.append(error(other.place, pattern, now=_now(moment), first=first.text, other=other.text))
        return None
    if found:
        key, value = found[0]
        covered = weeks_of(key, moment)
        return value, weeks if covered is None else covered
    if table.otherwise is not None:
        return table.otherwise, _uncovered(table, moment, weeks)
    if not table.gaps:
        problems.append(_nothing_said(table, moment))
    return None


def _nothing_said(table: Table[T], moment: Moment) -> Problem:
    whose = {"level": moment.level, "weekday": moment.weekday, "time": f"time {moment.nth} in the week"}.get(table.kind)
    if table.kind in ("level", "weekday") and not whose:
        pattern, hint = "Which row of this table counts is not known here.", "add a row: else: ..."
    else:
        pattern, hint = NOTHING_SAID, "add a row for it, or else: ..."
    week = None if whose or moment.calendar.cycles else moment.number
    return error(table.place, pattern, hint, now=whose or _now(moment), week=week, unit=moment.calendar.unit)


def gathered(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same problems, but one for all weeks of a table that nothing is said for."""
    silent: dict[Place | None, list[Problem]] = {}
    for problem in problems:
        if problem.pattern == NOTHING_SAID and problem.values["week"] is not None:
            silent.setdefault(problem.place, []).append(problem)
        else:
            yield problem
    for same in silent.values():
        weeks = sorted({int(str(problem.values["week"])) for problem in same})
        now = f"{same[0].values['unit']}s {_in_runs(weeks)}" if len(weeks) > 1 else same[0].values["now"]
        hint = "add a row for them, or else: ..." if len(weeks) > 1 else same[0].hint
        yield replace(same[0], values={**same[0].values, "now": now}, hint=hint)


def _in_runs(numbers: Sequence[int]) -> str:
    """Numbers in runs as a table would say them: 2-5, 8."""
    starts = [n for n in numbers if n - 1 not in numbers]
    ends = [n for n in numbers if n + 1 not in numbers]
    return ", ".join(f"{a}-{b}" if a < b else str(a) for a, b in zip(starts, ends, strict=True))


def _uncovered(table: Table[T], moment: Moment, weeks: Weeks | None) -> Weeks | None:
    """The weeks that `else` stands for: those around it that no row covers."""
    covered: set[int] = set()
    for key, _ in table.rows:
        positions = weeks_of(key, moment)
        if positions is None:
            return weeks
        covered |= set(positions)
    return tuple(p for p in (all_weeks(moment) if weeks is None else weeks) if p not in covered)


def _turn(
    values: OneEach[T], moment: Moment, problems: list[Problem], weeks: Weeks | None
) -> tuple[Change[T], Weeks | None] | None:
    place = all_weeks(moment) if weeks is None else weeks
    count, here = len(values.values), (moment.position,)
    if count == len(place) and moment.position in place:
        return values.values[place.index(moment.position)], here
    if weeks is None and moment.calendar.cycles and count == len(moment.calendar.numbers):
        return values.values[moment.position], here
    unit = moment.calendar.unit or "week"
    if not place:
        pattern, hint = (
            "A list is one value a week, and this plan has no weeks.",
            "write one value, or add weeks: {count}",
        )
    else:
        pattern = "This list has {count} values for {weeks} {unit}s."
        hint = "write one value a {unit}, or a table: {{1-2: ..., 3+: ...}}"
    problems.append(error(values.place, pattern, hint, count=count, weeks=len(place), unit=unit))
    return None


def _now(moment: Moment) -> str:
    unit = moment.calendar.unit or "week"
    if moment.number is None:
        return "a plan without weeks"
    cycle = f" of cycle {moment.cycle}" if moment.calendar.cycles else ""
    return f"{unit} {moment.number}{cycle}"


def value_at(change: Change[T], moment: Moment, problems: list[Problem], weeks: Weeks | None = None) -> T | None:
    """The value of a change at a moment, for values that neither walk nor step. `weeks`: its place if not all weeks."""
    settled = settle(change, moment, problems, weeks)
    if settled is None:
        return None
    leaf = settled.leaf
    if isinstance(leaf, Fixed):
        return leaf.value
    return leaf.first if isinstance(leaf, Walk) else leaf.start
