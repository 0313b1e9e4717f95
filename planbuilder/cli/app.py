"""The command line as a whole: which commands there are, and how every one of them ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer

from planbuilder import __version__
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.output import reason

COMMANDS = {
    "build": "build.build",
    "preview": "preview.preview",
    "proof": "proof.proof",
    "watch": "watch.watch",
    "figure": "figure.figure",
    "check": "check.check",
    "new": "new.new",
    "list": "listing.list_",
    "show": "show.show",
    "explain": "explain.explain",
    "suggest": "suggest.suggest",
    "schema": "schema.schema",
}
"""The module and function of each, in the order of the help."""


def _version(wanted: bool) -> None:
    if wanted:
        print(f"planbuilder {__version__}")
        raise typer.Exit


def _planbuilder(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


def run(arguments: list[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit code; never a traceback."""
    _make_streams_patient()
    _leave(outcome(arguments))


def outcome(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 fine, 1 files, 2 usage, 3 our bug."""
    try:
        code = _invoke(arguments)
    except Stopped as stopped:
        if str(stopped):
            print(stopped, file=sys.stderr)
        return stopped.code
    except (KeyboardInterrupt, BrokenPipeError) as ended:
        return _hung_up(ended)
    except OSError as problem:
        return _refused(problem)
    except MemoryError:
        print("This is more than the computer's memory holds. Try fewer weeks: --weeks 1-12", file=sys.stderr)
        return Exit.FILES
    except Exception as bug:
        if os.environ.get("PLANBUILDER_TRACEBACK"):
            raise
        print(_confession(bug), file=sys.stderr)
        return Exit.BUG
    return code


def app(arguments: Sequence[str]) -> typer.Typer:
    """The command line with all commands, or only the one that is called: each costs time to take in."""
    whole = typer.Typer(
        name="planbuilder",
        help="Turns exercise plans written in YAML into cards to print.\n\n"
        "Example: planbuilder build six-weeks-to-steady-hips",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    whole.callback()(_planbuilder)
    for name in arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS:
        module, _, function = COMMANDS[name].partition(".")
        whole.command(name)(getattr(import_module(f"planbuilder.cli.{module}"), function))
    return whole


def _invoke(arguments: list[str] | None) -> int:
    command: Any = typer.main.get_command(app(sys.argv[1:] if arguments is None else arguments))
    try:
        code = command.main(args=arguments, prog_name="planbuilder", standalone_mode=True)
    except SystemExit as left:  # how Typer ends a command
        code = left.code
    sys.stdout.flush()  # a full disk is told while there is still somebody to tell it
    return int(code or 0)


def _leave(code: int) -> NoReturn:
    """End at once: taking all objects apart one by one, as Python does in the end, is a seventh of a build."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError):  # told before, by `outcome`
            stream.flush()
    os._exit(code)


def _hung_up(ended: BaseException) -> int:
    """A pipe that closed or Ctrl-C: leave quietly, and keep Python from complaining at the end."""
    if isinstance(ended, BrokenPipeError):
        _drop_output()
        return Exit.FINE
    print(file=sys.stderr)
    return 130


def _refused(problem: OSError) -> int:
    """The disk said no where no command expected it, as when what is printed goes to a full one."""
    _drop_output()
    print(f"This could not be read or written: {reason(problem)}", file=sys.stderr)
    return Exit.FILES


def _drop_output() -> None:
    """Send what is still to be printed nowhere: Python would try once more at the end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _confession(bug: Exception) -> str:
    frame = bug.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f"{os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else "somewhere"  # noqa: PTH119
    return (
        f"Sorry: this is a mistake in planbuilder, not in your files. Nothing was written.\n"
        f"  {type(bug).__name__} in {where}: {bug}\n"
        f"Please report it with the files that you used. PLANBUILDER_TRACEBACK=1 shows more."
    )


def _make_streams_patient() -> None:
    """Let a console that lacks a character print a stand-in for it, and give pipes UTF-8 on every system."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")
