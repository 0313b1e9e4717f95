"""One figure as large as a page allows, with its bones, contacts and angles, and the base poses it starts from."""

from __future__ import annotations

from planbuilder.figures.arrange import Placed, arrange
from planbuilder.figures.draw import picture
from planbuilder.figures.lettering import A4, MARGIN, Lettering
from planbuilder.figures.pen import Sheet, circle, polyline
from planbuilder.figures.poses import POSES
from planbuilder.figures.scene import ARM, LEG, TRUNK, Scene
from planbuilder.figures.sheets import alone
from planbuilder.figures.skeleton import Arm, Leg, Posture, Touch, Trunk
from planbuilder.figures.touch import joints_of
from planbuilder.figures.view import SQUARE
from planbuilder.geometry import Size
from planbuilder.model.figure import Figure, FigureStyle
from planbuilder.model.pages import Drawing, Group, Mark, Page

BIG, SMALL = 5.0, 1.25  # points a unit: the figure, and a base pose
TOP = MARGIN + 40
LEGEND = "White rings are joints, filled ones rest on something. Angles in degrees, as in the file."
OF_LEG, OF_ARM = ("hip", "out", "turn", "knee", "open"), ("up", "out", "turn", "elbow")
OF_TRUNK = ("lean", "bend", "side", "twist", "turn", "hike", "nod", "look", "tilt")
BOTH = {
    "foot": "feet",
    "toes": "toes",
    "heel": "heels",
    "knee": "knees",
    "hand": "hands",
    "elbow": "elbows",
    "hip": "hips",
}
AT = {"knee": "knee", "open": "knee", "elbow": "elbow", "up": "shoulder"}


def construction(name: str, figure: Figure, pen: Lettering) -> Page:
    """A figure with its skeleton, what it rests on and all angles that are not 0; below it what it starts from."""
    marks = pen.title(name, LEGEND)
    left = (A4.width - BIG * SQUARE) / 2
    placed = arrange(figure, pen.style)
    marks += _skeleton(figure, placed, pen, left, TOP, BIG)
    for scene, _ in placed:
        marks += _labels(scene, pen, (left, TOP), BIG)
    for n, pose in enumerate(dict.fromkeys(frame.pose for frame in figure.frames if frame.pose)):
        x = MARGIN + n % 2 * (A4.width - 2 * MARGIN) / 2
        marks += _base(pose, pen, x, TOP + BIG * SQUARE + 12 + n // 2 * (SMALL * SQUARE + 8))
    return Page(A4, tuple(marks), name)


def _skeleton(figure: Figure, placed: Placed, pen: Lettering, x: float, y: float, scale: float) -> list[Mark]:
    drawing = picture(figure, placed, pen.style)
    bones = [Group(_bones(scene, pen.style), x, y, scale) for scene, _ in placed]
    return [Group(drawing, x, y, scale, role="figure"), *bones]


def _base(pose: str, pen: Lettering, x: float, y: float) -> list[Mark]:
    """A base pose, and beside it the angles and contacts that come with it."""
    figure, posture = alone(pose), POSES[pose]
    marks = _skeleton(figure, arrange(figure, pen.style), pen, x, y, SMALL)
    aside = x + SMALL * SQUARE + 10
    marks.append(pen.words(f"from: {pose}", aside, y + 12, 10, strong=True))
    lines = [", ".join(words).replace(":,", ":") for words in (_trunk(posture), *_limbs(posture)) if words]
    lines += ["contact:", *_contacts(posture)]
    for n, line in enumerate(lines):
        marks.append(pen.words(line, aside, y + 26 + n * 11, 8))
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
    told = [("ribs", words) for words in _trunk(posture)]
    for limbs, names, root in ((posture.legs, OF_LEG, "hip"), (posture.arms, OF_ARM, "shoulder")):
        for name in names:
            near, far = (getattr(limb, name) for limb in limbs)
            joint = AT.get(name, root)
            if near == far:
                told += [(f"{joint}0", f"{name} {near:.0f}")] if near else []
            else:
                told += [(f"{joint}0", f"near {name} {near:.0f}"), (f"{joint}1", f"far {name} {far:.0f}")]
    return told + [(joints_of(touch)[0], _contact(touch)) for touch in posture.touches]


def _trunk(posture: Posture) -> list[str]:
    return _angles(posture.trunk, OF_TRUNK)


def _limbs(posture: Posture) -> list[list[str]]:
    """The angles of legs and arms, a line each, or two where the sides differ."""
    lines = []
    for kind, limbs, names in (("leg", posture.legs, OF_LEG), ("arm", posture.arms, OF_ARM)):
        near, far = (_angles(limb, names) for limb in limbs)
        lines += [[f"{kind}s:", *near]] if near == far else [[f"near {kind}:", *near], [f"far {kind}:", *far]]
    return [line for line in lines if len(line) > 1]


def _angles(angles: Trunk | Leg | Arm, names: tuple[str, ...]) -> list[str]:
    return [f"{name} {getattr(angles, name):.0f}" for name in names if getattr(angles, name)]


def _contact(touch: Touch) -> str:
    side = {0: "near ", 1: "far "}.get(touch.limb, "")
    return f"{side}{touch.part}: {touch.support}"


def _contacts(posture: Posture) -> list[str]:
    """What rests on what, both sides in one."""
    rests: dict[tuple[str, str], list[Touch]] = {}
    for touch in posture.touches:
        rests.setdefault((touch.part, touch.support), []).append(touch)
    return [
        _contact(touches[0]) if len(touches) == 1 else f"{BOTH[part]}: {on}" for (part, on), touches in rests.items()
    ]
