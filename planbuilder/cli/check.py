"""planbuilder check: every mistake in every file, and no PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planbuilder.cli.options import LibraryOption, folders
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.report import counted, patience, plural, tell
from planbuilder.problems import Problem, error, has_errors, in_order

HOMES = ("exercises", "plans", "layouts", "fonts")
ENDINGS = (".yaml", ".yml")
MOST_FILES = 5000


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE or FOLDER ...]", help="What to check; nothing: this folder.")
    ] = None,
    advice: Annotated[
        bool, typer.Option("--advice", help="Also say what could be better: long cues, steep jumps, no stop rule, ...")
    ] = False,
    library: LibraryOption = None,
) -> None:
    """Find every mistake in every file. No PDF is made.

    Example: planbuilder check my-plan.yaml exercises
    """
    from planbuilder.review.check import check_file

    where = folders(library)
    files, problems = _files(paths or [])
    with patience("Checking"):
        for file in files:
            problems += check_file(file, where, advice)
    if not files and not problems:
        raise Stopped(Exit.FILES, "There is no YAML file here. Give a file or a folder: planbuilder check my-plan.yaml")
    tell(problems)
    print(f"{plural(len(files), 'file')} checked, {counted(in_order(problems))}.")
    if has_errors(problems):
        raise Stopped(Exit.FILES)


def _files(paths: list[Path]) -> tuple[list[Path], tuple[Problem, ...]]:
    if not paths:
        found = _here(Path())
        return found, ()
    files: list[Path] = []
    problems: tuple[Problem, ...] = ()
    for path in paths:
        if path.is_dir():
            inside = _below(path)
            if not inside:
                problems += (error(None, "There is no YAML file in the folder {folder}.", folder=str(path)),)
            files += inside
        else:
            files.append(path)
    return list(dict.fromkeys(files)), problems


def _here(folder: Path) -> list[Path]:
    """The plans of a folder and what lies in its own exercises/, plans/ and layouts/."""
    files = sorted(path for path in folder.iterdir() if path.suffix in ENDINGS and path.is_file())
    for home in HOMES:
        if (folder / home).is_dir():
            files += _below(folder / home)
    return files


def _below(folder: Path) -> list[Path]:
    """All YAML files in a folder and below, in order; hidden folders are left alone."""
    found: list[Path] = []
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix in ENDINGS and path.is_file() and not hidden:
            found.append(path)
        if len(found) >= MOST_FILES:
            break
    return found
