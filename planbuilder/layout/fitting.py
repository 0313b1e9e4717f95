"""The ladder: pages are built and put together; where something does not fit, one step tighter, and again.

Sizes hold for all pages that belong together, words page by page, a short name for all pages of its card.
Steps ask the boxes what they can give; they never look for a role by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import floor
from typing import NamedTuple

from planbuilder.layout.bind import page_box
from planbuilder.layout.boxes import Room, walk
from planbuilder.layout.desk import Desk, Outcome, Press, Sheet
from planbuilder.layout.fit import NATURAL, Sizes, Trouble, TroubleKind, Words
from planbuilder.layout.frames import Stack
from planbuilder.layout.likeness import likeness
from planbuilder.layout.parts.cues import Cues
from planbuilder.layout.parts.text import Text
from planbuilder.layout.shares import shareable
from planbuilder.model.design import Node, Style
from planbuilder.model.view import View

SLACK = 0.1
NOTCH = 1 / 80  # sizes go down in notches, so that pages that are nearly alike come out alike
LEAST_STEP = 1e-4
MOST_TRIES = 200


class Spread(NamedTuple):
    """One page to be made: its card by position, its tree, and what it shows."""

    card: int
    tree: tuple[Node, ...]
    sheet: Sheet

    @property
    def view(self) -> View:
        """The view that the page begins with."""
        return self.sheet.view


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


def fitted(press: Press, spreads: Sequence[Spread], *, may_press: bool = False) -> Fitting:
    """The pages with as few steps down the ladder as it takes; some trouble is left where no step can help."""
    fitting = Fitting(press, spreads, [Words()] * len(spreads), may_press=may_press)
    if fitting.try_out():
        return fitting
    key = may_press, *((id(t.spread.tree), likeness(t.box)) for t in fitting.tried)
    known = press.outcomes.get(key)
    if known:
        alike = Fitting(press, spreads, list(known.words), known.sizes, notes=list(known.notes))
        if alike.try_out():
            return alike
    _descend(fitting)
    press.outcomes[key] = Outcome(tuple(fitting.words), fitting.sizes, tuple(fitting.notes))
    return fitting


def _descend(fitting: Fitting) -> None:
    if any(t.kind == "tall" for t in _troubles(fitting)) and _hopeless(fitting):
        return
    for _ in range(MOST_TRIES):
        rung = next((steps for steps in LADDER if sum(step(fitting) for step in steps)), None)
        if rung is None:
            return
        if fitting.try_out():
            _give_back(fitting)
            return


GIVE_BACK: tuple[Callable[[Words], Words], ...] = (
    lambda words: replace(words, yielded=False),
    lambda words: replace(words, spared=False),
)


def _give_back(fitting: Fitting) -> None:
    """Optional parts that went before something larger did come back on the pages that have room for them now."""
    for back in GIVE_BACK:
        given = fitting.words
        fitting.words = [back(words) for words in given]
        if fitting.words == given or fitting.try_out():
            continue
        kept = zip(fitting.tried, fitting.words, given, strict=True)
        fitting.words = [was if page.troubles else new for page, new, was in kept]
        fitting.try_out()


def _hopeless(natural: Fitting) -> bool:
    """Whether pages that can be shared are too tall even at their tightest: then only more pages help."""
    press, spreads = natural.press, natural.spreads
    if not any(shareable(press.design, s.view) for s in spreads):
        return False
    groups = sorted({s.group for s in press.design.styles.values()})
    dropped = frozenset(entry.line.key for s in spreads for entry in s.view.entries)
    tightest = Sizes(closed=True, scales=tuple((g, press.least(g)) for g in groups))
    words = Words(True, True, True, True, dropped, True)
    fitting = Fitting(press, spreads, [words] * len(spreads), tightest)
    fitting.try_out()
    natural.fills = tuple(_filled(press, page) for page in fitting.tried)
    natural.hopeless = frozenset(k for k, page in enumerate(fitting.tried) if _too_tall(press, page))
    return bool(natural.hopeless)


def _too_tall(press: Press, page: Tried) -> bool:
    return any(t.kind == "tall" for t in page.troubles) and shareable(press.design, page.spread.view)


def _filled(press: Press, page: Tried) -> float:
    """How much of its page a box fills."""
    width, height = press.design.page
    return page.box.tall(Room(width)) / height


# Steps: each takes the fitting one notch tighter and says whether it could.

Step = Callable[[Fitting], bool]


def short_names(fitting: Fitting) -> bool:
    """Short names, on all pages of a card whose names are too wide."""
    cards = {p.spread.card for p in fitting.tried if any("short name" in t.offers for t in p.troubles if _wide(t))}
    return _reword(fitting, lambda k: fitting.spreads[k].card in cards, lambda w: replace(w, short=True))


def sparing(fitting: Fitting) -> bool:
    """What is only there to fill spare room goes."""
    return _give(fitting, "spare", lambda w: replace(w, spared=True), wide=False)


def yielding(fitting: Fitting) -> bool:
    """Optional parts go."""
    return _give(fitting, "yield", lambda w: replace(w, yielded=True), wide=False)


def short_cues(fitting: Fitting) -> bool:
    """Cues in their short form."""
    return _give(fitting, "short cue", lambda w: replace(w, short_cues=True), wide=True)


def fewer_cues(fitting: Fitting) -> bool:
    """The lower end of a range of cues."""
    return _give(fitting, "fewer cues", lambda w: replace(w, fewer=True), wide=False)


def close_gaps(fitting: Fitting) -> bool:
    """Gaps between columns close, where something is too wide."""
    if fitting.sizes.closed or not any(_wide(t) and "close gaps" in t.offers for t in _troubles(fitting)):
        return False
    fitting.sizes = replace(fitting.sizes, closed=True)
    return True


def fit_widths(fitting: Fitting) -> bool:
    """Every group that is too wide shrinks if that is enough; else it wraps at full size, where it may."""
    return bool(sum(_narrower(fitting, group, ratio) for group, ratio in _worst(fitting, _wide).items()))


def _narrower(fitting: Fitting, group: str, ratio: float) -> bool:
    style, sizes = fitting.style(group), fitting.sizes
    if fitting.scale(group) * ratio >= fitting.least(group) and fitting.shrink(group, ratio):
        return True
    if style.most <= style.lines or group in sizes.two_lines:
        return False
    fitting.sizes = replace(sizes, two_lines=sizes.two_lines | {group})
    fitting.resize(group, 1.0)
    return True


def shrink_wide(fitting: Fitting) -> bool:
    """What is still too wide shrinks as far as it may."""
    return bool(sum(fitting.shrink(group, ratio) for group, ratio in _worst(fitting, _wide).items()))


def break_words(fitting: Fitting) -> bool:
    """What is still too wide takes more lines than it should, or breaks its words."""
    return bool(sum(_broken(fitting, group) for group in _worst(fitting, _wide)))


def _broken(fitting: Fitting, group: str) -> bool:
    sizes, troubles = fitting.sizes, [t for t in _troubles(fitting) if group in t.groups]
    kinds = {t.kind for t in troubles}
    if "lines" in kinds and group not in sizes.open:
        fitting.sizes = replace(sizes, open=sizes.open | {group})
    elif "word" in kinds and group not in sizes.broken:
        fitting.sizes = replace(sizes, broken=sizes.broken | {group})
    else:
        return False
    fitting.notes += [t for t in troubles if t.kind in ("lines", "word") and t.words]
    return True


def shrink_low(fitting: Fitting) -> bool:
    """What is in a box too low shrinks, smallest roles first."""
    return _shrink_for(fitting, "low", set(_worst(fitting, lambda t: t.kind == "low")))


def shrink_tall(fitting: Fitting) -> bool:
    """On a page too tall, what makes it lower shrinks, smallest roles first."""
    pages = [p for p in fitting.tried if any(t.kind == "tall" for t in p.troubles)]
    traits = [page.box.traits for page in pages]
    return _shrink_for(fitting, "tall", {g for t in traits for g in (t.groups if fitting.pressed else t.giving)})


def give_up_cue(fitting: Fitting) -> bool:
    """The row with a name of two lines, or the only move of a page, gives up its last cue."""
    fresh = False
    for k, page in enumerate(fitting.tried):
        if any(t.kind in ("tall", "low") for t in page.troubles):
            givers = _givers(page)
            if givers:
                words = fitting.words[k]
                fitting.words[k] = replace(words, dropped=words.dropped | {givers[0]})
                fresh = True
    return fresh


def grow_boxes(fitting: Fitting) -> bool:
    """Boxes of a fixed height grow round their text, the last resort."""
    if fitting.sizes.grown or not any(t.kind == "low" and t.groups for t in _troubles(fitting)):
        return False
    fitting.notes += [t for t in _troubles(fitting) if t.kind == "low" and t.groups]
    fitting.sizes = replace(fitting.sizes, grown=True)
    return True


def press_on(fitting: Fitting) -> bool:
    """Type may shrink to its floor, where nothing else helps and no more pages do."""
    if fitting.pressed or not fitting.may_press:
        return False
    fitting.pressed = True
    fitting.notes += [t._replace(words=page.moves) for page in fitting.tried for t in page.troubles if t.kind == "tall"]
    return True


# The rungs of the ladder; the steps on one rung are taken together.
LADDER: tuple[tuple[Step, ...], ...] = (
    (sparing,),
    (yielding,),
    (short_names, short_cues),
    (fewer_cues,),
    (close_gaps,),
    (fit_widths,),
    (shrink_wide,),
    (break_words,),
    (shrink_low,),
    (shrink_tall,),
    (give_up_cue,),
    (grow_boxes,),
    (press_on,),
)


def _troubles(fitting: Fitting) -> list[Trouble]:
    return [t for page in fitting.tried for t in page.troubles]


def _wide(trouble: Trouble) -> bool:
    return trouble.kind in ("word", "lines", "part")


def _high(trouble: Trouble) -> bool:
    return trouble.kind in ("low", "tall")


def _worst(fitting: Fitting, wanted: Callable[[Trouble], bool]) -> Mapping[str, float]:
    """The worst ratio of each group in some kinds of trouble."""
    out: dict[str, float] = {}
    for trouble in _troubles(fitting):
        if wanted(trouble):
            for group in sorted(trouble.groups):
                out[group] = min(out.get(group, 1.0), trouble.ratio)
    return out


def _give(fitting: Fitting, offer: str, tighter: Callable[[Words], Words], *, wide: bool) -> bool:
    """Pages in trouble give what is on offer where the trouble is; a page too tall gives it anywhere on it."""
    pages = {
        k
        for k, page in enumerate(fitting.tried)
        if any(offer in t.offers for t in page.troubles if _high(t) or (wide and _wide(t)))
    }
    return _reword(fitting, lambda k: k in pages, tighter)


def _reword(fitting: Fitting, wanted: Callable[[int], bool], tighter: Callable[[Words], Words]) -> bool:
    new = [tighter(w) if wanted(k) else w for k, w in enumerate(fitting.words)]
    changed = new != fitting.words
    fitting.words = new
    return changed


def _shrink_for(fitting: Fitting, kind: TroubleKind, groups: set[str]) -> bool:
    """Shrink groups one after the other, each as far as it may and no further than it must, until a trouble is over."""
    changed = False
    for group in sorted(groups, key=lambda g: (fitting.style(g).size, g)):
        high, least = fitting.scale(group), fitting.least(group)
        if not fitting.shrink(group, least / high):
            continue
        changed = True
        if not _any_left(fitting, kind):
            _halve(fitting, group, kind, least, high)
            break
    return changed


def _any_left(fitting: Fitting, kind: TroubleKind) -> bool:
    """Whether some page is still in a kind of trouble; the pages after it need not be made."""
    return any(trouble.kind == kind for page in fitting.pages() for trouble in page.troubles)


def _halve(fitting: Fitting, group: str, kind: TroubleKind, low: float, high: float) -> None:
    """Give a group the largest size that keeps a trouble away, to a notch."""
    while high - low > NOTCH + LEAST_STEP:
        middle = round((low + high) / 2 / NOTCH) * NOTCH
        fitting.resize(group, middle)
        if _any_left(fitting, kind):
            high = middle
        else:
            low = middle
    fitting.resize(group, low)


def _givers(page: Tried) -> list[str]:
    """Moves on a page that may give up a cue, in order."""
    boxes = list(walk(page.box))
    cues = [b.owner for b in boxes if isinstance(b, Cues) and b.owner]
    wrapped = {b.owner for b in boxes if isinstance(b, Text) and b.owner and b.wrapped}
    alone = len({e.line.key for e in page.spread.view.entries}) == 1
    return [owner for owner in cues if alone or owner in wrapped]
