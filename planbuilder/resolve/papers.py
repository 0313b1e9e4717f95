"""Papers by name or by size: what a layout asks for, and the sheet of the same kind that the caller has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from planbuilder.geometry import MM, UNITS, Size
from planbuilder.problems import Place, Problem, error, nearest

INCH = UNITS["in"]
PAPERS: Mapping[str, Size] = {
    "a3": Size(297 * MM, 420 * MM),
    "a4": Size(210 * MM, 297 * MM),
    "a5": Size(148 * MM, 210 * MM),
    "a6": Size(105 * MM, 148 * MM),
    "letter": Size(8.5 * INCH, 11 * INCH),
    "legal": Size(8.5 * INCH, 14 * INCH),
    "tabloid": Size(11 * INCH, 17 * INCH),
    "half-letter": Size(5.5 * INCH, 8.5 * INCH),
    "quarter-letter": Size(4.25 * INCH, 5.5 * INCH),
    "4x6": Size(4 * INCH, 6 * INCH),
    "3x5": Size(3 * INCH, 5 * INCH),
}
# A sheet and what stands for it in the other part of the world.
KIN = {"a3": "tabloid", "a4": "letter", "a5": "half-letter", "a6": "quarter-letter"}
METRIC = {inches: metric for metric, inches in KIN.items()}
STANDS_FOR = {"letter": KIN, "a4": METRIC}
TURNS = ("portrait", "landscape")
SMALLEST, LARGEST = 40 * MM, 2000 * MM

_SIZE = re.compile(r"(\d{1,4}(?:\.\d{1,3})?) ?[x×] ?(\d{1,4}(?:\.\d{1,3})?) ?(mm|cm|in)", re.IGNORECASE)


class Paper(NamedTuple):
    """A sheet of paper: its name in layouts, its size as it is turned, and whether it is measured in inches.

    `turn` is empty where nobody said how it is turned.
    """

    name: str
    size: Size
    inches: bool = False
    turn: str = ""

    @property
    def shown(self) -> str:
        """What a reader calls it: A4, Letter, 4 × 6 in."""
        if self.name in PAPERS and self.name[:1].isalpha():
            return self.name.upper() if len(self.name) == 2 else self.name.capitalize().replace("-", " ")
        unit = "in" if self.inches else "mm"
        sides = (f"{side / UNITS[unit]:.4g}" for side in self.size)
        return f"{' × '.join(sides)} {unit}"

    def turned(self, turn: str) -> Paper:
        """The same sheet, turned as asked."""
        width, height = sorted(self.size)
        if turn == "landscape":
            width, height = height, width
        return self._replace(size=Size(width, height), turn=turn) if turn else self


def paper_of(text: str) -> Paper | None:
    """The paper of a name, or a size like 100x150mm, with the way it is turned after it; None where there is none."""
    words = " ".join(text.lower().split())
    name, _, turn = words.rpartition(" ")
    if turn not in TURNS:
        name, turn = words, ""
    if name in PAPERS:
        return Paper(name, PAPERS[name], inches=not name.startswith("a")).turned(turn)
    found = _SIZE.fullmatch(name)
    if not found:
        return None
    unit = found[3].lower()
    size = Size(float(found[1]) * UNITS[unit], float(found[2]) * UNITS[unit])
    if min(size) < SMALLEST or max(size) > LARGEST:
        return None
    return Paper(name.replace(" ", ""), size, inches=unit == "in").turned(turn)


def asked(own: Paper, other: Paper) -> Paper:
    """The sheet for a layout made for its own paper where the caller has another: the same kind, turned the same way.

    Letter stands for A4: a layout for A3 then takes Tabloid, one for A6 a quarter of a Letter sheet.
    """
    name = STANDS_FOR.get(other.name, {}).get(own.name, other.name)
    same = Paper(name, PAPERS[name], other.inches) if name in PAPERS else other
    return same.turned(other.turn or own.turn)


def kin_of(card: Paper, sheet: Paper) -> Paper:
    """A card's own size on a sheet from its part of the world, else that of its kin."""
    name = KIN.get(card.name, card.name) if sheet.inches else METRIC.get(card.name, card.name)
    return Paper(name, PAPERS[name], sheet.inches).turned(card.turn) if name in PAPERS else card


def no_paper(place: Place | None, text: str) -> Problem:
    """The error about a paper that there is not."""
    values = {"name": text, "papers": ", ".join(PAPERS), "meant": _meant(text)}
    hint = "did you mean {meant}?" if values["meant"] else "write one of {papers}, or a size like 100x150mm"
    sized = _SIZE.fullmatch(text.lower())
    if sized:
        hint = "a paper is between 40 mm and 2 m wide and high"
    return error(place, 'There is no paper "{name}".', hint, **values)


def _meant(text: str) -> str:
    """A paper that is like what was written: turned in the right place, with a unit, or the nearest by name."""
    words = text.lower().split()
    tries = [" ".join(sorted(words, key=TURNS.__contains__)), *(f"{''.join(words)}{unit}" for unit in ("mm", "cm"))]
    return next(filter(paper_of, tries), nearest(text.lower(), PAPERS) or "")
