"""Text to records as written: the only stage that reads disk and knows YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planbuilder.problems import Problem, Source
from planbuilder.records import record

if TYPE_CHECKING:
    from planbuilder.load.files import Folders
    from planbuilder.load.library import Library
    from planbuilder.model.layout_spec import LayoutSpec
    from planbuilder.model.pages import Drawing
    from planbuilder.model.plan import Plan
    from planbuilder.model.roster import Runner
    from planbuilder.model.typeface import Catalogue


@record
class Loaded:
    """All that one build reads. The library opens an exercise when it is first asked for."""

    plan: Plan
    library: Library
    layout: LayoutSpec
    typefaces: Catalogue
    icons: Mapping[str, Drawing]
    plan_sources: tuple[Source, ...]
    layout_sources: tuple[Source, ...]
    other_layouts: tuple[LayoutSpec, ...] = ()
    runners: tuple[Runner, ...] = ()

    def sources(self) -> tuple[Source, ...]:
        """Every file read so far that holds words to print."""
        return (*self.plan_sources, *self.library.sources, *self.layout_sources)


def load(plan: str, layout: str, folders: Folders, roster: str = "") -> tuple[Loaded | None, tuple[Problem, ...]]:
    """Read a plan (a path or a name), layouts by name, the fonts, the icons and, where one is named, a roster.

    None where something is missing.
    """
    from planbuilder.load.fonts import load_fonts
    from planbuilder.load.icons import load_icons, strange_icons
    from planbuilder.load.layouts import load_layouts
    from planbuilder.load.library import Library
    from planbuilder.load.plans import find_plan, load_plan

    library = Library(folders)
    source = find_plan(plan, folders)
    if isinstance(source, Problem):
        return None, (source,)
    written, problems = load_plan(source, library)
    specs, found, layout_sources = load_layouts(layout, folders)
    problems += found
    typefaces, found = load_fonts(folders)
    problems += found
    icons, found = load_icons(folders)
    problems += (*found, *(problem for spec in specs for problem in strange_icons(spec, icons)))
    runners, found = _runners(roster, written, library) if roster else ((), ())
    problems += found
    if written is None or not specs or typefaces is None:
        return None, problems + library.problems
    sources = written.sources
    return Loaded(written, library, specs[0], typefaces, icons, sources, layout_sources, specs[1:], runners), problems


def _runners(roster: str, plan: Plan | None, library: Library) -> tuple[tuple[Runner, ...], tuple[Problem, ...]]:
    from planbuilder.load.roster import find_roster, load_roster

    source = find_roster(roster, library.folders)
    return ((), (source,)) if isinstance(source, Problem) else load_roster(source, library, plan)
