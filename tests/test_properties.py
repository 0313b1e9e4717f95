"""What holds for every plan that the grammar can say."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plan_maker import plans, rising

from planbuilder.build import print_out
from planbuilder.load import Loaded
from planbuilder.load.files import Folders
from planbuilder.load.fonts import load_fonts
from planbuilder.load.icons import load_icons
from planbuilder.load.layouts import layout_names, load_layout
from planbuilder.load.library import Library
from planbuilder.load.plans import entries_of, load_plan
from planbuilder.model.choices import Choices
from planbuilder.model.pages import Glyphs
from planbuilder.problems import Source, has_errors
from planbuilder.rehearsal import rehearsed
from planbuilder.resolve import resolve
from planbuilder.resolve.setlist import tasks_of
from planbuilder.resolve.substitution import Kit
from planbuilder.writing.plans import plan_words
from planbuilder.writing.yaml_text import yaml_text

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = Folders(user=ROOT / "tests" / "nothing-here", library=None, shipped=ROOT)
LIBRARY = Library(FOLDERS)
FONTS_AND_ICONS = load_fonts(FOLDERS)[0], load_icons(FOLDERS)[0]
LAYOUTS = [name for name in layout_names(FOLDERS) if name != "base"]
QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def plan_of(text):
    plan, problems = load_plan(Source("plan.yaml", text), LIBRARY)
    assert [f"{p.place} {p.message}\n{text}" for p in problems if p.severity == "error"] == []
    return plan


def deck_of(text):
    deck, problems = resolve(plan_of(text), LIBRARY, Choices())
    assert [f"{p.place} {p.message}\n{text}" for p in problems if p.severity == "error"] == []
    return deck


@QUICK
@given(plans())
def test_a_plan_written_out_resolves_to_the_same_deck(made):
    text, _ = made
    written = written_out_of(text)
    assert deck_of(written) == deck_of(text), written


def written_out_of(text):
    plan = plan_of(text)
    drafts, problems = rehearsed(plan, LIBRARY, Choices(), Kit())
    assert not has_errors(problems)
    return yaml_text(plan_words(plan, entries_of(Source("plan.yaml", text), FOLDERS), drafts))


@QUICK
@given(plans())
def test_every_week_is_complete(made):
    text, weeks = made
    deck = deck_of(text)
    assert [week.number for week in deck.weeks] == [str(k) for k in range(1, weeks + 1)]
    assert len(deck.workouts) == weeks
    for week in deck.workouts:
        assert len(week) == len(deck.sessions)
        for workout in filter(None, week):
            assert workout.lines
            for line in workout.lines:
                assert line.move.name
                assert len(line.doses) == len(workout.days)
                assert all(dose.line and dose.amount for dose in line.doses), text


@QUICK
@given(st.integers(2, 8), rising(), rising("s"), rising("kg"))
def test_no_progression_falls_unless_told(weeks, reps, time, load):
    text = (
        f"title: Rising\nweeks: {weeks}\ntimes: 2\ndo:\n  - squat: {{reps: {reps}, load: {load}}}\n"
        f"  - plank: {{time: {time}}}\n"
    )
    (drafts,), _ = rehearsed(plan_of(text), LIBRARY, Choices(), Kit())
    seen = {}
    for position in range(weeks):
        for turn in drafts.week(position)["1"]:
            for task, _ in tasks_of(turn.bracket):
                dose = turn.doses[task.key]
                for part in ("amount", "load"):
                    quantity = getattr(dose, part)
                    if quantity:
                        seen.setdefault((task.key, part), []).append(float(quantity.values[0].low))
    assert len(seen) == 3
    for values in seen.values():
        assert values == sorted(values), text


@settings(max_examples=12, deadline=None, derandomize=True)
@given(plans())
def test_every_exercise_is_on_the_wall_once(made):
    text, _ = made
    assert_all_on_the_wall(text)


@pytest.mark.parametrize("plan", ["glute-stability", "before-every-run"])
def test_every_exercise_of_a_shipped_plan_is_on_the_wall_once(plan):
    assert_all_on_the_wall((ROOT / "plans" / f"{plan}.yaml").read_text("utf-8"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_prints_all_exercises(layout):
    text = (ROOT / "plans" / "glute-stability.yaml").read_text("utf-8")
    pages = pages_of(text, layout)
    words = " ".join(mark.words for page in pages for mark in page.marks if isinstance(mark, Glyphs))
    moves = {line.move for week in deck_of(text).workouts for workout in week if workout for line in workout.lines}
    assert len(moves) > 7
    assert [move.id for move in moves if move.name not in words and move.short not in words] == []


def assert_all_on_the_wall(text):
    """As many names as lines, and at most those of the stand-ins besides."""
    lines = [line for week in deck_of(text).workouts for workout in week if workout for line in workout.lines]
    swaps = [swap for line in lines for swap in line.swaps]
    names = {one.move.short or one.move.name for one in (*lines, *swaps)} | {line.move.name for line in lines}
    printed = 0
    for page in pages_of(text):
        words = " ".join(mark.words for mark in page.marks if isinstance(mark, Glyphs) and mark.role == "heading")
        for name in sorted(names, key=len, reverse=True):
            printed += words.count(name)
            words = words.replace(name, "·")
    assert len(lines) <= printed <= len(lines) + len(swaps), text


def pages_of(text, layout="wall"):
    spec, problems, _ = load_layout(layout, FOLDERS)
    assert [f"{p.place} {p.message}" for p in problems] == []
    loaded = Loaded(plan_of(text), LIBRARY, spec, *FONTS_AND_ICONS, (Source("plan.yaml", text),), ())
    prints, problems = print_out(loaded, Choices(layout=layout))
    assert [p.message for p in problems if p.severity == "error"] == []
    return prints.pages
