"""What went wrong, where, and what to write instead: values that every stage returns beside its result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: the name shown to its author and its text."""

    name: str
    text: str = field(repr=False)

    def line(self, number: int) -> str:
        """The text of one line (counted from 1), without its end; empty past the end."""
        lines = self.text.splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file; line and column count from 1, 0 means the file as a whole."""

    source: Source
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.source.name
        return f"{self.source.name}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: a pattern and its values, worded when shown; the hint says what to write instead."""

    severity: Severity
    place: Place | None
    pattern: str
    values: Mapping[str, object] = field(default_factory=dict)
    hint: str = ""

    @property
    def message(self) -> str:
        """The pattern with its values in place."""
        return self.pattern.format_map(self.values)

    @property
    def advice(self) -> str:
        """The hint with its values in place; empty where there is none."""
        return self.hint.format_map(self.values)


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
    """The known word most like the one written, or None where nothing is near."""
    lowered: dict[str, str] = {}
    for k in known:
        lowered.setdefault(k.lower(), k)
    found = get_close_matches(word.lower(), list(lowered), n=1, cutoff=0.6)
    return lowered[found[0]] if found else None
