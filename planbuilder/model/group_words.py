"""What the heading of a group says where it changes over the weeks: 2 rounds, then 3 rounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planbuilder.model.deck import GroupWords

THEN = "then"
DOT = " · "


def one_after_the_other(said: Iterable[str], then: str = THEN) -> str:
    """Headings in one: what is not the same in all stands one after the other, the rest is said once."""
    headings = [words.split(DOT) for words in dict.fromkeys(said) if words]
    if len({len(parts) for parts in headings}) > 1:
        headings = [[DOT.join(parts)] for parts in headings]
    return DOT.join(f", {then} ".join(dict.fromkeys(parts)) for parts in zip(*headings, strict=True))


def through_the_weeks(groups: Iterable[GroupWords], then: str = THEN) -> GroupWords | None:
    """A group as it is in several weeks, its headings in one; None for no group."""
    found = tuple(dict.fromkeys(groups))
    if len(found) < 2:
        return next(iter(found), None)
    heading = one_after_the_other((group.heading for group in found), then)
    return replace(found[0], heading=heading, spoken=one_after_the_other((group.spoken for group in found), then))
