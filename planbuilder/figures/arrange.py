"""What is shown, how large and where: one body (with its start behind it), or the positions as a pair."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from planbuilder.figures.arrows import ArrowLine, arrows_of
from planbuilder.figures.frames import Position, near_side, positions, view_of
from planbuilder.figures.furniture import Room, extent
from planbuilder.figures.poses import POSES
from planbuilder.figures.scene import HEAD, NECK, Scene
from planbuilder.figures.skeleton import Build
from planbuilder.figures.vectors import norm, sub
from planbuilder.figures.view import FLOOR, LARGEST, LEFT, RIGHT, TOP, Dot, Eye, Frame, eye, fit
from planbuilder.model.figure import Figure, FigureStyle

PAIR = 0.68  # strokes of two bodies that share the square
GUTTER = 7.0
WIDTH, HEIGHT = RIGHT - LEFT, FLOOR - TOP

Placed = tuple[tuple[Scene, tuple[ArrowLine, ...]], ...]


def chosen_layout(figure: Figure, done: tuple[Position, ...]) -> str:
    """The layout as written; else the start shows behind the end, unless the whole body travels."""
    if len(done) == 1:
        return "single"
    if figure.layout:
        return figure.layout
    first, last = done[0].body.joints, done[-1].body.joints
    return "single" if norm(sub(first["head"], last["head"])) > 0.9 else "ghost"


def arrange(figure: Figure, style: FigureStyle) -> Placed:
    """The bodies and arrows of a figure in the square.

    How thick a body is in heads follows from the scale, and the scale from how it stands: so it is solved twice.
    """
    view = view_of(figure)
    facing = abs(abs((view.turn + 180) % 360 - 180) - 90) < 35
    upright = POSES[figure.frames[0].pose or "standing"].body == "upright"
    build = Build(near=near_side(figure), toe_out=26.0 if facing and upright else 4.0 if upright else 0.0)
    scene = _rough(figure, positions(figure, build), eye(view), build, style)[0]
    unit = scene.pen / scene.frame.scale
    build = build._replace(limb=style.limb / 2 * unit, head=HEAD * unit, neck=NECK * unit)
    done = positions(figure, build)
    found = _rough(figure, done, eye(view), build, style)
    if len(found) > 1:
        return tuple((scene, arrows_of(figure, scene)) for scene in found)
    return (_with_arrows(figure, found[0], style),)


def _rough(
    figure: Figure, done: tuple[Position, ...], look: Eye, build: Build, style: FigureStyle
) -> tuple[Scene, ...]:
    layout = chosen_layout(figure, done)
    if layout == "pair":
        ways = (_row(figure, done, look, build, style), _stack(figure, done, look, build, style))
        return max(ways, key=lambda scenes: scenes[0].frame.scale)
    ghosts = done[:-1] if layout == "ghost" else ()
    dots = _dots(figure, (*ghosts, done[-1]), done, look, style, 1.0)
    floor = _floor(look, dots)
    frame = _centred(dots, floor, fit(dots, floor, WIDTH, HEIGHT), LEFT, RIGHT, FLOOR)
    before = done[-2] if len(done) > 1 else None
    return (Scene(done[-1], ghosts, before, done, look, frame, build, 1.0),)


def _with_arrows(figure: Figure, scene: Scene, style: FigureStyle) -> tuple[Scene, tuple[ArrowLine, ...]]:
    """The scene made smaller until its arrows are in the square, too, and all of it centred."""
    dots = _dots(figure, (*scene.ghosts, scene.shown), scene.all, scene.eye, style, 1.0)
    floor = _floor(scene.eye, dots)
    for _ in range(4):
        arrows = arrows_of(figure, scene)
        left, top, right, bottom = _bounds(scene, dots, arrows)
        top -= max(0.0, bottom - FLOOR)
        if right - left <= WIDTH + 0.5 and top >= TOP - 1.5:
            break
        body = _bounds(scene, dots, ())
        shrink = min(_shrunk(right - left, body[2] - body[0], WIDTH), _shrunk(FLOOR - top, FLOOR - body[1], HEIGHT))
        frame = _centred(dots, floor, scene.frame.scale * shrink, LEFT, RIGHT, FLOOR)
        scene = scene._replace(frame=frame)
    shift = (LEFT + RIGHT) / 2 - (left + right) / 2
    raised = max(0.0, bottom - FLOOR) if floor is None else 0.0
    frame = scene.frame._replace(x=scene.frame.x + shift, y=scene.frame.y - raised)
    moved = tuple(a._replace(points=tuple((x + shift, y - raised) for x, y in a.points)) for a in arrows)
    return scene._replace(frame=frame), moved


def _shrunk(all_of_it: float, body: float, room: float) -> float:
    """How much smaller a body must be so that it fits together with arrows that keep their size."""
    return max(0.7, min(0.985, 1.0 if all_of_it <= room else 1.0 - (all_of_it - room + 1.0) / max(body, 1.0)))


def _bounds(scene: Scene, dots: list[Dot], arrows: tuple[ArrowLine, ...]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything drawn, in units."""
    spots = [(*scene.frame.put((x, y)), r) for x, y, r in dots]
    spots += [(x, y, 2.5) for arrow in arrows for x, y in arrow.points]
    xs, ys = [(x - r, x + r) for x, _, r in spots], [(y - r, y + r) for _, y, r in spots]
    return min(a for a, _ in xs), min(a for a, _ in ys), max(b for _, b in xs), max(b for _, b in ys)


