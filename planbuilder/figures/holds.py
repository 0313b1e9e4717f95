"""Where a hand goes that holds on to the body: on the hips, behind the head, at a knee, round a foot."""

from __future__ import annotations

from planbuilder.figures.skeleton import Build, Skeleton
from planbuilder.figures.vectors import Vec, add, between, turned

# frame, joint it is counted from, where (forward, outward, up), and where the elbow points
PLACES: dict[str, tuple[str, str, Vec, Vec]] = {
    "hips": ("pelvis", "pelvis", (0.12, 0.34, 0.46), (-0.6, 0.9, 0.0)),
    "chest": ("chest", "neck", (0.5, -0.05, -0.45), (0.25, 0.8, -0.8)),
    "clasp": ("chest", "neck", (0.95, 0.0, -0.5), (0.1, 1.0, -0.8)),
    "head": ("head", "head", (-0.1, 0.55, 0.0), (0.1, 1.0, 0.15)),
    "ear": ("head", "head", (0.05, 0.55, 0.0), (0.4, 1.0, -0.2)),
}
LEG_PLACES = {"thigh": ("hip", "knee", 0.72), "knee": ("knee", "ankle", 0.08), "shin": ("knee", "ankle", 0.4)}
BACK: Vec = (-0.6, 0.5, -0.3)


def hand_place(s: Skeleton, hold: str, limb: int, build: Build) -> tuple[Vec, Vec]:
    """Where the hand is, and which way the elbow points. A hold is "hips", ... or a joint with its leg: "foot0"."""
    g, j = build.sign(limb), s.joints
    if hold in PLACES:
        frame, joint, where, pole = PLACES[hold]
        turn, chest = s.turns[frame], s.turns["chest"]
        at = add(j[joint], turned(turn, (where[0], g * where[1], where[2])))
        return at, turned(chest, (pole[0], g * pole[1], pole[2]))
    name, leg = hold[:-1], hold[-1]
    pole = turned(s.turns["chest"], (BACK[0], g * BACK[1], BACK[2]))
    if name in LEG_PLACES:
        a, b, t = LEG_PLACES[name]
        return between(j[a + leg], j[b + leg], t), pole
    if name == "foot":
        return between(j["ankle" + leg], j["toe" + leg], 0.6), pole
    return j["ankle" + leg], pole
