from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planbuilder.load.figures import load_figure
from planbuilder.load.nodes import Entries, compose
from planbuilder.load.reader import Reader
from planbuilder.model.figure import Figure
from planbuilder.problems import Problem, Source

EXERCISES = Path(__file__).parents[2] / "exercises"
Read = Callable[[str], tuple[Figure | None, list[Problem]]]


def read_figure(text: str) -> tuple[Figure | None, list[Problem]]:
    node, problems = compose(Source("figure.yaml", text))
    reader = Reader()
    figure = load_figure(node, reader) if node else None
    return figure, [*problems, *reader.problems]


def shipped_figures() -> dict[str, Figure]:
    found = {}
    for path in sorted(EXERCISES.rglob("*.yaml")):
        node, _ = compose(Source(path.name, path.read_text(encoding="utf-8")))
        entry = node.get("figure") if isinstance(node, Entries) else None
        if entry is not None:
            figure = load_figure(entry, Reader())
            assert figure, path
            found[path.stem] = figure
    return found


@pytest.fixture(scope="session")
def shipped() -> dict[str, Figure]:
    figures = shipped_figures()
    assert len(figures) >= 60
    return figures


@pytest.fixture(scope="session")
def read() -> Read:
    return read_figure
