"""Ticks and lines as fields of a form: where they are, what they are called, and that they print as before."""

import io

import pikepdf
import pypdfium2
import pytest
import uharfbuzz as hb
from PIL import ImageChops

from planbuilder.geometry import Rect, Size
from planbuilder.layout.strokes import line, rounded
from planbuilder.model.pages import Facts, Glyphs, Page, Stroke
from planbuilder.paint.pdf import paint
from planbuilder.paint.read_back import fonts_in

PEN = Stroke(1, "#000000")
SIZE = Size(200, 200)


def heading(faces, words):
    run = faces.shape(words, faces.face("display", 700))
    return Glyphs(10, 20, 12, "#000000", ((0.0, run),), words, "heading")


def tick(x=50, y=60, role="tick"):
    return rounded(Rect(x, y, 20, 20), 2, "#FFFFFF", PEN, role)


def written(faces, *marks, fillable=True):
    return paint([Page(SIZE, marks, "Week 1")], faces, Facts("T", fillable=fillable))


@pytest.fixture
def form():
    """The form of a file; the files stay open for the test."""
    opened = []

    def found(data):
        opened.append(pikepdf.open(io.BytesIO(data)))
        return opened[-1].Root.AcroForm

    return found


@pytest.fixture
def fields(form):
    """The fields of a file."""
    return lambda data: list(form(data).Fields)


def rect(field):
    return [float(n) for n in field.Rect]


def test_a_tick_is_a_box_to_check_right_where_it_is_printed(faces, fields):
    [field] = fields(written(faces, tick()))
    assert field.FT == "/Btn"
    assert rect(field) == [50, 120, 70, 140]
    assert field.V == field.AS == "/Off"
    assert set(field.AP.N.keys()) == {"/Yes", "/Off"}
    assert field.AP.N.Off.read_bytes() == b""


def test_a_line_is_a_field_above_it_and_a_box_for_a_number_one_inside_it(faces, fields):
    writing, number = fields(written(faces, line(10, 100, 90, 100, PEN, "line"), tick(role="entry")))
    assert writing.FT == number.FT == "/Tx"
    left, low, right, high = rect(writing)
    assert (left, low, right) == (10, 100, 90)
    assert 12 < high - low < 18
    assert rect(number) == [50, 120, 70, 140]
    assert number.Q == 1


def test_fields_are_named_after_their_page_and_the_heading_before_them(faces, fields):
    data = written(faces, tick(10), heading(faces, "Squat"), tick(40), tick(70))
    assert [str(field.TU) for field in fields(data)] == ["Week 1 1", "Week 1 Squat 2", "Week 1 Squat 3"]
    assert len({str(field.T) for field in fields(data)}) == 3


def test_other_lines_and_boxes_are_no_fields(faces):
    data = written(faces, line(10, 10, 90, 10, PEN), tick(role="artifact"))
    assert "/AcroForm" not in pikepdf.open(io.BytesIO(data)).Root


def test_without_being_asked_there_is_no_form(faces):
    assert "/AcroForm" not in pikepdf.open(io.BytesIO(written(faces, tick(), fillable=False))).Root


def picture(data, forms):
    document = pypdfium2.PdfDocument(data)
    if forms:
        document.init_forms()
    return document[0].render(scale=2, may_draw_forms=forms).to_pil().convert("RGB")


def test_what_is_printed_empty_looks_as_before(faces):
    marks = tick(), line(10, 100, 90, 100, PEN, "line")
    plain = picture(written(faces, *marks, fillable=False), forms=False)
    assert ImageChops.difference(plain, picture(written(faces, *marks), forms=True)).getbbox() is None


@pytest.mark.parametrize("state", ["/Yes", "/Off"])
def test_a_checked_box_shows_its_mark(faces, state):
    pdf = pikepdf.open(io.BytesIO(written(faces, tick())))
    field = pdf.Root.AcroForm.Fields[0]
    field.V = field.AS = pikepdf.Name(state)
    file = io.BytesIO()
    pdf.save(file)
    empty = picture(written(faces, tick()), forms=True)
    changed = ImageChops.difference(empty, picture(file.getvalue(), forms=True)).getbbox()
    assert (changed is None) == (state == "/Off")


# The font that is typed in


def test_every_field_has_its_looks_and_a_font_that_is_in_the_file(faces, form):
    data = written(faces, tick(), line(10, 100, 90, 100, PEN, "line"), tick(90, role="entry"))
    found = form(data)
    box, *texts = found.Fields
    assert "/NeedAppearances" not in found
    assert [font.name for font in fonts_in(data)] == ["AtkinsonHyperlegible-Regular"]
    assert all(font.carried for font in fonts_in(data))
    assert "/AP" in box
    for text in texts:
        name = str(text.DA).split()[0]
        assert name in found.DR.Font
        assert text.AP.N.read_bytes() == b"/Tx BMC EMC"
        assert [float(n) for n in text.AP.N.BBox[2:]] == pytest.approx(
            [rect(text)[2] - rect(text)[0], rect(text)[3] - rect(text)[1]], abs=0.06
        )


def test_the_font_has_every_letter_of_its_code(faces, form):
    [font] = dict(form(written(faces, line(10, 100, 90, 100, PEN, "line"))).DR.Font).values()
    assert (font.FirstChar, font.LastChar, font.Encoding) == (32, 255, "/WinAnsiEncoding")
    widths = dict(zip(range(32, 256), map(float, font.Widths), strict=True))
    assert min(widths.values()) > 0
    assert widths[0xC4] == widths[ord("A")]  # Ä
    assert widths[0xA0] == widths[ord(" ")]
    file = hb.Face(hb.Blob(font.FontDescriptor.FontFile2.read_bytes()))
    assert {ord("A"), ord("9"), 0x20AC, 0xDF} <= set(file.unicodes)


def test_what_is_typed_is_shown(faces):
    data = written(faces, line(10, 100, 190, 100, PEN, "line"))
    pdf = pikepdf.open(io.BytesIO(data))
    field = pdf.Root.AcroForm.Fields[0]
    field.V = pikepdf.String("12 × Übung")
    del field.AP  # as a viewer does once something is typed
    file = io.BytesIO()
    pdf.save(file)
    assert ImageChops.difference(picture(data, forms=True), picture(file.getvalue(), forms=True)).getbbox()
