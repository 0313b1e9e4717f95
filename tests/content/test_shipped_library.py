"""The shipped exercises, catalogues and plans: all load without a problem, and their words fit the cards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planbuilder.load.files import Folders
from planbuilder.load.icons import load_icons
from planbuilder.load.library import Library
from planbuilder.load.plans import load_plan
from planbuilder.model.choices import Choices
from planbuilder.model.exercise import Exercise
from planbuilder.problems import Problem, told
from planbuilder.review.check import check_file
from planbuilder.review.show import plan_deck

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = Folders(user=ROOT / "tests" / "content" / "nothing-here", library=None, shipped=ROOT)
EXERCISES = FOLDERS.names("exercises")
PLANS = FOLDERS.names("plans")
ASKED_FOR = """
    step-up sideways-band-walk sofa-press toe-taps clamshell clamshell-at-90 side-leg-lift glute-bridge bridge-hold
    bridge-with-band weighted-bridge bridge-foot-away single-leg-bridge hip-lift hip-thrust lunge lunge-with-rotation
    loaded-lunge squat squat-heels-raised widening-squat loaded-squat split-squat hip-hike monster-walk band-squat
    fire-hydrant marching-hips single-leg-deadlift romanian-deadlift cuffed-side-lying-abduction hill-stride bound
    calf-raise side-plank dead-bug bird-dog hip-flexor-stretch glute-stretch ankle-mobility plank press-up row hop run
    walk jog easy-run stride cycling cross-training rest-day
"""

WALL_NAME = 14
WALL_CUE = 26
QUESTION = 10
CUE_WORDS = 12


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(FOLDERS)


def exercise(library: Library, name: str) -> Exercise:
    found = library.exercise(name)
    assert found is not None, [problem.message for problem in library.problems]
    return found


def test_there_are_at_least_sixty_exercises_and_all_that_were_asked_for() -> None:
    assert len(EXERCISES) >= 60
    assert set(ASKED_FOR.split()) <= set(EXERCISES)


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_loads_and_all_that_it_names_exists(name: str) -> None:
    library = Library(FOLDERS)
    assert library.exercise(name) is not None
    assert library.problems == ()


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_says_everything_a_card_has_room_for(name: str, library: Library) -> None:
    found = exercise(library, name)
    words = (found.name, found.purpose, found.position, found.mistake, found.stop)
    assert all(words)
    assert found.easier is not None
    assert found.harder is not None
    assert found.works or name == "rest-day"
    assert found.parts is not None or found.counts != "reps"


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_has_three_to_five_cues_that_fit(name: str, library: Library) -> None:
    cues = exercise(library, name).cues
    assert 3 <= len(cues) <= 5
    assert [cue.do for cue in cues if len(cue.do.split()) > CUE_WORDS] == []
    assert [cue.do for cue in cues if not 0 < len(cue.short) <= WALL_CUE] == []


@pytest.mark.parametrize("name", EXERCISES)
def test_a_name_fits_the_wall(name: str, library: Library) -> None:
    found = exercise(library, name)
    assert len(found.short or found.name) <= WALL_NAME


def test_names_tell_the_exercises_apart(library: Library) -> None:
    found = [exercise(library, name) for name in EXERCISES]
    for words in ([one.name for one in found], [one.short or one.name for one in found]):
        assert sorted(words) == sorted(set(words))


def test_every_needed_thing_that_not_every_home_has_can_be_replaced(library: Library) -> None:
    things = {thing.id: thing for thing in library.equipment().things}
    assert things
    for name in EXERCISES:
        found = exercise(library, name)
        here = {thing.text for thing, _ in found.without}
        for need in found.equipment:
            known = [things[word.text] for word in need.any]
            assert any(t.everywhere or t.instead or t.id in here for t in known), (name, [t.id for t in known])


def test_things_make_a_short_question_and_have_an_icon(library: Library) -> None:
    drawings, _ = load_icons(FOLDERS)
    things = library.equipment().things
    assert len(things) >= 17
    assert [thing.id for thing in things if len(f"No {thing.short}?") > QUESTION] == []
    assert [thing.icon for thing in things if f"icon:{thing.icon}" not in drawings] == []


def test_every_fault_says_what_to_look_for_and_has_exercises_that_fix_it(library: Library) -> None:
    faults = library.faults()
    assert len(faults) >= 13
    fixed = [fault.text for name in EXERCISES for fault in exercise(library, name).fixes]
    assert [fault.id for fault in faults if not fault.look or fixed.count(fault.id) < 3] == []


def test_panels_are_short_enough_to_be_read(library: Library) -> None:
    panels = library.panels()
    assert {"glutes", "first-muscle", "sitting", "feel-it", "weak-hips", "see-a-physio"} <= {p.id for p in panels}
    assert [panel.id for panel in panels if not 20 <= len(panel.text.split()) <= 60] == []


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_loads_with_its_safety_lines(name: str) -> None:
    library = Library(FOLDERS)
    path = FOLDERS.find("plans", name)
    assert path is not None
    source = FOLDERS.read(path)
    assert not isinstance(source, Problem)
    plan, problems = load_plan(source, library)
    assert (problems, library.problems) == ((), ())
    assert plan is not None
    assert plan.stop
    assert plan.advice


def test_there_are_nine_plans() -> None:
    assert len(PLANS) >= 9
    assert "six-weeks-to-steady-hips" in PLANS


OURS = [
    path.relative_to(ROOT)
    for folder in ("plans", "exercises", "layouts")
    for path in sorted((ROOT / folder).rglob("*.yaml"))
]


@pytest.mark.parametrize("path", OURS, ids=str)
def test_our_own_files_have_no_mistake_and_nothing_to_better(path: Path) -> None:
    assert [told(problem) for problem in check_file(ROOT / path, FOLDERS, advice=True)] == []


def test_all_our_files_are_looked_at() -> None:
    assert len(OURS) > 90


MINUTES = {
    ("before-every-run", "Switch on"): (10, 15),
    ("before-every-run", "Strength"): (20, 25),
    ("glute-stability", ""): (10, 25),
    ("runners-strength", "Strong legs"): (15, 25),
    ("six-weeks-to-steady-hips", ""): (15, 30),
    ("one-weaker-side", ""): (10, 20),
    ("choose-two-or-three", ""): (5, 15),
    ("back-after-a-break", "Run and walk"): (25, 40),
    ("back-after-a-break", "Strong again"): (10, 20),
    ("cool-down-after-runs", "Cool down"): (10, 15),
}


@pytest.mark.parametrize(("plan", "session"), MINUTES, ids=" ".join)
def test_a_session_is_as_long_as_it_is_meant_to_be(plan: str, session: str) -> None:
    deck, _ = plan_deck(plan, Choices(), FOLDERS)
    assert deck is not None
    place = [kind.name for kind in deck.sessions].index(session)
    told_minutes = [int(re.findall(r"[0-9]+", week[place].minutes)[0]) for week in deck.workouts if week[place]]
    least, most = MINUTES[plan, session]
    assert told_minutes
    assert [minutes for minutes in told_minutes if not least <= minutes <= most] == []
