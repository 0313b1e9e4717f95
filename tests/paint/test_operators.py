import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.model.pages import Path, Stroke
from planbuilder.paint.operators import filling, number, outline, stroking


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (12.0, "12"),
        (0, "0"),
        (0.5, ".5"),
        (-0.25, "-.25"),
        (-0.0001, "0"),
        (0.9999, "1"),
        (595.276, "595.276"),
        (1e9, "1000000000"),
    ],
)
def test_numbers_are_as_short_as_can_be(value, written):
    assert number(value) == written


@given(st.floats(-1e7, 1e7))
def test_a_number_is_itself_to_three_decimals(value):
    written = number(value)
    assert re.fullmatch(r"-?(\d+|\d*\.\d{1,3})", written)
    assert abs(float(written) - value) <= 0.000501


@given(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))
def test_colours_come_back_as_they_were(red, green, blue):
    *channels, operator = filling(f"#{red:02X}{green:02X}{blue:02X}").split()
    assert operator == ("g" if red == green == blue else "rg")
    found = [round(float(channel) * 255) for channel in channels]
    assert (found * 3 if operator == "g" else found) == [red, green, blue]


def test_lines_set_everything_they_need():
    assert stroking(Stroke(1.5, "#000000")) == "1.5 w 0 G [] 0 d 0 J 0 j"
    assert stroking(Stroke(0.4, "#FF0000", (1.2, 1.6), "round")) == ".4 w 1 0 0 RG [1.2 1.6] 0 d 1 J 1 j"


STEPS = (("M", (0.0, 1.0)), ("L", (2.0, 3.0)), ("C", (1.0, 2.0, 3.0, 4.0, 5.0, 6.5)), ("Z", ()))


@pytest.mark.parametrize(
    ("path", "finish"),
    [
        (Path(STEPS, fill="#000000"), "f"),
        (Path(STEPS, stroke=Stroke(1, "#000000")), "S"),
        (Path(STEPS, fill="#000000", stroke=Stroke(1, "#000000")), "B"),
        (Path(STEPS), "n"),
    ],
)
def test_outlines_are_filled_or_stroked_or_both(path, finish):
    assert outline(path) == f"0 1 m 2 3 l 1 2 3 4 5 6.5 c h {finish}"
