import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planbuilder.cli.watch import Job
from planbuilder.load.files import Folders
from planbuilder.load.saved import saved
from planbuilder.model.choices import Choices
from planbuilder.watch import rebuild, saves

PLAN = "title: Two moves\nweeks: 2\ntimes: 2\ndo:\n  - squat: 3 x 8-10, rest 30s\n  - my-move: 3 x 8\n"
MOVE = "name: My move\ncues: [Slowly]\n"


@pytest.fixture
def plan(here: Path) -> Path:
    (here / "exercises").mkdir()
    (here / "exercises" / "my-move.yaml").write_text(MOVE, "utf-8")
    path = here / "two-moves.yaml"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture
def job(here: Path) -> Job:
    return Job("two-moves.yaml", Choices(), Path("out.pdf"), None)


# The loop


def turns(*states: str) -> list[str]:
    """The states that lead to a build; when there are no more, somebody presses Ctrl-C."""
    looks = iter(states)

    def look() -> str:
        for state in looks:
            return state
        raise KeyboardInterrupt

    found: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        found.extend(saves(look, lambda: None))
    return found


def test_it_builds_at_the_start_and_once_for_each_save() -> None:
    assert turns("a") == ["a"]
    assert turns("a", "a", "a") == ["a"]
    assert turns("a", "b", "b", "b") == ["a", "b"]
    assert turns("a", "b", "b", "c", "c") == ["a", "b", "c"]


def test_it_waits_until_an_editor_is_done() -> None:
    assert turns("a", "half", "more", "whole", "whole") == ["a", "whole"]


def test_a_save_that_is_taken_back_at_once_counts() -> None:
    assert turns("a", "b", "a", "a") == ["a", "a"]


def test_a_save_during_a_build_is_not_lost() -> None:
    states = iter("abbb")
    found = saves(lambda: next(states), lambda: None)
    assert next(found) == "a"  # and while this is built, b is saved
    assert next(found) == "b"


def test_each_build_is_one_line_with_its_time() -> None:
    clock = iter([10.0, 10.25, 20.0, 20.1])
    outcomes = iter(["card.pdf: 2 pages, A4", "1 mistake: the last good PDF stays"])
    said: list[str] = []
    rebuild(range(2), lambda: next(outcomes), lambda: next(clock), said.append)
    assert said == ["card.pdf: 2 pages, A4 (0.25 s)", "1 mistake: the last good PDF stays (0.10 s)"]


# What is looked at


def test_a_change_of_any_file_that_may_be_used_is_seen(here, plan):
    folders = Folders.standard(here)
    before = saved("two-moves.yaml", folders)
    assert before == saved("two-moves.yaml", folders)
    assert any(path.endswith("six-weeks-to-steady-hips.yaml") for path in before)
    for path in (plan, here / "exercises" / "my-move.yaml"):
        os.utime(path, ns=(1, 1))
        after = saved("two-moves.yaml", folders)
        assert after != before
        before = after
    (here / "exercises" / "new.yaml").write_text(MOVE, "utf-8")
    assert saved("two-moves.yaml", folders) != before


def test_its_own_output_is_none_of_them(here, plan):
    folders = Folders.standard(here)
    before = saved("two-moves.yaml", folders)
    (here / "two-moves-wall.pdf").write_bytes(b"%PDF-")
    (here / "exercises" / "out.pdf").write_bytes(b"%PDF-")
    (here / ".hidden").mkdir()
    (here / ".hidden" / "x.yaml").write_text("", "utf-8")
    assert saved("two-moves.yaml", folders) == before


def test_a_plan_in_another_folder_is_watched_with_what_lies_beside_it(here):
    (here / "club" / "photos").mkdir(parents=True)
    (here / "club" / "plan.yaml").write_text(PLAN, "utf-8")
    (here / "club" / "photos" / "squat.jpg").write_bytes(b"\xff\xd8\xff")
    found = {Path(path).name for path in saved("club/plan.yaml", Folders.standard(here))}
    assert {"plan.yaml", "squat.jpg"} <= found


