"""A resolved deck to lines of text for a terminal: an exercise with all its words, a plan week by week."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from planbuilder.model.deck import Deck, Line, Move, Week, Workout

WIDTH = 88
BRACKET = "│ "
BETWEEN = " · "
MOST_DAYS = 7


def exercise_lines(deck: Deck) -> Iterator[str]:
    """The one exercise of a deck, with its dose and everything a card may say."""
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


def _instead(line: Line, indent: str = "") -> Iterator[str]:
    for swap in line.swaps:
        yield from _labelled(swap.question, f"{swap.move.name}, {swap.dose.line}", indent)
    for aid in line.aids:
        yield from _labelled(aid.question, aid.says, indent)


def plan_lines(deck: Deck) -> Iterator[str]:
    """A plan week by week: sessions with their days, groups in brackets, doses, conditions, what to do instead."""
    plan = deck.plan
    yield plan.title
    yield from _labelled("", BETWEEN.join(part for part in (plan.coach, plan.rhythm, plan.level, plan.race) if part))
    for level in deck.levels:
        yield from _labelled(f"{level.name}:", level.about)
    before: tuple[Workout | None, ...] = ()
    for week, workouts in zip(deck.weeks, deck.workouts, strict=True):
        yield from _week(deck, week, workouts, before)
        before = workouts
    yield ""
    for rule in plan.rules:
        yield from _labelled("Rule:", rule)
    yield from _labelled("Stop:", plan.stop)
    yield from _labelled("Move on:", plan.move_on)
    yield from _labelled("First:", plan.advice)


def _week(
    deck: Deck, week: Week, workouts: tuple[Workout | None, ...], before: tuple[Workout | None, ...]
) -> Iterator[str]:
    yield ""
    head = BETWEEN.join(part for part in (*_title(week), week.phase, week.dates) if part)
    yield from (head, "=" * len(head)) if head else ()
    yield from _labelled("", week.note)
    yield from _labelled("Goal:", week.goal)
    if before and list(map(_undated, workouts)) == list(map(_undated, before)):
        yield "The same as before."
    else:
        yield from _labelled("", week.change)
        for kind, workout in zip(deck.sessions, workouts, strict=True):
            if workout is not None:
                yield from _session(kind.title if deck.levels else kind.name, workout)
    yield from _labelled("In all:", week.total)
    yield from _labelled("Move on:", week.move_on)


def _title(week: Week) -> tuple[str, ...]:
    """The words of a week: Week 2 of 6; of a stage its name, then its number."""
    if not week.number:
        return ()
    if week.title.endswith(f" {week.number}"):
        return (f"{week.title} {week.of}".strip(),)
    return (week.title, f"{week.number} {week.of}".strip())


def _undated(workout: Workout | None) -> Workout | None:
    if workout is None:
        return None
    days = tuple(replace(day, date="") for day in workout.days)
    lines = tuple(replace(line, up=False) for line in workout.lines)
    return replace(workout, days=days, lines=lines, change="", up=False)


def _session(name: str, workout: Workout) -> Iterator[str]:
    yield ""
    head = (name, _days(workout), workout.minutes, workout.note)
    yield from _labelled("", BETWEEN.join(part for part in (*head, _if(workout.condition)) if part))
    yield from _labelled("Needs", ", ".join(thing.name for thing in workout.kit))
    wide = max((len(line.move.name) for line in workout.lines), default=0)
    around: tuple[int, ...] = ()
    for line in workout.lines:
        for depth, group in enumerate(line.groups):
            if group not in around:
                words = workout.groups[group]
                heading = BETWEEN.join(part for part in (words.heading, _if(words.condition)) if part)
                yield f"  {BRACKET * depth}┌ {heading}".rstrip()
        around = line.groups
        yield from _line(line, workout, f"  {BRACKET * len(around)}", wide)


def _if(condition: str) -> str:
    return f"if {condition}" if condition else ""


def _days(workout: Workout) -> str:
    """The days with their dates, or how many times."""
    count = len(workout.days)
    if any(day.mark.isdecimal() for day in workout.days) or count > MOST_DAYS:
        return f"{count} times" if count > 1 and not workout.often else ""
    return " ".join(f"{day.mark} {day.date}".strip() for day in workout.days)


def _line(line: Line, workout: Workout, indent: str, wide: int) -> Iterator[str]:
    number = f"{line.number}." if line.number else ""
    doses = list(_doses(line, workout)) or [""]
    for k, dose in enumerate(doses):
        name = line.move.name if k == 0 else ""
        condition = f" · {_if(line.condition)}" if line.condition and k == 0 else ""
        yield f"{indent}{number if k == 0 else '':4}{name:{wide}}  {dose}{condition}".rstrip()
    yield from _instead(line, f"{indent}    ")


def _doses(line: Line, workout: Workout) -> Iterator[str]:
    """Each different dose of a line once, with its days where there are several."""
    different: dict[str, list[str]] = {}
    for day, dose in zip(workout.days, line.doses, strict=True):
        different.setdefault(dose.line, []).append(day.mark)
    for words, marks in different.items():
        yield words if len(different) == 1 else f"{' '.join(marks)}: {words}"


def _labelled(label: str, text: str, indent: str = "") -> Iterator[str]:
    if text:
        head = f"{label} " if label else ""
        below = indent + " " * len(head)
        yield from textwrap.wrap(head + text, WIDTH, initial_indent=indent, subsequent_indent=below)
