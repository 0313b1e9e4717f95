"""Layers of parts and a moment to the dose of that moment, every number decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from planbuilder.model.change import Change, Fixed
from planbuilder.model.dose import NONE, Counts, Layer, Parts, Plates, Quantity, Resolved, Side, Tempo, Value
from planbuilder.model.exercise import Exercise
from planbuilder.model.view import MOVING
from planbuilder.problems import Place, Problem, error, warning
from planbuilder.resolve.changing import PLATES as PLATES
from planbuilder.resolve.changing import quantity_at as quantity_at
from planbuilder.resolve.moments import Calendar as Calendar
from planbuilder.resolve.moments import Moment as Moment
from planbuilder.resolve.moments import Weeks as Weeks
from planbuilder.resolve.moments import holds as holds
from planbuilder.resolve.moments import settle
from planbuilder.resolve.moments import value_at as value_at
from planbuilder.resolve.moments import weeks_of as weeks_of
from planbuilder.resolve.rounding import round_to, scaled, shifted

PLAIN_PARTS = ("load", "effort", "rest", "rest_after", "rest_reps", "every", "times_a_day")
AMOUNTS = ("reps", "time", "distance")
LISTED_PARTS = ("amount", "hold", "load", "effort", "rest")
KEPT = ("load", "rest")
OWN = ("exercise", "stand-in")
OUTER = ("defaults", "phase")
GENERAL = (*OUTER, "session")
OF_SETS = ("sets", "rest", "rest_after", "rest_reps")


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


def is_at_one_go(exercise: Exercise) -> bool:
    """Whether an exercise is a run, a walk or a ride, which nobody does in sets unless the line says so."""
    moving = exercise.position in MOVING or exercise.pace is not None
    return moving and exercise.counts in ("time", "distance")


def dose_at(
    layers: Sequence[Layer],
    moment: Moment,
    problems: list[Problem],
    counts: Counts = "",
    plates: Plates = PLATES,
    best: Quantity | None = None,
    at_one_go: bool = False,
) -> Resolved:
    """The dose of a moment from its layers: exercise, defaults, phases in force, session, groups, item, kit.

    `counts` is what the exercise counts where its own dose does not say; `best` is the max that percent loads are of.
    What is done `at_one_go` takes no sets and rests of the plan's, unless it is done in sets anyway.
    A problem that is the same at many moments is the same value: sort out doubles by place and message.
    """
    pile = Pile(moment, problems, plates, counts or "reps")
    kit = False
    for layer in layers:
        if layer.origin == "kit" and not kit:
            kit = True
            _settle_later(pile)
        _end_from_further_out(pile, layer)
        _lay(pile, layer.parts, layer, layer.weeks)
        if layer.origin in OWN and not pile.quantities.get("amount") and not pile.nothing:
            pile.counts = counts or "reps"
    _settle_later(pile)
    if at_one_go and not _in_sets(pile):
        pile.drop(*(part for part in OF_SETS if part in pile.general))
    _finish(pile, best)
    return replace(_resolved(pile), further=tuple(_further(pile, best)))


def _in_sets(pile: Pile) -> bool:
    """Whether the exercise, a group or the item says how many sets there are."""
    listed = any(len(quantity.values) > 1 for quantity in pile.quantities.values())
    return listed or ("sets" in pile.quantities and "sets" not in pile.general)


def _finish(pile: Pile, best: Quantity | None) -> None:
    _check_sets(pile)
    if best is not None:
        _weigh(pile, best)


def _end_from_further_out(pile: Pile, layer: Layer) -> None:
    """A timed group ends what came from further out; one in turn ends the rests."""
    if layer.timed:
        pile.drop("sets", "rest", "rest_after", "every")
    if layer.in_turn:
        pile.drop("rest", "rest_after")


def _lay(pile: Pile, parts: Parts, layer: Layer, weeks: Weeks | None) -> None:
    """Put the parts of a layer on the pile: its line that changes first, its other parts on top."""
    if parts.dose is not None:
        settled = settle(parts.dose, pile.moment, pile.problems, weeks)
        if settled is not None and isinstance(settled.leaf, Fixed):
            _lay(pile, settled.leaf.value, layer, settled.weeks)
    if parts.nothing and layer.with_amount:
        _take_all(pile)
        return
    named = _lay_amount(pile, parts, layer, weeks) if layer.with_amount else False
    if parts.sets is not None:
        _lay_part(pile, "sets", parts.sets, layer, weeks)
    elif named and len(pile.quantities["amount"].values) > 1:
        pile.drop("sets")  # numbers a set say how many sets there are
    if parts.hold is not None and layer.with_amount:
        _lay_part(pile, "hold", parts.hold, layer, weeks)
    for name in PLAIN_PARTS:
        change: Change[Quantity] | None = getattr(parts, name)
        if change is not None:
            _lay_part(pile, name, change, layer, weeks)
    _lay_words(pile, parts, layer, weeks)


def _take_all(pile: Pile) -> None:
    pile.nothing = True
    pile.counts = ""
    pile.quantities.clear()
    pile.places.clear()
    pile.side, pile.tempo, pile.note, pile.further = None, None, "", ()


def _lay_words(pile: Pile, parts: Parts, layer: Layer, weeks: Weeks | None) -> None:
    """Side, tempo and note; `none` takes them away."""
    if parts.side is not None:
        side = value_at(parts.side, pile.moment, pile.problems, weeks)
        if side is not None:
            pile.side = None if side.how == "none" else side
            pile.shared_time = pile.shared_time and not layer.timed
            _remember(pile, "side", parts.side)
    if parts.tempo is not None:
        tempo = value_at(parts.tempo, pile.moment, pile.problems, weeks)
        if tempo is not None:
            pile.tempo = tempo if tempo.beats or tempo.words else None
            _remember(pile, "tempo", parts.tempo)
    if parts.note is not None:
        note = value_at(parts.note, pile.moment, pile.problems, weeks)
        if note is not None:
            pile.note = note
            _remember(pile, "note", parts.note)


def _remember(pile: Pile, part: str, change: Change[Side] | Change[Tempo] | Change[str]) -> None:
    if change.place is not None:
        pile.places[part] = change.place


def _lay_part(pile: Pile, part: str, change: Change[Quantity], layer: Layer, weeks: Weeks | None) -> None:
    quantity = pile.at(change, weeks)
    if quantity is None:
        return
    if quantity.relative:
        if layer.origin == "phase":
            pile.later.append((part, quantity, change.place))
        else:
            _act_on(pile, part, quantity, change.place, layer.origin)
    elif quantity.is_none:
        pile.drop(part)
    else:
        pile.put(part, quantity, change.place, layer.origin in GENERAL)


def _lay_amount(pile: Pile, parts: Parts, layer: Layer, weeks: Weeks | None) -> bool:
    """Put the layer's amount on the pile; whether it has one for this exercise."""
    if layer.origin == "phase":
        parts = _set_aside(pile, parts, weeks)
    name = _amount_named(pile, parts, layer)
    if name is None:
        return False
    change: Change[Quantity] = getattr(parts, name)
    quantity = pile.at(change, weeks)
    if quantity is None:
        return False
    if quantity.relative:
        if name == (pile.counts or "reps"):
            _lay_part(pile, "amount", change, layer, weeks)
        return False
    if quantity.is_none:
        pile.drop("amount", "hold")
        pile.further = ()
        return False
    kind = _kind(pile, name, quantity, change.place)
    if kind is None:
        return False
    pile.put("amount", _with_noun(quantity, pile.quantities.get("amount")), change.place)
    pile.drop("hold")
    pile.nothing, pile.counts = False, kind
    pile.shared_time = layer.timed and kind == "time"
    pile.further = tuple((one, weeks) for one in parts.further)
    pile.acted.clear()
    return True


