"""From the words of a figure to solved bodies: sides and joints named, what is not said taken from the frame before."""

from __future__ import annotations

from typing import NamedTuple

from planbuilder.figures.poses import POSES
from planbuilder.figures.skeleton import Build, Posture, Skeleton, Touch
from planbuilder.figures.solve import solve
from planbuilder.figures.touch import FEET, Ground, anchor
from planbuilder.figures.vectors import Vec
from planbuilder.model.figure import SUPPORTS, VIEWS, Angle, Figure, Frame, Limb, View

NEAR = {"near": 0, "front": 0, "top": 0, "far": 1, "back": 1, "bottom": 1}
TRUNK_PARTS = ("shoulders", "back", "front", "seat", "head")
LEG_PARTS = (*FEET, "knee")
LYING_ON_A_SIDE = View(90, 12)


class Position(NamedTuple):
    """A frame, solved: its words, its angles, its joints."""

    frame: Frame
    posture: Posture
    body: Skeleton


def view_of(figure: Figure) -> View:
    """The view as written, or the one that suits the first pose."""
    if figure.view:
        return figure.view
    on_its_side = POSES[figure.frames[0].pose or "standing"].body == "side"
    return LYING_ON_A_SIDE if on_its_side else View(*VIEWS["side"], "side")


def near_side(figure: Figure) -> float:
    """+1 where the near side is the person's left; a body lying on its side has its head at the reader's left."""
    turn = view_of(figure).turn % 360
    if POSES[figure.frames[0].pose or "standing"].body == "side":
        return 1.0 if 0 <= turn < 180 else -1.0
    return 1.0 if 100 < turn < 260 else -1.0


def limbs_of(side: str, near: float) -> tuple[int, ...]:
    """The limbs a word names: both for none, 0 the near and 1 the far one."""
    if not side:
        return (0, 1)
    if side in NEAR:
        return (NEAR[side],)
    return (0,) if (side == "left") == (near > 0) else (1,)


def supports_of(figure: Figure) -> dict[str, float]:
    """How high each support is in this figure."""
    heights = dict(SUPPORTS)
    for prop in figure.props:
        if prop.name in heights:
            heights[prop.name] = prop.number("height", heights[prop.name])
    return heights


def positions(figure: Figure, build: Build) -> tuple[Position, ...]:
    """Every frame of a figure, solved one after the other."""
    supports = supports_of(figure)
    done: list[Position] = []
    for frame in figure.frames:
        before = done[-1] if done else None
        posture = posture_of(frame, before.posture if before else None, build.near)
        held: dict[Touch, Vec] = {}
        if before:
            posture = _carried(posture, frame, build.near)
            held = _held(posture, frame, before, build.near)
        done.append(Position(frame, posture, solve(posture, Ground(supports, build, held))))
    return tuple(done)


def posture_of(frame: Frame, before: Posture | None, near: float) -> Posture:
    """The angles of a frame: its base pose or the frame before, with what it says laid on top."""
    base = POSES[frame.pose] if frame.pose or before is None else before
    if frame.pose == "" and before is None:
        base = POSES["standing"]
    trunk = base.trunk._replace(**{a.joint: a.degrees for a in frame.trunk})
    legs, arms = list(base.legs), list(base.arms)
    for limb in sorted(frame.limbs, key=lambda x: x.side != ""):
        for i in limbs_of(limb.side, near):
            if limb.kind == "leg":
                legs[i] = legs[i]._replace(
                    **_angles(limb.angles), foot=limb.foot if limb.foot is not None else legs[i].foot
                )
            else:
                arms[i] = arms[i]._replace(**_angles(limb.angles), hand=_hand(limb, i, near, arms[i].hand))
    touches = base.touches
    if frame.contacts is not None:
        touches = tuple(
            Touch(c.part, i, c.support)
            for c in frame.contacts
            for i in ((-1,) if c.part in TRUNK_PARTS else limbs_of(c.side, near))
        )
        for touch in touches:
            if touch.part in FEET and not _says_foot(frame, touch.limb, near):
                legs[touch.limb] = legs[touch.limb]._replace(foot=None)
    leaned = base.leaned or any(a.joint == "lean" for a in frame.trunk)
    return base._replace(
        trunk=trunk,
        legs=(legs[0], legs[1]),
        arms=(arms[0], arms[1]),
        touches=touches,
        leaned=leaned,
        balance=base.balance and frame.balance,
    )


def _says_foot(frame: Frame, limb: int, near: float) -> bool:
    return any(x.foot is not None and limb in limbs_of(x.side, near) for x in frame.limbs)


def _angles(angles: tuple[Angle, ...]) -> dict[str, float]:
    return {a.joint: a.degrees for a in angles}


def _hand(limb: Limb, i: int, near: float, before: str) -> str:
    """The hold of a hand, with the number of the leg it holds; angles alone let go."""
    if limb.hand is None:
        return "" if any(a.joint in ("up", "elbow", "out") for a in limb.angles) else before
    words = limb.hand.split()
    if words[-1] in ("hips", "chest", "head", "ear", "clasp"):
        return words[-1]
    if words[-1] == "free":
        return ""
    leg = limbs_of(words[0], near)[0] if len(words) == 2 else i
    return f"{words[-1]}{leg}"


def _moves(touch: Touch, frame: Frame, near: float) -> bool:
    kind = "leg" if touch.part in LEG_PARTS else "arm"
    return any(x.kind == kind and touch.limb in limbs_of(x.side, near) for x in frame.limbs)


def _steps(touch: Touch, frame: Frame, near: float) -> bool:
    """Whether a foot under a swung body goes elsewhere: its knee is written, which is found where the foot stays."""
    if touch.part not in LEG_PARTS:
        return False
    knees = (x for x in frame.limbs if x.kind == "leg" and any(a.joint == "knee" for a in x.angles))
    return any(touch.limb in limbs_of(x.side, near) for x in knees)


def _carried(posture: Posture, frame: Frame, near: float) -> Posture:
    """The touches with those first that carry the body on: `keep`, then limbs that nobody mentions, and knees.

    A knee cannot be bent down to its support as a foot or a hand can: it stays even where its leg is mentioned.
    """
    if posture.swing or (frame.contacts is not None and not frame.keep):
        return posture
    kept = {(frame.keep[0], i) for i in limbs_of(frame.keep[1], near)} if frame.keep else set()
    order = sorted(
        posture.touches, key=lambda t: ((t.part, t.limb) not in kept, t.part != "knee" and _moves(t, frame, near))
    )
    return posture._replace(touches=tuple(order))


def _held(posture: Posture, frame: Frame, before: Position, near: float) -> dict[Touch, Vec]:
    """Where parts are that stay planted: the first touch always, others where their limb is not mentioned."""
    held: dict[Touch, Vec] = {}
    for n, touch in enumerate(posture.touches):
        if n and (_steps(touch, frame, near) if posture.swing else _moves(touch, frame, near)):
            continue
        for old in before.posture.touches:
            if old.support == touch.support and old.limb == touch.limb and _same_part(old.part, touch.part):
                held[touch] = anchor(before.body, touch)
    return held


def _same_part(a: str, b: str) -> bool:
    return a == b or (a in FEET and b in FEET) or {a, b} == {"shoulders", "back"}
