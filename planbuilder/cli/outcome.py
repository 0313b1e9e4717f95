"""How a command ends: exit codes, and the few exceptions that carry one."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the exit code tells: whose turn it is to mend something."""

    FINE = 0
    FILES = 1
    USAGE = 2
    BUG = 3


class Stopped(Exception):
    """Ends a command with a code; what there is to say has been said, or is the message."""

    def __init__(self, code: Exit, message: str = "") -> None:
        super().__init__(message)
        self.code = code
