"""Building again whenever a file is saved: the loop, given how to look at the files, how to wait and how to build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

S = TypeVar("S")


def saves(look: Callable[[], S], wait: Callable[[], None]) -> Iterator[S]:
    """The state of the files at the start and after every save, as soon as it is the same at two looks running.

    Editors save in several steps; half a file is not worth a build. What changes during a build counts as well.
    """
    known = look()
    yield known
    while True:
        wait()
        state = look()
        if state == known:
            continue
        while (later := _after(wait, look)) != state:
            state = later
        known = state
        yield known


def _after(wait: Callable[[], None], look: Callable[[], S]) -> S:
    wait()
    return look()


def rebuild(
    turns: Iterable[object], build: Callable[[], str], clock: Callable[[], float], say: Callable[[str], None]
) -> None:
    """Build at every turn, and say in a line how it went and how long it took."""
    for _ in turns:
        start = clock()
        outcome = build()
        say(f"{outcome} ({clock() - start:.2f} s)")
