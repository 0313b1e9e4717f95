import io
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from planbuilder import __version__
from planbuilder.geometry import Rect, Size
from planbuilder.model.pages import Drawing, Facts, Glyphs, Group, Link, Page, Stroke
from planbuilder.model.pages import Path as Outline
from planbuilder.paint.pdf import paint

FACTS = Facts("Six weeks to steady hips – Übung", "A Coach", "Weeks 1–6", "de")
CROSS = Drawing("cross", Size(24, 24), (Outline((("M", (0, 0)), ("L", (24, 24))), stroke=Stroke(2, "#B8431C")),))


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def words_of(data: bytes, page: int = 0) -> str:
    return pypdfium2.PdfDocument(data)[page].get_textpage().get_text_range()


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("font", ["display", "text"])
def test_copied_text_is_the_words(faces, line, page, font, whole):
    written = "3 × 10–12 fix the flat foot, each leg"
    tied = written.replace("3 ", "3\u00a0")
    data = paint([page(line(tied, font=font, whole=whole))], faces, FACTS)
    assert words_of(data) == written


def test_copied_letters_with_marks_are_the_same_letters(faces, line, page):
    data = paint([page(line("ṣ Dvořák e\u0301 x\u0301", font="display"))], faces, FACTS)
    assert unicodedata.normalize("NFC", words_of(data)) == "ṣ Dvořák é x́"


def test_every_font_is_an_embedded_subset(faces, line, page):
    data = paint([page(line("Band walk", font="display"), line("Knees soft", y=90))], faces, FACTS)
    pdf = opened(data)
    fonts = pdf.pages[0].Resources.Font
    names = sorted(str(font.BaseFont) for font in fonts.values())
    assert [re.sub("^/[A-Z]{6}[+]", "", name) for name in names if re.match("/[A-Z]{6}[+]", name)]
    assert {name.partition("+")[2] for name in names} == {"BarlowCondensed-Bold", "AtkinsonHyperlegible-Bold"}
    for font in fonts.values():
        assert font.Subtype == "/Type0"
        assert font.Encoding == "/Identity-H"
        assert 500 < len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) < 20_000


def test_no_font_but_ours_and_no_ascii85(faces, line, page):
    data = paint([page(line("Band walk"))], faces, FACTS)
    assert b"Helvetica" not in data
    assert b"ASCII85" not in data
    assert b"/Type1" not in data


def test_widths_in_the_file_are_the_widths_measured(faces, line, page):
    run = faces.shape("Wave", faces.face("display", 700))
    mark = Glyphs(0, 50, 1000, "#000000", ((0.0, run),), "Wave")
    textpage = pypdfium2.PdfDocument(paint([page(mark, width=4000, height=2000)], faces, FACTS))[0].get_textpage()
    left = textpage.get_charbox(0, loose=True)[0]
    right = textpage.get_charbox(3, loose=True)[2]
    assert right - left == pytest.approx(run.advance * 1000, abs=2)


def test_page_sizes_boxes_and_labels(faces):
    pages = [
        Page(Size(595.28, 841.89), (), "Week 1"),
        Page(Size(320, 450), (), trim=Rect(10, 20, 300, 400), bleed=Rect(1, 11, 318, 418)),
    ]
    pdf = opened(paint(pages, faces, FACTS))
    assert [float(v) for v in pdf.pages[0].MediaBox] == [0, 0, 595.28, 841.89]
    assert [float(v) for v in pdf.pages[1].TrimBox] == [10, 30, 310, 430]
    assert [float(v) for v in pdf.pages[1].BleedBox] == [1, 21, 319, 439]
    assert [page.label for page in pdf.pages] == ["Week 1", "2"]


def test_the_file_says_what_it_is(faces, page):
    pdf = opened(paint([page()], faces, FACTS))
    assert pdf.docinfo.Title == "Six weeks to steady hips – Übung"
    assert pdf.docinfo.Author == "A Coach"
    assert pdf.docinfo.Producer == f"planbuilder {__version__}"
    assert set(pdf.docinfo.keys()) == {"/Title", "/Author", "/Subject", "/Creator", "/Producer"}
    assert pdf.Root.Lang == "de"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


