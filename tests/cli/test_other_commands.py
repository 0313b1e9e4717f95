import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from planbuilder import __version__


@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_printing_to_a_full_disk_is_one_line(here, buffered):
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "planbuilder", "list", "plans"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": buffered},
            cwd=here,
        )
    assert ended.returncode == 1
    assert ended.stderr == b"This could not be read or written: the disk is full.\n"


def test_version(run):
    assert run("--version").out == f"planbuilder {__version__}\n"


@pytest.mark.parametrize("command", ["build", "preview", "proof", "watch", "check", "new", "list", "show", "schema"])
def test_every_help_text_has_an_example(run, command):
    ended = run(command, "--help")
    assert ended.code == 0
    assert f"Example: planbuilder {command}" in " ".join(ended.out.split())


def test_new_makes_a_plan_that_builds_as_it_stands(run, here):
    assert run("new", "my-plan").code == 0
    assert sorted(p.relative_to(here).as_posix() for p in here.rglob("*") if p.is_file()) == [
        "exercises/my-exercise.yaml",
        "my-plan.yaml",
        "schemas/exercise.json",
        "schemas/plan.json",
    ]
    ended = run("build", "my-plan")
    assert ended.code == 0, ended.err
    assert ended.out.startswith("my-plan-wall.pdf: 4 pages")
    ended = run("check", "--advice")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "2 files checked, no mistakes.\n"


def test_new_leaves_what_is_there(run, here):
    (here / "my-plan.yaml").write_text("title: Mine\n", "utf-8")
    ended = run("new", "my-plan")
    assert ended.code == 1
    assert "there already" in ended.err
    assert (here / "my-plan.yaml").read_text("utf-8") == "title: Mine\n"


def test_new_wants_a_name_that_is_one(run):
    ended = run("new", "../Plan")
    assert ended.code == 2
    assert "small letters" in ended.err


def test_check_tells_all_mistakes_of_all_files(run, here):
    (here / "exercises").mkdir()
    (here / "exercises" / "one.yaml").write_text("nam: One\n", "utf-8")
    (here / "a.yaml").write_text("title: A\ndo: [squatt]\n", "utf-8")
    (here / "b.yaml").write_text("title: B\ntitle: C\ndo: [squat]\n", "utf-8")
    ended = run("check")
    assert ended.code == 1
    assert "a.yaml:2:6" in ended.err
    assert "b.yaml:2:1" in ended.err
    assert "exercises/one.yaml:1:1" in ended.err
    assert ended.out.startswith("3 files checked, ")


def test_check_of_nothing_is_no_success(run):
    ended = run("check")
    assert ended.code == 1
    assert "no YAML file" in ended.err


def test_check_names_a_missing_file(run):
    ended = run("check", "gone.yaml")
    assert ended.code == 1
    assert "gone.yaml" in ended.err


@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        ("plans", "six-weeks-to-steady-hips"),
        ("exercises", "sideways-band-walk"),
        ("layouts", "wall"),
        ("equipment", "resistance-band"),
        ("themes", "ink-saver"),
    ],
)
def test_list_says_what_there_is(run, kind, holds):
    ended = run("list", kind)
    assert (ended.code, ended.err) == (0, "")
    assert holds in [line.split()[0] for line in ended.out.splitlines()]
    rows = json.loads(run("list", kind, "--json").out)
    assert holds in [row["id"] for row in rows]


def test_base_is_no_layout_to_print(run):
    assert "base" not in [line.split()[0] for line in run("list", "layouts").out.splitlines()]


def test_show_an_exercise(run):
    ended = run("show", "sideways-band-walk")
    assert ended.code == 0, ended.err
    for words in ("Sideways band walk", "steps each way", "No band?", "Sofa press", "Mistake", "Easier"):
        assert words in ended.out


def test_show_a_plan_week_by_week(run):
    ended = run("show", "six-weeks-to-steady-hips")
    assert ended.code == 0, ended.err
    assert [line for line in ended.out.splitlines() if line.startswith("Week ")] == [
        "Week 1 of 6 · Learn",
        "Week 2 of 6 · Learn",
        "Week 3 of 6 · Build",
        "Week 4 of 6 · Build",
        "Week 5 of 6 · Strong",
        "Week 6 of 6 · Strong",
    ]
    assert "3 × 12–15" in ended.out


def test_show_names_the_nearest(run):
    ended = run("show", "six-weeks-to-steady-hip")
    assert ended.code == 1
    assert "six-weeks-to-steady-hips" in ended.err


@pytest.mark.parametrize("kind", ["plan", "exercise", "equipment", "layout"])
def test_schema_is_json_schema(run, kind):
    schema = json.loads(run("schema", kind).out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_bug_of_ours_ends_with_3_and_no_traceback(run, monkeypatch):
    import planbuilder.build

    def broken(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(planbuilder.build, "build_each", broken)
    ended = run("build", "six-weeks-to-steady-hips")
    assert ended.code == 3
    assert "mistake in planbuilder" in ended.err
    assert "Traceback" not in ended.err
