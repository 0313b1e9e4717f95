"""Nodes to frozen records, led by the record's own fields: every mistake at its line, with the nearest right name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from planbuilder.load.nodes import Entries, Node, Scalar
from planbuilder.load.reader import Reader as Reader
from planbuilder.load.reader import is_empty
from planbuilder.problems import Word, nearest
from planbuilder.records import record

R = TypeVar("R")


@record
class Spread:
    """Keys that stand directly in a map and together make one field, as sets, reps and rest make a dose."""

    keys: frozenset[str]
    read: Callable[[Sequence[tuple[Scalar, Node]], Reader], object | None]


ReadNode = Callable[[Node, Reader], object | None]
Readers = Mapping[object, ReadNode | Spread]
NO_READERS: Readers = MappingProxyType({})


@record
class Key:
    """One key that a record can be written with: its field, the type of its value, what it means."""

    key: str
    field: str
    kind: Hashable
    required: bool
    meaning: str


@record
class Shape:
    """How a record is written: its keys in order, the key that a bare text stands for, whether it keeps its place."""

    keys: tuple[Key, ...]
    by_key: Mapping[str, Key]
    alone: Key | None
    placed: bool


def shape_of(record: type) -> Shape:
    """The way a record is written, found once from its fields."""
    return _shape_of(record)


@cache
def _shape_of(record: Hashable) -> Shape:
    kind = cast("type", record)
    hints = get_type_hints(kind, include_extras=True)
    keys: list[Key] = []
    for field in fields(kind):
        if field.name == "place" or not field.metadata.get("written", True):
            continue
        value, meaning = _unwrapped(hints[field.name])
        required = field.default is MISSING and field.default_factory is MISSING
        keys.append(Key(field.name.rstrip("_").replace("_", "-"), field.name, value, required, meaning))
    alone = getattr(kind, "alone", "")
    return Shape(
        tuple(keys),
        {key.key: key for key in keys},
        next((key for key in keys if key.field == alone), None),
        any(field.name == "place" for field in fields(kind)),
    )


def _unwrapped(hint: object) -> tuple[Hashable, str]:
    """The type without its note and without "or nothing", and the note."""
    meaning = ""
    if get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
        meaning = next((note for note in notes if isinstance(note, str)), "")
    if get_origin(hint) in (Union, UnionType):
        some = [part for part in get_args(hint) if part is not NoneType]
        hint = some[0] if len(some) == 1 else hint
    return hint, meaning


def decode(record: type[R], node: Node, reader: Reader, readers: Readers = NO_READERS) -> R | None:
    """The record that a node says, or None with an error; `readers` know what the fields cannot tell.

    A reader is looked up by the field's name, then by its type. What is wrong with an optional key leaves its default.
    """
    shape = shape_of(record)
    if shape.alone and not isinstance(node, Entries):
        name = Scalar(node.source, node.line, node.column, shape.alone.key)
        found = _values(((name, node),), shape, reader, readers)
        if not found:
            return None
    else:
        entries = reader.entries(node)
        if entries is None or _broken_text(entries, shape, reader, readers):
            return None
        found = _values(entries.entries, shape, reader, readers)
        _ask_for_missing(shape, entries, reader)
    if any(key.required and key.field not in found for key in shape.keys):
        return None
    if shape.placed:
        found["place"] = node.place
    return record(**found)


def _broken_text(entries: Entries, shape: Shape, reader: Reader, readers: Readers) -> bool:
    """Whether a bare text with a colon in it became keys and values; says so."""
    if shape.alone is None or len(entries.entries) != 1 or not isinstance(entries.entries[0][1], Scalar):
        return False
    known = known_keys(shape, readers)
    key, value = entries.entries[0]
    if is_empty(value) or key.text in known or nearest(key.text, known):
        return False
    reader.not_one_text(entries)
    return True


def _ask_for_missing(shape: Shape, entries: Entries, reader: Reader) -> None:
    """An error for each required key that is not there; one that is only misspelt has been reported as such."""
    written = [name.text.partition(":")[0] for name, _ in entries.entries]
    for key in shape.keys:
        if key.required and key.key not in written:
            slip = nearest(key.key, (word for word in written if word not in shape.by_key))
            if slip is None:
                reader.error(entries.place, '"{key}" is missing here.', 'write "{key}: ..." as well', key=key.key)


def _values(
    entries: Sequence[tuple[Scalar, Node]], shape: Shape, reader: Reader, readers: Readers
) -> dict[str, object]:
    """The values by field; each key goes to its field, to a field that it is spread over, or is unknown."""
    found: dict[str, object] = {}
    spreads = _spreads(shape, readers)
    shares: dict[str, list[tuple[Scalar, Node]]] = {}
    for name, node in entries:
        key = shape.by_key.get(name.text)
        if key is not None and key.field not in spreads:
            found[key.field] = _read(key, node, reader, readers)
            continue
        field = next((field for field, spread in spreads.items() if name.text in spread.keys), None)
        if field is None:
            reader.unknown_key(name, node, known_keys(shape, readers))
        else:
            shares.setdefault(field, []).append((name, node))
    found.update((field, spreads[field].read(tuple(given), reader)) for field, given in shares.items())
    return {field: value for field, value in found.items() if value is not None}


def known_keys(shape: Shape, readers: Readers = NO_READERS) -> tuple[str, ...]:
    """All keys that may be written, in the order of the fields; the ones of a spread field sorted."""
    known: list[str] = []
    for key in shape.keys:
        spread = reader_for(key, readers)
        known.extend(sorted(spread.keys) if isinstance(spread, Spread) else (key.key,))
    return tuple(known)


def reader_for(key: Key, readers: Readers) -> ReadNode | Spread | None:
    """The reader given for a key, by its field's name or its type; None where the type says it all."""
    return readers.get(key.field) or readers.get(key.kind)


