from planbuilder.geometry import Rect, Size
from planbuilder.model.pages import Drawing, Glyphs, Group, Link, Page, Path, Picture, Raster, Stroke
from planbuilder.paint.listing import listing

PHOTO = Raster("a.png", "jpeg", 1, 1, "rgb", b"")


def test_marks_are_listed_in_order_with_place_size_face_and_words(faces, line):
    icon = Drawing("icon:stop", Size(24, 24), ())
    curve = Path((("M", (1, 2)), ("C", (0,) * 6), ("Z", ())), fill="#16202B")
    pages = (
        Page(
            Size(595.276, 841.89),
            (
                line("3 × 10–12 each leg", font="display"),
                Path((("R", (0.04, -0.04, 20.26, 5)),), fill="#FBEAE2"),
                Path((("M", (10, 20)), ("L", (30, 20))), stroke=Stroke(1.5, "#16202B", (1.2, 1.6))),
                curve,
                Group(icon, 30, 40, 0.5, mirrored=True),
                Link(Rect(1, 2, 3, 4), "https://example.org"),
                Picture(PHOTO, Rect(5, 6, 7, 8), "A coach"),
            ),
            label="Week 1",
        ),
        Page(Size(320, 450), (), trim=Rect(10, 10, 300, 430)),
    )
    assert listing(pages).splitlines() == [
        "page 1 (Week 1) · 595.3 841.9",
        '  10 50 20 barlow-condensed 700 #16202B "3 × 10–12 each leg"',
        "  0 0 box 20.3 5 fill #FBEAE2",
        "  10 20 line to 30 20 stroke 1.5 #16202B dash 1.2 1.6",
        "  1 2 path MCZ fill #16202B",
        "  30 40 drawing icon:stop × 0.5 mirrored",
        "  1 2 3 4 link → https://example.org",
        '  5 6 7 8 picture "A coach"',
        "",
        "page 2 · 320 450",
        "  trim 10 10 300 430",
    ]


def test_a_long_path_is_named_by_its_beginning():
    steps = (("M", (0.0, 0.0)), *[("L", (float(i), 1.0)) for i in range(40)])
    assert "path MLLLLLLLLLLL… 41 steps" in listing([Page(Size(9, 9), (Path(steps, fill="#000000"),))])


def test_a_link_in_a_line_is_listed():
    assert '"film" → https://example.org' in listing(
        [Page(Size(9, 9), (Glyphs(0, 0, 9, "#000000", (), "film", link="https://example.org"),))]
    )
