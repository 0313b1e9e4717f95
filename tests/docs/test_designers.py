"""The designers' page: its tables name all that a layout may say and nothing else, and every example on it builds."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from planbuilder.build import build
from planbuilder.load.files import Folders
from planbuilder.load.layouts import load_layout
from planbuilder.model.axes import AXES
from planbuilder.model.choices import Choices
from planbuilder.model.fields import FIELDS
from planbuilder.model.layout_spec import (
    CONTENTS,
    KINDS,
    OPTIONS,
    PERS,
    SPLITS,
    FigureSpec,
    GroundSpec,
    LayoutSpec,
    SheetSpec,
    SidesSpec,
    SlitSpec,
    StyleSpec,
    TokensSpec,
)
from planbuilder.problems import told
from planbuilder.resolve.papers import PAPERS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "designers.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
PLANS = ("six-weeks-to-steady-hips", "class-handout")
CODE = re.compile(r"`([^`]+)`")
CARD = BLOCKS[3]


def table(header):
    """The rows of the table whose first heading this is, as lists of cells."""
    found = re.search(rf"^\| {re.escape(header)} \|.*\n\|[ -|]+\|\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    return [[cell.strip() for cell in row.strip().strip("|").split(" | ")] for row in found[1].splitlines()]


def first_column(header):
    return [name for row in table(header) for name in CODE.findall(row[0])]


def keys(record):
    return {
        field.name.removesuffix("_").replace("_", "-")
        for field in fields(record)
        if field.name != "place" and field.metadata.get("written", True)
    }


def test_the_kinds_are_all_there_and_no_others():
    assert sorted(first_column("box") + first_column("part")) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_names_its_own_options_and_words(kind):
    row = next(row for row in table("box") + table("part") if row[0] == f"`{kind}`")
    options = {code.partition(":")[0] for code in CODE.findall(row[2])} if len(row) > 2 else set()
    assert options - set(OPTIONS) - set(KINDS) == set(KINDS[kind].options) - {"width", "height"}
    assert [word for word in CONTENTS.get(kind, ()) if word not in " ".join(CODE.findall(row[1]))] == []


def test_the_options_of_every_node_are_all_there():
    assert sorted(first_column("option")) == sorted(OPTIONS)


def test_the_axes_are_all_there():
    assert sorted(first_column("axis")) == sorted(AXES)


def test_the_fields_are_all_there_and_no_others():
    named = [f"{CODE.findall(scope)[0]}.{name}" for scope, names in table("scope") for name in CODE.findall(names)]
    assert sorted(named) == sorted(FIELDS)


@pytest.mark.parametrize(
    ("header", "record"), [("key", LayoutSpec), ("key of a style", StyleSpec), ("key of `sheet`", SheetSpec)]
)
def test_every_key_of_a_table_is_one_of_the_program(header, record):
    assert sorted(first_column(header)) == sorted(keys(record))


def test_every_token_is_there():
    assert sorted(first_column("token")) == sorted(keys(TokensSpec))


@pytest.mark.parametrize(
    ("record", "row"),
    [
        (GroundSpec, "`grounds`"),
        (FigureSpec, "`figure`"),
        (SlitSpec, "`slit`"),
        (SidesSpec, "`pad`"),
    ],
)
def test_the_keys_inside_a_token_are_named_in_its_row(record, row):
    words = next(cells[1] for name in ("token", "key of `sheet`", "option") for cells in table(name) if cells[0] == row)
    assert [key for key in sorted(keys(record)) if f"`{key}`" not in words] == []


def test_papers_cards_and_splits_are_named():
    code = set(CODE.findall(re.sub(r"^```.*?^```", "", PAGE, flags=re.DOTALL | re.MULTILINE)))
    assert [name for name in (*PAPERS, *PERS) if name not in code] == []
    split = next(row[1] for row in table("key") if row[0] == "`split`")
    assert [axis for axis in SPLITS if axis not in split] == []


def whole(block):
    """An example as a layout: nodes on a page, keys over the wall card, or whole as it is."""
    if block.startswith("title:"):
        return block
    if block.startswith("- "):
        nodes = "".join(f"      {line}\n" for line in block.splitlines())
        return f"title: Example\nextends: wall\npages:\n  - page:\n{nodes}"
    return f"title: Example\nextends: wall\n{block}"


def built(folder, text, plan, **choices):
    (folder / "layouts").mkdir(exist_ok=True)
    (folder / "layouts" / "example.yaml").write_text(text, "utf-8")
    where = Folders(user=folder, library=None, shipped=ROOT)
    prints, problems = build(plan, Choices(layout="example", **choices), where)
    assert [told(problem) for problem in problems if problem.severity == "error"] == []
    return prints, problems


def test_there_are_examples():
    assert len(BLOCKS) > 8


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_every_example_builds(tmp_path, block, plan):
    prints, _ = built(tmp_path, whole(block), plan, weeks="1-3" if plan == PLANS[0] else None)
    assert "Step-up" in prints.listing()


@pytest.mark.parametrize("theme", ["colour", "ink-saver"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_worked_example_is_a_whole_layout(tmp_path, theme, paper):
    prints, problems = built(tmp_path, CARD, PLANS[0], theme=theme, paper=paper)
    listing = prints.listing()
    assert problems == ()
    assert len(prints.pages) == 3
    assert [words for words in ("Week 6", "12–15", "No band?", "Stop there.") if words not in listing] == []


def test_the_worked_example_takes_more_pages_for_more_exercises(tmp_path):
    names = ["squat", "lunge", "row", "press-up", "dead-bug", "bird-dog", "clamshell", "step-up", "hip-hike", "lunge"]
    do = "".join(f"  - {name}: 3 x 10\n" for name in names * 2)
    (tmp_path / "long.yaml").write_text(f"title: Long\ndo:\n{do}", "utf-8")
    prints, problems = built(tmp_path, CARD, "long")
    assert problems == ()
    assert "Card 2 of " in prints.listing().replace("\u00a0", " ")


def test_the_mistakes_on_the_page_are_told_just_so(tmp_path):
    shown = re.search(r"<!-- mistakes -->\n```\n(.*?)```", PAGE, re.DOTALL)[1]
    (tmp_path / "layouts").mkdir()
    text = BLOCKS[1].replace("{plan.title}", "{plan.titel}").replace("[name]", "[nmae]")
    (tmp_path / "layouts" / "my-card.yaml").write_text(text, "utf-8")
    _, problems, _ = load_layout("my-card", Folders(user=tmp_path, library=None, shipped=ROOT))
    assert "".join(f"{told(problem)}\n" for problem in problems) == shown
