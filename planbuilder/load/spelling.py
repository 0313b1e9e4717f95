"""The words that doses are written with, and which of them one slip of the finger has made into another."""

from __future__ import annotations

from collections.abc import Iterable

PAGE_WORDS = (
    "max", "none", "rest", "tempo", "every", "each", "alternate", "affected", "weaker", "stronger", "left", "right",
    "both", "half", "about", "least", "bodyweight", "zone", "words",
)  # fmt: skip
_SPELLINGS = {
    "s": "s sec secs second seconds",
    "min": "min mins minute minutes",
    "h": "h hr hrs hour hours",
    "m": "m metre metres meter meters",
    "km": "km kilometre kilometres kilometer kilometers",
    "mi": "mi mile miles",
    "yd": "yd yds yard yards",
    "ft": "ft foot feet",
    "kg": "kg kgs kilo kilos",
    "lb": "lb lbs pound pounds",
    "RM": "rm",
    "bpm": "bpm",
    "spm": "spm",
    "rpm": "rpm",
    "W": "w watt watts",
    "km/h": "km/h kmh kph",
    "mph": "mph",
    "k pace": "k_pace",
    "%": "%",
    "reps": "rep reps repetition repetitions",
}
UNIT_SPELLINGS = {s.replace("_", " "): name for name, all_ in _SPELLINGS.items() for s in all_.split()}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# Words that people do write and that happen to lie one slip from a word of the grammar.
HONEST_WORDS = frozenset(
    (
        "very",
        "ever",
        "even",
        "one",
        "last",
        "test",
        "tight",
        "fight",
        "bone",
        "nine",
        "let",
        "mac",
        "bout",
        "abut",
        "tests",
    )
)


def _neighbours() -> frozenset[tuple[str, str]]:
    found = set()
    for y, row in enumerate(_ROWS):
        for x, letter in enumerate(row):
            near = row[max(0, x - 1) : x + 2] + (_ROWS[y + 1][max(0, x - 1) : x + 1] if y < 2 else "")
            for other in near:
                found |= {(letter, other), (other, letter)}
    return frozenset(found)


_NEIGHBOURS = _neighbours()


def is_slip(written: str, word: str) -> bool:
    """Whether a word was meant: two letters swapped, one left out, doubled, or hit on the key beside it."""
    if written == word or abs(len(written) - len(word)) > 1 or len(word) < 3:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(written, word, strict=False)) if a != b), min(len(written), len(word))
    )
    if len(written) < len(word):
        return written[start:] == word[start + 1 :]
    if len(written) > len(word):
        return written[start + 1 :] == word[start:] and start > 0 and written[start] == written[start - 1]
    if written[start + 1 :] == word[start + 1 :]:
        return (written[start], word[start]) in _NEIGHBOURS
    return written[start:] == word[start + 1 : start + 2] + word[start : start + 1] + word[start + 2 :]


def meant(written: str, words: Iterable[str]) -> str | None:
    """The word that one slip made into the one written, or None."""
    lowered = written.lower()
    if lowered in HONEST_WORDS:
        return None
    return next((word for word in words if is_slip(lowered, word.lower())), None)
