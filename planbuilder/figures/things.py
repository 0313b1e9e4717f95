"""Things painted: floor, mat and furniture behind the body, what is held, worn or pulled in front of it."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot
from typing import NamedTuple

from planbuilder.figures.furniture import Block, Room, blocks, joints_named, middle, outlines, pack_corners, weight_spot
from planbuilder.figures.pen import Line, Sheet, circle, polyline, rounded
from planbuilder.figures.scene import Scene
from planbuilder.figures.skeleton import Skeleton
from planbuilder.figures.touch import joints_of
from planbuilder.figures.vectors import Vec, between, dot
from planbuilder.figures.view import FLOOR, LEFT, RIGHT, Spot
from planbuilder.model.figure import Figure, FigureStyle, Prop

EDGE = 1.8  # the outline of furniture
SLOPE = 0.2
WHITE = "#FFFFFF"
FACES: tuple[tuple[Vec, tuple[int, int, int, int]], ...] = (  # which way a face looks, and its corners
    ((1.0, 0.0, 0.0), (4, 6, 7, 5)),
    ((-1.0, 0.0, 0.0), (0, 2, 3, 1)),
    ((0.0, 1.0, 0.0), (2, 6, 7, 3)),
    ((0.0, -1.0, 0.0), (0, 4, 5, 1)),
    ((0.0, 0.0, 1.0), (1, 5, 7, 3)),
)
BANDS = {
    "thighs": ("hip", "knee", 0.7),
    "knees": ("hip", "knee", 0.92),
    "ankles": ("knee", "ankle", 0.85),
    "feet": ("ankle", "toe", 0.5),
}


class Painting(NamedTuple):
    """What a thing is painted on, and with."""

    sheet: Sheet
    scene: Scene
    style: FigureStyle

    @property
    def body(self) -> Skeleton:
        """The body shown."""
        return self.scene.shown.body

    def put(self, p: Vec) -> Spot:
        """A point in space in the square."""
        return self.scene.frame.put(self.scene.eye.flat(p))

    def spot(self, words: str) -> Spot:
        """Where the parts named are in the square."""
        return self.put(middle(self.body, words, self.scene.build.near))

    def furniture(self, points: Line, radius: float) -> None:
        """An outlined shape with a pale fill."""
        self.sheet.fill(rounded(points, radius), self.style.prop, self.style.slate, EDGE)


def paint_behind(sheet: Sheet, figure: Figure, scene: Scene, style: FigureStyle) -> None:
    """The floor, and what stands behind the body."""
    on, room = Painting(sheet, scene, style), Room(figure, scene.all, scene.eye)
    _floor(on, {p.name for p in figure.props})
    for prop in figure.props:
        for block in blocks(prop, room):
            _block(on, block)
        for points in outlines(prop, room):
            _outline(on, prop, [scene.frame.put(p) for p in points])
        if prop.name in BEHIND:
            BEHIND[prop.name](on, prop)


def paint_front(sheet: Sheet, figure: Figure, scene: Scene, style: FigureStyle) -> None:
    """What is held, worn or pulled."""
    for prop in figure.props:
        if prop.name in FRONT:
            FRONT[prop.name](Painting(sheet, scene, style), prop)


# ---- the ground


def _floor(on: Painting, names: set[str]) -> None:
    scene, body = on.scene, on.body
    spots = [scene.spot(body, n) for n in body.joints]
    spots += [scene.spot(g.body, n) for g in scene.ghosts for n in g.body.joints]
    left, right = min(x for x, _ in spots) - 9, max(x for x, _ in spots) + 9
    y, shared = FLOOR, scene.pen < 1
    if scene.eye.tilt >= 3 and scene.shown.posture.body == "upright" and "mat" not in names:
        y = min(y, _soles(on))
    elif shared:
        y = scene.frame.y if scene.eye.tilt < 3 else max(y for _, y in spots) + on.style.limb / 2 * scene.pen
    if "hill" in names:
        x, y = max((scene.spot(body, f"toe{i}") for i in (0, 1)), key=lambda p: p[1])
        y += on.style.limb / 2
        slope = [(LEFT, min(99.0, y + (x - LEFT) * SLOPE)), (RIGHT, y - (RIGHT - x) * SLOPE)]
        on.sheet.stroke(polyline(slope), EDGE, on.style.slate)
    elif "mat" in names:
        a, b = max(LEFT, left), min(RIGHT, right)
        shape = rounded([(a, y), (b, y), (b, y + 3.4), (a, y + 3.4)], 1.7)
        on.sheet.fill(shape, on.style.prop, on.style.slate, 1.4)
    else:
        ends = (left, right) if shared else (LEFT, RIGHT)
        on.sheet.stroke(polyline([(ends[0] + 0.9, y), (ends[1] - 0.9, y)]), EDGE, on.style.slate)


def _soles(on: Painting) -> float:
    """How low the strokes reach that rest on the floor: seen from above, the floor is where the body stands."""
    rests = [name for touch in on.scene.shown.posture.touches if touch.support == "floor" for name in joints_of(touch)]
    return max((on.scene.spot(on.body, name)[1] for name in rests), default=FLOOR) + on.style.limb / 2 * on.scene.pen


# ---- furniture


def _block(on: Painting, block: Block) -> None:
    corners = [on.put(c) for c in block.corners()]
    for normal, face in FACES:
        if dot(normal, on.scene.eye.near) > 0.02:
            on.furniture([corners[i] for i in face], 2.0 if on.scene.eye.tilt < 3 else 1.0)


def _outline(on: Painting, prop: Prop, points: Line) -> None:
    if prop.name == "chair" and not prop.word("beside"):
        _chair(on, points)
    else:
        on.furniture(points, 1.2 if prop.name in ("wall", "mirror") else 4.0)
    if prop.name == "mirror":
        (x, y), (_, top), (far, _), _ = points
        lines = [
            (x + (far - x) * a, top + (y - top) * b) for a, b in ((0.3, 0.35), (0.7, 0.25), (0.3, 0.48), (0.7, 0.38))
        ]
        on.sheet.stroke((*polyline(lines[:2]), *polyline(lines[2:])), 1.2, on.style.slate)


def _chair(on: Painting, points: Line) -> None:
    """Back, seat and legs as lines."""
    foot, top, _, seat, front, ground = points
    slab = [(foot[0], seat[1]), front, (front[0], front[1] + 3.2), (foot[0], seat[1] + 3.2)]
    inner = 1.2 if front[0] > foot[0] else -1.2
    legs = [[foot, (foot[0], top[1])], [(ground[0] - inner, ground[1]), (front[0] - inner, front[1])]]
    on.sheet.stroke([s for line in legs for s in polyline(line)], 2.6, on.style.slate)
    on.furniture(slab, 1.4)


def _bike(on: Painting, prop: Prop) -> None:
    """Two wheels and a frame between saddle, pedals and handlebar."""
    del prop
    x, k = on.body.joints["pelvis"][0], on.scene.frame.scale
    saddle, crank, bar = (on.put((x + dx, 0.0, z)) for dx, z in ((0.0, 3.0), (0.75, 1.2), (2.6, 3.1)))
    rear, front = on.put((x - 1.0, 0.0, 1.25)), on.put((x + 3.2, 0.0, 1.25))
    for hub in (rear, front):
        on.sheet.stroke(circle(hub, 1.2 * k), EDGE + 0.4, on.style.slate)
    head = (bar[0] + 0.25 * (front[0] - bar[0]), bar[1] + 0.25 * (front[1] - bar[1]))
    tubes = ([saddle, crank, rear, saddle], [crank, head, saddle], [bar, front])
    on.sheet.stroke([s for tube in tubes for s in polyline(tube)], 2.4, on.style.slate)


def _rail(on: Painting, prop: Prop) -> None:
    x, y = on.spot(prop.word("at", "near hand"))
    bars = (*polyline([(x + 2, y), (x + 2, FLOOR)]), *polyline([(x - 5, y), (x + 9, y)]))
    on.sheet.stroke(bars, 2.8, on.style.slate)


def _backpack(on: Painting, prop: Prop) -> None:
    del prop
    if abs(on.scene.eye.right[0]) > 0.5:
        on.furniture(pack_corners(on.scene), 3.0)


# ---- in front of the body


def _band(on: Painting, prop: Prop) -> None:
    """A loop round both legs, or a band from one part to another; seen edge-on, a cuff on the near leg."""
    pen = on.scene.pen
    if prop.word("from"):
        a, b = on.spot(prop.word("from")), on.spot(prop.word("to", "near foot"))
        _strap(on, a, b, pen * 0.75, on.style.slate if prop.name == "towel" else on.style.track)
        return
    upper, lower, t = BANDS[prop.word("around", "knees")]
    joints = on.body.joints
    a, b = (on.put(between(joints[f"{upper}{i}"], joints[f"{lower}{i}"], t)) for i in (0, 1))
    if hypot(a[0] - b[0], a[1] - b[1]) < 5.0:
        p, q = (on.scene.spot(on.body, f"{n}0") for n in (upper, lower))
        size = hypot(q[0] - p[0], q[1] - p[1]) or 1.0
        nx, ny = -(q[1] - p[1]) / size * 4.2 * pen, (q[0] - p[0]) / size * 4.2 * pen
        a, b = (a[0] + nx, a[1] + ny), (a[0] - nx, a[1] - ny)
    _strap(on, a, b, pen, on.style.track)


def _strap(on: Painting, a: Spot, b: Spot, pen: float, colour: str) -> None:
    on.sheet.stroke(polyline([a, b]), 7.0 * pen, WHITE)
    on.sheet.stroke(polyline([a, b]), 4.4 * pen, colour)


def _dumbbell(on: Painting, prop: Prop) -> None:
    names = joints_named(prop.word("in", "hand"), on.scene.build.near)
    for x, y in sorted({on.scene.spot(on.body, n) for n in names}):
        bar = polyline([(x - 5.2, y), (x + 5.2, y)])
        plates = [s for dx in (-5.0, 5.0) for s in polyline([(x + dx, y - 2.7), (x + dx, y + 2.7)])]
        on.sheet.stroke(plates, 5.6, WHITE)
        on.sheet.stroke(bar, 4.6, WHITE)
        on.sheet.stroke(bar, 2.4, on.style.slate)
        on.sheet.stroke(plates, 3.6, on.style.slate)


def _weight(on: Painting, prop: Prop) -> None:
    """A weight lying on the hips."""
    del prop
    spot = on.put(weight_spot(on.scene))
    on.sheet.fill(circle(spot, 5.2), on.style.prop, on.style.slate, EDGE)
    on.sheet.fill(circle(spot, 1.4), on.style.slate)


def _ball(on: Painting, prop: Prop) -> None:
    under = prop.word("under")
    words = prop.word("between") or under or prop.word("at", "knee")
    radius = prop.number("height", 0.8 if prop.word("between") else 1.5) / 2
    x, y, z = middle(on.body, words, on.scene.build.near)
    at = on.put((x, y, radius if under else z))
    on.sheet.fill(circle(at, radius * on.scene.frame.scale), on.style.prop, on.style.slate, EDGE)


def _spots(on: Painting, prop: Prop) -> None:
    """A ring at each place where a foot touches the floor."""
    flat = 1.0 if on.scene.eye.tilt < 3 else 0.6
    for position in on.scene.all:
        for name in joints_named(prop.word("under", "near toes"), on.scene.build.near):
            ring = circle(on.put(position.body.joints[name]), 3.4, flat)
            on.sheet.fill(ring, WHITE, on.style.track, EDGE)


def _hip_line(on: Painting, prop: Prop) -> None:
    del prop
    a, b = on.scene.spot(on.body, "hip0"), on.scene.spot(on.body, "hip1")
    size = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    ux, uy = (b[0] - a[0]) / size * 11, (b[1] - a[1]) / size * 11
    line = polyline([(a[0] - ux, a[1] - uy), (b[0] + ux, b[1] + uy)])
    on.sheet.stroke(line, 4.6, WHITE)
    on.sheet.stroke(line, 2.4, on.style.track)


Painter = Callable[[Painting, Prop], None]
BEHIND: dict[str, Painter] = {"backpack": _backpack, "bike": _bike, "rail": _rail}
FRONT: dict[str, Painter] = {
    "ball": _ball,
    "band": _band,
    "dumbbell": _dumbbell,
    "hip-line": _hip_line,
    "spots": _spots,
    "towel": _band,
    "weight": _weight,
}
