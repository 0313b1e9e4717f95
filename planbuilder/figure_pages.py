"""Figures for whoever makes them: one explained, all words for poses, all figures with their names or as a quiz."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from planbuilder.model.choices import Choices
from planbuilder.model.pages import Facts, Page
from planbuilder.problems import Place, Problem, error, has_errors

if TYPE_CHECKING:
    from planbuilder.build import Prints
    from planbuilder.figures.lettering import Lettering
    from planbuilder.load.files import Folders
    from planbuilder.load.library import Library
    from planbuilder.model.exercise import Exercise

Problems = tuple[Problem, ...]
GUIDE = (
    "write figure: {{start: {{from: standing}}}} in it; planbuilder figure --poses shows what there is to start from"
)


def explained(exercise: str, theme: str | None, folders: Folders) -> tuple[Prints | None, Problems]:
    """The figure of an exercise (its name, or the path of its file) with bones, contacts and angles."""
    from planbuilder.figures import figure_problems
    from planbuilder.figures.construction import construction
    from planbuilder.load.library import Library

    library = Library(folders)
    found, problems = _exercise(exercise, library)
    problems = (*library.problems, *problems)
    if found is None or found.figure is None or has_errors(problems):
        return None, problems
    name, figure = found.name, found.figure
    prints, trouble = _printed(name, theme, folders, lambda pen: (construction(name, figure, pen),))
    return prints, (*problems, *figure_problems(figure), *trouble)


def poses(theme: str | None, folders: Folders) -> tuple[Prints | None, Problems]:
    """The sheets of base poses, views and things."""
    from planbuilder.figures.sheets import pose_sheets

    return _printed("Poses, views and things", theme, folders, pose_sheets)


def all_figures(shuffled: bool, theme: str | None, folders: Folders) -> tuple[Prints | None, Problems]:
    """The contact sheets of all exercises with a figure, by name; or numbered, in an order that gives nothing away."""
    from planbuilder.figures import draw
    from planbuilder.figures.sheets import contact_sheets, quiz_sheets
    from planbuilder.load.library import Library

    library = Library(folders)
    names = sorted(library.exercise_names(), key=_shuffled if shuffled else None)
    exercises = [exercise for name in names if (exercise := library.exercise(name))]
    if has_errors(library.problems):
        return None, library.problems
    problems: list[Problem] = [*library.problems]

    def pages(pen: Lettering) -> tuple[Page, ...]:
        drawings = []
        for exercise in exercises:
            drawing, found = draw(exercise.figure, pen.style) if exercise.figure else (None, ())
            problems.extend(found)
            if drawing is not None:
                drawings.append((exercise.name, drawing))
        return (quiz_sheets if shuffled else contact_sheets)(drawings, pen)

    prints, trouble = _printed("Figures", theme, folders, pages)
    return prints, (*problems, *trouble)


def _shuffled(name: str) -> bytes:
    """A key that puts names in an order without meaning, the same everywhere."""
    return sha256(name.encode()).digest()


def _exercise(name: str, library: Library) -> tuple[Exercise | None, Problems]:
    from planbuilder.load.files import read

    if name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name:
        source = read(library.folders.user / name, name)
        if isinstance(source, Problem):
            return None, (source,)
        exercise = library.exercise_in(source, Path(name).stem)
    else:
        exercise = library.exercise(name)
    if exercise is None or exercise.figure is not None:
        return exercise, ()
    place = Place(exercise.place.source) if exercise.place else None
    return None, (error(place, "This exercise has no figure.", GUIDE),)


def _printed(
    title: str, theme: str | None, folders: Folders, pages: Callable[[Lettering], tuple[Page, ...]]
) -> tuple[Prints | None, Problems]:
    """Pages in the colours of the wall card's theme, lettered with its fonts."""
    from planbuilder.artwork import figure_style
    from planbuilder.build import Prints
    from planbuilder.figures.lettering import Lettering
    from planbuilder.load.fonts import load_fonts
    from planbuilder.load.layouts import load_layout
    from planbuilder.paint.faces import Faces
    from planbuilder.resolve.cascade import cascade

    choices = Choices(theme=theme)
    spec, problems, _ = load_layout(choices.layout, folders)
    typefaces, found = load_fonts(folders)
    problems += found
    if spec is None or typefaces is None or has_errors(problems):
        return None, problems
    design, found = cascade(spec, choices)
    problems += found
    if design is None or has_errors(problems):
        return None, problems
    faces = Faces(typefaces)
    pen = Lettering(faces, figure_style(design))
    return Prints(pages(pen), Facts(title), faces, design), problems
