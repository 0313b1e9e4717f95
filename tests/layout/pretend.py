"""A pretend measure (each letter half an em) and small decks for the layout tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from planbuilder.load.files import Folders
from planbuilder.load.icons import load_icons
from planbuilder.load.layouts import load_layout, read_layout
from planbuilder.load.reader import Reader
from planbuilder.model.choices import Choices
from planbuilder.model.deck import Cue, Day, Deck, Dose, Line, Move, PlanWords, SessionKind, Swap, Week, Workout
from planbuilder.model.design import Design
from planbuilder.model.measure import Run
from planbuilder.model.pages import Drawing, Glyphs, Page
from planbuilder.problems import Source
from planbuilder.resolve.cascade import cascade

SHIPPED = Folders(Path("nowhere"), None, Path(__file__).parents[2])
CAPITAL = 0.7
THREE_SETS = Dose("3", "10–12", "reps", side="each leg", rest="30 s")
LETTER = 0.5


class Pretend:
    """Every letter is half an em wide and every capital 0.7 high."""

    def face(self, font: str, weight: int) -> str:
        return f"{font}-{weight}"

    @lru_cache  # noqa: B019
    def shape(self, text: str, face: str) -> Run:
        return Run(text, face, LETTER * len(text), None)

    def capital(self, face: str) -> float:
        return CAPITAL


@lru_cache
def shipped(layout: str, **choices: object) -> Design:
    """The design of a layout that comes with the program."""
    spec, problems, _ = load_layout(layout, SHIPPED)
    assert spec is not None
    assert not problems
    design, found = cascade(spec, Choices(**choices))  # type: ignore[arg-type]
    assert design is not None, found
    return design


def wall(paper: str | None = None, theme: str | None = None, strict: bool = False) -> Design:
    return shipped("wall", paper=paper, theme=theme, strict=strict)


@lru_cache
def icons() -> dict[str, Drawing]:
    drawings, problems = load_icons(SHIPPED)
    assert not problems
    return drawings


def design_of(text: str, **choices: object) -> Design:
    """The design of a layout given as YAML text."""
    reader = Reader()
    spec = read_layout(Source("test.yaml", text), reader)
    assert spec is not None, [p.message for p in reader.problems]
    assert not reader.problems, [p.message for p in reader.problems]
    design, problems = cascade(spec, Choices(**choices))  # type: ignore[arg-type]
    assert design is not None, [p.message for p in problems]
    return design


def line(
    name: str = "Squat",
    dose: Dose | Sequence[Dose] = THREE_SETS,
    cues: Iterable[str | Cue] = ("Sit back, then down", "Knees in line with toes"),
    key: str = "",
    **more: object,
) -> Line:
    doses = (dose,) if isinstance(dose, Dose) else tuple(dose)
    words = tuple(cue if isinstance(cue, Cue) else Cue(cue) for cue in cues)
    short = str(more.pop("short", ""))
    number = str(more.pop("number", "1"))
    move = Move(key or name.lower(), name, short, cues=words, pictured=True)
    return Line(key or name, number, move, doses, **more)  # type: ignore[arg-type]


def sofa(question: str = "No band?") -> Swap:
    move = Move("sofa-press", "Sofa press", cues=(Cue("Side of the bent knee pushes into the sofa"),))
    return Swap(question, "", "", move, Dose("3", "30 s", "time", side="each side", rest="30 s"))


def deck(lines: Sequence[Line] = (line(),), weeks: int = 1, days: int = 2, **workout: object) -> Deck:
    """A plan of equal weeks with one session."""
    plan = PlanWords(
        "Steady hips",
        coach="Coach Mara",
        motto="Slow and tidy.",
        stop="Sharp pain? Stop.",
        weeks=str(weeks),
        unit="week",
    )
    done = Workout(tuple(Day(str(n)) for n in range(1, days + 1)), tuple(lines), **workout)  # type: ignore[arg-type]
    every = tuple(Week(str(k), f"Week {k}", f"of {weeks}", "Build", position=k) for k in range(1, weeks + 1))
    return Deck(plan, every, (SessionKind("a", "Hips"),), tuple((done,) for _ in every), strip=weeks)


def with_plan(plan: Deck, **words: str) -> Deck:
    return replace(plan, plan=replace(plan.plan, **words))


def texts(page: Page) -> list[Glyphs]:
    return [mark for mark in page.marks if isinstance(mark, Glyphs)]


def said(page: Page) -> list[str]:
    return [mark.words for mark in texts(page)]


def box_of(mark: Glyphs) -> tuple[float, float, float, float]:
    """Left, top, right and baseline of a line of words."""
    at, run = mark.runs[-1]
    return mark.x, mark.y - CAPITAL * mark.size, mark.x + (at + run.advance * mark.size), mark.y
