"""The picture in plain words, for those who cannot see it: the pose, what changes, where the arrows go."""

from __future__ import annotations

from planbuilder.figures.frames import Position, view_of
from planbuilder.figures.poses import POSES
from planbuilder.figures.skeleton import Arm, Leg, Posture
from planbuilder.model.figure import Arrow, Figure

POSE_WORDS = {
    "standing": "standing",
    "soft-knees": "standing with soft knees",
    "split-stance": "standing in a long step",
    "half-kneeling": "kneeling on one knee",
    "kneeling": "kneeling",
    "seated": "sitting",
    "long-sitting": "sitting on the floor with long legs",
    "supine": "lying on the back",
    "hook-lying": "lying on the back, knees bent, feet flat",
    "bridge": "hips lifted in a bridge on shoulders and feet",
    "prone": "lying face down",
    "plank": "in a plank on straight arms",
    "forearm-plank": "in a plank on the forearms",
    "side-lying": "lying on one side, knees bent",
    "side-plank": "in a side plank on one forearm",
    "all-fours": "on hands and knees",
    "quadruped-reach": "on one hand and the other knee, opposite arm and leg stretched out",
    "wall-lean": "leaning with both hands on a wall, one leg behind",
    "running": "running, one knee driving forward",
}
VIEW_WORDS = ("from the side", "at an angle from the front", "from the front", "at an angle from behind", "from behind")
PROP_WORDS = {
    "hip-line": "a line through the hips",
    "spots": "rings where the foot touches",
    "weight": "a weight on the hips",
}
WAY_WORDS = {"up-down": "up and down", "left-right": "from side to side"}
CLEAR = 12.0  # degrees that are worth a word


def alt_text(figure: Figure, done: tuple[Position, ...]) -> str:
    """The author's own words, or sentences made from the pose."""
    if figure.alt:
        return figure.alt
    parts: list[str] = []
    names = ("Start", "End") if len(done) == 2 else ("First", "Then", "Then", "Last")
    before: Posture | None = None
    for n, position in enumerate(done):
        words = ", ".join(_words(position, before)) or "the same"
        parts.append(f"{names[n]}: {words}." if len(done) > 1 else f"{words[0].upper()}{words[1:]}.")
        before = position.posture
    parts += [_arrow(arrow) for arrow in figure.arrows]
    things = [
        PROP_WORDS.get(p.name, f"a {p.name}".replace("a stairs", "stairs")) for p in figure.props if p.name != "floor"
    ]
    if things:
        parts.append(f"With {_listed(things)}.")
    return f"Seen {_seen(figure)}. " + " ".join(parts)


def _seen(figure: Figure) -> str:
    turn = abs((view_of(figure).turn + 180) % 360 - 180), (view_of(figure).turn + 180) % 360 - 180
    aside = abs(turn[0] - 90)
    if aside > 65:
        return VIEW_WORDS[0]
    front = turn[1] > 0
    if aside > 25:
        return VIEW_WORDS[1 if front else 3]
    return VIEW_WORDS[2 if front else 4]


def _words(position: Position, before: Posture | None) -> list[str]:
    frame, posture = position.frame, position.posture
    words: list[str] = []
    base = before
    if frame.pose:
        words.append(POSE_WORDS[frame.pose])
        base = POSES[frame.pose]
    elif base is None:
        base = POSES["standing"]
    words += _trunk(base, posture)
    words += _pairs("leg", [_leg(a, b) for a, b in zip(base.legs, posture.legs, strict=True)], posture)
    words += _pairs("arm", [_arm(a, b) for a, b in zip(base.arms, posture.arms, strict=True)], posture)
    if not posture.touches:
        words.append("off the floor")
    return words


def _trunk(a: Posture, b: Posture) -> list[str]:
    words = []
    lean, bend = b.trunk.lean - a.trunk.lean, b.trunk.bend - a.trunk.bend
    if abs(lean) >= CLEAR - 4:
        words.append(f"trunk leans forward {_round(b.trunk.lean)} degrees" if lean > 0 else "trunk comes up")
    if abs(bend) >= CLEAR:
        words.append("back rounds" if b.trunk.bend > 0 else "back arches")
    if abs(b.trunk.twist - a.trunk.twist) >= CLEAR:
        words.append(f"upper body turns to the {'left' if b.trunk.twist > 0 else 'right'}")
    if abs(b.trunk.hike - a.trunk.hike) > 4:
        words.append("pelvis tips to one side")
    return words


def _pairs(kind: str, found: list[list[str]], posture: Posture) -> list[str]:
    if found[0] == found[1]:
        return [f"both {kind}s: {' and '.join(found[0])}"] if found[0] else []
    names = ("top", "bottom") if posture.body == "side" else ("near", "far")
    return [f"{name} {kind}: {' and '.join(words)}" for name, words in zip(names, found, strict=True) if words]


def _leg(a: Leg, b: Leg) -> list[str]:
    words = []
    if abs(b.hip - a.hip) >= CLEAR:
        words.append(
            "reaches behind" if b.hip < -8 else f"hip at {_round(b.hip)} degrees" if b.hip > 10 else "hip straight"
        )
    if abs(b.knee - a.knee) >= CLEAR:
        words.append(f"knee bent to {_round(b.knee)} degrees" if b.knee > 12 else "knee straight")
    if abs(b.out - a.out) >= 8:
        words.append("out to the side" if b.out > a.out else "in to the middle")
    if abs(b.open - a.open) >= 8:
        words.append("knee opens up while the feet stay together")
    return words


def _arm(a: Arm, b: Arm) -> list[str]:
    if b.hand:
        return [] if b.hand == a.hand else [f"hand at the {b.hand.rstrip('01')}"]
    words = []
    if abs(b.up - a.up) >= 20:
        words.append(
            "raised forward" if 45 < b.up < 130 else "overhead" if b.up >= 130 else "behind" if b.up < -15 else "down"
        )
    if abs(b.out - a.out) >= 25:
        words.append("out to the side")
    if abs(b.elbow - a.elbow) >= 25:
        words.append("elbow bent" if b.elbow > a.elbow else "elbow straight")
    return words


def _arrow(arrow: Arrow) -> str:
    part = f"{arrow.side} {arrow.part}".strip()
    moves = "move" if arrow.part in ("hips", "shoulders", "toes") else "moves"
    way = WAY_WORDS.get(arrow.way, arrow.way)
    if arrow.act == "turn":
        return f"Arrow: the upper body turns {arrow.way}."
    if arrow.act == "press":
        return f"Arrow: the {part} presses and holds."
    if arrow.act == "way":
        return f"Arrow: the {part} {moves} {way}."
    return f"Arrow: the {part} {moves} there."


def _round(degrees: float) -> int:
    return round(degrees / 10) * 10


def _listed(things: list[str]) -> str:
    return things[0] if len(things) == 1 else ", ".join(things[:-1]) + " and " + things[-1]
