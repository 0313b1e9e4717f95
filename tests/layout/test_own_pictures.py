"""Photos and drawings of a coach's own where an exercise has its picture, with whose they are below them."""

from dataclasses import replace

import pytest
from pretend import Pretend, deck, design_of, line, said, texts

from planbuilder.geometry import Rect, Size
from planbuilder.layout import lay_out
from planbuilder.model.deck import Deck
from planbuilder.model.pages import Artwork, Drawing, Group, Page, Path, Picture, Raster
from planbuilder.problems import Problem

PHOTO = Raster("figure:squat", "jpeg", 300, 200, "rgb", b"", alt="A squat")
TALL = Drawing("figure:squat", Size(50, 100), (Path((("M", (0, 0)),)),), own=True)
LAYOUT = """
title: Test
per: [week, session]
paper: a4
margin: 10mm
styles:
  label: {size: 12pt}
  credit: {size: 9pt, lines: 1-4}
pages:
  - page:
      - each: exercises
        show: [{figure: {size: 100pt}}]
"""


def squats(credit: str = "", language: str = "en") -> Deck:
    move = line("Squat", key="squat")
    return replace(deck([replace(move, move=replace(move.move, credit=credit))]), language=language)


def laid_out(plan: Deck, artwork: Artwork, layout: str = LAYOUT) -> tuple[Page, tuple[Problem, ...]]:
    [page], problems = lay_out(plan, design_of(layout), Pretend(), {"figure:squat": artwork})
    return page, problems


def test_a_photo_keeps_its_shape_in_the_middle_of_the_square() -> None:
    page, problems = laid_out(squats(), PHOTO)
    assert problems == ()
    [picture] = page.marks
    assert isinstance(picture, Picture)
    assert (picture.alt, picture.role) == ("A squat", "figure")
    left = 10 * 72 / 25.4
    assert picture.box == pytest.approx(Rect(left, left + 100 / 6, 100, 200 / 3))


def test_a_height_alone_says_how_large_a_picture_is() -> None:
    page, problems = laid_out(squats(), PHOTO, LAYOUT.replace("size: 100pt", "height: 100pt"))
    assert problems == ()
    [picture] = page.marks
    assert isinstance(picture, Picture)
    assert (picture.box.width, picture.box.height) == pytest.approx((100, 200 / 3))


def test_a_tall_drawing_keeps_its_shape_too() -> None:
    page, _ = laid_out(squats(), TALL)
    [group] = page.marks
    assert isinstance(group, Group)
    assert (group.x - 10 * 72 / 25.4, group.scale) == pytest.approx((25, 1))


def test_the_credit_stands_below_in_small_print() -> None:
    page, problems = laid_out(squats("Anna · CC BY"), PHOTO)
    assert problems == ()
    assert said(page) == ["Anna · CC BY"]
    [credit] = texts(page)
    [picture] = [mark for mark in page.marks if isinstance(mark, Picture)]
    assert credit.size == 9
    assert picture.box.bottom < credit.y - 0.7 * 9 < picture.box.bottom + 5
    assert credit.y < 10 * 72 / 25.4 + 100


def test_a_layout_without_a_style_for_credits_prints_them_as_labels() -> None:
    page, _ = laid_out(squats("Anna · CC BY"), PHOTO, LAYOUT.replace("credit:", "other:"))
    assert [credit.size for credit in texts(page)] == [12]


def test_a_credit_is_never_smaller_than_anything_in_its_layout() -> None:
    page, _ = laid_out(squats("Anna · CC BY"), PHOTO, LAYOUT.replace("margin:", "floor: 10pt\nmargin:"))
    assert [credit.size for credit in texts(page)] == [10]


def test_a_credit_that_leaves_no_room_for_the_picture_is_an_error() -> None:
    page, problems = laid_out(
        squats("Anna and many of her friends · CC BY 4.0"), PHOTO, LAYOUT.replace("100pt", "40pt")
    )
    assert "This box is too low for what is drawn in it" in problems[0].message
    [picture] = [mark for mark in page.marks if isinstance(mark, Picture)]
    assert picture.box.width > 0


def test_ones_own_drawings_are_not_turned_on_pages_from_right_to_left() -> None:
    for artwork, turned in ((TALL, False), (replace(TALL, own=False), True)):
        page, _ = laid_out(squats(language="ar"), artwork)
        assert [mark.mirrored for mark in page.marks if isinstance(mark, Group)] == [turned]
    page, _ = laid_out(squats(language="ar"), PHOTO)
    assert isinstance(page.marks[0], Picture)
