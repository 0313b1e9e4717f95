"""Limbs that reach: two bones bent in their own plane to a foothold, a hand hold, a place on the body."""

from __future__ import annotations

from math import hypot, sqrt

from planbuilder.figures.holds import hand_place
from planbuilder.figures.skeleton import (
    FOREARM,
    INSTEP,
    SHANK,
    THIGH,
    UPPER_ARM,
    Posture,
    Skeleton,
    Touch,
    foot_turn,
    shank_turn,
)
from planbuilder.figures.touch import Ground, anchor
from planbuilder.figures.vectors import Vec, add, between, column, cross, dot, mul, norm, sub, turned, unit

LEG, ARM = THIGH + SHANK, UPPER_ARM + FOREARM


def bend(root: Vec, target: Vec, first: float, second: float, pole: Vec) -> tuple[Vec, Vec, bool]:
    """A limb of two bones from root to target, bent towards the pole: middle joint, end, and whether it got there."""
    way = sub(target, root)
    far = norm(way)
    longest, shortest = (first + second) * 0.9999, abs(first - second) + 1e-6
    reached = far <= first + second + 1e-6
    far = max(shortest, min(longest, far))
    ahead = unit(way) if norm(way) > 1e-9 else (0.0, 0.0, -1.0)
    along = (first * first - second * second + far * far) / (2 * far)
    off = sqrt(max(0.0, first * first - along * along))
    aside = sub(pole, mul(ahead, dot(pole, ahead)))
    for other in ((0.0, 1.0, 0.0), (1.0, 0.0, 0.0)):
        if norm(aside) < 1e-6:
            aside = cross(ahead, other)
    middle = add(add(root, mul(ahead, along)), mul(unit(aside), off))
    return middle, add(root, mul(ahead, far)), reached


def reach_foot(s: Skeleton, posture: Posture, touch: Touch, ground: Ground, stays: Vec | None = None) -> None:
    """A foot on its support; one that is planted stays there, one too far away slides towards the body."""
    j, i = s.joints, touch.limb
    at = stays or ground.held.get(touch) or anchor(s, touch)
    target = (at[0], at[1], ground.top(touch))
    reached = True
    for _ in range(8):
        off = sub(target, anchor(s, touch))
        if norm(off) < 1e-5:
            break
        reached = _place_ankle(s, posture, i, add(j[f"ankle{i}"], off), ground)
        if not reached and not stays and touch not in ground.held:
            nearer = _within(j[f"hip{i}"], target, LEG)
            target = (nearer[0], nearer[1], target[2])
    if not reached:
        s.missed.append(touch)


def _place_ankle(s: Skeleton, posture: Posture, i: int, target: Vec, ground: Ground) -> bool:
    j = s.joints
    hip, thigh = j[f"hip{i}"], s.turns[f"thigh{i}"]
    pole = sub(j[f"knee{i}"], between(hip, j[f"ankle{i}"], 0.5))
    if norm(pole) < 0.05:
        pole = column(thigh, 0)
    knee, ankle, reached = bend(hip, target, THIGH, SHANK, pole)
    shank = shank_turn(hip, knee, ankle, column(thigh, 1))
    j[f"knee{i}"], j[f"ankle{i}"], s.turns[f"shank{i}"] = knee, ankle, shank
    j[f"toe{i}"] = add(ankle, turned(foot_turn(posture, i, shank, ground.build), (INSTEP, 0.0, 0.0)))
    return reached


def reach_hand(s: Skeleton, posture: Posture, touch: Touch, ground: Ground) -> None:
    """A hand on its support. A straight arm stays straight, and a hand that cannot stay planted slides."""
    i = touch.limb
    if touch.support == "wall":  # the wall comes to the hand
        return
    shoulder, hand = s.joints[f"shoulder{i}"], s.joints[f"hand{i}"]
    held = ground.held.get(touch)
    target = (hand[0], hand[1], ground.top(touch))
    if held:
        target = (held[0], held[1], target[2])
    elif posture.arms[i].elbow <= 15:
        target = _within(shoulder, target, ARM)
    if place_hand(s, i, target):
        return
    if not place_hand(s, i, _within(shoulder, target, ARM)):
        s.missed.append(touch)


def _within(root: Vec, target: Vec, longest: float) -> Vec:
    """The same height, as far away as a straight limb reaches."""
    way = sub(target, root)
    flat = hypot(way[0], way[1])
    full = longest * 0.9997
    if flat < 0.05 or abs(way[2]) >= full:
        return target
    need = sqrt(full * full - way[2] * way[2]) / flat
    return (root[0] + way[0] * need, root[1] + way[1] * need, target[2])


def place_hand(s: Skeleton, i: int, target: Vec, pole: Vec | None = None) -> bool:
    """A hand at a point, the elbow towards the pole or as it was; whether the arm is long enough."""
    j = s.joints
    shoulder = j[f"shoulder{i}"]
    if pole is None:
        pole = sub(j[f"elbow{i}"], between(shoulder, j[f"hand{i}"], 0.5))
        if norm(pole) < 0.05:
            pole = turned(s.turns["chest"], (-1.0, 0.0, -0.4))
    j[f"elbow{i}"], j[f"hand{i}"], reached = bend(shoulder, target, UPPER_ARM, FOREARM, pole)
    return reached


def lay_forearm(s: Skeleton, i: int) -> None:
    """The forearm flat on what the elbow rests on."""
    j = s.joints
    elbow = j[f"elbow{i}"]
    way = sub(j[f"hand{i}"], elbow)
    flat = (way[0], way[1], 0.0)
    if norm(flat) < 0.3:
        head = sub(j["head"], j["neck"])
        flat = (head[0], head[1], 0.0)
    if norm(flat) > 0.01:
        j[f"hand{i}"] = add(elbow, mul(unit(flat), FOREARM))


def hold_on(s: Skeleton, posture: Posture, ground: Ground) -> None:
    """Hands that hold a part of the body go there."""
    for i, arm in enumerate(posture.arms):
        if arm.hand:
            target, pole = hand_place(s, arm.hand, i, ground.build)
            if not place_hand(s, i, target, pole):
                s.missed.append(Touch("hand", i, arm.hand))
