"""What a view is made of: the lines of a plan where they stand, runs of weeks, and what a page knows of itself."""

from typing import NamedTuple

from planbuilder.model.deck import Line

EMPTY_PLACE = "–"


class Entry(NamedTuple):
    """A line of the plan with the week and session it stands in, by position."""

    week: int
    session: int
    line: Line


class Block(NamedTuple):
    """A run of weeks by position: with equal doses, or of one phase."""

    weeks: tuple[int, ...]

    @property
    def first(self) -> int:
        """The week it begins with."""
        return self.weeks[0]


class Facts(NamedTuple):
    """What a page knows of itself: `part` is "2 of 3", empty where the card is whole; `letter` b from the second on.

    `parts` is into how many parts the card is shared, `at` which of them it is, `most` how many moves any of the
    pages has that are dealt some.
    """

    number: int = 1
    total: int = 1
    part: str = ""
    letter: str = ""
    parts: int = 1
    most: int = 0
    at: int = 1


ALONE = Facts()
