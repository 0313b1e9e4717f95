"""Characters that no font has: found before anything is printed, at their place in the YAML."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from planbuilder.load.nodes import compose
from planbuilder.load.scalars import scalars, spot
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


def unprintable(words: str, place: Place | None, covers: Callable[[str], bool]) -> tuple[Problem, ...]:
    """An error for each character of words from elsewhere that no face has."""
    missing = dict.fromkeys(c for c in words if not covers(c))
    return tuple(_problem(place, character) for character in missing)


def _placed(source: Source, missing: set[str]) -> list[Problem]:
    node, _ = compose(source)
    problems: list[Problem] = []
    for scalar in scalars(node) if node is not None else ():
        for offset, character in enumerate(scalar.text):
            if character in missing:
                missing.discard(character)
                problems.append(_problem(spot(scalar, offset), character))
    return problems


def _problem(place: Place | None, character: str) -> Problem:
    return error(
        place,
        "No font has the character {character} ({name}).",
        "Use another character, or put a font that has it into a fonts folder of your own.",
        character=character,
        name=unicodedata.name(character, f"U+{ord(character):04X}").lower(),
    )
