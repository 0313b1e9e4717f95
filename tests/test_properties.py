"""What holds for every plan that the grammar can say."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
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
from planbuilder.model.view import view_of
from planbuilder.problems import Source, has_errors
from planbuilder.resolve import resolve
from planbuilder.resolve.setlist import tasks_of
from planbuilder.resolve.substitution import Kit
from planbuilder.review.rehearsal import rehearsed
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
    assert [[line.key for line in lines] for lines in lines_by_week(deck)] == list(written_down(text)), text


def written_down(text):
    """What the plan says is done in each week, before any of it is worded."""
    (drafts,), _ = rehearsed(plan_of(text), LIBRARY, Choices(), Kit())
    for position in range(drafts.year.count):
        turns = [turn for session in drafts.week(position).values() for turn in session[:1]]
        yield [task.key for turn in turns for task, _ in tasks_of(turn.bracket)]


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
    assert_all_printed(text, "wall")


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_every_layout_prints_as_many_exercises_as_there_are(layout, made):
    text, _ = made
    assume(len(deck_of(text).sessions) == 1)
    assert_all_printed(text, layout)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("plan", ["glute-stability", "class-handout"])
def test_every_layout_prints_as_many_exercises_of_a_shipped_plan(plan, layout):
    assert_all_printed((ROOT / "plans" / f"{plan}.yaml").read_text("utf-8"), layout)


def assert_all_printed(text, layout):
    """As many names as there are exercises; besides only stand-ins, cards that go on and the heads of further pages."""
    deck, pages = deck_of(text), pages_of(text, layout)
    least = exercises_in(deck, layout)
    heads = least * (len(pages) - 1)
    most = least + {"wall": len(swaps_of(deck)), "cards": least, "tracker": heads, "poster": heads}.get(layout, 0)
    assert least > 0
    assert least <= names_on(pages, deck) <= most, text


def exercises_in(deck, layout):
    """How many there are to print: every week again, once a block (on both sides of a card), or once for all."""
    weeks = lines_by_week(deck)
    blocks = [block.each("weeks")[0].workouts() for block in view_of(deck).each("blocks")]
    in_blocks = sum(len(workout.lines) for block in blocks for _, _, workout in block)
    counts = {
        "wall": sum(map(len, weeks)),
        "large-print": sum(map(len, weeks)),
        "handout": in_blocks,
        "cards": 2 * in_blocks,
    }
    return counts.get(layout, len({line.key for lines in weeks for line in lines}))


def lines_by_week(deck):
    return [[line for workout in week if workout for line in workout.lines] for week in deck.workouts]


def swaps_of(deck):
    return [swap for lines in lines_by_week(deck) for line in lines for swap in line.swaps]


def names_on(pages, deck):
    """How often a name of an exercise stands as a name on the pages."""
    moves = [line.move for lines in lines_by_week(deck) for line in lines] + [swap.move for swap in swaps_of(deck)]
    names = sorted({name for move in moves for name in (move.short, move.name) if name}, key=len, reverse=True)
    count = 0
    for page in pages:
        words = " ".join(mark.words for mark in page.marks if isinstance(mark, Glyphs) and mark.role == "heading")
        words = words.replace("\u00a0", " ")
        for name in names:
            count += words.count(name)
            words = words.replace(name, "·")
    return count


def pages_of(text, layout="wall"):
    spec, problems, _ = load_layout(layout, FOLDERS)
    assert [f"{p.place} {p.message}" for p in problems] == []
    loaded = Loaded(plan_of(text), LIBRARY, spec, *FONTS_AND_ICONS, (Source("plan.yaml", text),), ())
    prints, problems = print_out(loaded, Choices(layout=layout))
    assert [p.message for p in problems if p.severity == "error"] == []
    return prints.pages
