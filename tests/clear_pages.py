"""What is wrong with finished pages, looked at mark by mark: on each other, out of place, too small, or not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from planbuilder.build import Prints
from planbuilder.geometry import MM, Rect
from planbuilder.model.deck import Deck, Line
from planbuilder.model.entries import EMPTY_PLACE
from planbuilder.model.pages import Glyphs, Group, Page, Picture
from planbuilder.prepress.ink import overlap
from planbuilder.prepress.loupe import look
from planbuilder.prepress.proof import Floors, proof

TOUCH = 1.0
OVERHANG = 0.4 * MM
BREAKS = re.compile(r"[\s\u00a0\u202f-]")


def faults(prints: Prints) -> list[str]:
    """What the print proof finds, words on drawings, drawings on drawings, and words beyond the margin."""
    floors = Floors(prints.design.floor, prints.design.contrast)
    found: list[str] = []
    for page in prints.pages:
        found += (problem.message for problem in proof(page, floors, prints.faces).problems)
        seen = look(page, prints.faces)
        words = [(written.line.words, written.box) for written in seen.words]
        drawn = [(type(s.mark).__name__, s.box) for s in seen.marks if isinstance(s.mark, (Group, Picture))]
        found += _covering(drawn, words)
        found += (f'"{said}" stands in the margin' for said in _astray(prints, words))
    return found


def _covering(drawn: list[tuple[str, Rect]], words: list[tuple[str, Rect]]) -> Iterator[str]:
    for k, (name, box) in enumerate(drawn):
        for other, place in (*words, *drawn[k + 1 :]):
            shared = overlap(box, place)
            if shared and min(shared.width, shared.height) > TOUCH:
                yield f'a {name} and "{other}" lie on each other'


def _astray(prints: Prints, words: Iterable[tuple[str, Rect]]) -> Iterator[str]:
    """Words that do not stand inside the margins of one of the slots of their sheet."""
    design, imposition = prints.design, prints.design.imposition
    corners = (imposition.corner(*slot) for slot in imposition.slots())
    side = min(design.margin.start, design.margin.end) - OVERHANG
    end = min(design.margin.top, design.margin.bottom) - OVERHANG  # pages of a folded sheet stand on their heads
    width, height = imposition.page
    slots = [Rect(x + side, y + end, width - 2 * side, height - 2 * end) for x, y in corners]
    for said, box in words:
        if not any(slot.x <= box.x and box.right <= slot.right for slot in slots) or not any(
            slot.y <= box.y and box.bottom <= slot.bottom for slot in slots
        ):
            yield said


def said_on(page: Page) -> str:
    """All words of a page without spaces and hyphens, a mark a line: the same however they were broken into lines."""
    return "\n".join(BREAKS.sub("", mark.words) for mark in page.marks if isinstance(mark, Glyphs))


def saying(words: str) -> re.Pattern[str]:
    """What finds some words, on however many lines; a number is not found inside a longer one."""
    return re.compile(r"(?<!\d)" + r"\n?".join(map(re.escape, BREAKS.sub("", words))) + r"(?!\d)")


def to_be_found(deck: Deck, ends: bool) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The names of every exercise with the words of each of its doses, or of the first and last week's."""
    lines: dict[str, list[Line]] = {}
    for row in deck.workouts:
        for line in (line for workout in row if workout for line in workout.lines):
            lines.setdefault(line.key, []).append(line)
    for weeks in lines.values():
        for line in (weeks[0], weeks[-1]) if ends else weeks:
            names = tuple(filter(None, (line.move.name, line.move.short)))
            for dose in line.doses:
                yield names, (dose.amount, dose.amount_spoken) if dose.amount != EMPTY_PLACE else ("",)


def missing(deck: Deck, pages: Iterable[Page], ends: bool = False) -> list[str]:
    """Every exercise with a dose of it where no page says both."""
    said = [said_on(page) for page in pages]
    return [
        f"{names[0]}: {amounts[0]}"
        for names, amounts in dict.fromkeys(to_be_found(deck, ends))
        if not _together(said, list(map(saying, names)), list(map(saying, amounts)))
    ]


def _together(said: list[str], names: list[re.Pattern[str]], amounts: list[re.Pattern[str]]) -> bool:
    return any(any(name.search(page) for name in names) and any(a.search(page) for a in amounts) for page in said)
