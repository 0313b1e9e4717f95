"""planbuilder watch: the PDF follows the files, save by save."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from planbuilder.cli.build import OutputOption, copies, extent
from planbuilder.cli.options import LibraryOption, PlanArgument, folders, with_choices
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.output import STDOUT, write_whole
from planbuilder.cli.report import counted, stops
from planbuilder.model.choices import Choices

if TYPE_CHECKING:
    from planbuilder.load.saved import Stamp

LOOK_EVERY = 0.1


@with_choices
def watch(plan: PlanArgument, choices: Choices, output: OutputOption = None, library: LibraryOption = None) -> None:
    """Print a plan again whenever you save one of its files. Ctrl-C ends it.

    While there is a mistake, the last good PDF stays.

    Example: planbuilder watch my-plan
    """
    from planbuilder.watch import rebuild, saves

    if str(output) == STDOUT:
        raise Stopped(Exit.USAGE, "watch writes a file again and again, so it needs a file name: --output my-plan.pdf")
    job = Job(plan, choices, output, library)
    print(f"Watching {plan}: save a file, and the PDF follows. Ctrl-C ends.", flush=True)
    try:
        rebuild(saves(job.look, job.wait), job.build, time.perf_counter, job.say)
    except KeyboardInterrupt:
        print("\nStopped watching.")


class Job:
    """The plan being watched: which files it was made from, and how to make it again."""

    def __init__(self, plan: str, choices: Choices, output: Path | None, library: Path | None) -> None:
        self._plan = plan
        self._choices = choices
        self._output = output
        self._library = library
        self._folders = folders(library)

    def look(self) -> Mapping[str, Stamp]:
        """When all that the plan may be made from was last saved."""
        from planbuilder.load.saved import saved

        return saved(self._plan, self._folders, self._choices.roster)

    def wait(self) -> None:
        """Give way until the next look."""
        time.sleep(LOOK_EVERY)

    def build(self) -> str:
        """Write the PDF of each layout, or tell what is wrong and leave what is there."""
        from planbuilder.build import build_each

        try:
            every, problems = build_each(self._plan, self._choices, folders(self._library))
            if stops(problems) or not every:
                return f"{counted(problems)}: the last good PDF stays"
            written = copies(self._plan, every, self._output)
            for prints, file in written:
                write_whole(file, prints.pdf())
        except Stopped as stopped:
            return str(stopped)
        return ", ".join(f"{file}: {extent(prints)}" for prints, file in written)

    def say(self, line: str) -> None:
        """One line at once, with the time of day."""
        print(time.strftime("%H:%M:%S"), line, flush=True)
