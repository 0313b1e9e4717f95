"""Writing results to disk: beside the target first, then renamed, so that a file is whole or untouched."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from planbuilder.cli.outcome import Exit, Stopped

STDOUT = "-"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is never half there; an older one stays untouched on any failure.

    Raises Stopped (exit code 1) with a line for the user when the disk or the folder says no.
    """
    from tempfile import NamedTemporaryFile

    if path.is_dir():
        raise Stopped(Exit.FILES, f"{path} is a folder. Give a file name, for example {path / 'plan.pdf'}")
    if not path.parent.is_dir():
        raise Stopped(Exit.FILES, f"There is no folder {path.parent}. Make it first, or choose another with --output.")
    temporary = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
            temporary = Path(beside.name)
            beside.write(data)
            beside.flush()
            os.fsync(beside.fileno())
        _keep_mode(temporary, path)
        temporary.replace(path)
    except OSError as problem:
        raise Stopped(Exit.FILES, f"{path} could not be written: {reason(problem)}") from problem
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder that is not there yet, and those around it. Raises Stopped when the disk says no."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Stopped(Exit.FILES, f"The folder {folder} could not be made: {reason(problem)}") from problem


def write_out(data: bytes) -> None:
    """Write bytes to standard output."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise Stopped(Exit.FILES, f"Standard output could not be written: {reason(problem)}") from problem


def _keep_mode(temporary: Path, path: Path) -> None:
    """Give the new file the rights of the one it replaces, or the usual ones: temporary files are private."""
    if path.exists():
        temporary.chmod(path.stat().st_mode & 0o777)
        return
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)


def reason(problem: OSError) -> str:
    """Why the disk said no, in the user's words."""
    import errno

    reasons = {
        errno.ENOSPC: "the disk is full.",
        errno.EDQUOT: "your share of the disk is used up.",
        errno.EACCES: "you may not write there. If the file is open in another program, close it first.",
        errno.EPERM: "you may not write there.",
        errno.EROFS: "the disk is read-only.",
        errno.ENAMETOOLONG: "the name is too long.",
    }
    return reasons.get(problem.errno or 0, f"{problem.strerror or problem}.")
