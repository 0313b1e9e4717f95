"""planbuilder show: an exercise or a plan, readable in the terminal, or a plan written out as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planbuilder.cli.options import (
    HaveOption,
    LevelOption,
    LibraryOption,
    WeeksOption,
    WithoutOption,
    folders,
    kit_choices,
)
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.output import write_out
from planbuilder.cli.report import stops

if TYPE_CHECKING:
    from planbuilder.load.files import Folders


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An exercise or a plan, or the path of a plan.")],
    weeks: WeeksOption = None,
    have: HaveOption = None,
    without: WithoutOption = None,
    level: LevelOption = None,
    yaml: Annotated[
        bool, typer.Option("--yaml", help="A plan written out: every week's dose stands at its exercise.")
    ] = False,
    library: LibraryOption = None,
) -> None:
    """Print an exercise or a plan as text, week by week.

    Example: planbuilder show six-weeks-to-steady-hips --weeks 2
    """
    from planbuilder.review.readable import exercise_lines, plan_lines
    from planbuilder.review.show import exercise_deck, plan_deck

    where = folders(library)
    choices = kit_choices(weeks, have, without, level)
    if yaml:
        _write_out(name, where, whole=(weeks, have, without, level) == (None,) * 4)
        return
    is_exercise = name in where.names("exercises")
    deck, problems = exercise_deck(name, where) if is_exercise else plan_deck(name, choices, where)
    if stops(problems) or deck is None:
        raise Stopped(Exit.FILES)
    for line in exercise_lines(deck) if is_exercise else plan_lines(deck):
        print(line.rstrip())


def _write_out(name: str, where: Folders, whole: bool) -> None:
    from planbuilder.review.show import written_out

    if not whole:
        raise Stopped(Exit.USAGE, "--yaml writes the whole plan, for every kit. Leave --weeks, --have, ... out.")
    text, problems = written_out(name, where)
    if stops(problems) or text is None:
        raise Stopped(Exit.FILES)
    write_out(text.encode())
