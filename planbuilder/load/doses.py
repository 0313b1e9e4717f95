"""Dose lines and dose keys to parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from planbuilder.load.changes import is_words, read_amounts, read_words
from planbuilder.load.dose_lines import end_of, read_line
from planbuilder.load.nodes import Entries, Items, Node, Scalar
from planbuilder.load.reader import Reader, is_empty
from planbuilder.load.sides import read_side, read_tempo
from planbuilder.load.tables import Names, is_table, read_change, read_key, read_nested, read_table, text_place
from planbuilder.model.change import Change, Fixed
from planbuilder.model.dose import Kind, Parts, Quantity
from planbuilder.problems import Place, nearest

_KINDS: Mapping[str, tuple[Kind, ...] | None] = {
    "sets": ("count",),
    "reps": ("count",),
    "time": ("time",),
    "distance": ("distance",),
    "hold": ("time",),
    "load": ("load",),
    "effort": ("effort",),
    "rest": ("time", "distance"),
    "rest-after": ("time", "distance"),
    "rest-reps": ("time",),
    "every": ("time",),
    "times-a-day": ("count",),
}
PART_KEYS = frozenset((*_KINDS, "dose", "side", "tempo", "note"))
_BARE = ("sets", "times-a-day")
_WORDLESS = ("sets", "times-a-day", "hold", "every")


def read_parts(entries: Sequence[tuple[Scalar, Node]], reader: Reader, names: Names) -> Parts:
    """The parts that keys of a map name (all of them PART_KEYS): `dose` first, the others on top of it."""
    place = entries[0][0].place if entries else None
    parts = Parts(place)
    said: dict[str, Any] = {}
    for name, node in entries:
        if name.text == "dose":
            line = read_dose(node, reader, names)
            parts = line if line is not None else parts
        else:
            said[name.text.replace("-", "_")] = _read_part(name.text, node, reader, names)
    good = {part: value for part, value in said.items() if value is not None}
    if not good:
        return parts
    below = _below(parts, good)
    return replace(below, place=place, **good)


def _below(parts: Parts, said: Mapping[str, Any]) -> Parts:
    """A dose with the amount taken out where a key names another one."""
    if not any(name in said for name in ("reps", "time", "distance")) or parts.dose is not None:
        return parts if not parts.nothing else replace(parts, nothing=False)
    return replace(parts, nothing=False, amount=None, reps=None, time=None, distance=None, hold=None, further=())


def _read_part(key: str, node: Node, reader: Reader, names: Names) -> Change[Any] | None:
    if key == "side":
        return read_change(node, reader, names, read_side)
    if key == "tempo":
        return read_change(node, reader, names, read_tempo)
    if key == "note":
        return read_change(node, reader, names, _read_note, gaps=True)
    found = read_amounts(node, reader, names, key, _KINDS[key])
    return found if found is None or _may_stand(key, found, node, reader) else None


def _read_note(text: str, place: Place, reader: Reader) -> str | None:  # noqa: ARG001
    return "" if text in ("none", "–") else text


def _may_stand(key: str, found: Change[Quantity], node: Node, reader: Reader) -> bool:
    """Whether the values are such as the part can have; no words where only a number says something."""
    value = end_of(found)
    if value is None or value.is_none:
        return True
    if key in _WORDLESS and not value.moves and not (key == "hold" and value.values):
        hint = "write it in digits" if key in _BARE else "write a time: 30s"
        reader.error(text_place(node), "{key}: this needs a number.", hint, key=key)
        return False
    if key in _BARE and any(v.unit and v.unit != "%" for v in value.values):
        reader.error(text_place(node), "{key}: this is a number without a unit.", "write it like {key}: 3", key=key)
        return False
    return True


def read_dose(node: Node, reader: Reader, names: Names) -> Parts | None:
    """A `dose:` value or an item's dose: a line, a map of parts, a list of one a week or a table of these."""

    def leaf(inner: Node, reader: Reader) -> Change[Parts] | None:
        parts = _plain_dose(inner, reader, names, leaf)
        return None if parts is None else Fixed(inner.place, parts)

    if isinstance(node, Items) or (isinstance(node, Entries) and _meant_as_table(node, names)):
        change = _changing(node, reader, names, leaf)
        return None if change is None else Parts(node.place, dose=change)
    return _plain_dose(node, reader, names, leaf)


def _changing(
    node: Node, reader: Reader, names: Names, leaf: Callable[[Node, Reader], Change[Parts] | None]
) -> Change[Parts] | None:
    if isinstance(node, Entries) and not is_table(node, names):
        return read_table(node, reader, names, leaf)
    return read_nested(node, reader, names, leaf)


def _plain_dose(
    node: Node, reader: Reader, names: Names, leaf: Callable[[Node, Reader], Change[Parts] | None]
) -> Parts | None:
    if isinstance(node, Entries) and node.entries:
        if is_words(node):
            words = read_words(node, reader)
            return None if words is None else Parts(node.place, amount=words)
        if _meant_as_table(node, names):
            change = read_table(node, reader, names, leaf)
            return None if change is None else Parts(node.place, dose=change)
        return _read_map(node, reader, names)
    text = reader.text(node)
    return None if text is None else read_line(text, text_place(node), reader)


def _meant_as_table(node: Entries, names: Names) -> bool:
    """Whether any key is one of a table and none is a part."""
    keys = [name for name, _ in node.entries]
    if any(key.text in PART_KEYS for key in keys) or is_words(node):
        return False
    return any(key.text == "else" or read_key(key.text, key.place, names) for key in keys)


def _read_map(node: Entries, reader: Reader, names: Names) -> Parts | None:
    known: list[tuple[Scalar, Node]] = []
    for name, value in node.entries:
        if name.text in PART_KEYS:
            known.append((name, value))
        else:
            _unknown_part(name, value, reader)
    return read_parts(known, reader, names) if known else None


def _unknown_part(name: Scalar, value: Node, reader: Reader) -> None:
    """Keep an error about a key that is no part of a dose: often another exercise, which goes outside."""
    if is_empty(value) or nearest(name.text, PART_KEYS):
        reader.unknown_key(name, value, sorted(PART_KEYS))
        return
    hint = "another exercise stands in a table of its own: - {{Learn: squat, else: {word}}}"
    reader.error(name.place, 'There is no part of a dose called "{word}".', hint, word=name.text)
