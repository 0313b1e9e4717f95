"""planbuilder preview: the pages as pictures, for whoever makes a layout or shows one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planbuilder.cli.build import built, extent
from planbuilder.cli.options import LibraryOption, PlanArgument, folders, with_choices
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.output import write_whole
from planbuilder.cli.report import patience, plural, tell
from planbuilder.model.choices import Choices

if TYPE_CHECKING:
    from planbuilder.build import Prints
    from planbuilder.load.files import Folders

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
        bool, typer.Option("--contact-sheet", help="The first page of every layout on one picture.")
    ] = False,
    library: LibraryOption = None,
) -> None:
    """Show the pages as PNG pictures.

    Example: planbuilder preview six-weeks-to-steady-hips --layout wall --guides
    """
    try:
        import planbuilder.preview as press
    except ModuleNotFoundError:
        raise Stopped(Exit.USAGE, MISSING) from None

    where = folders(library)
    stem = f"{Path(plan).stem}-{'layouts' if contact_sheet else choices.layout}"
    if contact_sheet:
        layouts = [_guided(prints) if guides else prints for prints in _every_layout(plan, choices, where)]
        with patience("Drawing"):
            _write([press.png(press.contact_sheet(layouts))], stem, output, plural(len(layouts), "layout"))
        return
    prints = built(plan, choices, where)
    with patience("Drawing"):
        pages = press.pictures(_guided(prints) if guides else prints)
        _write([press.png(page) for page in pages], stem, output, extent(prints))


def _guided(prints: Prints) -> Prints:
    from planbuilder.guides import guided

    margin = prints.design.margin
    return replace(prints, pages=tuple(guided(page, margin, prints.faces) for page in prints.pages))


def _every_layout(plan: str, choices: Choices, where: Folders) -> Iterator[Prints]:
    """The plan in every layout there is; what is wrong with one of them ends the command."""
    from planbuilder.load.layouts import printable

    specs, problems = printable(where)
    tell(problems)
    for spec in specs:
        yield built(plan, replace(choices, layout=spec.name), where)


def _write(pictures: list[bytes], stem: str, output: Path | None, what: str) -> None:
    """One file, or one for each page, numbered; a folder that is not there yet is made."""
    path = output or Path()
    if path.suffix.lower() != PICTURE:
        _make(path)
        path = path / f"{stem}{PICTURE}"
    files = [path] if len(pictures) == 1 else [_numbered(path, k, len(pictures)) for k in range(1, len(pictures) + 1)]
    for file, data in zip(files, pictures, strict=True):
        write_whole(file, data)
    print(f"{files[0]}{f' to {files[-1].name}' if files[1:] else ''}: {what}")


def _numbered(path: Path, number: int, count: int) -> Path:
    return path.with_stem(f"{path.stem}-{number:0{len(str(count))}}")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Stopped(Exit.FILES, f"The folder {folder} could not be made: {problem.strerror or problem}.") from problem
