"""A dose line to parts: `3 x 8-10 each leg @ 20kg, rest 60s`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, cast

from planbuilder.load.changes import moving
from planbuilder.load.quantities import MOST_TEXT, Draft, quantity, shift
from planbuilder.load.reader import Reader
from planbuilder.load.readings import line_readings
from planbuilder.load.sides import SIDE, read_side, read_tempo, side_meant
from planbuilder.load.spelling import PAGE_WORDS, meant
from planbuilder.model.change import Change, Fixed, Steps, Walk
from planbuilder.model.dose import Counts, Link, Parts, Quantity
from planbuilder.problems import Place
from planbuilder.records import record

MOST_FURTHER = 6
PAUSES = ("rest", "rest_after")
MOST_ATTEMPTS = 60
LONGEST_GUESSED = 120
MOST_SUGGESTIONS = 40

_SIDEWAYS = r"half\s|each\s|alternate|affected|weaker|stronger|left|right|both"
_STARTER = re.compile(
    r"(?P<at>@\s*)"
    r"|(?<![^\s,])(?:(?P<tempo>tempo\s+)|(?P<every>every\s+(?=\d))"
    r"|(?P<then>(?:then rest|rest-after)\s+)|(?P<between>rest(?:-reps| between reps| inside each set)\s+)"
    r"|(?P<rest>rest\s+)|(?P<hold>hold\s+(?:for\s+)?(?=\d))"
    r"|(?P<daily>(?P<count>\d{1,2})(?:\s+times)?\s+a\s+day(?![^\s,]))"
    rf"|(?P<side>{SIDE})(?=\s*(?:$|,|@|tempo\s|every\s+\d|rest\s|then rest\s|hold\s|{_SIDEWAYS}|\d)))"
)
_NOTE = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_LINK = re.compile(r"(?:\s+(or)|,?\s+(then))\s+(?=\d|max\b|up to\s|at least\s|about\s)")
_TIMES = re.compile(r"\s*×\s*|(?<![^\W\d_])\s*\b[xX]\b\s*|(?<=\d)[xX](?=[\d_])|(?<=\ds)[xX](?=\d)")
_COMMA = re.compile(r",(?!\d)(?!\s*[+\-–]\s)")
_SETS_ALONE = re.compile(r"\d{1,3}\s*sets?")
_HOLD = re.compile(r"\bhold\b.*\d|\d.*\bhold\b")
_COUNTED = re.compile(r"\d[^\d]*[^\W\d_]{2,}\s*$")


@record
class Segment:
    """A piece of a line: which part it starts, its text, its offset."""

    part: str
    text: str
    offset: int


def read_line(text: str, place: Place, reader: Reader) -> Parts | None:
    """The parts of a dose line, or None with errors at their columns and the nearest reading of the line."""
    if len(text) > MOST_TEXT:
        reader.error(place, "This is too long for a dose.", "put explanations into a note or a cue")
        return None
    if text.startswith(("[", "{")):
        reader.error(place, "Brackets in quotes are read as words.", "take the quotes away")
        return None
    text = text.replace("\u00a0", " ").replace("\u202f", " ").rstrip()
    if text.strip() in ("none", "–", "-"):
        return Parts(place, nothing=True)
    draft = Draft()
    parts = _linked(text, place, draft)
    if not draft.problems:
        return parts
    if isinstance(reader, Draft):
        reader.problems.extend(draft.problems[:1])
        return None
    near = _nearest_line(text, place) if len(reader.problems) < MOST_SUGGESTIONS else None
    if near:
        pattern, hint = '"{text}" cannot be read as a dose.', "did you mean {near}?"
        reader.error(draft.problems[0].place, pattern, hint, text=text.strip(), near=near)
    else:
        _linked(text, place, reader)
    return None


def is_part(text: str, place: Place) -> bool:
    """Whether a text by itself is parts of a dose, and no words."""
    parts = read_line(text, place, Draft())
    return parts is not None and parts.amount is None


def _nearest_line(text: str, place: Place) -> str | None:
    """The line most like this one that can be read, or None; what costs time to look for is not looked for."""
    if len(text) > LONGEST_GUESSED:
        return None
    return next((line for line in islice(line_readings(text), MOST_ATTEMPTS) if _reads(line, place)), None)


def _reads(text: str, place: Place) -> bool:
    if text.startswith("@"):  # which YAML keeps for itself
        return False
    return read_line(text, place, Draft()) is not None


def _linked(text: str, place: Place, reader: Reader) -> Parts | None:
    """Doses with "or" or "then" between them, the first of which holds the others."""
    masked = _NOTE.sub(lambda found: "," * len(found[0]), text)
    links = list(_LINK.finditer(_NOTE.sub(lambda found: "_" * len(found[0]), text)))  # no bracket is its comma
    if len(links) > MOST_FURTHER:
        reader.error(place, "These are more than {most} doses in one line.", most=MOST_FURTHER + 1)
        return None
    starts, ends = [0, *(link.end() for link in links)], [*(link.start() for link in links), len(text)]
    found: list[Parts] = []
    for start, end in zip(starts, ends, strict=True):
        parts = _one(text[start:end], masked[start:end], shift(place, start), reader)
        if parts is None:
            return None
        found.append(parts)
    words = (cast("Link", link[1] or link[2]) for link in links)
    further = (replace(parts, link=word) for word, parts in zip(words, found[1:], strict=True))
    return replace(found[0], further=tuple(further))


def _one(text: str, masked: str, place: Place, reader: Reader) -> Parts | None:
    """One dose without its further ones. `masked` has its notes blanked out."""
    before = len(reader.problems)
    notes = [found for found in _NOTE.finditer(text) if found[1].strip()]
    if len(notes) > 1:
        reader.error(shift(place, notes[1].start()), "A dose has one note.", "put both into one pair of brackets")
        return None
    segments = list(_segments(masked))
    said: dict[str, Any] = {}
    if notes:
        said["note"] = Fixed(shift(place, notes[0].start()), notes[0][1].strip())
    head = segments[0]
    if head.text:
        _read_head(head, place, reader, said)
    if isinstance(reader, Draft) and len(reader.problems) > before:
        return None
    amount = said.get("amount") or said.get("reps") or said.get("time") or said.get("distance")
    ats: list[tuple[Segment, Change[Quantity]]] = []
    for segment in segments[1:]:
        _read_part(segment, place, reader, said, ats)
    _read_ats(ats, place, reader, said, amount)
    if not said and len(reader.problems) == before:
        reader.error(place, "There is no dose here.", "write it like 3 x 10, or none")
    return None if len(reader.problems) > before else Parts(place, **said)


def _segments(masked: str) -> Iterator[Segment]:
    """The amount first (it may be empty), then the parts in order."""
    starters = list(_STARTER.finditer(masked))
    head = masked[: starters[0].start()] if starters else masked
    if starters and _is_wordy(head, masked):
        starters = [s for s in starters if s["at"] or masked[: s.start()].rstrip().endswith(",")]
        head = masked[: starters[0].start()] if starters else masked
    yield _segment("amount", head, 0)
    for i, starter in enumerate(starters):
        end = starters[i + 1].start() if i + 1 < len(starters) else len(masked)
        part = next(
            name
            for name in ("at", "tempo", "every", "then", "between", "rest", "hold", "daily", "side")
            if starter[name]
        )
        if part in ("daily", "side"):
            inside = masked[starter.start() : starter.end()]
            yield _segment(part, inside, starter.start())
            rest = masked[starter.end() : end].strip(" ,")
            if rest:
                yield _segment("strange", masked[starter.end() : end], starter.end())
        else:
            yield _segment(part, masked[starter.end() : end], starter.end())


def _segment(part: str, text: str, offset: int) -> Segment:
    lead = len(text) - len(text.lstrip(" ,"))
    return Segment(
        part, text.strip(" ").rstrip(",").strip(" ") if not lead else text[lead:].rstrip(" ,"), offset + lead
    )


def _is_wordy(head: str, masked: str) -> bool:
    """Whether a line is words: then only what stands behind a comma or @ is a part."""
    found = quantity(head.strip(" ,")) if head.strip(" ,") else None
    return isinstance(found, Quantity) and bool(found.words) and not any(c.isdigit() for c in masked)


def _cut_commas(segment: Segment, reader: Reader, place: Place) -> str | None:
    """The text of a segment up to its first comma; what follows there is no part, and an error."""
    if quantity_words(segment.text):
        return segment.text
    comma = _COMMA.search(segment.text)
    if not comma:
        return segment.text
    rest = segment.text[comma.end() :].strip()
    if rest:
        offset = segment.offset + segment.text.index(rest, comma.end())
        _strange(rest, shift(place, offset), reader)
        return None
    return segment.text[: comma.start()]


def quantity_words(text: str) -> bool:
    """Whether a text is words and no number."""
    found = quantity(text)
    return isinstance(found, Quantity) and bool(found.words)


def _strange(text: str, place: Place, reader: Reader) -> None:
    near = _part_meant(text)
    hint = "did you mean {near}?" if near else "put remarks in brackets: ({text})"
    if text.startswith("last set"):
        hint = "write a number for each set: 8/8/8+, or 8/8/max"
    if _HOLD.search(text):
        hint = "a hold stands behind the reps: 3 x 10 x 5s; or say hold: 5s"
    reader.error(place, '"{text}" is no part of a dose.', hint, text=text, near=near)


def _part_meant(text: str) -> str | None:
    first, _, rest = text.partition(" ")
    near = meant(first.strip(":"), PAGE_WORDS)
    if near:
        return f"{near} {rest}".strip()
    found = quantity(text)
    if isinstance(found, Quantity) and found.kind in ("load", "effort"):
        return f"@ {text}"
    if isinstance(found, Quantity) and found.kind == "time":
        return f"rest {text}"
    return side_meant(text)


def _read_head(head: Segment, place: Place, reader: Reader, said: dict[str, Any]) -> None:
    text = _cut_commas(head, reader, place)
    if text is None:
        return
    start = head.offset
    if _SETS_ALONE.fullmatch(text):
        hint = "write sets: {number}, or {number} x 10"
        reader.error(
            shift(place, start), "This says how many sets, but not of what.", hint, number=text.split("s")[0].strip()
        )
        return
    if quantity_words(text):
        said["amount"] = Fixed(shift(place, start), quantity(text))
        return
    pieces: list[tuple[str, int]] = []
    last = 0
    for cut in _TIMES.finditer(text):
        pieces.append((text[last : cut.start()], start + last))
        last = cut.end()
    pieces.append((text[last:], start + last))
    if len(pieces) > 3 or not all(piece.strip() for piece, _ in pieces):
        reader.error(shift(place, start), '"{text}" cannot be read as a dose.', "write it like 3 x 10", text=text)
        return
    counted = bool(_COUNTED.search(pieces[0][0]) or "/" in pieces[0][0]) and not quantity_is(pieces[0][0], "time")
    names = {1: ["amount"], 2: ["amount", "hold"] if counted else ["sets", "amount"], 3: ["sets", "amount", "hold"]}
    for name, (piece, offset) in zip(names[len(pieces)], pieces, strict=True):
        _read_piece(name, piece, shift(place, offset), reader, said)


def quantity_is(text: str, kind: str) -> bool:
    """Whether a text is a quantity of that kind."""
    found = quantity(text)
    return isinstance(found, Quantity) and found.kind == kind


def _read_piece(name: str, text: str, place: Place, reader: Reader, said: dict[str, Any]) -> None:
    if name == "sets":
        found = moving(text, place, reader, ("count",), "sets")
        value = end_of(found)
        if value and (value.words or value.is_none or any(v.unit or len(value.values) > 1 for v in value.values)):
            reader.error(place, '"{text}" is no number of sets.', "write it like 3 x 10", text=text.strip())
        said["sets"] = found
    elif name == "hold":
        said["hold"] = moving(text, place, reader, ("time",), "hold")
    else:
        amount = moving(text, place, reader)
        value = end_of(amount)
        if value is not None:
            said[_amount_name(value, text, place, reader)] = amount


def end_of(change: Change[Quantity] | None) -> Quantity | None:
    """A quantity that shows the kind of a change: its only or first value."""
    if isinstance(change, Fixed):
        return change.value
    if isinstance(change, Walk):
        return change.first
    return change.start if isinstance(change, Steps) else None


def _amount_name(value: Quantity, text: str, place: Place, reader: Reader) -> str:
    """The amount's part by its kind; `amount` where only the exercise knows."""
    kind = value.kind
    if kind in ("load", "effort") and value.values[0].unit != "RM":
        pattern = '"{text}" is no amount.'
        hint = "write how many, then the load: 10 @ {text}"
        reader.error(place, pattern, hint, text=text.strip())
    if value.base or value.relative:
        reader.error(place, '"{text}" is no amount.', "write how many: 10", text=text.strip())
    names: dict[Any, Counts] = {"time": "time", "distance": "distance"}
    if kind in names:
        return names[kind]
    return "reps" if kind == "count" and any(v.unit for v in value.values) else "amount"


