"""planbuilder build: a plan to a PDF, or to a listing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planbuilder.cli.options import LibraryOption, PlanArgument, folders, with_choices
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.output import STDOUT, write_out, write_whole
from planbuilder.cli.report import patience, plural, stops
from planbuilder.model.choices import Choices

if TYPE_CHECKING:
    from planbuilder.build import Prints
    from planbuilder.load.files import Folders

OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.")
]


@with_choices
def build(
    plan: PlanArgument,
    choices: Choices,
    output: OutputOption = None,
    listing: Annotated[bool, typer.Option("--listing", help="Print the pages as text instead of a PDF.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Show the PDF when it is done.")] = False,
    library: LibraryOption = None,
) -> None:
    """Print a plan.

    Example: planbuilder build six-weeks-to-steady-hips --weeks 2-4 --paper letter
    """
    prints = built(plan, choices, folders(library))
    if listing:
        write_out(prints.listing().encode())
        return
    output = output or pdf_of(plan, choices)
    with patience("Writing the PDF"):
        data = prints.pdf()
    if str(output) == STDOUT:
        write_out(data)
        return
    write_whole(output, data)
    print(f"{output}: {extent(prints)} – print at 100 %")
    if open_:
        typer.launch(str(output))


def built(plan: str, choices: Choices, where: Folders) -> Prints:
    """The finished pages; all problems are told, and a mistake among them ends the command."""
    from planbuilder.build import build as build_pages

    with patience(f"Building {plan}"):
        prints, problems = build_pages(plan, choices, where)
    if stops(problems) or prints is None:
        raise Stopped(Exit.FILES)
    return prints


def pdf_of(plan: str, choices: Choices) -> Path:
    """The file that a plan is printed to where the user names none."""
    return Path(f"{Path(plan).stem}-{choices.layout}.pdf")


def extent(prints: Prints) -> str:
    """How many pages of which paper: "6 pages, A4"."""
    return f"{plural(len(prints.pages), 'page')}, {prints.design.paper}"
