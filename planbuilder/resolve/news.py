"""What changed since last week, in one sentence: that which holds for most of the lines; empty when nothing did."""

from __future__ import annotations

from collections.abc import Mapping
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
    """An exercise as it is done in one week: `rounds` are those of its group, `held` says that its time is a hold."""

    name: str
    dose: Resolved
    rounds: Quantity | None = None
    held: bool = False

    def part(self, name: str) -> Quantity | None:
        """A part of its dose, or the rounds around it."""
        found = self.rounds if name == "rounds" else getattr(self.dose, name)
        return found if isinstance(found, Quantity) else None


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
        return (self.low < 0) == (self.part == "rest" or self.unit in DOWNWARDS)


@record
class News:
    """The sentence, and whether there is more to do than last week."""

    words: str = ""
    up: bool = False


def news(before: Mapping[str, Done], now: Mapping[str, Done], unit: str, wording: Wording) -> News:
    """What is new in a week against the week before; both go by the keys of their lines."""
    if not before or not now:
        return News()
    came = list(dict.fromkeys(done.name for key, done in now.items() if key not in before))
    changes: dict[Change, list[str]] = {}
    loose: dict[str, list[str]] = {}
    for key, done in now.items():
        if key not in before or before[key].name != done.name:
            continue
        if _against_each_other(before[key], done):
            loose.setdefault("amount", []).append(done.name)
            continue
        for part in PARTS:
            _note(part, before[key], done, changes, loose)
    if came and any(change.part == "rounds" for change in changes):
        loose.setdefault("amount", []).extend(done.name for done in now.values())  # other rounds of other things
    if any(change.part == "amount" and change.up for change in changes):
        changes = {change: names for change, names in changes.items() if change.part != "rounds" or change.up}
    known = {done.name for done in before.values()}
    came = [name for name in came if name not in known]
    best = max(changes, key=lambda change: (len(changes[change]), -PARTS.index(change.part)), default=None)
    if came and (best is None or len(came) >= len(changes[best])):
        return News(f"New: {_some(came, wording)}", True)
    if best is not None and len(changes[best]) >= max(len(loose.get(part, ())) for part in TOLD):
        return News(_sentence(best, changes[best], now, SINCE.get(unit, ""), wording), best.up)
    return _loose_news(loose, now)


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


def more(before: Done, now: Done) -> bool:
    """Whether there is more to do of one exercise than the week before, in any part of its dose."""
    changes = (_difference(part, before.part(part), now.part(part)) for part in PARTS)
    return before.name == now.name and any(change.up for change in changes if change)


def _some(names: list[str], wording: Wording) -> str:
    """Names in a sentence; of many the first ones and how many more."""
    small = [_small(name) for name in names]
    if len(small) <= MOST_NAMES:
        return wording.listed(small)
    return wording.listed([*small[: MOST_NAMES - 1], f"{len(small) - MOST_NAMES + 1} more"])


def _note(part: str, before: Done, now: Done, changes: dict[Change, list[str]], loose: dict[str, list[str]]) -> None:
    old, new = before.part(part), now.part(part)
    if old == new:
        return
    change = _difference(part, old, new)
    if change is not None:
        changes.setdefault(change, []).append(now.name)
    elif old is not None and new is not None:
        loose.setdefault(part, []).append(now.name)


def _difference(part: str, old: Quantity | None, new: Quantity | None) -> Change | None:
    """How much more the new quantity is, where both are numbers of one unit."""
    if old is None or new is None or len(old.values) != 1 or len(new.values) != 1:
        return None
    a, b = old.values[0], new.values[0]
    if a.form != "number" or b.form != "number" or a.kind != b.kind or old.base != new.base:
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


def _alike(change: Change, now: Mapping[str, Done]) -> int:
    """How many lines of this week have the part that changed, in the same unit."""
    found = 0
    for done in now.values():
        quantity = done.part(change.part)
        if quantity is not None and quantity.values:
            found += unit_of(quantity.values[0].unit).kind == unit_of(change.unit).kind
    return found


def _sentence(change: Change, names: list[str], now: Mapping[str, Done], since: str, wording: Wording) -> str:
    words = _words(change, wording)
    timed = change.part == "hold" or (change.part == "amount" and unit_of(change.unit).kind == "time")
    others = len(now) if timed else _alike(change, now)
    unique = list(dict.fromkeys(names))
    if change.part == "rounds":
        return f"{_capital(words)} {since}".strip()
    if len(unique) == 1 and others > 1:
        return f"{unique[0]}: {words}"
    if change.part == "hold" or (timed and all(done.held for done in now.values() if done.name in unique)):
        return f"Hold {words}"
    return _capital(words) if change.part == "rest" else f"{_capital(words)} {since}".strip()


def _words(change: Change, wording: Wording) -> str:
    """The change in words that may stand behind a name: "two more reps per set", "5 s longer"."""
    kind = unit_of(change.unit).kind
    more = change.low > 0 or (not change.low and change.high > 0)
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
    value = Value(low or high, None if low == high or not low else high, unit)
    return wording.quantity(Quantity((value,)))


def _loose_news(loose: Mapping[str, list[str]], now: Mapping[str, Done]) -> News:
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
