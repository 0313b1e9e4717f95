"""Finished pages to a print proof: what can be measured of each page, and every floor that it breaks.

A floor is what print and eyes need: type that can be read, ink that a printer can reach, words that stand out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from planbuilder.geometry import MM, Rect
from planbuilder.model.measure import Measure
from planbuilder.model.pages import Glyphs, Group, Mark, Page, Path, Picture
from planbuilder.prepress.ink import crosses, overlap
from planbuilder.prepress.loupe import Loupe, Seen, Written, look
from planbuilder.problems import Problem, error
from planbuilder.records import record

REACH = 5 * MM
TRIMMED = 3 * MM
CODE = 18 * MM
MODULE = 0.4 * MM
FEWEST_ROWS = 21
DOTS = 150.0
INCH = 72.0
EPS = 0.1
TOUCH = 0.5
BELOW = 0.08
"""How much of the size below the baseline a line must not touch: there hang the tails of g and p."""
EXAMPLES = ("words", "what", "one", "other")


class Floors(NamedTuple):
    """What a layout promises: its smallest type in points, and how much words stand out from their ground."""

    type: float
    contrast: float


class Finding(NamedTuple):
    """The worst of its kind on a page, None where there is nothing of the kind; and what is wrong with it."""

    worst: float | None
    problems: tuple[Problem, ...] = ()


@record
class Proof:
    """What was found on a page.

    Points for `type`, `margin` and the modules of a `code`; a share of the paper for `ink`; dots an inch for `picture`.
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


def proof(page: Page, floors: Floors, measure: Measure) -> Proof:
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
        picture=_picture(loupe),
    )


def by_pages(proofs: Iterable[Proof]) -> tuple[Problem, ...]:
    """The problems of all pages, each told once with the pages that have it and the words it is about on the first."""
    found: dict[tuple[object, ...], tuple[Problem, list[int]]] = {}
    for number, sheet in enumerate(proofs, 1):
        for problem in sheet.problems:
            kind = (problem.pattern, *(value for name, value in problem.values.items() if name not in EXAMPLES))
            _, numbers = found.setdefault(kind, (problem, []))
            numbers.append(number)
    return tuple(
        replace(problem, pattern=f"{{pages}}: {problem.pattern}", values={**problem.values, "pages": _pages(numbers)})
        for problem, numbers in found.values()
    )


def _pages(numbers: list[int]) -> str:
    """Page numbers in words: Page 3, Pages 1 to 6, Pages 1, 2, 5."""
    first, last = numbers[0], numbers[-1]
    if first == last:
        return f"Page {first}"
    if last - first == len(numbers) - 1 > 1:
        return f"Pages {first} to {last}"
    return "Pages " + ", ".join(map(str, numbers))


def _type(loupe: Loupe, floor: float) -> Finding:
    if not loupe.words:
        return Finding(None)
    small = sorted((w for w in loupe.words if w.line.size < floor - EPS), key=lambda w: w.line.size)
    smallest = min(w.line.size for w in loupe.words)
    if not small:
        return Finding(smallest)
    pattern = '"{words}"{more}: type of {size} pt, and this layout promises {floor} pt or more.'
    hint = "in the layout: a larger size for this style, or less shrink; in the plan: fewer words"
    values = {"words": small[0].line.words, "more": _more(small), "size": f"{smallest:.3g}", "floor": f"{floor:.3g}"}
    return Finding(smallest, (error(None, pattern, hint, **values),))


def _margin(loupe: Loupe) -> Finding:
    edge, need = _edge(loupe.page)
    airs = sorted(((_air(seen.box, edge), seen) for seen in _kept_clear(loupe)), key=lambda found: found[0])
    near = [(air, seen) for air, seen in airs if air < need - EPS]
    if not near:
        return Finding(airs[0][0] if airs else None)
    air, seen = near[0]
    values = {"what": _name(seen.mark), "more": _more(near), "air": _mm(abs(air)), "need": _mm(need)}
    if air < -EPS:
        pattern = "{what}{more} reaches {air} beyond the edge of the page."
        return Finding(air, (error(None, pattern, "in the layout: a smaller size, or a larger margin:", **values),))
    pattern = "{what}{more}: {air} from the edge, where printers do not reach; {need} is needed."
    return Finding(air, (error(None, pattern, "in the layout: a larger margin:", **values),))


def _edge(page: Page) -> tuple[Rect, float]:
    """The edge that words and pictures keep away from, and how far: of the sheet, or of what is cut out of it."""
    if page.bleed and page.trim:
        return page.trim, TRIMMED
    return Rect(0, 0, *page.size), REACH


def _kept_clear(loupe: Loupe) -> Iterator[Seen]:
    """The marks that keep away from the edge: all of them, or what is cut out less the fills that bleed."""
    page = loupe.page
    for seen in loupe.marks:
        bleeds = isinstance(seen.mark, Path) and seen.mark.fill and not seen.mark.stroke
        if not (page.bleed and page.trim) or not (bleeds or overlap(seen.box, page.trim) is None):
            yield seen


def _air(box: Rect, edge: Rect) -> float:
    return min(box.x - edge.x, box.y - edge.y, edge.right - box.right, edge.bottom - box.bottom)


