"""A plan's calendar: which weeks there are and when, which of them are wanted, on which days a session is done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from planbuilder.model.change import Key
from planbuilder.model.choices import Choices
from planbuilder.model.plan import Days, Plan, Running, Schedule, Session
from planbuilder.problems import Place, Problem, error, nearest
from planbuilder.records import record
from planbuilder.resolve.progression import Calendar, Moment, holds, quantity_at, value_at

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_TIMES = 28
EASY = r"(every |each |the )?easy runs?( days?)?"
HARD = r"(every |each |the )?hard runs?( days?)?"
RUNS = r"(every |each |a |the )?(runs?|running)( days?)?"

_NUMBERS = r"(\d{1,4})(?: ?[-–] ?(\d{1,4})|(\+))?"


@record
class Occasion:
    """One time a session is done in its week: `nth` counts from 1, `weekday` is empty where no day is named.

    `turn` is its number among all that take turns in the week; 0 where none do.
    """

    nth: int
    weekday: str = ""
    date: date | None = None
    turn: int = 0


@record
class Year:
    """The weeks of a plan with their dates: `starts` has the first day of each, empty where nothing is dated."""

    calendar: Calendar
    starts: tuple[date, ...] = ()

    @property
    def count(self) -> int:
        """How many cards deep the plan is; a plan without weeks has one."""
        return max(1, len(self.calendar.numbers))

    def moment(self, position: int, level: str = "") -> Moment:
        """The moment a week begins."""
        return Moment(self.calendar, position, level=level, day=position * self.days_each)

    @property
    def days_each(self) -> int:
        """How many days a position has."""
        return 1 if self.calendar.unit == "day" else 7

    def date_of(self, position: int, weekday: str) -> date | None:
        """The date of a weekday in a week; None where nothing is dated."""
        if not self.starts:
            return None
        start = self.starts[position]
        return start + timedelta((WEEKDAYS.index(weekday) - start.weekday()) % 7)

    def shown(self, position: int) -> str:
        """The number of a week as printed and asked for; weeks count on through the cycles."""
        numbers = self.calendar.numbers
        if not numbers:
            return ""
        number = numbers[position] if not self.calendar.cycles else position + numbers[0]
        return f"{number}+" if self.calendar.open and position == len(numbers) - 1 else str(number)


def year_of(plan: Plan, choices: Choices) -> Year:
    """The weeks of a plan, dated from its start, or back from its race."""
    calendar = calendar_of(plan)
    first = _first_day(plan, choices, max(1, len(calendar.numbers)))
    if first is None or calendar.unit == "stage":
        return Year(calendar)
    days = 1 if calendar.unit == "day" else 7
    try:
        return Year(calendar, tuple(first + timedelta(days * k) for k in range(max(1, len(calendar.numbers)))))
    except OverflowError:
        return Year(calendar)


def calendar_of(plan: Plan) -> Calendar:
    """The weeks (or days, or stages) of a plan as keys of tables see them."""
    span = plan.span
    if not span.unit:
        return Calendar()
    once = tuple(range(span.first, span.last + 1))
    cycles = tuple(cycle for cycle in range(1, span.cycles + 1) for _ in once) if span.cycles > 1 else ()
    numbers = once * span.cycles
    phases = {
        phase.name.text: tuple(p for p, number in enumerate(numbers) if phase.weeks.counts(number))
        for phase in plan.phases
    }
    stages = tuple(stage.name.text for stage in plan.named_stages)
    return Calendar(numbers, cycles, phases, stages, span.open, span.unit)


def _first_day(plan: Plan, choices: Choices, count: int) -> date | None:
    if choices.start:
        return choices.start
    if plan.start or not plan.race:
        return plan.start
    day = plan.race.date
    if plan.span.unit == "day":
        return day - timedelta(count - 1)
    return day - timedelta(day.weekday() + 7 * (count - 1))


def chosen_weeks(year: Year, choices: Choices) -> tuple[tuple[int, ...], tuple[Problem, ...]]:
    """The positions that were asked for, in order; all of them where nothing was."""
    if choices.weeks is None:
        return tuple(range(year.count)), ()
    found: set[int] = set()
    problems: list[Problem] = []
    asked = [word.strip() for word in re.split(r"[,;]", choices.weeks) if word.strip()]
    for word in asked:
        positions = _asked(word, year)
        if positions:
            found.update(positions)
        else:
            problems.append(_no_such_week(word, year))
    if not asked:
        problems.append(_no_such_week(choices.weeks, year))
    return tuple(sorted(found)), tuple(problems)


def _asked(word: str, year: Year) -> tuple[int, ...]:
    """The positions of a number, a range or a name."""
    number = re.fullmatch(_NUMBERS, word)
    every = range(len(year.calendar.numbers))
    if number:
        first, last = int(number[1]), int(number[2] or number[1])
        shown = [int(year.shown(p).rstrip("+")) for p in every]
        if first not in shown or (number[2] and last not in shown):
            return ()
        return tuple(p for p in every if shown[p] >= first and (number[3] or shown[p] <= last))
    name = word.lower()
    cycle = re.fullmatch(r"cycle (\d{1,4})", name)
    if cycle:
        return tuple(p for p, number in enumerate(year.calendar.cycles) if number == int(cycle[1]))
    for phase, positions in year.calendar.phases.items():
        if phase.lower() == name:
            return positions
    return tuple(p for p, stage in enumerate(year.calendar.stages) if stage.lower() == name)


def _no_such_week(word: str, year: Year) -> Problem:
    unit = year.calendar.unit
    names = (*year.calendar.phases, *dict.fromkeys(year.calendar.stages))
    if not year.calendar.numbers:
        return error(None, 'This plan has no weeks to choose "{word}" from.', "leave --weeks out", word=word)
    near = nearest(word, names)
    first, last = year.shown(0), year.shown(year.count - 1)
    hint = "it has {unit}s {first} to {last}" + (" and {names}" if names else "")
    if near:
        hint = "did you mean {near}?"
    values = {"unit": unit, "word": word, "first": first, "last": last, "names": ", ".join(names), "near": near}
    return error(None, 'This plan has no {unit} "{word}".', hint, **values)


def occasions(
    session: Session, plan: Plan, year: Year, moment: Moment, problems: list[Problem]
) -> tuple[Occasion, ...]:
    """The times a session is done in the week of a moment, in order; none where `only` leaves it out."""
    if plan.rotate:
        found = _in_rotation(session, plan, year, moment, problems)
    else:
        found = _scheduled(session.schedule, session.before or session.after, plan.running, year, moment, problems)
    return tuple(one for one in found if admits(session.group.only, at(moment, one)))


def at(moment: Moment, occasion: Occasion) -> Moment:
    """The moment of an occasion in the week of a moment."""
    offset = WEEKDAYS.index(occasion.weekday) if occasion.weekday and moment.calendar.unit != "day" else 0
    return replace(moment, weekday=occasion.weekday, nth=occasion.nth, day=moment.day + offset)


def admits(only: Iterable[Key], moment: Moment) -> bool:
    """Whether conditions hold: of one kind any, of several kinds each."""
    kinds: dict[str, bool] = {}
    for key in only:
        kinds[key.kind] = kinds.get(key.kind, False) or holds(key, moment)
    return all(kinds.values())


def _in_rotation(
    session: Session, plan: Plan, year: Year, moment: Moment, problems: list[Problem]
) -> tuple[Occasion, ...]:
    """The turns of a session: the sessions follow each other through all the days of all the weeks."""
    names = [word.text for word in plan.rotate]
    if session.name not in names:
        return _scheduled(session.schedule, "", plan.running, year, moment, problems)
    turn = 0
    found: tuple[Occasion, ...] = ()
    for position in range(moment.position + 1):
        week = year.moment(position, moment.level)
        found = _scheduled(plan.schedule, "", plan.running, year, week, problems)
        turn += len(found)
    turn -= len(found)
    mine = [one for k, one in enumerate(found) if names[(turn + k) % len(names)] == session.name]
    return tuple(replace(one, nth=nth, turn=one.nth) for nth, one in enumerate(mine, 1))


def _scheduled(
    schedule: Schedule, beside: str, running: Running | None, year: Year, moment: Moment, problems: list[Problem]
) -> tuple[Occasion, ...]:
    """The occasions of days, of times, or of the runs that a session is done beside; else one."""
    days = value_at(schedule.days, moment, problems) if schedule.days else None
    if days is None and beside:
        days = run_days(beside, running)
    if days:
        return tuple(_on_days(days, schedule.days.place if schedule.days else None, year, moment, problems))
    times = quantity_at(schedule.times, moment, problems) if schedule.times else None
    count = 1
    if times and times.values:
        value = times.values[0]
        count = int(value.high or value.low) + (1 if value.plus else 0)
    if count > MOST_TIMES and schedule.times:
        pattern = "{count} times a week are more than {most}."
        hint = "for times a day write times-a-day"
        problems.append(error(schedule.times.place, pattern, hint, count=count, most=MOST_TIMES))
    return tuple(Occasion(nth) for nth in range(1, min(count, MOST_TIMES) + 1))


def run_days(beside: str, running: Running | None) -> Days | None:
    """The days of the runs that `before` or `after` speaks of; None where it speaks of something else."""
    if running is None:
        return None
    words = beside.strip().lower()
    if re.fullmatch(RUNS, words):
        return running.days
    if re.fullmatch(EASY, words):
        return Days(tuple(day for day in running.days.weekdays if day not in running.hard.weekdays))
    return running.hard if re.fullmatch(HARD, words) else None


def _on_days(
    days: Days, place: Place | None, year: Year, moment: Moment, problems: list[Problem]
) -> Iterator[Occasion]:
    if moment.calendar.unit == "day":
        yield from _on_one_day(days, place, year, moment, problems)
        return
    wanted = days.weekdays
    if days.apart and moment.calendar.unit == "stage":
        most = ceil(len(WEEKDAYS) / days.apart)
        yield from (Occasion(nth) for nth in range(1, most + 1))  # no stage knows which days it has
        return
    if days.apart:
        gone = moment.position * len(WEEKDAYS)
        wanted = tuple(day for k, day in enumerate(_week_from(year, moment)) if (gone + k) % days.apart == 0)
    in_order = [day for day in _week_from(year, moment) if day in wanted]
    for nth, day in enumerate(in_order, 1):
        yield Occasion(nth, day, year.date_of(moment.position, day))


def _week_from(year: Year, moment: Moment) -> tuple[str, ...]:
    """The days of the week in the order in which they come: from Monday, or from the first day of a dated plan."""
    first = year.starts[moment.position].weekday() if year.starts else 0
    return WEEKDAYS[first:] + WEEKDAYS[:first]


def _on_one_day(
    days: Days, place: Place | None, year: Year, moment: Moment, problems: list[Problem]
) -> Iterator[Occasion]:
    """The occasion, if any, on one day of a plan that counts days."""
    if days.apart:
        if moment.position % days.apart == 0:
            yield Occasion(1)
        return
    if len(days.weekdays) == len(WEEKDAYS):
        yield Occasion(1)
        return
    if not year.starts:
        pattern, hint = (
            "A plan that counts days has no weekdays until it has a start.",
            "write start: 2027-03-01 as well",
        )
        problems.append(error(place, pattern, hint))
        return
    weekday = WEEKDAYS[year.starts[moment.position].weekday()]
    if weekday in days.weekdays:
        yield Occasion(1, weekday)


def collisions(session: Session, plan: Plan, running: Running, found: Iterable[Occasion]) -> tuple[Problem, ...]:
    """What is wrong with the days of a session of strength: hard runs, and the day before each, are kept free."""
    days = _schedule_of(session, plan).days
    if session.before or session.after or days is None:
        return ()
    place, problems = days.place, []
    name = session.name or "This session"
    free = [day for day in WEEKDAYS if not _blocks(day, running)]
    for one in found:
        blocked = _blocks(one.weekday, running) if one.weekday else ""
        if blocked:
            pattern = "{name} falls on {day}, and {blocked} is a hard run."
            hint = "free for strength: {free}" if free else "leave a day between the hard runs"
            values = {
                "name": name,
                "day": _named(one.weekday),
                "blocked": blocked,
                "free": ", ".join(map(_named, free)),
            }
            problems.append(error(place, pattern, hint, **values))
    return tuple(problems)


def _blocks(day: str, running: Running) -> str:
    """Why strength is kept off a day, in words; empty where it is not."""
    if day in running.hard.weekdays:
        return "that"
    after = WEEKDAYS[(WEEKDAYS.index(day) + 1) % 7]
    return f"the day after, {_named(after)}," if after in running.hard.weekdays else ""


def kept_free(session: Session, running: Running) -> tuple[str, ...]:
    """The days that a session of strength without days of its own is to be kept off."""
    if session.before or session.after or session.schedule.times is None:
        return ()
    return tuple(day for day in WEEKDAYS if _blocks(day, running))


def too_many(session: Session, plan: Plan, running: Running, count: int) -> Problem | None:
    """The problem of a session that is to be done more often than there are days free for it."""
    times = _schedule_of(session, plan).times
    if session.before or session.after or times is None:
        return None
    free = [_named(day) for day in WEEKDAYS if not _blocks(day, running)]
    if count <= len(free):
        return None
    pattern = "{name} is done {count} times a week, and the hard runs ({hard}) leave {free} for it."
    values = {
        "name": session.name or "This session",
        "count": count,
        "hard": ", ".join(map(_named, running.hard.weekdays)),
        "free": f"only {', '.join(free)}" if free else "no day",
    }
    return error(times.place, pattern, "do it less often, or run hard on fewer days", **values)


def _schedule_of(session: Session, plan: Plan) -> Schedule:
    """The session's own, or the plan's where it takes turns."""
    return plan.schedule if session.name in [word.text for word in plan.rotate] else session.schedule


def _named(day: str) -> str:
    return day.capitalize()
