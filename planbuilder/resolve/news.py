"""What changed since last week, in one sentence: that which holds for most of the lines; empty when nothing did.

A line is compared day by day; what differs between its days is told as far as it holds for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from planbuilder.model.dose import Quantity, Resolved, Value, unit_of
from planbuilder.model.nouns import singular
from planbuilder.records import record
from planbuilder.resolve.wording import Wording

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MOST_NAMES = 3
LONGEST_SECONDS = 90
TOLD = ("amount", "load")
DOWNWARDS = ("RIR", "RM")
SINCE = {"week": "than last week", "day": "than the day before", "stage": "than in the stage before"}
PARTS = ("rounds", "sets", "amount", "hold", "load", "effort", "rest")


@record
class Done:
    """An exercise as it is done on one day: `rounds` are those of its group, `held` says that its time is a hold."""

    name: str
    dose: Resolved
    day: str = ""
    rounds: Quantity | None = None
    held: bool = False

    def part(self, name: str) -> Quantity | None:
        """A part of its dose, or the rounds around it."""
        found = self.rounds if name == "rounds" else getattr(self.dose, name)
        return found if isinstance(found, Quantity) else None


Days = tuple[Done, ...]


@record
class Change:
    """One thing that changed in the same way on some lines; `words` fit any of them, `low` is how much more."""

    part: str
    unit: str
    low: Fraction
    high: Fraction

    @property
    def up(self) -> bool:
        """Whether there is more to do; less rest is more, and so are fewer reps left over."""
        return (self.high < 0) == (self.part == "rest" or self.unit in DOWNWARDS)


@record
class News:
    """The sentence, and whether there is more to do than last week."""

    words: str = ""
    up: bool = False


def news(
    before: Mapping[str, Days],
    now: Mapping[str, Days],
    unit: str,
    wording: Wording,
    done_before: Callable[[str], bool] = lambda _name: False,
) -> News:
    """What is new in a week against the week before; both go by the keys of their lines.

    `done_before` tells of a name whether it was done in any earlier week: then it comes back and is not new.
    """
    if not before or not now:
        return News()
    came = list(dict.fromkeys(days[0].name for key, days in now.items() if key not in before))
    changes: dict[Change, list[str]] = {}
    loose: dict[str, list[str]] = {}
    for key, days in now.items():
        name = days[0].name
        if key not in before or before[key][0].name != name:
            continue
        pairs = tuple(_day_by_day(before[key], days))
        if any(_against_each_other(*pair) for pair in pairs):
            loose.setdefault("amount", []).append(name)
            continue
        for part in PARTS:
            _note(part, pairs, changes, loose)
    if came and any(change.part == "rounds" for change in changes):
        loose.setdefault("amount", []).extend(days[0].name for days in now.values())  # other rounds of other things
    if any(change.part == "amount" and change.up for change in changes):
        changes = {change: names for change, names in changes.items() if change.part != "rounds" or change.up}
    known = {days[0].name for days in before.values()}
    came = [name for name in came if name not in known]
    best = max(changes, key=lambda change: (len(changes[change]), -PARTS.index(change.part)), default=None)
    if came and (best is None or len(came) >= len(changes[best])):
        new = [name for name in came if not done_before(name)]
        return News(f"New: {_some(new, wording)}" if new else f"Back: {_some(came, wording)}", True)
    if best is not None and len(changes[best]) >= max(len(loose.get(part, ())) for part in TOLD):
        return News(_sentence(best, changes[best], now, SINCE.get(unit, ""), wording), best.up)
    return _loose_news(loose, now)


def _day_by_day(before: Days, now: Days) -> Iterator[tuple[Done, Done]]:
    """Each day of this week beside the same day of the week before, else beside its last."""
    for done in now:
        yield next((other for other in before if other.day == done.day), before[-1]), done


def _against_each_other(before: Done, now: Done) -> bool:
    """Whether fewer sets are longer ones, or more sets shorter ones: neither alone says what is new."""
    sets = _difference("sets", before.part("sets"), now.part("sets"))
    if sets is None:
        return False
    old, new = before.part("amount"), now.part("amount")
    if old == new or old is None or new is None:
        return False
    amount = _difference("amount", old, new)
    return amount is None or amount.up != sets.up


def more(before: Days, now: Days) -> bool:
    """Whether there is more to do of one exercise than the week before, on any day and in any part of its dose."""
    return any(
        old.name == new.name and (change := _difference(part, old.part(part), new.part(part))) and change.up
        for old, new in _day_by_day(before, now)
        for part in PARTS
    )


def _some(names: list[str], wording: Wording) -> str:
    """Names in a sentence; of many the first ones and how many more."""
    small = [_small(name) for name in names]
    if len(small) <= MOST_NAMES:
        return wording.listed(small)
    return wording.listed([*small[: MOST_NAMES - 1], f"{len(small) - MOST_NAMES + 1} more"])


def _note(
    part: str,
    pairs: tuple[tuple[Done, Done], ...],
    changes: dict[Change, list[str]],
    loose: dict[str, list[str]],
) -> None:
    """Keep what changed in one part of a line, as a change that is true of all its days, else as a loose one."""
    name = pairs[0][1].name
    both = [(old.part(part), new.part(part)) for old, new in pairs]
    changed = [(old, new) for old, new in both if old != new]
    if not changed:
        return
    change = _of_all([_difference(part, old, new) for old, new in changed], len(changed) == len(both))
    if change is not None:
        changes.setdefault(change, []).append(name)
    elif any(old is not None and new is not None for old, new in changed):
        loose.setdefault(part, []).append(name)


def _of_all(changes: list[Change | None], every_day: bool) -> Change | None:
    """The changes of several days as one from the least to the most, if all go one way; some days may stay."""
    found = [change for change in changes if change is not None]
    if len(found) < len(changes) or len({(change.unit, change.up) for change in found}) > 1:
        return None
    low = min((change.low for change in found), key=abs) if every_day else Fraction(0)
    return replace(found[0], low=low, high=max((change.high for change in found), key=abs))


def _difference(part: str, old: Quantity | None, new: Quantity | None) -> Change | None:
    """How much more the new quantity is, where both are numbers of one unit."""
    if old is None or new is None or old == new or len(old.values) != 1 or len(new.values) != 1:
        return None
    a, b = old.values[0], new.values[0]
    if a.form != "number" or b.form != "number" or a.kind != b.kind or (old.base, old.tail) != (new.base, new.tail):
        return None
    pairs = _in_one_unit(a, b)
    if pairs is None:
        return None
    (a_low, a_high), (b_low, b_high), unit = pairs
    low, high = sorted((b_low - a_low, b_high - a_high), key=abs)
    if (low < 0 < high) or (high < 0 < low) or not high:
        return None
    return Change(part, unit, low, high)


Ends = tuple[Fraction, Fraction]


def _in_one_unit(a: Value, b: Value) -> tuple[Ends, Ends, str] | None:
    ends = ((a.low, a.high if a.high is not None else a.low), (b.low, b.high if b.high is not None else b.low))
    if a.unit == b.unit and a.unit != "clock":
        return (*ends, a.unit)
    if not (unit_of(a.unit).size and unit_of(b.unit).size):
        return None
    small = "s" if a.kind == "time" else "m"
    one = unit_of(small).size
    sizes = (unit_of(a.unit).size / one, unit_of(b.unit).size / one)
    (a_low, a_high), (b_low, b_high) = ends
    found = (a_low * sizes[0], a_high * sizes[0]), (b_low * sizes[1], b_high * sizes[1])
    odd = any(end.denominator != 1 for ends in found for end in ends)  # a mile in metres is no number to read
    return None if odd else (*found, small)


def _alike(change: Change, now: Mapping[str, Days]) -> int:
    """How many exercises of this week have the part that changed, in the same unit."""
    found = set()
    for days in now.values():
        quantity = days[0].part(change.part)
        unit = quantity.values[0].unit if quantity is not None and quantity.values else None
        if unit is not None and unit_of(unit).kind == unit_of(change.unit).kind:
            found.add(days[0].name)
    return len(found)


def _sentence(change: Change, names: list[str], now: Mapping[str, Days], since: str, wording: Wording) -> str:
    words = _words(change, wording)
    timed = change.part == "hold" or (change.part == "amount" and unit_of(change.unit).kind == "time")
    others = len({days[0].name for days in now.values()}) if timed else _alike(change, now)
    unique = list(dict.fromkeys(names))
    if change.part == "rounds":
        return f"{_capital(words)} {since}".strip()
    if len(unique) == 1 and others > 1:
        return f"{unique[0]}: {words}"
    if change.part == "hold" or (timed and all(days[0].held for days in now.values() if days[0].name in unique)):
        return f"Hold {words}"
    return _capital(words) if change.part == "rest" else f"{_capital(words)} {since}".strip()


def _words(change: Change, wording: Wording) -> str:
    """The change in words that may stand behind a name: "two more reps per set", "5 s longer"."""
    kind = unit_of(change.unit).kind
    more = change.high > 0
    if change.part in ("sets", "rounds"):
        return _counted(change, change.part, more)
    if change.part == "amount" and kind == "count":
        return f"{_counted(change, change.unit or 'reps', more)} per set"
    if change.unit == "RM":
        return f"{_counted(change, 'reps', more)} and {'lighter' if more else 'heavier'}"
    size = _measured(change, wording)
    if change.part == "effort" and unit_of(change.unit).leading:
        return f"{size} {'higher' if more else 'lower'}"
    if change.part == "rest":
        return f"rest {size} {'longer' if more else 'less'}"
    if change.part == "hold" or (change.part == "amount" and kind == "time"):
        return f"{size} {'longer' if more else 'shorter'}"
    if change.part == "amount":
        return f"{size} {'further' if more else 'less'}"
    return f"{size} {'more' if more else 'less'}"


def _counted(change: Change, noun: str, more: bool) -> str:
    low, high = abs(change.low), abs(change.high)
    if low == high or not low:
        number, last = _number(high), high
        number = number if low == high else f"up to {number}"
    else:
        number, last = f"{_number(low)} to {_number(high)}", high
    if more:
        return f"{number} more {singular(noun) if last == 1 else noun}"
    return f"{number} {singular(noun) if last == 1 else noun} fewer"


def _number(number: Fraction) -> str:
    whole = number.denominator == 1 and number < len(NUMBERS)
    return NUMBERS[int(number)] if whole else f"{float(number):g}"


def _measured(change: Change, wording: Wording) -> str:
    low, high, unit = abs(change.low), abs(change.high), change.unit
    if unit == "s" and not low % 60 and not high % 60:
        low, high, unit = low / 60, high / 60, "min"
    elif unit == "s" and high > LONGEST_SECONDS:
        unit = "clock"
    value = Value(low, high if low < high else None, unit) if low else Value(high, unit=unit, bound="up to")
    return wording.quantity(Quantity((value,)))


def _loose_news(loose: Mapping[str, list[str]], now: Mapping[str, Days]) -> News:
    """Changes that no number tells: another load, words in place of numbers."""
    if not loose:
        return News()
    names = list(dict.fromkeys(name for part in loose.values() for name in part))
    if len(names) == 1 and len(now) > 1:
        return News(f"New numbers for {_small(names[0])}")
    return News("New numbers")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _small(name: str) -> str:
    """A name inside a sentence; names in capitals stay."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
