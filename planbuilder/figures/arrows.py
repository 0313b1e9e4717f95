"""Arrows that show a movement, placed clear of the body: true paths, straight ways, turns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from math import atan2, cos, hypot, inf, pi, radians, sin
from typing import NamedTuple

from planbuilder.figures.frames import limbs_of
from planbuilder.figures.furniture import edges
from planbuilder.figures.pen import Sheet, polygon, smooth
from planbuilder.figures.scene import ARM, HEAD, LEG, Scene
from planbuilder.figures.skeleton import Skeleton
from planbuilder.figures.vectors import Vec, add, between, mul
from planbuilder.figures.view import FLOOR, Spot
from planbuilder.model.figure import Arrow, Figure, FigureStyle

LENGTH, SHORTEST, LONGEST = 23.0, 17.0, 38.0
TIP, HALF = 7.75, 4.4  # how long the head of an arrow is, and half its width
SHAFT = 3.2
AIR = 6.2  # from the middle of an arrow to the edge of a limb
STEP, BONUS = 4.0, 4.0  # how far apart places are tried; what a place nearer to the text at the right is worth

JOINTS = {
    "head": "head", "shoulders": "neck", "trunk": "ribs", "hips": "pelvis", "foot": "ankle", "toes": "toe",
    "heel": "ankle", "ankle": "ankle", "knee": "knee", "thigh": "knee", "leg": "ankle", "hip": "hip",
    "hand": "hand", "elbow": "elbow", "shoulder": "shoulder", "arm": "hand",
}  # fmt: skip
WHOLE = ("head", "neck", "ribs", "pelvis")
PIVOTS = {"ankle": "hip", "toe": "hip", "knee": "hip", "hand": "shoulder", "elbow": "shoulder"}
UNDER = {"head": "pelvis", "neck": "pelvis", "ribs": "pelvis"}
WAYS: dict[str, Spot] = {
    "up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0), "up-down": (0, -1), "left-right": (1, 0),
}  # fmt: skip

Capsule = tuple[Spot, Spot, float]
Wall = tuple[float, float, float, float, float, float]


class ArrowLine(NamedTuple):
    """Where an arrow runs, in units; its tip is the last point."""

    points: tuple[Spot, ...]
    both: bool = False


def arrows_of(figure: Figure, scene: Scene) -> tuple[ArrowLine, ...]:
    """The arrows of the position shown; where several are, only the last carries them."""
    if scene.shown is not scene.all[-1]:
        return ()
    taken = capsules(scene) + things(figure, scene)
    found: list[ArrowLine] = []
    for arrow in figure.arrows:
        placed = _place(arrow, scene, taken)
        if placed:
            found.append(placed)
            taken = taken + [(a, b, HALF) for a, b in pairwise(placed.points)]
    return tuple(found)


def _place(arrow: Arrow, scene: Scene, taken: list[Capsule]) -> ArrowLine | None:
    if arrow.act == "turn":
        return _turn(arrow, scene)
    if arrow.act == "path":
        return _path(arrow, scene, taken)
    way = arrow.way or _pressed_way(arrow, scene)
    points = _straight(_joint(arrow, scene, scene.shown.body), WAYS[way], scene, taken, arrow.act == "press")
    return ArrowLine(points, both="-" in way)


def _names(arrow: Arrow, near: float) -> tuple[str, ...]:
    joint = JOINTS[arrow.part or "hips"]
    return (joint,) if joint in WHOLE else tuple(f"{joint}{i}" for i in limbs_of(arrow.side, near))


def _joint(arrow: Arrow, scene: Scene, body: Skeleton) -> Spot:
    """Where the arrow's part is; of two, the one that is seen best."""
    spots = [scene.spot(body, name) for name in _names(arrow, scene.build.near)]
    return spots[0]


def _pressed_way(arrow: Arrow, scene: Scene) -> str:
    """Away from the hips, level or upright, whichever is nearer."""
    x, y = _joint(arrow, scene, scene.shown.body)
    hx, hy = scene.spot(scene.shown.body, "pelvis")
    if abs(x - hx) >= abs(y - hy):
        return "right" if x > hx else "left"
    return "down" if y > hy else "up"


# ---- room


def capsules(scene: Scene) -> list[Capsule]:
    """The strokes of the picture as lines with a radius: where no arrow may be."""
    body, half = scene.shown.body, scene.build.limb * scene.frame.scale
    lines = scene.trunk(body)
    lines += [scene.limb(body, names, i) for i in (0, 1) for names in (LEG, ARM)]
    for ghost in scene.ghosts:
        lines += scene.moved(ghost)
    found = [(a, b, half) for points in lines for a, b in pairwise(points)]
    head = scene.spot(body, "head")
    return [*found, (head, head, HEAD * scene.pen)]


