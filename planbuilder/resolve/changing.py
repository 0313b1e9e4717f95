"""Quantities as written and a moment to that moment's exact numbers: walks, steps, lists, tables."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction

from planbuilder.model.change import Change, Fixed, Steps, Walk
from planbuilder.model.dose import Plates, Quantity
from planbuilder.problems import Problem, error, warning
from planbuilder.resolve.moments import Moment, Weeks, all_weeks, settle
from planbuilder.resolve.rounding import limited, scaled, shifted, walked

PLATES = Plates()
MOST_PERCENT_STEPS = 400


def quantity_at(
    change: Change[Quantity],
    moment: Moment,
    problems: list[Problem],
    weeks: Weeks | None = None,
    plates: Plates = PLATES,
) -> Quantity | None:
    """The quantity of a change at a moment, rounded as the grammar says; also for `rounds`, `for`, `times`, `max`."""
    settled = settle(change, moment, problems, weeks)
    if settled is None:
        return None
    leaf = settled.leaf
    if isinstance(leaf, Fixed):
        return leaf.value
    if isinstance(leaf, Walk):
        return _walk_at(leaf, moment, problems, settled.weeks, plates)
    return _steps_at(leaf, moment, problems, settled.weeks, plates)


def _walk_at(
    walk: Walk[Quantity], moment: Moment, problems: list[Problem], weeks: Weeks | None, plates: Plates
) -> Quantity | None:
    place = all_weeks(moment) if weeks is None else weeks
    calendar = moment.calendar
    endless = calendar.open and place == (len(calendar.numbers) - 1,)
    if not place or endless:
        pattern = "This goes from one value to another, but no last {unit} says when it gets there."
        hint = "for a range write {low}-{high}"
        low, high = walk.first.values[0].low, walk.last.values[-1].high or walk.last.values[-1].low
        shown = {"low": _plain(low), "high": _plain(high), "unit": calendar.unit or "week"}
        problems.append(error(walk.place, pattern, hint, **shown))
        return walk.first
    if len(place) == 1 and walk.first != walk.last:
        pattern = "This goes from one value to another, but has one {unit} for it: only the first is printed."
        hint = "for a range write {low}-{high}, else leave the second out"
        low, high = walk.first.values[0].low, walk.last.values[-1].high or walk.last.values[-1].low
        shown = {"low": _plain(low), "high": _plain(high), "unit": calendar.unit or "week"}
        problems.append(warning(walk.place, pattern, hint, **shown))
    return walked(walk.first, walk.last, bisect_left(place, moment.position), len(place), plates)


def _plain(number: Fraction) -> str:
    return f"{float(number):g}"


def _steps_at(
    steps: Steps[Quantity], moment: Moment, problems: list[Problem], weeks: Weeks | None, plates: Plates
) -> Quantity | None:
    step = steps.step.values[0]
    if steps.words:
        return _with_words(steps, steps.words)
    if not moment.calendar.numbers:
        # with no weeks to count, the step is the runner's to make: it is printed
        every = f"every {steps.every} {steps.beat}s" if steps.every > 1 else f"a {steps.beat}"
        return _with_words(steps, every)
    times = beats(steps, moment, weeks) // steps.every
    if not times:
        return steps.start
    sign = -1 if steps.down else 1
    start = steps.start
    if step.unit == "%" and (not start.values or start.values[0].unit != "%"):
        found: Quantity | None = scaled(start, (1 + sign * step.low / 100) ** min(times, MOST_PERCENT_STEPS), plates)
    else:
        found = shifted(start, step, sign * times)
    if found is None:
        problems.append(error(steps.place, "The step and what it is added to have units that do not add up."))
        return start
    return found if steps.limit is None else limited(found, steps.limit, steps.down)


def _with_words(steps: Steps[Quantity], words: str) -> Quantity:
    start = steps.start
    return Quantity(start.values, start.words, start.base, later=steps.step, later_down=steps.down, later_words=words)


def beats(steps: Steps[Quantity], moment: Moment, weeks: Weeks | None) -> int:
    """How many weeks, sessions, days, stages or cycles have gone by since the first week of its place."""
    calendar = moment.calendar
    first = weeks[0] if weeks else 0
    gone = moment.position - first
    if steps.beat == "cycle":
        return moment.cycle - (calendar.cycles[first] if calendar.cycles else 1)
    if steps.beat == "session":
        before = range(first, moment.position) if weeks is None else [p for p in weeks if p < moment.position]
        done = sum(moment.times[p] if p < len(moment.times) else 1 for p in before)
        return done + moment.earlier
    if steps.beat == calendar.unit:
        return gone
    if steps.beat == "week" and calendar.unit == "day":
        return gone // 7
    if steps.beat == "day" and calendar.unit == "week":
        return moment.day - 7 * first
    return 0
