"""YAML text to nodes that know their place: safe, bounded, scalars kept as written, no duplicate keys."""

from __future__ import annotations

from dataclasses import dataclass

from planbuilder.problems import Place, Source


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text exactly as written; `quoted` tells "10" from 10."""

    source: Source
    line: int
    column: int
    text: str
    quoted: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.source, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    source: Source
    line: int
    column: int
    items: tuple[Node, ...]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.source, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Entries:
    """A map: keys as written, each once."""

    source: Source
    line: int
    column: int
    entries: tuple[tuple[Scalar, Node], ...]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.source, self.line, self.column)

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Items | Entries
