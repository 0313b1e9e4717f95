"""How a card is shared over more pages: fewest first, leaving out what cannot help a page that is stuck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod
from typing import NamedTuple

from planbuilder.layout.cuts import runs_of_moves
from planbuilder.layout.deal import shared_out, with_moves
from planbuilder.model.design import Design
from planbuilder.model.entries import Facts
from planbuilder.model.view import View

PART = "{page.number} of {page.count}"
CARDS = ("sessions", "levels")  # these do not share a card out, they have one each
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
EPS = 1e-6

Counts = tuple[int, ...]


class Stuck(NamedTuple):
    """A page that does not fit: the axes whose sharing changes it, and how many pages it fills at its tightest."""

    axes: frozenset[str]
    fills: float = 0.0


class Shares:
    """The ways to share one card. `views` are the parts of the way that is taken now, each a page or more.

    More parts never make a page taller: what was stuck stays stuck with as many parts of its axes or fewer.
    """

    def __init__(self, design: Design, card: View) -> None:
        self._card = card
        self._design = design
        self._caps = design.split
        self._axes = tuple(axis for axis in design.split if axis not in CARDS)
        sizes = [_size(card, axis) for axis in self._axes]
        ranges = (
            range(_least(size, design.split[axis]), size + 1) for axis, size in zip(self._axes, sizes, strict=True)
        )
        self._ways = iter(sorted(product(*ranges), key=_first_axis_first))
        self._moves_change = _moves_change(card)
        self._shut: list[tuple[tuple[int, ...], Counts, float]] = []
        self._counts: Counts = ()
        self._whole_groups = False
        self.views: tuple[View, ...] = (card,)
        self._advance()

    def apart(self) -> tuple[Shares, ...]:
        """A card of several sessions as one of each, where the design lets them part and nothing was shared yet."""
        done = tuple(dict.fromkeys(entry.session for entry in self._card.entries))
        if "sessions" not in self._caps or len(done) < 2 or prod(self._counts) > 1:
            return ()
        return tuple(Shares(self._design, _of_session(self._card, session)) for session in done)

    def further(self, stuck: Iterable[Stuck]) -> bool:
        """Take the next way that may help the pages that are stuck; whether there is one.

        Before there are more pages, groups may be torn where these stay whole at the price of longer pages.
        """
        if self._whole_groups:
            self._whole_groups = False
            self.views = _numbered(tuple(self._shared(self._counts)))
            return True
        for page in stuck:
            axes = page.axes | {"weeks"} if self._moves_change and "exercises" in page.axes else page.axes
            places = tuple(k for k, axis in enumerate(self._axes) if axis in axes)
            alike = prod(count for k, count in enumerate(self._counts) if k not in places)
            self._shut.append((places, self._counts, page.fills / alike))
        return self._advance()

    def _advance(self) -> bool:
        for counts in self._ways:
            if any(_no_better(counts, *tried) for tried in self._shut):
                continue
            views = tuple(self._shared(counts))
            if _allowed(self._caps, views):
                whole = tuple(self._shared(counts, whole_groups=True))
                self._whole_groups = _allowed(self._caps, whole) and not _alike(whole, views)
                self._counts, self.views = counts, _numbered(whole if self._whole_groups else views)
                return True
        return False

    def _shared(self, counts: Counts, *, whole_groups: bool = False) -> Iterable[View]:
        views: tuple[View, ...] = (self._card,)
        for axis, count in zip(self._axes, counts, strict=True):
            views = tuple(part for v in views for part in _parts(v, axis, count, whole_groups))
        return views


def _alike(some: Iterable[View], others: Iterable[View]) -> bool:
    return all(len(a.entries) == len(b.entries) for a, b in zip(some, others, strict=True))


def _of_session(view: View, session: int) -> View:
    return view.narrowed(sessions=(session,), entries=tuple(e for e in view.entries if e.session == session))


def shareable(design: Design, view: View, axes: frozenset[str]) -> bool:
    """Whether a page on which some axes play a role could be shared over more."""
    return any(_size(view, axis) > 1 for axis in design.split if axis in axes)


def _moves_change(card: View) -> bool:
    """Whether some weeks have other moves than others, so that fewer weeks have fewer moves."""
    moves: dict[int, set[str]] = {}
    for entry in card.entries:
        moves.setdefault(entry.week, set()).add(entry.line.key)
    found = iter(moves.values())
    first = next(found, set())
    return any(keys != first for keys in found)


def _least(size: int, most: int | None) -> int:
    """How many parts an axis needs if no part may hold more."""
    return -(-size // most) if most else 1


def _first_axis_first(counts: Counts) -> tuple[int, ...]:
    """Fewest pages first; of as many pages the way that shares out the first axis."""
    return prod(counts), *(-count for count in counts)


def _no_better(counts: Counts, places: tuple[int, ...], tried: Counts, fills: float) -> bool:
    """Whether a page that was stuck would be so again."""
    if all(counts[k] <= tried[k] for k in places):
        return True
    fewer = prod(min(1.0, counts[k] / tried[k]) for k in places)  # what is drawn again on each part is drawn less often
    return prod(counts[k] for k in places) < fills * fewer - EPS


def _numbered(views: tuple[View, ...]) -> tuple[View, ...]:
    count = len(views)
    return tuple(
        v.narrowed(facts=Facts(n, count, _part(v, n, count), _letter(n) if n > 1 else "", count, at=n))
        for n, v in enumerate(views, 1)
    )


def _letter(number: int) -> str:
    """a, b, ... z, aa, ab, ..."""
    rest, at = divmod(number - 1, len(ALPHABET))
    return (_letter(rest) if rest else "") + ALPHABET[at]


def _part(view: View, number: int, count: int) -> str:
    """What a part is called, "2 of 3", in the plan's language; empty where the card is whole."""
    if count == 1:
        return ""
    pattern = view.deck.words.get(PART, PART)
    return pattern.replace("{page.number}", str(number)).replace("{page.count}", str(count))