def _set_aside(pile: Pile, parts: Parts, weeks: Weeks | None) -> Parts:
    """The parts without what a phase adds to amounts: which it acts on is known when all layers have spoken."""
    for name in AMOUNTS:
        change: Change[Quantity] | None = getattr(parts, name)
        quantity = pile.at(change, weeks) if change is not None else None
        if change is not None and quantity is not None and quantity.relative:
            pile.later.append((name, quantity, change.place))
            gone: dict[str, Any] = {name: None}
            parts = replace(parts, **gone)
    return parts


def _amount_named(pile: Pile, parts: Parts, layer: Layer) -> str | None:
    """Which of the layer's amounts this exercise takes: the one of its own kind, else the only one."""
    named = [name for name in ("amount", "reps", "time", "distance") if getattr(parts, name) is not None]
    if not named:
        return None
    own = pile.counts
    if own in named:
        return own
    if layer.origin in OUTER:
        return "amount" if "amount" in named and _any_kind(pile, parts.amount) else None
    if len(named) > 1:
        hint = "name one of them, or put them into the plan's defaults"
        values = {"first": named[0], "other": named[1]}
        place = getattr(parts, named[1]).place
        pile.problems.append(error(place, "Two amounts at once: {first} and {other}.", hint, **values))
    return named[0]


def _any_kind(pile: Pile, change: Change[Quantity] | None) -> bool:
    """Whether an amount from the defaults fits: numbers fit what is counted, max and blanks fit all but words."""
    if change is None or pile.counts in ("", "words"):
        return False
    if pile.counts == "reps":
        return True
    quantity = value_at(change, pile.moment, [])
    return quantity is not None and quantity.kind is None and not quantity.words


