"""Every exercise and every dose of a plan stands on a page of every layout, the two of them together."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from clear_pages import missing, said_on, saying

from planbuilder.build import print_each
from planbuilder.load import load
from planbuilder.load.files import Folders
from planbuilder.model.choices import Choices
from planbuilder.model.deck import Deck
from planbuilder.model.pages import Page
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
    without = tuple(page for page in pages["wall"] if not saying("Week 4").search(said_on(page)))
    assert missing(deck, without) == ["Bridge hold: 40 s"]
