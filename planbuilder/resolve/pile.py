"""The parts of one dose as they lie so far: put there, taken away, added to, weighed, and in the end resolved."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from planbuilder.model.change import Change
from planbuilder.model.dose import NONE, Counts, Parts, Plates, Quantity, Resolved, Side, Tempo, Value
from planbuilder.problems import Place, Problem, error, warning
from planbuilder.resolve.changing import quantity_at
from planbuilder.resolve.moments import Moment, Weeks
from planbuilder.resolve.rounding import round_to, scaled, shifted

AMOUNTS = ("reps", "time", "distance")
LISTED_PARTS = ("amount", "hold", "load", "effort", "rest")
DIFFERENT = "This cannot be added: the units of the two differ."
Later = tuple[str, Quantity, Place | None]


@dataclass(slots=True)
class Pile:
    """The parts as they lie so far, while one layer after the other is put on top."""

    moment: Moment
    problems: list[Problem]
    plates: Plates
    counts: Counts
    nothing: bool = False
    quantities: dict[str, Quantity] = field(default_factory=dict)
    side: Side | None = None
    tempo: Tempo | None = None
    note: str = ""
    further: tuple[tuple[Parts, Weeks | None], ...] = ()
    places: dict[str, Place] = field(default_factory=dict)
    shared_time: bool = False
    later: list[Later] = field(default_factory=list)
    acted: list[Later] = field(default_factory=list)
    general: set[str] = field(default_factory=set)

    def at(self, change: Change[Quantity], weeks: Weeks | None) -> Quantity | None:
        """The quantity of a change now."""
        return quantity_at(change, self.moment, self.problems, weeks, self.plates)

    def drop(self, *parts: str) -> None:
        """Take parts away."""
        for part in parts:
            self.quantities.pop(part, None)
            self.places.pop(part, None)

    def put(self, part: str, quantity: Quantity, place: Place | None, general: bool = False) -> None:
        """Put a part in place of the same part below; `general` if nobody but the plan and its sessions says it."""
        if general and (part not in self.quantities or part in self.general):
            self.general.add(part)
        else:
            self.general.discard(part)
        self.quantities[part] = quantity
        if place is not None:
            self.places[part] = place


def in_sets(pile: Pile) -> bool:
    """Whether the exercise, a group or the item says how many sets there are."""
    listed = any(len(quantity.values) > 1 for quantity in pile.quantities.values())
    return listed or ("sets" in pile.quantities and "sets" not in pile.general)


def finish(pile: Pile, best: Quantity | None) -> None:
    """Once all layers have spoken: numbers a set agree with each other, percents become weights of the best lift."""
    _check_sets(pile)
    if best is not None:
        _weigh(pile, best)


def settle_later(pile: Pile) -> None:
    """What phases add or take away acts on what all other layers said."""
    for part, quantity, place in pile.later:
        act_later(pile, part, quantity, place)
    pile.acted += pile.later
    pile.later.clear()


def act_later(pile: Pile, part: str, change: Quantity, place: Place | None) -> None:
    """Act on a part for a phase: on the amount only where it is of the kind that the phase names."""
    if part == pile.counts:
        part = "amount"
    if part not in AMOUNTS:
        act_on(pile, part, change, place)


def act_on(pile: Pile, part: str, change: Quantity, place: Place | None, origin: str = "phase") -> None:
    """Add, take away or shrink a part; words and missing parts stay. An item is told if its part is missing."""
    below = pile.quantities.get(part)
    if below is None and origin == "item" and part in ("load", "effort"):
        pattern = "This changes the {part}, but nothing says what it is: it is left out."
        hint = "write the {part} itself, or a note"
        pile.problems.append(warning(place, pattern, hint, part=part))
        return
    if part == "sets" and below is None:
        _act_on_lists(pile, change)
        return
    if below is None or below.words:
        return
    step = change.values[0]
    if step.unit == "%":
        found: Quantity | None = scaled(below, 1 + step.low / 100, pile.plates)
    else:
        found = shifted(below, step, 1)
    if found is None:
        pile.problems.append(error(place, DIFFERENT))
        return
    if part == "sets":
        found = replace(found, values=tuple(_at_least_one(value) for value in found.values))
    pile.put(part, found, place)


def _at_least_one(value: Value) -> Value:
    high = None if value.high is None or value.high <= 1 else value.high
    return replace(value, low=max(Fraction(1), value.low), high=high)


def _act_on_lists(pile: Pile, change: Quantity) -> None:
    """Fewer sets of per-set numbers lose their last; one set more repeats it."""
    step = change.values[0]
    for part in LISTED_PARTS:
        quantity = pile.quantities.get(part)
        if quantity is None or len(quantity.values) < 2:
            continue
        count = len(quantity.values)
        wanted = round_to(count * (1 + step.low / 100), Fraction(1)) if step.unit == "%" else count + step.low
        keep = max(1, min(int(wanted), 30))
        values = quantity.values[:keep] + quantity.values[-1:] * (keep - count)
        pile.quantities[part] = replace(quantity, values=values)


def _check_sets(pile: Pile) -> None:
    """Per-set numbers must agree with each other and with the sets."""
    listed = [(p, len(q.values)) for p in LISTED_PARTS if (q := pile.quantities.get(p)) and len(q.values) > 1]
    if not listed:
        return
    part, count = listed[0]
    for other, number in listed[1:]:
        if number != count:
            pattern = "{part} says {count} sets, {other} says {number}."
            place = pile.places.get(other)
            pile.problems.append(error(place, pattern, part=part, count=count, other=other, number=number))
    sets = pile.quantities.get("sets", NONE)
    if sets.is_none or not sets.values:
        return
    if sets.values[0].low != count or sets.values[0].high is not None:
        pattern = "The numbers of {count} sets stand beside {sets} sets."
        hint = "leave the sets out: numbers parted by / say how many sets there are"
        pile.problems.append(
            error(pile.places.get(part), pattern, hint, count=count, sets=plain_number(sets.values[0]))
        )
    elif part == "amount":
        pile.drop("sets")


def _weigh(pile: Pile, best: Quantity) -> None:
    """Percent loads become weights of the best lift."""
    load = pile.quantities.get("load")
    if load is None or not best.values or not load.values or load.values[0].unit not in ("%", "% 1RM"):
        return
    top = best.values[0]
    step = pile.plates.lb if top.unit == "lb" else pile.plates.kg
    if load.added and load.added.unit != top.unit:
        pile.problems.append(error(pile.places.get("load"), DIFFERENT))
        return
    more = load.added.low if load.added else 0
    values = tuple(
        replace(
            v,
            low=round_to(top.low * v.low / 100 + more, step),
            high=None if v.high is None else round_to(top.low * v.high / 100 + more, step),
            unit=top.unit,
        )
        for v in load.values
    )
    pile.quantities["load"] = replace(load, values=values, added=None)


def resolved(pile: Pile) -> Resolved:
    """The parts as a dose."""
    if pile.nothing:
        return Resolved(nothing=True, note=pile.note, places=pile.places)
    side = pile.side
    if side is not None and pile.shared_time and side.how == "each":
        side = replace(side, half=True)
    amount = pile.quantities.get("amount")
    return Resolved(
        counts=pile.counts if amount is not None else "",
        side=side,
        tempo=pile.tempo,
        note=pile.note,
        places=pile.places,
        **pile.quantities,  # type: ignore[arg-type]
    )


def plain_number(value: Value) -> str:
    """A number or a range as typed, without its unit."""
    high = "" if value.high is None else f"-{float(value.high):g}"
    return f"{float(value.low):g}{high}"
