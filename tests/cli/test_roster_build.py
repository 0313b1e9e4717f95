"""planbuilder build with a roster: everyone's cards, each by its own row, in one print job or a file each."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from planbuilder.load.files import Folders
from planbuilder.load.saved import saved

PLAN = """\
title: Class
weeks: 2
levels: [New, Used]
max: {squat: 100kg}
do:
  - sideways-band-walk: 3 x 8 steps each way
  - squat: {New: 2 x 5 @ 70%, Used: 3 x 5 @ 70%}
"""
ROSTER = """\
name,have,without,level,start,max.squat
Anna,"mat, sofa",,New,2026-12-07,80kg
Ben,none,,Used,,
Chloë Müller,,resistance-band,New,,
"""
NAMES = ("Anna", "Ben", "Chloë Müller")
SIX = "six-weeks-to-steady-hips"
SEVEN = ("cards", "handout", "large-print", "pocket", "poster", "tracker", "wall")


@pytest.fixture
def club(here: Path) -> Path:
    (here / "class.yaml").write_text(PLAN, "utf-8")
    (here / "runners.csv").write_text(ROSTER, "utf-8")
    return here


def pages_of(pdf: Path) -> list[str]:
    """The words of each page, without spaces."""
    pages = pypdfium2.PdfDocument(BytesIO(pdf.read_bytes()))
    return [re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in pages]


def headings_of(pdf: Path) -> list[tuple[str, list[str]]]:
    with pikepdf.open(pdf) as opened, opened.open_outline() as outline:
        return [(item.title, [inner.title for inner in item.children]) for item in outline.root]


def test_one_pdf_has_everyones_cards_one_after_the_other(run, club):
    ended = run("build", "class", "--roster", "runners.csv")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "class-wall.pdf: 3 runners, 6 pages, A4 – print at 100 %\n"
    pdf = club / "class-wall.pdf"
    assert headings_of(pdf) == [(name, ["Week 1", "Week 2"]) for name in NAMES]
    with pikepdf.open(pdf) as opened:
        numbers = opened.Root.PageLabels.Nums
        labels = [str(label.P) for label in list(numbers)[1::2]]
        starts = [f"{name} · Week {week}" for name in NAMES for week in (1, 2)]
        assert [label[: len(start)] for label, start in zip(labels, starts, strict=True)] == starts
        assert str(opened.docinfo.Title) == "Class"
    pages = pages_of(pdf)
    assert [f"For{name}" in page for name in ("Anna", "Ben", "ChloëMüller") for page in pages] == [
        number // 2 == k for k in range(3) for number in range(6)
    ]


def test_each_card_is_the_one_that_its_row_asks_for(run, club):
    """The same page as with the options of one runner; only its name in the list of pages is longer."""
    together = run("build", "class", "--roster", "runners.csv", "--weeks", "1", "--listing").out
    alone = [
        run("build", "class", "-w", "1", "--listing", "--for", name, *typed.split()).out.split("\n")
        for name, typed in (
            ("Ben", "--have none --level Used"),
            ("Chloë Müller", "--without resistance-band --level New"),
        )
    ]
    pages = [page.split("\n") for page in together.split("\npage ")[1:]]
    assert [page[1:] for page in pages] == [page[1:] for page in alone]
    assert [page[0] for page in pages] == [
        page[0].replace("page 1 (", f"{number} ({name} · ")
        for number, name, page in zip((2, 3), NAMES[1:], alone, strict=True)
    ]


def test_levels_dates_and_best_lifts_are_each_runners_own(run, club):
    run("build", "class", "--roster", "runners.csv", "--weeks", "1")
    anna, ben, _ = pages_of(club / "class-wall.pdf")
    assert all(words in anna for words in ("7–13Dec", "55kg", "Sofapress"))
    assert all(words in ben for words in ("70kg",))
    assert "Dec" not in ben


def test_a_folder_gets_a_file_for_each(run, club):
    ended = run("build", "class", "--roster", "runners.csv", "--output", "cards")
    assert ended.code == 0
    assert ended.out.splitlines()[0] == "cards/class-wall-anna.pdf: 2 pages, A4 – print at 100 %"
    files = sorted((club / "cards").iterdir())
    assert [file.name for file in files] == ["class-wall-anna.pdf", "class-wall-ben.pdf", "class-wall-chloë-müller.pdf"]
    assert headings_of(files[0]) == [("Week 1", []), ("Week 2", [])]
    with pikepdf.open(files[2]) as opened:
        assert str(opened.docinfo.Title) == "Class · Chloë Müller"


def test_names_that_make_one_file_name_are_numbered(run, club):
    (club / "runners.csv").write_text("name\nAnn Lee\nAnn-Lee\n★\nÅsa/../x\n", "utf-8")
    (club / "cards").mkdir()
    ended = run("build", "class", "--roster", "runners.csv", "-o", "cards", "-l", "tracker")
    assert (ended.code, ended.err) == (1, ended.err)
    assert "No font has the character ★" in ended.err
    (club / "runners.csv").write_text("name\nAnn Lee\nAnn-Lee\nÅsa/../x\n?\n", "utf-8")
    assert run("build", "class", "--roster", "runners.csv", "-o", "cards", "-l", "tracker").code == 0
    assert sorted(file.name for file in (club / "cards").iterdir()) == [
        "class-tracker-ann-lee-2.pdf",
        "class-tracker-ann-lee.pdf",
        "class-tracker-åsa-x.pdf",
        "class-tracker.pdf",
    ]


def test_several_layouts_make_a_print_job_each_or_files_in_a_folder(run, club):
    asked = ("build", "class", "--roster", "runners.csv", "--layout", "wall,tracker")
    assert len(run(*asked).out.splitlines()) == 2
    assert (club / "class-wall.pdf").is_file()
    assert (club / "class-tracker.pdf").is_file()
    assert len(run(*asked, "--output", "cards").out.splitlines()) == 6
    assert len(list((club / "cards").iterdir())) == 6


@pytest.mark.parametrize("layout", SEVEN)
def test_every_layout_bears_each_name(run, here, layout):
    (here / "runners.csv").write_text("name,have\nAnna,mat\nBen,\n", "utf-8")
    asked = ("build", SIX, "--roster", "runners.csv", "-l", layout, "--weeks", "1-2", "-o", "a.pdf")
    assert run(*asked).code == 0
    pages = pages_of(here / "a.pdf")
    half = len(pages) // 2
    assert "Anna" in pages[0]
    assert "Ben" not in "".join(pages[:half])
    assert "Ben" in pages[half]
    assert [name for name, _ in headings_of(here / "a.pdf")] == ["Anna", "Ben"]


def test_what_was_typed_holds_for_all_whose_row_is_silent(run, club):
    (club / "runners.csv").write_text("name,level,have\nAnna,,mat\nBen,Used,\n", "utf-8")
    asked = ("build", "class", "--roster", "runners.csv", "-w", "1", "--level", "New", "--start", "2026-12-07")
    assert run(*asked, "--without", "resistance-band", "--paper", "letter").code == 0
    anna, ben = pages_of(club / "class-wall.pdf")
    assert "2×5" in anna
    assert "3×5" in ben
    assert "7–13Dec" in anna
    assert "7–13Dec" in ben
    with pikepdf.open(club / "class-wall.pdf") as opened:
        assert [int(number) for number in opened.pages[0].MediaBox] == [0, 0, 612, 792]


def test_the_figures_of_a_class_are_in_the_file_once(run, here):
    (here / "one.csv").write_text("name,have\nAnna,none\n", "utf-8")
    (here / "nine.csv").write_text("name,have\n" + "".join(f"Runner {k},none\n" for k in range(9)), "utf-8")
    for name in ("one", "nine"):
        assert run("build", SIX, "--roster", f"{name}.csv", "-w", "1", "-o", f"{name}.pdf").code == 0
    forms = []
    for name in ("one", "nine"):
        with pikepdf.open(here / f"{name}.pdf") as opened:
            forms.append(len(opened.pages[0].Resources.XObject))
    assert forms[0] == forms[1] > 5


def test_the_name_comes_from_one_place(run, club):
    ended = run("build", "class", "--roster", "runners.csv", "--for", "Tuesday group")
    assert ended.code == 2
    assert ended.err == "--roster and --for do not go together: the roster has the names.\n"


def test_mistakes_in_the_roster_print_nothing(run, club):
    (club / "runners.csv").write_text("name;have\nAnna;matt\n", "utf-8")
    ended = run("build", "class", "--roster", "runners.csv")
    assert ended.code == 1
    assert ended.err == (
        'runners.csv:2:6: error: There is no equipment called "matt".\n'
        "    2 | Anna;matt\n      |      ^\n      = did you mean mat?\n"
    )
    assert not list(club.glob("*.pdf"))
    assert "There is no such file." in run("build", "class", "--roster", "runers.csv").err


WEIGHTS = """\
title: Weights
exercises:
  swing: {name: Swing, equipment: [kettlebell], dose: 3 x 8}
