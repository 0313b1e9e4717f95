"""planbuilder build: a plan to a PDF, or to a listing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planbuilder.cli.options import LibraryOption, day, folders, things
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.output import STDOUT, write_out, write_whole
from planbuilder.cli.report import patience, plural, stops
from planbuilder.model.choices import Choices

if TYPE_CHECKING:
    from planbuilder.build import Prints


def build(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="A plan's name, or the path of its file.")],
    layout: Annotated[
        str, typer.Option("--layout", "-l", metavar="NAME", help="What to print: see planbuilder list layouts.")
    ] = "wall",
    weeks: Annotated[
        str | None, typer.Option("--weeks", "-w", metavar="WEEKS", help="Only these: 3, 2-4, 1,5 or a phase's name.")
    ] = None,
    paper: Annotated[str | None, typer.Option("--paper", metavar="SIZE", help="a4 or letter.")] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="NAME", help="colour, or ink-saver for black and white.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.")
    ] = None,
    have: Annotated[
        str | None, typer.Option("--have", metavar="THINGS", help="All the kit there is: sofa,mat. Makes a personal card.")
    ] = None,
    without: Annotated[
        str | None, typer.Option("--without", metavar="THINGS", help="What is missing: resistance-band.")
    ] = None,
    start: Annotated[
        str | None, typer.Option("--start", metavar="DATE", help="First day, as 2026-12-07: dates on the cards.")
    ] = None,
    for_whom: Annotated[str, typer.Option("--for", metavar="NAME", help="A name line: a runner or a group.")] = "",
    strict: Annotated[bool, typer.Option("--strict", help="Anything dropped to make the page fit is a mistake.")] = False,
    listing: Annotated[bool, typer.Option("--listing", help="Print the pages as text instead of a PDF.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Show the PDF when it is done.")] = False,
    library: LibraryOption = None,
) -> None:
    """Print a plan.

    Example: planbuilder build six-weeks-to-steady-hips --weeks 2-4 --paper letter
    """
    if have is not None and without is not None:
        raise Stopped(Exit.USAGE, "--have and --without do not go together: --have already says all there is.")
    choices = Choices(
        layout=layout,
        weeks=weeks,
        paper=paper,
        theme=theme,
        have=things(have),
        without=things(without) or (),
        start=day(start),
        for_whom=for_whom,
        strict=strict,
    )
    from planbuilder.build import build as build_pages

    with patience(f"Building {plan}"):
        prints, problems = build_pages(plan, choices, folders(library))
    if stops(problems) or prints is None:
        raise Stopped(Exit.FILES)
    if listing:
        write_out(prints.listing().encode())
        return
    _deliver(prints, output or Path(f"{Path(plan).stem}-{layout}.pdf"), open_)


def _deliver(prints: Prints, output: Path, show: bool) -> None:
    with patience("Writing the PDF"):
        data = prints.pdf()
    if str(output) == STDOUT:
        write_out(data)
        return
    write_whole(output, data)
    print(f"{output}: {plural(len(prints.pages), 'page')}, {prints.paper} – print at 100 %")
    if show:
        typer.launch(str(output))
