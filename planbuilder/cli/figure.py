"""planbuilder figure: for whoever makes a figure, one explained, all words for poses, or all figures there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planbuilder.cli.build import OutputOption
from planbuilder.cli.options import LibraryOption, ThemeOption, folders
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.output import STDOUT, write_out, write_whole
from planbuilder.cli.preview import MISSING
from planbuilder.cli.report import patience, plural, stops

if TYPE_CHECKING:
    from planbuilder.build import Prints
    from planbuilder.load.files import Folders

PDF, PNG = ".pdf", ".png"
WHICH = "Say which: planbuilder figure squat, or planbuilder figure --poses, or planbuilder figure --all"


def figure(
    exercise: Annotated[
        str | None, typer.Argument(metavar="[EXERCISE]", help="An exercise's name, or the path of its file.")
    ] = None,
    poses: Annotated[bool, typer.Option("--poses", help="All base poses, views and things, with their words.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="All figures there are, with their names.")] = False,
    shuffled: Annotated[
        bool, typer.Option("--shuffled", help="With --all: no names, for others to guess; answers at the end.")
    ] = False,
    output: OutputOption = None,
    theme: ThemeOption = None,
    library: LibraryOption = None,
) -> None:
    """Show the figure of an exercise big, with its bones, contacts and angles.

    Example: planbuilder figure squat -o squat.png
    """
    if (exercise is not None) + poses + all_ != 1:
        raise Stopped(Exit.USAGE, WHICH)
    if shuffled and not all_:
        raise Stopped(Exit.USAGE, "--shuffled goes with --all: planbuilder figure --all --shuffled")
    stem = f"{Path(exercise).stem}-figure" if exercise else "poses" if poses else "figures"
    output = output or Path(f"{stem}-shuffled{PDF}" if shuffled else f"{stem}{PDF}")
    if str(output) != STDOUT and output.suffix.lower() not in (PDF, PNG):
        raise Stopped(Exit.USAGE, f"--output: {output} is neither a .pdf nor a .png. Write -o {stem}{PDF}")
    with patience("Drawing"):
        prints = _printed(exercise, poses, shuffled, theme, folders(library))
        files = _files(prints, output)
    _write(files, plural(len(prints.pages), "page"))


def _printed(exercise: str | None, poses: bool, shuffled: bool, theme: str | None, where: Folders) -> Prints:
    from planbuilder import figure_pages

    if exercise is not None:
        prints, problems = figure_pages.explained(exercise, theme, where)
    elif poses:
        prints, problems = figure_pages.poses(theme, where)
    else:
        prints, problems = figure_pages.all_figures(shuffled, theme, where)
    if stops(problems) or prints is None:
        raise Stopped(Exit.FILES)
    return prints


def _files(prints: Prints, output: Path) -> dict[Path, bytes]:
    """One PDF; or a picture, or one a page, numbered."""
    if output.suffix.lower() != PNG:
        return {output: prints.pdf()}
    try:
        from planbuilder.prepress.preview import pictures, png
    except ModuleNotFoundError:
        raise Stopped(Exit.USAGE, MISSING) from None
    found = [png(picture) for picture in pictures(prints)]
    if len(found) == 1:
        return {output: found[0]}
    return {output.with_stem(f"{output.stem}-{n}"): data for n, data in enumerate(found, 1)}


def _write(files: dict[Path, bytes], extent: str) -> None:
    for path, data in files.items():
        if str(path) == STDOUT:
            write_out(data)
            return
        write_whole(path, data)
    names = [str(path) for path in files]
    print(f"{names[0]}{f' to {names[-1]}' if names[1:] else ''}: {extent}")
