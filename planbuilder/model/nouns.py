"""Counted things in English: singular for one, and back."""

from __future__ import annotations

ODD_PLURALS = {
    "feet": "foot",
    "people": "person",
    "children": "child",
    "halves": "half",
    "calves": "calf",
    "lives": "life",
}
_ODD_SINGULARS = {one: many for many, one in ODD_PLURALS.items()}
_HISSES = ("sses", "shes", "ches", "xes", "zzes")
_KEEPS_IE = frozenset(("calories", "selfies", "pies", "ties", "movies"))


def singular(noun: str) -> str:
    """The word for one: steps → step, figures of 8 → figure of 8, passes → pass."""
    head, of, tail = noun.partition(" of ")
    before, space, last = head.rpartition(" ")
    return before + space + _one(last) + of + tail


def _one(word: str) -> str:
    if word in ODD_PLURALS:
        return ODD_PLURALS[word]
    if word.endswith("ies") and word not in _KEEPS_IE and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_HISSES):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def plural(noun: str) -> str:
    """The word for several: step → steps, figure of 8 → figures of 8, pass → passes."""
    head, of, tail = noun.partition(" of ")
    before, space, last = head.rpartition(" ")
    return before + space + _many(last) + of + tail


def _many(word: str) -> str:
    if word in _ODD_SINGULARS:
        return _ODD_SINGULARS[word]
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("ss", "sh", "ch", "x", "zz")) else "s")


def is_plural(noun: str) -> bool:
    """Whether it names several: its last word, or the one before "of", does."""
    last = noun.partition(" of ")[0].rpartition(" ")[2]
    return last in ODD_PLURALS or (last.endswith("s") and not last.endswith("ss") and len(last) > 2)
