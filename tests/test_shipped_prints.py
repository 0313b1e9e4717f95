"""Every shipped plan in every shipped layout is ready to print."""

from pathlib import Path

import pytest

from planbuilder.build import build
from planbuilder.load.files import Folders
from planbuilder.load.layouts import printable
from planbuilder.model.choices import Choices
from planbuilder.prepress.proof import Floors, by_pages, proof
from planbuilder.problems import has_errors, told

SHIPPED = Folders.standard(Path("/nowhere"))
PLANS = SHIPPED.names("plans")
LAYOUTS = tuple(spec.name for spec in printable(SHIPPED)[0])


def wrong(plan: str, choices: Choices) -> list[str]:
    prints, problems = build(plan, choices, SHIPPED)
    if prints is None or has_errors(problems):
        return [told(problem) for problem in problems if problem.severity == "error"]
    floors = Floors(prints.design.floor, prints.design.contrast)
    return [told(problem) for problem in by_pages(proof(page, floors, prints.faces) for page in prints.pages)]


def test_there_is_something_to_print() -> None:
    assert len(PLANS) >= 9
    assert "wall" in LAYOUTS


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("plan", PLANS)
def test_every_plan_is_ready_to_print_in_every_layout(plan: str, layout: str) -> None:
    assert wrong(plan, Choices(layout=layout)) == []


@pytest.mark.parametrize("theme", ["colour", "ink-saver"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_on_every_paper_and_in_every_theme(layout: str, paper: str, theme: str) -> None:
    assert wrong("six-weeks-to-steady-hips", Choices(layout=layout, paper=paper, theme=theme)) == []
