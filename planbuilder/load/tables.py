"""Nodes to changes: lists of one value a week and tables, of whatever a leaf reads; the keys of tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from planbuilder.load.nodes import Entries, Items, Node, Scalar
from planbuilder.load.reader import Reader
from planbuilder.model.change import Change, Fixed, Key, KeyKind, OneEach, Table
from planbuilder.problems import Place, nearest
from planbuilder.records import record

T = TypeVar("T")

MOST_VALUES = 400
ELSE = "else"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {name: day for names in (WEEKDAYS, DAY_NAMES) for name, day in zip(names, WEEKDAYS, strict=True)}
_KIND_WORDS: dict[KeyKind, str] = {
    "week": "weeks", "phase": "phases", "stage": "stages", "level": "levels", "cycle": "cycles", "weekday": "weekdays",
    "time": "times in the week",
}  # fmt: skip

_SPAN = re.compile(r"(\d{1,3})(?:\s?[-–]\s?(\d{1,3})|(\+))?")
_CYCLES = re.compile(r"cycles?\s+(.+)", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


@record
class Names:
    """The names of a plan that may be keys of a table; what is written just as one of the `taken` is none of them."""

    phases: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    taken: frozenset[str] = frozenset()


def read_key(text: str, place: Place, names: Names) -> Key | None:
    """The key of a table, or the condition of an `only` ("1-3", "Build", "mon-fri", "1st"); None where it is none."""
    atoms = re.split(r"\s+and\s+", text.strip()) if len(text) <= 200 else [text]
    named = _named(text.strip(), names)  # a phase may well be called "Up and down"
    if named:
        return Key(place, named[0], names=(named[1],), text=text)
    cycles = _CYCLES.fullmatch(text.strip())
    if cycles:
        return _numbers("cycle", re.split(r"\s+and\s+", cycles[1]), place, text)
    if _SPAN.fullmatch(atoms[0]):
        return _numbers("week", atoms, place, text)
    times = [_TIME.fullmatch(atom) for atom in atoms]
    if all(times):
        numbers = tuple((int(t[1]), int(t[1])) for t in times if t)
        return Key(place, "time", numbers, text=text)
    found = [_run(atom, names) for atom in atoms]
    kinds = {one[0] for one in found if one}
    if None in found or len(kinds) != 1:
        return None
    return Key(place, kinds.pop(), names=tuple(name for one in found if one for name in one[1]), text=text)


def _run(text: str, names: Names) -> tuple[KeyKind, tuple[str, ...]] | None:
    """One name, or those from one to another: Learn-Build, mon-fri."""
    one = _named(text, names)
    if one:
        return one[0], (one[1],)
    ordered = {"phase": names.phases, "stage": names.stages, "level": names.levels, "weekday": WEEKDAYS}
    for cut in re.finditer(r"\s?[-–]\s?", text if text not in names.taken else ""):
        first, last = _named(text[: cut.start()], names), _named(text[cut.end() :], names)
        if first and last and first[0] == last[0]:
            known = ordered[first[0]]
            run = known[known.index(first[1]) : known.index(last[1]) + 1]
            return (first[0], run) if len(run) > 1 else None
    return None


def _named(text: str, names: Names) -> tuple[KeyKind, str] | None:
    """Phases, stages, levels and weekdays, whatever their case; but `load` is the key where a stage is called Load."""
    lowered = text.lower()
    groups: tuple[tuple[KeyKind, tuple[str, ...]], ...] = (
        ("phase", names.phases), ("stage", names.stages), ("level", names.levels),
    )  # fmt: skip
    for kind, known in groups:
        for name in known:
            if name == text or (name.lower() == lowered and text not in names.taken):
                return kind, name
    return ("weekday", _DAYS[lowered]) if lowered in _DAYS else None


def _numbers(kind: KeyKind, atoms: list[str], place: Place, text: str) -> Key | None:
    spans: list[tuple[int, int | None]] = []
    for atom in atoms:
        found = _SPAN.fullmatch(atom.strip())
        if not found:
            return None
        first = int(found[1])
        spans.append((first, None if found[3] else int(found[2] or first)))
        last = spans[-1][1]
        if last is not None and last < first:
            return None
    return Key(place, kind, tuple(spans), text=text)


def nearest_key(text: str, names: Names) -> str | None:
    """The key most like a misspelt one."""
    swapped = re.fullmatch(r"(\d{1,3})\s?[-–]\s?(\d{1,3})", text.strip())
    if swapped:
        return f"{swapped[2]}-{swapped[1]}"
    weeks = re.fullmatch(r"(?:weeks?|wks?|days?|w)\s*(\d.*)", text.strip(), re.IGNORECASE)
    if weeks and _SPAN.fullmatch(weeks[1]):
        return weeks[1]
    listed = re.fullmatch(r"(\d{1,3})\s*[,&/]\s*(\d{1,3})", text.strip())
    if listed:
        return f"{listed[1]} and {listed[2]}"
    return nearest(text, (*names.phases, *names.stages, *names.levels, ELSE, *WEEKDAYS, *DAY_NAMES))


def is_table(entries: Entries, names: Names) -> bool:
    """Whether a map is a table: it has keys and all of them are keys of a table."""
    return bool(entries.entries) and all(
        name.text == ELSE or read_key(name.text, name.place, names) for name, _ in entries.entries
    )


def read_nested(
    node: Node,
    reader: Reader,
    names: Names,
    leaf: Callable[[Node, Reader], Change[T] | None],
    lists: bool = True,
    gaps: bool = False,
) -> Change[T] | None:
    """Tables and lists down to leaves: texts, maps that are no table, and lists where `lists` is off."""

    def below(inner: Node, reader: Reader) -> Change[T] | None:
        return read_nested(inner, reader, names, leaf, lists, gaps)

    if isinstance(node, Items) and lists:
        return _read_list(node, reader, below)
    if isinstance(node, Entries) and is_table(node, names):
        return read_table(node, reader, names, below, gaps)
    return leaf(node, reader)


def _read_list(node: Items, reader: Reader, leaf: Callable[[Node, Reader], Change[T] | None]) -> Change[T] | None:
    if not node.items:
        reader.error(node.place, "This list is empty.", "write one value a week, or take it out")
        return None
    if len(node.items) > MOST_VALUES:
        reader.error(node.place, "This list is longer than {most} values.", most=MOST_VALUES)
        return None
    values = tuple(leaf(item, reader) for item in node.items)
    good = tuple(value for value in values if value is not None)
    return OneEach(node.place, good) if len(good) == len(values) else None


def read_table(
    node: Entries,
    reader: Reader,
    names: Names,
    leaf: Callable[[Node, Reader], Change[T] | None],
    gaps: bool = False,
) -> Change[T] | None:
    """A map that can only be a table: keys that are none, of two kinds, or said twice are errors."""
    rows: list[tuple[Key, Change[T]]] = []
    otherwise: Change[T] | None = None
    complete = True
    for name, value_node in node.entries:
        key = None if name.text == ELSE else read_key(name.text, name.place, names)
        if key is None and name.text != ELSE:
            _unknown_key(name, value_node, reader, names)
            complete = False
            continue
        value = leaf(value_node, reader)
        if value is None:
            complete = False
        elif key is None:
            otherwise = value
        elif rows and not _fits(key, [k for k, _ in rows], reader):
            complete = False
        else:
            rows.append((key, value))
    if complete and not rows:
        reader.error(node.place, "A table needs a week, a phase, a level or a day.", "write {{1-3: ..., 4+: ...}}")
    return Table(node.place, rows[0][0].kind, tuple(rows), otherwise, gaps) if complete and rows else None


def _unknown_key(name: Scalar, value: Node, reader: Reader, names: Names) -> None:
    if reader.stray(name, value):
        return
    near = nearest_key(name.text, names)
    hint = "did you mean {near}?" if near else "write weeks (1-3, 5+), a phase, a stage, a level, a day, or else"
    pattern = '"{text}" is no week, phase, stage, level or day of this plan.'
    reader.error(name.place, pattern, hint, text=name.text, near=near)


def _fits(key: Key, before: list[Key], reader: Reader) -> bool:
    """Whether a key is of the same kind as those before it, and none of them says the same again."""
    first = before[0]
    if key.kind != first.kind:
        pattern = 'A table goes by one thing: "{first}" is one of the {kind}, "{text}" is not.'
        hint = "put one table into the other: {first}: {{{text}: ..., else: ...}}"
        reader.error(key.place, pattern, hint, first=first.text, kind=_KIND_WORDS[first.kind], text=key.text)
        return False
    for other in before:
        if _overlap(key, other):
            reader.error(key.place, '"{text}" says again what "{other}" says.', "", text=key.text, other=other.text)
            return False
    return True


def _overlap(a: Key, b: Key) -> bool:
    if set(a.names) & set(b.names):
        return True
    return any(
        (b_last is None or a_first <= b_last) and (a_last is None or b_first <= a_last)
        for a_first, a_last in a.numbers
        for b_first, b_last in b.numbers
    )


def read_change(
    node: Node,
    reader: Reader,
    names: Names,
    parse: Callable[[str, Place, Reader], T | None],
    gaps: bool = False,
) -> Change[T] | None:
    """Tables and lists of texts that `parse` reads: for values that neither walk nor step (notes, sides, names)."""

    def leaf(inner: Node, reader: Reader) -> Change[T] | None:
        if isinstance(inner, Entries) and inner.entries:
            return read_table(inner, reader, names, leaf, gaps)
        text = reader.text(inner)
        value = None if text is None else parse(text, text_place(inner), reader)
        return None if value is None else Fixed(inner.place, value)

    return read_nested(node, reader, names, leaf, gaps=gaps)


def text_place(node: Node) -> Place:
    """Where the first character of a text stands, behind its quote if there is one."""
    if not isinstance(node, Scalar):
        return node.place
    lead = len(node.text) - len(node.text.lstrip(" "))
    return Place(node.source, node.line, node.column + lead + (1 if node.quoted else 0))