def test_links_open_web_and_mail_only(faces, line, page):
    marks = [
        Link(Rect(10, 20, 100, 30), "https://example.org/ü?a=1"),
        Link(Rect(10, 20, 100, 30), "javascript:alert(1)"),
        Link(Rect(10, 20, 100, 30), "file:///etc/passwd"),
        replace(line("write to me"), link="mailto:coach@example.org"),
    ]
    pdf = opened(paint([page(*marks)], faces, FACTS))
    annotations = pdf.pages[0].Annots
    assert [str(a.A.URI) for a in annotations] == ["https://example.org/%C3%BC?a=1", "mailto:coach@example.org"]
    assert [float(v) for v in annotations[0].Rect] == [10, 250, 110, 280]


def test_a_drawing_is_written_once(faces, page):
    groups = [Group(CROSS, x, 10, 2, mirrored=x > 50) for x in (10, 40, 70)]
    pdf = opened(paint([page(*groups), page(*groups)], faces, FACTS))
    forms = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
    assert len(forms) == 1
    assert pdf.pages[0].Contents.read_bytes().count(b" Do ") == 3


def test_numbers_are_short(faces, page):
    third = Outline((("M", (1 / 3, 10.0)), ("L", (-0.0001, 2 / 3)), ("Z", ())), fill="#336699")
    pdf = opened(paint([page(third, height=200)], faces, FACTS))
    content = pdf.pages[0].Contents.read_bytes()
    assert content.decode().splitlines() == ["1 0 0 -1 0 200 cm", ".2 .4 .6 rg", ".333 10 m 0 .667 l h f"]


def test_painting_twice_gives_the_same_bytes(faces, line, page):
    pages = [page(line("Band walk"), Group(CROSS, 1, 1, 1)), page(line("Squat", font="display"))]
    assert paint(pages, faces, FACTS) == paint(pages, faces, FACTS)


def test_another_content_has_another_identifier(faces, line, page):
    identifiers = [opened(paint([page(line(w))], faces, FACTS)).trailer.ID for w in ("Squat", "Squats", "Squat")]
    assert identifiers[0] == identifiers[2] != identifiers[1]


def test_the_file_is_sound(faces, line, page):
    marks = line("Band walk – ṣ"), Group(CROSS, 1, 1, 1), Link(Rect(0, 0, 9, 9), "https://example.org")
    pdf = opened(paint([page(*marks), page()], faces, FACTS))
    assert pdf.check_pdf_syntax() == []


def test_an_empty_line_paints_nothing(faces, page):
    data = paint([page(Glyphs(0, 0, 10, "#000000", (), ""))], faces, FACTS)
    assert words_of(data) == ""


SCRIPT = """
import sys
sys.path.insert(0, {folder!r})
from conftest import ATKINSON, BARLOW
from planbuilder.geometry import Size
from planbuilder.model.pages import Facts, Glyphs, Page
from planbuilder.model.typeface import Catalogue
from planbuilder.paint.faces import Faces
from planbuilder.paint.pdf import paint
faces = Faces(Catalogue({{BARLOW.id: BARLOW, ATKINSON.id: ATKINSON}}, {{"display": (BARLOW,), "text": (ATKINSON,)}}))
runs = [(i * 40, faces.shape(w, faces.face(f, 700))) for i, (w, f) in enumerate([("One", "text"), ("Two", "display")])]
line = Glyphs(9, 50, 20, "#16202B", tuple(runs), "One Two")
sys.stdout.buffer.write(paint([Page(Size(200, 100), (line,))], faces, Facts("T")))
"""


def test_same_bytes_whatever_the_hash_seed_and_the_settings():
    folder = str(Path(__file__).parent)
    settings = [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "RL_useA85": "1", "RL_invariant": "0", "RL_pdfComments": "1"},
    ]
    runs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT.format(folder=folder)],
            env={**os.environ, **extra},
            capture_output=True,
            check=True,
        ).stdout
        for extra in settings
    ]
    assert runs[0].startswith(b"%PDF-1.7")
    assert runs[0] == runs[1]