def _spreads(shape: Shape, readers: Readers) -> dict[str, Spread]:
    if not readers:
        return {}
    pairs = ((key.field, reader_for(key, readers)) for key in shape.keys)
    return {field: spread for field, spread in pairs if isinstance(spread, Spread)}


def _read(key: Key, node: Node, reader: Reader, readers: Readers) -> object | None:
    given = reader_for(key, readers)
    if given is not None and not isinstance(given, Spread):
        return given(node, reader)
    return _value(key.kind, node, reader, readers)


def _value(kind: Hashable, node: Node, reader: Reader, readers: Readers) -> object | None:
    """The value of a type; None with an error where the node does not say one."""
    given = readers.get(kind) or PLAIN.get(kind)
    if given is not None and not isinstance(given, Spread):
        return given(node, reader)
    if isinstance(kind, type) and is_dataclass(kind):
        return decode(kind, node, reader, readers)
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal:
        return reader.choice(node, args)
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        if get_origin(args[0]) is tuple:
            return tuple(_pairs(get_args(args[0]), node, reader, readers))
        values = (_value(args[0], item, reader, readers) for item in reader.items(node))
        return tuple(value for value in values if value is not None)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return MappingProxyType(dict(_pairs(args, node, reader, readers)))
    raise TypeError(f"no way to read {kind!r}")


def _pairs(
    kinds: tuple[Hashable, ...], node: Node, reader: Reader, readers: Readers
) -> Iterator[tuple[Word | str, object]]:
    entries = reader.entries(node)
    for name, value_node in entries.entries if entries else ():
        value = _value(kinds[1], value_node, reader, readers)
        if value is not None:
            yield (Word(name.text, name.place) if kinds[0] is Word else name.text), value


PLAIN: Mapping[object, ReadNode] = {
    str: lambda node, reader: reader.text(node),
    Word: lambda node, reader: reader.word(node),
    bool: lambda node, reader: reader.yes_or_no(node),
    int: lambda node, reader: reader.whole_number(node),
    float: lambda node, reader: reader.number(node),
    object: lambda node, _: node,
}
