"""planbuilder preview: the pages as pictures, for whoever makes a layout or shows one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planbuilder.cli.build import built_each, extent
from planbuilder.cli.options import LibraryOption, PlanArgument, folders, with_choices
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.output import make_folder, write_whole
from planbuilder.cli.report import patience, plural
from planbuilder.model.choices import Choices

if TYPE_CHECKING:
    from planbuilder.build import Prints

ALL = "all"
PICTURE = ".png"
MISSING = 'Previews need a little more than planbuilder brings along. Install it: pip install "planbuilder[preview]"'


@with_choices
def preview(
    plan: PlanArgument,
    choices: Choices,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FOLDER or FILE.png", help="Where to write the pictures.")
    ] = None,
    guides: Annotated[
        bool, typer.Option("--guides", help="Draw margins, boxes and gaps (in mm) over the pages.")
    ] = False,
    contact_sheet: Annotated[
        bool, typer.Option("--contact-sheet", help="The first page of every layout, or of those named, on one picture.")
    ] = False,
    library: LibraryOption = None,
) -> None:
    """Show the pages as PNG pictures.

    Example: planbuilder preview six-weeks-to-steady-hips --layout wall --guides
    """
    try:
        import planbuilder.prepress.preview as press
    except ModuleNotFoundError:
        raise Stopped(Exit.USAGE, MISSING) from None

    if contact_sheet and choices.layout == Choices().layout:
        choices = replace(choices, layout=ALL)
    every = built_each(plan, replace(choices, guides=guides), folders(library))
    if len(every) > 1 and not contact_sheet and output is not None and output.suffix.lower() == PICTURE:
        raise Stopped(Exit.USAGE, f"Several layouts make several pictures: give --output a folder, not {output}")
    if guides:
        every = tuple(map(_guided, every))
    with patience("Drawing"):
        if contact_sheet:
            _write([press.png(press.contact_sheet(every))], f"{Path(plan).stem}-layouts", output, _counted(every))
            return
        for prints in every:
            pages = [press.png(page) for page in press.pictures(prints)]
            _write(pages, f"{Path(plan).stem}-{prints.design.name}", output, extent(prints))


def _counted(every: tuple[Prints, ...]) -> str:
    return plural(len(every), "layout")


def _guided(prints: Prints) -> Prints:
    from planbuilder.prepress.guides import guided

    return replace(prints, pages=tuple(guided(page, prints.faces) for page in prints.pages))


def _write(pictures: list[bytes], stem: str, output: Path | None, what: str) -> None:
    """One file, or one for each page, numbered; a folder that is not there yet is made."""
    path = output or Path()
    if path.suffix.lower() != PICTURE:
        make_folder(path)
        path = path / f"{stem}{PICTURE}"
    files = [path] if len(pictures) == 1 else [_numbered(path, k, len(pictures)) for k in range(1, len(pictures) + 1)]
    for file, data in zip(files, pictures, strict=True):
        write_whole(file, data)
    print(f"{files[0]}{f' to {files[-1].name}' if files[1:] else ''}: {what}")


def _numbered(path: Path, number: int, count: int) -> Path:
    """Always of two digits, so that a shorter run writes over the pages of a longer one."""
    return path.with_stem(f"{path.stem}-{number:0{max(len(str(count)), 2)}}")
