"""A file as it was written, read back: the fonts that it asks for, and whether it carries them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_ENTRY = re.compile(rb"(\d{10}) \d{5} n")
_HEAD = re.compile(rb"(\d+) \d+ obj\b")
_DICTIONARY_ENDS = re.compile(rb"\bstream\r?\n|\bendobj\b")
_IS_FONT = re.compile(rb"/Type\s*/Font\b(?!Descriptor)")
_NAME = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_DESCRIPTOR = re.compile(rb"/FontDescriptor\s+(\d+) \d+ R")
_COMPOSITE = re.compile(rb"/Subtype\s*/Type0\b")
_CARRIED = re.compile(rb"/FontFile[23]?\s+\d+ \d+ R")


class Font(NamedTuple):
    """A font that a file asks for; what it does not carry, a printer replaces by one of its own."""

    name: str
    carried: bool


def fonts_in(pdf: bytes) -> tuple[Font, ...]:
    """The fonts of a PDF file that keeps its dictionaries uncompressed, as ours do; by name."""
    found = dict(_objects(pdf))
    asked_for = (words for words in found.values() if _IS_FONT.search(words) and not _COMPOSITE.search(words))
    return tuple(sorted({_font(words, found) for words in asked_for}))


def _font(words: bytes, objects: Mapping[int, bytes]) -> Font:
    name = _NAME.search(words)
    descriptor = _DESCRIPTOR.search(words)
    described = objects.get(int(descriptor[1]), b"") if descriptor else b""
    return Font(name[1].decode("ascii", "replace") if name else "?", bool(_CARRIED.search(described)))


def _objects(pdf: bytes) -> Iterator[tuple[int, bytes]]:
    """Numbers and dictionaries of all objects, found by the table at the end, so that no stream is taken for one."""
    start = _START.search(pdf)
    if start is None:
        return
    for entry in _ENTRY.finditer(pdf, int(start[1])):
        head = _HEAD.match(pdf, int(entry[1]))
        end = _DICTIONARY_ENDS.search(pdf, head.end()) if head else None
        if head and end:
            yield int(head[1]), pdf[head.end() : end.start()]
