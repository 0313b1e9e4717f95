"""Resolved doses, durations, dates and lists to finished words; the only user of Babel, which English does not need."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil
from typing import Any

from planbuilder.model.deck import NOUGHT, AmountKind, Dose
from planbuilder.model.dose import Quantity, Resolved, Side, Tempo, unit_of
from planbuilder.model.nouns import singular
from planbuilder.resolve.duration import sets_of
from planbuilder.resolve.numerals import DASH, TIE, Numerals
from planbuilder.resolve.phrases import DAY_NAMES, DAYS, ENGLISH, MONTHS

TIMES = f"{TIE}×{TIE}"
NOTHING = Dose(amount=NOUGHT, line=NOUGHT)
LINKS = {"": "", "or": f" {ENGLISH['or']} ", "then": f", {ENGLISH['then']} "}
KEPT = ("side", "load", "tempo", "rest")


class Wording:
    """Words for one language: fixed words from `phrases.py`, dates and decimal marks of other languages from Babel."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self.english = language == "en" or language.startswith(("en-", "en_"))
        self.numerals = Numerals("." if self.english else _decimal_mark(language))

    def quantity(self, quantity: Quantity) -> str:
        """A quantity as printed: 8–10 steps, 30 s, 40/45/50 kg, max."""
        return self.numerals.quantity(quantity)

    def spoken(self, quantity: Quantity) -> str:
        """A quantity with its units in full: 30 seconds."""
        return self.numerals.spoken(quantity)

    def side(self, side: Side) -> str:
        """The side as printed: each leg and direction, alternate legs each set."""
        if side.how == "each":
            two = len(side.limbs) > 1
            pattern = ENGLISH["each and" if two else "each"]
            text = pattern.format(limb=side.limbs[0], other=side.limbs[-1])
            return ENGLISH["half"].format(side=text) if side.half else text
        turn = ENGLISH[f"each {side.turn}"] if side.turn else ""
        return " ".join(word for word in (side.how, *side.limbs, turn) if word)

    def tempo(self, tempo: Tempo) -> str:
        """The tempo as printed: tempo 3-1-2-0."""
        return ENGLISH["tempo"].format(tempo=tempo.words or "-".join(tempo.beats))

    def dose(self, resolved: Resolved) -> Dose:
        """A dose in finished words, split for the page, with the whole line."""
        if resolved.nothing:
            return NOTHING
        load = resolved.load
        others = [self._linked(*pair) for pair in pairwise((resolved, *resolved.further))]
        return Dose(
            sets=self._maybe(resolved.sets),
            amount=self._amount(resolved),
            kind=self._kind(resolved),
            side=self._side_and_noun(resolved),
            load=self._load(load),
            effort=self._maybe(resolved.effort),
            tempo=self.tempo(resolved.tempo) if resolved.tempo else "",
            rest=self._maybe(resolved.rest),
            note=resolved.note,
            amount_spoken=self._amount(resolved, spoken=True),
            rest_spoken=self.spoken(resolved.rest) if resolved.rest else "",
            blank=load.values[0].unit if load and load.values and load.values[0].form == "blank" else "",
            further=_chained(others),
            line="".join([self.line(resolved), *(other.line for other in others)]),
            timing=" · ".join(self._timing(resolved, self.quantity)),
            timing_spoken=", ".join(self._timing(resolved, self.spoken)),
            noun=self._noun(resolved),
            size=sum(map(_size, resolved.chain)),
        )

    def _linked(self, before: Resolved, resolved: Resolved) -> Dose:
        """A further dose with its link; its line leaves out what was said before, its rest stands with its timing."""
        same = [part for part in KEPT if getattr(before, part) == getattr(resolved, part)]
        gone: dict[str, Any] = dict.fromkeys(same if resolved.link == "then" else ())
        shown = replace(resolved, **gone)
        rest = None if resolved.rest == before.rest else resolved.rest
        dose = self.dose(resolved)
        timing = [*self._named("rest", rest, self.quantity), dose.timing]
        spoken = [*self._named("rest", rest, self.spoken), dose.timing_spoken]
        return replace(
            dose,
            line=f"{LINKS[resolved.link]}{self.line(shown)}",
            link=resolved.link,
            timing=" · ".join(filter(None, timing)),
            timing_spoken=", ".join(filter(None, spoken)),
        )

    def line(self, resolved: Resolved) -> str:
        """The dose on one line, without its further ones, as a coach would write it."""
        text = self._big(resolved)
        if resolved.side:
            wordy = resolved.counts == "words"
            text = _joined(text, self.side(resolved.side), ", " if wordy else " ")
        for weight in (resolved.load, resolved.effort):
            text = _joined(text, f"@ {self.quantity(weight)}" if weight else "", " ")
        text = _joined(text, self.tempo(resolved.tempo) if resolved.tempo else "", ", ")
        for part in self._line_timing(resolved):
            text = _joined(text, part, ", ")
        return _joined(text, f"({resolved.note})" if resolved.note else "", " ")

    def _big(self, resolved: Resolved) -> str:
        """Sets, amount and hold with the counted noun."""
        if resolved.amount is None:
            return ""
        amount = self.quantity(resolved.amount)
        if resolved.hold is not None and resolved.sets is None and not self.numerals.noun(resolved.amount):
            amount += TIE + ENGLISH["reps"]  # else it would be so many sets of a time
        pieces = [self._maybe(resolved.sets), amount, self._maybe(resolved.hold)]
        return TIMES.join(piece for piece in pieces if piece)

    def _amount(self, resolved: Resolved, spoken: bool = False) -> str:
        """The amount for the page, with a hold, without the noun."""
        if resolved.amount is None:
            return ""
        say = self.spoken if spoken else self.quantity
        amount = resolved.amount
        text = self.spoken(amount) if spoken else self.numerals.quantity(amount, noun=False, scope=False)
        return text + TIMES + say(resolved.hold) if resolved.hold else text

    def _noun(self, resolved: Resolved) -> str:
        """What is counted; nothing where it is measured."""
        amount = resolved.amount
        if amount is None or resolved.counts != "reps" or amount.words:
            return ""
        return self.numerals.noun(amount) or ENGLISH["reps"]

    def _side_and_noun(self, resolved: Resolved) -> str:
        amount = resolved.amount
        noun = self.numerals.noun(amount) if amount else ""
        total = ENGLISH["total"] if amount and amount.values and amount.values[-1].scope == "in total" else ""
        side = self.side(resolved.side) if resolved.side else ""
        return " ".join(word for word in (noun, total, side) if word)

    def _load(self, load: Quantity | None) -> str:
        """A load for the page; one that is told by another in words: 10 % less."""
        if load is None or not load.relative:
            return self._maybe(load)
        step = load.values[0]
        size = self.quantity(Quantity((replace(step, low=abs(step.low)),)))
        return ENGLISH["less" if step.low < 0 else "more"].format(size=size)

    def _kind(self, resolved: Resolved) -> AmountKind:
        return resolved.counts if resolved.amount is not None else ""

    def _maybe(self, quantity: Quantity | None) -> str:
        return self.quantity(quantity) if quantity is not None else ""

    def _timing(self, resolved: Resolved, say: Callable[[Quantity], str]) -> list[str]:
        """What has no place of its own on a page: starts, rests inside and after, times a day."""
        daily = resolved.times_a_day
        return [
            *self._named("every", resolved.every, say),
            *self._rest_inside(resolved, say),
            *self._named("then rest", resolved.rest_after, say),
            *([self.times_a_day(daily)] if daily else []),
        ]

    def _line_timing(self, resolved: Resolved) -> list[str]:
        """Timing in the order of a dose line, with the rest."""
        daily = resolved.times_a_day
        return [
            *self._named("every", resolved.every, self.quantity),
            *self._named("rest", resolved.rest, self.quantity),
            *self._rest_inside(resolved, self.quantity),
            *self._named("then rest", resolved.rest_after, self.quantity),
            *([self.times_a_day(daily)] if daily else []),
        ]

    def _rest_inside(self, resolved: Resolved, say: Callable[[Quantity], str]) -> list[str]:
        """The rest between the reps of a set, or between the bites that it is taken in."""
        bites = resolved.amount and any(value.form == "cluster" for value in resolved.amount.values)
        return self._named("rest inside each set" if bites else "rest between reps", resolved.rest_reps, say)

    def _named(self, phrase: str, time: Quantity | None, say: Callable[[Quantity], str]) -> list[str]:
        return [ENGLISH[phrase].format(time=say(time))] if time else []

    def times_a_day(self, times: Quantity) -> str:
        """How often a day: 3 times a day."""
        one = len(times.values) == 1 and times.values[0].low == 1 and times.values[0].high is None
        return ENGLISH["once a day" if one else "times a day"].format(count=self.quantity(times))

    def days_apart(self, apart: int) -> str:
        """Every other day, every 3 days."""
        if apart == 2:
            return ENGLISH["every other day"]
        return ENGLISH["every"].format(time=self.count(apart, "days"))

    def times_a_week(self, times: Quantity) -> str:
        """How often a week: 2–3 times a week."""
        return ENGLISH["times a week"].format(count=self.quantity(times))

    def count(self, number: int, noun: str) -> str:
        """So many of a thing: 6 weeks, 1 week; `noun` is the plural."""
        return f"{number}{TIE}{singular(noun) if number == 1 else noun}"

    def ordinal(self, number: int) -> str:
        """1st, 2nd, 3rd, 4th."""
        ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"

    def listed(self, words: Sequence[str], last: str = "and") -> str:
        """A list in words: a, b and c."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {ENGLISH[last]} {words[-1]}"

    def about(self, seconds: float) -> str:
        """A duration rounded up to whole minutes: about 25 min, about 1 h 10 min."""
        minutes = max(1, ceil(seconds / 60 - 1e-9))
        hours, rest = divmod(minutes, 60)
        if not hours:
            return ENGLISH["about minutes"].format(minutes=rest).replace(f"{rest} ", f"{rest}{TIE}")
        pattern = ENGLISH["about hours" if rest else "about whole hours"]
        return pattern.format(hours=hours, minutes=rest).replace(" h", f"{TIE}h").replace(" min", f"{TIE}min")

    def weekday_mark(self, weekday: int) -> str:
        """The mark above a tick, Monday being 0: Tue."""
        return DAYS[weekday] if self.english else _babel_day(self.language, weekday, "abbreviated")

    def weekday_name(self, weekday: int) -> str:
        """The day in full: Tuesday."""
        return DAY_NAMES[weekday] if self.english else _babel_day(self.language, weekday, "wide")

    def date(self, day: datetime.date) -> str:
        """A day of the calendar: 8 Dec."""
        if self.english:
            return f"{day.day}{TIE}{MONTHS[day.month - 1]}"
        return _babel_date(self.language, day)

    def weekday_and_date(self, day: datetime.date) -> str:
        """A day with its weekday: Tue 8 Dec."""
        return f"{self.weekday_mark(day.weekday())}{TIE}{self.date(day)}"

    def dates(self, first: datetime.date, last: datetime.date) -> str:
        """A run of days: 7–13 Dec, 28 Dec – 3 Jan."""
        if not self.english:
            return _babel_dates(self.language, first, last)
        if first == last:
            return self.date(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}{DASH}{self.date(last)}"
        return f"{self.date(first)} {DASH} {self.date(last)}"


def _size(resolved: Resolved) -> float:
    """All that is done: the most of every set; 0 where a number is missing."""
    amount = resolved.amount
    values = [v for v in amount.values if v.form == "number"] if amount else []
    total = sum(float((v.high or v.low) * (unit_of(v.unit).size or 1)) for v in values)
    return total * (sets_of(resolved) if len(values) < 2 else 1)


def _joined(text: str, part: str, by: str) -> str:
    return text + by + part if text and part else text + part


def _chained(others: list[Dose]) -> Dose | None:
    """The further doses one behind the other."""
    chain: Dose | None = None
    for other in reversed(others):
        chain = replace(other, further=chain)
    return chain


def _decimal_mark(language: str) -> str:
    from babel.numbers import get_decimal_symbol

    return str(get_decimal_symbol(_locale(language)))


def _locale(language: str) -> str:
    return language.replace("-", "_")


def _babel_day(language: str, weekday: int, width: str) -> str:
    from babel.dates import get_day_names

    return str(get_day_names(width, "stand-alone", _locale(language))[weekday])  # type: ignore[arg-type]


def _babel_date(language: str, day: datetime.date) -> str:
    from babel.dates import format_skeleton

    return str(format_skeleton("MMMd", day, locale=_locale(language))).replace(" ", TIE)


def _babel_dates(language: str, first: datetime.date, last: datetime.date) -> str:
    from babel.dates import format_interval

    return str(format_interval(first, last, "MMMd", locale=_locale(language)))
