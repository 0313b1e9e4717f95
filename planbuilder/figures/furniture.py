"""Where things stand and how big they are: the body is placed first, furniture goes where it is touched."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from planbuilder.figures.frames import Position, limbs_of, near_side, supports_of
from planbuilder.figures.pen import Line
from planbuilder.figures.scene import Scene
from planbuilder.figures.skeleton import Skeleton
from planbuilder.figures.vectors import Vec, add, between, mul, turned
from planbuilder.figures.view import Eye
from planbuilder.model.figure import Figure, Prop

TOUCHED = {
    "foot": "ankle", "toes": "toe", "heel": "ankle", "ankle": "ankle", "knee": "knee", "thigh": "knee", "leg": "ankle",
    "hand": "hand", "elbow": "elbow", "arm": "hand", "shoulder": "shoulder", "hip": "hip", "hips": "pelvis",
    "seat": "pelvis", "back": "ribs", "trunk": "ribs", "shoulders": "neck", "head": "head",
}  # fmt: skip
WHOLE = ("pelvis", "ribs", "neck", "head")
PACK = ((-0.15, 0.05), (-1.1, -0.1), (-1.1, -1.45), (-0.15, -1.6))  # a backpack: behind and above the shoulder line


class Block(NamedTuple):
    """A box in space by two corners."""

    low: Vec
    high: Vec

    def corners(self) -> list[Vec]:
        """Its eight corners."""
        (x0, y0, z0), (x1, y1, z1) = self.low, self.high
        return [(x, y, z) for x in (x0, x1) for y in (y0, y1) for z in (z0, z1)]


class Room(NamedTuple):
    """What furniture needs to know to find its place."""

    figure: Figure
    done: tuple[Position, ...]
    look: Eye

    @property
    def near(self) -> float:
        """+1 where the near side is the left."""
        return near_side(self.figure)

    def height(self, prop: Prop) -> float:
        """How high its top is."""
        return supports_of(self.figure)[prop.name]

    def user(self, prop: Prop) -> Skeleton:
        """The body where it first rests on a thing, else the first one."""
        rests = (p for p in self.done if any(t.support == prop.name for t in p.posture.touches))
        return next(rests, self.done[0]).body

    def flat(self, body: Skeleton, words: str) -> tuple[float, float]:
        """Where a part is in the picture plane, in heads."""
        return self.look.flat(middle(body, words, self.near))


def joints_named(words: str, near: float) -> tuple[str, ...]:
    """The joints that "near foot", "hand" (both), "seat" stand for."""
    side, _, part = words.rpartition(" ")
    joint = TOUCHED.get(part, "pelvis")
    return (joint,) if joint in WHOLE else tuple(f"{joint}{i}" for i in limbs_of(side, near))


def middle(body: Skeleton, words: str, near: float) -> Vec:
    """The middle of the parts named; a foot by the middle of its sole."""
    spots = []
    for name in joints_named(words, near):
        p = body.joints[name]
        spots.append(between(p, body.joints[f"toe{name[-1]}"], 0.5) if words.endswith("foot") else p)
    n = len(spots)
    return (sum(p[0] for p in spots) / n, sum(p[1] for p in spots) / n, sum(p[2] for p in spots) / n)


# ---- boxes


def blocks(prop: Prop, room: Room) -> list[Block]:
    """The boxes a thing is made of; none for what is drawn as lines."""
    if prop.name in ("step", "books"):
        return [_box(prop, room)]
    if prop.name == "stairs":
        return _stairs(prop, room)
    return []


def _box(prop: Prop, room: Room) -> Block:
    x, y, _ = middle(room.user(prop), prop.word("under", "foot"), room.near)
    frontal = abs(room.look.right[0]) < 0.5
    long, wide = {"step": (2.7, 1.5), "books": (1.5, 1.3), "stairs": (2.7, 1.5)}[prop.name]
    if frontal:
        long, wide = 1.8, 1.7
    across = prop.number("width", wide if frontal else long)
    shift = prop.number("shift", 0.0)
    if frontal:
        y, wide = y + shift, across
    else:
        x, long = x + shift, across
    return Block((x - long / 2, y - wide / 2, 0.0), (x + long / 2, y + wide / 2, room.height(prop)))


def _stairs(prop: Prop, room: Room) -> list[Block]:
    first = _box(prop, room)
    x0, y0, rise, y1 = first.low[0] + 0.4, first.low[1], first.high[2], first.high[1]
    return [
        Block((x0, y0, 0.0), (x0 + 3.8, y1, rise)),
        Block((x0 + 1.9, y0, rise), (x0 + 3.8, y1, 2 * rise)),
    ]


# ---- outlines in the picture plane (heads, y upwards)


def outlines(prop: Prop, room: Room) -> list[Line]:
    """The outline of a thing that is drawn flat; none for the others."""
    maker = OUTLINES.get(prop.name)
    return [maker(prop, room)] if maker else []


def _seat(prop: Prop, room: Room) -> Line:
    """Sofa or chair from the side, under a part; or the arm of a sofa beside a knee."""
    if prop.word("beside"):
        return _armrest(prop, room)
    words = prop.word("before") or prop.word("under", "seat")
    x = room.flat(room.user(prop), words)[0] + prop.number("shift", 0.0)
    back = 1.0 if prop.word("back", "left") == "right" else -1.0
    if prop.name == "sofa":
        front, deep, thick, top = x - back * (1.0 if words == "shoulders" else 1.3), 2.1, 0.75, 3.5
    else:
        front, deep, thick, top = x - back * 0.75, 1.75, 0.22, 4.2
    rear, seat = front + back * deep, room.height(prop)
    outer = rear + back * thick
    return [(outer, 0.0), (outer, top), (rear, top), (rear, seat), (front, seat), (front, 0.0)]


def _armrest(prop: Prop, room: Room) -> Line:
    body = room.user(prop)
    x, y = room.flat(body, prop.word("beside"))
    way = 1.0 if x > room.look.flat(body.joints["pelvis"])[0] else -1.0
    x += prop.number("shift", 0.0)
    near, far, top = x + way * 0.34, x + way * 2.04, max(prop.number("height", 0.0), y + 0.75)
    return [(near, 0.0), (near, top), (far, top), (far, 0.0)]


def _wall(prop: Prop, room: Room) -> Line:
    body = room.done[-1].body
    spots = [room.look.flat(body.joints[n])[0] for n in joints_named(prop.word("at", "hand"), room.near)]
    ahead = sum(spots) / len(spots) >= room.look.flat(body.joints["pelvis"])[0] + 0.05
    way = {"left": -1.0, "right": 1.0}.get(prop.word("side"), 1.0 if ahead else -1.0)
    x = max(spots) + 0.3 if way > 0 else min(spots) - 0.3
    return [(x, 0.0), (x, 7.4), (x + way * 0.42, 7.4), (x + way * 0.42, 0.0)]


def _mirror(prop: Prop, room: Room) -> Line:
    xs = [room.look.flat(p)[0] for position in room.done for p in position.body.joints.values()]
    x = max(xs) + 0.9 if prop.word("side") == "right" else min(xs) - 2.2
    return [(x, 0.5), (x, 6.4), (x + 1.3, 6.4), (x + 1.3, 0.5)]


OUTLINES: dict[str, Callable[[Prop, Room], Line]] = {"sofa": _seat, "chair": _seat, "wall": _wall, "mirror": _mirror}


# ---- how much room they take


def extent(room: Room) -> list[Vec]:
    """The corners of everything that must be in the picture beside the body."""
    found: list[Vec] = []
    for prop in room.figure.props:
        for block in blocks(prop, room):
            found += block.corners()
        for points in outlines(prop, room):
            found += [add(mul(room.look.right, x), (0.0, 0.0, y)) for x, y in points]
        if prop.name == "bike":
            x, _, _ = room.user(prop).joints["pelvis"]
            found += [(x - 2.2, 0.0, 0.0), (x + 4.4, 0.0, 0.0)]
    return found


def edges(figure: Figure, scene: Scene) -> list[Line]:
    """The outlines of all that stands in the picture, in units: no arrow may cross them."""
    room = Room(figure, scene.all, scene.eye)
    found: list[Line] = []
    for prop in figure.props:
        found += [[scene.frame.put(p) for p in points] for points in outlines(prop, room)]
        if prop.name == "backpack":
            found.append(pack_corners(scene))
        if prop.name == "weight":
            x, y = scene.frame.put(scene.eye.flat(weight_spot(scene)))
            found.append([(x - 4, y - 4), (x + 4, y - 4), (x + 4, y + 4), (x - 4, y + 4)])
        for block in blocks(prop, room):
            spots = [scene.frame.put(scene.eye.flat(c)) for c in block.corners()]
            xs, ys = [x for x, _ in spots], [y for _, y in spots]
            found.append([(min(xs), min(ys)), (max(xs), min(ys)), (max(xs), max(ys)), (min(xs), max(ys))])
    return found


def weight_spot(scene: Scene) -> Vec:
    """Where a weight lies on the hips."""
    body = scene.shown.body
    root = between(body.joints["pelvis"], body.joints["waist"], 0.2)
    return add(root, turned(body.turns["pelvis"], (0.62, 0.0, 0.0)))


def pack_corners(scene: Scene) -> Line:
    """A backpack, turned as the chest is."""
    body = scene.shown.body
    spots = (add(body.joints["neck"], turned(body.turns["chest"], (ahead, 0.0, up))) for ahead, up in PACK)
    return [scene.frame.put(scene.eye.flat(p)) for p in spots]
