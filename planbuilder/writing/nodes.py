"""Nodes of a file to plain texts, lists and maps, and back."""

from __future__ import annotations

from collections.abc import Mapping

from planbuilder.load.nodes import Entries, Items, Node, Scalar
from planbuilder.problems import Source
from planbuilder.writing.yaml_text import Plain

UNWRITTEN = Source("", "")


def plain_of(node: Node) -> Plain:
    """What a node says, without its place."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain_of(item) for item in node.items]
    return {key.text: plain_of(value) for key, value in node.entries}


def node_of(plain: Plain) -> Node:
    """A node that says it, standing nowhere."""
    if isinstance(plain, str):
        return Scalar(UNWRITTEN, 1, 1, plain)
    if isinstance(plain, Mapping):
        entries = tuple((Scalar(UNWRITTEN, 1, 1, key), node_of(value)) for key, value in plain.items())
        return Entries(UNWRITTEN, 1, 1, entries)
    return Items(UNWRITTEN, 1, 1, tuple(map(node_of, plain)))
