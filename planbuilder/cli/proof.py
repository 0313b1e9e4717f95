"""planbuilder proof: what a plan will look like to a printer and to eyes, page by page, before paper is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planbuilder.cli.build import built_each, extent
from planbuilder.cli.options import LibraryOption, PlanArgument, folders, with_choices
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.report import counted, patience, stops
from planbuilder.geometry import MM
from planbuilder.model.choices import Choices
from planbuilder.problems import Problem, error

if TYPE_CHECKING:
    from planbuilder.build import Prints
    from planbuilder.paint.read_back import Font
    from planbuilder.prepress.proof import Proof


Row = tuple[str, str, str, str, str, str, str, str]
HEADINGS: Row = ("page", "", "smallest type", "margin", "ink", "contrast", "code", "pictures")


@with_choices
def proof(plan: PlanArgument, choices: Choices, library: LibraryOption = None) -> None:
    """Measure the pages before you print them: type, margins, ink, contrast.

    The exit code is 1 when something is too small, too near the edge, too pale or overlaps.

    Example: planbuilder proof six-weeks-to-steady-hips --theme ink-saver
    """
    every = built_each(plan, choices, folders(library))
    problems = [problem for prints in every for problem in _looked_over(prints)]
    if stops(problems):
        raise Stopped(Exit.FILES, f"Not ready to print: {counted(problems)}.")
    print("Ready to print: every font is in the file, nothing too small, too pale, too near the edge or overlapping.")


def _looked_over(prints: Prints) -> Iterator[Problem]:
    """Print what a layout's pages measure; what is wrong with them."""
    from planbuilder.paint.read_back import fonts_in
    from planbuilder.prepress.proof import Floors, by_pages, proof

    design = prints.design
    floors = Floors(design.floor, design.contrast)
    with patience("Measuring"):
        sheets = [proof(page, floors, prints.faces) for page in prints.pages]
        fonts = fonts_in(prints.pdf())
    print(f"{design.title}: {extent(prints)}")
    print(f"Fonts: {', '.join(font.name for font in fonts)}")
    for row in _table(sheets):
        print(row)
    yield from _missing(fonts)
    yield from by_pages(sheets)


def _missing(fonts: Sequence[Font]) -> Iterator[Problem]:
    for font in fonts:
        if not font.carried:
            pattern = "The font {font} is not in the PDF: each printer would take another one in its place."
            yield error(None, pattern, font=font.name)


def _table(sheets: Sequence[Proof]) -> Iterator[str]:
    """One row a page; a column only where there is something of the kind."""
    rows = [HEADINGS, *(_row(number, sheet) for number, sheet in enumerate(sheets, 1))]
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
    kept = [k for k, column in enumerate(zip(*rows[1:], strict=True)) if any(column)]
    for row in rows:
        cells = (row[k].ljust(wide[k]) if k == 1 else row[k].rjust(wide[k]) for k in kept)
        yield "  ".join(cells).rstrip()


def _row(number: int, sheet: Proof) -> Row:
    return (
        str(number),
        sheet.page.label,
        _said("{:.3g} pt", sheet.type.worst),
        _said("{:.1f} mm", sheet.margin.worst, MM),
        _said("{:.0f} %", sheet.ink.worst, 0.01),
        _said("{:.1f} : 1", sheet.contrast.worst),
        _said("{:.2f} mm", sheet.code.worst, MM),
        _said("{:.0f} dpi", sheet.picture.worst),
    )


def _said(pattern: str, value: float | None, unit: float = 1.0) -> str:
    return "" if value is None else pattern.format(value / unit)
