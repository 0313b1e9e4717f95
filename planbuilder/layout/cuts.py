"""Where the moves of a card are cut into pages: as even as can be, and rather between two groups than inside one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planbuilder.layout.deal import shared_out
from planbuilder.model.entries import Entry
from planbuilder.model.view import View

MOST_MOVES = 60


def runs_of_moves(view: View, parts: int, *, whole_groups: bool) -> Iterator[Sequence[str]]:
    """The moves in view in so many runs; with `whole_groups` a run may be longer, so that fewer groups are torn."""
    moves: dict[str, Entry] = {}
    for entry in view.entries:
        moves.setdefault(entry.line.key, entry)
    keys, entries = tuple(moves), tuple(moves.values())
    torn = tuple(_shared_groups(a, b) for a, b in pairwise(entries))
    if not whole_groups or not any(torn) or len(keys) > MOST_MOVES:
        yield from shared_out(keys, parts)
        return
    ends = _ends(torn, parts)
    for start, end in zip((0, *ends), ends, strict=False):
        yield keys[start:end]


def _shared_groups(one: Entry, other: Entry) -> int:
    """How many groups two moves that follow each other are in together."""
    if (one.week, one.session) != (other.week, other.session):
        return 0
    pairs = zip(one.line.groups, other.line.groups, strict=False)
    return next((k for k, (a, b) in enumerate(pairs) if a != b), min(len(one.line.groups), len(other.line.groups)))


def _ends(torn: Sequence[int], parts: int) -> tuple[int, ...]:
    """Where the runs end: least squares of their lengths, where a torn group counts as much as there are moves.

    Of as good ways the one with longer runs first.
    """
    count = len(torn) + 1
    price = [0, *(count * groups for groups in torn), 0]
    dear = count**3
    best: list[tuple[int, tuple[int, ...]]] = [(0, ()), *[(dear, ())] * count]
    for _ in range(parts):
        best[1:] = [
            min((best[start][0] + (end - start) ** 2 + price[end], (*best[start][1], -end)) for start in range(end))
            for end in range(1, count + 1)
        ]
        best[0] = dear, ()
    return tuple(-end for end in best[count][1])