def _allowed(split: Mapping[str, int | None], views: Iterable[View]) -> bool:
    caps = {axis: most for axis, most in split.items() if most is not None}
    return all(_size(v, axis) <= most for v in views for axis, most in caps.items() if axis not in CARDS)


def _size(view: View, axis: str) -> int:
    """How many members of an axis a view has to share out, at least one."""
    if axis == "weeks":
        return max(len(view.weeks), 1)
    if axis == "exercises":
        return max(len({e.line.key for e in view.entries}), 1)
    if axis == "cues":
        return max(len(view.cues), 1)
    return max(len(view.day_names()), 1) if _days_differ(view) else 1


def _days_differ(view: View) -> bool:
    return any(len(set(e.line.doses)) > 1 for e in view.entries)


def _on_days(view: View) -> View:
    """The view without the lines of which nothing is done on its days."""
    done = tuple(e for e in view.entries if any(not dose.idle for dose in view.doses(e.line)))
    return view.narrowed(entries=done or view.entries)


def _parts(view: View, axis: str, count: int, whole_groups: bool) -> Iterator[View]:
    if count == 1:
        yield view
    elif axis == "weeks":
        for weeks in shared_out(view.weeks, count):
            yield view.narrowed(weeks=tuple(weeks), entries=tuple(e for e in view.entries if e.week in weeks))
    elif axis == "cues":
        for run in shared_out(range(len(view.cues)), count):
            yield view.narrowed(cue_run=(run[0], run[-1] + 1))
    elif axis == "days":
        for days in shared_out(range(_size(view, axis)), count):
            yield _on_days(view.narrowed(days=tuple(days)))
    else:
        for some in runs_of_moves(view, count, whole_groups=whole_groups):
            yield with_moves(view, frozenset(some))
