"""As written to decided: plan and choices to a deck, layout and choices to a design."""

from __future__ import annotations

from planbuilder.model.choices import Choices
from planbuilder.model.deck import Deck
from planbuilder.model.plan import Plan
from planbuilder.problems import Problem
from planbuilder.resolve.substitution import Library


def resolve(plan: Plan, library: Library, choices: Choices) -> tuple[Deck | None, tuple[Problem, ...]]:
    """The deck of a plan for one caller, or None with what makes it impossible; all problems come along."""
    from planbuilder.resolve.deal import deal

    return deal(plan, library, choices)
