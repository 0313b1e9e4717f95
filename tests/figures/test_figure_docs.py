"""The examples of the guide are read without a mistake and drawn without a warning."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

from planbuilder.figures import draw
from planbuilder.model import figure as words
from planbuilder.model.figure import Figure, FigureStyle
from planbuilder.problems import Problem

GUIDE = Path(__file__).parents[2] / "docs" / "figures.md"
Read = Callable[[str], tuple[Figure | None, list[Problem]]]


def test_every_example_is_sound(read: Read) -> None:
    examples = re.findall(r"```yaml\nfigure:\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)
    assert len(examples) >= 10
    for example in examples:
        figure, problems = read(dedent(example))
        assert not problems, (example, [p.message for p in problems])
        assert figure
        _, found = draw(figure, FigureStyle())
        assert not found, (example, [p.message for p in found])


def test_the_guide_names_every_word() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    known = (*words.POSES, *words.VIEWS, *words.PROPS, *words.SUPPORTS, *words.TRUNK, *words.LEG, *words.ARM)
    known += (*words.FEET, *words.HANDS, *words.LAYOUTS, *words.POINTS, *words.WAYS)
    missing = [word for word in known if not re.search(rf"\b{re.escape(word)}\b", text)]
    assert not missing
