"""Cards are dealt: the product of the axes a page is per. So are a booklet's moves over its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from planbuilder.model.design import Design, Leaf, Node
from planbuilder.model.fields import field
from planbuilder.model.levels import side_by_side
from planbuilder.model.view import View

T = TypeVar("T")


def deal(design: Design, view: View, *, apart: bool = False) -> tuple[View, ...]:
    """One narrowed view a card, in order. A session with nothing to do and nothing to say has none.

    It has a card for every level if these are to stand `apart`, or the layout never puts them side by side.
    """
    views: tuple[View, ...] = (view,)
    for axis in design.per:
        if axis != "plan":
            views = tuple(inner for outer in views for inner in _members(design, outer, f"{axis}s", apart))
    return tuple(v for v in views if v.entries or field(v, "session.note"))


def _members(design: Design, view: View, axis: str, apart: bool) -> Iterable[View]:
    members = view.each(axis)
    if axis == "sessions" and view.deck.levels and "levels" in design.split and not apart:
        return side_by_side(members, design.split["levels"])
    return members


def shared_out(items: Sequence[T], parts: int) -> Iterator[Sequence[T]]:
    """Runs that follow each other, their sizes one apart at most: 2 + 2, never 3 + 1."""
    start = 0
    for k in range(parts):
        size = len(items) // parts + (k < len(items) % parts)
        yield items[start : start + size]
        start += size


def pages_of(design: Design, view: View) -> Iterator[tuple[tuple[Node, ...], View]]:
    """The trees of a card with what each shows, in the order of its pages."""
    pages = [page for leaf in design.pages for page in _dealt(leaf, view)]
    for number, (tree, shown) in enumerate(pages, 1):
        if len(pages) > 1:
            shown = shown.narrowed(facts=shown.facts._replace(number=number, total=len(pages)))
        yield tree, shown


def _dealt(leaf: Leaf, view: View) -> Iterator[tuple[tuple[Node, ...], View]]:
    """One page, or the moves over some pages: one each, two each, ... until they are all on a page.

    Each page left over has one of the plan's panels in view, as long as there are any.
    """
    if not leaf.axis:
        yield leaf.tree, view
        return
    keys = tuple(dict.fromkeys(entry.line.key for entry in view.entries))
    most = -(-len(keys) // leaf.count)
    used = -(-len(keys) // most) if most else 0
    facts = view.facts._replace(most=most)
    for run in shared_out(keys, used):
        yield leaf.tree, with_moves(view, frozenset(run)).narrowed(facts=facts)
    panels = view.deck.plan.panels
    for number in range(leaf.count - used):
        yield leaf.blank, view.narrowed(panel=panels[number]) if number < len(panels) else view


def with_moves(view: View, keys: frozenset[str]) -> View:
    """A view with only some of its moves."""
    return view.narrowed(entries=tuple(e for e in view.entries if e.line.key in keys))
