"""Patterns with {fields}: translated once, filled from a view."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from planbuilder.model.fields import field
from planbuilder.model.view import View

FIELD = re.compile(r"\{([a-z.-]+)\}")
DOTS = re.compile(r"(?: · )+")
DOT = " · "


class Pattern(NamedTuple):
    """Fixed words with fields between them: one more word than there are fields."""

    words: tuple[str, ...]
    fields: tuple[str, ...]


class Patterns:
    """Fills patterns for one page. What the page as a whole says is looked up once."""

    def __init__(self, translations: Mapping[str, str], compiled: dict[str, Pattern], page: View) -> None:
        self._translations = translations
        self._compiled = compiled
        self._page: dict[str, str] = {}
        self._lanes: dict[tuple[object, ...], str] = {}
        self._root = page

    def field(self, name: str, view: View) -> str:
        """The words of a field."""
        if name.startswith("page."):
            if name not in self._page:
                self._page[name] = field(self._root, name)
            return self._page[name]
        if name.startswith("lane.") and view.line and not (view.swap or view.other):
            lane = name, view.line.key, view.sessions, view.days
            if lane not in self._lanes:
                self._lanes[lane] = field(view, name)
            return self._lanes[lane]
        return field(view, name)

    def filled(self, pattern: str, view: View) -> str:
        """The pattern with its fields in place; empty if it has fields and all are. A dot left alone goes too."""
        found = self._compiled.get(pattern)
        if found is None:
            found = self._compiled[pattern] = compiled(self._translations.get(pattern, pattern))
        if not found.fields:
            return found.words[0]
        values = [self.field(name, view) for name in found.fields]
        if not any(values):
            return ""
        values = _said_once(values, found.words)
        text = found.words[0] + "".join(v + w for v, w in zip(values, found.words[1:], strict=True))
        if DOT in text or text.endswith(" ·") or text.startswith("· "):
            text = DOTS.sub(DOT, text).strip(" ·")
        return text


def _said_once(values: list[str], words: tuple[str, ...]) -> list[str]:
    """Fields between dots without what an earlier one says already."""
    said: set[str] = set()
    out = []
    for value, before in zip(values, words, strict=False):
        pieces = value.split(DOT)
        out.append(DOT.join(piece for piece in pieces if piece not in said) if before == DOT else value)
        said.update(pieces)
    return out


def compiled(pattern: str) -> Pattern:
    """A pattern taken apart."""
    parts = FIELD.split(pattern)
    return Pattern(tuple(parts[::2]), tuple(parts[1::2]))
