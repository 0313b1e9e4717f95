import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.model.typeface import Catalogue
from planbuilder.paint.faces import Faces
from planbuilder.paint.glyphs import pieces


def copied(run) -> str:
    return "".join(glyph.text for piece in pieces(run) for glyph in piece.glyphs)


@pytest.mark.parametrize(
    ("font", "weight", "name"),
    [
        ("display", 800, "barlow-condensed 800"),
        ("display", 400, "barlow-condensed 500"),
        ("display", 650, "barlow-condensed 700"),
        ("text", 500, "atkinson-hyperlegible 400"),
        ("text", 900, "atkinson-hyperlegible 700"),
    ],
)
def test_face_is_the_nearest_weight(faces, font, weight, name):
    assert faces.face(font, weight) == name


def test_widths_are_in_ems_and_kerned(faces):
    face = faces.face("display", 700)
    apart = faces.shape("A", face).advance + faces.shape("V", face).advance
    assert faces.shape("AV", face).advance < apart < 1
    assert faces.shape("", face).advance == 0


def test_capitals_are_as_high_as_the_design_counts_on(faces):
    assert faces.capital(faces.face("display", 700)) == pytest.approx(0.70)
    assert faces.capital(faces.face("text", 400)) == pytest.approx(0.668)


def test_a_text_is_shaped_once(faces):
    face = faces.face("text", 400)
    assert faces.shape("Knees", face) is faces.shape("Knees", face)


def test_only_files_in_use_are_opened(catalogue: Catalogue):
    opened: list[str] = []

    def read(path: Path) -> bytes:
        opened.append(path.name)
        return path.read_bytes()

    faces = Faces(catalogue, read_font=read)
    face = faces.face("display", 800)
    assert opened == []
    faces.shape("Band walk", face)
    faces.shape("Step-up", face)
    assert opened == ["BarlowCondensed-ExtraBold.ttf"]


@pytest.mark.parametrize("character", "Aé×–—’“”½ßŁ·\u00a0\u202f ")
def test_covers_what_is_printed(faces, character):
    assert faces.covers(character)


@pytest.mark.parametrize("character", ["✓", "⇄", "走", "🏃", "א"])
def test_does_not_cover_what_no_font_has(faces, character):
    assert not faces.covers(character)


def test_a_missing_letter_is_lent_by_the_next_family(faces):
    run = faces.shape("half ½ ⁄ way", faces.face("display", 700))
    assert copied(run) == run.text
    only_barlow = [
        c for c in map(chr, range(0x20, 0x2200)) if lacks(faces, "text", c) and not lacks(faces, "display", c)
    ]
    assert only_barlow
    text = f"a{only_barlow[0]} b"
    assert [p.face for p in pieces(faces.shape(text, faces.face("text", 700)))] == [
        "atkinson-hyperlegible 700",
        "barlow-condensed 700",
        "atkinson-hyperlegible 700",
    ]


def lacks(faces: Faces, font: str, character: str) -> bool:
    return not all(glyph.id for glyph in faces.opened(faces.face(font, 700)).shape(character, "en"))


@given(st.text(alphabet="AVfiflßéo\u0301\u0323x×–0123 \u00a0⁄ŁŽ", max_size=12))
def test_no_letter_is_lost_in_shaping(catalogue, text):
    run = Faces(catalogue).shape(text, "barlow-condensed 600")
    assert unicodedata.normalize("NFD", copied(run)) == unicodedata.normalize("NFD", text)
    assert run.advance == pytest.approx(sum(g.advance for p in pieces(run) for g in p.glyphs) / 1000)
