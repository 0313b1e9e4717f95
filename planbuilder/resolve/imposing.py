"""The sheet of a layout for a paper: how many pages it takes, how large they are, how they lie on it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, cast

from planbuilder.geometry import MM, Point, Size
from planbuilder.model.imposition import HOLES_APART, Imposition, Pens, Slit
from planbuilder.model.layout_spec import OrderSpec, SheetSpec, SlitSpec
from planbuilder.model.pages import Flip, Stroke
from planbuilder.problems import Word
from planbuilder.resolve.papers import Paper, kin_of, no_paper, paper_of
from planbuilder.resolve.tokens import Tokens

FLIPS = ("long-edge", "short-edge")
YES_OR_NO = ("yes", "no")
MOST_ACROSS = 20
ROUNDING = 0.5
SHARED_OUT = 5 * MM
TRIM_TICKS = 10 * MM  # 5 mm that no printer reaches and ticks of 5 mm; the bleed comes on top
OFF_TRIM = 3 * MM
FOLD_DASH = (1.2 * MM, 1.6 * MM)
HOLE_TO_EDGE = 10 * MM
BINDER = {True: 3, False: 2}


class Fit(NamedTuple):
    """A sheet as it is turned, how many pages it takes, and their size."""

    paper: Paper
    across: int
    down: int
    page: Size


class Air(NamedTuple):
    """What is left free on a sheet: between pages, and round all of them."""

    gutter: float
    border: float


def imposition(tokens: Tokens, paper: Paper, flip: Flip = "") -> Imposition:
    """How the pages of a layout lie on a paper; `flip` is how the caller's printer turns it over."""
    spec = tokens.spec.sheet
    if spec is None:
        return Imposition(paper.size, paper.size)
    bleed = tokens.length(spec.bleed)
    air = Air(max(tokens.length(spec.gutter), 2 * bleed), TRIM_TICKS + max(bleed, OFF_TRIM) if bleed else 0.0)
    fit = _carded(tokens, spec.card, paper, air) if spec.card else _divided(tokens, spec, paper, air)
    backs = cast("Flip", tokens.one_of(spec.backs, FLIPS, ""))
    made = Imposition(
        sheet=fit.paper.size,
        page=fit.page,
        across=fit.across,
        down=fit.down,
        gutter=air.gutter,
        bleed=bleed,
        backs=(flip or backs) if backs else "",
        order=_order(tokens, spec.order, fit) if spec.order else (),
        cut=_yes(tokens, spec.cut),
        fold=_yes(tokens, spec.fold),
        slit=_slit(tokens, spec.slit, fit) if spec.slit else None,
        punch=_holes(tokens, spec.punch, paper),
        pens=_pens(tokens),
    )
    wide, high = made.grid
    return replace(made, at=Point((made.sheet.width - wide) / 2, (made.sheet.height - high) / 2))


def _divided(tokens: Tokens, spec: SheetSpec, paper: Paper, air: Air) -> Fit:
    """Pages of equal size that share the sheet."""
    across, down = (_count(tokens, word) for word in (spec.across, spec.down))
    width, height = paper.size
    wide = (width - 2 * air.border - (across - 1) * air.gutter) / across
    high = (height - 2 * air.border - (down - 1) * air.gutter) / down
    return Fit(paper, across, down, Size(wide, high))


def _count(tokens: Tokens, word: Word | None) -> int:
    if word is None:
        return 1
    if word.text.isdecimal() and 1 <= int(word.text) <= MOST_ACROSS:
        return int(word.text)
    tokens.error(
        word.place, '"{word}" is no number of pages.', "write one from 1 to {most}", word=word.text, most=MOST_ACROSS
    )
    return 1


