import errno
import os
import re
import stat
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

PLAN = """\
title: Two moves
weeks: 2
times: 2
do:
  - squat: 3 x 8-10, rest 30s
  - lunge: 3 x 8 each leg, rest 30s
"""


def text_of(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(BytesIO(pdf))]


@pytest.fixture
def plan(here: Path) -> Path:
    path = here / "two-moves.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def test_a_shipped_plan_prints_by_its_name_alone(run, here):
    ended = run("build", "six-weeks-to-steady-hips")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "six-weeks-to-steady-hips-wall.pdf: 6 pages, A4 – print at 100 %\n"
    pages = text_of((here / "six-weeks-to-steady-hips-wall.pdf").read_bytes())
    assert len(pages) == 6
    for words in ("Week 3", "of 6", "Build", "Rest 30", "Step-up", "Band walk", "No band?", "Sofa press", "10–12"):
        assert words.replace(" ", "") in re.sub(r"\s", "", pages[2])


def test_weeks_paper_and_output(run, here, plan):
    ended = run("build", "two-moves.yaml", "-w", "2", "--paper", "letter", "--theme", "ink-saver", "-o", "week.pdf")
    assert ended.code == 0, ended.err
    with pikepdf.open(here / "week.pdf") as pdf:
        assert len(pdf.pages) == 1
        assert [round(float(n)) for n in pdf.pages[0].MediaBox] == [0, 0, 612, 792]
    assert "Letter" in ended.out


def test_the_whole_kit_puts_the_stand_in_in_the_exercise_s_place(run):
    ended = run("build", "six-weeks-to-steady-hips", "--have", "sofa,mat", "-w", "1", "--listing")
    assert ended.code == 0, ended.err
    assert "Sofa press" in ended.out
    assert "Band walk" not in ended.out
    assert "No band?" not in ended.out


def test_without_takes_one_thing_out(run):
    ended = run("build", "six-weeks-to-steady-hips", "--without", "resistance-band", "-w", "1", "--listing")
    assert ended.code == 0, ended.err
    assert "Sofa press" in ended.out
    assert "Band walk" not in ended.out


def test_dates_and_a_name_line(run):
    ended = run("build", "six-weeks-to-steady-hips", "--start", "2026-12-07", "--for", "Tuesday group", "--listing")
    assert ended.code == 0, ended.err
    assert "Tuesday group" in ended.out
    assert "7–13 Dec" in ended.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--have", "sofa", "--without", "mat"), "--have and --without"),
        (("--start", "7.12.2026"), "2026-12-07"),
        (("--library", "nowhere"), "no folder nowhere"),
        (("--frobnicate",), "frobnicate"),
    ],
)
def test_usage_mistakes_end_with_2(run, plan, arguments, says):
    ended = run("build", "two-moves.yaml", *arguments)
    assert ended.code == 2
    assert says in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("two-move",), "two-moves"),
        (("two-moves.yaml", "--layout", "wal"), "wall"),
        (("two-moves.yaml", "--theme", "ink-savr"), "ink-saver"),
        (("two-moves.yaml", "--paper", "lettr"), "letter"),
        (("two-moves.yaml", "--weeks", "3"), "2"),
        (("two-moves.yaml", "--have", "soffa"), "sofa"),
        (("two-moves.yaml", "-o", "no-such-folder/x.pdf"), "no-such-folder"),
        (("two-moves.yaml", "-o", "."), "folder"),
        (("two-moves.yaml", "--for", "名"), "No font has the character 名"),
    ],
)
def test_mistakes_in_names_and_files_end_with_1(run, here, plan, arguments, says):
    ended = run("build", *arguments)
    assert ended.code == 1
    assert says in ended.err
    assert "Traceback" not in ended.err
    assert [p.name for p in here.iterdir() if p.suffix != ".yaml"] == []


def test_all_mistakes_are_told_at_once_with_their_lines(run, here):
    (here / "bad.yaml").write_text("titel: X\nweeks: six\ndo:\n  - squatt\n  - lunge: 3 x\n", "utf-8")
    ended = run("build", "bad.yaml")
    assert ended.code == 1
    lines = [line for line in ended.err.splitlines() if line.startswith("bad.yaml:")]
    assert {line.split(":")[1] for line in lines} >= {"1", "2", "4", "5"}
    assert "    4 | - squatt" in ended.err


def test_an_older_pdf_stays_whole_when_the_build_fails(run, here):
    (here / "bad.yaml").write_text("title: X\ndo: [squatt]\n", "utf-8")
    old = here / "bad-wall.pdf"
    old.write_bytes(b"older")
    assert run("build", "bad.yaml").code == 1
    assert old.read_bytes() == b"older"
    assert sorted(p.name for p in here.iterdir()) == ["bad-wall.pdf", "bad.yaml"]


