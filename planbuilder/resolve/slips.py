"""What a designer may have meant: words of other programs and lengths of other units become hints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from planbuilder.problems import nearest

ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "left": ("start",),
    "right": ("end",),
    "centre": ("center", "middle"),
    "center": ("middle",),
    "middle": ("center",),
    "true": ("yes",),
    "false": ("no",),
}
"""Words that mean something in other programs, with those that mean it here."""

_PLAIN = re.compile(r"-?\d{1,4}(?:\.\d{1,2})?")
_MEASURED = re.compile(r"(\d{1,4}(?:\.\d{1,2})?) ?(%|[a-z]{1,8})")
_CODED = re.compile(r"#.*|(?:rgb|hsl)a?\(.*|[0-9A-Fa-f]{3,8}")
COLOUR = 'a colour has six digits, in quotes: "#1F5F5B"'


def word_hint(word: str, known: Iterable[str]) -> str:
    """What to write in place of a word that is not known: what it is called here, the nearest, or all there are."""
    names = sorted(known)
    meant = next((name for name in ELSEWHERE.get(word, ()) if name in names), None) or nearest(word, names)
    if meant:
        return f"did you mean {meant}?"
    return f"there are: {', '.join(names)}" if names else ""


def length_hint(word: str, sizes: Iterable[str]) -> str:
    """What to write in place of what is no length."""
    near = nearest(word, sizes)
    if near:
        return f"did you mean {near}?"
    if _PLAIN.fullmatch(word):
        return f"a length has a unit: {word}mm, {word}pt or {word}u"
    measured = _MEASURED.fullmatch(word)
    if measured and measured[2] == "%":
        return "a share of what is left is rest, or rest 2; a length is one like 12mm or 2u"
    if measured:
        return f"the units are mm, cm, in, pt and u: {measured[1]}pt"
    return "write one like 12mm, 10pt, 2u, or a name from sizes"


def colour_hint(word: str, colours: Iterable[str]) -> str:
    """What to write in place of what is no colour."""
    if _CODED.fullmatch(word):
        return COLOUR
    hint = word_hint(word, colours)
    return hint if hint.endswith("?") else f"{COLOUR}; {hint}"