do: [swing, squat: 3 x 8]
"""


def test_what_only_some_cannot_do_is_told_with_their_names(run, here):
    (here / "w.yaml").write_text(WEIGHTS, "utf-8")
    rows = ["Anna,none", "Ben,kettlebell", "Cleo,none", "Dan,none", "Eve,none", "Finn,none"]

    def problems(count: int) -> list[str]:
        (here / "r.csv").write_text("\n".join(["name,have", *rows[:count]]), "utf-8")
        ended = run("build", "w", "--roster", "r.csv")
        assert ended.code == 1
        return [line for line in ended.err.splitlines() if "error" in line]

    reason = 'Without kettlebell there is no way to do "Swing".'
    (here / "exercises").mkdir()
    (here / "exercises" / "equipment.yaml").write_text("kettlebell: Kettlebell\n", "utf-8")
    assert problems(1) == [f"w.yaml:4:6: error: {reason}"]
    assert problems(2) == [f"w.yaml:4:6: error: Anna: {reason}"]
    assert problems(3) == [f"w.yaml:4:6: error: Anna and Cleo: {reason}"]
    assert problems(5) == [f"w.yaml:4:6: error: Anna, Cleo, Dan and Eve: {reason}"]
    assert problems(6) == [f"w.yaml:4:6: error: Anna, Cleo, Dan and 2 more: {reason}"]


def test_other_commands_know_a_roster(run, club):
    proof = run("proof", "class", "--roster", "runners.csv", "-w", "1")
    assert proof.code == 0
    assert "3 runners, 3 pages, A4" in proof.out
    assert "Ben · Week 1" in proof.out
    assert run("preview", "class", "--roster", "runners.csv", "-w", "1", "-o", "pictures").code == 0
    assert len(list((club / "pictures").iterdir())) == 3


def test_watch_sees_the_roster(club):
    (club / "lists").mkdir()
    roster = club / "lists" / "runners.csv"
    roster.write_text("name\nAnna\n", "utf-8")
    where = Folders.standard(club)
    before = saved("class.yaml", where, "lists/runners.csv")
    roster.write_text("name\nAnna\nBen\n", "utf-8")
    assert saved("class.yaml", where, "lists/runners.csv") != before


def test_check_looks_at_rosters(run, club):
    (club / "team.yaml").write_text("- {name: Anna, have: matt}\n", "utf-8")
    assert run("check", "runners.csv").out == "1 file checked, no mistakes.\n"
    ended = run("check")
    assert (ended.code, ended.out) == (1, "2 files checked, 1 mistake.\n")
    assert ended.err.startswith('team.yaml:1:22: error: There is no equipment called "matt".')
