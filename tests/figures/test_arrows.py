"""Arrows: where they run, that they are clear of the body and of the floor, and that they turn with the words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import hypot

import pytest

from planbuilder.figures.arrange import arrange
from planbuilder.figures.arrows import ArrowLine, capsules
from planbuilder.figures.scene import Scene
from planbuilder.figures.view import FLOOR
from planbuilder.model.figure import Figure, FigureStyle
from planbuilder.problems import Problem

STYLE = FigureStyle()
Read = Callable[[str], tuple[Figure | None, list[Problem]]]
Arranged = Callable[[str], tuple[Scene, tuple[ArrowLine, ...]]]


@pytest.fixture
def arranged(read: Read) -> Arranged:
    def one(text: str) -> tuple[Scene, tuple[ArrowLine, ...]]:
        figure, problems = read(text)
        assert figure, [p.message for p in problems]
        return arrange(figure, STYLE)[0]

    return one


def distance(p: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy or 1.0)))
    return hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


def middle(arrow: ArrowLine) -> tuple[float, float]:
    a, b = arrow.points[(len(arrow.points) - 1) // 2], arrow.points[len(arrow.points) // 2]
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def test_arrows_of_shipped_figures_are_clear_of_the_body(shipped: dict[str, Figure]) -> None:
    seen = 0
    for name, figure in shipped.items():
        scene, arrows = arrange(figure, STYLE)[-1]
        for arrow, written in zip(arrows, figure.arrows, strict=True):
            if written.act == "turn":  # runs round the body, in front of it
                continue
            seen += 1
            gap = min(distance(middle(arrow), a, b) - r for a, b, r in capsules(scene))
            assert gap > 2.5, (name, gap)
    assert seen > 40


def test_arrows_stay_above_the_floor_line(shipped: dict[str, Figure]) -> None:
    for name, figure in shipped.items():
        for scene, arrows in arrange(figure, STYLE):
            if scene.eye.tilt < 3:
                assert all(y <= FLOOR for arrow in arrows for _, y in arrow.points), name


def test_a_true_path_goes_through_all_positions(arranged: Arranged) -> None:
    scene, (arrow,) = arranged(
        "view: {turn: -78, tilt: 30}\n"
        "frames:\n"
        "  - {from: soft-knees, right leg: {hip: -26, out: -4}, contact: {left foot: floor, right toes: floor}}\n"
        "  - right leg: {hip: -12, knee: 4, out: 34}\n"
        "  - right leg: {hip: 26, knee: 4, out: 48}\n"
        "arrows: [right toes]\n"
    )
    joint = "toe0" if scene.build.near < 0 else "toe1"
    for position in scene.all:
        spot = scene.spot(position.body, joint)
        assert min(distance(spot, a, b) for a, b in pairwise(arrow.points)) < 22


def test_a_press_points_at_what_is_pressed_against(arranged: Arranged) -> None:
    scene, (arrow,) = arranged(
        "view: front\n"
        "props: [{sofa: {beside: right knee}}]\n"
        "start: {from: standing, right leg: {hip: 45, knee: 100, out: 58, turn: 40}, contact: {left foot: floor}}\n"
        "arrows: [press right knee]\n"
    )
    (start, _), (tip, _) = arrow.points[0], arrow.points[-1]
    assert start > tip > scene.spot(scene.shown.body, "knee0")[0]


@pytest.mark.parametrize(("way", "dx", "dy"), [("up", 0, -1), ("down", 0, 1), ("left", -1, 0), ("right", 1, 0)])
def test_a_straight_arrow_goes_its_way(arranged: Arranged, way: str, dx: int, dy: int) -> None:
    _, (arrow,) = arranged(f"start: standing\narrows: [hips {way}]\n")
    (x0, y0), (x1, y1) = arrow.points
    assert ((x1 > x0) - (x1 < x0), (y1 > y0) - (y1 < y0)) == (dx, dy)


def test_a_turn_mirrors_with_its_word(arranged: Arranged) -> None:
    _, (left,) = arranged("view: front\nstart: standing\narrows: [turn left]\n")
    _, (right,) = arranged("view: front\nstart: standing\narrows: [turn right]\n")
    assert left.points[-1][0] > left.points[0][0]
    assert right.points[-1][0] < right.points[0][0]
