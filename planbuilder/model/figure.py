"""A figure as its author wrote it: a pose in words, with the place of every word that can be wrong."""

from typing import Literal, NamedTuple

from planbuilder.problems import Place

VIEWS: dict[str, tuple[float, float]] = {
    "side": (0, 0),
    "front": (90, 0),
    "back": (-90, 0),
    "other-side": (180, 0),
    "front-quarter": (48, 12),
    "back-quarter": (-48, 12),
    "almost-front": (70, 14),
    "almost-back": (-70, 14),
    "side-high": (0, 24),
    "front-high": (90, 24),
    "back-high": (-90, 24),
    "quarter-high": (40, 28),
}
POSES = (
    "standing",
    "soft-knees",
    "split-stance",
    "half-kneeling",
    "kneeling",
    "seated",
    "long-sitting",
    "supine",
    "hook-lying",
    "bridge",
    "prone",
    "plank",
    "forearm-plank",
    "side-lying",
    "side-plank",
    "all-fours",
    "quadruped-reach",
    "wall-lean",
    "running",
)
SIDES = ("near", "far", "front", "back", "top", "bottom", "left", "right")
TRUNK = ("lean", "bend", "side", "twist", "turn", "hike", "nod", "look", "tilt")
LEG = ("hip", "out", "turn", "knee", "open", "foot")
ARM = ("up", "out", "turn", "elbow", "hand")
FEET = ("flat", "toes", "heel", "relaxed", "pointed")
HANDS = ("hips", "chest", "head", "ear", "clasp", "knee", "thigh", "shin", "ankle", "foot", "free")
PARTS = (
    "foot",
    "toes",
    "heel",
    "knee",
    "hand",
    "elbow",
    "hip",
    "shoulders",
    "back",
    "front",
    "seat",
    "head",
)
POINTS = (
    "head",
    "shoulders",
    "trunk",
    "hips",
    "foot",
    "toes",
    "heel",
    "ankle",
    "knee",
    "thigh",
    "hip",
    "hand",
    "elbow",
    "shoulder",
    "leg",
    "arm",
)
SUPPORTS: dict[str, float] = {
    "floor": 0.0,
    "books": 0.32,
    "step": 0.95,
    "stairs": 0.8,
    "ball": 1.5,
    "sofa": 1.9,
    "chair": 1.9,
    "bike": 3.1,
    "wall": 0.0,
}
PROPS: dict[str, tuple[str, ...]] = {
    "floor": (),
    "mat": (),
    "step": ("under", "height", "width", "shift"),
    "stairs": ("under", "height"),
    "books": ("under", "height", "width", "shift"),
    "sofa": ("under", "beside", "height", "shift", "back"),
    "chair": ("under", "beside", "before", "height", "shift", "back"),
    "wall": ("at", "side"),
    "rail": ("at",),
    "mirror": ("side",),
    "band": ("around", "from", "to"),
    "dumbbell": ("in",),
    "backpack": (),
    "towel": ("from", "to"),
    "weight": ("on",),
    "ball": ("between", "under", "at", "height"),
    "spots": ("under",),
    "hill": (),
    "bike": (),
    "hip-line": (),
}
WAYS = ("up", "down", "left", "right", "up-down", "left-right")
LAYOUTS = ("ghost", "pair", "single")

Layout = Literal["ghost", "pair", "single", ""]


class View(NamedTuple):
    """Where the reader stands: `turn` 0 is the person's right, 90 the front; `tilt` is from above."""

    turn: float = 0.0
    tilt: float = 0.0
    word: str = ""


class Angle(NamedTuple):
    """A joint and its degrees."""

    place: Place
    joint: str
    degrees: float


class Limb(NamedTuple):
    """What one leg or arm does, or both: `side` is empty for both."""

    place: Place
    kind: Literal["leg", "arm"]
    side: str
    angles: tuple[Angle, ...] = ()
    foot: str | float | None = None
    hand: str | None = None


class Contact(NamedTuple):
    """A part of the body and what it rests on; `side` is empty for both."""

    place: Place
    part: str
    side: str
    support: str


class Frame(NamedTuple):
    """One position. Without `pose` it starts from the frame before; without `contacts` it keeps those."""

    place: Place
    pose: str = ""
    trunk: tuple[Angle, ...] = ()
    limbs: tuple[Limb, ...] = ()
    contacts: tuple[Contact, ...] | None = None
    keep: tuple[str, str] | None = None
    balance: bool = True


class Prop(NamedTuple):
    """A thing in the picture; `options` hold words, `numbers` lengths in heads."""

    place: Place
    name: str
    options: tuple[tuple[str, str], ...] = ()
    numbers: tuple[tuple[str, float], ...] = ()

    def word(self, key: str, default: str = "") -> str:
        """An option in words."""
        return dict(self.options).get(key, default)

    def number(self, key: str, default: float) -> float:
        """An option that is a length in heads."""
        return dict(self.numbers).get(key, default)


class Arrow(NamedTuple):
    """A movement: the true path of a part, a straight `way`, a `press` against something, or a `turn`."""

    place: Place
    act: Literal["path", "way", "press", "turn"]
    part: str = ""
    side: str = ""
    way: str = ""


class Figure(NamedTuple):
    """The picture of an exercise in words."""

    place: Place
    frames: tuple[Frame, ...]
    view: View | None = None
    props: tuple[Prop, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    layout: Layout = ""
    alt: str = ""


FarLimb = Literal["solid", "hollow"]
Start = Literal["solid", "dashed"]


class FigureStyle(NamedTuple):
    """How figures are drawn: colours "#RRGGBB", the width of a limb in a square of 100, far limb, start position."""

    ink: str = "#16202B"
    slate: str = "#46535F"
    track: str = "#B8431C"
    far: str = "#7E8893"
    ghost: str = "#B3BEC8"
    prop: str = "#E4EAEE"
    limb: float = 7.0
    far_limb: FarLimb = "solid"
    start: Start = "solid"
