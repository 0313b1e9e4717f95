import re
from pathlib import Path

import pytest

PLAN = """\
title: Two moves
weeks: 2
times: 2
stop: Sharp pain? Stop.
do:
  - squat: 3 x 8-10, rest 30s
  - lunge: 3 x 8 each leg
"""


@pytest.fixture
def plan(here: Path) -> Path:
    path = here / "two-moves.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def layout(here: Path, name: str, text: str) -> None:
    (here / "layouts").mkdir(exist_ok=True)
    (here / "layouts" / f"{name}.yaml").write_text(text, "utf-8")


@pytest.mark.parametrize("theme", ["colour", "ink-saver"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_shipped_wall_card_is_ready_to_print(run, theme, paper):
    ended = run("proof", "six-weeks-to-steady-hips", "--theme", theme, "--paper", paper)
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == f"Wall card: 6 pages, {paper.upper() if paper == 'a4' else 'Letter'}"
    assert lines[1].startswith("Fonts: AtkinsonHyperlegible-Bold, ")
    assert "Helvetica" not in ended.out
    assert lines[2].split() == ["page", "smallest", "type", "margin", "ink", "contrast"]
    assert len([line for line in lines if re.match(r" +\d+  Week \d", line)]) == 6
    assert lines[-1].startswith("Ready to print")


def test_every_page_is_measured(run, plan):
    ended = run("proof", "two-moves.yaml")
    rows = re.findall(r"^ +(\d)  Week \d +([\d.]+) pt +([\d.]+) mm +(\d+) % +([\d.]+) : 1$", ended.out, re.M)
    assert [row[0] for row in rows] == ["1", "2"]
    for _, size, margin, ink, contrast in rows:
        assert float(size) >= 9
        assert float(margin) >= 5
        assert 5 < int(ink) < 40
        assert float(contrast) >= 4.5


def test_several_layouts_one_after_the_other(run, plan):
    ended = run("proof", "two-moves.yaml", "-l", "wall,tracker")
    assert (ended.code, ended.err) == (0, "")
    titles = [line for line in ended.out.splitlines() if re.search(r": \d+ pages?, A4", line)]
    assert [title.split(":")[0] for title in titles] == ["Wall card", "Tracker"]


def test_a_log_to_fill_in_on_a_screen_carries_its_fonts(run, plan):
    ended = run("proof", "two-moves.yaml", "-l", "tracker", "--fillable")
    assert (ended.code, ended.err) == (0, "")


def test_no_file_is_written(run, here, plan):
    assert run("proof", "two-moves.yaml").code == 0
    assert [path.name for path in here.iterdir()] == ["two-moves.yaml"]


BROKEN = {
    "small type": ("styles: {footer: {size: 6pt}}", "type of 6 pt, and this layout promises 9 pt or more"),
    "the layout's own floor": ("floor: 18pt", "this layout promises 18 pt or more"),
    "margin": ("margin: 2mm", "from the edge, where printers do not reach; 5 mm is needed"),
    "pale words": ('colours: {slate: "#A9B4BE"}', "this layout promises 4.5 to 1"),
    "a stricter contrast": ("contrast: 7", "this layout promises 7 to 1"),
}


@pytest.mark.parametrize(("change", "says"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_floor_ends_with_1(run, here, plan, change, says):
    layout(here, "mine", f"title: Mine\nextends: wall\n{change}\n")
    ended = run("proof", "two-moves.yaml", "--layout", "mine")
    assert ended.code == 1
    assert says in ended.err
    assert re.search(r"^error: Pages 1, 2: ", ended.err, re.M)
    assert re.search(r"^Not ready to print: [1-9] mistakes?\.$", ended.err, re.M)
    assert "Ready to print" not in ended.out
    assert re.search(r"^ +1  Week 1 ", ended.out, re.M)


def test_a_plan_with_mistakes_is_not_measured(run, here):
    (here / "bad.yaml").write_text("title: X\ndo: [squatt]\n", "utf-8")
    ended = run("proof", "bad.yaml")
    assert ended.code == 1
    assert "squatt" in ended.err
    assert ended.out == ""


def test_a_font_that_is_not_in_the_file_is_told(run, plan, monkeypatch):
    from planbuilder.paint import read_back

    fonts = (read_back.Font("BarlowCondensed-Bold", True), read_back.Font("Helvetica", False))
    monkeypatch.setattr(read_back, "fonts_in", lambda _: fonts)
    ended = run("proof", "two-moves.yaml")
    assert ended.code == 1
    assert "The font Helvetica is not in the PDF" in ended.err
    assert "Barlow" not in ended.err


def test_options_of_build_are_options_of_proof(run, plan):
    assert "Week 2" not in run("proof", "two-moves.yaml", "--weeks", "1").out
    ended = run("proof", "two-moves.yaml", "--have", "sofa", "--without", "mat")
    assert ended.code == 2
    assert "--have and --without" in ended.err
