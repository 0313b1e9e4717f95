"""What the boxes of one exercise depend on besides the exercise: with the same needs they are the same boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from planbuilder.layout.patterns import FIELD
from planbuilder.model.design import Column, EachNode, Look, Node

OWN_SCOPES = ("exercise.", "swap.", "thing.", "cue.")
WIDER_AXES = frozenset({"blocks", "weeks", "sessions", "groups", "exercises"})


class Needs(NamedTuple):
    """Fields of wider scopes that are read, and whether all else follows from the exercise and the days in view."""

    fields: tuple[str, ...]
    local: bool


def needs_of(nodes: tuple[Node, ...]) -> Needs:
    """The needs of some nodes with all that is in them."""
    found: set[str] = set()
    local = True
    for part in _parts(nodes):
        if isinstance(part, Look):
            found.update((part.if_, part.unless, *FIELD.findall(part.ground)))
            local = local and part.span not in WIDER_AXES
        elif isinstance(part, Column):
            local = local and part.axis not in WIDER_AXES
        elif isinstance(part, str):
            found.update(FIELD.findall(part))
        elif isinstance(part, EachNode):
            local = local and part.axis not in WIDER_AXES
    names = sorted(name for name in found if name and not name.startswith(OWN_SCOPES))
    return Needs(tuple(names), local)


def _parts(thing: object) -> Iterator[object]:
    """Nodes, looks, columns and texts in a tree."""
    if isinstance(thing, tuple):
        for item in thing:
            yield from _parts(item)
    elif isinstance(thing, (Look, Column, str)):
        yield thing
    elif isinstance(thing, Node):
        yield thing
        for field in fields(thing):
            yield from _parts(getattr(thing, field.name))