def _carded(tokens: Tokens, word: Word, paper: Paper, air: Air) -> Fit:
    """As many cards as the sheet takes, whichever way it is turned; what little is left over they share."""
    spec = tokens.spec.sheet
    if spec and (spec.across or spec.down):
        place = (spec.across or spec.down or word).place
        tokens.error(place, "The card already says how many there are.", "leave out across: and down:, or card:")
    card = paper_of(word.text)
    if card is None:
        tokens.problems.append(no_paper(word.place, word.text))
        return Fit(paper, 1, 1, paper.size)
    card = kin_of(card, paper)
    turns = [paper] if paper.turn else [paper, paper._replace(size=Size(paper.size.height, paper.size.width))]
    fits = [_cards_on(turned, card.size, air) for turned in turns]
    best = max(fits, key=lambda fit: fit.across * fit.down)
    if best.across * best.down:
        return best
    if air.border:
        hint = "choose a larger paper, or leave out bleed:"
        tokens.error(word.place, "{paper} is too small for a card of {card} that bleeds.", hint, **_shown(paper, card))
    return Fit(paper, 1, 1, paper.size)


def _shown(paper: Paper, card: Paper) -> dict[str, object]:
    return {"paper": paper.shown, "card": card.shown}


def _cards_on(paper: Paper, card: Size, air: Air) -> Fit:
    counts: list[int] = []
    sides: list[float] = []
    for whole, side in zip(paper.size, card, strict=True):
        room = whole - 2 * air.border
        count = int((room + air.gutter + ROUNDING) / (side + air.gutter))
        left = room - count * side - (count - 1) * air.gutter
        counts.append(count)
        sides.append(side + left / count if count and left <= SHARED_OUT and not air.border else side)
    return Fit(paper, counts[0], counts[1], Size(*sides))


def _order(tokens: Tokens, spec: OrderSpec, fit: Fit) -> tuple[tuple[int, ...], ...]:
    """The numbers of each side, row by row; every page once."""
    rows = [[_signed(word) for word in row] for row in spec.rows]
    numbers = [n for row in rows for n in row]
    whole = len(rows) % fit.down == 0 and all(len(row) == fit.across for row in rows)
    if not whole or sorted(map(abs, numbers)) != list(range(1, len(numbers) + 1)):
        pattern = "The order needs {down} rows of {across} numbers for each side, and every page once."
        hint = "write a list of lists: [[-4, -3], [1, 2]]; a minus stands a page on its head"
        tokens.error(spec.place, pattern, hint, down=fit.down, across=fit.across)
        return ()
    size = fit.across * fit.down
    return tuple(tuple(numbers[at : at + size]) for at in range(0, len(numbers), size))


def _signed(word: Word) -> int:
    digits = word.text.removeprefix("-")
    if not digits.isdecimal() or len(digits) > 3:
        return 0
    return -int(digits) if word.text.startswith("-") else int(digits)


def _slit(tokens: Tokens, spec: SlitSpec, fit: Fit) -> Slit | None:
    row, start, end = (_signed(word) for word in (spec.after_row, spec.from_, spec.to))
    if 1 <= row < fit.down and 0 <= start < end <= fit.across:
        return Slit(row, start, end)
    example = "{after-row: 1, from: 1, to: 3}"
    tokens.error(spec.place, "This cut does not lie between two rows of the sheet.", "write {example}", example=example)
    return None


def _yes(tokens: Tokens, word: Word | None) -> bool:
    return tokens.one_of(word, YES_OR_NO, "no") == "yes"


def _holes(tokens: Tokens, word: Word | None, paper: Paper) -> int:
    """How many holes a binder wants: as written, or as is usual for the paper; two where three are too far apart."""
    choice = tokens.one_of(word, (*YES_OR_NO, "2", "3"), "no")
    wanted = int(choice) if choice.isdecimal() else BINDER[paper.inches] * (choice == "yes")
    return min(wanted, 2) if 2 * (HOLES_APART[3] + HOLE_TO_EDGE) > paper.size.height else wanted


def _pens(tokens: Tokens) -> Pens:
    ink, slate = (tokens.named_colour(name) for name in ("ink", "slate"))
    return Pens(
        cut=Stroke(0.25, ink),
        fold=Stroke(0.4, slate, FOLD_DASH),
        slit=Stroke(0.75, ink),
        punch=Stroke(0.5, tokens.named_colour("rule")),
        scissors=slate,
    )
