"""One figure as large as a page allows, with its bones, contacts and angles, and the base poses it starts from."""

from __future__ import annotations

from planbuilder.figures.arrange import arrange
from planbuilder.figures.draw import picture
from planbuilder.figures.lettering import A4, MARGIN, Lettering
from planbuilder.figures.pen import Sheet, circle, polyline
from planbuilder.figures.scene import ARM, LEG, TRUNK, Scene
from planbuilder.figures.sheets import alone
from planbuilder.figures.skeleton import Posture, Touch
from planbuilder.figures.touch import joints_of
from planbuilder.figures.view import SQUARE
from planbuilder.geometry import Size
from planbuilder.model.figure import Figure, FigureStyle
from planbuilder.model.pages import Drawing, Group, Mark, Page

BIG, SMALL = 5.0, 1.75  # points a unit: the figure, and a base pose
TOP = MARGIN + 40
LEGEND = "White rings are joints, filled ones rest on something. Angles in degrees, as in the file."
BESIDE_LEG, BESIDE_ARM = ("hip", "out", "turn", "knee", "open"), ("up", "out", "turn", "elbow")
OF_TRUNK = ("lean", "bend", "side", "twist", "turn", "hike", "nod", "look", "tilt")
AT = {"knee": "knee", "open": "knee", "elbow": "elbow", "up": "shoulder"}


def construction(name: str, figure: Figure, pen: Lettering) -> Page:
    """A figure with its skeleton and all angles that are not 0; below it the base poses, shown in the same way."""
    marks = pen.title(name, LEGEND)
    left = (A4.width - BIG * SQUARE) / 2
    marks += _explained(figure, pen, left, TOP, BIG)
    poses = dict.fromkeys(frame.pose for frame in figure.frames if frame.pose)
    for n, pose in enumerate(poses):
        x, y = MARGIN + n * (SMALL * SQUARE + 12), TOP + BIG * SQUARE + 18
        marks += _explained(alone(pose), pen, x, y, SMALL)
        marks.append(pen.words(f"from: {pose}", x, y + SMALL * SQUARE + 14, 10, strong=True))
    return Page(A4, tuple(marks), name)


def _explained(figure: Figure, pen: Lettering, x: float, y: float, scale: float) -> list[Mark]:
    placed = arrange(figure, pen.style)
    marks: list[Mark] = [Group(picture(figure, placed, pen.style), x, y, scale, role="figure")]
    for scene, _ in placed:
        marks.append(Group(_bones(scene, pen.style), x, y, scale))
    for scene, _ in placed:
        marks += _labels(scene, pen, (x, y), scale)
    return marks


def _bones(scene: Scene, style: FigureStyle) -> Drawing:
    """Thin white bones with a ring at each joint, a filled one where it touches something."""
    sheet, body = Sheet(), scene.shown.body
    lines = [[scene.spot(body, j) for j in TRUNK]]
    lines += [scene.limb(body, names, i) for i in (0, 1) for names in (LEG, ARM)]
    for points in lines:
        sheet.stroke(polyline(points), 0.5, "#FFFFFF")
    touching = {joint for touch in scene.shown.posture.touches for joint in joints_of(touch)}
    for joint in body.joints:
        colour = style.track if joint in touching else "#FFFFFF"
        sheet.fill(circle(scene.spot(body, joint), 1.1), colour, style.ink, 0.4)
    return Drawing("bones", Size(SQUARE, SQUARE), tuple(sheet.marks))


def _labels(scene: Scene, pen: Lettering, at: tuple[float, float], scale: float) -> list[Mark]:
    """The angles beside the joints they bend, and what the contacts rest on; no label covers another."""
    size = 4.5 + 0.7 * scale
    marks: list[Mark] = []
    taken: list[tuple[float, float]] = []
    for joint, text in _told(scene.shown.posture):
        x, y = scene.spot(scene.shown.body, joint)
        spot = (at[0] + x * scale + 3 * scale, at[1] + y * scale + 0.3 * size)
        while any(abs(spot[0] - a) < 8.5 * size and abs(spot[1] - b) < 1.4 * size for a, b in taken):
            spot = (spot[0], spot[1] + 0.1 * size)
        taken.append(spot)
        marks += pen.label(text, *spot, size)
    return marks


def _told(posture: Posture) -> list[tuple[str, str]]:
    """Joint and words of every angle that is not 0, both sides in one where they agree; then the contacts."""
    told = [("ribs", f"{name} {getattr(posture.trunk, name):.0f}") for name in OF_TRUNK if getattr(posture.trunk, name)]
    for limbs, names, root in ((posture.legs, BESIDE_LEG, "hip"), (posture.arms, BESIDE_ARM, "shoulder")):
        for name in names:
            near, far = (getattr(limb, name) for limb in limbs)
            joint = AT.get(name, root)
            if near == far:
                told += [(f"{joint}0", f"{name} {near:.0f}")] if near else []
            else:
                told += [(f"{joint}0", f"near {name} {near:.0f}"), (f"{joint}1", f"far {name} {far:.0f}")]
    return told + [(joints_of(touch)[0], _contact(touch)) for touch in posture.touches]


def _contact(touch: Touch) -> str:
    side = {0: "near ", 1: "far "}.get(touch.limb, "")
    return f"{side}{touch.part}: {touch.support}"