def _contrast(loupe: Loupe, floor: float) -> Finding:
    if not loupe.words:
        return Finding(None)
    pale = sorted((w for w in loupe.words if w.contrast < floor), key=lambda w: w.contrast)
    worst = min(w.contrast for w in loupe.words)
    if not pale:
        return Finding(worst)
    pattern = '"{words}"{more}: a contrast of {contrast} to 1 with what is behind; this layout promises {floor} to 1.'
    hint = "in the layout: a darker colour for the words, or a lighter fill for the ground"
    values = {"words": pale[0].line.words, "more": _more(pale), "contrast": f"{worst:.2g}", "floor": f"{floor:.3g}"}
    return Finding(worst, (error(None, pattern, hint, **values),))


def _overlap(loupe: Loupe) -> Finding:
    """Lines of words that lie on each other, by the height of their capitals, and those that a line runs through."""
    pairs = list(_touching(sorted(loupe.words, key=lambda w: w.box.y)))
    struck = list(_struck(loupe))
    problems = []
    if pairs:
        one, other = (written.line.words for written in pairs[0])
        pattern = '"{one}" and "{other}" lie on each other{more}.'
        hint = "in the layout: a wider column, or min-height: in place of height:"
        problems.append(error(None, pattern, hint, one=one, other=other, more=_more(pairs)))
    if struck:
        pattern = 'A line runs through "{words}"{more}.'
        hint = "in the layout: pad: or before: between the words and the line, or min-height: in place of height:"
        problems.append(error(None, pattern, hint, words=struck[0].line.words, more=_more(struck)))
    return Finding(float(len(pairs) + len(struck)), tuple(problems))


def _struck(loupe: Loupe) -> Iterator[Written]:
    lines = [(seen.mark, seen.box) for seen in loupe.marks if isinstance(seen.mark, Path) and seen.mark.stroke]
    for written in loupe.words:
        x, y, width, height = written.box
        below = BELOW * written.line.size
        core = Rect(x + TOUCH, y + TOUCH, width - 2 * TOUCH, height - TOUCH + below)
        if any(overlap(box, core) and crosses(path, core) for path, box in lines):
            yield written


def _touching(words: list[Written]) -> Iterator[tuple[Written, Written]]:
    """Pairs that overlap, out of lines from the top down: below its foot nothing touches a line any more."""
    for k, upper in enumerate(words):
        for lower in words[k + 1 :]:
            if lower.box.y >= upper.box.bottom:
                break
            shared = overlap(upper.box, lower.box)
            if shared and min(shared.width, shared.height) > TOUCH:
                yield upper, lower


def _code(loupe: Loupe) -> Finding:
    codes = [(seen.box.width, module) for seen in loupe.marks if (module := _module(seen.mark))]
    if not codes:
        return Finding(None)
    worst = min(module for _, module in codes)
    small = [side for side, module in codes if module < MODULE - EPS / 10 or side < CODE - EPS]
    if not small:
        return Finding(worst)
    pattern = "The code is {side} wide with modules of {module}: phones need {least} and {smallest}."
    hint = "in the layout: a larger size: for the code; in the plan: a shorter address"
    values = {"side": _mm(min(small)), "module": _mm(worst, 2), "least": _mm(CODE), "smallest": _mm(MODULE, 2)}
    return Finding(worst, (error(None, pattern, hint, **values),))


def _module(mark: Mark) -> float | None:
    """The height of a module if this is a QR code: one figure of nothing but filled boxes, all of them equally high."""
    if not isinstance(mark, Path) or mark.role != "figure" or any(name != "R" for name, _ in mark.steps):
        return None
    heights = [numbers[3] for _, numbers in mark.steps]
    return heights[0] if len(heights) >= FEWEST_ROWS and max(heights) - min(heights) < EPS / 10 else None


def _picture(loupe: Loupe) -> Finding:
    pictures = [seen.mark for seen in loupe.marks if isinstance(seen.mark, Picture)]
    dots = sorted(((_dots(picture), picture) for picture in pictures), key=lambda found: found[0])
    if not dots or dots[0][0] >= DOTS:
        return Finding(dots[0][0] if dots else None)
    worst, picture = dots[0]
    pattern = "{what}: {dots:.0f} dots an inch; under {least:.0f} it prints blurred."
    hint = "take the picture in a larger size, or print it smaller"
    return Finding(worst, (error(None, pattern, hint, what=_name(picture), dots=worst, least=DOTS),))


def _dots(picture: Picture) -> float:
    """Pixels an inch, in the direction that has fewer."""
    wide, high = picture.raster.size
    return min(wide * INCH / picture.box.width, high * INCH / picture.box.height)


def _name(mark: Mark) -> str:
    """What a coach would call it."""
    match mark:
        case Glyphs():
            return f'"{mark.words}"'
        case Picture():
            return f'The picture "{mark.alt}"' if mark.alt else "A picture"
        case Group():
            return f'The drawing "{mark.drawing.alt}"' if mark.drawing.alt else "A drawing"
        case Path(fill=None):
            return "A line"
        case _:
            return "A filled area"


def _more(found: Iterable[object]) -> str:
    others = len(list(found)) - 1
    return f" (and {others} more)" if others else ""


def _mm(points: float, places: int = 1) -> str:
    return f"{round(points / MM, places):g} mm"
