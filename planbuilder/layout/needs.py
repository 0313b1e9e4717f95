"""What the boxes of a part of the tree depend on: where all of it is the same they are the same boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from planbuilder.layout.patterns import FIELD
from planbuilder.model.design import (
    ChartNode,
    Column,
    CuesNode,
    DoseNode,
    EachNode,
    EquipmentNode,
    FigureNode,
    FootnotesNode,
    Look,
    NameNode,
    Node,
    StripNode,
    Style,
    TextNode,
    TicksNode,
    TimelineNode,
    UnitNode,
)

OWN_SCOPES = ("exercise.", "swap.", "thing.", "cue.")
OF_WORKOUT = "exercise.group"  # what stands around a line is said by its workout
EXERCISE_PARTS = (NameNode, DoseNode, UnitNode, CuesNode, FigureNode, EquipmentNode, TicksNode)
WHOLE_PARTS = (ChartNode, TimelineNode, FootnotesNode)
WIDER_AXES = frozenset({"blocks", "weeks", "sessions", "groups", "exercises", "phases"})


class Needs(NamedTuple):
    """Fields of wider scopes, styles (one of each group), and which parts are there that look at something else.

    `local` says that nothing but these and the days in view plays a role, or the levels where they are told apart.
    """

    fields: tuple[str, ...]
    styles: tuple[Style, ...]
    strip: bool
    exercise: bool
    names: bool
    doses: bool
    cues: bool
    yields: bool
    levels: bool
    local: bool


def needs_of(nodes: tuple[Node, ...]) -> Needs:
    """The needs of some nodes with all that is in them."""
    parts = list(_parts(nodes))
    names: set[str] = set()
    for part in parts:
        if isinstance(part, Look):
            names.update((part.if_, part.unless, *FIELD.findall(part.ground)))
        elif isinstance(part, Column):
            names.add(part.if_)
        elif isinstance(part, str):
            names.update(FIELD.findall(part))
    own = {name for name in names if name.startswith(OWN_SCOPES)}
    styles = {part.group: part for part in parts if isinstance(part, Style)}
    exercise = bool(own) or _some(parts, *EXERCISE_PARTS)
    return Needs(
        tuple(sorted(names - own - {""})),
        tuple(styles.values()),
        _some(parts, StripNode),
        exercise,
        _some(parts, NameNode),
        _some(parts, DoseNode),
        _some(parts, CuesNode),
        any(part.yields for part in parts if isinstance(part, Look)),
        any("levels" in _axes(part) for part in parts),
        OF_WORKOUT not in names and not any(map(_wide, parts)),
    )


def _wide(part: object) -> bool:
    """Whether a part looks at more than the exercise and the week in view; notes are numbered over the whole page."""
    noting = isinstance(part, (TextNode, FigureNode)) and part.footnote
    return bool(noting) or not WIDER_AXES.isdisjoint(_axes(part)) or isinstance(part, WHOLE_PARTS)


def shared_axes(nodes: tuple[Node, ...]) -> frozenset[str]:
    """The axes by which a page may be shared over several, that leave less on each."""
    parts = list(_parts(nodes))
    axes = {axis for part in parts for axis in _axes(part)}
    kit = any("session.kit" in part for part in parts if isinstance(part, str))
    found = {
        "exercises": kit or not axes.isdisjoint({"exercises", "groups"}),
        "sessions": "sessions" in axes,
        "weeks": _some(parts, ChartNode) or not axes.isdisjoint({"weeks", "blocks", "phases"}),
        "cues": "cues" in axes or _some(parts, CuesNode),
        "days": not axes.isdisjoint({"days", "further"}) or _some(parts, DoseNode, UnitNode, TicksNode),
    }
    return frozenset(axis for axis, helps in found.items() if helps)


def axes_across(nodes: tuple[Node, ...]) -> frozenset[str]:
    """The axes whose members stand side by side, so that fewer of them leave more width to each."""
    return frozenset(part.axis for part in _parts(nodes) if isinstance(part, Column) and part.axis)


def _some(parts: list[object], *kinds: type) -> bool:
    return any(isinstance(part, kinds) for part in parts)


def _axes(part: object) -> tuple[object, ...]:
    if isinstance(part, Look):
        return part.span, part.weigh
    return (part.axis,) if isinstance(part, (Column, EachNode)) else ()


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
