"""Texts, lists and maps to YAML as a coach would write it: short things on one line, long ones with dashes below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

Plain = str | Sequence["Plain"] | Mapping[str, "Plain"]

WIDEST = 100
INDENT = "  "
ALWAYS_BELOW = frozenset(("do", "sessions", "exercises"))

_PLAIN = re.compile(r"[^\W_].*|[+_–][^\s:].*|-\d.*", re.DOTALL)
_ENDS_IT = re.compile(r":(\s|$)|\s#|\s$")
_ENDS_IT_INSIDE = re.compile(r"[,\[\]{}]|:(\s|$)|\s#|\s$")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def yaml_text(entries: Mapping[str, Plain]) -> str:
    """A whole file; reads back as the same texts, lists and maps."""
    return "".join(f"{line}\n" for line in _map_lines(entries))


def _map_lines(entries: Mapping[str, Plain]) -> Iterator[str]:
    for key, value in entries.items():
        name = f"{_text(key, inside=False)}:"
        short = _one_line(value)
        if key not in ALWAYS_BELOW and len(name) + len(short) < WIDEST and _is_short(value):
            yield f"{name} {short}"
        elif isinstance(value, str):
            yield f"{name} {_text(value, inside=False)}"
        else:
            yield name
            yield from (INDENT + line for line in _lines(value))


def _lines(value: Plain) -> Iterator[str]:
    if isinstance(value, str):
        yield _text(value, inside=False)
    elif isinstance(value, Mapping):
        yield from _map_lines(value)
    else:
        for item in value:
            lines = [_one_line(item)] if _fits_as_item(item) else list(_lines(item))
            yield from (("- " if k == 0 else INDENT) + line for k, line in enumerate(lines))


def _fits_as_item(item: Plain) -> bool:
    """Whether an item of a list reads better in braces: only what has several short keys does."""
    if isinstance(item, Mapping):
        return len(item) > 1 and not ALWAYS_BELOW & set(item) and _is_short(item) and len(_one_line(item)) < WIDEST
    return not isinstance(item, str)


def _is_short(value: Plain, deep: int = 0) -> bool:
    """Whether something is simple enough for one line: nothing nested more than twice."""
    if isinstance(value, str):
        return True
    inner = value.values() if isinstance(value, Mapping) else value
    return deep < 2 and all(_is_short(one, deep + 1) for one in inner)


def _one_line(value: Plain) -> str:
    if isinstance(value, str):
        return _text(value, inside=False)
    return _inside(value)


def _inside(value: Plain) -> str:
    if isinstance(value, str):
        return _text(value, inside=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_text(key, inside=True)}: {_inside(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(map(_inside, value)) + "]"


def _text(text: str, inside: bool) -> str:
    """A text, in quotes where YAML would read something else; `inside` braces or brackets more has to be."""
    ends = _ENDS_IT_INSIDE if inside else _ENDS_IT
    if _PLAIN.fullmatch(text) and text.isprintable() and not ends.search(text):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter.isprintable():
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"
