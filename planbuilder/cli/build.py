"""planbuilder build: a plan to a PDF, or to a listing."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from unicodedata import normalize

import typer

from planbuilder.cli.options import LibraryOption, PlanArgument, folders, with_choices
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.output import STDOUT, make_folder, write_out, write_whole
from planbuilder.cli.report import patience, plural, stops
from planbuilder.model.choices import Choices

if TYPE_CHECKING:
    from planbuilder.build import Prints
    from planbuilder.load.files import Folders

LONGEST_NAME = 60

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
    for prints, file in copies(plan, every, output):
        with patience("Writing the PDF"):
            data = prints.pdf()
        if str(file) == STDOUT:
            write_out(data)
            return
        write_whole(file, data)
        print(f"{file}: {extent(prints)} – print at 100 %")
        if open_:
            typer.launch(str(file))


def built_each(plan: str, choices: Choices, where: Folders) -> tuple[Prints, ...]:
    """The finished pages of each layout asked for; all problems are told, and a mistake among them ends the command."""
    from planbuilder.build import build_each

    with patience(f"Building {plan}"):
        every, problems = build_each(plan, choices, where)
    if stops(problems) or not every:
        raise Stopped(Exit.FILES)
    return every


def copies(plan: str, every: tuple[Prints, ...], output: Path | None) -> list[tuple[Prints, Path]]:
    """What goes into which file: each layout; in a folder each runner of a class, too."""
    if every[0].by_runner and output is not None and str(output) != STDOUT and (output.is_dir() or not output.suffix):
        make_folder(output)
        every = tuple(alone for prints in every for alone in prints.by_runner)
    return list(zip(every, _files(plan, every, output), strict=True))


def _files(plan: str, every: tuple[Prints, ...], output: Path | None) -> list[Path]:
    """The file of each layout: the one named, or one each in the folder named or here."""
    if len(every) == 1 and not every[0].for_whom:
        if output is not None and not output.suffix and str(output) != STDOUT and not output.exists():
            raise Stopped(Exit.USAGE, f"--output: {output} is no file name. Write -o {output}.pdf")
        return [output or _pdf_of(plan, every[0])]
    if output is not None and not output.is_dir():
        raise Stopped(
            Exit.USAGE, f"Several layouts make several files: give --output a folder that is there, not {output}"
        )
    files: list[Path] = []
    for prints in every:
        file = (output or Path()) / _pdf_of(plan, prints)
        numbered = (file.with_stem(f"{file.stem}-{k}") for k in count(2))
        files.append(file if file not in files else next(one for one in numbered if one not in files))
    return files


def _pdf_of(plan: str, prints: Prints) -> Path:
    """The file that a plan is printed to where the user names none."""
    whom = "-".join(re.findall(r"\w+", normalize("NFC", prints.for_whom).lower()))[:LONGEST_NAME]
    return Path("-".join(filter(None, (Path(plan).stem, prints.design.name, whom))) + ".pdf")


def extent(prints: Prints) -> str:
    """How many pages of which paper, and for how many: "12 runners, 72 pages, A4"."""
    runners = [plural(len(prints.by_runner), "runner")] if prints.by_runner else []
    return ", ".join((*runners, plural(len(prints.pages), "page"), prints.design.paper))