def _row(figure: Figure, done: tuple[Position, ...], look: Eye, build: Build, style: FigureStyle) -> tuple[Scene, ...]:
    """The positions side by side on one floor, each as wide as it needs."""
    n, dots = len(done), [_dots(figure, (d,), done, look, style, PAIR) for d in done]
    floor = _floor(look, chain.from_iterable(dots))
    spans = [_span(d) for d in dots]
    room = WIDTH - GUTTER * (n - 1)
    scale = (room - sum(r for _, r in spans)) / sum(w for w, _ in spans)
    scale = min(scale, *(fit(d, floor, room, HEIGHT, LARGEST * PAIR) for d in dots))
    slack = (room - sum(w * scale + r for w, r in spans)) / n
    found, x = [], LEFT
    for i, position in enumerate(done):
        wide = spans[i][0] * scale + spans[i][1] + slack
        frame = _centred(dots[i], floor, scale, x, x + wide, FLOOR)
        found.append(Scene(position, (), done[i - 1] if i else None, done, look, frame, build, PAIR))
        x += wide + GUTTER
    return tuple(found)


def _stack(
    figure: Figure, done: tuple[Position, ...], look: Eye, build: Build, style: FigureStyle
) -> tuple[Scene, ...]:
    """The positions one above the other, the first on top."""
    each, dots = HEIGHT / len(done), [_dots(figure, (d,), done, look, style, PAIR) for d in done]
    floor = _floor(look, chain.from_iterable(dots))
    scale = min(fit(d, floor, WIDTH, each - 4, LARGEST * PAIR) for d in dots)
    found = []
    for i, position in enumerate(done):
        frame = _centred(dots[i], floor, scale, LEFT, RIGHT, TOP + each * (i + 1))
        found.append(Scene(position, (), done[i - 1] if i else None, done, look, frame, build, PAIR))
    return tuple(found)


def _floor(look: Eye, dots: Iterable[Dot]) -> float | None:
    """The height of the floor line; None in views from above (or of a sunken body), where it is under all strokes."""
    return 0.0 if look.tilt < 3 and min(y for _, y, _ in dots) > -0.3 else None


def _span(dots: list[Dot]) -> tuple[float, float]:
    """How wide the dots are in heads, and the units their radii add."""
    a, b = min(dots, key=lambda d: d[0] * 11 - d[2]), max(dots, key=lambda d: d[0] * 11 + d[2])
    return b[0] - a[0], a[2] + b[2]


def _dots(
    figure: Figure, shown: Iterable[Position], done: tuple[Position, ...], look: Eye, style: FigureStyle, pen: float
) -> list[Dot]:
    """Everything that must be inside the square."""
    half = style.limb * pen / 2
    found = [
        (*look.flat(p), HEAD * pen if name == "head" else half)
        for position in shown
        for name, p in position.body.joints.items()
    ]
    return found + [(*look.flat(p), 1.0) for p in extent(Room(figure, done, look))]


def _centred(dots: list[Dot], floor: float | None, scale: float, left: float, right: float, ground: float) -> Frame:
    lo = min(x * scale - r for x, _, r in dots)
    hi = max(x * scale + r for x, _, r in dots)
    low = floor * scale if floor is not None else min(y * scale - r for _, y, r in dots)
    return Frame(scale, (left + right) / 2 - (lo + hi) / 2, ground + low)
