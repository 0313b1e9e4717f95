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
    """Turn a plan (a path or a name) into finished pages; None where a stage found mistakes. All problems come along."""
    from planbuilder.load import load

    loaded, problems = load(plan, choices.layout, folders)
    if loaded is None:
        return None, problems
    problems += loaded.library.problems
    if has_errors(problems):
        return None, problems
    prints, found = print_out(loaded, choices)
    return prints, problems + found


def print_out(loaded: Loaded, choices: Choices) -> tuple[Prints | None, tuple[Problem, ...]]:
    """The stages after loading: everything about one build that is left to decide comes from the choices."""
    from planbuilder.artwork import artwork
    from planbuilder.layout import lay_out
    from planbuilder.load.characters import uncovered, unprintable
    from planbuilder.paint.faces import Faces
    from planbuilder.resolve import resolve
    from planbuilder.resolve.cascade import cascade

    deck, problems = resolve(loaded.plan, loaded.library, choices)
    design, found = cascade(loaded.layout, choices)
    faces = Faces(loaded.typefaces, choices.language)
    problems += (*loaded.library.problems, *found, *uncovered(loaded.sources(), faces.covers))
    problems += unprintable(choices.for_whom, "--for", faces.covers)
    if deck is None or design is None or has_errors(problems):
        return None, problems
    drawings, found = artwork(deck, loaded.library, design, loaded.icons)
    problems += found
    pages, found = lay_out(deck, design, faces, drawings)
    problems += found
    if has_errors(problems):
        return None, problems
    facts = Facts(deck.plan.title, deck.plan.coach, deck.plan.weeks, deck.language)
    return Prints(pages, facts, faces, design), problems
