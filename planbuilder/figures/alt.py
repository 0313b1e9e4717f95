"""The picture in plain words, for those who cannot see it: the pose, what changes, where the arrows go.

Every phrase here is whole, so that a translator never meets half a sentence; `say` puts it into the reader's language.
"""

from __future__ import annotations

from collections.abc import Sequence

from planbuilder.figures.frames import Position, near_side, view_of
from planbuilder.figures.poses import POSES
from planbuilder.figures.skeleton import Arm, Leg, Posture
from planbuilder.figures.touch import FEET
from planbuilder.model.figure import Arrow, Figure
from planbuilder.words import Say

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
    "side-plank": "in a side plank on one forearm, top arm up",
    "all-fours": "on hands and knees",
    "quadruped-reach": "on one hand and the other knee, opposite arm and leg stretched out",
    "wall-lean": "leaning with both hands on a wall, one leg behind",
    "running": "running, one knee driving forward",
}
VIEW_WORDS = (
    "Seen from the side.",
    "Seen at an angle from the front.",
    "Seen from the front.",
    "Seen at an angle from behind.",
    "Seen from behind.",
)
PROP_WORDS = {
    "mat": "a mat",
    "step": "a step",
    "stairs": "stairs",
    "books": "books",
    "sofa": "a sofa",
    "chair": "a chair",
    "wall": "a wall",
    "rail": "a rail",
    "mirror": "a mirror",
    "band": "a band",
    "dumbbell": "a dumbbell",
    "backpack": "a backpack",
    "towel": "a towel",
    "weight": "a weight on the hips",
    "ball": "a ball",
    "spots": "rings where the foot touches",
    "hill": "a hill",
    "bike": "a bike",
    "hip-line": "a line through the hips",
}
HOLD_WORDS = {
    "hips": "hand on the hip",
    "chest": "hand at the chest",
    "head": "hand at the head",
    "ear": "hand at the ear",
    "clasp": "hands clasped in front",
    "thigh": "hand on the thigh",
    "knee": "hand on the knee",
    "shin": "hand on the shin",
    "ankle": "hand on the ankle",
    "foot": "hand holds the foot",
}
FOOT_WORDS = {
    "toes": "heel lifted",
    "heel": "toes lifted",
    "step": "foot on the step",
    "stairs": "foot on the stairs",
    "books": "foot on the books",
    "sofa": "foot on the sofa",
    "chair": "foot on the chair",
    "ball": "foot on the ball",
    "wall": "foot on the wall",
    "bike": "foot on the pedal",
    "": "foot off the floor",
}
LIMB_WORDS = {
    "leg": {
        "near": "near leg",
        "far": "far leg",
        "top": "top leg",
        "bottom": "bottom leg",
        "left": "left leg",
        "right": "right leg",
        "": "both legs",
    },
    "arm": {
        "near": "near arm",
        "far": "far arm",
        "top": "top arm",
        "bottom": "bottom arm",
        "left": "left arm",
        "right": "right arm",
        "": "both arms",
    },
}
PART_WORDS = {
    "head": "head",
    "shoulders": "shoulders",
    "trunk": "trunk",
    "hips": "hips",
    "foot": "foot",
    "toes": "toes",
    "heel": "heel",
    "ankle": "ankle",
    "knee": "knee",
    "thigh": "thigh",
    "hip": "hip",
    "hand": "hand",
    "elbow": "elbow",
    "shoulder": "shoulder",
    "leg": "leg",
    "arm": "arm",
}
SIDE_WORDS = {
    "near": "near",
    "far": "far",
    "front": "front",
    "back": "back",
    "top": "top",
    "bottom": "bottom",
    "left": "left",
    "right": "right",
}
WAY_WORDS = {
    "up": "Arrow: {part} up.",
    "down": "Arrow: {part} down.",
    "left": "Arrow: {part} to the left.",
    "right": "Arrow: {part} to the right.",
    "up-down": "Arrow: {part} up and down.",
    "left-right": "Arrow: {part} from side to side.",
    "forward": "Arrow: {part} forward.",
    "backward": "Arrow: {part} backward.",
    "forward-backward": "Arrow: {part} forward and back.",
}
ACT_WORDS = {
    "press": "Arrow: {part} presses and holds.",
    "path": "Arrow: {part} from the start to the end.",
    "turn left": "Arrow: the upper body turns to the left.",
    "turn right": "Arrow: the upper body turns to the right.",
}
ONE, TWO = ("{words}.",), ("Start: {words}.", "End: {words}.")
MORE = ("First: {words}.", "Then: {words}.", "Then: {words}.", "Last: {words}.")
CLEAR = 12.0  # degrees that are worth a word


