import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

PLAN = "title: Two moves\nweeks: 2\ntimes: 2\ndo:\n  - squat: 3 x 8-10, rest 30s\n  - lunge: 3 x 8 each leg\n"


@pytest.fixture
def plan(here: Path) -> Path:
    path = here / "two-moves.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def pictures(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.png"))


def test_a_picture_for_each_page(run, here, plan):
    ended = run("preview", "two-moves.yaml")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "two-moves-wall-01.png to two-moves-wall-02.png: 2 pages, A4\n"
    assert pictures(here) == ["two-moves-wall-01.png", "two-moves-wall-02.png"]
    with Image.open(here / "two-moves-wall-01.png") as picture:
        assert picture.size == (1241, 1754)
        assert picture.getpixel((3, 3)) == (255, 255, 255)
        assert picture.getpixel((72, 72)) == (0xB8, 0x43, 0x1C)


def test_one_page_needs_no_number(run, here, plan):
    assert run("preview", "two-moves.yaml", "-w", "1").out == "two-moves-wall.png: 1 page, A4\n"
    assert pictures(here) == ["two-moves-wall.png"]


def test_into_a_file_of_a_name(run, here, plan):
    assert run("preview", "two-moves.yaml", "-w", "1", "-o", "first.png").code == 0
    assert run("preview", "two-moves.yaml", "-o", "both.png").code == 0
    assert pictures(here) == ["both-01.png", "both-02.png", "first.png"]


def test_into_a_folder_made_for_them(run, here, plan):
    assert run("preview", "two-moves.yaml", "-w", "1", "-o", "pictures/new").code == 0
    assert pictures(here) == ["pictures/new/two-moves-wall.png"]


def test_a_folder_that_cannot_be_made(run, here, plan):
    (here / "taken").write_text("", "utf-8")
    ended = run("preview", "two-moves.yaml", "-w", "1", "-o", "taken/deep")
    assert ended.code == 1
    assert ended.err.startswith("The folder taken/deep could not be made")


def test_ten_pages_sort_by_name(run, here):
    (here / "long.yaml").write_text(PLAN.replace("weeks: 2", "weeks: 10"), "utf-8")
    assert run("preview", "long.yaml", "-o", "out").code == 0
    assert pictures(here)[:2] == ["out/long-wall-01.png", "out/long-wall-02.png"]
    assert len(pictures(here)) == 10


def test_guides_are_drawn_over_the_page(run, here, plan):
    assert run("preview", "two-moves.yaml", "-w", "1", "-o", "plain.png").code == 0
    assert run("preview", "two-moves.yaml", "-w", "1", "-o", "guided.png", "--guides").code == 0
    with Image.open(here / "plain.png") as plain, Image.open(here / "guided.png") as guided:
        assert plain.size == guided.size
        changed = ImageChops.difference(plain, guided).convert("L").point(lambda v: 255 if v else 0)
    assert 2000 < changed.histogram()[255] < 400_000


def test_the_same_picture_twice(run, here, plan):
    for name in ("one.png", "two.png"):
        assert run("preview", "two-moves.yaml", "-w", "1", "-o", name).code == 0
    assert (here / "one.png").read_bytes() == (here / "two.png").read_bytes()


def test_several_layouts_each_have_their_pages(run, here, plan):
    ended = run("preview", "two-moves.yaml", "-l", "wall,tracker", "-o", "out")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "out/two-moves-wall-01.png to two-moves-wall-02.png: 2 pages, A4\nout/two-moves-tracker.png: 1 page, A4\n"
    )
    assert pictures(here) == [f"out/two-moves-{name}.png" for name in ("tracker", "wall-01", "wall-02")]


def test_several_layouts_need_a_folder(run, here, plan):
    ended = run("preview", "two-moves.yaml", "-l", "wall,tracker", "-o", "one.png")
    assert ended.code == 2
    assert "folder" in ended.err
    assert pictures(here) == []


def test_a_contact_sheet_of_the_layouts_named(run, here, plan):
    ended = run("preview", "two-moves.yaml", "-l", "wall,tracker", "--contact-sheet")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "two-moves-layouts.png: 2 layouts\n"
    with Image.open(here / "two-moves-layouts.png") as sheet:
        assert sheet.width == 2 * (560 + 24) + 24


def test_a_contact_sheet_has_every_layout(run, here, plan):
    (here / "layouts").mkdir()
    (here / "layouts" / "mine.yaml").write_text("title: Mine\nextends: wall\npaper: a4\n", "utf-8")
    listed = run("list", "layouts").out.splitlines()
    assert "mine" in [line.split()[0] for line in listed]
    ended = run("preview", "two-moves.yaml", "--contact-sheet")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"two-moves-layouts.png: {len(listed)} layouts\n"
    across = min(4, len(listed))
    with Image.open(here / "two-moves-layouts.png") as sheet:
        assert sheet.width == across * (560 + 24) + 24


def test_without_the_extra_it_says_how_to_get_it(run, plan, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "planbuilder.prepress.preview", raising=False)
    ended = run("preview", "two-moves.yaml")
    assert ended.code == 2
    assert 'pip install "planbuilder[preview]"' in ended.err
    assert "Traceback" not in ended.err


def test_a_plan_with_mistakes_has_no_pictures(run, here):
    (here / "bad.yaml").write_text("title: X\ndo: [squatt]\n", "utf-8")
    assert run("preview", "bad.yaml").code == 1
    assert pictures(here) == []
