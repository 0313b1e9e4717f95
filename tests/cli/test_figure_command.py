import sys

import pypdfium2
import pytest

NO_FIGURE = "name: Mine\npurpose: None\ncues: [Stand.]\ndose: 3 x 10\n"
FALLS = NO_FIGURE + "figure:\n  start: {from: standing, lean: 70}\n"


def words_of(path):
    document = pypdfium2.PdfDocument(path.read_bytes())
    return [page.get_textpage().get_text_bounded() for page in document]


def test_the_help_has_an_example(run):
    assert "Example: planbuilder figure squat -o squat.png" in " ".join(run("figure", "--help").out.split())


def test_a_figure_is_explained_with_its_angles_contacts_and_base_poses(run, here):
    ended = run("figure", "glute-bridge")
    assert (ended.code, ended.out) == (0, "glute-bridge-figure.pdf: 1 page\n")
    (text,) = words_of(here / "glute-bridge-figure.pdf")
    assert "Glute bridge" in text
    assert "from: hook-lying" in text
    assert "from: bridge" in text
    assert "legs: hip 60, knee 116" in text
    assert "shoulders: floor" in text


def test_a_file_that_lies_somewhere_is_drawn(run, here):
    (here / "drafts").mkdir()
    (here / "drafts" / "mine.yaml").write_text(FALLS, "utf-8")
    ended = run("figure", "drafts/mine.yaml", "-o", "look.png")
    assert ended.code == 0
    assert "drafts/mine.yaml:6:10: warning: This body would fall forward." in ended.err
    assert (here / "look.png").read_bytes().startswith(b"\x89PNG")


def test_the_same_figure_gives_the_same_bytes(run, here):
    for name in ("one.pdf", "two.pdf"):
        assert run("figure", "squat", "-o", name, "--theme", "ink-saver").code == 0
    assert (here / "one.pdf").read_bytes() == (here / "two.pdf").read_bytes()


def test_the_sheet_of_poses_shows_every_word(run, here):
    assert run("figure", "--poses").out == "poses.pdf: 3 pages\n"
    poses, views, things = words_of(here / "poses.pdf")
    assert "quadruped-reach" in poses
    assert "front-quarter" in views
    assert "backpack" in things


def test_the_contact_sheet_has_all_names_and_the_quiz_only_at_its_end(run, here):
    assert run("figure", "--all", "-o", "all.pdf").code == 0
    assert run("figure", "--all", "--shuffled", "-o", "quiz.pdf").code == 0
    named, (*asked, answers) = words_of(here / "all.pdf"), words_of(here / "quiz.pdf")
    assert any("Clamshell" in page for page in named)
    assert not any("Clamshell" in page for page in asked)
    assert "Clamshell" in answers
    assert answers.index("Clamshell") != min(map(answers.index, ("Clamshell", "Squat", "Lunge", "Plank", "Run")))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Say which: planbuilder figure squat"),
        (("squat", "--poses"), 2, "Say which: planbuilder figure squat"),
        (("squat", "--shuffled"), 2, "--shuffled goes with --all"),
        (("squat", "-o", "squat.svg"), 2, "neither a .pdf nor a .png. Write -o squat-figure.pdf"),
        (("clamshel",), 1, "did you mean clamshell?"),
        (("nowhere/squat.yaml",), 1, "There is no such file."),
        (("squat", "--theme", "pink"), 1, 'There is no theme "pink".'),
    ],
)
def test_what_cannot_be_drawn_is_told(run, here, arguments, code, said):
    ended = run("figure", *arguments)
    assert ended.code == code
    assert said in ended.err
    assert list(here.iterdir()) == []


def test_an_exercise_without_a_figure_is_told_how_to_begin(run, here):
    (here / "exercises").mkdir()
    (here / "exercises" / "mine.yaml").write_text(NO_FIGURE, "utf-8")
    ended = run("figure", "mine")
    assert ended.code == 1
    assert "exercises/mine.yaml: error: This exercise has no figure." in ended.err
    assert "write figure: {start: {from: standing}}" in ended.err


def test_a_png_says_what_to_install(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "planbuilder.prepress.preview", raising=False)
    ended = run("figure", "squat", "-o", "squat.png")
    assert ended.code == 2
    assert 'pip install "planbuilder[preview]"' in ended.err
