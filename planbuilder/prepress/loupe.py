"""A finished page under the loupe: each mark with its box and the ink it takes, each line of words with its ground."""

from __future__ import annotations

from collections.abc import Sequence

from planbuilder.colour import WHITE, contrast
from planbuilder.geometry import Point, Rect
from planbuilder.model.measure import Measure
from planbuilder.model.pages import Glyphs, Mark, Page, Path
from planbuilder.prepress.ink import Surface, blackened, box, capitals, surface
from planbuilder.records import record

ALONG = (0.02, 0.5, 0.98)
"""Where along a line of words its ground is looked at."""


@record
class Seen:
    """A mark that leaves ink: the box around it, and how many square points of paper it blackens."""

    mark: Mark
    box: Rect
    ink: float


@record
class Written:
    """A line of words: its box from baseline to capital height, and how well it stands out where it does so least."""

    line: Glyphs
    box: Rect
    contrast: float


@record
class Loupe:
    """All that is seen of a page, in paint order."""

    page: Page
    marks: tuple[Seen, ...]
    words: tuple[Written, ...]


def look(page: Page, measure: Measure) -> Loupe:
    """What a page shows: words with the surfaces below them, everything with its box."""
    marks: list[Seen] = []
    words: list[Written] = []
    surfaces: list[Surface] = []
    for mark in page.marks:
        place = box(mark, measure)
        if place is None:
            pass
        elif isinstance(mark, Glyphs):
            high = capitals(mark, measure)
            grounds = [_colour_at(spot, surfaces) for spot in _along(high)]
            words.append(Written(mark, high, min(contrast(mark.colour, ground) for ground in grounds)))
            marks.append(Seen(mark, place, blackened(mark, grounds[0], measure)))
        else:
            marks.append(Seen(mark, place, blackened(mark, _colour_at(_middle(place), surfaces), measure)))
        if isinstance(mark, Path) and (filled := surface(mark)):
            surfaces.append(filled)
    return Loupe(page, tuple(marks), tuple(words))


def _colour_at(spot: Point, surfaces: Sequence[Surface]) -> str:
    """The colour of the last surface painted there, or that of the paper."""
    return next((found.colour for found in reversed(surfaces) if found.holds(spot)), WHITE)


def _middle(place: Rect) -> Point:
    return Point(place.x + place.width / 2, place.y + place.height / 2)


def _along(place: Rect) -> list[Point]:
    """Spots along the top and the foot of a line of words, a little inside."""
    heights = (place.y + 0.05 * place.height, place.bottom - 0.05 * place.height)
    return [Point(place.x + share * place.width, y) for y in heights for share in ALONG]
