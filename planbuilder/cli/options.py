"""Options that several commands share, and how what was typed becomes `Choices`."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.load.files import Folders

LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library", metavar="FOLDER", help="A folder with exercises/, plans/, layouts/ or fonts/ of your own."
    ),
]


def folders(library: Path | None) -> Folders:
    """Where files are looked for: the working folder, the library folder, then what planbuilder ships."""
    if library is not None and not library.is_dir():
        raise Stopped(Exit.USAGE, f"--library: there is no folder {library}")
    return Folders.standard(Path.cwd(), library)


def things(typed: str | None) -> tuple[str, ...] | None:
    """Equipment parted by commas or spaces; None where the option was not given."""
    if typed is None:
        return None
    return tuple(word for word in re.split(r"[,\s]+", typed.strip()) if word)


def day(typed: str | None) -> date | None:
    """A date written 2026-12-07."""
    if typed is None:
        return None
    try:
        return datetime.strptime(typed, "%Y-%m-%d").date()
    except ValueError:
        raise Stopped(
            Exit.USAGE, f"--start: {typed!r} is no date. Write year-month-day, for example 2026-12-07"
        ) from None
