"""Numbers that walk, step and shrink by percent, rounded as a coach would write them. Exact numbers in and out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from planbuilder.model.dose import Plates, Quantity, Value, adds_weight, unit_of

HALF = Fraction(1, 2)
TIME_STEPS = ((10, 1), (120, 5), (300, 15), (600, 30), (3600, 60))
LONGEST_STEP = 300


def round_to(number: Fraction, step: Fraction) -> Fraction:
    """The nearest multiple of a step, halves up."""
    return (number / step + HALF).__floor__() * step


def step_of(unit: str, number: Fraction, halves: bool, plates: Plates) -> Fraction:
    """What a number of a unit is rounded to; `halves`: the numbers written are no whole ones."""
    found = unit_of(unit)
    if unit in ("kg", "lb"):
        return plates.kg if unit == "kg" else plates.lb
    if found.kind == "time":
        seconds = number * found.size
        return next((Fraction(step) for end, step in TIME_STEPS if seconds < end), Fraction(LONGEST_STEP)) / found.size
    if found.clock:
        return Fraction(5)
    if found.kind == "distance":
        if halves or unit in ("km", "mi"):
            return HALF
        return Fraction(5 if number < 100 else 10)
    return HALF if halves else Fraction(1)


def has_halves(values: Sequence[Value]) -> bool:
    """Whether a number written is no whole one."""
    return any(n.denominator != 1 for v in values for n in (v.low, v.high) if n is not None)


def tidy(value: Value) -> Value:
    """Minutes and hours that are no whole ones as a clock shows them; a range of one number as this number."""
    if value.high is not None and value.high <= value.low:
        value = replace(value, high=None)
    if value.unit in ("min", "h") and has_halves([value]):
        return in_unit(value, "clock")
    return value


def in_unit(value: Value, unit: str) -> Value:
    """The same time or distance in another unit."""
    if value.unit == unit:
        return value
    by = unit_of(value.unit).size / unit_of(unit).size
    return replace(value, low=value.low * by, high=None if value.high is None else value.high * by, unit=unit)


def rounded(value: Value, halves: bool, plates: Plates) -> Value:
    """A value with its numbers rounded, never below nought."""
    numbers = [
        max(Fraction(0), round_to(n, step_of(value.unit, n, halves, plates)))
        for n in (value.low, value.high)
        if n is not None
    ]
    return tidy(replace(value, low=numbers[0], high=numbers[1] if len(numbers) > 1 else None))


def between(first: Value, last: Value, share: Fraction, plates: Plates) -> Value:
    """A value part of the way from the first to the last, rounded but never past either end."""
    halves = has_halves([first, last])
    unit = _middle_unit(first, last, share)
    a, b = in_unit(first, unit), in_unit(last, unit)
    if first.high is None and last.high is None:
        return tidy(replace(a, low=_between(a.low, b.low, share, unit, halves, plates)))
    low = _between(a.low, b.low, share, unit, halves, plates)
    high = _between(a.high or a.low, b.high or b.low, share, unit, halves, plates)
    return tidy(replace(a, low=low, high=high))


def _between(a: Fraction, b: Fraction, share: Fraction, unit: str, halves: bool, plates: Plates) -> Fraction:
    number = a + (b - a) * share
    step = step_of(unit, number, halves, plates)
    return min(max(round_to(number, step), min(a, b)), max(a, b))


def _middle_unit(first: Value, last: Value, share: Fraction) -> str:
    """The unit between two ends: theirs, else the one in which the number reads best."""
    if first.unit == last.unit:
        return first.unit
    a, b = unit_of(first.unit), unit_of(last.unit)
    small, large = (a, b) if a.size <= b.size else (b, a)
    base = first.low * a.size * (1 - share) + last.low * b.size * share
    if a.kind == "time":
        if "clock" in (first.unit, last.unit):
            return "clock"
        return small.name if base < large.size else ("min" if large.name == "min" else "clock")
    return small.name if base < large.size else large.name


def walked(first: Quantity, last: Quantity, index: int, count: int, plates: Plates) -> Quantity:
    """The quantity of week `index` of `count`: both ends are exactly as written."""
    if index <= 0 or count < 2:
        return first
    if index >= count - 1:
        return last
    share = Fraction(index, count - 1)
    pairs = zip(first.values, last.values, strict=True)
    return replace(first, values=tuple(between(a, b, share, plates) for a, b in pairs))


def scaled(quantity: Quantity, factor: Fraction, plates: Plates) -> Quantity:
    """A quantity times a factor, rounded; what is no number stays."""
    return replace(quantity, values=tuple(_scaled(value, factor, plates) for value in quantity.values))


def _scaled(value: Value, factor: Fraction, plates: Plates) -> Value:
    if value.form != "number":
        return value
    high = None if value.high is None else value.high * factor
    return rounded(replace(value, low=value.low * factor, high=high), has_halves([value]), plates)


def shifted(quantity: Quantity, step: Value, times: int, least: int = 0) -> Quantity | None:
    """A quantity with a step added so many times, exact, never below `least`; None where the units do not add up."""
    if quantity.base and not quantity.values:
        return replace(quantity, values=(replace(step, low=step.low * times),)) if times else quantity
    if adds_weight(quantity, step):
        before = quantity.added.low if quantity.added else 0
        return replace(quantity, added=replace(step, low=before + step.low * times))
    found: list[Value] = []
    for value in quantity.values:
        moved = _shifted(value, step, times, None if quantity.base else Fraction(least))
        if moved is None:
            return None
        found.append(moved)
    return replace(quantity, values=tuple(found))


def _shifted(value: Value, step: Value, times: int, least: Fraction | None) -> Value | None:
    if value.form != "number":
        return value
    by = step.low * times
    if step.unit and step.unit != value.unit:
        mine, its = unit_of(value.unit), unit_of(step.unit)
        if not mine.size or not its.size or mine.kind != its.kind:
            return None
        by = by * its.size / mine.size
    low, high = value.low + by, None if value.high is None else value.high + by
    if least is not None:
        low, high = max(least, low), None if high is None else max(least, high)
    return tidy(replace(value, low=low, high=high))


def limited(quantity: Quantity, limit: Quantity, down: bool) -> Quantity:
    """A quantity that goes no further than a limit."""
    limits = limit.values if len(limit.values) == len(quantity.values) else limit.values[:1] * len(quantity.values)
    pairs = zip(quantity.values, limits, strict=True)
    return replace(quantity, values=tuple(_limited(value, end, down) for value, end in pairs))


def _limited(value: Value, end: Value, down: bool) -> Value:
    size, end_size = unit_of(value.unit).size or 1, unit_of(end.unit).size or 1
    past = value.low * size <= end.low * end_size if down else value.low * size >= end.low * end_size
    if past:
        return replace(end, bound=value.bound, scope=value.scope, plus=value.plus)
    end_high = (end.high or end.low) * end_size / size
    high = value.high
    if high is not None and not down:
        high = min(high, end_high)
    return tidy(replace(value, high=high))
