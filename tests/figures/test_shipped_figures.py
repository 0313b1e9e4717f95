"""Every figure that planbuilder brings along is sound, small and the same each time."""

from __future__ import annotations

from pathlib import Path

from planbuilder.figures import draw
from planbuilder.figures.arrange import arrange
from planbuilder.figures.frames import Position, supports_of
from planbuilder.figures.skeleton import FOREARM, INSTEP, SHANK, THIGH, UPPER_ARM, Build
from planbuilder.figures.touch import Ground
from planbuilder.figures.vectors import norm, sub
from planbuilder.model.figure import Figure, FigureStyle
from planbuilder.model.pages import Drawing

STYLE = FigureStyle()
INK_SAVER = FigureStyle(limb=5.2, far_limb="hollow", start="dashed")
BONES = (
    ("hip", "knee", THIGH),
    ("knee", "ankle", SHANK),
    ("ankle", "toe", INSTEP),
    ("shoulder", "elbow", UPPER_ARM),
    ("elbow", "hand", FOREARM),
)


def bodies(figure: Figure) -> tuple[tuple[Position, ...], Build]:
    scene = arrange(figure, STYLE)[0][0]
    return scene.all, scene.build


def operators(drawing: Drawing) -> int:
    """About how many bytes the drawing takes as PDF operators."""
    steps = sum(len(" ".join(f"{v:g}" for v in numbers)) + 3 for mark in drawing.marks for _, numbers in mark.steps)
    return steps + 40 * len(drawing.marks)


def test_every_exercise_has_a_figure_of_a_few_lines(shipped: dict[str, Figure]) -> None:
    home = Path(__file__).parents[2] / "exercises"
    for name, figure in shipped.items():
        path = next(home.rglob(f"{name}.yaml"))
        lines = path.read_text(encoding="utf-8").split("\nfigure:\n")[1].splitlines()
        assert 1 <= len([x for x in lines if x.startswith(" ")]) <= 12, name
        assert figure.frames


def test_no_shipped_figure_is_warned_about(shipped: dict[str, Figure]) -> None:
    for name, figure in shipped.items():
        drawing, problems = draw(figure, STYLE)
        assert drawing, name
        assert not problems, (name, [p.message for p in problems])


def test_limbs_keep_their_length(shipped: dict[str, Figure]) -> None:
    for name, figure in shipped.items():
        for position in bodies(figure)[0]:
            joints = position.body.joints
            for a, b, length in BONES:
                for i in "01":
                    assert abs(norm(sub(joints[a + i], joints[b + i])) - length) < 0.005, (name, a, i)


def test_contacts_are_met(shipped: dict[str, Figure]) -> None:
    for name, figure in shipped.items():
        done, build = bodies(figure)
        ground = Ground(supports_of(figure), build)
        for position in done:
            for touch in position.posture.touches:
                if touch.support != "wall":
                    assert abs(ground.gap(position.body, touch)) < 0.01, (name, touch)


def test_nothing_is_under_the_floor(shipped: dict[str, Figure]) -> None:
    for name, figure in shipped.items():
        done, build = bodies(figure)
        for position in done:
            for joint, p in position.body.joints.items():
                assert p[2] - build.radius(joint) > -0.07, (name, joint)


def test_all_marks_are_inside_the_square(shipped: dict[str, Figure]) -> None:
    for name, figure in shipped.items():
        drawing, _ = draw(figure, STYLE)
        assert drawing
        for mark in drawing.marks:
            for _, numbers in mark.steps:
                assert all(-0.5 <= v <= 100.5 for v in numbers), (name, numbers)


def test_figures_are_small_and_round(shipped: dict[str, Figure]) -> None:
    for name, figure in shipped.items():
        for style in (STYLE, INK_SAVER):
            drawing, _ = draw(figure, style)
            assert drawing
            assert operators(drawing) < 4000, name
            numbers = [v for mark in drawing.marks for _, step in mark.steps for v in step]
            assert all(v == round(v, 1) for v in numbers), name


def test_the_same_figure_is_drawn_the_same_way(shipped: dict[str, Figure]) -> None:
    for figure in shipped.values():
        assert draw(figure, STYLE) == draw(figure, STYLE)


def test_figures_that_show_different_moves_are_different(shipped: dict[str, Figure]) -> None:
    drawings: dict[object, str] = {}
    for name, figure in shipped.items():
        drawing, _ = draw(figure, STYLE)
        assert drawing
        assert drawing.marks not in drawings, (name, drawings.get(drawing.marks))
        drawings[drawing.marks] = name
