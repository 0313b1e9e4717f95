"""What is remembered from other pages and tries is what would have been built."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planbuilder.build import build, build_each
from planbuilder.figures import draw
from planbuilder.layout.boxes import Box
from planbuilder.layout.desk import Desk
from planbuilder.load.files import Folders
from planbuilder.load.layouts import printable
from planbuilder.model.choices import Choices
from planbuilder.model.design import Node
from planbuilder.model.figure import Figure, FigureStyle
from planbuilder.model.view import View
from planbuilder.words import Say

SHIPPED = Folders.standard(Path("/nowhere"))
LAYOUTS = tuple(spec.name for spec in printable(SHIPPED)[0])

LEVELS = """
title: Two levels, groups that change, and notes
weeks: 4
days: [mon, thu]
levels: {New: first month, Used: a month in}
do:
  - group: Circuit
    rounds: {1-2: 2, 3-4: 3}
    do: [squat: 3 x 8 @ 20kg, row: [3 x 8, 3 x 9, 3 x 10, 3 x 10]]
  - plank: {New: 2 x 20s, Used: 3 x 30s}
  - clamshell: {mon: 2 x 10, thu: 3 x 8}
  - calf-raise: 2 x 10 or 3 x 8
"""


def pdf_of(plan: str, layout: str) -> bytes:
    prints, _ = build(plan, Choices(layout=layout), SHIPPED)
    assert prints is not None
    return prints.pdf()


def made_anew(_desk: Desk, _node: Node, _view: View, _ink: str | None, make: Callable[[], list[Box]]) -> list[Box]:
    return make()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_memory_changes_no_page(layout: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(LEVELS, encoding="utf-8")
    plans = (str(mine), "six-weeks-to-steady-hips")
    remembered = [pdf_of(plan, layout) for plan in plans]
    monkeypatch.setattr(Desk, "remembered", made_anew)
    assert [pdf_of(plan, layout) for plan in plans] == remembered


def test_figures_are_solved_once_for_all_layouts(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Figure] = []

    def counted(figure: Figure, style: FigureStyle, say: Say) -> object:
        drawn.append(figure)
        return draw(figure, style, say)

    monkeypatch.setattr("planbuilder.figures.draw", counted)
    every, _ = build_each("six-weeks-to-steady-hips", Choices(layout="wall,handout,poster"), SHIPPED)
    assert len(every) == 3
    assert len(drawn) == len(set(drawn)) >= 6
