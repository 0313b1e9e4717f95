"""Everything that is wrong in one file, whatever kind of file it is: load, resolve, and no pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from planbuilder.model.choices import Choices
from planbuilder.problems import Problem, Source, error, has_errors

if TYPE_CHECKING:
    from planbuilder.load.files import Folders

Kind = Literal["plan", "exercise", "layout", "icons", "fonts", "equipment", "faults", "panels", "roster"]

HOMES: dict[str, Kind] = {"exercises": "exercise", "plans": "plan", "layouts": "layout"}
BY_NAME: dict[tuple[str, str], Kind] = {
    ("exercises", "equipment"): "equipment",
    ("exercises", "faults"): "faults",
    ("exercises", "panels"): "panels",
    ("layouts", "icons"): "icons",
    ("fonts", "catalogue"): "fonts",
}
TABLES = (".csv", ".tsv", ".txt")
TELLTALE: dict[str, Kind] = {
    "pages": "layout",
    "styles": "layout",
    "do": "plan",
    "sessions": "plan",
    "weeks": "plan",
    "cues": "exercise",
    "dose": "exercise",
    "purpose": "exercise",
    "name": "exercise",
    "title": "plan",
}


def check_file(path: Path, folders: Folders, advice: bool = False) -> tuple[Problem, ...]:
    """All problems of a file and of what it uses; with `advice`, what could be better in a plan or exercise, too."""
    from planbuilder.load.files import read
    from planbuilder.load.nodes import Entries, Items, compose

    source = read(path, str(path))
    if isinstance(source, Problem):
        return (source,)
    if path.suffix.lower() in TABLES:
        return _roster(source, path, folders)
    node, problems = compose(source)
    keys = [key.text for key, _ in node.entries] if isinstance(node, Entries) else []
    kind = kind_of(path, keys) or ("roster" if isinstance(node, Items) else None)
    if has_errors(problems):
        return problems
    if kind is None:
        hint = "a plan has a title and something to do; an exercise has a name and cues; a roster is a list of runners"
        return (error(None, "{file} is neither a plan, an exercise, a layout nor a roster.", hint, file=str(path)),)
    problems = _CHECKS[kind](source, path, folders)
    if advice and not has_errors(problems) and kind in _ADVICE:
        problems += _ADVICE[kind](source, path, folders)
    return problems


def kind_of(path: Path, keys: list[str]) -> Kind | None:
    """What a file is: by the folder it lies in, else by the keys it has."""
    homes = [part for part in path.absolute().parent.parts if part in HOMES or part == "fonts"]
    if homes:
        named = BY_NAME.get((homes[-1], path.stem))
        if named or homes[-1] in HOMES:
            return named or HOMES[homes[-1]]
    return next((kind for key, kind in TELLTALE.items() if key in keys), None)


def _plan(source: Source, path: Path, folders: Folders) -> tuple[Problem, ...]:  # noqa: ARG001
    from planbuilder.load.characters import uncovered
    from planbuilder.load.fonts import load_fonts
    from planbuilder.load.library import Library
    from planbuilder.load.plans import load_plan
    from planbuilder.paint.faces import Faces
    from planbuilder.resolve import resolve

    library = Library(folders)
    plan, problems = load_plan(source, library)
    if plan is not None and not has_errors(problems):
        problems += resolve(plan, library, Choices())[1]
    typefaces, found = load_fonts(folders)
    problems += found
    if typefaces is not None:
        problems += uncovered((source, *library.sources), Faces(typefaces).covers)
    return (*problems, *library.problems)


def _exercise(source: Source, path: Path, folders: Folders) -> tuple[Problem, ...]:
    from planbuilder.load.characters import uncovered
    from planbuilder.load.fonts import load_fonts
    from planbuilder.load.library import Library
    from planbuilder.paint.faces import Faces

    library = Library(folders)
    library.exercise_in(source, path.stem)
    typefaces, problems = load_fonts(folders)
    if typefaces is not None:
        problems += uncovered((source,), Faces(typefaces).covers)
    return (*problems, *library.problems)


def _layout(source: Source, path: Path, folders: Folders) -> tuple[Problem, ...]:  # noqa: ARG001
    from planbuilder.load.icons import load_icons, strange_icons
    from planbuilder.load.layouts import load_layout, theme_names
    from planbuilder.resolve.cascade import cascade

    spec, problems, _ = load_layout(path.stem, folders)
    if spec is not None:
        problems += strange_icons(spec, load_icons(folders)[0])
    if spec is None or has_errors(problems) or not spec.pages:
        return problems  # without pages it is only there to be extended
    for theme in (None, *theme_names(spec)):
        problems += cascade(spec, Choices(layout=path.stem, theme=theme))[1]
    return problems


def _icons(source: Source, path: Path, folders: Folders) -> tuple[Problem, ...]:  # noqa: ARG001
    from planbuilder.load.icons import load_icons

    return load_icons(folders)[1]


def _fonts(source: Source, path: Path, folders: Folders) -> tuple[Problem, ...]:  # noqa: ARG001
    from planbuilder.load.fonts import load_fonts

    return load_fonts(folders)[1]


def _catalogue(source: Source, path: Path, folders: Folders) -> tuple[Problem, ...]:  # noqa: ARG001
    from planbuilder.load.library import Library

    library = Library(folders)
    library.equipment()
    library.faults()
    library.panels()
    return library.problems


def _roster(source: Source, path: Path, folders: Folders) -> tuple[Problem, ...]:  # noqa: ARG001
    """What can be said without the plan: whether it has these levels is seen when it is built."""
    from planbuilder.load.characters import unprintable
    from planbuilder.load.fonts import load_fonts
    from planbuilder.load.library import Library
    from planbuilder.load.roster import load_roster
    from planbuilder.paint.faces import Faces

    library = Library(folders)
    runners, problems = load_roster(source, library, None)
    typefaces, found = load_fonts(folders)
    problems += found
    if typefaces is not None:
        covers = Faces(typefaces).covers
        problems += tuple(p for one in runners for p in unprintable(one.name.text, one.name.place, covers))
    return (*problems, *library.problems)


def _advise_plan(source: Source, path: Path, folders: Folders) -> tuple[Problem, ...]:  # noqa: ARG001
    from planbuilder.load.library import Library
    from planbuilder.load.plans import load_plan
    from planbuilder.resolve.substitution import Kit
    from planbuilder.review.advice import advise_plan
    from planbuilder.review.rehearsal import rehearsed

    library = Library(folders)
    plan, _ = load_plan(source, library)
    if plan is None:
        return ()
    drafts, _ = rehearsed(plan, library, Choices(), Kit())
    return tuple(advise_plan(plan, drafts, library.equipment()))


def _advise_exercise(source: Source, path: Path, folders: Folders) -> tuple[Problem, ...]:
    from planbuilder.load.library import Library
    from planbuilder.review.advice import advise_exercise

    library = Library(folders)
    exercise = library.exercise_in(source, path.stem)
    return tuple(advise_exercise(exercise, library.equipment())) if exercise else ()


_ADVICE = {"plan": _advise_plan, "exercise": _advise_exercise}

_CHECKS = {
    "plan": _plan,
    "exercise": _exercise,
    "layout": _layout,
    "icons": _icons,
    "fonts": _fonts,
    "equipment": _catalogue,
    "faults": _catalogue,
    "panels": _catalogue,
    "roster": _roster,
}