def things(figure: Figure, scene: Scene) -> list[Capsule]:
    """The edges of furniture, as lines no arrow may cross."""
    found: list[Capsule] = []
    for points in edges(figure, scene):
        found += [(a, b, 0.5) for a, b in zip(points, (*points[1:], points[0]), strict=True)]
    return found


def _walls(taken: list[Capsule], air: float) -> list[Wall]:
    """Everything taken with that much air around it, as start, way, length squared and reach squared."""
    ways = ((a, (b[0] - a[0], b[1] - a[1]), r + air) for a, b, r in taken)
    return [(x, y, dx, dy, dx * dx + dy * dy or 1.0, reach * reach) for (x, y), (dx, dy), reach in ways]


def _clear(points: Iterable[Spot], walls: list[Wall]) -> bool:
    """Whether every point is outside all walls."""
    for x, y in points:
        for ax, ay, dx, dy, size, reach in walls:
            px, py = x - ax, y - ay
            t = (px * dx + py * dy) / size
            if t > 0:
                t = min(t, 1.0)
                px, py = px - dx * t, py - dy * t
            if px * px + py * py < reach:
                return False
    return True


# ---- straight


def _straight(p: Spot, way: Spot, scene: Scene, taken: list[Capsule], press: bool = False) -> tuple[Spot, ...]:
    """The nearest free place for a straight arrow, making the picture as little wider as possible."""
    length = LENGTH * max(scene.pen, 0.8)
    hx, hy = way[0] * length / 2, way[1] * length / 2
    cost, walls = _dearness(p, (hx, hy), way, taken, press), _walls(taken, AIR)
    best, found = inf, (p, (p[0] + way[0] * length, p[1] + way[1] * length))
    for far, ix, iy in _nearby(15 if press else 11):
        if far - BONUS >= best:
            break
        x, y = p[0] + ix * STEP, p[1] + iy * STEP
        dear = far + cost(x, y)
        if dear < best and _clear(((x + hx * t, y + hy * t) for t in (0.0, 1.0, -1.0, 0.5, -0.5)), walls):
            best, found = dear, ((x - hx, y - hy), (x + hx, y + hy))
    return found


@cache
def _nearby(reach: int) -> tuple[tuple[float, int, int], ...]:
    """The steps to all places around, the nearest first."""
    steps = ((STEP * hypot(ix, iy), ix, iy) for ix in range(-reach, reach + 1) for iy in range(-11, 12))
    return tuple(sorted(steps))


def _dearness(p: Spot, half: Spot, way: Spot, taken: list[Capsule], press: bool) -> Callable[[float, float], float]:
    """What a place for the middle of an arrow costs beside being far: off its part's way, outside, behind."""
    hx, hy = abs(half[0]), abs(half[1])
    left = min(min(a[0], b[0]) - r for a, b, r in taken) + hx + 3
    right = max(max(a[0], b[0]) + r for a, b, r in taken) - hx - 3
    top = min(min(a[1], b[1]) - r for a, b, r in taken) + hy
    bottom = FLOOR - 2 - hy - (HALF if way[0] else 0)

    def cost(x: float, y: float) -> float:
        dx, dy = x - p[0], y - p[1]
        ahead = dx * way[0] + dy * way[1]
        dear = (abs(dx * way[1]) + abs(dy * way[0])) * 2 / STEP - (BONUS if dx > 0 else 0.0)
        dear += 0.5 * (max(0.0, left - x) + max(0.0, x - right))
        dear += max(0.0, top - y) * 0.5 + max(0.0, 5 + hy - y) * 4
        if y > bottom:
            return inf
        wrong = ahead > 0 if press else ahead < -STEP and way[1] < 0
        return dear + ((80 if press else 30) if wrong else 0)

    return cost


# ---- along the true path


def _path(arrow: Arrow, scene: Scene, taken: list[Capsule]) -> ArrowLine | None:
    """An arc beside the way a part has gone from the first position on, seen from the joint it turns about."""
    if scene.before is None:
        return None
    name = _names(arrow, scene.build.near)[0]
    bodies = [position.body for position in scene.all]
    spots = [scene.spot(body, name) for body in bodies]
    dx, dy = spots[-1][0] - spots[-2][0], spots[-1][1] - spots[-2][1]
    size = hypot(dx, dy) or 1.0
    pivot = UNDER.get(name) or (PIVOTS[name[:-1]] + name[-1] if name[:-1] in PIVOTS else None)
    if pivot is None:
        return ArrowLine(_straight(spots[-1], (dx / size, dy / size), scene, taken))
    lowest = 93.0 if scene.eye.tilt < 3 else 108.0
    pivots, walls = [scene.spot(body, pivot) for body in bodies], _walls(taken, AIR - 1.6)
    for outwards in (9.0, 10.5, 12.0, 14.0, 16.0, 19.0, -9.0, -11.0, -14.0):
        points = _arc(spots, pivots, outwards, lowest)
        if len(points) > 2 and _clear(points[1:-1], walls):
            return ArrowLine(points)
    return ArrowLine(_straight(spots[-1], (dx / size, dy / size), scene, taken))


