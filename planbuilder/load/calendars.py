"""What a plan counts and when it is: weeks, days, stages, phases, levels, dates and running days, from nodes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from planbuilder.load.nodes import Entries, Node, Scalar
from planbuilder.load.reader import Reader
from planbuilder.load.records import NO_READERS, Readers, decode
from planbuilder.load.tables import WEEKDAYS, Names, read_key, read_nested
from planbuilder.model.change import Change, Fixed, Key
from planbuilder.model.plan import Days, Level, Phase, Span, Stage, Unit
from planbuilder.problems import Place, Word
from planbuilder.records import record

R = TypeVar("R", Phase, Stage, Level)

MOST_WEEKS = 520
ORDINALS = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}

_SPAN = r"(?:(\d{1,4}) ?[x×] ?)?(?:(\d{1,4}) ?[-–] ?)?(\d{1,4})(\+?)"
_DATE = r"(\d{4})-(\d{2})-(\d{2})"
_CALENDAR_WORDS = ("else", "daily", "every other day", "none", "bodyweight")


def read_weeks(node: Node, reader: Reader) -> Span | None:
    """`6`, `0-6`, `10+` (the tenth goes on), `26-26+` (one that goes on), `3 x 4`."""
    return _span(node, "week", reader)


def read_days(node: Node, reader: Reader, names: Names) -> Change[Days] | Span | None:
    """The days of the week a session is done on, or `1-22` where the plan counts days."""
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if text.isdecimal():
        hint = "for {number} times a week write times: {number}; to count days write days: 1-{number}"
        reader.error(node.place, "days: {number} can be read in two ways.", hint, number=text)
        return None
    if re.fullmatch(_SPAN, text):
        return _span(node, "day", reader)
    return read_days_of_week(node, reader, names)


def read_days_of_week(node: Node, reader: Reader, names: Names) -> Change[Days] | None:
    """`tue`, `[tue, fri]`, `mon-fri`, `daily`, `every other day`, `every third day`, or a table of these."""

    def leaf(node: Node, reader: Reader) -> Change[Days] | None:
        days = read_weekdays(node, reader)
        return None if days is None else Fixed(node.place, days)

    return read_nested(node, reader, names, leaf, lists=False)


def read_weekdays(node: Node, reader: Reader) -> Days | None:
    """The days of a list or a single one; in the order of the week."""
    if isinstance(node, Scalar) and node.text.strip().lower() in ("daily", "every day"):
        return Days(WEEKDAYS)
    apart = _days_apart(node.text) if isinstance(node, Scalar) else 0
    if apart:
        return Days(apart=apart)
    found: list[str] = []
    items = reader.items(node)
    if items and all(isinstance(item, Scalar) and item.text.isdecimal() for item in items):
        pattern, hint = "Days of the week have names.", "for days of a plan that counts days write only: [1, 4, 7]"
        reader.error(node.place, pattern, hint)
        return None
    for item in items:
        text = reader.text(item)
        some = _weekdays(text, item.place) if text else ()
        if text and "," in text and not some:
            reader.error(item.place, '"{text}" is no day.', "put several into a list: [{text}]", text=text)
        elif text and not some:
            reader.unknown(item.place, 'There is no day "{word}".', text, (*WEEKDAYS, "daily", "every other day"))
        elif set(some) & set(found):
            reader.error(item.place, "{day} stands here twice.", "take one out", day=text)
        found += some
    return Days(tuple(day for day in WEEKDAYS if day in found)) if found else None


def _days_apart(text: str) -> int:
    """How far apart the days lie: 2 for every other day, 3 for every third day or every 3 days; else 0."""
    found = re.fullmatch(r"every (?:(\w+) day|([2-7]) days)", " ".join(text.lower().split()))
    return int(found[2] or ORDINALS.get(found[1], 0)) if found else 0


def _weekdays(text: str, place: Place) -> tuple[str, ...]:
    key = read_key(text, place, Names())
    return key.names if key and key.kind == "weekday" else ()


def _span(node: Node, unit: Unit, reader: Reader) -> Span | None:
    text = reader.text(node)
    if text is None:
        return None
    found = re.fullmatch(_SPAN, text)
    values = {"unit": unit, "text": text}
    if not found:
        hint = "write {unit}s: 6, 0-6, 10+ or 3 x 4"
        reader.error(node.place, '"{text}" is no number of {unit}s.', hint, **values)
        return None
    cycles, first, last, goes_on = found.groups()
    span = Span(unit, int(first or 1), int(last), int(cycles or 1), bool(goes_on), node.place)
    return span if _span_is_sound(span, text, reader) else None


def _span_is_sound(span: Span, text: str, reader: Reader) -> bool:
    values = {"unit": span.unit, "text": text, "most": MOST_WEEKS}
    if not span.last or not span.cycles:
        hint = "write {unit}s: 1 or more, or leave the line out for a plan without a calendar"
        reader.error(span.place, "A plan of no {unit}s has nothing to print.", hint, **values)
    elif span.length < 1:
        reader.error(span.place, '"{text}" runs backwards.', "write the smaller number first", **values)
    elif span.length * span.cycles > MOST_WEEKS:
        reader.error(span.place, '"{text}" is more than {most} {unit}s.', "print a long plan in parts", **values)
    elif span.open and span.cycles > 1:
        reader.error(span.place, "Cycles that go on have no end to count.", "take the + out", **values)
    else:
        return True
    return False


def read_stages(node: Node, reader: Reader) -> tuple[Stage, ...] | Span | None:
    """How many stages, or the named ones."""
    if isinstance(node, Scalar) and node.text[:1].isdecimal():
        return _span(node, "stage", reader)
    if isinstance(node, Entries):
        return tuple(replace(said, name=name) for name, said in _said(Stage, node, reader))
    return tuple(Stage(name=name) for name in _bare_names(node, reader)) or None


def read_levels(node: Node, reader: Reader) -> tuple[Level, ...]:
    """The levels in order, a list of names or a map that says what they mean."""
    if isinstance(node, Entries):
        return tuple(replace(said, name=name) for name, said in _said(Level, node, reader))
    return tuple(Level(name=name) for name in _bare_names(node, reader))


def read_phases(node: Node, reader: Reader, readers: Readers) -> tuple[Phase, ...]:
    """The phases in order, each with its weeks; `readers` know how to read parts."""
    if not isinstance(node, Entries):
        reader.error(node.place, "Phases are names with their weeks.", "write phases: {{Learn: 1-2, Build: 3-6}}")
        return ()
    said = _said(Phase, node, reader, {**readers, "weeks": _phase_weeks})
    return tuple(_with_words(replace(phase, name=name)) for name, phase in said)


def _with_words(phase: Phase) -> Phase:
    """A note on a phase is about the phase, not about each of its exercises."""
    note = phase.parts.note
    if phase.about or not isinstance(note, Fixed):
        return phase
    return replace(phase, about=note.value, parts=replace(phase.parts, note=None))


def _bare_names(node: Node, reader: Reader) -> tuple[Word, ...]:
    return tuple(word for word in map(reader.word, reader.items(node)) if word)


def _said(record: type[R], node: Entries, reader: Reader, readers: Readers = NO_READERS) -> Iterator[tuple[Word, R]]:
    """What is said of each name of a map."""
    for name, value in node.entries:
        said = decode(record, value, reader, readers)
        if said is not None:
            yield Word(name.text, name.place), said


def _phase_weeks(node: Node, reader: Reader) -> Key | None:
    """The weeks of a phase as a key of a table: `1-2`, `5+`, `[4, 8]`."""
    numbers: list[tuple[int, int | None]] = []
    for item in reader.items(node):
        text = reader.text(item)
        key = read_key(text, item.place, Names()) if text else None
        if text and (key is None or key.kind != "week"):
            reader.error(item.place, '"{text}" is no week.', "write weeks as 3, 1-3, 5+ or [4, 8]", text=text)
            return None
        numbers.extend(key.numbers if key else ())
    return Key(node.place, "week", tuple(numbers)) if numbers else None


def read_date(node: Node, reader: Reader) -> date | None:
    """A day of the calendar, as 2027-03-01."""
    text = reader.text(node)
    if text is None:
        return None
    found = re.fullmatch(_DATE, text)
    try:
        if found:
            return date(*map(int, found.groups()))
        pattern = '"{text}" is no date.'
    except ValueError:
        pattern = "There is no day {text}."
    reader.error(node.place, pattern, "write year, month, day: 2027-03-01", text=text)
    return None


@record
class Naming:
    """Names of one kind, and whether such a name is taken already."""

    kind: str
    words: tuple[Word, ...]


def check_names(namings: Iterable[Naming], taken: Mapping[str, str], reader: Reader) -> None:
    """Names of phases, stages and levels are told from numbers and weekdays, and from each other whatever their case.

    From the `taken` (keys, exercises, groups) a capital tells them: a stage called Load is not the key load.
    """
    seen: dict[str, str] = {}
    for naming in namings:
        for word in naming.words:
            what = seen.get(word.text.lower()) or taken.get(word.text) or _calendar_word(word)
            if what:
                pattern = 'A {kind} cannot be called "{name}": that is {what}.'
                capital = word.text[:1].upper() + word.text[1:]
                free = word.text in taken and capital not in taken
                hint = "write it with a capital: {capital}" if free else "take another name"
                reader.error(word.place, pattern, hint, kind=naming.kind, name=word, what=what, capital=capital)
            seen.setdefault(word.text.lower(), f"the name of a {naming.kind} already")


def _calendar_word(word: Word) -> str:
    key = read_key(word.text, word.place, Names()) if word.place else None
    if key is not None:
        return "a day of the week" if key.kind == "weekday" else "how a week or a time is counted"
    return "a word that means something else" if word.text.lower() in _CALENDAR_WORDS else ""
