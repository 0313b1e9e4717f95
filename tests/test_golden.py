"""Whole plans as listings: what a page says and where, readable in review."""

from pathlib import Path

import pytest
from golden_files import GOLDEN, LARGEST, difference, orphans, renew

from planbuilder.build import build
from planbuilder.load.files import Folders
from planbuilder.model.choices import Choices
from planbuilder.problems import has_errors, told

CASES = {
    "wall-en.txt": ("six-weeks-to-steady-hips", Choices(weeks="3")),
    "wall-en-ink-saver-letter.txt": ("six-weeks-to-steady-hips", Choices(weeks="1", theme="ink-saver", paper="letter")),
    "wall-en-personal.txt": ("six-weeks-to-steady-hips", Choices(weeks="6", have=("sofa", "mat"))),
}


@pytest.mark.parametrize("name", CASES)
def test_a_plan_prints_as_it_did(name: str, renew_golden: bool, tmp_path: Path) -> None:
    plan, choices = CASES[name]
    prints, problems = build(plan, choices, Folders.standard(tmp_path))
    assert prints is not None, "\n".join(map(told, problems))
    assert not has_errors(problems)
    text = prints.listing()
    if renew_golden:
        renew(name, text)
    assert difference(name, text) == ""


def test_no_golden_file_is_left_over() -> None:
    assert orphans(set(CASES)) == []
    assert len(list(GOLDEN.iterdir())) == len(CASES)


class TestTheComparer:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        renew("a.txt", "page 1\nx\npage 2\ny\npage 3\nz\n", tmp_path)
        return tmp_path

    def test_says_yes_to_the_same(self, folder: Path) -> None:
        assert difference("a.txt", "page 1\nx\npage 2\ny\npage 3\nz\n", folder) == ""

    def test_says_no_when_one_page_of_three_differs(self, folder: Path) -> None:
        assert difference("a.txt", "page 1\nx\npage 2\nY\npage 3\nz\n", folder) == "a.txt:4: was 'y', is 'Y'"

    def test_says_no_when_a_page_is_missing(self, folder: Path) -> None:
        assert difference("a.txt", "page 1\nx\npage 2\ny\n", folder) == "a.txt: 6 lines were, 4 are"

    def test_says_no_when_the_reference_is_missing(self, folder: Path) -> None:
        assert "missing" in difference("b.txt", "x", folder)

    def test_says_no_to_what_nobody_reads(self, folder: Path) -> None:
        assert "larger" in difference("a.txt", "x" * (LARGEST + 1), folder)

    def test_finds_orphans(self, folder: Path) -> None:
        assert orphans({"b.txt"}, folder) == ["a.txt"]