def alt_text(figure: Figure, done: tuple[Position, ...], say: Say = str) -> str:
    """The author's own words, or sentences made from the pose."""
    if figure.alt:
        return figure.alt
    sentences = {1: ONE, 2: TWO}.get(len(done), (*MORE[: len(done) - 1], MORE[-1]))
    parts = [say(_seen(figure))]
    before: Posture | None = None
    for sentence, position in zip(sentences, done, strict=True):
        words = ", ".join(_words(figure, position, before, say)) or say("the same")
        parts.append(say(sentence).format(words=words if len(done) > 1 else words[0].upper() + words[1:]))
        before = position.posture
    upright = done[-1].posture.body == "upright"
    parts += [_arrow(arrow, _way(arrow.way, figure) if upright else arrow.way, say) for arrow in figure.arrows]
    things = [say(PROP_WORDS[prop.name]) for prop in figure.props if prop.name != "floor"]
    if things:
        parts.append(say("With {things}.").format(things=_listed(things, say)))
    return " ".join(parts)


def _facing(figure: Figure) -> tuple[float, float]:
    """How far the reader stands from straight in front or behind, in degrees, and +1 in front, -1 behind."""
    turn = (view_of(figure).turn + 180) % 360 - 180
    return abs(abs(turn) - 90), 1.0 if turn > 0 else -1.0


def _seen(figure: Figure) -> str:
    aside, front = _facing(figure)
    if aside > 65:
        return VIEW_WORDS[0]
    return VIEW_WORDS[(1 if front > 0 else 3) + (aside <= 25)]


def _way(way: str, figure: Figure) -> str:
    """Left and right on the page, as somebody who stands there would say."""
    aside, front = _facing(figure)
    if way not in ("left", "right", "left-right"):
        return way
    if aside <= 45:
        return {"left": "right", "right": "left"}.get(way, way) if front > 0 else way
    if way == "left-right":
        return "forward-backward"
    ahead = "right" if abs((view_of(figure).turn + 180) % 360 - 180) < 90 else "left"
    return "forward" if way == ahead else "backward"


def _sides(figure: Figure, posture: Posture) -> tuple[str, str]:
    """What to call the limbs of the near and the far side."""
    if posture.body == "side":
        return "top", "bottom"
    if _facing(figure)[0] > 25:
        return "near", "far"
    return ("left", "right") if near_side(figure) > 0 else ("right", "left")


def _words(figure: Figure, position: Position, before: Posture | None, say: Say) -> list[str]:
    pose, posture = position.frame.pose, position.posture
    base = POSES[pose] if pose else before or POSES["standing"]
    sides = _sides(figure, posture)
    legs = [[*_leg(base.legs[i], posture.legs[i], say), *_foot(base, posture, i, say)] for i in (0, 1)]
    arms = [_arm(a, b, say) for a, b in zip(base.arms, posture.arms, strict=True)]
    found = [say(POSE_WORDS[pose])] if pose else []
    found += [*_trunk(base, posture, say), *_pair("leg", sides, legs, say), *_pair("arm", sides, arms, say)]
    if not posture.touches:
        found.append(say("off the floor"))
    return found


