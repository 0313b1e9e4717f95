"""From a posture to a body in the world: contacts met, feet planted, weight over the feet.

The first touch carries the body. Poses that hang between two supports are swung until both meet; other feet and hands
are reached by bending a limb in its own plane; what touches nothing is kept out of the floor.
"""

from __future__ import annotations

from math import degrees, hypot

from planbuilder.figures.reach import LEG, hold_on, lay_forearm, place_hand, reach_foot, reach_hand
from planbuilder.figures.skeleton import Posture, Skeleton, stand, weight_centre
from planbuilder.figures.swing import swung
from planbuilder.figures.touch import FEET, Ground, anchor
from planbuilder.figures.vectors import Vec, add, mul, norm, sub, unit

SWAY = 1.27  # the standing leg does not move along, so the rest of the body has to go farther


def solve(posture: Posture, ground: Ground) -> Skeleton:
    """The body of a posture in the world."""
    posture = _balanced(swung(posture, ground), ground)
    s = _placed(posture, ground)
    _sink(s, posture, ground)
    for touch in posture.touches:
        if touch.part in FEET:
            reach_foot(s, posture, touch, ground)
        elif touch.part == "elbow":
            lay_forearm(s, touch.limb)
        elif touch.part == "hand" and touch is not posture.touches[0]:
            reach_hand(s, posture, touch, ground)
    hold_on(s, posture, ground)
    _stay_above(s, posture, ground)
    return s


def _placed(posture: Posture, ground: Ground) -> Skeleton:
    """The body carried by its first touch; one that touches nothing hangs a little above the floor."""
    s, limb = stand(posture, ground.build), ground.build.limb
    if not posture.touches:
        s.shift((0.0, 0.0, 0.35 + limb - min(p[2] for p in s.joints.values())))
        return s
    first = posture.touches[0]
    at, here = ground.held.get(first, (0.0, 0.0, 0.0)), anchor(s, first)
    s.shift((at[0] - here[0], at[1] - here[1], -ground.gap(s, first)))
    return s


# ---- balance


def _balanced(posture: Posture, ground: Ground) -> Posture:
    """The posture leaned, or shifted over its one foot, until its weight is above what it stands on."""
    touches = posture.touches
    if not posture.balance or posture.body != "upright" or not touches or any(t.part not in FEET for t in touches):
        return posture
    for _ in range(4):
        s = _placed(posture, ground)
        ahead, aside = overbalance(s, posture)
        if abs(ahead) < 0.01 and abs(aside) < 0.01:
            break
        height = max(2.0, weight_centre(s)[2] - ground.supports[touches[0].support])
        moved = posture
        if not posture.leaned:
            moved = _leaned(posture, -degrees(ahead / height))
        if len({t.limb for t in touches}) == 1:
            side = ground.build.sign(touches[0].limb)
            moved = _shifted(moved, touches[0].limb, side * SWAY * degrees(aside / height))
        if moved == posture:
            break
        posture = moved
    return posture


def _leaned(posture: Posture, by: float) -> Posture:
    """The trunk bowed that much farther."""
    lean = max(-40.0, min(70.0, posture.trunk.lean + by))
    return posture._replace(trunk=posture.trunk._replace(lean=lean))


def _shifted(posture: Posture, limb: int, by: float) -> Posture:
    """The hips moved sideways over the one foot."""
    legs = list(posture.legs)
    legs[limb] = legs[limb]._replace(out=max(-14.0, min(14.0, legs[limb].out + by)))
    return posture._replace(legs=(legs[0], legs[1]))


def overbalance(s: Skeleton, posture: Posture) -> tuple[float, float]:
    """How far the weight is ahead and to the left of what the body stands on; 0 where it is above it."""
    soles = {"toes": ("toe",)}
    feet = [s.joints[f"{j}{t.limb}"] for t in posture.touches for j in soles.get(t.part, ("ankle", "toe"))]
    weight = weight_centre(s)
    xs, ys = [p[0] for p in feet], [p[1] for p in feet]
    low, high = min(xs) - 0.02, max(xs) - 0.02
    if high - low < 0.1:
        low, high = low - 0.15, high + 0.15
    ahead = weight[0] - max(low, min(high, weight[0]))
    aside = weight[1] - max(min(ys) - 0.15, min(max(ys) + 0.15, weight[1]))
    return ahead, aside


def _sink(s: Skeleton, posture: Posture, ground: Ground) -> None:
    """Carry a standing body to where all its feet reach: down a little, or between them."""
    feet = [t for t in posture.touches if t.part in FEET]
    if posture.body != "upright" or len(feet) < 2 or posture.touches[0].part not in FEET:
        return
    stays = [ground.held.get(t) or anchor(s, t) for t in feet]
    holds: list[tuple[Vec, Vec]] = []
    for touch, at in zip(feet, stays, strict=True):
        off = sub((at[0], at[1], ground.top(touch)), anchor(s, touch))
        holds.append((s.joints[f"hip{touch.limb}"], add(s.joints[f"ankle{touch.limb}"], off)))
    moved: Vec = (0.0, 0.0, 0.0)
    for _ in range(60):
        over = [(norm(sub(ankle, add(hip, moved))) - LEG * 0.999, hip, ankle) for hip, ankle in holds]
        worst, hip, ankle = max(over)
        if worst <= 0:
            break
        moved = add(moved, mul(unit(sub(ankle, add(hip, moved))), worst * 1.02 + 1e-4))
    s.shift(moved)
    for touch, at in zip(feet, stays, strict=True):
        reach_foot(s, posture, touch, ground, at)
    s.missed.clear()


# ---- nothing sinks


def _stay_above(s: Skeleton, posture: Posture, ground: Ground) -> None:
    """Feet, hands and head that rest on nothing are kept out of the floor (or of what the shoulders lie on)."""
    j, limb = s.joints, ground.build.limb
    feet = {t.limb for t in posture.touches if t.part in FEET}
    hands = {t.limb for t in posture.touches if t.part in ("hand", "elbow")}
    for i in (0, 1):
        if i not in feet:
            ankle = _raised(j[f"knee{i}"], j[f"ankle{i}"], limb)
            toe = add(j[f"toe{i}"], sub(ankle, j[f"ankle{i}"]))
            j[f"ankle{i}"], j[f"toe{i}"] = ankle, _raised(ankle, toe, limb)
        if i not in hands and j[f"hand{i}"][2] < limb - 1e-6:
            x, y, _ = j[f"hand{i}"]
            place_hand(s, i, (x, y, limb))
        if j[f"elbow{i}"][2] < limb - 1e-6:  # elbows give way to the side
            place_hand(s, i, j[f"hand{i}"], (0.0, ground.build.sign(i), 0.4))
    beds = (ground.supports[t.support] for t in posture.touches if t.part in ("shoulders", "back"))
    j["head"] = _raised(j["neck"], j["head"], next(beds, 0.0) + ground.build.head)


def _raised(root: Vec, tip: Vec, lowest: float) -> Vec:
    """A bone turned up about its root until its tip is as high as this."""
    if tip[2] >= lowest:
        return tip
    way = sub(tip, root)
    length, flat = norm(way), hypot(way[0], way[1])
    rise = lowest - root[2]
    if abs(rise) >= length or flat < 1e-6:
        return tip
    level = (length * length - rise * rise) ** 0.5 / flat
    return (root[0] + way[0] * level, root[1] + way[1] * level, lowest)
