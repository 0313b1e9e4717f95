"""Doses and their parts to what a coach would write: a line where it reads back as the same dose, else its parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from planbuilder.load.quantities import quantity
from planbuilder.model.change import Change, Fixed
from planbuilder.model.dose import NONE, Parts, Quantity, Resolved, Side, Tempo
from planbuilder.resolve.numerals import TIE
from planbuilder.resolve.wording import Wording
from planbuilder.writing.parts import QUANTITIES, WORDED
from planbuilder.writing.yaml_text import Plain

KEYS = (
    "sets", "hold", "side", "load", "effort", "tempo", "every", "rest", "rest_reps", "rest_after", "times_a_day",
    "note",
)  # fmt: skip
BESIDE_AMOUNT = tuple(name for name in KEYS if name not in ("sets", "hold"))
WORDING = Wording()
_UNIT = re.compile(rf"(?<=\d){TIE}(s|min|h|m|km|kg|lb)\b")

ReadBack = Callable[[Plain], Resolved | None]


def dose_words(dose: Resolved, below: Resolved, read_back: ReadBack) -> Plain:
    """A dose as written at an exercise, so that it comes out whatever lies `below`; `read_back` reads it there."""
    if dose.nothing:
        return "none"
    written: Plain = ""
    for written in _ways(dose, _taken_away(dose, below)):
        if read_back(written) == dose:
            break
    return written


def _ways(dose: Resolved, gone: dict[str, Plain]) -> Iterator[Plain]:
    """How the dose could be written, the shortest first."""
    line = _line(dose)
    if line:
        yield line
        yield {"dose": line, **gone}
    if dose.further:
        yield {"dose": _amounts(dose), **_parts(dose, BESIDE_AMOUNT), **gone}
    yield {**_keys(dose), **gone}


def _line(dose: Resolved) -> str:
    return _typed(WORDING.dose(dose).line)


def _amounts(dose: Resolved) -> str:
    """The line with nothing but the amount in its first dose."""
    bare = Resolved(sets=dose.sets, amount=dose.amount, counts=dose.counts, hold=dose.hold)
    return _typed(WORDING.line(bare) + WORDING.dose(dose).line[len(WORDING.line(dose)) :])


def _typed(printed: str) -> str:
    """What is printed, with the signs that a keyboard has."""
    return _UNIT.sub(r"\1", printed).replace(TIE, " ").replace("×", "x").replace("–", "-")


def _taken_away(dose: Resolved, below: Resolved) -> dict[str, Plain]:
    """The parts that lie below and that the dose has not."""
    gone = {_key(name): "none" for name in KEYS if getattr(below, name) and not getattr(dose, name) and name != "hold"}
    if below.amount and not dose.amount:
        gone[below.counts if below.counts in ("reps", "time", "distance") else "reps"] = "none"
    return dict(gone)


def _keys(dose: Resolved) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    if dose.amount:
        words = quantity_words(dose.amount)
        if dose.counts == "words":
            found["dose"] = words
        else:
            found[dose.counts] = f"{words} reps" if _is_bare(dose.amount) else words
    return {**found, **_parts(dose, KEYS)}


def _parts(dose: Resolved, names: tuple[str, ...]) -> dict[str, Plain]:
    return {_key(name): part_words(value) for name in names if (value := getattr(dose, name))}


def _is_bare(amount: Quantity) -> bool:
    """Whether it counts without saying what, where an exercise may count something else."""
    return bool(amount.values) and all(v.form in ("number", "cluster") and not v.unit for v in amount.values)


def quantity_words(found: Quantity) -> Plain:
    """A quantity as it is read; words that would be read as something else say that they are words."""
    if found.is_none:
        return "none"
    text = _typed(WORDING.quantity(found))
    if found.words and found.later is None and quantity(found.words) != found:
        return {"words": found.words}
    return text


def part_words(value: object) -> Plain:
    """Any part of a dose as it is read."""
    if isinstance(value, Quantity):
        return quantity_words(value)
    if isinstance(value, Side):
        return "none" if value.how == "none" else WORDING.side(value)
    if isinstance(value, Tempo):
        return value.words or "-".join(value.beats) or "none"
    return str(value) or "none"


def parts_words(parts: Parts) -> dict[str, Plain]:
    """Parts with nothing in them that changes, as keys of a map."""
    found: dict[str, Plain] = {}
    if parts.nothing:
        found["dose"] = "none"
    elif isinstance(parts.dose, Fixed):
        found["dose"] = parts_words(parts.dose.value)
    elif parts.further:
        return {"dose": _line(_resolved(parts))}
    elif parts.amount is not None:
        found["dose"] = quantity_words(_value(parts.amount))
    for name in (*QUANTITIES, *WORDED):
        change = getattr(parts, name)
        if change is not None and name != "amount":
            found[_key(name)] = part_words(change.value)
    return found


def _resolved(parts: Parts) -> Resolved:
    """Fixed parts as a dose, to be worded on one line."""
    named: dict[str, Any] = {}
    for name in (*QUANTITIES, *WORDED):
        change = getattr(parts, name)
        if change is not None:
            named["amount" if name in ("reps", "time", "distance") else name] = change.value
    counts = "words" if named.get("amount", NONE).words else "reps"
    return Resolved(counts=counts, link=parts.link, further=tuple(map(_resolved, parts.further)), **named)  # type: ignore[arg-type]


def _value(change: Change[Quantity]) -> Quantity:
    return change.value if isinstance(change, Fixed) else NONE


def _key(name: str) -> str:
    return name.replace("_", "-")
