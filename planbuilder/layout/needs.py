"""What the boxes of one exercise depend on besides the exercise: with the same needs they are the same boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from planbuilder.layout.patterns import FIELD
from planbuilder.model.design import Column, EachNode, Look, Node, Style

OWN_SCOPES = ("exercise.", "swap.", "thing.", "cue.")
WIDER_AXES = frozenset({"blocks", "weeks", "sessions", "groups", "exercises"})


class Needs(NamedTuple):
    """Fields of wider scopes, styles (one of each group), and whether all else follows from the exercise."""

    fields: tuple[str, ...]
    styles: tuple[Style, ...]
    local: bool


def needs_of(nodes: tuple[Node, ...]) -> Needs:
    """The needs of some nodes with all that is in them."""
    found: set[str] = set()
    styles: dict[str, Style] = {}
    local = True
    for part in _parts(nodes):
        if isinstance(part, Look):
            found.update((part.if_, part.unless, *FIELD.findall(part.ground)))
            local = local and part.span not in WIDER_AXES
        elif isinstance(part, Column):
            local = local and part.axis not in WIDER_AXES
        elif isinstance(part, str):
            found.update(FIELD.findall(part))
        elif isinstance(part, Style):
            styles[part.group] = part
        elif isinstance(part, EachNode):
            local = local and part.axis not in WIDER_AXES
    names = sorted(name for name in found if name and not name.startswith(OWN_SCOPES))
    return Needs(tuple(names), tuple(styles.values()), local)


def _parts(thing: object) -> Iterator[object]:
    """Nodes, looks, columns, styles and texts in a tree."""
    if isinstance(thing, tuple):
        for item in thing:
            yield from _parts(item)
    elif isinstance(thing, (Look, Column, Style, str)):
        yield thing
    elif isinstance(thing, Node):
        yield thing
        for field in fields(thing):
            yield from _parts(getattr(thing, field.name))
