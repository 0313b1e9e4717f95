"""Change over time as a coach writes it: a value that stays, walks, steps, is listed one a week, or stands in a table.

Anything may change: a quantity, a whole dose, an item. The parts nest, and each keeps its place.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from planbuilder.problems import Place
from planbuilder.records import record

if TYPE_CHECKING:
    from planbuilder.model.dose import Quantity

T = TypeVar("T")

KeyKind = Literal["week", "phase", "stage", "level", "cycle", "weekday", "time"]
Beat = Literal["week", "session", "day", "stage", "cycle"]


@record
class Key:
    """When a row of a table holds: numbers as (first, last) with None for no end, or names."""

    place: Place | None = field(compare=False, repr=False)
    kind: KeyKind
    numbers: tuple[tuple[int, int | None], ...] = ()
    names: tuple[str, ...] = ()
    text: str = ""

    def counts(self, number: int) -> bool:
        """Whether a number stands in one of its ranges."""
        return any(first <= number and (last is None or number <= last) for first, last in self.numbers)


@record
class Fixed(Generic[T]):
    """The same always: `10`."""

    place: Place | None = field(compare=False, repr=False)
    value: T


@record
class Walk(Generic[T]):
    """Even steps from the first to the last week of its place: `8-10 to 12-15`."""

    place: Place | None = field(compare=False, repr=False)
    first: T
    last: T


@record
class Steps(Generic[T]):
    """`20kg + 2.5kg a week to 40kg`: one step every so many beats. With `words` no number moves, they are printed."""

    place: Place | None = field(compare=False, repr=False)
    start: T
    step: Quantity
    down: bool = False
    beat: Beat = "week"
    every: int = 1
    limit: Quantity | None = None
    words: str = ""


@record
class OneEach(Generic[T]):
    """One value a week of its place: `[5, 6, 8]`."""

    place: Place | None = field(compare=False, repr=False)
    values: tuple[Change[T], ...]


@record
class Table(Generic[T]):
    """A value by weeks, phases, stages, levels, cycles, weekdays, times in the week; `gaps`: it need not cover all."""

    place: Place | None = field(compare=False, repr=False)
    kind: KeyKind
    rows: tuple[tuple[Key, Change[T]], ...]
    otherwise: Change[T] | None = None
    gaps: bool = False


Change = Fixed[T] | Walk[T] | Steps[T] | OneEach[T] | Table[T]
