"""Pages for whoever makes a figure: one figure big with its skeleton, contacts and angles, and sheets of all words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planbuilder.figures.arrange import arrange
from planbuilder.figures.draw import picture
from planbuilder.figures.pen import Sheet, circle, polyline
from planbuilder.figures.poses import POSES
from planbuilder.figures.scene import ARM, LEG, TRUNK, Scene
from planbuilder.figures.skeleton import Posture, Trunk
from planbuilder.figures.touch import joints_of
from planbuilder.figures.view import SQUARE
from planbuilder.geometry import Size
from planbuilder.model.figure import POSES as NAMES
from planbuilder.model.figure import (
    PROPS,
    VIEWS,
    Angle,
    Contact,
    Figure,
    FigureStyle,
    Frame,
    Limb,
    Prop,
    View,
)
from planbuilder.model.measure import Measure
from planbuilder.model.pages import Drawing, Glyphs, Group, Mark, Page, Path, Stroke
from planbuilder.problems import Place, Source

A4 = Size(595.3, 841.9)
MARGIN = 36.0
NOWHERE = Place(Source("the sheet of poses", ""))


@dataclass(frozen=True, slots=True)
class Pen:
    """What captions are written with."""

    measure: Measure
    style: FigureStyle

    def words(self, text: str, x: float, y: float, size: float = 9.0, strong: bool = False) -> Glyphs:
        """A line of text that starts at a point."""
        face = self.measure.face("text", 700 if strong else 400)
        run = self.measure.shape(text, face)
        return Glyphs(x, y, size, self.style.ink if strong else self.style.slate, ((0.0, run),), text)

    def label(self, text: str, x: float, y: float) -> list[Mark]:
        """Words on a white ground."""
        glyphs = self.words(text, x, y, strong=True)
        wide = glyphs.runs[0][1].advance * glyphs.size
        ground = Path((("R", (x - 3, y - 9, wide + 6, 12)),), "#FFFFFF", Stroke(0.5, self.style.slate))
        return [ground, glyphs]


def construction(name: str, figure: Figure, style: FigureStyle, measure: Measure) -> Page:
    """A figure as large as the page allows with its bones, contacts and written angles, and its base pose beside it."""
    pen, side = Pen(measure, style), A4.width - 2 * MARGIN
    scale = side / SQUARE
    placed = arrange(figure, style)
    marks: list[Mark] = [pen.words(name, MARGIN, MARGIN + 16, 18, strong=True)]
    top = MARGIN + 32
    marks.append(Group(picture(figure, placed, style), MARGIN, top, scale))
    for scene, _ in placed:
        marks.append(Group(_bones(scene, style), MARGIN, top, scale))
        marks += _labels(scene, pen, top, scale)
    poses = dict.fromkeys(frame.pose for frame in figure.frames if frame.pose)
    for n, pose in enumerate(poses):
        x, y = MARGIN + n * 150, top + side + 24
        marks.append(Group(_alone(pose, style), x, y, 1.3))
        marks.append(pen.words(f"from: {pose}", x, y + 146))
    return Page(A4, tuple(marks), name)


def _bones(scene: Scene, style: FigureStyle) -> Drawing:
    """Thin white bones with a ring at each joint, a filled one where it touches something."""
    sheet, body = Sheet(), scene.shown.body
    lines = [[scene.spot(body, j) for j in TRUNK]]
    lines += [scene.limb(body, names, i) for i in (0, 1) for names in (LEG, ARM)]
    for points in lines:
        sheet.stroke(polyline(points), 0.5, "#FFFFFF")
    touching = {j for touch in scene.shown.posture.touches for j in joints_of(touch)}
    for joint in body.joints:
        fill = style.track if joint in touching else "#FFFFFF"
        sheet.fill(circle(scene.spot(body, joint), 1.1), fill, style.ink, 0.4)
    return Drawing("bones", Size(SQUARE, SQUARE), tuple(sheet.marks))


def _labels(scene: Scene, pen: Pen, top: float, scale: float) -> list[Mark]:
    """The angles as written, beside the joints they bend, and what the contacts rest on; no two on one spot."""
    posture, body = scene.shown.posture, scene.shown.body
    told: list[tuple[str, str]] = []
    for joint, name, near, far in _angles(posture):
        if near == far:
            told.append((f"{joint}0", f"{name} {near:.0f}"))
        else:
            told += [(f"{joint}0", f"near {name} {near:.0f}"), (f"{joint}1", f"far {name} {far:.0f}")]
    told += [("pelvis", f"{name} {value:.0f}") for name, value in _of_trunk(posture.trunk) if value]
    told += [(joints_of(t)[0], f"{t.part}: {t.support}") for t in posture.touches if t.limb < 1]
    marks: list[Mark] = []
    taken: list[tuple[float, float]] = []
    for joint, text in told:
        x, y = scene.spot(body, joint)
        spot = (MARGIN + x * scale + 16, top + y * scale + 4)
        while any(abs(spot[0] - a) < 70 and abs(spot[1] - b) < 13 for a, b in taken):
            spot = (spot[0], spot[1] + 13)
        taken.append(spot)
        marks += pen.label(text, *spot)
    return marks


def _angles(posture: Posture) -> list[tuple[str, str, float, float]]:
    legs, arms = posture.legs, posture.arms
    found = [
        ("hip", "hip", legs[0].hip, legs[1].hip),
        ("hip", "out", legs[0].out, legs[1].out),
        ("knee", "knee", legs[0].knee, legs[1].knee),
        ("shoulder", "up", arms[0].up, arms[1].up),
        ("elbow", "elbow", arms[0].elbow, arms[1].elbow),
    ]
    return [x for x in found if x[2] or x[3]]


def _of_trunk(trunk: Trunk) -> tuple[tuple[str, float], ...]:
    return (("lean", trunk.lean), ("bend", trunk.bend), ("twist", trunk.twist), ("hike", trunk.hike))


def sheets(style: FigureStyle, measure: Measure) -> tuple[Page, ...]:
    """All base poses, all views and all things, each with the word that calls it."""
    pen = Pen(measure, style)
    poses = [(name, _alone(name, style)) for name in NAMES]
    views = [(name, _drawn(Figure(NOWHERE, (_STEP,), View(*VIEWS[name], name)), style)) for name in VIEWS]
    things = [(name, _drawn(_with(name), style)) for name in PROPS if name != "floor"]
    return (
        _grid("from: base poses", poses, pen),
        _grid("view: where the reader stands", views, pen),
        _grid("props: things", things, pen),
    )


def _grid(title: str, drawings: Sequence[tuple[str, Drawing]], pen: Pen) -> Page:
    columns, cell = 4, (A4.width - 2 * MARGIN) / 4
    marks: list[Mark] = [pen.words(title, MARGIN, MARGIN + 14, 16, strong=True)]
    for n, (name, drawing) in enumerate(drawings):
        x, y = MARGIN + n % columns * cell, MARGIN + 30 + n // columns * (cell + 12)
        marks.append(Group(drawing, x, y, (cell - 14) / SQUARE))
        marks.append(pen.words(name, x, y + cell - 2))
    return Page(A4, tuple(marks), title)


def _drawn(figure: Figure, style: FigureStyle) -> Drawing:
    return picture(figure, arrange(figure, style), style)


def _alone(pose: str, style: FigureStyle) -> Drawing:
    props = tuple(
        Prop(NOWHERE, t.support, (("under", "seat"),) if t.part == "seat" else ())
        for t in POSES[pose].touches[-1:] + POSES[pose].touches[:1]
        if t.support in ("chair", "wall")
    )
    return _drawn(Figure(NOWHERE, (Frame(NOWHERE, pose),), props=props), style)


_STEP = Frame(
    NOWHERE,
    "standing",
    limbs=(
        Limb(NOWHERE, "leg", "near", (Angle(NOWHERE, "hip", 70), Angle(NOWHERE, "knee", 80))),
        Limb(NOWHERE, "arm", "far", (Angle(NOWHERE, "up", 60), Angle(NOWHERE, "elbow", 60))),
    ),
    contacts=(Contact(NOWHERE, "foot", "far", "floor"),),
)


def _with(name: str) -> Figure:
    """A body that uses a thing as it is mostly used."""
    frame = Frame(NOWHERE, "standing")
    if name in ("sofa", "chair", "bike"):
        frame = Frame(NOWHERE, "seated", contacts=(Contact(NOWHERE, "seat", "", name),))
    elif name in ("step", "stairs", "books"):
        frame = Frame(NOWHERE, "standing", contacts=(Contact(NOWHERE, "foot", "", name),))
    elif name in ("mat", "weight"):
        frame = Frame(NOWHERE, "bridge")
    elif name in ("wall", "rail"):
        frame = Frame(NOWHERE, "wall-lean")
    elif name == "hill":
        frame = Frame(NOWHERE, "running")
    view = View(*VIEWS["front"], "front") if name in ("band", "hip-line", "mirror", "spots", "ball") else None
    if name == "towel":
        frame = Frame(NOWHERE, "long-sitting", limbs=(Limb(NOWHERE, "arm", "", (Angle(NOWHERE, "up", 50),)),))
        return Figure(NOWHERE, (frame,), view, (Prop(NOWHERE, name, (("from", "hand"), ("to", "near foot"))),))
    if name == "ball":
        return Figure(NOWHERE, (frame,), view, (Prop(NOWHERE, name, (("between", "knee"),)),))
    return Figure(NOWHERE, (frame,), view, (Prop(NOWHERE, name),))
