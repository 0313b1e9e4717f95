"""A plan gone through week by week with one kit, without any words: what advice, explanations and YAML look at."""

from __future__ import annotations

from planbuilder.model.choices import Choices
from planbuilder.model.plan import Plan
from planbuilder.problems import Problem
from planbuilder.resolve.calendar import year_of
from planbuilder.resolve.drafts import Drafts
from planbuilder.resolve.setlist import Setlist
from planbuilder.resolve.substitution import Kit, Library, Substitution


def rehearsed(plan: Plan, library: Library, choices: Choices, kit: Kit) -> tuple[tuple[Drafts, ...], list[Problem]]:
    """The drafts of each level (one where there are none), all weeks with their doses; and what is wrong with them."""
    problems: list[Problem] = []
    setlist = Setlist(plan, library, Substitution(library, kit, problems), problems)
    year = year_of(plan, choices)
    levels = [level.name.text for level in plan.levels] or [""]
    all_drafts = tuple(Drafts(plan, year, setlist, problems, level) for level in levels)
    for drafts in all_drafts:
        drafts.draw_up()
        for position in range(year.count):
            drafts.week(position)
    return all_drafts, problems
