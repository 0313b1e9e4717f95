"""Exact quantities to words: numbers, units, ranges, values a set. Number and unit never break apart."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from planbuilder.model.dose import Quantity, Value, unit_of
from planbuilder.model.nouns import singular
from planbuilder.records import record
from planbuilder.resolve.phrases import ENGLISH, SPOKEN_UNITS

TIE = "\u00a0"
DASH = "–"
LINE = "____"


@record
class Numerals:
    """How numbers are written: the decimal mark, and the fixed words."""

    mark: str = "."

    def number(self, number: Fraction) -> str:
        """A number as short as it is exact: 7.5, 10; thirds to two places."""
        if number.denominator == 1:
            return str(number.numerator)
        places = 3 if 1000 % number.denominator == 0 else 2
        return f"{float(number):.{places}f}".rstrip("0").rstrip(".").replace(".", self.mark)

    def quantity(self, quantity: Quantity, noun: bool = True, scope: bool = True) -> str:
        """The whole quantity in words; the counted noun and "in total" may be left for elsewhere."""
        if quantity.words:
            text = quantity.words
        else:
            text = self._values(quantity.values, noun, scope) if quantity.values else ""
            if quantity.relative:
                text = DASH + text.removeprefix("-") if text.startswith("-") else f"+{text}"
            if quantity.base:
                text = ENGLISH["bodyweight"] + self._more_or_less(quantity.values)
        if quantity.added:
            text += self._more_or_less((quantity.added,))
        if quantity.later is not None:
            sign = DASH if quantity.later_down else "+"
            text += f", {sign} {self.quantity(quantity.later)} {quantity.later_words}"
        return _tailed(text, quantity)

    def _more_or_less(self, values: tuple[Value, ...]) -> str:
        """What is added to a bodyweight or a percent or, with a machine or band that helps, taken from it."""
        if all(value.form == "number" and not value.low for value in values):
            return ""
        if all(value.low < 0 for value in values):
            less = tuple(replace(value, low=-value.low) for value in values)
            return f" {DASH}{TIE}{self._values(less, noun=True, scope=True)}"
        return f" +{TIE}{self._values(values, noun=True, scope=True)}"

    def noun(self, quantity: Quantity) -> str:
        """The noun that is counted, for one or for several; empty for plain reps and measures."""
        if quantity.kind != "count" or not quantity.values[-1].unit:
            return ""
        unit = quantity.values[-1].unit
        return singular(unit) if _is_one(quantity.values[-1]) and len(quantity.values) == 1 else unit

    def _values(self, values: tuple[Value, ...], noun: bool, scope: bool) -> str:
        units = {value.unit for value in values if value.form != "max"}
        if len(units) > 1 or (values[-1].form == "max" and units - {""}):
            return "/".join(self._with_unit(self._bound(v), (v,), noun) for v in values)
        text = self._with_unit("/".join(self._bound(v, values) for v in values), values, noun)
        shared = values[-1].scope
        return ENGLISH[shared].format(value=text) if shared and scope else text

    def _with_unit(self, text: str, values: tuple[Value, ...], noun: bool) -> str:
        value = next((v for v in values if v.form != "max"), None)
        if value is None or not value.unit:
            return text
        unit = unit_of(value.unit)
        if unit.leading:
            return unit.name + TIE + text
        if unit.joined:
            return text + unit.name
        if unit.name == "clock":
            return text + TIE + ("h" if _in_hours(values) else "min")
        if unit.kind == "count":
            if not noun:
                return text
            return text + TIE + (singular(unit.name) if _is_one(value) and len(values) == 1 else unit.name)
        return text + TIE + unit.name.replace(" ", TIE)

    def _bound(self, value: Value, beside: tuple[Value, ...] = ()) -> str:
        text = self._bare(value, _in_hours(beside or (value,)))
        return ENGLISH[value.bound].format(value=text) if value.bound else text

    def _bare(self, value: Value, hours: bool) -> str:
        if value.form == "max":
            return ENGLISH["max"]
        if value.form == "blank":
            return LINE
        if value.form == "cluster":
            return "+".join(str(bite or ENGLISH["max"]) for bite in value.bites)
        ends = [value.low] if value.high is None else [value.low, value.high]
        clock = unit_of(value.unit).clock
        text = DASH.join(clock_words(n, hours and value.unit == "clock") if clock else self.number(n) for n in ends)
        return text + ("+" if value.plus else "")

    def spoken(self, quantity: Quantity) -> str:
        """With units in full: 30 seconds, 1 minute 30 seconds, 50 metres."""
        values = quantity.values
        if quantity.words or not values or len({v.unit for v in values}) > 1 or values[0].form != "number":
            return self.quantity(quantity, noun=False, scope=False)
        value = values[0]
        if value.unit == "clock" and len(values) == 1 and value.high is None:
            text = self._spoken_clock(int(value.low))
            return _tailed(ENGLISH[value.bound].format(value=text) if value.bound else text, quantity)
        forms = SPOKEN_UNITS.get(value.unit)
        if forms is None:
            return self.quantity(quantity, noun=False, scope=False)
        text = "/".join(self._bound(v, values) for v in values)
        return _tailed(text + TIE + forms[0 if _is_one(value) and len(values) == 1 else 1], quantity)

    def _spoken_clock(self, seconds: int) -> str:
        sizes = (("h", seconds // 3600), ("min", seconds // 60 % 60), ("s", seconds % 60))
        shown = [f"{n}{TIE}{SPOKEN_UNITS[unit][0 if n == 1 else 1]}" for unit, n in sizes if n]
        return " ".join(shown) or f"0{TIE}{SPOKEN_UNITS['s'][1]}"


def _tailed(text: str, quantity: Quantity) -> str:
    return f"{text} {quantity.tail}" if quantity.tail else text


def _is_one(value: Value) -> bool:
    return value.form == "number" and value.low == 1 and value.high is None and not value.plus


def _in_hours(values: tuple[Value, ...]) -> bool:
    """Whether a clock has to show hours."""
    return any(v.unit == "clock" and (v.high or v.low) >= 3600 for v in values)


def clock_words(seconds: Fraction, hours: bool = False) -> str:
    """1:30 of ninety seconds; with hours 1:30 of ninety minutes, 1:30:15 where seconds are left."""
    whole = int(seconds)
    minutes, rest = divmod(whole, 60)
    if not hours:
        return f"{minutes}:{rest:02d}"
    text = f"{minutes // 60}:{minutes % 60:02d}"
    return f"{text}:{rest:02d}" if rest else text
