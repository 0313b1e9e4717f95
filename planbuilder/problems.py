"""What went wrong, where, and what to write instead: values that every stage returns beside its result."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import lru_cache
from typing import Literal

from planbuilder.records import record

Severity = Literal["error", "warning"]

WIDEST = 100
LONGEST_VALUE = 160
BEFORE_CARET = 60


_LINE_END = "\r\n|[\n\r\u0085\u2028\u2029]"
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_JOINERS = "\u200c\u200d"


@lru_cache(maxsize=16)
def _lines(text: str) -> tuple[str, ...]:
    """The lines of a text, ended as YAML ends them."""
    return tuple(re.split(_LINE_END, text))


@record
class Source:
    """A file as read: the name shown to its author and its text."""

    name: str
    text: str = field(repr=False)

    def line(self, number: int) -> str:
        """The text of one line (counted from 1), without its end; empty past the end."""
        lines = _lines(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""


@record
class Place:
    """A spot in a file; line and column count from 1, 0 means the file as a whole."""

    source: Source
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.source.name
        return f"{self.source.name}:{self.line}:{self.column}"


@record
class Word:
    """A name as somebody wrote it, and where: it can still be pointed at. Equal to the same text elsewhere."""

    text: str
    place: Place | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return self.text


@record
class Problem:
    """One mistake: a pattern and its values, worded when shown; the hint says what to write instead."""

    severity: Severity
    place: Place | None
    pattern: str
    values: Mapping[str, object] = field(default_factory=dict)
    hint: str = ""

    @property
    def message(self) -> str:
        """The pattern with its values in place; a value of a whole paragraph is cut."""
        return self.pattern.format_map(_cut(self.values))

    @property
    def advice(self) -> str:
        """The hint with its values in place; empty where there is none."""
        return self.hint.format_map(_cut(self.values))


def _cut(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: f"{v[:LONGEST_VALUE]}…" if isinstance(v, str) and len(v) > LONGEST_VALUE else v
        for name, v in values.items()
    }


def error(place: Place | None, pattern: str, hint: str = "", **values: object) -> Problem:
    """A mistake that stops the build."""
    return Problem("error", place, pattern, values, hint)


def warning(place: Place | None, pattern: str, hint: str = "", **values: object) -> Problem:
    """Something the author should know that stops nothing."""
    return Problem("warning", place, pattern, values, hint)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them stops the build."""
    return any(p.severity == "error" for p in problems)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like the one written, first of all one of the same letters; None where nothing is near."""
    from difflib import get_close_matches

    lowered: dict[str, str] = {}
    for k in known:
        lowered.setdefault(k.lower(), k)
    found = get_close_matches(word.lower(), list(lowered), n=3, cutoff=0.6)
    found.sort(key=lambda near: sorted(near) != sorted(word.lower()))
    return lowered[found[0]] if found else None


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file, line and column; what has no place stands first."""
    once: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        once.setdefault((*_position(problem), problem.severity, problem.message), problem)
    return tuple(sorted(once.values(), key=_position))


def _position(problem: Problem) -> tuple[str, int, int]:
    place = problem.place
    return (place.source.name, place.line, place.column) if place else ("", 0, 0)


def told(problem: Problem) -> str:
    """A problem as it is shown: where and what, the line with a caret under the spot, and what to write instead."""
    place = problem.place
    where = f"{place}: " if place else ""
    lines = [_seen(f"{where}{problem.severity}: {problem.message}")]
    if place and place.line:
        lines += _quoted(place)
    if problem.hint:
        lines.append(f"      = {_seen(problem.advice)}")
    return "\n".join(lines)


def _quoted(place: Place) -> tuple[str, str]:
    """The line, cut to a window where it is long, and the line with the caret."""
    line = place.source.line(place.line)
    spot = max(place.column - 1, 0)
    indent = min(len(line) - len(line.lstrip(" \t")), spot)
    start = max(indent, spot - BEFORE_CARET)
    before = _seen(line[start:spot])
    after = _seen(line[spot : start + WIDEST])
    lead = "… " if start > indent else ""
    tail = " …" if len(line) > start + WIDEST else ""
    gap = " " * (len(lead) + max(spot - len(line), 0) + sum(map(_columns, before)))
    return f"{place.line:>5} | {lead}{before}{after}{tail}", f"      | {gap}^"


def _seen(text: str) -> str:
    """The text with a space for each tab and a � for what a terminal would obey or hide."""
    text = text.replace("\t", " ")
    if text.isascii() and text.isprintable():
        return text
    return "".join("\ufffd" if unicodedata.category(c) in _UNSEEN and c not in _JOINERS else c for c in text)


def _columns(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.combining(character) or character in _JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
