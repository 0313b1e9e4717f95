from io import BytesIO

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from planbuilder.model.pages import Facts
from planbuilder.paint.pdf import paint
from planbuilder.paint.read_back import Font, fonts_in


def test_the_fonts_of_a_file_are_those_that_others_find_in_it(page, faces, line):
    pdf = paint([page(line("Week 3", font="display"), line("Rest 30 s", y=90))], faces, Facts("Plan"))
    assert fonts_in(pdf) == (Font("AtkinsonHyperlegible-Bold", True), Font("BarlowCondensed-Bold", True))
    with pikepdf.open(BytesIO(pdf)) as opened:
        names = {str(font.BaseFont)[8:] for font in opened.pages[0].Resources.Font.values()}
    assert names == {font.name for font in fonts_in(pdf)}


def test_a_font_that_every_printer_replaces_is_not_carried():
    file = BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(10, 10, "/Type /Font /BaseFont /Courier")
    canvas.save()
    assert fonts_in(file.getvalue()) == (Font("Helvetica", False),)


def test_what_is_no_pdf_has_no_fonts():
    assert fonts_in(b"") == ()
    assert fonts_in(b"startxref\n99999\n%%EOF") == ()
    assert fonts_in(b"no pdf at all") == ()
