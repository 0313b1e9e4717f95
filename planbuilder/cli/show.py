"""planbuilder show: an exercise or a plan, readable in the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from planbuilder.cli.options import LibraryOption, folders
from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.report import stops
from planbuilder.model.choices import Choices

if TYPE_CHECKING:
    from planbuilder.model.deck import Deck, Line, Move, Workout

WIDTH = 88


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An exercise or a plan, or the path of a plan.")],
    library: LibraryOption = None,
) -> None:
    """Print an exercise or a plan as text, week by week.

    Example: planbuilder show sideways-band-walk
    """
    from planbuilder.show import exercise_deck, plan_deck

    where = folders(library)
    if name in where.names("exercises"):
        deck, problems = exercise_deck(name, where)
        lines = _exercise
    else:
        deck, problems = plan_deck(name, Choices(), where)
        lines = _plan
    if stops(problems) or deck is None:
        raise Stopped(Exit.FILES)
    for line in lines(deck):
        print(line.rstrip())


def _exercise(deck: Deck) -> Iterator[str]:
    workout = deck.workouts[0][0]
    if workout is None or not workout.lines:
        return
    line = workout.lines[0]
    yield line.move.name
    yield from _labelled("", line.move.purpose)
    yield ""
    yield from _labelled("Dose", line.doses[0].line)
    yield from _labelled("Start", line.move.position)
    yield from _labelled("Needs", ", ".join(thing.name for thing in line.move.equipment))
    yield ""
    for number, cue in enumerate(line.move.cues, 1):
        yield from _labelled(f"{number}.", cue.text)
    yield ""
    yield from _about(line.move)
    yield from _instead(line)


def _about(move: Move) -> Iterator[str]:
    yield from _labelled("Mistake", move.mistake)
    yield from _labelled("Stop", move.stop)
    yield from _labelled("Easier", move.easier)
    yield from _labelled("Harder", move.harder)
    yield from _labelled("Film", move.video)


def _instead(line: Line) -> Iterator[str]:
    for swap in line.swaps:
        yield from _labelled(swap.question, f"{swap.move.name}, {swap.dose.line}")
    for aid in line.aids:
        yield from _labelled(aid.question, aid.says)


def _labelled(label: str, text: str) -> Iterator[str]:
    if text:
        head = f"{label} " if label else ""
        yield from textwrap.wrap(head + text, WIDTH, subsequent_indent=" " * len(head))


def _plan(deck: Deck) -> Iterator[str]:
    yield deck.plan.title
    yield from _labelled("", " · ".join(part for part in (deck.plan.coach, deck.plan.rhythm) if part))
    for week, sessions in zip(deck.weeks, deck.workouts, strict=True):
        yield ""
        head = " · ".join(part for part in (f"{week.title} {week.of}".strip(), week.phase, week.dates) if part)
        yield from (head, "=" * len(head)) if head else ()
        yield from _labelled("", week.change)
        for kind, workout in zip(deck.sessions, sessions, strict=True):
            if workout is not None:
                yield from _session(kind.name, workout)
    yield ""
    yield from _labelled("Stop:", deck.plan.stop)
    yield from _labelled("Move on:", deck.plan.move_on)
    yield from _labelled("First:", deck.plan.advice)


def _session(name: str, workout: Workout) -> Iterator[str]:
    days = " ".join(day.name or day.mark for day in workout.days)
    yield ""
    yield from _labelled("", " · ".join(part for part in (name, days, workout.minutes, workout.note) if part))
    yield from _labelled("Needs", ", ".join(thing.name for thing in workout.kit))
    wide = max((len(line.move.name) for line in workout.lines), default=0)
    open_groups: tuple[int, ...] = ()
    for line in workout.lines:
        for group in line.groups:
            if group not in open_groups:
                yield "  " * workout.groups[group].depth + workout.groups[group].heading
        open_groups = line.groups
        indent = "  " * (len(line.groups) + 1)
        for first, dose in _doses(line, workout):
            yield f"{indent}{line.number + '.' if first else '':4}{line.move.name if first else '':{wide}}  {dose}"
        for swap in line.swaps:
            yield f"{indent}    {swap.question} {swap.move.name}  {swap.dose.line}"


def _doses(line: Line, workout: Workout) -> Iterator[tuple[bool, str]]:
    """Each different dose of a line once, with its day where there are several."""
    different = dict.fromkeys(dose.line for dose in line.doses)
    if len(different) <= 1:
        yield True, "".join(different)
        return
    for index, (day, dose) in enumerate(zip(workout.days, line.doses, strict=True)):
        yield index == 0, f"{day.name or day.mark}: {dose.line}"
