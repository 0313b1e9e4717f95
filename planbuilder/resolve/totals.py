"""All sessions of a week added up, in words: how many there are, how long they take, how far the runs go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from planbuilder.model.dose import Quantity, Resolved, Value, unit_of
from planbuilder.model.exercise import Exercise
from planbuilder.model.plan import Session
from planbuilder.resolve.drafts import Turn
from planbuilder.resolve.duration import sets_of
from planbuilder.resolve.progression import quantity_at
from planbuilder.resolve.session_time import session_seconds
from planbuilder.resolve.setlist import Bracket, tasks_of
from planbuilder.resolve.wording import Wording

BETWEEN = " · "
MILE, KILOMETRE = unit_of("mi").size, unit_of("km").size
ON_FOOT = ("running", "walking")
IN_MILES = frozenset(("mi", "yd", "ft"))


def total_words(week: Mapping[str, tuple[Turn, ...]], sessions: Sequence[Session], wording: Wording) -> str:
    """Say it like 3 sessions · about 1 h 20 min · 24 km; nothing for a week of one session, which says so itself."""
    turns = [turn for session in sessions for turn in week[session.id] for _ in range(times_a_day(session, turn))]
    seconds = sum(session_seconds(turn.bracket, turn.doses) for turn in turns)
    if len(turns) < 2 or not seconds:
        return ""
    count = wording.count(len(turns), "sessions")
    if turns[0].moment.calendar.unit == "stage":
        count = f"{count} a week"
    parts = [count, wording.about(seconds)]
    return BETWEEN.join([*parts, *_distance(turns, wording)])


def times_a_day(session: Session, turn: Turn) -> int:
    """How often a session is done on each of its days, once at least."""
    change = session.schedule.times_a_day
    times = quantity_at(change, turn.moment, []) if change is not None else None
    return max(1, int(times.values[0].low)) if times and times.values else 1


def _distance(turns: list[Turn], wording: Wording) -> list[str]:
    """How far all that is run and walked goes together, in whole kilometres or miles; nothing where it is less."""
    total, units = Fraction(0), set()
    for turn in turns:
        for task, around in tasks_of(turn.bracket):
            found = turn.doses.get(task.key)
            for dose in found.chain if found else ():
                if dose.counts == "distance" and dose.amount is not None and _on_foot(task.exercise):
                    total += _length(dose) * _rounds(around)
                    units |= {value.unit for value in dose.amount.values}
    unit, size = ("mi", MILE) if units and units <= IN_MILES else ("km", KILOMETRE)
    whole = round(total / size)
    return [wording.quantity(Quantity((Value(Fraction(whole), unit=unit),)))] if whole else []


def _on_foot(exercise: Exercise | None) -> bool:
    """Whether it is run or walked, as are those of a coach's own that say neither how nor how fast."""
    return exercise is not None and (exercise.position in ON_FOOT or not (exercise.position or exercise.pace))


def _length(dose: Resolved) -> Fraction:
    values = [v for v in (dose.amount.values if dose.amount else ()) if v.form == "number"]
    once = sum((value.middle * unit_of(value.unit).size for value in values), Fraction(0))
    return once if len(values) > 1 else once * Fraction(sets_of(dose))


def _rounds(around: tuple[Bracket, ...]) -> Fraction:
    product = Fraction(1)
    for bracket in around:
        if bracket.rounds and bracket.rounds.moves:
            product *= bracket.rounds.values[0].middle
    return product
