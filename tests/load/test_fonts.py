from pathlib import Path

import pytest

from planbuilder.load.files import Folders
from planbuilder.load.fonts import load_fonts

SHIPPED = Path(__file__).parents[2]
BOLD = SHIPPED / "fonts" / "barlow-condensed" / "BarlowCondensed-Bold.ttf"


@pytest.fixture
def own(tmp_path):
    """Loads the fonts of a coach with this catalogue and these files beside it."""

    def load(catalogue: str, **files: bytes):
        folder = tmp_path / "fonts"
        folder.mkdir()
        (folder / "catalogue.yaml").write_text(catalogue, encoding="utf-8")
        (folder / "OFL.txt").write_text("A licence", encoding="utf-8")
        for name, data in files.items():
            (folder / name.replace("_", ".")).write_bytes(data)
        return load_fonts(Folders(tmp_path, None, SHIPPED))

    return load


def said(problems) -> list[str]:
    return [f"{p.place}: {p.message} {p.advice}".rstrip() for p in problems]


def test_the_shipped_fonts(tmp_path):
    catalogue, problems = load_fonts(Folders(tmp_path, None, SHIPPED))
    assert problems == ()
    weights = {font: [face.weight for face in families[0].faces] for font, families in catalogue.fonts.items()}
    assert weights == {"display": [500, 600, 700, 800], "text": [400, 700]}
    assert [family.id for family in catalogue.fonts["text"]] == ["atkinson-hyperlegible", "barlow-condensed"]


def test_every_shipped_font_has_its_file_and_licence(tmp_path):
    catalogue, _ = load_fonts(Folders(tmp_path, None, SHIPPED))
    assert len(catalogue.families) >= 2
    for family in catalogue.families.values():
        assert "SIL OPEN FONT LICENSE Version 1.1" in family.licence.read_text(encoding="utf-8")
        assert all(face.file.is_file() for face in family.faces)


def test_a_family_of_ones_own_lends_its_letters(own):
    catalogue, problems = own(
        "families:\n"
        "  mine: {name: Mine, licence: OFL.txt, faces: {700: Mine.ttf, 400: Mine.ttf}}\n"
        "fonts: {text: [atkinson-hyperlegible, mine]}\n",
        Mine_ttf=BOLD.read_bytes(),
    )
    assert problems == ()
    assert [family.name for family in catalogue.fonts["text"]] == ["Atkinson Hyperlegible", "Mine"]
    assert [face.name for face in catalogue.families["mine"].faces] == ["mine 400", "mine 700"]
    assert catalogue.fonts["display"][0].id == "barlow-condensed"


def test_a_family_of_the_same_id_takes_the_place_of_the_shipped_one(own):
    catalogue, _ = own(
        "families: {barlow-condensed: {name: Mine, licence: OFL.txt, faces: {400: Mine.ttf}}}",
        Mine_ttf=BOLD.read_bytes(),
    )
    assert catalogue.fonts["display"][0].name == "Mine"
    assert catalogue.fonts["text"][1].name == "Mine"


FAMILY = "families:\n  mine:\n    name: Mine\n    licence: OFL.txt\n    faces:\n      {face}\n"
BESIDE = "put it beside the catalogue and write it like family/Family-Bold.ttf"
STATIC = "take the static TrueType files of the family (.ttf, one for each weight)"


@pytest.mark.parametrize(
    ("face", "message"),
    [
        ("bold: Mine.ttf", '6:7: "bold" is no weight of a font. write 400 for regular, 700 for bold'),
        ("0400: Mine.ttf", '6:7: "0400" is no weight of a font. write 400 for regular, 700 for bold'),
        ("1001: Mine.ttf", '6:7: "1001" is no weight of a font. write 400 for regular, 700 for bold'),
        ("400: Mime.ttf", "6:12: There is no such file. did you mean Mine.ttf?"),
        ("400: Mine.otf", f'6:12: "Mine.otf" does not end in .ttf. {STATIC}'),
        (
            "400: ../Mine.ttf",
            f'6:12: The file "../Mine.ttf" is not inside this fonts folder. {BESIDE}',
        ),
        ("400: Text.ttf", f"6:12: This font cannot be printed: it is no TrueType font. {STATIC}"),
        ("400: Empty.ttf", f"6:12: This font cannot be printed: it is no TrueType font. {STATIC}"),
        ("400: Post.ttf", f"6:12: This font cannot be printed: its outlines are PostScript. {STATIC}"),
        ("400: Vary.ttf", f"6:12: This font cannot be printed: it is a variable font. {STATIC}"),
    ],
)
def test_what_cannot_be_printed_is_told_at_its_line(own, face, message):
    data = BOLD.read_bytes()
    catalogue, problems = own(
        FAMILY.replace("{face}", face),
        Mine_ttf=data,
        Text_ttf=b"Dear coach, this is a letter.",
        Empty_ttf=b"",
        Post_ttf=b"OTTO" + data[4:],
        Vary_ttf=data.replace(b"GSUB", b"fvar", 1),
    )
    assert catalogue is None
    assert said(problems) == [f"fonts/catalogue.yaml:{message}"]


def test_an_unknown_family_is_told_with_the_nearest_one(own):
    catalogue, problems = own("fonts: {display: [barlow-condense]}")
    assert catalogue is None
    assert said(problems) == [
        'fonts/catalogue.yaml:1:19: There is no font family "barlow-condense". did you mean barlow-condensed?'
    ]


def test_a_family_without_faces_is_told(own):
    catalogue, problems = own("families: {mine: {name: Mine, licence: OFL.txt, faces: {}}}")
    assert catalogue is None
    assert said(problems) == ["fonts/catalogue.yaml:1:18: A family needs at least one face. write 400: and its file"]


def test_a_licence_must_be_there(own):
    catalogue, problems = own(
        "families: {mine: {name: Mine, licence: OFK.txt, faces: {400: Mine.ttf}}}", Mine_ttf=BOLD.read_bytes()
    )
    assert catalogue is None
    assert said(problems) == ["fonts/catalogue.yaml:1:40: There is no such file. did you mean OFL.txt?"]
