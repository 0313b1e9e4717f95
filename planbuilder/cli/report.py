"""Telling the user: problems to standard error, results to standard output, progress when a terminal watches."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from planbuilder.problems import Problem, has_errors, in_order, told

PATIENCE = 1.0
MOST_SHOWN = 200


def tell(problems: Iterable[Problem]) -> None:
    """Print every problem, sorted by its place, to standard error."""
    ordered = in_order(problems)
    for problem in ordered[:MOST_SHOWN]:
        print(told(problem), file=sys.stderr)
    if len(ordered) > MOST_SHOWN:
        print(f"... and {len(ordered) - MOST_SHOWN} more. Mend these first.", file=sys.stderr)


def counted(problems: Iterable[Problem]) -> str:
    """Say how many mistakes and warnings there are, in words."""
    found = list(problems)
    errors = sum(p.severity == "error" for p in found)
    parts = [plural(errors, "mistake")] if errors else []
    if len(found) > errors:
        parts.append(plural(len(found) - errors, "warning"))
    return " and ".join(parts) or "no mistakes"


def plural(count: int, noun: str) -> str:
    """A number with its noun: "1 page", "6 pages"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def stops(problems: Iterable[Problem]) -> bool:
    """Tell all problems and say whether one of them is an error."""
    found = list(problems)
    tell(found)
    return has_errors(found)


@contextmanager
def patience(doing: str) -> Iterator[None]:
    """Show what is going on once it takes longer than a second and a terminal is watching."""
    if not sys.stderr.isatty():
        yield
        return
    shown = threading.Event()

    def show() -> None:
        shown.set()
        sys.stderr.write(f"\r{doing} …")
        sys.stderr.flush()

    timer = threading.Timer(PATIENCE, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if shown.is_set():
            sys.stderr.write("\r" + " " * (len(doing) + 2) + "\r")
            sys.stderr.flush()
