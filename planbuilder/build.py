"""The whole pipeline on one screen: load, resolve, lay out, paint. After each stage: mistakes? Then stop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from planbuilder.collate import collated, of_all
from planbuilder.model.choices import Choices
from planbuilder.model.pages import Artwork, Facts, Page
from planbuilder.problems import Place, Problem, Source, has_errors
from planbuilder.records import record

if TYPE_CHECKING:
    from planbuilder.load import Loaded
    from planbuilder.load.files import Folders
    from planbuilder.model.deck import Deck
    from planbuilder.model.design import Design
    from planbuilder.paint.faces import Faces


@record
class Prints:
    """Finished pages and what it takes to print them; those of a class also runner by runner, with their names."""

    pages: tuple[Page, ...]
    facts: Facts
    faces: Faces
    design: Design
    for_whom: str = ""
    by_runner: tuple[Prints, ...] = ()

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

    loaded, problems = load(plan, choices.layout, folders, choices.roster)
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
    """The stages after loading: all that is left to decide comes from the choices, and from each runner's row."""
    from planbuilder.artwork import artwork, figure_style
    from planbuilder.load.characters import uncovered
    from planbuilder.paint.faces import Faces
    from planbuilder.resolve import resolve
    from planbuilder.resolve.cascade import cascade

    asked = tuple(runner.choices(choices) for runner in loaded.runners) or (choices,)
    dealt = [resolve(loaded.plan, loaded.library, one) for one in asked]
    decks = [deck for deck, _ in dealt if deck is not None]
    problems = of_all((one.for_whom, found) for one, (_, found) in zip(asked, dealt, strict=True))
    designs = [cascade(spec, choices, loaded.plan.brand) for spec in (loaded.layout, *loaded.other_layouts)]
    faces = Faces(loaded.typefaces, choices.language)
    problems += (*loaded.library.problems, *(problem for _, found in designs for problem in found))
    problems += (*uncovered(loaded.sources(), faces.covers), *_unprintable_names(loaded, choices, faces))
    if len(decks) < len(asked) or has_errors(problems):
        return (), problems
    decided = [(design, figure_style(design)) for design, _ in designs if design is not None]
    styles = dict.fromkeys(style for _, style in decided)  # hardly ever more than one: layouts share their figures
    drawn = {style: artwork(decks, loaded.library, style, loaded.icons) for style in styles}
    every = [_printed(loaded, decks, design, faces, choices, *drawn[style]) for design, style in decided]
    problems += _where_written(loaded, [problem for _, found in every for problem in found])
    return (() if has_errors(problems) else tuple(prints for prints, _ in every)), problems


def _where_written(loaded: Loaded, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Each problem once; one that quotes the plan at the line of the words, where they can be found."""
    if not problems:
        return ()
    from planbuilder.layout.reports import QUOTES
    from planbuilder.load.whereabouts import written_at

    found: dict[object, Problem] = {}
    for problem in problems:
        quoted = next((str(problem.values[name]) for name in QUOTES if name in problem.values), "")
        key = problem.place, problem.message
        if key not in found:
            place = written_at(quoted, loaded.sources())
            found[key] = replace(problem, place=place or problem.place)
    return tuple(found.values())


def _unprintable_names(loaded: Loaded, choices: Choices, faces: Faces) -> Iterator[Problem]:
    from planbuilder.load.characters import unprintable

    names = [(runner.name.text, runner.name.place) for runner in loaded.runners]
    for name, place in (*names, (choices.for_whom, Place(Source("--for", "")))):
        yield from unprintable(name, place, faces.covers)


def _printed(
    loaded: Loaded,
    decks: Sequence[Deck],
    design: Design,
    faces: Faces,
    choices: Choices,
    drawings: Mapping[str, Artwork],
    problems: tuple[Problem, ...],
) -> tuple[Prints, tuple[Problem, ...]]:
    from planbuilder.layout import lay_out

    each: list[Prints] = []
    found: list[tuple[str, tuple[Problem, ...]]] = []
    for deck in decks:
        pages, misfits = lay_out(deck, design, faces, drawings, guides=choices.guides)
        each.append(Prints(pages, _facts(deck, design, choices), faces, design))
        found.append((deck.plan.for_whom, misfits))
    whole = _of_class(each, [name for name, _ in found]) if loaded.runners else each[0]
    return whole, problems + of_all(found)


def _facts(deck: Deck, design: Design, choices: Choices) -> Facts:
    plan, backs = deck.plan, design.imposition.backs
    return Facts(plan.title, plan.coach, plan.weeks, deck.language, backs, choices.fillable)


def _of_class(each: Sequence[Prints], names: Sequence[str]) -> Prints:
    """The cards of all runners as one print job; by themselves their files bear the names."""
    named = list(zip(each, names, strict=True))
    alone = (replace(p, for_whom=name, facts=replace(p.facts, title=f"{p.facts.title} · {name}")) for p, name in named)
    return replace(each[0], pages=collated((name, p.pages) for p, name in named), by_runner=tuple(alone))
