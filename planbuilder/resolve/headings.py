"""A group at a moment to the heading of its bracket: name, rounds, timing, order, choice, rest."""

from __future__ import annotations

from collections.abc import Iterator

from planbuilder.model.dose import Quantity
from planbuilder.resolve.numerals import TIE
from planbuilder.resolve.setlist import Bracket
from planbuilder.resolve.wording import Wording

BETWEEN = " · "


def heading(bracket: Bracket, wording: Wording, spoken: bool = False) -> str:
    """The heading in one line; empty where a group only says something of its items' doses."""
    length = bracket.group.length
    takes = f"about {_time(length, wording, spoken)}" if length else ""
    pieces = (bracket.group.group, timing(bracket, wording, spoken), takes, bracket.note)
    return BETWEEN.join(piece for piece in pieces if piece)


def timing(bracket: Bracket, wording: Wording, spoken: bool = False) -> str:
    """Rounds, starts, limits, order, choice and rest of a group, in one line."""
    return BETWEEN.join(_pieces(bracket, wording, spoken))


def _time(time: Quantity, wording: Wording, spoken: bool) -> str:
    return wording.spoken(time) if spoken else wording.quantity(time)


def _pieces(bracket: Bracket, wording: Wording, spoken: bool) -> Iterator[str]:
    if bracket.rounds:
        yield _rounds(bracket.rounds, wording)
    if bracket.every:
        yield f"every {_time(bracket.every, wording, spoken)}"
    if bracket.for_:
        yield _limit(bracket.for_, wording, spoken)
    if bracket.group.order:
        yield bracket.group.order
    if bracket.choose:
        yield f"choose {wording.quantity(bracket.choose)}"
    if bracket.rest:
        yield f"{_time(bracket.rest, wording, spoken)} between rounds"


def _rounds(rounds: Quantity, wording: Wording) -> str:
    value = rounds.values[0] if rounds.values else None
    if value is None:
        return wording.quantity(rounds)
    if value.form == "max":
        return "as many rounds as you can"
    one = value.low == 1 and value.high is None and not value.plus
    return f"{wording.quantity(rounds)}{TIE}{'round' if one else 'rounds'}"


def _limit(for_: Quantity, wording: Wording, spoken: bool) -> str:
    text = _time(for_, wording, spoken)
    if for_.values and for_.values[0].bound == "up to":
        return f"{text.removeprefix('up to ')} at most"
    return f"for {text}"