def test_a_full_disk_is_one_line_and_leaves_the_older_pdf(run, here, plan, monkeypatch):
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (here / "two-moves-wall.pdf").write_bytes(b"older")
    monkeypatch.setattr(os, "fsync", full)
    ended = run("build", "two-moves.yaml")
    assert ended.code == 1
    assert ended.err == "two-moves-wall.pdf could not be written: the disk is full.\n"
    assert (here / "two-moves-wall.pdf").read_bytes() == b"older"
    assert sorted(p.name for p in here.iterdir()) == ["two-moves-wall.pdf", "two-moves.yaml"]


def test_a_folder_that_cannot_be_written(run, here, plan, monkeypatch):
    import tempfile

    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    ended = run("build", "two-moves.yaml")
    assert ended.code == 1
    assert "could not be written: you may not write there" in ended.err


def test_standard_output_gets_the_pdf_and_nothing_else(process, plan):
    ended = process("build", "two-moves.yaml", "-o", "-")
    assert ended.returncode == 0
    assert ended.stdout.startswith(b"%PDF-")
    assert len(text_of(ended.stdout)) == 2


def test_same_bytes_whatever_the_hash_seed(process, plan):
    one = process("build", "six-weeks-to-steady-hips", "-o", "-", PYTHONHASHSEED="1")
    others = {"PYTHONHASHSEED": "2", "RL_pageCompression": "0", "TZ": "Asia/Tokyo"}
    two = process("build", "six-weeks-to-steady-hips", "-o", "-", **others)
    assert one.returncode == 0
    assert one.stdout == two.stdout


def test_the_file_says_what_it_is(process, plan, here):
    process("build", "two-moves.yaml")
    with pikepdf.open(here / "two-moves-wall.pdf") as pdf:
        assert str(pdf.docinfo.Title) == "Two moves"
        assert str(pdf.docinfo.Producer).startswith("planbuilder 0")
        assert str(pdf.Root.Lang) == "en"
        assert pdf.check_pdf_syntax() == []
        assert b"Helvetica" not in (here / "two-moves-wall.pdf").read_bytes()


def test_a_new_file_has_ordinary_rights(process, plan, here):
    mask = os.umask(0o022)
    try:
        process("build", "two-moves.yaml")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((here / "two-moves-wall.pdf").stat().st_mode) == 0o644


def test_a_user_s_own_exercise_comes_before_the_shipped_one(run, here, plan):
    (here / "exercises").mkdir()
    (here / "exercises" / "squat.yaml").write_text("name: Deep sit\ndose: 2 x 5\ncues: [Sit]\n", "utf-8")
    ended = run("build", "two-moves.yaml", "--listing")
    assert ended.code == 0, ended.err
    assert "Deep sit" in ended.out


def test_a_library_folder_is_searched_too(run, here):
    (here / "club" / "plans").mkdir(parents=True)
    (here / "club" / "plans" / "club-plan.yaml").write_text(PLAN, "utf-8")
    ended = run("build", "club-plan", "--library", "club")
    assert ended.code == 0, ended.err
    assert (here / "club-plan-wall.pdf").exists()


def test_help_is_quick_about_it(process):
    ended = process("--help", PYTHONPROFILEIMPORTTIME="1")
    loaded = ended.stderr.decode()
    assert ended.returncode == 0
    assert "typer" in loaded
    for heavy in ("reportlab", "babel", "PIL", "yaml", "uharfbuzz", "pydantic", "rich"):
        assert not re.search(rf"\| +{heavy}(\.|$)", loaded, re.M), heavy


def test_an_output_without_an_ending_is_no_file_name(run, here, plan):
    ended = run("build", "two-moves.yaml", "-o", "cards/")
    assert ended.code == 2
    assert "--output: cards is no file name. Write -o cards.pdf" in ended.err
    assert [p.name for p in here.iterdir() if p.suffix != ".yaml"] == []


def test_what_was_broken_is_shown_where_it_was_written(run, here):
    (here / "long.yaml").write_text(
        "title: T\nweeks: 1\nexercises:\n  lift:\n    name: Donaudampfschifffahrtsgesellschaftskapitaen\n"
        "    cues: [Slowly]\ndo:\n  - lift: 3 x 8\n",
        "utf-8",
    )
    ended = run("build", "long.yaml", "--strict")
    assert ended.code == 1
    assert ended.err.startswith("long.yaml:5:11: error: ")
    assert "it is broken" in ended.err
