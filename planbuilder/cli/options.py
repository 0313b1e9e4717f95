"""Options that several commands share, and how what was typed becomes `Choices`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache, wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.model.choices import Choices

if TYPE_CHECKING:
    from planbuilder.load.files import Folders

PlanArgument = Annotated[str, typer.Argument(metavar="PLAN", help="A plan's name, or the path of its file.")]

LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library", metavar="FOLDER", help="A folder with exercises/, plans/, layouts/ or fonts/ of your own."
    ),
]

WeeksOption = Annotated[
    str | None, typer.Option("--weeks", "-w", metavar="WEEKS", help="Only these: 3, 2-4, 1,5 or a phase's name.")
]
HaveOption = Annotated[
    str | None,
    typer.Option("--have", metavar="THINGS", help="All the kit there is: sofa,mat or none. Makes a personal card."),
]
WithoutOption = Annotated[
    str | None, typer.Option("--without", metavar="THINGS", help="What is missing: resistance-band.")
]
LevelOption = Annotated[
    str | None, typer.Option("--level", metavar="NAME", help="One of the plan's levels; else all of them.")
]

ThemeOption = Annotated[
    str | None, typer.Option("--theme", metavar="NAME", help="colour, or ink-saver for black and white.")
]


class Flip(StrEnum):
    """The edges about which a printer turns a sheet over."""

    LONG = "long-edge"
    SHORT = "short-edge"


def choices_of(
    layout: Annotated[
        list[str] | None,
        typer.Option(
            "--layout", "-l", metavar="NAME", help="What to print: wall, handout,poster or all. [default: wall]"
        ),
    ] = None,
    weeks: WeeksOption = None,
    paper: Annotated[
        str | None, typer.Option("--paper", metavar="SIZE", help="a4, letter, a3, 4x6, ... or a size: 100x150mm.")
    ] = None,
    theme: ThemeOption = None,
    have: HaveOption = None,
    without: WithoutOption = None,
    level: LevelOption = None,
    start: Annotated[
        str | None, typer.Option("--start", metavar="DATE", help="First day, as 2026-12-07: dates on the cards.")
    ] = None,
    for_whom: Annotated[str, typer.Option("--for", metavar="NAME", help="A name line: a runner or a group.")] = "",
    roster: Annotated[
        str,
        typer.Option(
            "--roster",
            metavar="FILE",
            help="Cards for each runner in a table, runners.csv or .yaml; with -o FOLDER a file each.",
        ),
    ] = "",
    strict: Annotated[
        bool, typer.Option("--strict", help="Anything dropped to make the page fit is a mistake.")
    ] = False,
    flip: Annotated[
        Flip | None, typer.Option("--flip", metavar="EDGE", help="How the printer turns cards over: short-edge.")
    ] = None,
    fillable: Annotated[
        bool, typer.Option("--fillable", help="Ticks and writing lines can be filled in on a screen.")
    ] = False,
) -> Choices:
    """What was typed, as choices; options that do not go together end the command."""
    if roster and for_whom:
        raise Stopped(Exit.USAGE, "--roster and --for do not go together: the roster has the names.")
    return replace(
        kit_choices(weeks, have, without, level),
        layout=",".join(layout or [Choices().layout]),
        paper=paper,
        theme=theme,
        start=day(start),
        for_whom=for_whom,
        roster=roster,
        strict=strict,
        flip=flip.value if flip else "",
        fillable=fillable,
    )


def kit_choices(weeks: str | None, have: str | None, without: str | None, level: str | None) -> Choices:
    """What decides the numbers of a plan: weeks, kit and level."""
    if have is not None and without is not None:
        raise Stopped(Exit.USAGE, "--have and --without do not go together: --have already says all there is.")
    return Choices(weeks=weeks, have=things(have), without=things(without) or (), level=level)


@cache
def _asked() -> Mapping[str, Parameter]:
    return signature(choices_of, eval_str=True).parameters


def with_choices(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command with a parameter `choices` the options of `choices_of`, right after its plan."""
    own, asked = signature(command, eval_str=True), _asked()
    plan, *others = (parameter for name, parameter in own.parameters.items() if name != "choices")

    @wraps(command)
    def run(**typed: object) -> None:
        command(choices=choices_of(**{name: typed.pop(name) for name in asked}), **typed)  # type: ignore[arg-type]

    run.__signature__ = own.replace(parameters=[plan, *asked.values(), *others])  # type: ignore[attr-defined]
    return run


def folders(library: Path | None) -> Folders:
    """Where files are looked for: the working folder, the library folder, then what planbuilder ships."""
    from planbuilder.load.files import Folders

    if library is not None and not library.is_dir():
        raise Stopped(Exit.USAGE, f"--library: there is no folder {library}")
    return Folders.standard(Path.cwd(), library)


def things(typed: str | None) -> tuple[str, ...] | None:
    """Equipment parted by commas or spaces, `none` for nothing; None where the option was not given."""
    if typed is None:
        return None
    return tuple(word for word in re.split(r"[,\s]+", typed.strip()) if word and typed.strip() != "none")


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
