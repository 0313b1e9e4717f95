"""Base poses and random changes on top of them: bones keep their length, contacts hold, nothing sinks or breaks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planbuilder.figures import alt, draw
from planbuilder.figures.arrange import arrange
from planbuilder.figures.frames import supports_of
from planbuilder.figures.furniture import Room, outlines
from planbuilder.figures.pen import Line
from planbuilder.figures.poses import POSES
from planbuilder.figures.skeleton import SHANK, THIGH
from planbuilder.figures.touch import ANCHORS, Ground
from planbuilder.figures.vectors import norm, sub
from planbuilder.model import figure as words
from planbuilder.model.figure import Angle, Figure, FigureStyle, Frame, Limb, Prop, View
from planbuilder.problems import Place, Source

STYLE = FigureStyle()
HERE = Place(Source("figure.yaml", ""), 1, 1)


def angles(**joints: float) -> tuple[Angle, ...]:
    return tuple(Angle(HERE, name, degrees) for name, degrees in joints.items())


legs = st.builds(
    lambda side, hip, out, knee: Limb(HERE, "leg", side, angles(hip=hip, out=out, knee=knee)),
    st.sampled_from(["", "near", "far", "left"]),
    st.floats(-30, 120),
    st.floats(-10, 50),
    st.floats(0, 140),
)
arms = st.builds(
    lambda side, up, out, elbow: Limb(HERE, "arm", side, angles(up=up, out=out, elbow=elbow)),
    st.sampled_from(["", "near", "far", "right"]),
    st.floats(-50, 170),
    st.floats(-20, 90),
    st.floats(0, 145),
)
views = st.builds(lambda word: View(*words.VIEWS[word], word), st.sampled_from(sorted(words.VIEWS)))
frames = st.lists(st.one_of(legs, arms), max_size=3).map(tuple)
figures = st.builds(
    lambda pose, first, second, view, layout: Figure(
        HERE, (Frame(HERE, pose, limbs=first), Frame(HERE, limbs=second)), view, layout=layout
    ),
    st.sampled_from(words.POSES),
    frames,
    frames,
    st.none() | views,
    st.sampled_from(["", "ghost", "pair", "single"]),
)


def test_the_words_and_the_numbers_name_the_same_poses() -> None:
    assert set(POSES) == set(words.POSES) == set(alt.POSE_WORDS)
    assert set(ANCHORS) == set(words.PARTS)


def test_every_word_can_be_told_to_the_blind() -> None:
    assert {*alt.PROP_WORDS, "floor"} == set(words.PROPS)
    assert {*alt.HOLD_WORDS, "free"} == set(words.HANDS)
    assert set(alt.PART_WORDS) == set(words.POINTS)
    assert set(alt.SIDE_WORDS) == set(words.SIDES)
    assert set(alt.WAY_WORDS) >= set(words.WAYS)
    assert set(alt.FOOT_WORDS) >= set(words.SUPPORTS) - {"floor"}


@pytest.mark.parametrize("pose", words.POSES)
def test_a_base_pose_stands_as_it_is(pose: str) -> None:
    figure = Figure(HERE, (Frame(HERE, pose),))
    drawing, problems = draw(figure, STYLE)
    assert drawing
    assert not problems, [p.message for p in problems]


@settings(max_examples=60, deadline=None)
@given(figures)
def test_any_pose_keeps_its_bones_and_is_drawn_inside_the_square(figure: Figure) -> None:
    scenes = arrange(figure, STYLE)
    for position in scenes[0][0].all:
        joints = position.body.joints
        for i in "01":
            assert abs(norm(sub(joints["hip" + i], joints["knee" + i])) - THIGH) < 0.005
            assert abs(norm(sub(joints["knee" + i], joints["ankle" + i])) - SHANK) < 0.005
    drawing, _ = draw(figure, STYLE)
    assert drawing
    assert all(-3 <= v <= 103 for mark in drawing.marks for _, step in mark.steps for v in step)


@settings(max_examples=60, deadline=None)
@given(figures)
def test_what_is_wrong_is_said(figure: Figure) -> None:
    """A contact that is not met, or a part under the floor, is always warned about."""
    scene = arrange(figure, STYLE)[0][0]
    ground = Ground(supports_of(figure), scene.build)
    _, problems = draw(figure, STYLE)
    for position in scene.all:
        gaps = [ground.gap(position.body, t) for t in position.posture.touches if t.support != "wall"]
        sunk = [p[2] - scene.build.radius(name) < -0.07 for name, p in position.body.joints.items()]
        if any(abs(g) > 0.06 for g in gaps) or any(sunk):
            assert problems


def test_the_squat_is_balanced_when_nobody_says_how_far_to_lean() -> None:
    squat = Limb(HERE, "leg", "", angles(hip=110, knee=100))
    figure = Figure(HERE, (Frame(HERE, "standing", limbs=(squat,)),))
    _, problems = draw(figure, STYLE)
    assert not problems


def test_a_planted_foot_stays_where_it_is() -> None:
    lift = Frame(HERE, "bridge")
    figure = Figure(HERE, (Frame(HERE, "hook-lying"), lift), layout="ghost")
    start, end = arrange(figure, STYLE)[0][0].all
    assert norm(sub(start.body.joints["ankle0"], end.body.joints["ankle0"])) < 0.01


def test_knees_on_the_floor_carry_while_the_hips_sit_back() -> None:
    back = Frame(HERE, limbs=(Limb(HERE, "leg", "", angles(hip=125, knee=125)),))
    figure = Figure(HERE, (Frame(HERE, "all-fours"), back))
    start, end = (position.body.joints for position in arrange(figure, STYLE)[0][0].all)
    assert not draw(figure, STYLE)[1]
    for joint in ("knee0", "knee1"):
        assert norm(sub(start[joint], end[joint])) < 0.01
    assert end["pelvis"][0] < start["pelvis"][0] - 0.5


@pytest.mark.parametrize(("thing", "spot"), [("sofa", "under"), ("chair", "under"), ("sofa", "beside")])
def test_a_seat_is_shifted_as_far_as_it_says(thing: str, spot: str) -> None:
    def outline(**numbers: float) -> Line:
        prop = Prop(HERE, thing, ((spot, "near knee"),), tuple(numbers.items()))
        figure = Figure(HERE, (Frame(HERE, "standing"),), props=(prop,))
        scene = arrange(figure, STYLE)[0][0]
        return outlines(prop, Room(figure, scene.all, scene.eye))[0]

    for (x, y), moved in zip(outline(), outline(shift=-0.7), strict=True):
        assert moved == pytest.approx((x - 0.7, y))


@pytest.mark.parametrize("view", ["front", "back"])
def test_a_body_on_its_side_bends_up_whichever_side_it_lies_on(view: str) -> None:
    lying = Frame(HERE, "side-lying", trunk=angles(side=30))
    figure = Figure(HERE, (lying,), View(*words.VIEWS[view], view))
    joints = arrange(figure, STYLE)[0][0].shown.body.joints
    assert joints["neck"][2] > joints["pelvis"][2] + 0.5
