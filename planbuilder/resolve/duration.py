"""How long a resolved dose takes, in seconds: a set, the exercise, and what comes before the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planbuilder.model.dose import PACES, SPEEDS, Quantity, Resolved, Value, unit_of

SECONDS_A_REP = 3.0
SECONDS_OF_WORDS = 60.0
SECONDS_A_METRE = 0.36
REPS_OF_MAX = 15.0
AFTER_EACH_HOLD = 2.0
REST_UNSAID = 30.0
LONGEST_HOLD = 10.0
CHANGE_OVER = 15.0
ANY_NOUN = 20.0

SECONDS_OF_NOUNS = {
    noun: seconds
    for seconds, nouns in (
        (SECONDS_A_REP, ("", "reps")),
        (1.0, ("steps", "hops")),
        (2.0, ("taps", "jumps")),
        (3.0, ("strokes", "passes")),
        (4.0, ("breaths", "calories")),
        (5.0, ("throws", "turns")),
        (30.0, ("lengths",)),
        (60.0, ("laps",)),
        (20.0, ("figures of 8", "times")),
    )
    for noun in nouns
}


def sets_of(resolved: Resolved) -> float:
    """How many sets: as many as written (a range counts its middle), one for each per-set number, else one."""
    if resolved.sets is not None and resolved.sets.values:
        return float(resolved.sets.values[0].middle)
    return float(resolved.one_a_set or 1)


def set_seconds(resolved: Resolved, index: int = 0) -> float:
    """One set (of per-set numbers the one of that index), both sides, without the rest after it."""
    if resolved.nothing:
        return 0.0
    sides = resolved.side.times if resolved.side else 1
    amount = resolved.amount
    if amount is None:
        return 0.0
    if amount.words or not amount.values:
        return SECONDS_OF_WORDS
    value = _of_set(amount, index)
    if value.scope == "in total":
        return _value_seconds(value, resolved, index) * sides / max(1.0, sets_of(resolved))
    return _value_seconds(value, resolved, index) * sides + _rests_between_reps(value, resolved)


def _of_set(quantity: Quantity, index: int) -> Value:
    return quantity.values[min(index, len(quantity.values) - 1)]


def _value_seconds(value: Value, resolved: Resolved, index: int) -> float:
    unit = unit_of(value.unit)
    if unit.kind == "time" and value.form == "number":
        return float(value.middle * unit.size)
    if unit.kind == "distance" and value.form == "number":
        return _distance_seconds(float(value.middle * unit.size) / 1000, (resolved.effort, resolved.pace), index)
    if value.form in ("max", "blank") and resolved.counts != "reps":
        return SECONDS_OF_WORDS
    return _reps(value) * _rep_seconds(value, resolved, index)


def _reps(value: Value) -> float:
    if value.form in ("max", "blank"):
        return REPS_OF_MAX
    return float(value.middle) + REPS_OF_MAX * value.bites.count(0)


def _rep_seconds(value: Value, resolved: Resolved, index: int) -> float:
    """One rep: with a hold, by its tempo, or by what is counted."""
    if resolved.hold is not None and resolved.hold.values:
        hold = _of_set(resolved.hold, index)
        return float(hold.middle * unit_of(hold.unit).size) + AFTER_EACH_HOLD
    if resolved.tempo is not None and resolved.tempo.beats:
        return float(sum(1 if beat == "X" else int(beat) for beat in resolved.tempo.beats))
    if unit_of(value.unit).kind != "count":
        return SECONDS_A_REP
    return SECONDS_OF_NOUNS.get(value.unit, ANY_NOUN)


def _distance_seconds(metres: float, paces: Sequence[Quantity | None], index: int) -> float:
    """A distance at the first pace or speed, else at that of an easy run."""
    for pace in paces:
        if pace is None or not pace.values:
            continue
        value = _of_set(pace, index)
        middle = float(value.middle)
        if value.unit in PACES and middle:
            return metres / PACES[value.unit] * middle
        if value.unit in SPEEDS and middle:
            return metres / (middle * SPEEDS[value.unit])
    return metres * SECONDS_A_METRE


def _rests_between_reps(value: Value, resolved: Resolved) -> float:
    rest = time_seconds(resolved.rest_reps)
    pieces = len(value.bites) or _reps(value)
    return 0.0 if rest is None or value.kind != "count" else rest * max(0.0, pieces - 1)


def time_seconds(quantity: Quantity | None, index: int = 0) -> float | None:
    """The seconds of a time, of a range its middle; None for words and nothing."""
    if quantity is None or not quantity.values:
        return None
    value = _of_set(quantity, index)
    return float(value.middle * unit_of(value.unit).size) if value.kind == "time" else None


def rest_seconds(resolved: Resolved, rest: Quantity | None, index: int = 0) -> float | None:
    """A rest; in words it lasts as long as a set. None where nothing is said."""
    return set_seconds(resolved, index) if rest is not None and rest.words else span_seconds(rest, index)


def span_seconds(quantity: Quantity | None, index: int = 0) -> float | None:
    """The seconds of a time, or of a distance at an easy pace; None for words and nothing."""
    if quantity is None or not quantity.values or _of_set(quantity, index).kind != "distance":
        return time_seconds(quantity, index)
    value = _of_set(quantity, index)
    return float(value.middle * unit_of(value.unit).size) / 1000 * SECONDS_A_METRE


def exercise_seconds(resolved: Resolved) -> float:
    """All sets and the rests between them, or sets times `every`; with what is done after it."""
    return _own_seconds(resolved) + further_seconds(resolved)


def further_seconds(resolved: Resolved) -> float:
    """The doses that are done after this one, each with the rest before it."""
    total = 0.0
    for before, dose in pairwise(resolved.chain):
        rest = rest_seconds(before, before.rest)
        total += (_unsaid(before) if rest is None else rest) + _own_seconds(dose)
    return total


def _unsaid(resolved: Resolved) -> float:
    """A rest between sets that nobody wrote: ten times five seconds are holds with hardly any."""
    seconds = time_seconds(resolved.amount)
    return AFTER_EACH_HOLD if seconds is not None and seconds <= LONGEST_HOLD else REST_UNSAID


def _own_seconds(resolved: Resolved) -> float:
    if resolved.nothing:
        return 0.0
    count = sets_of(resolved)
    start = time_seconds(resolved.every)
    if start is not None:
        return count * start
    listed = resolved.one_a_set
    whole = [set_seconds(resolved, i) for i in range(listed or 1)]
    rests = [rest_seconds(resolved, resolved.rest, i) for i in range(listed or 1)]
    between = sum(_unsaid(resolved) if rest is None else rest for rest in rests) / len(rests)
    return count * sum(whole) / len(whole) + max(0.0, count - 1) * between


def rest_after(resolved: Resolved) -> float | None:
    """The rest before the next exercise: its `rest-after`, else its rest; None where nothing is said."""
    rests = (rest_seconds(resolved, rest) for rest in (resolved.rest_after, resolved.rest))
    return next((seconds for seconds in rests if seconds is not None), None)


def after_seconds(resolved: Resolved) -> float:
    """What passes before the next exercise: its rest, else a change-over."""
    rest = rest_after(resolved)
    return CHANGE_OVER if rest is None else rest
