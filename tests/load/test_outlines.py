import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.load.files import Folders
from planbuilder.load.icons import load_icons
from planbuilder.load.outlines import outline
from planbuilder.model.curves import circle, rectangle


@pytest.mark.parametrize(
    ("data", "steps"),
    [
        ("M1 2 L3,4 Z", [("M", (1, 2)), ("L", (3, 4)), ("Z", ())]),
        ("M1 2 3 4 5 6", [("M", (1, 2)), ("L", (3, 4)), ("L", (5, 6))]),
        ("m1 2 3 4", [("M", (1, 2)), ("L", (4, 6))]),
        ("M1 1H4V5h-1v-2", [("M", (1, 1)), ("L", (4, 1)), ("L", (4, 5)), ("L", (3, 5)), ("L", (3, 3))]),
        ("M0 0C1 1 2 2 3 3S5 5 6 6", [("M", (0, 0)), ("C", (1, 1, 2, 2, 3, 3)), ("C", (4, 4, 5, 5, 6, 6))]),
        ("M0 0Q3 3 6 0T12 0", [("M", (0, 0)), ("C", (2, 2, 4, 2, 6, 0)), ("C", (8, -2, 10, -2, 12, 0))]),
        ("M1 1l2 2zl1 0", [("M", (1, 1)), ("L", (3, 3)), ("Z", ()), ("L", (2, 1))]),
        ("M.5-.5L1e1 2", [("M", (0.5, -0.5)), ("L", (10, 2))]),
        ("M0 0A0 5 0 0 1 4 4", [("M", (0, 0)), ("L", (4, 4))]),
        ("", []),
    ],
)
def test_path_data_becomes_steps(data, steps):
    assert [(letter, tuple(round(n, 6) for n in numbers)) for letter, numbers in outline(data)] == steps


@pytest.mark.parametrize("data", ["L1 2", "M1", "M1 2 L3", "M1 2 X3 4", "12", "M1 2 Z3", "M 1 2 L a b"])
def test_what_is_no_path_is_none(data):
    assert outline(data) is None


def test_an_arc_is_curves_of_a_quarter_at_most_that_end_where_it_ends():
    steps = outline("M0 0a5 5 0 0 1 10 0")
    assert [letter for letter, _ in steps] == ["M", "C", "C"]
    assert steps[-1][1][-2:] == pytest.approx((10, 0))
    assert steps[1][1][-2:] == pytest.approx((5, -5))


@given(st.text("MmLlHhVvCcSsQqTtAaZz0123456789 ,.-e", max_size=60))
def test_any_text_is_steps_or_none(data):
    steps = outline(data)
    assert steps is None or all(math.isfinite(n) for _, numbers in steps for n in numbers)


def test_circles_and_rectangles():
    assert circle(12, 12, 4)[0] == ("M", (16, 12))
    assert rectangle(1, 2, 3, 4) == (("R", (1, 2, 3, 4)),)
    assert len(rectangle(1, 2, 30, 40, 5)) == 10


def test_icons_take_the_colour_of_their_part_and_knock_out_white(tmp_path):
    (tmp_path / "layouts").mkdir()
    text = "dot:\n  - {circle: 12 12 6, fill: yes}\n  - {path: M1 2 L3 4, stroke: 2, white: yes}\n"
    (tmp_path / "layouts" / "icons.yaml").write_text(text)
    drawings, problems = load_icons(Folders(tmp_path, None, tmp_path))
    assert not problems
    dot, line = drawings["icon:dot"].marks
    assert (dot.fill, dot.stroke) == ("currentColor", None)
    assert (line.fill, line.stroke.colour, line.stroke.cap) == (None, "#FFFFFF", "round")


def test_mistakes_in_icons_are_told_at_their_place(tmp_path):
    (tmp_path / "layouts").mkdir()
    text = "a: [{path: Hello}]\nb: [{circle: 1 2}]\nc: [{stroke: 2}]\n"
    (tmp_path / "layouts" / "icons.yaml").write_text(text)
    _, problems = load_icons(Folders(tmp_path, None, tmp_path))
    assert [str(p.place) for p in problems] == [
        "layouts/icons.yaml:1:12",
        "layouts/icons.yaml:2:14",
        "layouts/icons.yaml:3:5",
    ]
