"""Poses that hang between two supports (bridge, plank, side plank): the body is tipped until both touches meet."""

from __future__ import annotations

from math import acos, asin, atan2, cos, degrees, hypot, radians, sin, sqrt

from planbuilder.figures.skeleton import BODIES, FOREARM, SHANK, UPPER_ARM, Posture, Touch, stand
from planbuilder.figures.touch import FEET, Ground, anchor
from planbuilder.figures.vectors import Vec, column, cross, dot, norm, sub, unit


def swung(posture: Posture, ground: Ground) -> Posture:
    """The posture tipped so that its second touch meets its support as well."""
    first = posture.touches[0] if posture.touches else None
    second = next((t for t in posture.touches if first and t.part != first.part), None)
    if not posture.swing or not first or not second:
        return posture
    held = ground.held
    planted = first in held and second in held
    rise = ground.supports[second.support] - ground.supports[first.support]
    if planted and second.part in FEET:
        posture = _knees_between(posture, ground, first, second, hypot(_level(ground, first, second), rise))
    s = stand(posture, ground.build)
    pivot, hangs = anchor(s, first), anchor(s, second)
    if planted and second.part == "hand":
        hangs = s.joints[f"shoulder{second.limb}"]
        bent = posture.arms[second.limb].elbow
        rise = _shoulder_rise(bent, norm(sub(hangs, pivot)), _level(ground, first, second), rise)
    lean = posture.swing == "lean"
    axis = column(BODIES[posture.body], 1) if lean else column(s.turns["level"], 0)
    angle = _tip(sub(hangs, pivot), axis, rise)
    trunk = posture.trunk
    tipped = trunk._replace(lean=trunk.lean + angle) if lean else trunk._replace(roll=trunk.roll + angle)
    return posture._replace(trunk=tipped)


def _level(ground: Ground, a: Touch, b: Touch) -> float:
    p, q = ground.held[a], ground.held[b]
    return hypot(p[0] - q[0], p[1] - q[1])


def _tip(hanging: Vec, axis: Vec, rise: float) -> float:
    """Degrees to turn a vector about a level axis until it rises by this much; the smaller turn of the two."""
    p, q = hanging[2], cross(axis, hanging)[2]
    size = hypot(p, q)
    if size < 1e-9:
        return 0.0
    spread = acos(max(-1.0, min(1.0, rise / size)))
    middle = atan2(q, p)
    turns = ((middle + d + radians(180)) % radians(360) - radians(180) for d in (spread, -spread))
    return degrees(min(turns, key=lambda a: (abs(a), a)))


def _knees_between(posture: Posture, ground: Ground, first: Touch, second: Touch, distance: float) -> Posture:
    """Knees bent so that planted feet stay where they are."""
    s = stand(posture, ground.build)
    knee = s.joints[f"knee{second.limb}"]
    pivot, ankle = anchor(s, first), s.joints[f"ankle{second.limb}"]
    reach = norm(sub(pivot, knee))
    now = acos(_cosine(dot(unit(sub(pivot, knee)), unit(sub(ankle, knee)))))
    wanted = acos(_cosine((reach**2 + SHANK**2 - distance**2) / (2 * reach * SHANK)))
    planted = {t.limb for t in posture.touches if t.part in FEET and t in ground.held}
    legs = [
        leg._replace(knee=leg.knee + degrees(now - wanted)) if i in planted else leg
        for i, leg in enumerate(posture.legs)
    ]
    return posture._replace(legs=(legs[0], legs[1]))


def _shoulder_rise(elbow: float, body: float, level: float, rise: float) -> float:
    """How high the shoulder is above the pivot when the elbow of a planted hand bends as written."""
    arm = sqrt(UPPER_ARM**2 + FOREARM**2 + 2 * UPPER_ARM * FOREARM * cos(radians(elbow)))
    apart = hypot(level, rise)
    if apart < 1e-6:
        return rise
    corner = acos(_cosine((body**2 + apart**2 - arm**2) / (2 * body * apart)))
    return body * sin(corner + asin(_cosine(rise / apart)))


def _cosine(value: float) -> float:
    return max(-1.0, min(1.0, value))
