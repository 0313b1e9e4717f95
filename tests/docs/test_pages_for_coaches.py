"""Every example of the pages for coaches: read, resolved, and compared with what the page says it prints."""

import re
from contextlib import redirect_stdout, suppress
from io import StringIO
from pathlib import Path

import pytest

from planbuilder.build import build
from planbuilder.cli.app import outcome
from planbuilder.load.files import Folders
from planbuilder.load.library import Library
from planbuilder.load.plans import load_plan
from planbuilder.model.choices import Choices
from planbuilder.problems import Source, told
from planbuilder.resolve import resolve

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = Folders(user=ROOT / "tests" / "docs" / "nothing-here", library=None, shipped=ROOT)
PAGES = {name: (ROOT / "docs" / f"{name}.md").read_text("utf-8") for name in ("coaches", "reference")}
FRAME = "title: Example\nweeks: 6\nphases: {Learn: 1-2, Build: 3-4, Strong: 5-6}\n"


def blocks():
    return list(_blocks())


def _blocks():
    for page, text in PAGES.items():
        for number, block in enumerate(re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE), 1):
            yield pytest.param(block, id=f"{page}-{number}")


def rows(header):
    """The rows of all tables with that header, as two cells each; the first is code."""
    return list(_rows(header))


def _rows(header):
    for page, text in PAGES.items():
        for table in re.findall(rf"^\| you write \| {header} \|\n\| --- \| --- \|\n((?:\|.*\n)+)", text, re.MULTILINE):
            for line in table.splitlines():
                code, prints = re.fullmatch(r"\| `(.*?)` \| (.*?) \|", line).groups()
                yield pytest.param(code, prints, id=f"{page} {code}")


def resolved(text):
    library = Library(FOLDERS)
    plan, problems = load_plan(Source("example.yaml", text), library)
    problems += library.problems
    assert [f"{p.place} {p.message} {p.advice}" for p in problems] == []
    deck, problems = resolve(plan, library, Choices())
    assert [f"{p.place} {p.message} {p.advice}" for p in problems] == []
    return deck


def whole(block):
    """A block as a plan: items and single keys get what else a plan needs."""
    if block.startswith("- "):
        return f"{FRAME}do:\n{block}"
    keys = set(re.findall(r"^([a-z-]+):", block, re.MULTILINE))
    title = "" if "title" in keys else "title: Example\n"
    return title + block + ("" if keys & {"do", "sessions"} else "do: [squat]\n")


@pytest.mark.parametrize("block", blocks())
def test_every_block_reads_and_resolves(block):
    if block.startswith("name:"):
        library = Library(FOLDERS)
        assert library.exercise_in(Source("example.yaml", block), "example") is not None
        assert [p.message for p in library.problems] == []
    else:
        deck = resolved(whole(block))
        assert any(workout and workout.lines for week in deck.workouts for workout in week)


def quoted(code):
    return '"' + code.replace('"', '\\"') + '"'


@pytest.mark.parametrize(("code", "prints"), rows("it prints"))
def test_every_dose_prints_as_the_page_says(code, prints):
    deck = resolved(f"title: T\nexercises: {{thing: Thing}}\ndo:\n  - thing: {quoted(code)}\n")
    assert deck.workouts[0][0].lines[0].doses[0].line.replace("\u00a0", " ") == prints


@pytest.mark.parametrize(("code", "prints"), rows("in weeks 1 to 6"))
def test_every_change_prints_as_the_page_says(code, prints):
    key = code.partition(":")[0]
    deck = resolved(f"{FRAME}exercises: {{thing: Thing}}\ndo:\n  - thing: {{{code}}}\n")
    doses = [week[0].lines[0].doses[0] for week in deck.workouts]
    found = [dose.load if key == "load" else dose.amount for dose in doses]
    assert " · ".join(found).replace("\u00a0", " ") == prints


@pytest.mark.parametrize(("code", "prints"), rows("heading"))
def test_every_group_has_the_heading_that_the_page_says(code, prints):
    deck = resolved(f"{FRAME}do:\n  - {code}\n")
    assert deck.workouts[0][0].groups[0].heading.replace("\u00a0", " ") == prints


def test_the_pages_have_examples_of_every_kind():
    assert len(blocks()) > 10
    assert [len(rows(header)) > 4 for header in ("it prints", "in weeks 1 to 6", "heading")] == [True] * 3


def test_commands_on_the_pages_exist():
    commands = re.findall(r"^  ([a-z]+) ", help_text(), re.MULTILINE)
    typing = re.compile(r"(?:`|^    )planbuilder ([a-z]+)\b", re.MULTILINE)
    typed = [name for text in PAGES.values() for name in typing.findall(text)]
    assert len(typed) > 10
    assert sorted(set(typed) - set(commands)) == []


def help_text():
    shown = StringIO()
    with redirect_stdout(shown), suppress(SystemExit):
        outcome(["--help"])
    return shown.getvalue()


def test_the_mistake_on_the_first_page_is_told_just_so():
    block = blocks()[0].values[0].replace("clamshell", "clamshel")
    _, problems = load_plan(Source("my-plan.yaml", block), Library(FOLDERS))
    assert told(problems[0]) in PAGES["coaches"]


def test_the_roster_on_the_page_builds(tmp_path):
    (csv,) = re.findall(r"^```csv\n(.*?)^```", PAGES["coaches"], re.DOTALL | re.MULTILINE)
    (tmp_path / "my-plan.yaml").write_text(blocks()[0].values[0], "utf-8")
    (tmp_path / "runners.csv").write_text(csv, "utf-8")
    prints, problems = build("my-plan", Choices(roster="runners.csv", weeks="1"), Folders.standard(tmp_path))
    assert [told(problem) for problem in problems] == []
    assert [runner.for_whom for runner in prints.by_runner] == ["Anna", "Ben", "Cleo", "Dan"]


def test_the_reference_has_at_most_four_pages():
    """At some 550 words a page, examples and tables counted."""
    assert len(PAGES["reference"].split()) <= 2200
