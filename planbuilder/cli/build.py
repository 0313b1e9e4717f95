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
    """Print a plan, in one layout or several.

    Example: planbuilder build six-weeks-to-steady-hips --weeks 2-4 --paper letter
    """
    every = built_each(plan, choices, folders(library))
    if listing:
        write_out("".join(prints.listing() for prints in every).encode())
        return
    for prints, file in zip(every, _files(plan, every, output), strict=True):
        with patience("Writing the PDF"):
            data = prints.pdf()
        if str(file) == STDOUT:
            write_out(data)
            return
        write_whole(file, data)
        print(f"{file}: {extent(prints)} – print at 100 %")
        if open_:
            typer.launch(str(file))


def built(plan: str, choices: Choices, where: Folders) -> Prints:
    """The finished pages; all problems are told, and a mistake among them ends the command."""
    return built_each(plan, choices, where)[0]


def built_each(plan: str, choices: Choices, where: Folders) -> tuple[Prints, ...]:
    """The finished pages of each layout asked for; all problems are told, and a mistake among them ends the command."""
    from planbuilder.build import build_each

    with patience(f"Building {plan}"):
        every, problems = build_each(plan, choices, where)
    if stops(problems) or not every:
        raise Stopped(Exit.FILES)
    return every


def _files(plan: str, every: tuple[Prints, ...], output: Path | None) -> list[Path]:
    """The file of each layout: the one named, or one each in the folder named or here."""
    if len(every) == 1:
        if output is not None and not output.suffix and str(output) != STDOUT and not output.exists():
            raise Stopped(Exit.USAGE, f"--output: {output} is no file name. Write -o {output}.pdf")
        return [output or pdf_of(plan, every[0].design.name)]
    if output is not None and not output.is_dir():
        raise Stopped(
            Exit.USAGE, f"Several layouts make several files: give --output a folder that is there, not {output}"
        )
    return [(output or Path()) / pdf_of(plan, prints.design.name) for prints in every]


def pdf_of(plan: str, layout: str) -> Path:
    """The file that a plan is printed to where the user names none."""
    return Path(f"{Path(plan).stem}-{layout}.pdf")


def extent(prints: Prints) -> str:
    """How many pages of which paper: "6 pages, A4"."""
    return f"{plural(len(prints.pages), 'page')}, {prints.design.paper}"
