"""Solved bodies to marks: strokes with round ends in a square of 100 units."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from planbuilder.figures.arrange import Placed
from planbuilder.figures.arrows import paint_arrow
from planbuilder.figures.frames import Position
from planbuilder.figures.pen import Line, Sheet, circle, polyline, smooth
from planbuilder.figures.scene import ARM, HEAD, LEG, Scene
from planbuilder.figures.things import paint_behind, paint_front
from planbuilder.figures.view import SQUARE
from planbuilder.geometry import Size
from planbuilder.model.figure import Figure, FigureStyle
from planbuilder.model.pages import Drawing, Step

WHITE = "#FFFFFF"
RIM = 1.0  # the outline of a start position and of a hollow limb


def picture(figure: Figure, placed: Placed, style: FigureStyle, alt: str = "") -> Drawing:
    """The drawing of a figure that is arranged in its square."""
    sheet = Sheet()
    for scene, arrows in placed:
        paint_behind(sheet, figure, scene, style)
        for ghost in scene.ghosts:
            _paint_start(sheet, scene, ghost, style)
        _paint_body(sheet, scene, style)
        paint_front(sheet, figure, scene, style)
        for arrow in arrows:
            paint_arrow(sheet, arrow, style, scene.pen)
    return Drawing("figure", Size(SQUARE, SQUARE), tuple(sheet.marks), alt)


def _soft(points: Line) -> tuple[Step, ...]:
    """A spine: straight where it is, else a soft line."""
    (x0, y0), (x1, y1) = points[0], points[-1]
    length = hypot(x1 - x0, y1 - y0) or 1.0
    off = (abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length for x, y in points[1:-1])
    return smooth(points) if max(off, default=0.0) > 0.4 else polyline((points[0], points[-1]))


def _trunk(lines: Sequence[Line]) -> list[tuple[Step, ...]]:
    return [_soft(lines[0]), *(polyline(x) for x in lines[1:])]


def _paint_body(sheet: Sheet, scene: Scene, style: FigureStyle) -> None:
    body, far, width = scene.shown.body, scene.far_limbs(), style.limb * scene.pen
    behind = [(names, i) for i in far for names in (LEG, ARM)]
    behind += [(ARM, i) for i in (1, 0) if scene.arms_behind() and i not in far]
    lines = [polyline(scene.limb(body, names, i)) for names, i in behind]
    hollow = style.far_limb == "hollow"
    for steps in lines:
        sheet.stroke(steps, width, style.ink if hollow else style.far)
    for steps in lines if hollow else ():
        sheet.stroke(steps, width - 2 * RIM, WHITE)
    for steps in _trunk(scene.trunk(body)):
        sheet.stroke(steps, width, style.ink)
    for i in (1, 0):
        for names in (LEG, ARM):
            if (names, i) not in behind:
                sheet.stroke(polyline(scene.limb(body, names, i)), width, style.ink)
    sheet.fill(circle(scene.spot(body, "head"), HEAD * scene.pen), style.ink)


def _paint_start(sheet: Sheet, scene: Scene, start: Position, style: FigureStyle) -> None:
    spine = scene.trunk(start.body)[0]
    lines = [_soft(points) if points == spine else polyline(points) for points in scene.moved(start)]
    width = style.limb * scene.pen
    if style.start == "dashed":
        for steps in lines:
            sheet.stroke(steps, 1.3, style.ink, (3.2, 2.4), "butt")
        return
    for steps in lines:
        sheet.stroke(steps, width, style.far)
    for steps in lines:
        sheet.stroke(steps, width - 2 * RIM, style.ghost)
