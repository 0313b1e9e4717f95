"""Ticks and lines as fields of a form: where they are, what they are called, and that they print as before."""

import io

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from planbuilder.geometry import Rect, Size
from planbuilder.layout.strokes import line, rounded
from planbuilder.model.pages import Facts, Glyphs, Page, Stroke
from planbuilder.paint.pdf import paint

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
def fields():
    """The fields of a file; the files stay open for the test."""
    opened = []

    def found(data):
        opened.append(pikepdf.open(io.BytesIO(data)))
        return list(opened[-1].Root.AcroForm.Fields)

    return found


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
