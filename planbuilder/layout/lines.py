"""Words to balanced lines. Text is measured word by word through `Measure`, each word once, in ems."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from planbuilder.model.measure import Measure, Run

EPS = 0.05
HYPHEN = "-"
OWN_BREAKS = "-/–+"
FIGURES = "0123456789.,:"
NARROWEST = 0.55
UNITS = frozenset(["s", "sec", "min", "h", "kg", "lb", "g", "m", "km", "mi", "cm", "mm", "yd", "ft", "%", "reps"])
PART_END = (".", "?", "!", "…", " ·")
WHITE = re.compile(r"[ \t\r\n]+")
SPACES = re.compile("[ \u00a0\u202f]")
BEFORE_HOLD = re.compile("(?:(?<=/\\d)|(?<=/\\d\\d))[ \u00a0\u202f](?=×)")
AFTER_SLASH = re.compile("(?<=/)")
AFTER_DASH = re.compile(r"(?<=\d–)(?=\d)")


class Chunk(NamedTuple):
    """Words that stay together on a line; `width` is in points, `space` what follows where the line goes on."""

    text: str
    width: float
    space: float
    span: int


class Setter:
    """Sets words in faces: widths in ems, asked once for each word and face."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self._tied: dict[str, tuple[str, ...]] = {}
        self._ems: dict[tuple[str, str], float] = {}

    def ems(self, text: str, face: str) -> float:
        """Width of a text in ems."""
        key = (text, face)
        width = self._ems.get(key)
        if width is None:
            width = self._ems[key] = self.measure.shape(text, face).advance
        return width

    def run(self, text: str, face: str) -> Run:
        """A text ready to print."""
        return self.measure.shape(text, face)

    def chunks(self, text: str, face: str, size: float, span: int = 0, *, whole: bool = False) -> list[Chunk]:
        """The unbreakable pieces of a text; `whole` keeps it on one line."""
        pieces = self._tied.get(text)
        if pieces is None:
            pieces = self._tied[text] = tied(text)
        if whole:
            pieces = (" ".join(pieces),)
        space = self.ems(" ", face) * size
        return [Chunk(piece, self.ems(piece, face) * size, space, span) for piece in pieces]

    def fitted(self, chunk: Chunk, face: str, size: float, room: float, *, untied: bool, broken: bool) -> list[Chunk]:
        """A chunk in pieces for a room: cut after its slashes; if that is not enough `untied`, its words `broken`.

        What holds for all of a ladder goes on a line of its own: 6/4/2, then × 10 s.
        """
        pieces = [chunk]
        for cut in (BEFORE_HOLD, AFTER_SLASH):
            pieces = [p for piece in pieces for p in self._cut(cut, piece, face, size, room)]
        if untied:
            pieces = [p for piece in pieces for p in self._untied(piece, face, size, room)]
        if not broken:
            return pieces
        words = ([p] if p.width <= room + EPS else self.pieces(p, face, size, room) for p in pieces)
        return [piece for word in words for piece in word]

    def _untied(self, chunk: Chunk, face: str, size: float, room: float) -> list[Chunk]:
        """A chunk cut inside its range if that is enough; else at its spaces, and a range that is still too wide."""
        pieces = self._cut(AFTER_DASH, chunk, face, size, room)
        if all(piece.width <= room + EPS for piece in pieces):
            return pieces
        words = self._cut(SPACES, chunk, face, size, room)
        return [p for word in words for p in self._cut(AFTER_DASH, word, face, size, room)]

    def _cut(self, at: re.Pattern[str], chunk: Chunk, face: str, size: float, room: float) -> list[Chunk]:
        """A chunk too wide for its room, cut where a pattern says; what is no word of its own fills a line."""
        if chunk.width <= room + EPS:
            return [chunk]
        lines: list[str] = []
        for piece in at.split(chunk.text):
            if lines and at not in (SPACES, BEFORE_HOLD) and self.ems(lines[-1] + piece, face) * size <= room + EPS:
                lines[-1] += piece
            else:
                lines.append(piece)
        return [Chunk(line, self.ems(line, face) * size, chunk.space, chunk.span) for line in lines]

    def pieces(self, chunk: Chunk, face: str, size: float, room: float) -> list[Chunk]:
        """A word too wide for its room, cut where it must be: after its own hyphen or slash, else with a hyphen."""
        out: list[Chunk] = []
        rest = chunk.text
        while rest:
            shown, taken = self._piece(rest, face, room / size)
            out.append(Chunk(shown, self.ems(shown, face) * size, chunk.space, chunk.span))
            rest = rest[taken:]
        return out

    def _piece(self, word: str, face: str, room: float) -> tuple[str, int]:
        """The longest start of a word that fits and how many letters it takes; a number is never cut."""
        if self.ems(word, face) <= room or len(word) == 1:
            return word, len(word)
        own: tuple[str, int] | None = None
        best: tuple[str, int] | None = None
        for n in range(1, len(word)):
            if not _may_part(word[n - 1], word[n]):
                continue
            shown = word[:n] if word[n - 1] in OWN_BREAKS else word[:n] + HYPHEN
            if best and self.ems(shown, face) > room:
                break
            best = shown, n
            own = best if word[n - 1] in OWN_BREAKS else own
        return own or best or (word, len(word))


