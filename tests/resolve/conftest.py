"""A small shelf of exercises, and a plan's text straight to its deck."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planbuilder.load.files import Folders
from planbuilder.load.library import Library
from planbuilder.load.plans import load_plan
from planbuilder.model.choices import Choices
from planbuilder.model.deck import Deck
from planbuilder.problems import Problem, Source, has_errors
from planbuilder.resolve import resolve

EQUIPMENT = """
band: {name: Loop band, short: band, icon: band}
sofa: {name: Sofa, short: sofa, instead: Sturdy chair against a wall}
radiator: {name: Cold radiator, short: heater}
step: {name: Step or box, short: step}
stairs: {name: Stairs}
mat: {name: Mat, instead: Folded towel}
mirror: {name: Mirror}
wall: {name: Wall, everywhere: true}
"""

EXERCISES = {
    "squat": "{name: Squat, dose: 3 x 10, cues: [Sit back.]}",
    "row": "{name: Row, dose: 3 x 8}",
    "press-up": "{name: Press-up}",
    "split-squat": "{name: Split squat}",
    "lunge": "{name: Lunge, dose: 3 x 8-10 each leg, rest: 30s}",
    "step-up": "{name: Step-up, equipment: step, without: {step: {text: First or second stair}}, dose: 3 x 8 each leg}",
    "band-walk": """
name: Sideways band walk
short: Band walk
equipment: [band]
helps: [mirror]
dose: 3 x 8-10 steps each way, rest 30s
cues: [{do: Step out slowly., short: Step slowly}]
without: {band: {use: sofa-press}}
""",
    "sofa-press": """
name: Sofa press
short: Sofa push
equipment: [{any: [sofa, radiator]}]
dose: 3 x 30s each side
cues: [Side of the bent knee pushes into the sofa.]
without: {sofa: {use: wall-press, dose: 2 x 20s}}
""",
    "wall-press": "{name: Wall press, equipment: [wall], dose: 3 x 10 each side}",
    "band-pull": "{name: Pull, equipment: band, dose: 2 x 12, without: {band: {thing: stairs, text: Pull the rail}}}",
    "plank": "{name: Plank, counts: time, dose: 3 x 30s}",
    "bridge-hold": "{name: Bridge hold, counts: time, equipment: [mat], dose: 3 x 30s}",
    "calf-raise": "{name: Calf raise}",
    "hop": "{name: Hop}",
    "hip-hike": "{name: Hip hike, dose: 2 x 10 each leg}",
    "clamshell": "{name: Clamshell, if: {one knee hurts: {use: plank}}}",
    "side-leg-lift": "{name: Side leg lift}",
    "run": "{name: Run, counts: time, position: running}",
    "walk": "{name: Walk, counts: time, position: running}",
    "hill-stride": "{name: Hill stride, counts: time, position: running}",
}

Deal = Callable[..., tuple[Deck | None, tuple[Problem, ...]]]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    shelf = tmp_path / "exercises"
    shelf.mkdir()
    (shelf / "equipment.yaml").write_text(EQUIPMENT, "utf-8")
    (shelf / "panels.yaml").write_text("glutes: {title: Three glutes, text: They push.}\n", "utf-8")
    for name, text in EXERCISES.items():
        (shelf / f"{name}.yaml").write_text(text, "utf-8")
    return Folders(tmp_path, None, tmp_path)


@pytest.fixture
def deal(folders: Folders) -> Deal:
    """The deck of a plan's text, and all that is wrong; choices are named."""

    def dealt(text: str, **choices: object) -> tuple[Deck | None, tuple[Problem, ...]]:
        library = Library(folders)
        plan, problems = load_plan(Source("plan.yaml", text), library)
        problems += library.problems
        if plan is None or has_errors(problems):
            return None, problems
        deck, found = resolve(plan, library, Choices(**choices))  # type: ignore[arg-type]
        return deck, problems + found

    return dealt


@pytest.fixture
def deck_of(deal: Deal) -> Callable[..., Deck]:
    """The deck of a plan in which nothing is wrong."""

    def good(text: str, **choices: object) -> Deck:
        deck, problems = deal(text, **choices)
        assert [str(p.place) + " " + p.message for p in problems] == []
        assert deck is not None
        return deck

    return good


@pytest.fixture
def doses_of(deck_of: Callable[..., Deck]) -> Callable[..., list[list[str]]]:
    """For every week, what each line of its sessions says: "Squat 3 × 10"; days that differ are parted by //."""

    def doses(text: str, **choices: object) -> list[list[str]]:
        return [
            [
                " ".join(
                    filter(None, (line.number, line.move.name, " // ".join(dict.fromkeys(d.line for d in line.doses))))
                )
                for workout in week
                if workout
                for line in workout.lines
            ]
            for week in deck_of(text, **choices).workouts
        ]

    return doses


@pytest.fixture
def wrong(deal: Deal) -> Callable[..., list[str]]:
    """What is wrong with a plan, one line each: line:column message | hint."""

    def lines(text: str, **choices: object) -> list[str]:
        _, problems = deal(text, **choices)
        return [
            f"{p.place.line}:{p.place.column} {p.message} | {p.advice}" if p.place else f"{p.message} | {p.advice}"
            for p in problems
        ]

    return lines