# A job


def test_a_mistake_leaves_the_last_good_pdf(here, plan, job, capfd):
    assert job.build() == "out.pdf: 2 pages, A4"
    good = (here / "out.pdf").read_bytes()
    plan.write_text(PLAN + "  - squatt\n", "utf-8")
    assert job.build() == "1 mistake: the last good PDF stays"
    assert (here / "out.pdf").read_bytes() == good
    assert "did you mean squat?" in capfd.readouterr().err
    plan.write_text(PLAN.replace("Two", "Both"), "utf-8")
    assert job.build() == "out.pdf: 2 pages, A4"
    assert (here / "out.pdf").read_bytes() != good


def test_a_new_exercise_is_found_though_it_was_missing_before(here, plan, job):
    (here / "exercises" / "my-move.yaml").rename(here / "later.yaml")
    assert job.build().startswith("1 mistake")
    (here / "later.yaml").rename(here / "exercises" / "my-move.yaml")
    assert job.build() == "out.pdf: 2 pages, A4"


def test_a_file_that_cannot_be_written_does_not_end_it(here, plan):
    job = Job("two-moves.yaml", Choices(), Path("nowhere/out.pdf"), None)
    assert job.build() == "There is no folder nowhere. Make it first, or choose another with --output."


def test_a_build_with_everything_warm_takes_less_than_half_a_second(here, plan, job):
    job.build()
    start = time.perf_counter()
    job.build()
    assert time.perf_counter() - start < 0.5


def test_ctrl_c_while_writing_leaves_the_last_good_pdf_and_nothing_else(here, plan, job, monkeypatch):
    job.build()
    good = (here / "out.pdf").read_bytes()
    plan.write_text(PLAN.replace("Two", "Both"), "utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        job.build()
    assert (here / "out.pdf").read_bytes() == good
    assert sorted(path.name for path in here.iterdir()) == ["exercises", "out.pdf", "two-moves.yaml"]


def test_several_layouts_are_written_side_by_side(here, plan):
    job = Job("two-moves.yaml", Choices(layout="wall,tracker"), None, None)
    assert job.build() == "two-moves-wall.pdf: 2 pages, A4, two-moves-tracker.pdf: 1 page, A4"
    assert (here / "two-moves-wall.pdf").is_file()
    assert (here / "two-moves-tracker.pdf").is_file()


# The command


def test_it_needs_a_file_to_write(run, plan):
    ended = run("watch", "two-moves.yaml", "-o", "-")
    assert ended.code == 2
    assert "file name" in ended.err


STARTED = """
import _thread, signal, sys, threading
def follow():
    sys.stdin.readline()
    _thread.interrupt_main()
signal.signal(signal.SIGINT, signal.default_int_handler)
threading.Thread(target=follow, daemon=True).start()
sys.argv = ["planbuilder", "watch", "two-moves.yaml"]
from planbuilder.__main__ import main
main()
"""  # a line from the test is a Ctrl-C: each system sends it another way, and in the background none listens to it


def test_it_follows_a_save_and_ends_cleanly_with_ctrl_c(here, plan):
    watching = subprocess.Popen(
        [sys.executable, "-c", STARTED],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert watching.stdout
    try:
        assert watching.stdout.readline().startswith("Watching two-moves.yaml: ")
        assert "two-moves-wall.pdf: 2 pages, A4 (" in watching.stdout.readline()
        plan.write_text(PLAN.replace("weeks: 2", "weeks: 3"), "utf-8")
        assert "two-moves-wall.pdf: 3 pages, A4 (" in watching.stdout.readline()
        rest, err = watching.communicate("Ctrl-C\n", timeout=20)
    finally:
        watching.kill()
    assert (watching.returncode, err) == (0, "")
    assert rest.strip() == "Stopped watching."
