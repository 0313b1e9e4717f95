"""planbuilder list: what there is to choose from."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from planbuilder.cli.options import LibraryOption, folders
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.report import stops
from planbuilder.problems import Problem

if TYPE_CHECKING:
    from planbuilder.load.files import Folders


class Kind(StrEnum):
    """What can be listed."""

    PLANS = "plans"
    EXERCISES = "exercises"
    LAYOUTS = "layouts"
    EQUIPMENT = "equipment"
    FAULTS = "faults"
    THEMES = "themes"


ABOUT_THEMES = {"colour": "as designed", "ink-saver": "black and white, no fills"}

Rows = list[dict[str, str]]


def list_(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help="plans, exercises, layouts, equipment, faults, themes")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for other programs.")] = False,
    library: LibraryOption = None,
) -> None:
    """List what there is, yours and what comes with planbuilder.

    Example: planbuilder list exercises
    """
    rows, problems = LISTS[kind](folders(library))
    bad = stops(problems)
    if as_json:
        import json

        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        _print(rows)
    if bad:
        raise Stopped(Exit.FILES)


def _print(rows: Rows) -> None:
    wide = max((len(row["id"]) for row in rows), default=0)
    for row in rows:
        words = " – ".join(value for key, value in row.items() if key != "id" and value)
        print(f"{row['id']:{wide}}  {words}".rstrip())


def _plans(where: Folders) -> tuple[Rows, tuple[Problem, ...]]:
    from planbuilder.load.library import Library
    from planbuilder.load.plans import find_plan, load_plan

    rows: Rows = []
    problems: tuple[Problem, ...] = ()
    for name in where.names("plans"):
        source = find_plan(name, where)
        if isinstance(source, Problem):
            problems += (source,)
            continue
        plan, found = load_plan(source, Library(where))
        problems += found
        if plan is not None:
            rows.append({"id": name, "title": plan.title})
    return rows, problems


def _exercises(where: Folders) -> tuple[Rows, tuple[Problem, ...]]:
    from planbuilder.load.library import Library

    library = Library(where)
    rows = []
    for name in library.exercise_names():
        exercise = library.exercise(name, None)
        if exercise is not None:
            rows.append({"id": name, "name": exercise.name, "purpose": exercise.purpose})
    return rows, tuple(library.problems)


def _layouts(where: Folders) -> tuple[Rows, tuple[Problem, ...]]:
    from planbuilder.load.layouts import printable

    specs, problems = printable(where)
    return [{"id": spec.name, "title": spec.title} for spec in specs], problems


def _equipment(where: Folders) -> tuple[Rows, tuple[Problem, ...]]:
    from planbuilder.load.library import Library

    library = Library(where)
    rows = [
        {"id": thing.id, "name": thing.name, "everywhere": "in every home" if thing.everywhere else ""}
        for thing in library.equipment().things
    ]
    return rows, tuple(library.problems)


def _faults(where: Folders) -> tuple[Rows, tuple[Problem, ...]]:
    from planbuilder.load.library import Library

    library = Library(where)
    rows = [{"id": fault.id, "name": fault.name, "look": fault.look} for fault in library.faults()]
    return rows, tuple(library.problems)


def _themes(where: Folders) -> tuple[Rows, tuple[Problem, ...]]:
    from planbuilder.load.layouts import load_layout, theme_names

    themes: dict[str, str] = {"colour": ABOUT_THEMES["colour"]}
    rows, problems = _layouts(where)
    for row in rows:
        spec, _, _ = load_layout(row["id"], where)
        for name in theme_names(spec) if spec is not None else ():
            themes.setdefault(name, ABOUT_THEMES.get(name, ""))
    return [{"id": name, "about": about} for name, about in themes.items()], problems


LISTS: dict[Kind, Callable[[Folders], tuple[Rows, tuple[Problem, ...]]]] = {
    Kind.PLANS: _plans,
    Kind.EXERCISES: _exercises,
    Kind.LAYOUTS: _layouts,
    Kind.EQUIPMENT: _equipment,
    Kind.FAULTS: _faults,
    Kind.THEMES: _themes,
}
