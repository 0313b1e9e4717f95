"""Every exercise and every dose of a plan stands on a page of every layout, the two of them together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from planbuilder.build import print_each
from planbuilder.load import load
from planbuilder.load.files import Folders
from planbuilder.model.choices import Choices
from planbuilder.model.deck import Deck, Line
from planbuilder.model.pages import Glyphs, Page
from planbuilder.model.view import EMPTY_PLACE
from planbuilder.resolve import resolve

SHIPPED = Folders.standard(Path("/nowhere"))
PLANS = SHIPPED.names("plans")
LAYOUTS = ("cards", "handout", "large-print", "pocket", "poster", "tracker", "wall")
FROM_TO = ("pocket",)  # says where a dose begins and where it ends


@lru_cache(maxsize=1)
def printed(plan: str) -> tuple[Deck, dict[str, tuple[Page, ...]]]:
    loaded, problems = load(plan, "all", SHIPPED)
    assert loaded is not None, problems
    deck, _ = resolve(loaded.plan, loaded.library, Choices())
    prints, problems = print_each(loaded, Choices())
    assert deck is not None
    assert prints, [p.message for p in problems]
    return deck, {one.design.name: one.pages for one in prints}


def words_of(page: Page) -> str:
    return " ".join(mark.words for mark in page.marks if isinstance(mark, Glyphs)).replace("\u00a0", " ")


def to_be_found(deck: Deck, ends: bool) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The names of every exercise with the words of each of its doses, or of the first and last week's."""
    lines: dict[str, list[Line]] = {}
    for row in deck.workouts:
        for line in (line for workout in row if workout for line in workout.lines):
            lines.setdefault(line.key, []).append(line)
    for weeks in lines.values():
        for line in (weeks[0], weeks[-1]) if ends else weeks:
            names = tuple(filter(None, (line.move.name, line.move.short)))
            for dose in line.doses:
                amounts = (dose.amount, dose.amount_spoken) if dose.amount != EMPTY_PLACE else ("",)
                yield names, tuple(amount.replace("\u00a0", " ") for amount in amounts)


def missing(deck: Deck, pages: tuple[Page, ...], ends: bool = False) -> list[str]:
    words = [words_of(page) for page in pages]
    return [
        f"{names[0]}: {amounts[0]}"
        for names, amounts in dict.fromkeys(to_be_found(deck, ends))
        if not any(any(n in w for n in names) and any(a in w for a in amounts) for w in words)
    ]


def test_all_seven_layouts_are_looked_at() -> None:
    _, pages = printed("six-weeks-to-steady-hips")
    assert set(pages) >= set(LAYOUTS)


@pytest.mark.parametrize("plan", PLANS)
def test_no_exercise_and_no_dose_is_lost(plan: str) -> None:
    deck, pages = printed(plan)
    lost = {layout: missing(deck, pages[layout], layout in FROM_TO) for layout in LAYOUTS}
    assert lost == {layout: [] for layout in LAYOUTS}


def test_a_missing_dose_would_be_seen() -> None:
    deck, pages = printed("six-weeks-to-steady-hips")
    without = tuple(page for page in pages["wall"] if "Week 4" not in words_of(page))
    assert missing(deck, without) == ["Bridge hold: 40 s"]
