"""planbuilder explain: where each value of a dose comes from, with file and line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from planbuilder.cli.options import (
    HaveOption,
    LevelOption,
    LibraryOption,
    PlanArgument,
    WithoutOption,
    folders,
    kit_choices,
)
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.report import stops

if TYPE_CHECKING:
    from planbuilder.review.explain import Explained, Said

WIDE = 20


def explain(
    plan: PlanArgument,
    week: Annotated[
        str | None, typer.Option("--week", "-w", metavar="WEEK", help="A week's number, or a stage; else the first.")
    ] = None,
    exercise: Annotated[
        str | None, typer.Option("--exercise", metavar="NAME", help="One exercise by its file's name; else all.")
    ] = None,
    have: HaveOption = None,
    without: WithoutOption = None,
    level: LevelOption = None,
    library: LibraryOption = None,
) -> None:
    """Tell where each value of a dose was written: exercise, defaults, phase, session, group or plan.

    Example: planbuilder explain runners-strength --week 3 --exercise squat
    """
    from planbuilder.review.explain import explain as explained

    told, problems = explained(plan, exercise, kit_choices(week, have, without, level), folders(library))
    if stops(problems) or not told:
        raise Stopped(Exit.FILES)
    for number, one in enumerate(told):
        for line in (*([""] if number else []), *_lines(one)):
            print(line)


def _lines(one: Explained) -> Iterator[str]:
    instead = f", in place of {one.stands_in_for}" if one.stands_in_for else ""
    yield f"{one.name}{instead} · {' · '.join(one.when)}" if one.when else f"{one.name}{instead}"
    yield f"  {one.dose or '(no dose)'}"
    wide = max((len(part.name) for part in one.parts), default=0)
    for part in one.parts:
        yield f"  {part.name:{wide}}  {_said(part.counts)}"
        for covered in part.covers:
            yield f"  {'':{wide}}    over {_said(covered)}"


def _said(said: Said) -> str:
    where = f", {said.place}" if said.place else ""
    return f"{said.value or 'nothing':{WIDE}}  {said.origin}{where}"
