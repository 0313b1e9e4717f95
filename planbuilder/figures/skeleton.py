"""The skeleton: lengths, a posture in joint angles, and forward kinematics from angles to joints in space.

Unit: one head, 0.130 of stature. Lengths after Drillis & Contini (1966) as given in Winter, Biomechanics and Motor
Control of Human Movement. Limbs are numbered 0 (near) and 1 (far).
"""

from __future__ import annotations

from typing import NamedTuple

from planbuilder.figures.vectors import (
    STILL,
    Turn,
    Vec,
    about_x,
    about_y,
    about_z,
    add,
    after,
    between,
    column,
    cross,
    dot,
    from_columns,
    mul,
    norm,
    sub,
    swung,
    turned,
    unit,
)

THIGH = 1.89
SHANK = 1.89
TRUNK = 2.22
UPPER_ARM = 1.43
FOREARM = 1.12
HIP = 0.43
SHOULDER = 0.82
INSTEP = 0.70  # ankle to the ball of the foot; with the round ends of a stroke a foot is 1.17 long
FLAT = 0.18  # half-width of a body on its side, seen from above: its limbs all but share a root
WAIST, RIBS = 0.75, 1.42  # where the spine bends, above the hip line

BODIES: dict[str, Turn] = {
    "upright": STILL,
    "supine": ((0.0, 0.0, -1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0)),
    "prone": ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (-1.0, 0.0, 0.0)),
    "on the right": ((1.0, 0.0, 0.0), (0.0, 0.0, -1.0), (0.0, 1.0, 0.0)),
    "on the left": ((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), (0.0, -1.0, 0.0)),
}
NAMED_FEET = {"relaxed": -22.0, "pointed": -62.0}
ON_TOES, ON_HEEL = 48.0, -24.0


class Trunk(NamedTuple):
    """Angles of pelvis, spine and head in degrees; all 0 is standing tall. `roll` is found, never written."""

    lean: float = 0.0
    bend: float = 0.0
    side: float = 0.0
    twist: float = 0.0
    turn: float = 0.0
    hike: float = 0.0
    nod: float = 0.0
    look: float = 0.0
    tilt: float = 0.0
    roll: float = 0.0


class Leg(NamedTuple):
    """Angles of a leg; `foot` is a word or the degrees the toes are drawn up, None what its contact asks for."""

    hip: float = 0.0
    out: float = 0.0
    turn: float = 0.0
    knee: float = 0.0
    open: float = 0.0
    foot: str | float | None = None


class Arm(NamedTuple):
    """Angles of an arm; `hand` is a place on the body that the hand holds, and wins over the angles."""

    up: float = 0.0
    out: float = 0.0
    turn: float = 0.0
    elbow: float = 0.0
    hand: str = ""


class Touch(NamedTuple):
    """A part (with the number of its limb, -1 for the trunk) that rests on a support."""

    part: str
    limb: int
    support: str


class Posture(NamedTuple):
    """One position of the whole body in angles, and what it rests on. The first touch carries the body."""

    body: str = "upright"
    trunk: Trunk = Trunk()
    legs: tuple[Leg, Leg] = (Leg(), Leg())
    arms: tuple[Arm, Arm] = (Arm(), Arm())
    touches: tuple[Touch, ...] = ()
    swing: str = ""  # "lean" or "roll": turned until the second touch meets its support
    arched: bool = False  # bending the spine tips the pelvis the other way
    leaned: bool = False  # somebody chose the lean, so it is not balanced
    balance: bool = True


class Build(NamedTuple):
    """The drawn body in heads: half a limb's width, head, neck; `near` is +1 where the near side is left."""

    limb: float = 0.28
    head: float = 0.55
    neck: float = 1.1
    toe_out: float = 5.0
    near: float = -1.0

    def sign(self, limb: int) -> float:
        """+1 for a limb of the left side, -1 for one of the right."""
        return self.near if limb == 0 else -self.near

    def radius(self, joint: str) -> float:
        """How thick the drawn body is at a joint."""
        return self.head if joint == "head" else self.limb


class Skeleton:
    """Joints in space by name ("knee0" is the near knee), and how pelvis, chest, head and shanks are turned."""

    __slots__ = ("joints", "missed", "turns")

    def __init__(self) -> None:
        self.joints: dict[str, Vec] = {}
        self.turns: dict[str, Turn] = {}
        self.missed: list[Touch] = []

    def shift(self, by: Vec) -> None:
        """Carry the whole body along."""
        self.joints = {name: add(p, by) for name, p in self.joints.items()}


def stand(posture: Posture, build: Build) -> Skeleton:
    """The joints of a posture with the pelvis at the origin, whatever it should rest on."""
    s, t = Skeleton(), posture.trunk
    level = after(BODIES[_side_of(posture.body, build)], about_z(t.turn), about_y(t.lean), about_x(t.roll))
    _spine(s, posture, level, build)
    for limb in (0, 1):
        _leg(s, posture, limb, level, build)
        _arm(s, posture, limb, build)
    return s


def _side_of(body: str, build: Build) -> str:
    if body != "side":
        return body
    return "on the right" if build.near > 0 else "on the left"


def _spine(s: Skeleton, posture: Posture, level: Turn, build: Build) -> None:
    t = posture.trunk
    bowed = after(level, about_y(-0.5 * t.bend)) if posture.arched else level
    pelvis = after(bowed, about_x(t.hike))
    bend, side = 0.5 * t.bend, -0.5 * t.side * (build.near if posture.body == "side" else 1.0)
    loin = after(bowed, about_z(t.twist * 0.4), about_y(bend), about_x(side))
    chest = after(loin, about_z(t.twist * 0.6), about_y(bend), about_x(side))
    head = after(chest, about_z(t.look), about_y(t.nod), about_x(-t.tilt))
    j = s.joints
    j["pelvis"] = (0.0, 0.0, 0.0)
    j["waist"] = turned(pelvis, (0.0, 0.0, WAIST))
    j["ribs"] = add(j["waist"], turned(loin, (0.0, 0.0, RIBS - WAIST)))
    j["neck"] = add(j["ribs"], turned(chest, (0.0, 0.0, TRUNK - RIBS)))
    j["head"] = add(j["neck"], turned(head, (0.0, 0.0, build.neck)))
    s.turns.update(level=level, pelvis=pelvis, chest=chest, head=head)