def _may_part(before: str, after: str) -> bool:
    """Whether a word may be cut between two letters: behind its own breaks, never inside a number."""
    if before in OWN_BREAKS:
        return True
    return after not in OWN_BREAKS and not (before in FIGURES and after in FIGURES)


def tied(text: str) -> tuple[str, ...]:
    """The words of a text, with those joined that stay together.

    A number and its unit, `a × b`, a lone dot and the word before it, the last two words of a line of four or more.
    """
    words = [w for w in WHITE.split(text) if w]
    last = len(words) - 2 if len(words) >= 4 else -1
    out: list[str] = []
    glued = False
    for n, word in enumerate(words):
        if glued:
            out[-1] += " " + word
        else:
            out.append(word)
        following = words[n + 1] if n + 1 < len(words) else ""
        glued = bool(following) and (n == last or _stay(word, following))
    return tuple(out)


def _stay(word: str, following: str) -> bool:
    if following in ("·", "×", "–") or word == "×":
        return True
    return word[-1].isdigit() and following.rstrip(".,;:!?)") in UNITS


def first_fit(chunks: Sequence[Chunk], room: float) -> list[int]:
    """Where lines end, each as full as it can be; a piece wider than the room stands alone."""
    ends: list[int] = []
    used = -1.0
    space = 0.0
    for n, chunk in enumerate(chunks):
        if used >= 0 and used + space + chunk.width > room + EPS:
            ends.append(n)
            used = chunk.width
        else:
            used = chunk.width if used < 0 else used + space + chunk.width
        space = chunk.space
    ends.append(len(chunks))
    return ends


def width_of(chunks: Sequence[Chunk]) -> float:
    """Width of pieces on one line."""
    return sum(c.width + c.space for c in chunks) - (chunks[-1].space if chunks else 0.0)


def balanced(chunks: Sequence[Chunk], room: float) -> list[int]:
    """Where lines end: as few as first fit gives, between sentences or parts if that will do, else even."""
    ends = first_fit(chunks, room)
    if len(ends) < 2:
        return ends
    stops = [n for n, c in enumerate(chunks[:-1], 1) if c.text.endswith(PART_END)] + [len(chunks)]
    parts = [chunks[n - 1]._replace(width=w) for n, w in zip(stops, _widths(chunks, stops), strict=True)]
    if len(first_fit(parts, room)) == len(ends) and all(part.width <= room for part in parts):
        return [stops[n - 1] for n in _even(parts, room, len(ends))]
    return _even(chunks, room, len(ends))


def _even(chunks: Sequence[Chunk], room: float, lines: int) -> list[int]:
    """Where so many lines end that are as even as can be."""
    low, high = max(room * NARROWEST, max(c.width for c in chunks)), room
    while high - low > 1:
        middle = (low + high) / 2
        if len(first_fit(chunks, middle)) <= lines:
            high = middle
        else:
            low = middle
    return first_fit(chunks, high)


def _widths(chunks: Sequence[Chunk], ends: Sequence[int]) -> list[float]:
    return [width_of(chunks[start:end]) for start, end in zip([0, *ends], ends, strict=False)]
