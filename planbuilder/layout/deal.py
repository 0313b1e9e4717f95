"""Cards are dealt: the product of the axes a page is per. What does not fit is shared over more pages, by axis.

Some pages of a card may be dealt in their turn: a booklet's moves over its pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import TypeVar

from planbuilder.model.design import Design, Leaf, Node
from planbuilder.model.fields import field
from planbuilder.model.view import Facts, View

T = TypeVar("T")
PART = "{page.number} of {page.count}"


def deal(design: Design, view: View) -> tuple[View, ...]:
    """One narrowed view a card, in order. A session with nothing to do and nothing to say has none."""
    views: tuple[View, ...] = (view,)
    for axis in design.per:
        if axis != "plan":
            views = tuple(inner for outer in views for inner in outer.each(f"{axis}s"))
    return tuple(v for v in views if v.entries or field(v, "session.note"))


def shared_out(items: Sequence[T], parts: int) -> Iterator[Sequence[T]]:
    """Runs that follow each other, their sizes one apart at most: 2 + 2, never 3 + 1."""
    start = 0
    for k in range(parts):
        size = len(items) // parts + (k < len(items) % parts)
        yield items[start : start + size]
        start += size


def splits(design: Design, card: View) -> Iterator[tuple[View, ...]]:
    """Ever more pages for a card: one, then every way to share its axes over two, three, and so on."""
    axes = tuple(design.split)
    sizes = tuple(_size(card, axis) for axis in axes)
    most = 1
    for size in sizes:
        most *= size
    ways = sorted(product(*(range(1, size + 1) for size in sizes)), key=_first_axis_first)
    for counts in ways:
        views: tuple[View, ...] = (card,)
        for axis, count in zip(axes, counts, strict=True):
            views = tuple(part for v in views for part in _parts(v, axis, count))
        if _allowed(design.split, views):
            yield _numbered(views)


def pages_of(design: Design, view: View) -> Iterator[tuple[tuple[Node, ...], View]]:
    """The trees of a card with what each shows, in the order of its pages."""
    pages = [page for leaf in design.pages for page in _dealt(leaf, view)]
    for number, (tree, shown) in enumerate(pages, 1):
        if len(pages) > 1:
            shown = shown.narrowed(facts=shown.facts._replace(number=number, total=len(pages)))
        yield tree, shown


def _dealt(leaf: Leaf, view: View) -> Iterator[tuple[tuple[Node, ...], View]]:
    """One page, or the moves over some pages: one each, two each, ... until they are all on a page."""
    if not leaf.axis:
        yield leaf.tree, view
        return
    keys = tuple(dict.fromkeys(entry.line.key for entry in view.entries))
    most = -(-len(keys) // leaf.count)
    used = -(-len(keys) // most) if most else 0
    facts = view.facts._replace(most=most)
    for run in shared_out(keys, used):
        yield leaf.tree, _with_moves(view, frozenset(run)).narrowed(facts=facts)
    for _ in range(leaf.count - used):
        yield leaf.blank, view


def _with_moves(view: View, keys: frozenset[str]) -> View:
    return view.narrowed(entries=tuple(e for e in view.entries if e.line.key in keys))


def _first_axis_first(counts: tuple[int, ...]) -> tuple[int, ...]:
    """Fewest pages first; of as many pages the way that shares out the first axis."""
    return _pages_of(counts), *(-count for count in counts)


def _pages_of(counts: tuple[int, ...]) -> int:
    total = 1
    for count in counts:
        total *= count
    return total


def _numbered(views: tuple[View, ...]) -> tuple[View, ...]:
    count = len(views)
    return tuple(
        v.narrowed(
            facts=Facts(n, count, _part(v, n, count), "" if n == 1 else chr(96 + n)),
        )
        for n, v in enumerate(views, 1)
    )


def _part(view: View, number: int, count: int) -> str:
    """What a part is called, "2 of 3", in the plan's language; empty where the card is whole."""
    if count == 1:
        return ""
    pattern = view.deck.words.get(PART, PART)
    return pattern.replace("{page.number}", str(number)).replace("{page.count}", str(count))


def _allowed(split: Mapping[str, int | None], views: Sequence[View]) -> bool:
    return all(_size(v, axis) <= most for v in views for axis, most in split.items() if most is not None)


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


def _parts(view: View, axis: str, count: int) -> Iterator[View]:
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
            yield view.narrowed(days=tuple(days))
    else:
        yield from _by_moves(view, count)


def _by_moves(view: View, count: int) -> Iterator[View]:
    keys = tuple(dict.fromkeys(e.line.key for e in view.entries))
    for run in shared_out(keys, count):
        yield _with_moves(view, frozenset(run))
