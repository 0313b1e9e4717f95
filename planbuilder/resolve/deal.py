"""Plan, library and choices to a deck: every week of every session, in finished words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from planbuilder.model import deck
from planbuilder.model.choices import Choices
from planbuilder.model.plan import Level, Plan, Session
from planbuilder.problems import Problem, error, has_errors, nearest, warning
from planbuilder.records import record
from planbuilder.resolve.branding import brand_problems
from planbuilder.resolve.calendar import Year, chosen_weeks, collisions, too_many, year_of
from planbuilder.resolve.diary import Diary
from planbuilder.resolve.drafts import Drafts, is_running
from planbuilder.resolve.duration import time_seconds
from planbuilder.resolve.moments import gathered
from planbuilder.resolve.news import News
from planbuilder.resolve.setlist import Setlist
from planbuilder.resolve.substitution import Library, Substitution, kit_of
from planbuilder.resolve.totals import times_a_day, total_words
from planbuilder.resolve.week_words import plan_words, rhythm_words, week_words
from planbuilder.resolve.wording import Wording
from planbuilder.resolve.workouts import Wordsmith


@record
class Column:
    """A session at one level: what the deck has one workout a week of."""

    session: Session
    level: str
    smith: Wordsmith
    diary: Diary


def deal(plan: Plan, library: Library, choices: Choices) -> tuple[deck.Deck | None, tuple[Problem, ...]]:
    """The deck of a plan, or None where something makes it impossible; with all that is wrong, each thing once."""
    kit, problems = kit_of(choices, plan.have, library.equipment())
    plan = replace(plan, max=(*choices.max, *plan.max))
    year = year_of(plan, choices)
    positions, found = chosen_weeks(year, choices)
    levels, wrong_level = _levels(plan, choices)
    problems += (*found, *wrong_level, *brand_problems(plan.brand))
    if has_errors(problems):
        return None, problems
    heap = list(problems)
    substitution = Substitution(library, kit, heap)
    columns = _columns(plan, library, year, levels, substitution, choices.language)
    dealt = _deck(plan, library, choices, year, positions, columns)
    heap += [problem for column in columns for problem in _check_session(column, plan, year)]
    return (None if has_errors(heap) else dealt), _once(heap)


def _levels(plan: Plan, choices: Choices) -> tuple[tuple[Level | None, ...], tuple[Problem, ...]]:
    """The level asked for; without a choice all of them, one after the other."""
    if choices.level is None:
        return plan.levels or (None,), ()
    for level in plan.levels:
        if level.name.text.lower() == choices.level.lower():
            return (level,), ()
    names = [level.name.text for level in plan.levels]
    if not names:
        return (), (error(None, "This plan has no levels.", "leave --level out"),)
    near = nearest(choices.level, names)
    hint = "did you mean {near}?" if near else "write one of: {names}"
    values = {"level": choices.level, "near": near, "names": ", ".join(names)}
    return (), (error(None, 'This plan has no level "{level}".', hint, **values),)


def _columns(
    plan: Plan,
    library: Library,
    year: Year,
    levels: Sequence[Level | None],
    substitution: Substitution,
    language: str,
) -> tuple[Column, ...]:
    smiths: list[tuple[str, Wordsmith, Diary]] = []
    wording = Wording(language)
    setlist = Setlist(plan, library, substitution, substitution.problems)
    for level in levels:
        name = level.name.text if level else ""
        drafts = Drafts(plan, year, setlist, substitution.problems, name)
        drafts.draw_up()
        smiths.append((name, Wordsmith(drafts, substitution, wording), Diary(drafts, wording)))
    return tuple(Column(session, *smith) for session in plan.sessions for smith in smiths)


def _deck(
    plan: Plan, library: Library, choices: Choices, year: Year, positions: Sequence[int], columns: Sequence[Column]
) -> deck.Deck:
    wording = columns[0].smith.wording
    problems = columns[0].smith.drafts.problems
    workouts = tuple(tuple(_workout(column, position) for column in columns) for position in positions)
    several = len({column.level for column in columns}) > 1
    weeks = tuple(
        replace(
            week_words(plan, year, position, _news(columns, position, plan.sessions), wording, problems),
            total="" if several else total_words(columns[0].smith.drafts.week(position), plan.sessions, wording),
        )
        for position in positions
    )
    chosen = "" if several else columns[0].level
    drawn_up = columns[0].smith.drafts.turns
    occasions = [[turn.occasion for turns in week.values() for turn in turns] for week in drawn_up]
    counts = [sum(times_a_day(one, turn) for one in plan.sessions for turn in week[one.id]) for week in drawn_up]
    return deck.Deck(
        plan=plan_words(plan, year, choices, chosen, rhythm_words(plan, occasions, counts, wording), wording, library),
        weeks=weeks,
        sessions=tuple(_kind(column) for column in columns),
        workouts=workouts,
        strip=len(year.calendar.numbers),
        language=choices.language,
        personal=columns[0].smith.substitution.kit.personal,
        kit=_kit(workouts),
        log=plan.log,
        levels=tuple(deck.LevelWords(level.name.text, level.about) for level in plan.levels) if several else (),
    )


def _news(columns: Sequence[Column], position: int, sessions: Sequence[Session]) -> News:
    """What changed since the week before; of several levels only what all agree on."""
    diaries = {column.level: column.diary for column in columns}
    found = [diary.news(position, sessions) for diary in diaries.values()]
    return found[0] if all(one == found[0] for one in found) else News()


def _workout(column: Column, position: int) -> deck.Workout | None:
    turns = column.smith.drafts.week(position)[column.session.id]
    workout = column.smith.workout(column.session, turns)
    if workout is None:
        return None
    found = column.diary.news(position, (column.session,))
    raised = column.diary.raised(position, column.session)
    lines = tuple(replace(line, up=True) if line.key in raised else line for line in workout.lines)
    return replace(workout, lines=lines, change=found.words, up=found.up)


def _kind(column: Column) -> deck.SessionKind:
    session = column.session
    return deck.SessionKind(session.id, session.name, session.short, level=column.level)


def _kit(workouts: Sequence[Sequence[deck.Workout | None]]) -> tuple[deck.Thing, ...]:
    things = {thing.id: thing for week in workouts for workout in week if workout for thing in workout.kit}
    return tuple(things.values())


def _check_session(column: Column, plan: Plan, year: Year) -> Iterator[Problem]:
    """Strength on days kept for hard runs, and sessions longer than they may be."""
    session = column.session
    turns = [turn for week in column.smith.drafts.turns for turn in week[session.id]]
    if plan.running and not is_running(turns):
        yield from collisions(session, plan, plan.running, [turn.occasion for turn in turns])
        most = max((len(week[session.id]) for week in column.smith.drafts.turns), default=0)
        crowded = too_many(session, plan, plan.running, most) if year.calendar.unit != "day" else None
        if crowded:
            yield crowded
    longest = column.smith.longest.get(session.id, 0.0)
    limit = time_seconds(session.group.length)
    if limit is not None and ceil(longest / 60 - 1e-9) * 60 > limit:
        wording = column.smith.wording
        pattern = "{name} takes {minutes}, and is to take {limit}."
        values = {
            "name": session.name or "This session",
            "minutes": wording.about(longest),
            "limit": wording.quantity(session.group.length) if session.group.length else "",
        }
        yield warning(session.place, pattern, "fewer sets, shorter rests, or a longer length", **values)


def _once(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Each problem once, however many weeks it shows in."""
    found = {(problem.place, problem.message): problem for problem in gathered(problems)}
    return tuple(found.values())
