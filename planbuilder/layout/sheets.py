"""Pages to sheets: as many on a side as there are slots, backs behind their fronts, pages of a folded sheet in order.

What is left over stays blank, in the same place on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from planbuilder.geometry import Rect
from planbuilder.layout.moved import bled, moved, turned
from planbuilder.layout.sheet_marks import sheet_marks, trimmed
from planbuilder.model.imposition import Imposition, Slit
from planbuilder.model.pages import Drawing, Mark, Page

T = TypeVar("T")
DOT = " · "


class Slotted(NamedTuple):
    """A page in its slot; `on_its_head` on a sheet that is folded."""

    page: Page
    column: int
    row: int
    on_its_head: bool = False


class Side(NamedTuple):
    """One side of a sheet; what lies in no slot is blank."""

    leaves: tuple[Slotted, ...]
    back: bool = False


class Hand(NamedTuple):
    """What the hand works with: scissors to draw, whether it reads from the right, how far backs move for binding."""

    scissors: Drawing | None = None
    right_to_left: bool = False
    binding: float = 0.0


EMPTY = Hand()


def imposed(cards: Sequence[Sequence[Page]], imposition: Imposition, hand: Hand = EMPTY) -> tuple[Page, ...]:
    """The pages of all cards on sheets, sides in the order in which they are printed."""
    if imposition.plain:
        return tuple(page for pages in cards for page in pages)
    if hand.right_to_left:
        imposition = _facing(imposition)
    return tuple(_sheet(side, imposition, hand) for side in _sides(cards, imposition, hand.right_to_left))


def _facing(imposition: Imposition) -> Imposition:
    """The same for readers from the right: its slit on the other side."""
    slit, across = imposition.slit, imposition.across
    return replace(imposition, slit=Slit(slit.row, across - slit.end, across - slit.start)) if slit else imposition


def _sides(cards: Sequence[Sequence[Page]], imposition: Imposition, from_right: bool) -> Iterator[Side]:
    last = imposition.across - 1
    slots = [(last - column if from_right else column, row) for column, row in imposition.slots()]
    if imposition.order:
        for pages in cards:
            yield from _folded(pages, imposition.order, slots)
    elif imposition.backs:
        yield from _backed(cards, imposition, slots)
    else:
        for run in _runs([page for pages in cards for page in pages], len(slots)):
            yield Side(tuple(Slotted(page, *slot) for page, slot in zip(run, slots, strict=False)))


def _runs(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (items[at : at + size] for at in range(0, len(items), size))


def _folded(pages: Sequence[Page], order: Sequence[Sequence[int]], slots: Sequence[tuple[int, int]]) -> Iterator[Side]:
    """Booklets of one sheet each, as many as the pages take."""
    for booklet in _runs(pages, sum(map(len, order))):
        for k, numbers in enumerate(order):
            placed = [(n, slot) for n, slot in zip(numbers, slots, strict=True) if abs(n) <= len(booklet)]
            yield Side(tuple(Slotted(booklet[abs(n) - 1], *slot, n < 0) for n, slot in placed), back=k % 2 == 1)


def _backed(
    cards: Sequence[Sequence[Page]], imposition: Imposition, slots: Sequence[tuple[int, int]]
) -> Iterator[Side]:
    """Fronts, then their backs in slots that lie behind them once the sheet is turned over."""
    leaves = [pair for pages in cards for pair in zip_longest(pages[::2], pages[1::2])]
    for run in _runs(leaves, len(slots)):
        pairs = list(zip(run, slots, strict=False))
        yield Side(tuple(Slotted(front, *slot) for (front, _), slot in pairs))
        yield Side(tuple(Slotted(back, *_behind(imposition, *slot)) for (_, back), slot in pairs if back), back=True)


def _behind(imposition: Imposition, column: int, row: int) -> tuple[int, int]:
    if imposition.mirrors_columns:
        return imposition.across - 1 - column, row
    return column, imposition.down - 1 - row


def _sheet(side: Side, imposition: Imposition, hand: Hand) -> Page:
    """A side with everything on it; its page boxes say what is cut off."""
    bound_right = hand.right_to_left != (side.back and imposition.mirrors_columns)
    binding = hand.binding if side.back else 0.0
    marks = [mark for leaf in side.leaves for mark in _placed(leaf, leaf.page.marks, imposition, binding)]
    guides = [mark for leaf in side.leaves for mark in _placed(leaf, leaf.page.guides, imposition, binding)]
    marks += sheet_marks(imposition, hand.scissors, hole_right=bound_right)
    trim = trimmed(imposition) if imposition.bleed else None
    return Page(
        imposition.sheet,
        tuple(marks),
        _label(leaf.page.label for leaf in side.leaves),
        trim,
        _grown(trim, imposition.bleed) if trim else None,
        tuple(path for leaf in side.leaves for path in leaf.page.bookmarks),
        tuple(guides),
    )


def _placed(leaf: Slotted, marks: Iterable[Mark], imposition: Imposition, binding: float) -> Iterator[Mark]:
    """Some marks of a page where its slot is."""
    x, y = imposition.corner(leaf.column, leaf.row)
    size = leaf.page.size
    for mark in marks:
        if imposition.bleed:
            mark = bled(mark, size, imposition.bleed)
        if leaf.on_its_head:
            mark = turned(mark, size)
        yield moved(mark, x + binding, y)


def _grown(box: Rect, by: float) -> Rect:
    return Rect(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


def _label(labels: Iterable[str]) -> str:
    """What a side is called: as its only page, or from the first of its pages to the last: Week 1 · Squat – Lunge."""
    found = list(dict.fromkeys(filter(None, labels)))
    if len(found) < 2:
        return "".join(found)
    first, last = found[0].split(DOT), found[-1].split(DOT)
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[shared] == last[shared]:
        shared += 1
    return f"{DOT.join(first)} – {DOT.join(last[shared:])}"