def _kind(pile: Pile, name: str, quantity: Quantity, place: Place | None) -> Counts | None:
    """What is counted from here on; None with an error where a bare number meets an exercise done for time."""
    if name != "amount":
        return {"reps": "reps", "time": "time", "distance": "distance"}[name]  # type: ignore[return-value]
    if quantity.words:
        return "words"
    bare = any(v.form in ("number", "cluster") and not v.unit for v in quantity.values)
    if quantity.kind is not None and not bare:
        return "reps"
    own = pile.counts if pile.counts in ("time", "distance") else "reps"
    if not bare or own == "reps":
        return "reps" if bare else own
    number = _plain(quantity.values[0])
    unit = "s" if own == "time" else "m"
    what = "a time" if own == "time" else "a distance"
    pattern = "This exercise is done for {what}: {number} of what?"
    hint = "write {number}{unit} or {number} reps"
    pile.problems.append(error(place, pattern, hint, what=what, number=number, unit=unit))
    return None


def _plain(value: Value) -> str:
    high = "" if value.high is None else f"-{float(value.high):g}"
    return f"{float(value.low):g}{high}"


def _with_noun(quantity: Quantity, below: Quantity | None) -> Quantity:
    """A bare number counts what was counted below: steps, breaths; plain reps need no noun."""
    noun = below.values[-1].unit if below and below.values and below.kind == "count" else ""
    return replace(quantity, values=tuple(_named(value, noun) for value in quantity.values))


def _named(value: Value, noun: str) -> Value:
    if value.unit == "reps":
        return replace(value, unit="")
    return replace(value, unit=noun) if not value.unit and noun and value.form in ("number", "cluster") else value


def _further(pile: Pile, best: Quantity | None) -> Iterator[Resolved]:
    """The other doses of a line, each beside the one before it."""
    before = pile
    for parts, weeks in pile.further:
        other = _beside(before, parts, weeks)
        for part, change, place in pile.acted:
            if _says(parts, part):
                _act_later(other, part, change, place)
        _finish(other, best)
        yield replace(_resolved(other), link=parts.link)
        before = other


def _beside(before: Pile, parts: Parts, weeks: Weeks | None) -> Pile:
    """A further dose counts what the one before counts; one done after it keeps its load, side, tempo and rest."""
    other = Pile(before.moment, before.problems, before.plates, before.counts)
    amount = before.quantities.get("amount")
    if amount is not None:
        other.put("amount", amount, None)
    if parts.link == "then":
        other.side, other.tempo = before.side, before.tempo
        other.quantities |= {part: before.quantities[part] for part in KEPT if part in before.quantities}
    _lay(other, parts, Layer(parts, "exercise"), weeks)
    load = None if parts.load is None else other.at(parts.load, weeks)
    if load is not None and load.relative and not (before.quantities.get("load", NONE).moves and parts.link == "then"):
        other.put("load", load, None)  # 10 % less than whatever it was
    if not parts.amounts:
        other.drop("amount")
    return other


def _says(parts: Parts, part: str) -> bool:
    """Whether a further dose says a part itself, so that what a phase adds acts on it as well."""
    if part in ("sets", "amount", *AMOUNTS):
        return bool(parts.amounts)
    change = getattr(parts, part)
    return change is not None and not (isinstance(change, Fixed) and change.value.relative)


def _settle_later(pile: Pile) -> None:
    """What phases add or take away acts on what all other layers said."""
    for part, quantity, place in pile.later:
        _act_later(pile, part, quantity, place)
    pile.acted += pile.later
    pile.later.clear()


def _act_later(pile: Pile, part: str, change: Quantity, place: Place | None) -> None:
    """Act on a part for a phase: on the amount only where it is of the kind that the phase names."""
    if part == pile.counts:
        part = "amount"
    if part not in AMOUNTS:
        _act_on(pile, part, change, place)


def _act_on(pile: Pile, part: str, change: Quantity, place: Place | None, origin: str = "phase") -> None:
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
        pile.problems.append(error(place, "This cannot be added: the units of the two differ."))
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
        pile.problems.append(error(pile.places.get(part), pattern, hint, count=count, sets=_plain(sets.values[0])))
    elif part == "amount":
        pile.drop("sets")


def _weigh(pile: Pile, best: Quantity) -> None:
    """Percent loads become weights of the best lift."""
    load = pile.quantities.get("load")
    if load is None or not best.values or not load.values or load.values[0].unit not in ("%", "% 1RM"):
        return
    top = best.values[0]
    step = pile.plates.lb if top.unit == "lb" else pile.plates.kg
    values = tuple(
        replace(
            v,
            low=round_to(top.low * v.low / 100, step),
            high=None if v.high is None else round_to(top.low * v.high / 100, step),
            unit=top.unit,
        )
        for v in load.values
    )
    pile.quantities["load"] = replace(load, values=values)


def _resolved(pile: Pile) -> Resolved:
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
