"""What viewers and printers are told beside the pages: bookmarks, labels, how sheets are turned over."""

import io

import pikepdf
import pytest

from planbuilder.geometry import Size
from planbuilder.model.pages import Facts, Page
from planbuilder.paint.pdf import paint

SIZE = Size(100, 100)


def opened(faces, pages, **facts):
    return pikepdf.open(io.BytesIO(paint(pages, faces, Facts("T", **facts))))


def marked(*paths):
    return Page(SIZE, (), bookmarks=tuple(paths))


def tree(pdf):
    def of(items):
        return [(item.title, pdf.pages.index(pikepdf.Page(item.destination[0])), of(item.children)) for item in items]

    with pdf.open_outline() as outline:
        return of(outline.root)


def test_headings_stand_once_each_at_their_first_page(faces):
    pages = [
        marked(("Week 1", "Hips"), ("Week 1", "Legs")),
        marked(),
        marked(("Week 1", "Legs"), ("Week 2", "Hips")),
        marked(("Week 2", "Hips", "Squat")),
    ]
    assert tree(opened(faces, pages)) == [
        ("Week 1", 0, [("Hips", 0, []), ("Legs", 0, [])]),
        ("Week 2", 2, [("Hips", 2, [("Squat", 3, [])])]),
    ]


def test_what_stands_below_is_folded_away(faces):
    pdf = opened(faces, [marked(("A", "B")), marked(("C",))])
    assert pdf.Root.Outlines.Count == 2
    assert pdf.Root.Outlines.First.Count == -1


def test_one_heading_alone_makes_no_outline(faces):
    assert "/Outlines" not in opened(faces, [marked(("Week 1",)), marked(("Week 1",))]).Root


@pytest.mark.parametrize(
    ("duplex", "expected"),
    [("long-edge", "/DuplexFlipLongEdge"), ("short-edge", "/DuplexFlipShortEdge"), ("", None)],
)
def test_a_printer_is_told_how_to_turn_sheets_over_and_not_to_scale_them(faces, duplex, expected):
    pdf = opened(faces, [Page(SIZE, ())], duplex=duplex)
    preferences = pdf.Root.ViewerPreferences
    assert preferences.get("/Duplex") == expected
    assert preferences.PrintScaling == "/None"


def test_the_same_bookmarks_give_the_same_bytes(faces):
    pages = [marked(("A", "B")), marked(("C",))]
    assert paint(pages, faces, Facts("T")) == paint(pages, faces, Facts("T"))
