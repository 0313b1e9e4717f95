"""Values at the moments of a plan to one value, or to the smallest table that says them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from planbuilder.records import record
from planbuilder.resolve.progression import Moment
from planbuilder.writing.yaml_text import Plain


@record
class Spot:
    """What the keys of tables can tell apart at one moment; empty or 0 where a plan has no such thing."""

    level: str = ""
    cycle: int = 0
    week: int | str = 0
    weekday: str = ""
    nth: int = 0


ASPECTS = ("level", "cycle", "week", "weekday", "nth")

Said = tuple[Spot, Plain | None]


def spot_of(moment: Moment, of_the_day: bool = True) -> Spot:
    """The spot of a moment; without `of_the_day` that of its whole week."""
    calendar = moment.calendar
    week: int | str = moment.number if moment.number is not None else 0
    if calendar.stages and moment.position < len(calendar.stages):
        week = calendar.stages[moment.position]
    cycle = moment.cycle if calendar.cycles else 0
    return Spot(moment.level, cycle, week, *((moment.weekday, moment.nth) if of_the_day else ()))


def tabled(said: Iterable[Said]) -> Plain | None:
    """One value where all are the same, else a table of those there are; None where there is none at all."""
    entries = list(said)
    if len({repr(value) for _, value in entries}) <= 1:
        return entries[0][1] if entries else None
    groups = _parted(entries)
    rows = [(key, tabled(group)) for key, group in groups]
    found: dict[str, Plain] = {}
    for _, run in groupby(rows, key=lambda row: repr(row[1])):
        for key, value in _joined(list(run)):
            if value is not None:
                found[key] = value
    return found


Row = tuple[tuple[str, int | str], Plain | None]


def _parted(entries: Sequence[Said]) -> list[tuple[tuple[str, int | str], list[Said]]]:
    """The entries by the first aspect that explains all of what differs, else by the first that differs at all."""
    differing = [groups for groups in (_by(entries, aspect) for aspect in ASPECTS) if len(groups) > 1]
    for groups in differing:
        if all(len({repr(value) for _, value in group}) == 1 for _, group in groups):
            return groups
    return differing[0]


def _by(entries: Sequence[Said], aspect: str) -> list[tuple[tuple[str, int | str], list[Said]]]:
    groups: dict[int | str, list[Said]] = {}
    for entry in entries:
        groups.setdefault(getattr(entry[0], aspect), []).append(entry)
    return [((aspect, key), group) for key, group in groups.items()]


def _joined(run: list[Row]) -> list[tuple[str, Plain | None]]:
    """Rows that say the same: numbers become one row from the first to the last."""
    (aspect, first), value = run[0]
    last = run[-1][0][1]
    if isinstance(first, int) and isinstance(last, int) and aspect != "nth":
        span = f"{first}" if first == last else f"{first}-{last}"
        return [(f"cycle {span}" if aspect == "cycle" else span, value)]
    return [(_ordinal(key) if isinstance(key, int) else key, value) for (_, key), value in run]


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
