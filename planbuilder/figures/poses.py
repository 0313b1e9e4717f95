"""The base poses: everything a figure says is a change on top of one of these."""

from __future__ import annotations

from planbuilder.figures.skeleton import Arm, Leg, Posture, Touch, Trunk


def _both(part: str, support: str = "floor") -> tuple[Touch, Touch]:
    return (Touch(part, 0, support), Touch(part, 1, support))


def _trunk(part: str, support: str = "floor") -> tuple[Touch]:
    return (Touch(part, -1, support),)


STANDING = Posture(
    legs=(Leg(knee=2, out=3), Leg(knee=2, out=3)),
    arms=(Arm(up=8, out=8, elbow=14), Arm(up=8, out=8, elbow=14)),
    touches=_both("foot"),
)
SUPINE = Posture(
    body="supine",
    trunk=Trunk(nod=-4),
    legs=(Leg(knee=2, foot=0), Leg(knee=2, foot=0)),
    arms=(Arm(out=16, elbow=4), Arm(out=16, elbow=4)),
    touches=_trunk("back"),
)
PRONE = Posture(
    body="prone",
    trunk=Trunk(nod=-8),
    legs=(Leg(foot="pointed"), Leg(foot="pointed")),
    arms=(Arm(up=168, out=8, elbow=10), Arm(up=168, out=8, elbow=10)),
    touches=_trunk("front"),
)
PLANK = Posture(
    body="prone",
    trunk=Trunk(nod=-10),
    legs=(Leg(foot=0), Leg(foot=0)),
    arms=(Arm(up=72, out=2), Arm(up=72, out=2)),
    touches=_both("toes") + _both("hand"),
    swing="lean",
)
SIDE_LYING = Posture(
    body="side",
    trunk=Trunk(side=16),
    legs=(Leg(hip=48, knee=88, foot=0, out=-8), Leg(hip=48, knee=88, foot=0)),
    arms=(Arm(up=95, out=-45), Arm(up=172, out=14, elbow=150)),
    touches=(Touch("hip", 1, "floor"),),
)
ALL_FOURS = Posture(
    trunk=Trunk(lean=74, nod=-14),
    legs=(Leg(hip=74, knee=90, foot="pointed"), Leg(hip=74, knee=90, foot="pointed")),
    arms=(Arm(up=78), Arm(up=78)),
    touches=_both("knee") + _both("hand"),
    arched=True,
    leaned=True,
)

POSES: dict[str, Posture] = {
    "standing": STANDING,
    "soft-knees": STANDING._replace(
        legs=(Leg(hip=32, knee=36, out=4), Leg(hip=32, knee=36, out=4)),
        trunk=Trunk(lean=14),
    ),
    "split-stance": STANDING._replace(
        legs=(Leg(hip=28, knee=10, out=2), Leg(hip=-22, knee=12, out=2)),
        touches=(Touch("foot", 0, "floor"), Touch("toes", 1, "floor")),
    ),
    "half-kneeling": STANDING._replace(
        legs=(Leg(hip=90, knee=90), Leg(hip=0, knee=88, foot="pointed")),
        touches=(Touch("knee", 1, "floor"), Touch("foot", 0, "floor")),
        leaned=True,
    ),
    "kneeling": STANDING._replace(
        legs=(Leg(knee=90, foot="pointed"), Leg(knee=90, foot="pointed")),
        touches=_both("knee"),
        leaned=True,
    ),
    "seated": STANDING._replace(
        legs=(Leg(hip=88, knee=86), Leg(hip=88, knee=86)),
        arms=(Arm(up=22, out=6, elbow=50), Arm(up=22, out=6, elbow=50)),
        touches=_trunk("seat", "chair") + _both("foot"),
        leaned=True,
    ),
    "long-sitting": STANDING._replace(
        legs=(Leg(hip=90, foot=0), Leg(hip=90, foot=0)),
        arms=(Arm(up=-18, out=10), Arm(up=-18, out=10)),
        touches=_trunk("seat"),
        leaned=True,
    ),
    "supine": SUPINE,
    "hook-lying": SUPINE._replace(
        legs=(Leg(hip=60, knee=116), Leg(hip=60, knee=116)),
        arms=(Arm(out=62, elbow=4), Arm(out=62, elbow=4)),
        touches=_trunk("back") + _both("foot"),
    ),
    "bridge": SUPINE._replace(
        trunk=Trunk(nod=6),
        legs=(Leg(hip=-4, knee=98), Leg(hip=-4, knee=98)),
        arms=(Arm(up=-24, out=62, elbow=2), Arm(up=-24, out=62, elbow=2)),
        touches=_trunk("shoulders") + _both("foot") + _both("hand"),
        swing="lean",
    ),
    "prone": PRONE,
    "plank": PLANK,
    "forearm-plank": PLANK._replace(
        arms=(Arm(up=88, elbow=92), Arm(up=88, elbow=92)),
        touches=_both("toes") + _both("elbow"),
    ),
    "side-lying": SIDE_LYING,
    "side-plank": SIDE_LYING._replace(
        trunk=Trunk(),
        legs=(Leg(foot=0), Leg(foot=0)),
        arms=(Arm(out=103), Arm(out=76, elbow=90)),
        touches=(Touch("foot", 1, "floor"), Touch("elbow", 1, "floor")),
        swing="roll",
    ),
    "all-fours": ALL_FOURS,
    "quadruped-reach": ALL_FOURS._replace(
        legs=(Leg(hip=74, knee=90, foot="pointed"), Leg(hip=-12, knee=2, foot=0)),
        arms=(Arm(up=164), Arm(up=78)),
        touches=(Touch("knee", 0, "floor"), Touch("hand", 1, "floor")),
    ),
    "wall-lean": STANDING._replace(
        trunk=Trunk(lean=14),
        legs=(Leg(hip=34, knee=36, out=2), Leg(hip=-12, knee=2, out=2)),
        arms=(Arm(up=84, elbow=16), Arm(up=84, elbow=16)),
        touches=_both("foot") + _both("hand", "wall"),
        leaned=True,
        balance=False,
    ),
    "running": STANDING._replace(
        trunk=Trunk(lean=8),
        legs=(Leg(hip=62, knee=88), Leg(hip=-18, knee=14)),
        arms=(Arm(up=-42, elbow=88), Arm(up=36, elbow=92)),
        touches=(Touch("toes", 1, "floor"),),
        leaned=True,
        balance=False,
    ),
}