def _leg(s: Skeleton, posture: Posture, limb: int, level: Turn, build: Build) -> None:
    leg, g, j = posture.legs[limb], build.sign(limb), s.joints
    half = FLAT if posture.body == "side" else HIP - 0.3 * build.limb
    hip = turned(s.turns["pelvis"], (0.0, g * half, 0.0))
    thigh = after(level, about_y(-leg.hip), about_x(g * leg.out), about_z(g * leg.turn))
    shank = after(thigh, about_y(leg.knee))
    knee = add(hip, turned(thigh, (0.0, 0.0, -THIGH)))
    ankle = add(knee, turned(shank, (0.0, 0.0, -SHANK)))
    if leg.open:
        axis = sub(ankle, hip)
        knee = add(hip, swung(axis, -g * leg.open, sub(knee, hip)))
        shank = shank_turn(hip, knee, ankle, swung(axis, -g * leg.open, column(shank, 1)))
    j[f"hip{limb}"], j[f"knee{limb}"], j[f"ankle{limb}"] = hip, knee, ankle
    s.turns[f"thigh{limb}"], s.turns[f"shank{limb}"] = thigh, shank
    j[f"toe{limb}"] = add(ankle, turned(foot_turn(posture, limb, shank, build), (INSTEP, 0.0, 0.0)))


def shank_turn(hip: Vec, knee: Vec, ankle: Vec, hinge: Vec) -> Turn:
    """How a shank is turned once its joints are known; `hinge` decides where the leg is nearly straight."""
    up = unit(sub(knee, ankle))
    axis = cross(sub(knee, hip), sub(ankle, knee))
    if norm(axis) < 0.15:
        axis = hinge
    if dot(axis, hinge) < 0:
        axis = mul(axis, -1)
    axis = unit(sub(axis, mul(up, dot(axis, up))))
    return from_columns(cross(axis, up), axis, up)


def foot_turn(posture: Posture, limb: int, shank: Turn, build: Build) -> Turn:
    """How a foot is turned: level with the floor where it rests on it, else as its angle says."""
    asked = posture.legs[limb].foot
    if asked is None:
        asked = _asked_by_touch(posture, limb)
    out = about_z(build.sign(limb) * build.toe_out)
    if isinstance(asked, float | int):
        return after(shank, out, about_y(-asked))
    if asked in NAMED_FEET:
        return after(shank, out, about_y(-NAMED_FEET[asked]))
    level = after(_heading(shank), out)
    pitch = {"toes": ON_TOES, "heel": ON_HEEL}.get(asked, 0.0)
    return after(level, about_y(pitch))


def _asked_by_touch(posture: Posture, limb: int) -> str | float:
    words = {"foot": "flat", "toes": "toes", "heel": "heel"}
    found = (words[t.part] for t in posture.touches if t.limb == limb and t.part in words)
    return next(found, -12.0)


def _heading(shank: Turn) -> Turn:
    """Level with the floor, the way the shank faces."""
    x, z = column(shank, 0), column(shank, 2)
    way = (x[0], x[1], 0.0)
    if norm(way) < 0.25:
        way = (-z[0], -z[1], 0.0) if x[2] < 0 else (z[0], z[1], 0.0)
    way = unit(way)
    return from_columns(way, cross((0.0, 0.0, 1.0), way), (0.0, 0.0, 1.0))


def _arm(s: Skeleton, posture: Posture, limb: int, build: Build) -> None:
    arm, g, j = posture.arms[limb], build.sign(limb), s.joints
    half = FLAT if posture.body == "side" else SHOULDER - 1.8 * build.limb
    chest = s.turns["chest"]
    shoulder = add(j["neck"], turned(chest, (0.0, g * half, -0.3 * half)))
    level = 0.5 * posture.trunk.bend if posture.arched else 0.0
    upper = after(chest, about_y(-arm.up - level), about_x(g * arm.out), about_z(-g * arm.turn))
    elbow = add(shoulder, turned(upper, (0.0, 0.0, -UPPER_ARM)))
    fore = after(upper, about_y(-arm.elbow))
    j[f"shoulder{limb}"], j[f"elbow{limb}"] = shoulder, elbow
    j[f"hand{limb}"] = add(elbow, turned(fore, (0.0, 0.0, -FOREARM)))


MASS = (  # part of the body's weight, and where along the segment it sits (Winter after Dempster)
    ("pelvis", "neck", 0.497, 0.5),
    ("head", "head", 0.081, 0.0),
    ("shoulder", "elbow", 0.028, 0.436),
    ("elbow", "hand", 0.022, 0.6),
    ("hip", "knee", 0.100, 0.433),
    ("knee", "ankle", 0.0465, 0.433),
    ("ankle", "toe", 0.0145, 0.4),
)


def weight_centre(s: Skeleton) -> Vec:
    """The centre of mass of the whole body."""
    total: Vec = (0.0, 0.0, 0.0)
    for a, b, mass, t in MASS:
        ends = [(a, b)] if a in s.joints else [(f"{a}{i}", f"{b}{i}") for i in (0, 1)]
        for p, q in ends:
            total = add(total, mul(between(s.joints[p], s.joints[q], t), mass))
    return total
