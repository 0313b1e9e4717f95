"""House rules that the import contracts cannot see. Every walk asserts that it found something to look at."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
PACKAGE = TOP / "planbuilder"
MODULES = sorted(PACKAGE.rglob("*.py"))
READERS = {"load/files.py", "paint/faces.py"}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def test_there_are_modules() -> None:
    assert len(MODULES) > 40


READING = re.compile(r"(^open|\.read_text|\.read_bytes|\.open)$")
WRITING = re.compile(r"(\.write_text|\.write_bytes|NamedTemporaryFile|\.mkdir|\.unlink)$")
CLOCK = re.compile(
    r"(^|\.)(today|monotonic|perf_counter|getenv|environ\.get|urandom|uuid4)$|\b(datetime\.now|time\.time)$"
)


def offenders(pattern: re.Pattern[str], allowed: set[str], folder: str = "") -> list[str]:
    found = []
    for path in MODULES:
        name = name_of(path)
        if name in allowed or (folder and name.startswith(folder)):
            continue
        found += [f"{name}: {what}" for what, _ in calls(ast.parse(path.read_text("utf-8"))) if pattern.search(what)]
    return found


def test_disk_is_read_in_two_modules_only() -> None:
    assert offenders(READING, READERS, "cli/") == []


def test_disk_is_written_in_cli_only() -> None:
    assert offenders(WRITING, set(), "cli/") == []


def test_the_clock_and_the_environment_are_read_in_cli_only() -> None:
    assert offenders(CLOCK, set(), "cli/") == []


def test_the_rules_can_fail() -> None:
    tree = ast.parse("open('x'); Path('x').write_text('y'); date.today(); os.environ.get('X')")
    names = [what for what, _ in calls(tree)]
    assert [bool(p.search(n)) for p, n in zip((READING, WRITING, CLOCK, CLOCK), names, strict=False)] == [True] * 4


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nobody_uses_the_private_names_of_another_module(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    taken = [
        f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("planbuilder")
        for alias in node.names
        if alias.name.startswith("_") and not alias.name.startswith("__")
    ]
    assert taken == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_every_module_named_in_the_map_exists() -> None:
    page = (TOP / "docs" / "developers.md").read_text("utf-8")
    named = set(re.findall(r"`((?:[a-z]+/)+[a-z0-9_]+\.py|[a-z]+\.py)`", page))
    assert len(named) > 10
    missing = [n for n in sorted(named) if not (PACKAGE / n).exists() and not (TOP / n).exists()]
    assert missing == []
