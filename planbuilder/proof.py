"""Finished pages to a print proof: what can be measured of each page, and every floor that it breaks.

A floor is what print and eyes need: type that can be read, ink that a printer can reach, words that stand out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from planbuilder.geometry import MM, Rect
from planbuilder.ink import overlap
from planbuilder.loupe import Loupe, Written, look
from planbuilder.model.measure import Measure
from planbuilder.model.pages import Glyphs, Group, Mark, Page, Path, Picture
from planbuilder.problems import Problem, error

M = TypeVar("M", bound=Mark)
Pixels = Callable[[str], tuple[int, int]]
"""Width and height of the picture in a file."""

REACH = 5 * MM
TRIMMED = 3 * MM
CODE = 18 * MM
MODULE = 0.4 * MM
QUIET = 4
DOTS = 150.0
INCH = 72.0
EPS = 0.1
TOUCH = 0.5


class Floors(NamedTuple):
    """What a layout promises: its smallest type in points, and how much words stand out from their ground."""

    type: float
    contrast: float


class Finding(NamedTuple):
    """The worst of its kind on a page, None where there is nothing of the kind; and what is wrong with it."""

    worst: float | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found on a page.

    Points for `type`, `margin` and the module of a `code`; a share of the paper for `ink`; dots an inch for `picture`.
    """

    page: Page
    type: Finding
    margin: Finding
    ink: Finding
    contrast: Finding
    overlap: Finding
    code: Finding
    picture: Finding

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong with the page."""
        found = (self.type, self.margin, self.contrast, self.overlap, self.code, self.picture)
        return tuple(problem for finding in found for problem in finding.problems)


def proof(page: Page, floors: Floors, measure: Measure, pixels: Pixels) -> Proof:
    """One page, measured and judged."""
    loupe = look(page, measure)
    return Proof(
        page,
        type=_type(loupe, floors.type),
        margin=_margin(loupe),
        ink=Finding(sum(seen.ink for seen in loupe.marks) / (page.size.width * page.size.height)),
        contrast=_contrast(loupe, floors.contrast),
        overlap=_overlap(loupe),
        code=_code(loupe),
        picture=_picture(loupe, pixels),
    )


def by_pages(proofs: Iterable[Proof]) -> tuple[Problem, ...]:
    """The problems of all pages, each told once with the pages it is on."""
    found: dict[str, tuple[Problem, list[int]]] = {}
    for number, sheet in enumerate(proofs, 1):
        for problem in dict.fromkeys(p.message for p in sheet.problems):
            pass
    return ()
