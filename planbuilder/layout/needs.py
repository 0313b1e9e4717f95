"""What the boxes of a part of the tree depend on: where all of it is the same they are the same boxes."""

from __future__ import annotations

from dataclasses import fields
from typing import NamedTuple

from planbuilder.layout.patterns import FIELD
from planbuilder.model.design import (
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
    RowNode,
    RuleNode,
    SpaceNode,
    StackNode,
    Style,
    TextNode,
    UnitNode,
)
from planbuilder.model.drawn import ChartNode, IconNode, StripNode, TicksNode, TimelineNode
from planbuilder.problems import Place

OWN_SCOPES = ("exercise.", "swap.", "thing.", "cue.")
OF_WORKOUT = frozenset({"exercise.group", "exercise.next"})  # what stands around a line is said by its workout
EXERCISE_PARTS = (NameNode, DoseNode, UnitNode, CuesNode, FigureNode, EquipmentNode, TicksNode)
WHOLE_PARTS = (ChartNode, TimelineNode, FootnotesNode)
LASTING_PARTS = (StackNode, RowNode, SpaceNode, RuleNode, IconNode, TextNode, NameNode, CuesNode, FigureNode)
OF_MOVES = ("name", "short", "purpose", "position", "mistake", "easier", "harder")
LASTING = frozenset(f"exercise.{key}" for key in (*OF_MOVES, "number", "label", "station", "condition"))
WIDER_AXES = frozenset({"blocks", "weeks", "sessions", "groups", "exercises", "phases"})


class Needs(NamedTuple):
    """Fields of wider scopes, styles (one of each group), and which parts are there that look at something else.

    `local` says that nothing but these and the days in view plays a role, or the levels where they are told apart;
    `lasting` that of an exercise only what it is does, not how much is done. `spare` is what only fills spare room.
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
    lasting: bool
    spare: tuple[Place, ...]


def needs_of(nodes: tuple[Node, ...]) -> Needs:
    """The needs of some nodes with all that is in them."""
    parts = _parts(nodes)
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
        OF_WORKOUT.isdisjoint(names) and not any(map(_wide, parts)),
        not any(map(_changing, parts)) and all(name in LASTING or name.startswith("page.") for name in names - {""}),
        tuple(part.place for part in parts if isinstance(part, Look) and part.yields == "first"),
    )


def _wide(part: object) -> bool:
    """Whether a part looks at more than the exercise and the week in view."""
    return not WIDER_AXES.isdisjoint(_axes(part)) or isinstance(part, WHOLE_PARTS)


def _changing(part: object) -> bool:
    """Whether a part may say more than what an exercise is."""
    return isinstance(part, Node) and not isinstance(part, LASTING_PARTS)


def shared_axes(nodes: tuple[Node, ...]) -> frozenset[str]:
    """The axes by which a page may be shared over several, that leave less on each."""
    parts = _parts(nodes)
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


def _parts(tree: object) -> list[object]:
    """Nodes, looks, columns, styles and texts in a tree."""
    found: list[object] = []
    todo = [tree]
    while todo:
        thing = todo.pop()
        if isinstance(thing, tuple):
            todo += reversed(thing)
        elif isinstance(thing, (Look, Column, Style, str)):
            found.append(thing)
        elif isinstance(thing, Node):
            found.append(thing)
            todo += [getattr(thing, field.name) for field in reversed(fields(thing))]
    return found
