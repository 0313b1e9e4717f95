"""A plan or a single exercise as a resolved deck, or written out as YAML: load and resolve, no pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planbuilder.model.choices import Choices
from planbuilder.problems import Problem, Source, error, has_errors, nearest

if TYPE_CHECKING:
    from planbuilder.load.files import Folders
    from planbuilder.model.deck import Deck


def plan_deck(plan: str, choices: Choices, folders: Folders) -> tuple[Deck | None, tuple[Problem, ...]]:
    """The deck of a plan (a path or a name), with all problems of its files."""
    from planbuilder.load.plans import find_plan

    source = find_plan(plan, folders)
    if isinstance(source, Problem):
        return None, (_none_such(plan, source, folders),)
    return _deck(source, choices, folders)


def _none_such(name: str, problem: Problem, folders: Folders) -> Problem:
    """What is wrong with a name that is neither a plan nor an exercise; a path is told as it is."""
    from planbuilder.load.plans import NO_SUCH_PLAN

    near = nearest(name, (*folders.plan_names(), *folders.names("exercises")))
    if problem.pattern != NO_SUCH_PLAN or near is None:
        return problem
    return error(problem.place, "There is no such plan or exercise.", "did you mean {near}?", near=near)


def exercise_deck(exercise: str, folders: Folders) -> tuple[Deck | None, tuple[Problem, ...]]:
    """The deck of a plan that holds nothing but this exercise, with the exercise's own dose."""
    return _deck(Source(exercise, f"title: {exercise}\ndo: [{exercise}]\n"), Choices(), folders)


def written_out(plan: str, folders: Folders) -> tuple[str | None, tuple[Problem, ...]]:
    """A plan as YAML in which every week's dose stands at its exercise; it resolves to the same deck."""
    from planbuilder.load.library import Library
    from planbuilder.load.plans import entries_of, find_plan, load_plan
    from planbuilder.resolve.substitution import Kit
    from planbuilder.review.rehearsal import rehearsed
    from planbuilder.writing.plans import plan_words
    from planbuilder.writing.yaml_text import yaml_text

    source = find_plan(plan, folders)
    if isinstance(source, Problem):
        return None, (source,)
    library = Library(folders)
    written, problems = load_plan(source, library)
    entries = entries_of(source, folders)
    if written is None or entries is None or has_errors((*problems, *library.problems)):
        return None, (*problems, *library.problems)
    drafts, found = rehearsed(written, library, Choices(), Kit())
    problems = (*problems, *found, *library.problems)
    if has_errors(problems):
        return None, problems
    return yaml_text(plan_words(written, entries, drafts)), problems


def _deck(source: Source, choices: Choices, folders: Folders) -> tuple[Deck | None, tuple[Problem, ...]]:
    from planbuilder.load.library import Library
    from planbuilder.load.plans import load_plan
    from planbuilder.resolve import resolve

    library = Library(folders)
    plan, problems = load_plan(source, library)
    if plan is None or has_errors(problems):
        return None, (*problems, *library.problems)
    deck, found = resolve(plan, library, choices)
    return deck, (*problems, *found, *library.problems)
