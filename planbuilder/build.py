"""The whole pipeline on one screen: load, resolve, lay out, paint. After each stage: mistakes? Then stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planbuilder.model.choices import Choices
from planbuilder.model.pages import Facts, Page
from planbuilder.problems import Problem, has_errors
from planbuilder.records import record

if TYPE_CHECKING:
    from planbuilder.load import Loaded
    from planbuilder.load.files import Folders
    from planbuilder.model.deck import Deck
    from planbuilder.model.design import Design
    from planbuilder.paint.faces import Faces


@record
class Prints:
    """Finished pages and what it takes to print them."""

    pages: tuple[Page, ...]
    facts: Facts
    faces: Faces
    design: Design

    def pdf(self) -> bytes:
        """The pages as a PDF file."""
        from planbuilder.paint.pdf import paint

        return paint(self.pages, self.faces, self.facts)

    def listing(self) -> str:
        """The pages as text."""
        from planbuilder.paint.listing import listing

        return listing(self.pages)


def build(plan: str, choices: Choices, folders: Folders) -> tuple[Prints | None, tuple[Problem, ...]]:
    """Turn a plan (a path or a name) into finished pages, with all problems; None where a stage found mistakes."""
    every, problems = build_each(plan, choices, folders)
    return (every[0] if every else None), problems


def build_each(plan: str, choices: Choices, folders: Folders) -> tuple[tuple[Prints, ...], tuple[Problem, ...]]:
    """Turn a plan into finished pages of each layout asked for; none where a stage found mistakes."""
    from planbuilder.load import load

    loaded, problems = load(plan, choices.layout, folders)
    if loaded is None:
        return (), problems
    problems += loaded.library.problems
    if has_errors(problems):
        return (), problems
    prints, found = print_each(loaded, choices)
    return prints, problems + found


def print_out(loaded: Loaded, choices: Choices) -> tuple[Prints | None, tuple[Problem, ...]]:
    """The pages of the first layout that was loaded."""
    every, problems = print_each(loaded, choices)
    return (every[0] if every else None), problems


def print_each(loaded: Loaded, choices: Choices) -> tuple[tuple[Prints, ...], tuple[Problem, ...]]:
    """The stages after loading: everything about one build that is left to decide comes from the choices."""
    from planbuilder.load.characters import uncovered, unprintable
    from planbuilder.paint.faces import Faces
    from planbuilder.resolve import resolve
    from planbuilder.resolve.cascade import cascade

    deck, problems = resolve(loaded.plan, loaded.library, choices)
    designs = [cascade(spec, choices, loaded.plan.brand) for spec in (loaded.layout, *loaded.other_layouts)]
    faces = Faces(loaded.typefaces, choices.language)
    problems += (*loaded.library.problems, *(problem for _, found in designs for problem in found))
    problems += (*uncovered(loaded.sources(), faces.covers), *unprintable(choices.for_whom, "--for", faces.covers))
    if deck is None or has_errors(problems):
        return (), problems
    every = [_printed(loaded, deck, design, faces, choices) for design, _ in designs if design is not None]
    laid_out = {(problem.place, problem.message): problem for _, found in every for problem in found}
    problems += tuple(laid_out.values())
    return (() if has_errors(problems) else tuple(prints for prints, _ in every)), problems


def _printed(
    loaded: Loaded, deck: Deck, design: Design, faces: Faces, choices: Choices
) -> tuple[Prints, tuple[Problem, ...]]:
    from planbuilder.artwork import artwork
    from planbuilder.layout import lay_out

    drawings, problems = artwork(deck, loaded.library, design, loaded.icons)
    pages, found = lay_out(deck, design, faces, drawings)
    plan, backs = deck.plan, design.imposition.backs
    facts = Facts(plan.title, plan.coach, plan.weeks, deck.language, backs, choices.fillable)
    return Prints(pages, facts, faces, design), problems + found
