"""Layers of a dose as they are at one moment: what walks, steps or stands in a table becomes the value of that day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from planbuilder.model.change import Change, Fixed
from planbuilder.model.dose import Layer, Parts, Plates, Quantity
from planbuilder.problems import Place, Problem
from planbuilder.resolve.moments import settle
from planbuilder.resolve.progression import Moment, Weeks, quantity_at, value_at
from planbuilder.resolve.rounding import scaled, shifted

AMOUNTS = ("amount", "reps", "time", "distance", "hold")
QUANTITIES = (
    "sets", *AMOUNTS, "load", "effort", "every", "rest", "rest_reps", "rest_after", "times_a_day",
)  # fmt: skip
WORDED = ("side", "tempo", "note")
NO_AMOUNT: dict[str, Any] = dict.fromkeys(AMOUNTS)


def fixed_at(parts: Parts, moment: Moment, weeks: Weeks | None, plates: Plates) -> Parts:
    """The parts at a moment, each with the place of what holds now; a line that changed lies below the other parts."""
    unsaid: list[Problem] = []
    below: Change[Parts] | None = None
    if parts.dose is not None:
        settled = settle(parts.dose, moment, unsaid, weeks)
        if settled is not None and isinstance(settled.leaf, Fixed):
            below = Fixed(None, fixed_at(settled.leaf.value, moment, settled.weeks, plates))
    found: dict[str, Any] = {}
    for name in QUANTITIES:
        change: Change[Quantity] | None = getattr(parts, name)
        if change is not None:
            value = quantity_at(change, moment, unsaid, weeks, plates)
            found[name] = None if value is None else Fixed(_place(change, moment, weeks), value)
    for name in WORDED:
        words = getattr(parts, name)
        if words is not None:
            said = value_at(words, moment, unsaid, weeks)
            found[name] = None if said is None else Fixed(_place(words, moment, weeks), said)
    others = tuple(fixed_at(other, moment, weeks, plates) for other in parts.further)
    return Parts(parts.place, parts.nothing, below, link=parts.link, further=others, **found)


def _place(change: Change[Any], moment: Moment, weeks: Weeks | None) -> Place | None:
    """Where the value that holds now is written: its row of a table, its item of a list."""
    settled = settle(change, moment, [], weeks)
    return settled.leaf.place if settled is not None else change.place


def general_at(layers: Iterable[Layer], moment: Moment, plates: Plates) -> Parts:
    """What defaults and phases say of all doses but the amount, as one layer; what phases add comes last."""
    whole = Parts()
    later: list[Parts] = []
    for layer in layers:
        parts = _without_amount(flat(fixed_at(layer.parts, moment, layer.weeks, plates), plates))
        if layer.origin == "phase":
            later.append(only(parts, relative=True))
            parts = only(parts, relative=False)
        whole = _laid_on(whole, parts, plates)
    for parts in later:
        whole = _laid_on(whole, parts, plates)
    return whole


def _without_amount(parts: Parts) -> Parts:
    return replace(parts, nothing=False, further=(), **NO_AMOUNT)


def only(parts: Parts, relative: bool) -> Parts:
    """The parts that add and take away, or the others; what has a line below it is made flat before."""
    kept = {name: getattr(parts, name) for name in QUANTITIES if _is_relative(getattr(parts, name)) == relative}
    words = {name: getattr(parts, name) for name in WORDED if not relative}
    if relative:
        return Parts(parts.place, **kept, **words)
    return Parts(parts.place, parts.nothing, further=parts.further, **kept, **words)


def _is_relative(change: Change[Quantity] | None) -> bool:
    return isinstance(change, Fixed) and change.value.relative


def flat(parts: Parts, plates: Plates) -> Parts:
    """The parts with the line below them put in, where they leave room for it."""
    if not isinstance(parts.dose, Fixed):
        return parts
    return _laid_on(flat(parts.dose.value, plates), replace(parts, dose=None), plates)


def _laid_on(below: Parts, parts: Parts, plates: Plates) -> Parts:
    """One layer on another as one; what is added to a number below becomes that number and more."""
    said: dict[str, Any] = {}
    if parts.amounts:
        below = replace(below, further=parts.further, **NO_AMOUNT)
    for name in (*QUANTITIES, *WORDED):
        upper, lower = getattr(parts, name), getattr(below, name)
        if isinstance(upper, Fixed) and isinstance(lower, Fixed) and name in QUANTITIES and upper.value.relative:
            upper = Fixed(upper.place, _added(lower.value, upper.value, name == "sets", plates))
        if upper is not None:
            said[name] = upper
    return replace(below, **said)


def _added(below: Quantity, change: Quantity, sets: bool, plates: Plates) -> Quantity:
    """A quantity with another one added to it; words, and what does not add up, stay as they are."""
    if not below.values:
        return below
    step = change.values[0]
    if step.unit == "%" and not below.relative:
        return scaled(below, 1 + step.low / 100, plates)
    found = shifted(below, step, 1, least=-999 if below.relative else 0) or below
    if sets and not below.relative:
        return replace(found, values=tuple(replace(v, low=max(Fraction(1), v.low)) for v in found.values))
    return found
