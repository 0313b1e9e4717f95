"""Characters that no font has: found before anything is printed, at their place in the YAML."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from planbuilder.load.nodes import Entries, Items, Node, Scalar, compose
from planbuilder.problems import Place, Problem, Source, error

_INVISIBLE = frozenset("\n\r\t\ufeff")


def uncovered(sources: Iterable[Source], covers: Callable[[str], bool]) -> tuple[Problem, ...]:
    """An error for each file and character that no face has, where it first stands. Comments are never printed."""
    problems: list[Problem] = []
    for source in sources:
        missing = {c for c in set(source.text) - _INVISIBLE if not covers(c)}
        if missing:
            problems += _placed(source, missing)
    return tuple(problems)


def unprintable(typed: str, option: str, covers: Callable[[str], bool]) -> tuple[Problem, ...]:
    """An error for each character of an option's words that no face has."""
    missing = dict.fromkeys(c for c in typed if not covers(c))
    return tuple(_problem(Place(Source(option, typed)), character) for character in missing)


def _placed(source: Source, missing: set[str]) -> list[Problem]:
    node, _ = compose(source)
    problems: list[Problem] = []
    for scalar in _scalars(node) if node is not None else ():
        for offset, character in enumerate(scalar.text):
            if character in missing:
                missing.discard(character)
                problems.append(_problem(_spot(scalar, offset), character))
    return problems


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Items():
            for item in node.items:
                yield from _scalars(item)
        case Entries():
            for key, value in node.entries:
                yield key
                yield from _scalars(value)


def _spot(scalar: Scalar, offset: int) -> Place:
    """The place of a character inside a text of one line; the start of a longer one."""
    column = scalar.column + scalar.quoted + offset
    if scalar.source.line(scalar.line)[column - 1 : column] == scalar.text[offset]:
        return Place(scalar.source, scalar.line, column)
    return scalar.place


def _problem(place: Place, character: str) -> Problem:
    return error(
        place,
        "No font has the character {character} ({name}).",
        "Use another character, or put a font that has it into a fonts folder of your own.",
        character=character,
        name=unicodedata.name(character, f"U+{ord(character):04X}").lower(),
    )