def _arc(spots: list[Spot], pivots: list[Spot], outwards: float, lowest: float) -> tuple[Spot, ...]:
    """From spot to spot, each seen from its own pivot, that much farther out; the end of the way where it is long."""
    seen = [(hypot(x - a, y - b), atan2(y - b, x - a)) for (x, y), (a, b) in zip(spots, pivots, strict=True)]
    legs = []
    for (r0, w0), (r1, w1) in pairwise(seen):
        sweep = (w1 - w0 + pi) % (2 * pi) - pi
        legs.append((r0, r1 - r0, w0, sweep, abs(sweep) * ((r0 + r1) / 2 + outwards)))
    long = sum(leg[-1] for leg in legs) or 1.0
    first, last, longest = 0.08, 1.0, LONGEST * len(legs)
    if long * (last - first) > longest:
        first = last - longest / long
    if long * (last - first) < SHORTEST:
        first, last = 0.5 - SHORTEST / long / 2, 0.5 + SHORTEST / long / 2
    points = []
    for n in range(6 * len(legs) + 1):
        at = (first + (last - first) * n / (6 * len(legs))) * len(legs)
        leg = max(0, min(len(legs) - 1, int(at)))
        t, (r, dr, w, sweep, _), (a, b), (c, d) = at - leg, legs[leg], pivots[leg], pivots[leg + 1]
        r, w = r + dr * t + outwards, w + sweep * t
        points.append((a + (c - a) * t + r * cos(w), b + (d - b) * t + r * sin(w)))
    return _above(tuple(points), lowest)


def _above(points: tuple[Spot, ...], lowest: float) -> tuple[Spot, ...]:
    """The end of a line from where it leaves the floor; nothing where too little is left."""
    low = [n for n, (_, y) in enumerate(points) if y >= lowest]
    left = points[low[-1] + 1 :] if low else points
    return left if sum(hypot(c - a, d - b) for (a, b), (c, d) in pairwise(left)) >= SHORTEST else ()


# ---- round the trunk


def _turn(arrow: Arrow, scene: Scene) -> ArrowLine:
    """A flat ring in front of the chest, in the way it turns."""
    body = scene.shown.body
    centre = between(body.joints["pelvis"], body.joints["neck"], 0.45)
    facing = atan2(scene.eye.near[1], scene.eye.near[0])
    way = 1 if arrow.way == "left" else -1
    points = []
    for n in range(9):
        w = facing + radians(-62 + 130 * n / 8) * way
        at: Vec = add(centre, mul((cos(w), sin(w), 0.0), 1.5))
        x, y = scene.frame.put(scene.eye.flat(at))
        points.append((x, y + 5.0 * cos(w - facing)))
    return ArrowLine(tuple(points))


# ---- paint


def paint_arrow(sheet: Sheet, arrow: ArrowLine, style: FigureStyle, pen: float) -> None:
    """A shaft and a head in the track colour, on a white halo."""
    size = max(pen, 0.8)
    shaft, heads = list(arrow.points), []
    shaft, head = _cut(shaft, TIP * size, HALF * size)
    heads.append(head)
    if arrow.both:
        back, head = _cut(shaft[::-1], TIP * size, HALF * size)
        shaft = back[::-1]
        heads.append(head)
    steps = smooth(shaft)
    sheet.stroke(steps, (SHAFT + 2.6) * size, "#FFFFFF", cap="butt")
    for h in heads:
        sheet.fill(polygon(h), "#FFFFFF", "#FFFFFF", 3.4)
    sheet.stroke(steps, SHAFT * size, style.track, cap="butt")
    for h in heads:
        sheet.fill(polygon(h), style.track, style.track, 0.8)


def _cut(points: list[Spot], tip: float, half: float) -> tuple[list[Spot], list[Spot]]:
    """The line without its last bit, and the triangle that takes its place."""
    end, rest, left = points[-1], list(points), tip
    while len(rest) > 2 and hypot(rest[-1][0] - rest[-2][0], rest[-1][1] - rest[-2][1]) < left:
        left -= hypot(rest[-1][0] - rest[-2][0], rest[-1][1] - rest[-2][1])
        rest.pop()
    (x0, y0), (x1, y1) = rest[-2], rest[-1]
    t = 1 - left / (hypot(x1 - x0, y1 - y0) or 1.0)
    base = (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t)
    dx, dy = end[0] - base[0], end[1] - base[1]
    size = hypot(dx, dy) or 1.0
    nx, ny = -dy / size * half, dx / size * half
    return [*rest[:-1], base], [end, (base[0] + nx, base[1] + ny), (base[0] - nx, base[1] - ny)]
