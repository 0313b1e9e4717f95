"""Figures for whoever makes them: one explained, all words of the language, all figures as a contact sheet or a quiz."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from planbuilder.model.choices import Choices
from planbuilder.model.pages import Facts, Page
from planbuilder.problems import Problem, error, has_errors

if TYPE_CHECKING:
    from planbuilder.build import Prints
    from planbuilder.figures.lettering import Lettering
    from planbuilder.load.files import Folders
    from planbuilder.load.library import Library
    from planbuilder.model.design import Design
    from planbuilder.model.exercise import Exercise
    from planbuilder.model.pages import Drawing

Problems = tuple[Problem, ...]
GUIDE = "write figure: with a start; planbuilder figure --poses shows what to start from"


class Desk:
    """What every sheet of figures needs: a design for its colours, faces for its captions, the shelf of exercises."""

    def __init__(self, folders: Folders, design: Design, pen: Lettering) -> None:
        from planbuilder.load.library import Library

        self.library: Library = Library(folders)
        self.design = design
        self.pen = pen

    def prints(self, pages: tuple[Page, ...], title: str) -> Prints:
        """Finished pages."""
        from planbuilder.build import Prints

        return Prints(pages, Facts(title), self.pen.measure, self.design)
