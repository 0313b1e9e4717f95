"""One body placed in the square: what is shown, from where, how large, and the strokes it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot
from typing import NamedTuple

from planbuilder.figures.frames import Position
from planbuilder.figures.skeleton import Build, Skeleton
from planbuilder.figures.vectors import norm, sub
from planbuilder.figures.view import Eye, Frame, Spot

HEAD, NECK = 6.6, 12.7  # radius, and from shoulder line to its centre: leaves the gap at the neck
MOVED = 0.45  # heads a part must travel to be shown where it started
SEEN = 5.0  # units between the shoulders, or hips, from which on their line is drawn

TRUNK = ("pelvis", "waist", "ribs", "neck")
LEG = ("hip", "knee", "ankle", "toe")
ARM = ("shoulder", "elbow", "hand")

Line = list[Spot]


class Scene(NamedTuple):
    """One body placed in the square, with those that stand behind it and all positions of the figure."""

    shown: Position
    ghosts: tuple[Position, ...]
    before: Position | None
    all: tuple[Position, ...]
    eye: Eye
    frame: Frame
    build: Build
    pen: float  # 1, or less where two bodies share the square

    def spot(self, body: Skeleton, joint: str) -> Spot:
        """Where a joint is in the square."""
        return self.frame.put(self.eye.flat(body.joints[joint]))

    def limb(self, body: Skeleton, joints: tuple[str, ...], i: int) -> Line:
        """The joints of a limb in the square."""
        return [self.spot(body, f"{name}{i}") for name in joints]

    def trunk(self, body: Skeleton) -> list[Line]:
        """The spine, and the lines of hips and shoulders where they are seen."""
        lines = [[self.spot(body, name) for name in TRUNK]]
        for a, b, middle in (("shoulder0", "shoulder1", "neck"), ("hip0", "hip1", "pelvis")):
            left, right = self.spot(body, a), self.spot(body, b)
            if _distance(left, right) > SEEN * self.pen:
                lines.append([left, self.spot(body, middle), right])
            elif middle == "neck":
                lines[0][-1] = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2)
        return lines

    def arms_behind(self) -> bool:
        """Whether the arms lie beside a body on its back, where they would hide its line."""
        posture = self.shown.posture
        return (
            posture.body == "supine" and self.eye.tilt < 3 and not any(a.hand or abs(a.up) > 50 for a in posture.arms)
        )

    def far_limbs(self) -> tuple[int, ...]:
        """The limbs of the side that is clearly farther from the reader."""
        j = self.shown.body.joints
        if self.shown.posture.body == "side":
            return (1,)
        return (1,) if self.eye.depth(j["hip0"]) - self.eye.depth(j["hip1"]) > 0.3 else ()

    def moved(self, start: Position) -> list[Line]:
        """The lines of a start position whose parts have moved on."""
        was, now = start.body, self.shown.body
        lines = self.trunk(was)[:1] if _moved(was, now, TRUNK) else []  # the spine comes first
        for i in (1, 0):
            for names in (LEG, ARM):
                points = self._from_first_move(was, now, tuple(f"{n}{i}" for n in names))
                lines += [points] if points and not self._hidden(points) else []
        return lines

    def _hidden(self, points: Line) -> bool:
        """Whether a far limb of the shown body runs along the same line."""
        body = self.shown.body
        limbs = [self.limb(body, names, i) for i in self.far_limbs() for names in (LEG, ARM)]
        return any(all(any(_distance(p, q) < HEAD for q in limb) for p in points) for limb in limbs)

    def _from_first_move(self, was: Skeleton, now: Skeleton, joints: tuple[str, ...]) -> Line:
        """The joints from the last that has stayed to the last that has moved; none where all have stayed."""
        far = [_distance(self.spot(was, j), self.spot(now, j)) for j in joints]
        gone = [n for n, d in enumerate(far) if d > MOVED * self.frame.scale]
        if not gone:
            return []
        last = gone[-1] + 1 if gone[-1] + 1 < len(joints) and far[gone[-1]] > 12 else gone[-1]
        return [self.spot(was, j) for j in joints[max(0, gone[0] - 1) : last + 1]]


def _moved(a: Skeleton, b: Skeleton, joints: Iterable[str]) -> bool:
    return any(norm(sub(a.joints[j], b.joints[j])) > MOVED for j in joints)


def _distance(a: Spot, b: Spot) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])
