"""Pages that are being fitted: what each shows and says, how big it all is, and what does not fit."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import floor
from typing import NamedTuple

from planbuilder.layout.bind import page_box
from planbuilder.layout.boxes import Room
from planbuilder.layout.desk import Desk, Press, Sheet
from planbuilder.layout.fit import NATURAL, Sizes, Trouble, Words
from planbuilder.layout.frames import Stack
from planbuilder.layout.shares import shareable
from planbuilder.model.design import Node, Style
from planbuilder.model.view import View

SLACK = 0.1
NOTCH = 1 / 80  # sizes go down in notches, so that pages that are nearly alike come out alike
LEAST_STEP = 1e-4


class Spread(NamedTuple):
    """One page to be made: its card by position, its tree, and what it shows."""

    card: int
    tree: tuple[Node, ...]
    sheet: Sheet

    @property
    def view(self) -> View:
        """The view that the page begins with."""
        return self.sheet.view

    @property
    def shareable(self) -> bool:
        """Whether the page could be shared over more."""
        press = self.sheet.press
        return shareable(press.design, self.view, press.axes_of(self.tree))


@dataclass(slots=True)
class Tried:
    """A page as it stands, and what does not fit."""

    spread: Spread
    box: Stack
    troubles: tuple[Trouble, ...]

    @property
    def moves(self) -> str:
        """The names of the exercises on it."""
        return ", ".join(dict.fromkeys(entry.line.move.name for entry in self.spread.view.entries))


@dataclass(slots=True)
class Fitting:
    """The state of the ladder for pages that belong together.

    `hopeless` are the pages that no step can make fit, `fills` says how full each is at its tightest.
    `may_press` lets type shrink to its floor where nothing else helps, `pressed` says that it came to that.
    `strained` are the cards that would have all others shrink far.
    """

    press: Press
    spreads: Sequence[Spread]
    words: list[Words]
    sizes: Sizes = NATURAL
    tried: list[Tried] = field(default_factory=list)
    notes: list[Trouble] = field(default_factory=list)
    fills: tuple[float, ...] = ()
    hopeless: frozenset[int] = frozenset()
    may_press: bool = False
    pressed: bool = False
    strained: frozenset[int] = frozenset()
    known: dict[Hashable, Tried] = field(default_factory=dict)

    def try_out(self) -> bool:
        """Make all pages as tightly as it stands; whether they fit."""
        self.tried = list(self.pages())
        return not any(t.troubles for t in self.tried)

    def pages(self) -> Iterator[Tried]:
        """The pages as tightly as it stands; those that stand as they did before are not made again."""
        tight: dict[int, Hashable] = {}
        for k, spread in enumerate(self.spreads):
            tree = id(spread.tree)
            if tree not in tight:
                tight[tree] = self._tightness(spread.tree)
            key = k, self.words[k], tight[tree]
            found = self.known.get(key)
            if found is None:
                found = self.known[key] = self._page(k, spread)
            yield found

    def _tightness(self, tree: tuple[Node, ...]) -> Hashable:
        """All that sizes say to a tree."""
        sizes, styles = self.sizes, self.press.needs_of(tree).styles
        return sizes.closed, sizes.grown, *[sizes.state(style.group) for style in styles]

    def _page(self, k: int, spread: Spread) -> Tried:
        """One page, bound with the room for sets that it or its kind had before; once more where its own differs."""
        press, sheet, tree = self.press, spread.sheet, id(spread.tree)
        for _ in range(2):
            known = sheet.rooms or press.sets_rooms.get(tree, {})
            box = page_box(Desk(spread.sheet, self.words[k], self.sizes, known), spread.tree, press.page_look)
            rooms = sheet.rooms = press.sets_rooms[tree] = dict(box.sets)
            if rooms == known:
                break
        return Tried(spread, box, page_troubles(press, box))

    @property
    def overfull(self) -> frozenset[int]:
        """The cards with a page that does not fit and cannot be shared over more."""
        if self.hopeless:
            return frozenset()
        return frozenset(p.spread.card for p in self.tried if p.troubles and not p.spread.shareable)

    def style(self, group: str) -> Style:
        """The style that a group of roles is named after."""
        return self.press.design.styles[group]

    def least(self, group: str) -> float:
        """The smallest share of its size that a group may have now."""
        return self.press.least(group, pressed=self.pressed)

    def scale(self, group: str) -> float:
        """How much of its size a group has left."""
        return dict(self.sizes.scales).get(group, 1.0)

    def shrink(self, group: str, ratio: float) -> bool:
        """Let a group shrink, no further than its style says; whether that changed anything."""
        now = self.scale(group)
        new = max(self.least(group), floor(now * ratio / NOTCH) * NOTCH)
        if new > now - LEAST_STEP:
            return False
        self.resize(group, new)
        return True

    def resize(self, group: str, scale: float) -> None:
        """Give a group a share of its size."""
        scales = {**dict(self.sizes.scales), group: scale}
        if scale == 1.0:
            del scales[group]
        self.sizes = replace(self.sizes, scales=tuple(sorted(scales.items())))


def page_troubles(press: Press, box: Stack) -> tuple[Trouble, ...]:
    """What does not fit on a page; all together may be too tall for it."""
    width, height = press.design.page
    room = Room(width)
    need = box.tall(room)
    tall = (box.trouble("tall", height / need),) if need > height + SLACK else ()
    return box.troubles(room) + tall
