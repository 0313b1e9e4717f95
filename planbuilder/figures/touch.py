"""What a body rests on: the parts that touch, the supports under them, and where planted parts stay."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from planbuilder.figures.skeleton import Build, Skeleton, Touch
from planbuilder.figures.vectors import Vec

FEET = ("foot", "toes", "heel")
ANCHORS = {
    "foot": ("ankle", "toe"),
    "toes": ("toe",),
    "heel": ("ankle",),
    "knee": ("knee",),
    "hand": ("hand",),
    "elbow": ("elbow",),
    "hip": ("hip",),
    "shoulders": ("neck",),
    "back": ("neck", "pelvis"),
    "front": ("pelvis", "ribs"),
    "seat": ("pelvis",),
    "head": ("head",),
}


class Ground(NamedTuple):
    """How high each support is, how thick the body, and where the parts are that stay planted."""

    supports: Mapping[str, float]
    build: Build
    held: Mapping[Touch, Vec] = MappingProxyType({})

    def top(self, touch: Touch) -> float:
        """How high the joint of a touching limb is when it rests."""
        return self.supports[touch.support] + self.build.limb

    def gap(self, s: Skeleton, touch: Touch) -> float:
        """How far a touching part is above its support."""
        lowest = min(s.joints[j][2] - self.build.radius(j) for j in joints_of(touch))
        return lowest - self.supports[touch.support]


def joints_of(touch: Touch) -> tuple[str, ...]:
    """The joints that rest on the support."""
    names = ANCHORS[touch.part]
    return names if touch.limb < 0 else tuple(f"{n}{touch.limb}" for n in names)


def anchor(s: Skeleton, touch: Touch) -> Vec:
    """The joint by which a touch holds its place."""
    return s.joints[joints_of(touch)[0]]
