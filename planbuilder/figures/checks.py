"""What looks wrong with a pose: joints out of range, parts under the floor, contacts out of reach, bodies that fall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planbuilder.figures.frames import Position, limbs_of, supports_of
from planbuilder.figures.skeleton import Build, Touch
from planbuilder.figures.solve import overbalance
from planbuilder.figures.touch import FEET, Ground
from planbuilder.model.figure import Angle, Figure
from planbuilder.problems import Place, Problem, warning

LEG_RANGE = {"hip": (-35, 140), "out": (-35, 75), "turn": (-60, 90), "knee": (-5, 155), "open": (-10, 75)}
ARM_RANGE = {"up": (-65, 185), "out": (-60, 180), "turn": (-95, 95), "elbow": (-5, 155)}
TRUNK_RANGE = {
    "lean": (-60, 110), "bend": (-70, 100), "side": (-45, 45), "twist": (-75, 75), "turn": (-180, 180),
    "hike": (-22, 22), "nod": (-70, 75), "look": (-90, 90), "tilt": (-50, 50),
}  # fmt: skip
SINKS = 0.06  # heads under the floor that nobody sees
FALLS = 0.3  # heads the weight may be beside the feet
OFF = 0.05


def check(figure: Figure, done: tuple[Position, ...], build: Build) -> tuple[Problem, ...]:
    """Everything that looks wrong, each at its line."""
    found: list[Problem] = []
    ground = Ground(supports_of(figure), build)
    for position in done:
        found += _ranges(position)
        found += _reach(position, ground)
        found += _floor(position, build)
        found += _balance(position)
    return tuple(found)


def _ranges(position: Position) -> Iterator[Problem]:
    frame = position.frame
    yield from _beyond(frame.trunk, TRUNK_RANGE)
    for limb in frame.limbs:
        yield from _beyond(limb.angles, LEG_RANGE if limb.kind == "leg" else ARM_RANGE)


def _beyond(angles: tuple[Angle, ...], ranges: Mapping[str, tuple[float, float]]) -> Iterator[Problem]:
    for angle in angles:
        low, high = ranges[angle.joint]
        if not low <= angle.degrees <= high:
            yield warning(
                angle.place,
                "{joint} {degrees:g} is more than a body can do.",
                "write between {low} and {high} degrees",
                joint=angle.joint,
                degrees=angle.degrees,
                low=low,
                high=high,
            )


def _reach(position: Position, ground: Ground) -> Iterator[Problem]:
    for touch in position.posture.touches:
        if touch.support == "wall":
            continue
        off = ground.gap(position.body, touch)
        if abs(off) > OFF or touch in position.body.missed:
            yield warning(
                _place(position, touch, ground.build),
                "The {part} does not reach the {support}.",
                "change the angles, or take it out of contact",
                part=_name(touch),
                support=touch.support,
            )
    for touch in position.body.missed:
        if touch not in position.posture.touches:
            yield warning(position.frame.place, "The hand does not reach what it holds.", "bend the body nearer to it")


def _place(position: Position, touch: Touch, build: Build) -> Place:
    for contact in position.frame.contacts or ():
        if contact.part == touch.part and (touch.limb < 0 or touch.limb in limbs_of(contact.side, build.near)):
            return contact.place
    return position.frame.place


def _name(touch: Touch) -> str:
    side = {0: "near ", 1: "far "}.get(touch.limb, "")
    return side + touch.part


def _floor(position: Position, build: Build) -> Iterator[Problem]:
    touched = {f"{t.part}{t.limb}" for t in position.posture.touches}
    for joint, p in position.body.joints.items():
        under = build.radius(joint) - p[2]
        if under > SINKS and joint not in touched:
            name = joint.rstrip("01")
            yield warning(
                position.frame.place,
                "The {part} is under the floor.",
                "bend the limb more, or let it touch the floor under contact",
                part=("near " if joint.endswith("0") else "far " if joint.endswith("1") else "") + name,
            )
            return


def _balance(position: Position) -> Iterator[Problem]:
    posture = position.posture
    feet = [t for t in posture.touches if t.part in FEET]
    if not posture.balance or posture.body != "upright" or not feet or len(feet) < len(posture.touches):
        return
    ahead, aside = overbalance(position.body, posture)
    if max(abs(ahead), abs(aside)) <= FALLS:
        return
    way = ("forward" if ahead > 0 else "backward") if abs(ahead) >= abs(aside) else "sideways"
    yield warning(
        position.frame.place,
        "This body would fall {way}.",
        "leave lean out to have it balanced, or write balance: no for a moving body",
        way=way,
    )
