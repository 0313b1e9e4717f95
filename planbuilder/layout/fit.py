"""How tightly pages are set (words and sizes), and what fitting knows of boxes (troubles and traits)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from planbuilder.model.design import ANY, Style
from planbuilder.problems import Place
from planbuilder.records import record

Offer = Literal["short name", "yield", "spare", "short cue", "fewer cues", "close gaps"]
TroubleKind = Literal["word", "lines", "low", "part", "tall", "cells"]


@record
class Words:
    """What one page says. `dropped` are the moves that gave up a cue.

    What is spare goes before all else; some of it may have come `back`, by where the layout has it.
    """

    short: bool = False
    yielded: bool = False
    short_cues: bool = False
    fewer: bool = False
    dropped: frozenset[str] = frozenset()
    spared: bool = False
    back: frozenset[Place] = frozenset()


class State(NamedTuple):
    """How tightly one group of roles is set."""

    scale: float
    two_lines: bool
    open: bool
    broken: bool


@record
class Sizes:
    """How big things are on all pages that belong together; the sets hold groups of roles.

    `two_lines` may take their second line, `open` any number of lines, `broken` may break a word;
    `grown` lets boxes of a fixed height grow round their text.
    """

    closed: bool = False
    scales: tuple[tuple[str, float], ...] = ()
    two_lines: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    grown: bool = False

    def scale(self, style: Style) -> float:
        """The share of its size that a role has left."""
        return self.state(style.group).scale

    def state(self, group: str) -> State:
        """All that stands about a group."""
        scale = next((scale for name, scale in self.scales if name == group), 1.0)
        return State(scale, group in self.two_lines, group in self.open, group in self.broken)

    def limit(self, style: Style) -> int:
        """How many lines a role may take; one that breaks its words takes any number."""
        if style.group in self.open or style.group in self.broken:
            return ANY
        return style.most if style.group in self.two_lines else style.lines


NATURAL = Sizes()


class Trouble(NamedTuple):
    """What does not fit: a word too wide, too many lines, a low box, a part too wide, a page too tall, cells too many.

    `ratio` is room over need; `groups` are the roles whose shrinking would help.
    """

    kind: TroubleKind
    ratio: float
    groups: frozenset[str]
    offers: frozenset[Offer]
    place: Place
    words: str = ""


@record
class Traits:
    """What a box with all that is in it offers to fitting; `giving` are the roles whose shrinking makes it lower."""

    offers: frozenset[Offer] = frozenset()
    groups: frozenset[str] = frozenset()
    giving: frozenset[str] = frozenset()


NO_TRAITS = Traits()


def gathered(traits: Iterable[Traits]) -> Traits:
    """The traits of several boxes together."""
    some = [t for t in traits if t is not NO_TRAITS]
    if len(some) < 2:
        return some[0] if some else NO_TRAITS
    return Traits(
        frozenset().union(*(t.offers for t in some)),
        frozenset().union(*(t.groups for t in some)),
        frozenset().union(*(t.giving for t in some)),
    )