def _read_part(
    segment: Segment, place: Place, reader: Reader, said: dict[str, Any], ats: list[tuple[Segment, Change[Quantity]]]
) -> None:
    at = shift(place, segment.offset)
    if segment.part == "strange":
        _strange(segment.text, at, reader)
        return
    text = _cut_commas(segment, reader, place)
    if text is None:
        return
    if not text:
        reader.error(at, 'There is nothing after "{part}".', "", part="@" if segment.part == "at" else segment.part)
        return
    names = {"daily": "times_a_day", "then": "rest_after", "between": "rest_reps"}
    name = names.get(segment.part, segment.part)
    if name in said:
        reader.error(at, 'This dose says "{part}" twice.', "say each part once", part=segment.part)
        return
    if name == "at":
        found = moving(text, at, reader, what="load or effort")
        if found is not None:
            ats.append((replace(segment, text=text), found))
    elif name == "side":
        side = read_side(text, at, reader)
        said[name] = Fixed(at, side) if side else None
    elif name == "tempo":
        tempo = read_tempo(text, at, reader)
        said[name] = Fixed(at, tempo) if tempo else None
    elif name == "times_a_day":
        said[name] = moving(text.split()[0], at, reader, ("count",), "times-a-day")
    else:
        said[name] = moving(text, at, reader, ("time", "distance") if name in PAUSES else ("time",), name)


