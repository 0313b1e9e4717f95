"""The ladder: pages are built and put together; where something does not fit, one step tighter, and again.

Sizes hold for all pages that belong together, words page by page, a short name for all pages of its card.
Steps ask the boxes what they can give; they never look for a role by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from planbuilder.layout.boxes import Room, walk
from planbuilder.layout.desk import Outcome, Press
from planbuilder.layout.fit import Sizes, Trouble, TroubleKind, Words
from planbuilder.layout.fitting import LEAST_STEP, NOTCH, Fitting, Spread, Tried
from planbuilder.layout.likeness import likeness
from planbuilder.layout.parts.cues import Cues
from planbuilder.layout.parts.text import Text
from planbuilder.problems import Place

MOST_TRIES = 200
STRAIN = 0.85


def fitted(press: Press, spreads: Sequence[Spread], *, may_press: bool = False) -> Fitting:
    """The pages with as few steps down the ladder as it takes; some trouble is left where no step can help."""
    fitting = Fitting(press, spreads, [Words()] * len(spreads), may_press=may_press)
    if fitting.try_out():
        return fitting
    fitting.strained = frozenset(page.spread.card for page in fitting.tried if _strains(press, page))
    key = may_press, *((id(t.spread.tree), likeness(t.box)) for t in fitting.tried)
    known = press.outcomes.get(key)
    if known and known.hopeless:
        fitting.hopeless, fitting.fills = known.hopeless, known.fills
        return fitting
    if known:
        alike = replace(fitting, words=list(known.words), sizes=known.sizes, notes=list(known.notes))
        if alike.try_out():
            return alike
    _descend(fitting)
    said = tuple(fitting.words), fitting.sizes, tuple(fitting.notes)
    press.outcomes[key] = Outcome(*said, fitting.hopeless, fitting.fills)
    return fitting


def _strains(press: Press, page: Tried) -> bool:
    """Whether something that stands on one line would have its role shrink far."""
    styles = press.design.styles
    tight = (t.groups for t in page.troubles if t.kind == "lines" and t.ratio < STRAIN)
    return any(styles[group].most == 1 and press.least(group) < 1 for groups in tight for group in groups)


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
    """Optional parts that went before something larger did come back on the pages that have room for them now.

    Where there is no room for all that is spare, part by part.
    """
    needs_of = fitting.press.needs_of
    places = dict.fromkeys(place for spread in fitting.spreads for place in needs_of(spread.tree).spare)
    for back in (*GIVE_BACK, *map(_coming_back, places)):
        given = fitting.words
        fitting.words = [back(words) for words in given]
        if fitting.words == given or fitting.try_out():
            continue
        kept = zip(fitting.tried, fitting.words, given, strict=True)
        fitting.words = [was if page.troubles else new for page, new, was in kept]
        fitting.try_out()


def _coming_back(place: Place) -> Callable[[Words], Words]:
    return lambda words: replace(words, back=words.back | {place}) if words.spared else words


def _hopeless(natural: Fitting) -> bool:
    """Whether pages that can be shared are too tall even at their tightest: then only more pages help."""
    press, spreads = natural.press, natural.spreads
    if not any(s.shareable for s in spreads):
        return False
    groups = sorted({s.group for s in press.design.styles.values()})
    dropped = frozenset(entry.line.key for s in spreads for entry in s.view.entries)
    tightest = Sizes(closed=True, scales=tuple((g, press.least(g)) for g in groups))
    words = Words(True, True, True, True, dropped, True)
    fitting = Fitting(press, spreads, [words] * len(spreads), tightest)
    fitting.try_out()
    natural.fills = tuple(_filled(press, page) for page in fitting.tried)
    natural.hopeless = frozenset(k for k, page in enumerate(fitting.tried) if _too_tall(page))
    return bool(natural.hopeless)


def _too_tall(page: Tried) -> bool:
    return any(t.kind == "tall" for t in page.troubles) and page.spread.shareable


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
