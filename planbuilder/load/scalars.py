"""All texts of a YAML tree, and places inside them."""

from __future__ import annotations

from collections.abc import Iterator

from planbuilder.load.nodes import Entries, Items, Node, Scalar
from planbuilder.problems import Place


def scalars(node: Node) -> Iterator[Scalar]:
    """Every text in a tree, keys too, in the order of the file."""
    match node:
        case Scalar():
            yield node
        case Items():
            for item in node.items:
                yield from scalars(item)
        case Entries():
            for key, value in node.entries:
                yield key
                yield from scalars(value)


def spot(scalar: Scalar, offset: int) -> Place:
    """The place of a character inside a text of one line; the start of a longer one."""
    column = scalar.column + scalar.quoted + offset
    if scalar.source.line(scalar.line)[column - 1 : column] == scalar.text[offset]:
        return Place(scalar.source, scalar.line, column)
    return scalar.place
