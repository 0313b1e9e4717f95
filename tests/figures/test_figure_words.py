"""Figures as they are written: what is read, which words are unknown, what looks wrong, what the blind are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planbuilder.figures import draw
from planbuilder.model.figure import Figure, FigureStyle
from planbuilder.problems import Problem
from planbuilder.words import words

STYLE = FigureStyle()
Read = Callable[[str], tuple[Figure | None, list[Problem]]]


def said(problems: object) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.message} = {p.advice}" for p in problems]  # type: ignore[attr-defined]


def test_a_figure_is_read(read: Read) -> None:
    figure, problems = read(
        "view: front\n"
        "props: [mat, {band: {around: ankles}}, {step: {under: near foot, height: 0.8}}]\n"
        "start: {from: standing, hands: hips, lean: 10}\n"
        "end:\n"
        "  near leg: {hip: 80, knee: 90, foot: pointed}\n"
        "  contact: {far foot: floor}\n"
        "arrows: [hips up, near foot, press far knee, turn left]\n"
        "layout: pair\n"
    )
    assert not problems
    assert figure
    assert figure.view
    assert (figure.view.turn, figure.view.tilt) == (90, 0)
    assert [p.name for p in figure.props] == ["mat", "band", "step"]
    assert figure.props[2].number("height", 0.0) == 0.8
    assert [(a.act, a.part, a.side, a.way) for a in figure.arrows] == [
        ("way", "hips", "", "up"),
        ("path", "foot", "near", ""),
        ("press", "knee", "far", ""),
        ("turn", "", "", "left"),
    ]
    assert figure.frames[1].limbs[0].foot == "pointed"
    assert figure.frames[1].contacts
    assert (figure.frames[1].contacts[0].part, figure.frames[1].contacts[0].side) == ("foot", "far")
    assert figure.layout == "pair"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("start: {from: standin}", '1:15 "standin" is not possible here. = did you mean standing?'),
        ("view: fron\nstart: standing", '1:7 "fron" is not possible here. = did you mean front?'),
        ("start: {from: standing, leen: 3}", '1:25 There is no "leen" here. = did you mean lean?'),
        ("start: {from: standing, near leg: {hipp: 3}}", '1:36 There is no "hipp" here. = did you mean hip?'),
        (
            "start: {from: standing, contact: {foots: flor}}",
            '1:42 "flor" is not possible here. = did you mean floor?',
        ),
        ("props: [sofaa]\nstart: standing", '1:9 "sofaa" is not possible here. = did you mean sofa?'),
        ("props: [{band: {round: knees}}]\nstart: standing", '1:17 There is no "round" here. = did you mean around?'),
        ("start: {from: standing, hands: hip}", '1:32 A hand cannot hold "hip". = did you mean hips?'),
        (
            "start: {from: standing, arms: {hand: near nose}}",
            (
                '1:38 A hand cannot hold "near nose". = write one of: hips, chest, head, ear, clasp, knee, thigh, '
                "shin, ankle, foot, free"
            ),
        ),
        ("layout: both\nstart: standing", '1:9 "both" is not possible here. = write one of: ghost, pair, single'),
        (
            "start: {from: standing, lean: ten}",
            '1:31 A number is needed here, not "ten". = write it in digits: 3 or 2.5',
        ),
        ("end: {lean: 3}", "1:6 The first position says no pose to start from."),
        ("view: side", "1:1 This figure has no position. = write start: {from: standing}"),
        ("start: standing\narrows: [nose up]", '2:10 There is no part of the body called "nose".'),
        ("start: standing\narrows: [turn up]", "2:10 An arrow that turns goes left or right."),
        ("start: {from: standing, lean: 900}", "1:31 lean is in degrees."),
    ],
)
def test_an_unknown_word_is_named_with_what_there_is(read: Read, text: str, message: str) -> None:
    figure, problems = read(text)
    assert figure is None
    assert any(line.startswith(message) for line in said(problems)), said(problems)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("start: {from: standing, legs: {knee: 190}}", "1:32 knee 190 is more than a body can do."),
        ("start:\n  from: standing\n  contact: {feet: floor, near hand: floor}", "3:26 The near hand does not reach"),
        ("start: {from: standing, lean: 70}", "1:8 This body would fall forward."),
        ("start: {from: standing, hands: foot}", "1:8 The hand does not reach what it holds."),
    ],
)
def test_a_pose_that_cannot_be_is_warned_about_at_its_line(read: Read, text: str, message: str) -> None:
    figure, problems = read(text)
    assert figure, said(problems)
    drawing, found = draw(figure, STYLE)
    assert drawing
    assert any(line.startswith(message) for line in said(found)), said(found)
    assert all(p.severity == "warning" for p in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "props: [mat]\nstart: hook-lying\nend: {from: bridge}\narrows: [hips up]",
            (
                "Seen from the side. Start: lying on the back, knees bent, feet flat. End: hips lifted in a bridge on "
                "shoulders and feet. Arrow: hips up. With a mat."
            ),
        ),
        (
            "view: front\nprops: [{band: {around: knees}}]\nstart: {from: soft-knees, hands: hips, legs: {out: 16}}",
            (
                "Seen from the front. Standing with soft knees, both legs: out to the side, both arms: hand on "
                "the hip. With a band."
            ),
        ),
        (
            "start: standing\nend: {contact: {near toes: floor}}\narrows: [hips right]",
            (
                "Seen from the side. Start: standing. End: near leg: heel lifted, far leg: foot off the floor. "
                "Arrow: hips forward."
            ),
        ),
        (
            "view: front\nstart: {from: standing, contact: {left foot: floor}}\narrows: [right foot left]",
            "Seen from the front. Standing, right leg: foot off the floor. Arrow: right foot to the right.",
        ),
        (
            "start: {from: side-lying, top leg: {hip: 0, knee: 0}}\nend: {top leg: {out: 40}}\narrows: [top foot]",
            (
                "Seen from the front. Start: lying on one side, knees bent, top leg: hip straight and knee straight. "
                "End: top leg: out to the side. Arrow: top foot from the start to the end."
            ),
        ),
        ("start: standing\nalt: Somebody stands.", "Somebody stands."),
    ],
)
def test_the_picture_is_told_in_words(read: Read, text: str, told: str) -> None:
    figure, _ = read(text)
    assert figure
    drawing, _ = draw(figure, STYLE)
    assert drawing
    assert drawing.alt == told


def test_the_picture_is_told_in_the_language_of_the_reader(read: Read) -> None:
    figure, _ = read(
        "props: [mat, wall]\nstart: standing\nend: {lean: 36, legs: {hip: 112, knee: 98}}\narrows: [hips down]"
    )
    assert figure
    drawing, _ = draw(figure, STYLE, words("de"))
    assert drawing
    assert drawing.alt == (
        "Ansicht von der Seite. Anfang: im Stehen. Ende: Rumpf 40 Grad vorgeneigt, beide Beine: Hüfte auf 110 Grad "
        "gebeugt und Knie auf 100 Grad gebeugt. Pfeil: Hüfte nach unten. Dazu: Matte und Wand."
    )


def test_the_ink_saver_style_has_no_grey(read: Read) -> None:
    figure, _ = read("start: hook-lying\nend: {from: bridge}\nlayout: ghost")
    assert figure
    black = FigureStyle("#000000", "#000000", "#000000", "#FFFFFF", "#FFFFFF", "#FFFFFF", 5.2, "hollow", "dashed")
    drawing, _ = draw(figure, black)
    assert drawing
    colours = {m.stroke.colour for m in drawing.marks if m.stroke} | {m.fill for m in drawing.marks if m.fill}
    assert colours == {"#000000", "#FFFFFF"}
    assert any(m.stroke and m.stroke.dash for m in drawing.marks)
