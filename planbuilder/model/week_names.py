"""What several weeks are called together, in the words of the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from planbuilder.model.view import View

UNITS = {"week": "Week", "day": "Day", "stage": "Stage"}
UNITS_SHORT = {"week": "Wk", "day": "Day", "stage": "Stage"}
WEEKS = {"week": "Weeks {weeks}", "day": "Days {weeks}", "stage": "Stages {weeks}"}


def numbers_of(view: View, weeks: Sequence[int]) -> str:
    """The numbers of some weeks: 3, 1–2, or 3, 6, 9 where there are gaps."""
    numbers = [view.deck.weeks[k].number for k in weeks]
    if len(weeks) < 2:
        return "".join(numbers)
    return f"{numbers[0]}–{numbers[-1]}" if weeks[-1] - weeks[0] == len(weeks) - 1 else ", ".join(numbers)


def title_of(view: View, weeks: Sequence[int]) -> str:
    """What some weeks are called together: Week 3, Weeks 1–2, or the names of the first and last stage."""
    first, last = view.deck.weeks[weeks[0]], view.deck.weeks[weeks[-1]]
    if not first.number or len(weeks) == 1:
        return first.title if first.number else ""
    if not first.title.endswith(first.number):
        return f"{first.title} – {last.title}"
    pattern = WEEKS.get(view.deck.plan.unit, WEEKS["week"])
    return view.deck.words.get(pattern, pattern).replace("{weeks}", numbers_of(view, weeks))


def unit_called(names: Mapping[str, str]) -> Callable[[View], str]:
    """What the plan counts in, by one of the lists above."""

    def words(view: View) -> str:
        unit = names.get(view.deck.plan.unit, "")
        return view.deck.words.get(unit, unit)

    return words
