"""Every exercise and every dose of a plan stands on a page of every layout, the two of them together."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from clear_pages import missing

from planbuilder.build import build, print_each
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


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_missing_would_be_seen(layout: str, tmp_path: Path) -> None:
    text = (SHIPPED.shipped / "plans" / "six-weeks-to-steady-hips.yaml").read_text("utf-8")
    (tmp_path / "other.yaml").write_text(text.replace("45s, 50s]", "45s, 55s]").replace("  - lunge\n", ""), "utf-8")
    deck, _ = printed("six-weeks-to-steady-hips")
    other, problems = build(str(tmp_path / "other.yaml"), Choices(layout=layout), SHIPPED)
    assert other is not None, problems
    lost = missing(deck, other.pages, layout in FROM_TO)
    assert lost[-1] == "Bridge hold: 50\u00a0s"
    assert {one.partition(":")[0] for one in lost} == {"Lunge", "Bridge hold"}
