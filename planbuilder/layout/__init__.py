"""Deck and design to finished pages. Text is measured through `Measure` only; nothing is left to wrap or fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from planbuilder.layout.boxes import Spot
from planbuilder.layout.deal import deal, pages_of
from planbuilder.layout.desk import Press, Sheet
from planbuilder.layout.fitting import Fitting, Spread, Tried
from planbuilder.layout.ladder import fitted
from planbuilder.layout.lines import Setter
from planbuilder.layout.mirror import mirrored, right_to_left
from planbuilder.layout.outlines import outlines
from planbuilder.layout.parts.art import Icons
from planbuilder.layout.reports import misfits, nothing_said, reports
from planbuilder.layout.shares import Shares, Stuck
from planbuilder.layout.sheets import Hand, imposed
from planbuilder.layout.wayfinding import addresses_of, bookmarks_of, label_of, linked
from planbuilder.model.deck import Deck
from planbuilder.model.design import Design
from planbuilder.model.levels import many_levels
from planbuilder.model.measure import Measure
from planbuilder.model.pages import Artwork, Mark, Page
from planbuilder.model.view import View, view_of
from planbuilder.problems import Problem


def lay_out(
    deck: Deck, design: Design, measure: Measure, drawings: Mapping[str, Artwork], *, guides: bool = False
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """The pages of a plan in a design; problems say what was left out or broken, and what fits no page.

    With `guides` the pages know where their boxes are.
    """
    press = Press(design, Setter(measure), Icons(drawings), deck.words)
    groups = _done(press, view_of(deck))
    done = [fitting for group in groups for fitting in group]
    pages = [pages for group in groups for pages in _cards(press, group, deck, guides)]
    problems = misfits(design, done) or nothing_said(design, done) or reports(design, done)
    return imposed(pages, design.imposition, _hand(press, deck)), tuple(problems)


def _done(press: Press, view: View) -> list[list[Fitting]]:
    """All cards fitted: with levels side by side where all of them fit, else with a card each."""
    done: list[list[Fitting]] = []
    for group in _groups(press.design, deal(press.design, view)):
        done.append(_fitted(press, group))
        if "levels" in press.design.split and any(map(_crowded, done[-1])):
            return [_fitted(press, group) for group in _groups(press.design, deal(press.design, view, apart=True))]
    return done


def _groups(design: Design, cards: tuple[View, ...]) -> list[tuple[View, ...]]:
    """The cards that share their sizes."""
    return [group for group in ([cards] if design.together == "all" else [(card,) for card in cards]) if group]


def _cards(press: Press, group: list[Fitting], deck: Deck, guides: bool) -> Iterator[tuple[Page, ...]]:
    """The pages of each card."""
    pages = sorted((page for fitting in group for page in fitting.tried), key=lambda page: page.spread.card)
    for _, run in groupby(pages, key=lambda tried: tried.spread.card):
        yield tuple(_page(press, tried, deck, guides) for tried in run)


def _hand(press: Press, deck: Deck) -> Hand:
    design, from_right = press.design, right_to_left(deck.language)
    aside = design.margin.end - design.margin.start if design.imposition.punch else 0.0
    scissors = press.icons.coloured("icon:scissors", design.imposition.pens.scissors)
    return Hand(scissors, from_right, -aside if from_right else aside)


def _fitted(press: Press, cards: tuple[View, ...]) -> list[Fitting]:
    """Cards that share their sizes; the few that would have all others shrink far share sizes of their own."""
    fitting = _shared(press, cards, may_press=False)
    few = fitting.strained | fitting.overfull
    if not 0 < len(few) < len(cards) or max(few) >= len(cards):
        return [_pressed(press, cards, fitting)]
    return [_some(press, cards, [k for k in range(len(cards)) if (k in few) == apart]) for apart in (False, True)]


def _some(press: Press, cards: tuple[View, ...], numbers: list[int]) -> Fitting:
    """Some of the cards, by their numbers."""
    some = tuple(cards[k] for k in numbers)
    fitting = _pressed(press, some, _shared(press, some, may_press=False))
    for page in fitting.tried:
        page.spread = page.spread._replace(card=numbers[page.spread.card])
    return fitting


def _pressed(press: Press, cards: tuple[View, ...], fitting: Fitting) -> Fitting:
    """The same where all fits; else with type that may be as small as its floor."""
    return _shared(press, cards, may_press=True) if any(page.troubles for page in fitting.tried) else fitting


def _shared(press: Press, cards: tuple[View, ...], *, may_press: bool) -> Fitting:
    """Pages that share their sizes, each card on as few as hold it."""
    shares = [Shares(press.design, card) for card in cards]
    while True:
        spreads = list(_spreads(press, [share.views for share in shares]))
        fitting = fitted(press, spreads, may_press=may_press)
        stuck = _stuck(fitting)
        apart = {card: shares[card].apart() for card in stuck}
        if any(apart.values()):
            shares = [part for card, whole in enumerate(shares) for part in apart.get(card) or (whole,)]
            continue
        if fitting.overfull:
            return fitting
        moved = [shares[card].further(pages) for card, pages in stuck.items()]
        if not any(moved):
            return fitting


def _crowded(fitting: Fitting) -> bool:
    """Whether levels stand side by side at the price of something else; with a card each nothing is lost."""
    together = [page for page in fitting.tried if many_levels(page.spread.view)]
    lost = fitting.notes or any(words.dropped for words in fitting.words)
    return bool(together) and (bool(lost) or any(p.troubles or p.spread.view.facts.parts > 1 for p in together))


def _stuck(fitting: Fitting) -> dict[int, list[Stuck]]:
    """What does not fit of each card; a page that each of its parts has once says how many it fills at the least."""
    kinds: dict[tuple[int, int], list[float]] = {}
    for page, fill in zip(fitting.tried, fitting.fills, strict=False):
        kinds.setdefault((page.spread.card, id(page.spread.tree)), []).append(fill)
    found: dict[int, list[Stuck]] = {}
    for k, page in enumerate(fitting.tried):
        if k in fitting.hopeless or (page.troubles and not fitting.hopeless):
            card, tree, sheet = page.spread
            helping = _helping(fitting.press.axes_of(tree), fitting.press.across_of(tree), fitting, page)
            fills = kinds.get((card, id(tree)), ())
            once = len(fills) == sheet.view.facts.parts
            found.setdefault(card, []).append(Stuck(helping, sum(fills) if once else 0.0))
    return found


def _helping(axes: frozenset[str], across: frozenset[str], fitting: Fitting, page: Tried) -> frozenset[str]:
    """The axes whose sharing may help a page: those across where it is too wide, those down where it is too tall."""
    if fitting.hopeless:
        down = axes - across
        return down if "weeks" in down and len(page.spread.view.weeks) > 1 else axes
    if any(trouble.kind == "part" for trouble in page.troubles):
        return axes & across or axes
    return axes


def _spreads(press: Press, cards: list[tuple[View, ...]]) -> Iterator[Spread]:
    for k, views in enumerate(cards):
        for view in views:
            for tree, page in pages_of(press.design, view):
                yield Spread(k, tree, Sheet(press, page))


def _page(press: Press, tried: Tried, deck: Deck, guides: bool) -> Page:
    view, page = tried.spread.view, press.design.page
    marks: list[Mark] = []
    tried.box.put(marks, Spot(0.0, 0.0, *page))
    addresses = addresses_of(view)
    if addresses:
        marks = [linked(mark, addresses) for mark in marks]
    frames: list[Mark] = [*outlines(tried.box, page)] if guides else []
    if right_to_left(deck.language):
        marks, frames = ([mirrored(mark, page.width) for mark in some] for some in (marks, frames))
    return Page(page, tuple(marks), label_of(view), bookmarks=bookmarks_of(view), guides=tuple(frames))