def _trunk(a: Posture, b: Posture, say: Say) -> list[str]:
    words = []
    was, now = a.trunk, b.trunk
    if now.lean - was.lean >= CLEAR - 4:
        words.append(say("trunk leans forward {degrees} degrees").format(degrees=_round(now.lean)))
    elif was.lean - now.lean >= CLEAR - 4:
        words.append(say("trunk comes up"))
    if abs(now.bend - was.bend) >= CLEAR:
        words.append(say("back rounds" if now.bend > 0 else "back arches"))
    if abs(now.twist - was.twist) >= CLEAR:
        words.append(say("upper body turns to the left" if now.twist > 0 else "upper body turns to the right"))
    if abs(now.hike - was.hike) > 4:
        words.append(say("pelvis tips to one side"))
    return words


def _pair(kind: str, sides: tuple[str, str], found: list[list[str]], say: Say) -> list[str]:
    """What two limbs do, in one where they do the same."""
    told = [("", found[0])] if found[0] == found[1] else list(zip(sides, found, strict=True))
    names = LIMB_WORDS[kind]
    return [
        say("{limb}: {what}").format(limb=say(names[side]), what=_listed(words, say)) for side, words in told if words
    ]


def _leg(a: Leg, b: Leg, say: Say) -> list[str]:
    words = []
    if abs(b.hip - a.hip) >= CLEAR:
        hip = say("reaches behind" if b.hip < -8 else "hip at {degrees} degrees" if b.hip > 10 else "hip straight")
        words.append(hip.format(degrees=_round(b.hip)))
    if abs(b.knee - a.knee) >= CLEAR:
        knee = say("knee bent to {degrees} degrees" if b.knee > 12 else "knee straight")
        words.append(knee.format(degrees=_round(b.knee)))
    if abs(b.out - a.out) >= 8 and abs(b.out) >= 8:
        words.append(say("out to the side" if b.out > 0 else "in to the middle"))
    if abs(b.open - a.open) >= 8:
        words.append(say("knee opens up while the feet stay together"))
    return words


def _foot(a: Posture, b: Posture, limb: int, say: Say) -> list[str]:
    """What a foot rests on now, where that has changed; where no foot rests on anything it is said once for all."""
    was, now = _rest(a, limb), _rest(b, limb)
    if was == now or now == "foot" or not b.touches:
        return []
    return [say(FOOT_WORDS[now])]


def _rest(posture: Posture, limb: int) -> str:
    """A support other than the floor, else "foot", "toes" or "heel", else nothing."""
    touches = (t for t in posture.touches if t.limb == limb and t.part in FEET)
    return next((t.part if t.support == "floor" else t.support for t in touches), "")


def _arm(a: Arm, b: Arm, say: Say) -> list[str]:
    if b.hand:
        return [] if b.hand == a.hand else [say(HOLD_WORDS[b.hand.rstrip("01")])]
    words = []
    if abs(b.up - a.up) >= 20:
        words.append(_raised(b.up, say))
    if abs(b.out - a.out) >= 25:
        words.append(say("out to the side"))
    if abs(b.elbow - a.elbow) >= 25:
        words.append(say("elbow bent" if b.elbow > a.elbow else "elbow straight"))
    return words


def _raised(up: float, say: Say) -> str:
    if up >= 130:
        return say("overhead")
    return say("raised forward" if up > 45 else "behind the body" if up < -15 else "down")


def _arrow(arrow: Arrow, way: str, say: Say) -> str:
    if arrow.act == "turn":
        return say(ACT_WORDS[f"turn {arrow.way}"])
    part = say(PART_WORDS[arrow.part or "hips"])
    if arrow.side:
        part = say("{side} {part}").format(side=say(SIDE_WORDS[arrow.side]), part=part)
    return say(WAY_WORDS[way] if arrow.act == "way" else ACT_WORDS[arrow.act]).format(part=part)


def _round(degrees: float) -> int:
    return round(degrees / 10) * 10


def _listed(things: Sequence[str], say: Say) -> str:
    """One, two, or more things in a row: "a, b and c"."""
    if len(things) == 1:
        return things[0]
    return say("{things} and {last}").format(things=", ".join(things[:-1]), last=things[-1])