def _read_ats(
    ats: list[tuple[Segment, Change[Quantity]]],
    place: Place,
    reader: Reader,
    said: dict[str, Any],
    amount: Change[Quantity] | None,
) -> None:
    """What stands behind @: a load, an effort, or one of each; words are what the other is not."""
    beside = end_of(amount)
    timed = beside is not None and beside.kind in ("time", "distance")
    names = [_at_name(found) for _, found in ats]
    if len(ats) > 2:
        reader.error(shift(place, ats[2][0].offset), "A dose has one load and one effort.", "say each part once")
        return
    for i, (segment, found) in enumerate(ats):
        at = shift(place, segment.offset)
        name = names[i]
        if not name and len(ats) == 2:
            other = names[1 - i] or ("effort" if i == 0 else "load")
            name = "load" if other == "effort" else "effort"
        name = name or ("effort" if timed else "load")
        if name == "?":
            _no_load(segment.text, at, reader)
        elif name in said:
            reader.error(at, "This dose says its {part} twice.", "say each part once", part=name)
        else:
            said[name] = found


def _at_name(found: Change[Quantity]) -> str:
    """Load or effort by the unit; empty for words, "?" where it is neither."""
    value = end_of(found)
    if value is None or value.base:
        return "load"
    if value.words:
        return ""
    if value.kind in ("load", "effort"):
        return value.kind
    return "load" if not value.values else "?"


def _no_load(text: str, at: Place, reader: Reader) -> None:
    bare = quantity_is(text, "count") and text.strip()[-1:].isdigit()
    hint = "write {text}kg, {text}lb or RPE {text}" if bare else "put it in brackets: ({text})"
    reader.error(at, '"{text}" is neither a load nor an effort.', hint, text=text)
