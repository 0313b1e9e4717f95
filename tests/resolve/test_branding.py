"""A coach's own colour: refused where it is too pale, else taken with tints to match."""

import pytest

from planbuilder.colour import as_light_as, contrast, darkened, luminance
from planbuilder.load.layouts import read_layout
from planbuilder.load.reader import Reader
from planbuilder.model.choices import Choices
from planbuilder.model.plan import Brand
from planbuilder.problems import Place, Source, Word
from planbuilder.resolve.branding import brand_colours, brand_problems
from planbuilder.resolve.cascade import cascade

PLAN = Source("plan.yaml", 'brand: "#3AA655"\n')
OWN = {"track": "#B8431C", "track-1": "#FBEAE2", "track-3": "#EDB9A3", "swap": "#0A4F8A"}
LAYOUT = """
title: Test
colours: {track: "#B8431C", track-1: "#FBEAE2", swap: "#0A4F8A"}
grounds: {header: {fill: track}}
styles: {body: {size: 10pt}}
themes: {black: {colours: {track: black}}}
pages:
  - page: [{text: Words}]
"""


def brand(colour):
    return Brand(colour=Word(colour, Place(PLAN, 1, 8)))


def test_a_colour_too_pale_for_white_words_is_refused_at_its_place_with_the_nearest_that_passes():
    [problem] = brand_problems(brand("#3AA655"))
    assert str(problem.place) == "plan.yaml:1:8"
    assert "a contrast of 3.1 to 1, and 4.5 is the least" in problem.message
    assert problem.advice == 'the nearest dark enough is "#2F8645"'


def test_what_is_no_colour_is_refused():
    [problem] = brand_problems(brand("green"))
    assert problem.message == '"green" is no colour.'


@pytest.mark.parametrize("colour", ["#FFFFFF", "#FFFF00", "#777777", "#3AA655", "#FF0000"])
def test_the_nearest_that_passes_passes_and_is_hardly_darker_than_it_must_be(colour):
    near = darkened(colour, "#FFFFFF", 4.5)
    assert 4.5 <= contrast(near, "#FFFFFF") < 5


def test_dark_enough_colours_and_no_brand_are_fine():
    assert not list(brand_problems(brand("#1F6F4A")))
    assert not list(brand_problems(None))
    assert not list(brand_problems(Brand()))


def test_the_main_colour_changes_with_its_tints_and_nothing_else():
    found = brand_colours(brand("#1f6f4a"), OWN)
    assert set(found) == {"track", "track-1", "track-3"}
    assert found["track"] == "#1F6F4A"
    for name in ("track-1", "track-3"):
        assert luminance(found[name]) == pytest.approx(luminance(OWN[name]), abs=0.02)


def test_a_colour_that_is_refused_changes_nothing():
    assert brand_colours(brand("#3AA655"), OWN) == {}


def test_tints_are_as_light_as_their_model():
    assert as_light_as("#000000", "#FFFFFF") == "#FFFFFF"
    assert as_light_as("#1F6F4A", "#1F6F4A") == "#1F6F4A"


def design(theme=None, colour="#1F6F4A"):
    spec = read_layout(Source("test.yaml", LAYOUT), Reader())
    made, problems = cascade(spec, Choices(theme=theme), brand(colour))
    assert not problems
    return made


def test_a_brand_is_laid_over_the_layout_but_not_over_a_theme_that_has_no_colour():
    assert design().grounds["header"].fill == "#1F6F4A"
    assert design().colours["swap"] == "#0A4F8A"
    assert design("black").grounds["header"].fill == "#000000"
