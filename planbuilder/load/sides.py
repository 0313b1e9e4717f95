"""Texts to sides and tempos: "each leg and direction", "alternate legs each set", "3-1-2-0"."""

from __future__ import annotations

import re
from typing import Literal, cast

from planbuilder.load.reader import Reader
from planbuilder.load.spelling import meant
from planbuilder.model.dose import Side, Tempo
from planbuilder.problems import Place, nearest

LIMBS = (
    "leg", "side", "arm", "hand", "foot", "knee", "ankle", "hip", "shoulder", "wrist", "way", "direction",
)  # fmt: skip
HALVES = ("affected", "weaker", "stronger", "left", "right", "both")
SIDE_WORDS = (*HALVES, "each", "half", "alternate", *LIMBS)

_LIMB = "|".join(LIMBS)
_LIMBS = rf"(?:{_LIMB})s?|feet"
_SEVERAL = frozenset((*LIMBS, *(f"{limb}s" for limb in LIMBS), "feet"))
SIDE = (
    rf"(?:half\s+)?each\s+(?:{_LIMB})(?:\s+and\s+(?:{_LIMB}))?"
    rf"|alternate(?:\s+(?:{_LIMBS}))?(?:\s+each\s+(?:rep|set|round))?"
    rf"|(?:{'|'.join(HALVES)})(?:\s+(?:{_LIMBS}))?"
)
_BEATS = re.compile(r"(?:[0-9X]-?){3,4}", re.IGNORECASE)

How = Literal["alternate", "affected", "weaker", "stronger", "left", "right", "both"]
Turn = Literal["rep", "set", "round"]


def side(text: str) -> Side | None:
    """The side a text names, or None."""
    words = text.split()
    if words in (["none"], ["–"], ["-"]):
        return Side("none")
    half = words[:1] == ["half"]
    if half:
        words = words[1:]
    if words[:1] == ["each"]:
        limbs = tuple(words[1::2])
        fits = set(limbs) <= set(LIMBS) and words[2::2] == ["and"] * (len(limbs) - 1)
        return Side("each", limbs, half) if fits and len(limbs) in (1, 2) else None
    if half or not words or words[0] not in ("alternate", *HALVES):
        return None
    turn = ""
    if words[0] == "alternate" and words[-2:-1] == ["each"] and words[-1] in ("rep", "set", "round"):
        turn, words = words[-1], words[:-2]
    if len(words) > 2 or not set(words[1:]) <= _SEVERAL:
        return None
    return Side(cast("How", words[0]), tuple(words[1:]), turn=cast("Turn", turn))


def side_meant(text: str) -> str | None:
    """The side that a text means in other words: per leg, each legs, weak side."""
    words = text.lower().split()
    if not words or len(words) > 6:
        return None
    if words[0] in ("per", "every", "on", "a", "for"):
        words = ["each", *(w for w in words[1:] if w not in ("each", "the"))]
    words[0] = {"weak": "weaker", "strong": "stronger", "alternating": "alternate", "eachs": "each"}.get(
        words[0], words[0]
    )
    if words[0] != "alternate" and len(words) > 1 and words[1].endswith("s"):
        words[1] = words[1][:-1]
    fixed = " ".join(w if w in (*SIDE_WORDS, "and") else meant(w, SIDE_WORDS) or w for w in words)
    return fixed if side(fixed) and fixed != text else None


def read_side(text: str, place: Place, reader: Reader) -> Side | None:
    """The side of a text, or None with an error."""
    found = side(text)
    if found is None:
        near = side_meant(text) or nearest(text, [f"each {limb}" for limb in LIMBS] + list(HALVES))
        hint = "did you mean {near}?" if near else "write each leg, each side, alternate legs, weaker side, ..."
        reader.error(place, '"{text}" is no side.', hint, text=text, near=near)
    return found


def read_tempo(text: str, place: Place, reader: Reader) -> Tempo | None:
    """The tempo of a text, or None with an error."""
    text = text.strip()
    if text in ("none", "–", "-"):
        return Tempo()
    if _BEATS.fullmatch(text) and not text.endswith("-"):
        return Tempo(tuple(c.upper() for c in text if c != "-"))
    if text.isalpha():
        return Tempo(words=text)
    digits = re.sub(r"[\s/:.,–]+", "-", text)
    near = digits if _BEATS.fullmatch(digits) else ""
    hint = "did you mean {near}?" if near else "write down, hold, up, hold in seconds: 3-1-2-0"
    reader.error(place, '"{text}" is no tempo.', hint, text=text, near=near)
    return None
