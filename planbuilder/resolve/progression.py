"""Layers of parts and a moment to the dose of that moment, every number decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from planbuilder.model.change import Change, Fixed
from planbuilder.model.dose import NONE, Counts, Layer, Parts, Plates, Quantity, Resolved, Side, Tempo, Value
from planbuilder.model.exercise import Exercise
from planbuilder.model.view import MOVING
from planbuilder.problems import Place, Problem, error
from planbuilder.resolve.changing import PLATES as PLATES
from planbuilder.resolve.changing import quantity_at as quantity_at
from planbuilder.resolve.moments import Calendar as Calendar
from planbuilder.resolve.moments import Moment as Moment
from planbuilder.resolve.moments import Weeks as Weeks
from planbuilder.resolve.moments import holds as holds
from planbuilder.resolve.moments import settle
from planbuilder.resolve.moments import value_at as value_at
from planbuilder.resolve.moments import weeks_of as weeks_of
from planbuilder.resolve.pile import (
    AMOUNTS,
    Pile,
    act_later,
    act_on,
    finish,
    in_sets,
    plain_number,
    resolved,
    settle_later,
)

PLAIN_PARTS = ("load", "effort", "rest", "rest_after", "rest_reps", "every", "times_a_day")
KEPT = ("load", "rest")
OWN = ("exercise", "stand-in")
OUTER = ("defaults", "phase")
GENERAL = (*OUTER, "session")
OF_SETS = ("sets", "rest", "rest_after", "rest_reps")


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
            settle_later(pile)
        _end_from_further_out(pile, layer)
        _lay(pile, layer.parts, layer, layer.weeks)
        if layer.origin in OWN and not pile.quantities.get("amount") and not pile.nothing:
            pile.counts = counts or "reps"
    settle_later(pile)
    if at_one_go and not in_sets(pile):
        pile.drop(*(part for part in OF_SETS if part in pile.general))
    finish(pile, best)
    return replace(resolved(pile), further=tuple(_further(pile, best)))


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
    elif named and _says_how_many_sets(pile.quantities["amount"]):
        pile.drop("sets")
    if parts.hold is not None and layer.with_amount:
        _lay_part(pile, "hold", parts.hold, layer, weeks)
    for name in PLAIN_PARTS:
        change: Change[Quantity] | None = getattr(parts, name)
        if change is not None:
            _lay_part(pile, name, change, layer, weeks)
    _lay_words(pile, parts, layer, weeks)


def _says_how_many_sets(amount: Quantity) -> bool:
    """Whether an amount leaves no room for sets from elsewhere: numbers a set, so many in total, a best single."""
    if len(amount.values) != 1:
        return len(amount.values) > 1
    value = amount.values[0]
    return value.scope == "in total" or (value.unit == "RM" and value.low == 1)


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
            act_on(pile, part, quantity, change.place, layer.origin)
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
    kind = _kind(pile, name, quantity, change.place, held=parts.hold is not None)
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


def _kind(pile: Pile, name: str, quantity: Quantity, place: Place | None, *, held: bool) -> Counts | None:
    """What is counted from here on; None with an error where a bare number meets an exercise done for time.

    A number of what is `held` so many seconds counts reps.
    """
    if name != "amount":
        return {"reps": "reps", "time": "time", "distance": "distance"}[name]  # type: ignore[return-value]
    if quantity.words:
        return "words"
    bare = any(v.form in ("number", "cluster") and not v.unit for v in quantity.values)
    if quantity.kind is not None and not bare:
        return "reps"
    own = pile.counts if pile.counts in ("time", "distance") else "reps"
    if not bare or own == "reps" or held:
        return "reps" if bare else own
    number = plain_number(quantity.values[0])
    unit = "s" if own == "time" else "m"
    what = "a time" if own == "time" else "a distance"
    pattern = "This exercise is done for {what}: {number} of what?"
    hint = "write {number}{unit} or {number} reps"
    pile.problems.append(error(place, pattern, hint, what=what, number=number, unit=unit))
    return None


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
                act_later(other, part, change, place)
        finish(other, best)
        yield replace(resolved(other), link=parts.link)
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
