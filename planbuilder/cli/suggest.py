"""planbuilder suggest: a session for a running fault, a kit and some minutes, as a plan to change and build."""

from __future__ import annotations

from typing import Annotated

import typer

from planbuilder.cli.options import HaveOption, LibraryOption, WithoutOption, folders, kit_choices
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.output import write_out
from planbuilder.cli.report import stops


def suggest(
    fault: Annotated[
        list[str], typer.Option("--fault", metavar="NAME", help="What to work on; may be given several times.")
    ],
    minutes: Annotated[int, typer.Option("--minutes", metavar="N", min=1, max=180, help="How long it may take.")] = 15,
    have: HaveOption = None,
    without: WithoutOption = None,
    library: LibraryOption = None,
) -> None:
    """Propose a session for a running fault. planbuilder list faults shows what there is.

    Example: planbuilder suggest --fault hip-drop --have mat --minutes 15 > hips.yaml
    """
    from planbuilder.review.suggest import Wish
    from planbuilder.review.suggest import suggest as suggested

    choices = kit_choices(None, have, without, None)
    faults = tuple(name.strip() for typed in fault for name in typed.split(",") if name.strip())
    wish = Wish(faults, choices.have, choices.without, minutes)
    text, problems = suggested(wish, folders(library))
    if stops(problems) or text is None:
        raise Stopped(Exit.FILES)
    write_out(text.encode())
