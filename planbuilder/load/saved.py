"""When files were last saved: whatever a build may read, seen from outside, so that a change can be noticed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from planbuilder.load.files import Folders

HOMES = ("exercises", "plans", "layouts", "fonts")
ENDINGS = (".yaml", ".yml", ".png", ".jpg", ".jpeg", ".svg", ".ttf", ".csv", ".tsv", ".txt")
MOST = 20_000

Stamp = tuple[str, int, int]


def saved(plan: str, folders: Folders, roster: str = "") -> Mapping[str, Stamp]:
    """Time and size of every file beside the plan and its roster, and in the homes of all that it may use.

    Not only of the files that were read: one that a plan still lacks may be about to be written.
    """
    shelves = [home / name for home in folders.homes for name in HOMES]
    places = dict.fromkeys([*((folders.user / file).parent for file in (plan, roster) if file), *shelves])
    stamps = (stamp for place in places for stamp in _below(place))
    return {stamp[0]: stamp for stamp in islice(stamps, MOST)}


def _below(folder: Path | str, deep: int = 2) -> Iterator[Stamp]:
    """Files in a folder and in those right below it; what vanishes meanwhile, or must not be seen, is not there."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.lower().endswith(ENDINGS):
                    state = entry.stat()
                    yield entry.path, state.st_mtime_ns, state.st_size
                elif deep > 1 and entry.name[:1] != "." and entry.is_dir():
                    yield from _below(entry.path, deep - 1)
    except OSError:
        return
