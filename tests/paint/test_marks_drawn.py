"""Single marks on a page of ten by ten points, read back as letters: one letter a point."""

import zlib

import pypdfium2
import pytest

from planbuilder.geometry import Rect, Size
from planbuilder.model.pages import Drawing, Facts, Glyphs, Group, Page, Path, Picture, Raster, Stroke
from planbuilder.paint.pdf import paint

COLOURS = {(255, 255, 255): "_", (255, 0, 0): "R", (0, 0, 255): "B", (0, 0, 0): "K", (0, 128, 0): "G"}
RED, BLUE, BLACK = "#FF0000", "#0000FF", "#000000"


@pytest.fixture
def drawn(faces):
    """The letters of a page with these marks; `?` is any other colour, as at the edges of slanted lines."""

    def letters(*marks) -> list[str]:
        data = paint([Page(Size(10, 10), marks)], faces, Facts("T"))
        image = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("RGB")
        assert image.size == (10, 10)
        return ["".join(COLOURS.get(image.getpixel((x, y)), "?") for x in range(10)) for y in range(10)]

    return letters


def box(x, y, width, height, **ink) -> Path:
    return Path((("R", (x, y, width, height)),), **ink)


def test_a_filled_box_counts_from_the_top_left(drawn):
    assert drawn(box(1, 2, 4, 3, fill=RED)) == [
        "__________",
        "__________",
        "_RRRR_____",
        "_RRRR_____",
        "_RRRR_____",
        "__________",
        "__________",
        "__________",
        "__________",
        "__________",
    ]


def test_later_marks_lie_on_earlier_ones(drawn):
    assert drawn(box(0, 0, 10, 10, fill=RED), box(0, 0, 10, 9, fill=BLUE), box(3, 0, 7, 8, fill=RED)) == [
        *["BBBRRRRRRR"] * 8,
        "BBBBBBBBBB",
        "RRRRRRRRRR",
    ]


def test_a_stroked_box_has_its_line_on_the_edge(drawn):
    assert drawn(box(2, 2, 6, 6, fill=BLUE, stroke=Stroke(2, RED))) == [
        "__________",
        "_RRRRRRRR_",
        "_RRRRRRRR_",
        "_RRBBBBRR_",
        "_RRBBBBRR_",
        "_RRBBBBRR_",
        "_RRBBBBRR_",
        "_RRRRRRRR_",
        "_RRRRRRRR_",
        "__________",
    ]


def test_dashes_begin_with_ink(drawn):
    rule = Path((("M", (0, 5)), ("L", (10, 5))), stroke=Stroke(2, BLACK, (3, 2)))
    assert drawn(rule)[4] == drawn(rule)[5] == "KKK__KKK__"
    assert drawn(rule)[3] == drawn(rule)[6] == "_" * 10


def test_round_ends_reach_further_than_straight_ones(drawn):
    steps = ("M", (3.0, 5.0)), ("L", (7.0, 5.0))
    assert drawn(Path(steps, stroke=Stroke(2, RED)))[4] == "___RRRR___"
    assert drawn(Path(steps, stroke=Stroke(2, RED, cap="round")))[4] == "__?RRRR?__"


def test_a_dash_does_not_stay_for_the_next_line(drawn):
    dashed = Path((("M", (0, 1)), ("L", (10, 1))), stroke=Stroke(2, RED, (1, 1)))
    solid = Path((("M", (0, 6)), ("L", (10, 6))), stroke=Stroke(2, RED))
    assert drawn(dashed, solid)[6] == "RRRRRRRRRR"


def test_a_closed_path_of_lines_and_curves_is_filled(drawn):
    quarter = Path((("M", (0, 0)), ("L", (10, 0)), ("C", (10, 5.5, 5.5, 10, 0, 10)), ("Z", ())), fill=RED)
    rows = drawn(quarter)
    assert [rows[y] for y in (0, 5, 8)] == ["RRRRRRRRR?", "RRRRRRRR?_", "RRRR??____"]


FLAG = Drawing("flag", Size(2, 2), (box(0, 0, 1, 2, fill=RED), box(1, 0, 1, 1, fill=BLUE)))


def test_a_group_is_placed_and_scaled(drawn):
    assert drawn(Group(FLAG, 1, 3, 2))[2:8] == [
        "__________",
        "_RRBB_____",
        "_RRBB_____",
        "_RR_______",
        "_RR_______",
        "__________",
    ]


def test_a_mirrored_group_stays_in_its_place(drawn):
    assert drawn(Group(FLAG, 1, 3, 2, mirrored=True))[3:7] == ["_BBRR_____", "_BBRR_____", "___RR_____", "___RR_____"]


def test_colours_after_a_group_are_as_before_it(drawn):
    assert drawn(box(0, 0, 1, 1, fill=RED), Group(FLAG, 4, 4, 1), box(9, 9, 1, 1, fill=RED))[9] == "_________R"


def packed(*rows: bytes) -> bytes:
    """Rows of pixels as a PNG holds them, none of them filtered."""
    return zlib.compress(b"".join(b"\0" + row for row in rows))


def test_a_picture_stands_upright_and_shows_what_is_behind_it(drawn):
    mask = Raster("mask", "deflate", 2, 2, "grey", packed(b"\xff\xff", b"\xff\x00"))
    red, blue = b"\xff\0\0", b"\0\0\xff"
    flag = Raster("flag", "deflate", 2, 2, "rgb", packed(red + blue, blue + blue), mask=mask)
    rows = drawn(box(0, 0, 10, 10, fill="#008000"), Picture(flag, Rect(1, 1, 8, 8), "flag"))
    assert (rows[2][2], rows[2][7], rows[7][2], rows[7][7]) == ("R", "B", "B", "G")


def test_a_letter_has_its_colour_and_stands_on_its_baseline(drawn, faces):
    run = faces.shape("I", faces.face("display", 800))
    assert drawn(Glyphs(3, 9, 30, RED, ((0.0, run),), "I")) == [*["___??RRR??"] * 9, "__________"]
