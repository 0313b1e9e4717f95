"""Text to quantities: numbers with units, ranges, per set, max, blanks, clusters, clock times, words."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import cast

from planbuilder.load.reader import Reader
from planbuilder.load.readings import readings
from planbuilder.load.spelling import PAGE_WORDS, UNIT_SPELLINGS, meant
from planbuilder.model.dose import NONE, UNITS, Bound, Kind, Quantity, Scope, Value, unit_of
from planbuilder.model.nouns import is_plural, plural
from planbuilder.problems import Place
from planbuilder.records import record

MOST_TEXT = 300
MOST_SETS = 30
KIND_WORDS = {"count": "a count", "time": "a time", "distance": "a distance", "load": "a load", "effort": "an effort"}

_KEYS = {"count": "reps", "time": "time", "distance": "distance", "load": "load", "effort": "effort"}
_SAME = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-", "\u2012": "–", "\u2011": "-"})

_N = r"\d{1,3}:\d\d(?::\d\d)?|\d{1,6}(?:\.\d{1,3})?"
_NUMBER = re.compile(
    rf"({_N})\s*([^\W\d_]+|%)?\s*[-–]\s*({_N})\s*(\+)?\s*(\D.*|% ?1RM|)|({_N})\s*(\+)?\s*(\D.*|% ?1RM|)"
)
_MINUTES = re.compile(r"(\d{1,4})\s?min\s(\d{1,2})\s?s")
_CLUSTER = re.compile(r"\d{1,3}(?:\+(?:\d{1,3}|max))+")
_BLANK = re.compile(r"_+\s*(.*)")
_BOUND = re.compile(r"(up to|at least|about)\s+")
_SCOPE = re.compile(r"\s+(in total|a hand)$")
_LEADING = re.compile(r"(RPE|RIR|zone)\s*(?=\d|_)", re.IGNORECASE)
_PACE = re.compile(r"\s*(?:min)?\s?/\s?(km|mi|500\s?m|100\s?m)$")
_BODYWEIGHT = re.compile(r"bodyweight(?:\s*([+\-–])\s*(?=[\d_]))?", re.IGNORECASE)
_PERCENT = re.compile(r"%\s?(?:of\s)?(1RM)|%\s?(of\s[^\W\d_](?:[^\W\d_]|[ '’-])*|[^\W\d_]+)")
_HEAVIER = re.compile(r"([\d./ –-]+%(?: ?1RM)?)\s*([+\-–]\s*\d[\d.]* ?(?:kg|lbs?))")
_FRACTION = re.compile(r"(?:1/2|1/4|3/4) ?(?:miles?|mi|km|hours?|h)")
_NOUN = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:[ '’-][^\W\d_]+)*(?: of 8)?")
_NO_NOUN = frozenset(
    ("set", "sets", "each", "rest", "tempo", "every", "max", "or", "to", "a", "per", "the", "at", "with", "x")
)
_TAIL = r"\s+((?:\+ )?[^\W\d_][^\d,@_]*)"
_PAUSE = rf"(.*?\d(?:\s?(?:min|s|sec|h|m|km|mi|yd|ft)|:\d\d(?:\s?min)?)){_TAIL}"
_WEIGHT = rf"(.*?[\d_]\s?(?:kg|lbs?)(?: a hand)?){_TAIL}"
_TAILED = {
    **dict.fromkeys(("rest", "rest-after", "rest_after", "rest-between-rounds"), _PAUSE),
    **dict.fromkeys(("load", "load or effort"), _WEIGHT),
}
_NO_TAIL = _NO_NOUN | frozenset(("in", "total", "on", "then", "of", "for", "by", "per", "when", "about", "rpe", "rir"))


@record
class Mistake:
    """What is wrong with a text, and the offset in it; hint and pattern take the values."""

    offset: int
    pattern: str
    hint: str = ""
    values: tuple[tuple[str, str], ...] = ()


def shift(place: Place, offset: int) -> Place:
    """The place some characters further on its line."""
    return Place(place.source, place.line, place.column + offset) if offset else place


def unit_named(text: str, number: Fraction | None = None) -> str | None:
    """The unit that a text behind a number names, a counted noun in its plural; None where it is no unit."""
    text = " ".join(text.split())
    if not text:
        return ""
    known = UNIT_SPELLINGS.get(text) or UNIT_SPELLINGS.get(text.lower())
    if known:
        return known
    percent = _PERCENT.fullmatch(text)
    if percent:
        return "% " + (percent[1] or percent[2])
    if len(text) > 40 or not _NOUN.fullmatch(text) or _NO_NOUN & set(text.lower().split()):
        return None
    if any(c.isnumeric() for c in text.removesuffix("of 8")):
        return None
    if " " in text and text.split()[0] in UNIT_SPELLINGS:  # 100m strides are no strides of a metre
        return None
    if any(meant(word, UNIT_SPELLINGS) for word in text.split() if len(word) > 3):
        return None
    if is_plural(text):
        return text
    return plural(text) if number == 1 else None


def tail_of(text: str, what: str) -> re.Match[str] | None:
    """A measure with words behind it that say more of it, where these may stand: rest 60s jog, 16kg kettlebell."""
    measures = _TAILED.get(what)
    found = re.fullmatch(measures, text) if measures and len(text) <= MOST_TEXT else None
    if found is None or isinstance(quantity(text), Quantity):
        return None
    words = found[2].lower().removeprefix("+ ").split()
    if words[0] in _NO_TAIL or any(meant(word, PAGE_WORDS) for word in words):
        return None
    return found


@lru_cache(maxsize=4096)
def quantity(written: str) -> Quantity | Mistake:
    """The quantity that a text says, or the mistake in it."""
    text = written.translate(_SAME).strip()
    if len(text) > MOST_TEXT:
        return Mistake(0, "This is too long for a dose.", "put explanations into a note or a cue")
    if text in ("none", "–", "-"):
        return NONE
    if text[:1] in "+-–" and text[1:2].isdigit():
        return _relative(text)
    weight = _BODYWEIGHT.match(text)
    if weight and weight.end() == len(text):
        return Quantity(base="bodyweight")
    start = weight.end() if weight and weight[1] else 0
    if not start and _are_words(text):
        return _words(text)
    heavier = _HEAVIER.fullmatch(text)
    if heavier:
        return _with_weight(quantity(heavier[1]), quantity("".join(heavier[2].split())), text)
    values = _values(text[start:], text)
    if isinstance(values, Mistake):
        return replace(values, offset=values.offset + start)
    if weight and start and weight[1] != "+":
        if any(value.form != "number" or value.high is not None for value in values):
            return _unreadable(0, text)
        values = tuple(replace(value, low=-value.low) for value in values)
    return Quantity(values, base="bodyweight" if start else "")


def _with_weight(share: Quantity | Mistake, weight: Quantity | Mistake, text: str) -> Quantity | Mistake:
    """A percent of a best lift and some weight more or less."""
    if isinstance(share, Mistake) or isinstance(weight, Mistake) or share.kind != "load":
        return _unreadable(0, text)
    return replace(share, added=weight.values[0])


def _are_words(text: str) -> bool:
    if not text[:1].isalpha() or "_" in text or any(c.isdigit() for c in text):
        return False
    return any(_BOUND.sub("", part.strip().lower(), count=1) not in ("max", "max reps") for part in text.split("/"))


def _words(text: str) -> Quantity | Mistake:
    offset = 0
    for chunk in text.split(","):
        first = chunk.split()[:1]
        near = meant(first[0].strip(".:;"), PAGE_WORDS) if first else None
        if near:
            return _unreadable(offset + len(chunk) - len(chunk.lstrip()), text)
        offset += len(chunk) + 1
    return Quantity(words=text)


def _unreadable(offset: int, text: str) -> Mistake:
    """A text that is no quantity; its nearest reading is looked for when it is told."""
    return Mistake(offset, '"{text}" cannot be read as an amount.', "", (("text", text),))


def _relative(text: str) -> Quantity | Mistake:
    values = _values(text[1:], text)
    if isinstance(values, Mistake):
        return replace(values, offset=values.offset + 1)
    value = values[0]
    if len(values) > 1 or value.form != "number" or value.high is not None or value.plus or value.bound:
        return _unreadable(0, text)
    return Quantity((replace(value, low=value.low if text[0] == "+" else -value.low),), relative=True)


def _values(text: str, whole: str) -> tuple[Value, ...] | Mistake:
    """One value a set, with the last unit for those that have none."""
    leading = _LEADING.match(text)
    start, unit = (leading.end(), _leading_name(leading[1])) if leading else (0, "")
    pace = _PACE.search(text)
    end = len(text)
    if pace and not leading and _is_pace(text[: pace.start()], pace[1]):
        unit, end = "/" + pace[1].replace(" ", ""), pace.start()
    elif re.search(r"\d\s*km/h(?: in total)?$", text):
        unit, end = "km/h", text.rindex("km/h")
    if _FRACTION.fullmatch(text):
        return _unreadable(0, whole)
    pieces = text[start:end].split("/")
    if len(pieces) > MOST_SETS:
        return Mistake(0, "These are more than {most} sets.", "", (("most", str(MOST_SETS)),))
    found: list[Value] = []
    for piece in pieces:
        value = _value(piece.strip(), unit)
        if value is None:
            return _unreadable(0, whole)
        if isinstance(value, Mistake):
            return replace(value, offset=value.offset + start)
        found.append(value)
        start += len(piece) + 1
    lent = _lend_last_unit(found)
    if len({v.kind for v in lent if v.form != "max" or v.unit}) > 1:
        return Mistake(0, '"{text}" mixes different kinds of amount.', "use one kind for all sets", (("text", whole),))
    return lent


def _leading_name(written: str) -> str:
    return next(name for name in ("RPE", "RIR", "zone") if name.lower() == written.lower())


def _is_pace(text: str, per: str) -> bool:
    """A pace wins over values a set, but `50/75/100m` are distances."""
    return per in ("km", "mi") or ":" in text or text.rstrip().endswith("s")


def _lend_last_unit(values: list[Value]) -> tuple[Value, ...]:
    last = values[-1]
    scoped = [replace(v, scope=v.scope or last.scope) for v in values]
    if not last.unit or last.unit == "clock":
        return tuple(scoped)
    return tuple(v if v.unit or v.form == "max" else replace(v, unit=last.unit) for v in scoped)


def _value(text: str, unit: str) -> Value | Mistake | None:
    """One value; None where it cannot be read. A unit found around it already is given."""
    bound = _BOUND.match(text)
    start = bound.end() if bound else 0
    scope = _SCOPE.search(text)
    core = text[start : scope.start() if scope else len(text)].strip()
    value = _bare(core, unit)
    if not isinstance(value, Value):
        return value
    return replace(
        value, bound=cast("Bound", bound[1] if bound else ""), scope=cast("Scope", scope[1] if scope else "")
    )


def _bare(text: str, unit: str) -> Value | Mistake | None:
    if text.lower() in ("max", "max reps"):
        return Value(form="max", unit=unit)
    if _CLUSTER.fullmatch(text):
        bites = tuple(0 if n == "max" else int(n) for n in text.split("+"))
        return Value(Fraction(sum(bites)), unit=unit, form="cluster", bites=bites)
    blank = _BLANK.fullmatch(text)
    if blank:
        name = unit_named(blank[1])
        return None if name is None else Value(unit=unit or name, form="blank")
    minutes = _MINUTES.fullmatch(text)
    if minutes and int(minutes[2]) < 60:
        return Value(Fraction(int(minutes[1]) * 60 + int(minutes[2])), unit="clock")
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    if found[6] is not None:
        return _number(found[6], found[8], unit, plus=bool(found[7]))
    return _range(found[1], found[2] or "", found[3], found[5], unit, bool(found[4]), text)


def _number(digits: str, unit_text: str, unit: str, plus: bool = False) -> Value | None:
    number = None if ":" in digits else Fraction(digits)
    name = unit_named(unit_text, number)
    if name is None or (unit and name):
        return None
    if unit_of(unit).clock:
        seconds = _seconds(digits, "min")
        return None if seconds is None else Value(seconds, unit=unit, plus=plus)
    if number is not None:
        return Value(number, unit=unit or name, plus=plus)
    clock = None if unit or name not in ("", "min", "h") else _seconds(digits, name)
    return None if clock is None else Value(clock, unit="clock", plus=plus)


def _seconds(digits: str, unit: str) -> Fraction | None:
    """Seconds of 1:30, 1:30:00, 1:30 h, or of a plain number of the unit; None where sixty is passed."""
    parts = [Fraction(part) for part in digits.split(":")]
    if len(parts) == 1:
        return parts[0] * UNITS[unit].size
    if any(part > 59 for part in parts[1:]):
        return None
    if len(parts) == 2 and unit == "h":
        parts.append(Fraction(0))
    return sum((part * 60 ** (len(parts) - 1 - i) for i, part in enumerate(parts)), Fraction(0))


def _range(
    low: str, low_unit: str, high: str, high_unit: str, unit: str, plus: bool, text: str
) -> Value | Mistake | None:
    if low.count(":") == high.count(":") == 1 and unit_named(high_unit) == "h":
        low_unit = "h"
    first, last = _number(low, low_unit, unit), _number(high, high_unit, unit, plus)
    if first is None or last is None:
        return None
    if not low_unit and ":" in low and last.unit != "clock" and not unit:
        return None
    if not low_unit and not unit and ":" not in low:
        first = replace(first, unit=last.unit)
    pair = _common(first, last)
    if pair is None or re.search(r"\s[-–]|[-–]\s", text):
        return None
    first, last = pair
    if first.low >= last.low:
        near = f"{high}{high_unit}-{low}{low_unit}" if first.low > last.low and low_unit else f"{high}-{low}{high_unit}"
        near = low + high_unit if first.low == last.low else near
        return Mistake(
            0, 'The range "{text}" does not go up.', "did you mean {near}?", (("text", text), ("near", near))
        )
    return replace(last, low=first.low, high=last.low)


def _common(first: Value, last: Value) -> tuple[Value, Value] | None:
    """Both in one unit, the finer one (a clock where there is one), or None where their kinds differ."""
    if first.unit == last.unit:
        return first, last
    a, b = unit_of(first.unit), unit_of(last.unit)
    if a.kind != b.kind or not a.size or not b.size:
        return None
    finer = a if a.clock or (not b.clock and a.size < b.size) else b
    if finer.clock and (first.unit == "s" or last.unit == "s"):
        finer = UNITS["s"]
    return converted(first, finer.name), converted(last, finer.name)


def converted(value: Value, unit: str) -> Value:
    """The same time or distance in another unit."""
    by = unit_of(value.unit).size / unit_of(unit).size
    return replace(value, low=value.low * by, high=None if value.high is None else value.high * by, unit=unit)


def nearest_reading(text: str) -> str | None:
    """The text most like this one that can be read, or None."""
    return next((near for near in readings(text) if isinstance(quantity(near), Quantity)), None)


class Draft(Reader):
    """A reader for attempts: it notes that something is wrong and looks for nothing to write instead."""


def read_quantity(
    text: str, place: Place, reader: Reader, kinds: tuple[Kind, ...] | None = None, what: str = "amount"
) -> Quantity | None:
    """The quantity of a text, or None with an error at its column; of other kinds than these is an error, too."""
    found = quantity(text)
    if isinstance(found, Quantity):
        found = _of_kind(found, text.strip(), kinds, what)
    if isinstance(found, Mistake):
        lead = len(text) - len(text.lstrip())
        values, hint = dict(found.values), found.hint
        if not hint and not isinstance(reader, Draft) and not reader.full and "text" in values:
            near = nearest_reading(values["text"])
            values["near"] = near or ""
            values["key"] = {"load or effort": "load: ", "amount": ""}.get(what, f"{what}: ")
            hint = "did you mean {near}?" if near else "to print it as it stands, write {key}{{words: {text}}}"
            if what == "sets":
                hint = "write it like 3 x 10"
        reader.error(shift(place, lead + found.offset), found.pattern, hint, **values)
        return None
    return found


def _of_kind(found: Quantity, text: str, kinds: tuple[Kind, ...] | None, what: str) -> Quantity | Mistake:
    kind = found.kind
    if kinds is None or kind is None or kind in kinds or _acts_on(found, kinds):
        return found
    asked = " or ".join(KIND_WORDS[one] for one in kinds)
    values: tuple[tuple[str, str], ...] = (
        ("text", text), ("what", what), ("is", KIND_WORDS[kind]), ("wanted", asked),
    )  # fmt: skip
    wanted = {"time": ("s", "min"), "load": ("kg", "lb"), "distance": ("m", "km")}.get(kinds[0])
    if wanted and found.values[0].unit == "":
        values += (("one", text + wanted[0]), ("other", text + wanted[1]))
        return Mistake(0, '{what}: "{text}" needs a unit.', "write {one} or {other}", values)
    if kinds == ("effort",) and found.values[-1].unit == "%":
        return Mistake(0, '{what}: "{text}" is {is}.', "write {text}HRmax, or say load: {text}", values)
    key = _KEYS[kind] if what in _KEYS.values() else ""
    hint = "say {key}: {text}" if key else "write {wanted} here"
    return Mistake(0, '{what}: "{text}" is {is}.', hint, (*values, ("key", key)))


def _acts_on(found: Quantity, kinds: tuple[Kind, ...]) -> bool:
    """Whether it is a share of what lies below (-10%), or a step of an effort, which has no unit behind it (-1)."""
    unit = found.values[0].unit
    return found.relative and (unit == "%" or (not unit and kinds == ("effort",)))
