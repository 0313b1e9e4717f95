"""planbuilder and its peers must be given the same pages, or their times say nothing."""

import importlib.util
import json
from pathlib import Path

import pytest

from planbuilder.build import build
from planbuilder.load.files import Folders
from planbuilder.model.choices import Choices
from planbuilder.model.pages import Glyphs

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "workload.py"


@pytest.fixture(scope="module")
def workload():
    spec = importlib.util.spec_from_file_location("workload", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_both_forms_print_the_same_names_and_doses(workload, tmp_path):
    plan, pages = workload.write(6, tmp_path)
    prints, problems = build(str(plan), Choices(), Folders.standard(tmp_path))
    assert problems == ()
    expected = json.loads(pages.read_text(encoding="utf-8"))["pages"]
    assert len(prints.pages) == len(expected) == 18
    for printed, page in zip(prints.pages, expected, strict=True):
        words = [mark.words for mark in printed.marks if isinstance(mark, Glyphs)]
        named = [card["name"] for card in page["cards"]]
        assert [word for word in words if word in named] == named
        at = [words.index(name) for name in named]
        for card, start, end in zip(page["cards"], at, [*at[1:], len(words)], strict=True):
            sets = words.index("×", start, end)
            assert (words[sets - 1], words[sets + 1]) == (card["sets"], card["reps"])


def test_no_session_has_an_exercise_twice(workload):
    for block in range(14):
        for session in range(len(workload.SESSIONS)):
            picked = [workload.pick(session, slot, block) for slot in range(workload.PER_SESSION)]
            assert len(set(picked)) == len(picked)
