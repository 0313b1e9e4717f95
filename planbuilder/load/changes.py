"""Nodes to quantities that change: walks ("8 to 12"), steps ("20kg + 2.5kg a week"), lists and tables of these."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import cast

from planbuilder.load.nodes import Entries, Node
from planbuilder.load.quantities import MOST_TEXT, Mistake, quantity, read_quantity, shift, tail_of
from planbuilder.load.reader import Reader
from planbuilder.load.spelling import meant
from planbuilder.load.tables import Names as Names
from planbuilder.load.tables import is_table as is_table
from planbuilder.load.tables import nearest_key as nearest_key
from planbuilder.load.tables import read_change as read_change
from planbuilder.load.tables import read_key as read_key
from planbuilder.load.tables import read_nested as read_nested
from planbuilder.load.tables import read_table, text_place
from planbuilder.model.change import Beat, Change, Fixed, Steps, Walk
from planbuilder.model.dose import Kind, Quantity, Value, adds_weight, unit_of
from planbuilder.problems import Place
from planbuilder.records import record

_BEAT = re.compile(r"\s+(?:an?|every(?:\s+(\d{1,2}))?)\s+(week|session|day|stage|cycle)s?(?:\s+to\s+(.+))?$")
_LOOSE_BEAT = r"\b(?:(?:each|per|every other|in a)\s+(\w+)|(?:a|an|each|every)\s+(\w+)|(\w+ly))\b"
_SIGN = re.compile(r",?\s+([+\-–])\s+(?=[\d])")
_STEP = re.compile(r"(\d[\d.:]*\s?(?:%|[^\W\d_]+)?)\s*(.*)")
_BEATS = ("week", "session", "day", "stage", "cycle")
_LY = {"weekly": "week", "daily": "day"}


def read_amounts(
    node: Node, reader: Reader, names: Names, what: str, kinds: tuple[Kind, ...] | None = None
) -> Change[Quantity] | None:
    """A quantity that may walk, step, be listed or tabled; `what` names its key, `kinds` are the kinds allowed."""

    def leaf(inner: Node, reader: Reader) -> Change[Quantity] | None:
        if isinstance(inner, Entries) and inner.entries:
            if is_words(inner):
                return read_words(inner, reader)
            return read_table(inner, reader, names, leaf)
        text = reader.text(inner)
        return None if text is None else moving(text, text_place(inner), reader, kinds, what)

    return read_nested(node, reader, names, leaf)


def is_words(node: Node) -> bool:
    """Whether a node is `{words: any text}`: a text to be printed as it stands."""
    return isinstance(node, Entries) and len(node.entries) == 1 and node.entries[0][0].text == "words"


def read_words(node: Entries, reader: Reader) -> Change[Quantity] | None:
    """The words of `{words: any text}`."""
    text = reader.text(node.entries[0][1])
    return None if text is None else Fixed(node.place, Quantity(words=text))


def moving(
    text: str, place: Place, reader: Reader, kinds: tuple[Kind, ...] | None = None, what: str = "amount"
) -> Change[Quantity] | None:
    """A quantity that stays, walks or steps, or None with an error at its column."""
    tailed = tail_of(text, what)
    if tailed is not None:
        change = moving(text[: tailed.end(1)], place, reader, kinds, what)
        return None if change is None else _with_tail(change, tailed[2])
    steps = _cut_steps(text)
    if steps is not None:
        return _read_steps(steps, place, reader, kinds, what)
    for found in re.finditer(r"\s+to\s+", text[:MOST_TEXT]):
        left, right = quantity(text[: found.start()]), quantity(text[found.end() :])
        if _can_part(left) and _can_part(right):
            return _read_walk(text, found.span(), place, reader, kinds, what)
    value = read_quantity(text, place, reader, kinds, what)
    return None if value is None else Fixed(place, value)


def _with_tail(change: Change[Quantity], tail: str) -> Change[Quantity]:
    if isinstance(change, Fixed):
        return replace(change, value=replace(change.value, tail=tail))
    if isinstance(change, Walk):
        return replace(change, first=replace(change.first, tail=tail), last=replace(change.last, tail=tail))
    return change


def _can_part(found: Quantity | Mistake) -> bool:
    return isinstance(found, Quantity) and not found.words and not found.is_none


def _read_walk(
    text: str, cut: tuple[int, int], place: Place, reader: Reader, kinds: tuple[Kind, ...] | None, what: str
) -> Walk[Quantity] | None:
    left, right = quantity(text[: cut[0]]), quantity(text[cut[1] :])
    if isinstance(left, Mistake) or isinstance(right, Mistake):
        return None
    first, last = _lend(left, right), _lend(right, left)
    if not (first.moves and last.moves) or not _same_shape(first, last):
        pattern = '"{first}" cannot walk to "{last}".'
        hint = "both ends need numbers of the same kind, and the same number of sets"
        reader.error(place, pattern, hint, first=text[: cut[0]], last=text[cut[1] :])
        return None
    # asking again with the kinds allowed, so that what has the wrong kind is said in the usual words
    if _wrong_kind(first, kinds) and read_quantity(text[: cut[0]], place, reader, kinds, what) is None:
        return None
    return Walk(place, first, last)


def _wrong_kind(found: Quantity, kinds: tuple[Kind, ...] | None) -> bool:
    return kinds is not None and found.kind not in kinds


def _lend(to: Quantity, other: Quantity) -> Quantity:
    """A quantity with the unit, bound and scope of the other end where it has none: 20 to 30kg, up to 20s to 30s."""
    if not (to.moves and other.moves):
        return to
    lender = other.values[-1]
    return replace(to, base=to.base or other.base, values=tuple(_lend_value(v, lender) for v in to.values))


def _lend_value(value: Value, lender: Value) -> Value:
    unit = value.unit or (lender.unit if lender.unit != "clock" else "")
    if value.unit == "clock" and unit_of(lender.unit).clock:
        unit = lender.unit
    return replace(value, unit=unit, bound=value.bound or lender.bound, scope=value.scope or lender.scope)


def _same_shape(a: Quantity, b: Quantity) -> bool:
    if len(a.values) != len(b.values) or a.relative != b.relative:
        return False
    return all(_converts(x, y) for x, y in zip(a.values, b.values, strict=True))


@record
class StepText:
    """A text that says steps, cut at its sign: what is stepped from, the step, and the beat or the words after it."""

    text: str
    start: Quantity
    sign: re.Match[str]
    step: str
    end: int
    beat: re.Match[str] | None = None


def _cut_steps(text: str) -> StepText | None:
    """The text cut at its sign, or None where it says no steps."""
    if not _SIGN.search(text[:MOST_TEXT]):
        return None
    beat = _BEAT.search(text[:MOST_TEXT])
    signs = list(_SIGN.finditer(text, 0, beat.start() if beat else MOST_TEXT))
    if not signs:
        return None
    sign = signs[-1] if beat else signs[0]
    start = quantity(text[: sign.start()])
    if isinstance(start, Mistake) or not (start.moves or start.base or start.words):
        return None
    if beat:
        return StepText(text, start, sign, text[sign.end() : beat.start()], beat.start(), beat)
    worded = _STEP.fullmatch(text, sign.end())
    if not worded or not worded[2][:1].isalpha() or worded[2].startswith("to "):
        return None
    if isinstance(quantity(worded[1]), Mistake):
        return None
    return StepText(text, start, sign, worded[1], worded.start(2))


def _read_steps(
    cut: StepText, place: Place, reader: Reader, kinds: tuple[Kind, ...] | None, what: str
) -> Steps[Quantity] | None:
    beat = cut.beat
    if beat is None:
        return _read_words_step(cut, place, reader)
    step_place = shift(place, cut.sign.end())
    step = read_quantity(cut.step, step_place, reader)
    started = cut.text[: cut.sign.start()]
    if step is None or not _wanted(cut.start, started, place, reader, kinds, what):
        return None
    limit = read_quantity(beat[3], shift(place, beat.start(3)), reader) if beat[3] else None
    every = int(beat[1] or 1)
    if not every:
        reader.error(shift(place, beat.start()), "A step needs a time to happen.", "write a week, or every 2 weeks")
    if (beat[3] and limit is None) or not every:
        return None
    lent = _lent_steps(cut.start, step, limit)
    if lent is None:
        pattern = '"{step}" cannot be added to "{start}".'
        hint = "use the same unit for both, and one number for the step"
        reader.error(step_place, pattern, hint, step=cut.step, start=started)
        return None
    return Steps(place, lent[0], lent[1], cut.sign[1] != "+", cast("Beat", beat[2]), every, lent[2])


def _wanted(
    start: Quantity, text: str, place: Place, reader: Reader, kinds: tuple[Kind, ...] | None, what: str
) -> bool:
    if not start.values or not _wrong_kind(start, kinds):
        return True
    return read_quantity(text, place, reader, kinds, what) is not None


def _lent_steps(
    start: Quantity, step: Quantity, limit: Quantity | None
) -> tuple[Quantity, Quantity, Quantity | None] | None:
    """Start, step and limit in units that add up, or None."""
    if len(step.values) != 1 or not step.moves or step.values[0].high is not None or start.words:
        return None
    if limit is None and adds_weight(start, step.values[0]):
        return start, step, None
    like = start if start.values else replace(start, values=(replace(step.values[0], low=Fraction(0)),))
    if step.values[0].unit != "%" or like.values[0].unit == "%":
        step = _lend(step, like)
        if not _adds(like, step):
            return None
    if limit is not None:
        limit = _lend(limit, like)
        if len(limit.values) not in (1, len(like.values)) or not limit.moves or not _adds(like, limit):
            return None
    return start, step, limit


def _adds(start: Quantity, other: Quantity) -> bool:
    return all(_converts(v, other.values[0]) for v in start.values)


def _converts(a: Value, b: Value) -> bool:
    """Whether two values have one unit, or units of which one can be turned into the other."""
    return a.unit == b.unit or (a.kind == b.kind and bool(unit_of(a.unit).size and unit_of(b.unit).size))


def _read_words_step(cut: StepText, place: Place, reader: Reader) -> Steps[Quantity] | None:
    """`bodyweight + 5kg when pain-free`: the step is printed and no number moves."""
    step, words = quantity(cut.step), cut.text[cut.end :]
    if isinstance(step, Mistake):
        return None
    near = _beat_meant(words)
    if near:
        pattern = '"{words}" is not a time after which a step comes.'
        text = cut.text[: cut.end] + near
        reader.error(shift(place, cut.end), pattern, "did you mean {near}?", words=words, near=text)
        return None
    return Steps(place, cut.start, _lend(step, cut.start), cut.sign[1] != "+", words=words)


def _beat_meant(words: str) -> str | None:
    """What "per week", "each session", "weekly" or "a wek" mean in the words of the grammar."""
    found = re.match(_LOOSE_BEAT, words)
    if not found:
        return None
    word = (found[1] or found[2] or _LY.get(found[3], "")).lower()
    if word.endswith("s") and word[:-1] in _BEATS:
        word = word[:-1]
    if word not in _BEATS:
        word = meant(word, _BEATS) or ""
    return f"a {word}" if word else None
