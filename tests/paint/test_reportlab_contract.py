"""What paint/document.py counts on in reportlab. If one of these fails after an upgrade, that module needs a look."""

import io
import subprocess
import sys

import pikepdf
from reportlab import rl_config
from reportlab.pdfbase import pdfdoc

from planbuilder.paint.document import Document, Words


def test_the_settings_we_set_exist():
    for name in ("invariant", "pdfComments", "pdfMultiLine", "useA85"):
        assert hasattr(rl_config, name)


def test_a_document_can_be_made_of_plain_dictionaries():
    pdf = pdfdoc.PDFDocument(pdfVersion=(1, 7), compression=1, invariant=1, lang="en")
    pdf.Catalog = pdfdoc.PDFDictionary({"Type": "/Catalog", "Pages": pdf.Reference(pdf.Pages)})
    pdf.info = pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString("T")})
    pdf._ID = b"[<00> <00>]"
    pdf.Pages.addPage(pdfdoc.PDFDictionary({"Type": "/Page", "Parent": pdf.Reference(pdf.Pages)}))
    data = pdf.format()
    assert data.startswith(b"%PDF-1.7")
    assert b"/Count 1" in data
    assert b"[<00> <00>]" in data.rpartition(b"trailer\n")[2]
    assert b"CreationDate" not in data


def test_references_have_names():
    pdf = pdfdoc.PDFDocument(lang="en")
    assert isinstance(pdf.Reference(pdfdoc.PDFDictionary({})).name, str)


def test_streams_keep_bytes_that_are_already_packed():
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": "/FlateDecode"}), b"\x00\xff packed")
    assert b"stream\n\x00\xff packed" in stream.format(pdfdoc.PDFDocument(lang="en"))


def test_text_outside_latin_is_kept():
    document = Document()
    document.page({"MediaBox": (0, 0, 9, 9)})
    data = document.save({}, {"Title": Words("Übung (1) – 走"), "Subject": Words("a\\b")})
    pdf = pikepdf.open(io.BytesIO(data))
    info = pdf.docinfo
    assert info.Title == "Übung (1) – 走"
    assert info.Subject == "a\\b"


def test_settings_of_others_come_back():
    before = {name: getattr(rl_config, name) for name in ("invariant", "pdfComments", "pdfMultiLine", "useA85")}
    document = Document()
    document.page({"MediaBox": (0, 0, 9, 9)})
    document.save({}, {})
    assert before == {name: getattr(rl_config, name) for name in before}


def test_painting_imports_neither_pillow_nor_the_canvas():
    code = (
        "import sys, planbuilder.paint.pdf; "
        "print([m for m in ('PIL._imaging', 'reportlab.pdfgen', 'reportlab.platypus') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_pillow_is_there_when_touched():
    code = (
        "import planbuilder.paint.pdf; from PIL import Image, ImageOps; "
        "print(ImageOps.mirror(Image.new('RGB', (2, 1))).size)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "(2, 1)\n"
