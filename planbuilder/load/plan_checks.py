"""What must hold between the parts of a plan: one calendar, names that are told apart, phases inside the weeks."""

from __future__ import annotations

from collections.abc import Iterable

from planbuilder.load.calendars import Naming, check_names
from planbuilder.load.doses import PART_KEYS
from planbuilder.load.nodes import Entries, Items
from planbuilder.load.reader import Reader
from planbuilder.load.records import shape_of
from planbuilder.load.sessions import GROUP_KEYS, ITEM_KEYS
from planbuilder.model.plan import Changing, Group, Item, Phase, Plan, Session, Span
from planbuilder.problems import nearest

KEYS = frozenset((*(key.key for key in shape_of(Plan).keys), *PART_KEYS, *GROUP_KEYS, *ITEM_KEYS, "words"))


def check_plan(plan: Plan, entries: Entries, known: Iterable[str], reader: Reader) -> None:
    """All that can be said of a plan once every key is read; `known` exercises and groups may be named in it."""
    _check_names(plan, known, reader)
    _check_what_is_done(plan, entries, reader)
    _check_how_long(plan, entries, reader)
    _check_how_often(plan, entries, reader)
    for phase in plan.phases:
        _check_phase(phase, plan.span, reader)
    _check_rotation(plan, reader)
    _check_running(plan, entries, reader)
    for session in plan.sessions:
        _check_weeks(session.group, plan.span, reader)


def _check_names(plan: Plan, known: Iterable[str], reader: Reader) -> None:
    namings = (
        Naming("phase", tuple(phase.name for phase in plan.phases)),
        Naming("stage", tuple(stage.name for stage in plan.named_stages)),
        Naming("level", tuple(level.name for level in plan.levels)),
    )
    taken = {**dict.fromkeys(KEYS, "a key of a plan"), **dict.fromkeys(known, "an exercise or a group")}
    check_names(namings, taken, reader)


def _check_what_is_done(plan: Plan, entries: Entries, reader: Reader) -> None:
    both = entries.get("sessions"), entries.get("do")
    if both[0] and both[1]:
        hint = "put the do: into a session"
        reader.error(both[1].place, '"do" and "sessions" both say what is done.', hint)
    elif isinstance(both[0], Items) and not both[0].items:
        reader.error(both[0].place, "There is nothing to do here.", "write at least one session")
    elif not (both[0] or both[1]):
        reader.error(plan.place, "This plan does not say what to do.", "write do: [...] or sessions: with exercises")


def _check_how_long(plan: Plan, entries: Entries, reader: Reader) -> None:
    counted = [(key, node) for key in ("weeks", "stages") if (node := entries.get(key))]
    days = entries.get("days")
    if isinstance(plan.days, Span) and days:
        counted.append(("days", days))
    if len(counted) > 1:
        (first, _), (second, node), *_ = counted
        reader.error(
            node.place,
            '"{first}" and "{second}" both say what the plan counts.',
            "leave one out",
            first=first,
            second=second,
        )
    start, race = entries.get("start"), entries.get("race")
    if start and race:
        reader.error(start.place, '"start" and "race" both say when the weeks are.', "leave one out")
    for key, node in (("start", start), ("race", race)):
        if node and plan.span.unit in ("stage", "") and not (key == "start" and plan.span.unit == ""):
            hint = "write weeks: 10 as well" if plan.span.unit == "" else "leave it out"
            reader.error(node.place, "Without weeks or days there is nothing to date.", hint)


def _check_how_often(plan: Plan, entries: Entries, reader: Reader) -> None:
    times, days = entries.get("times"), entries.get("days")
    if times and days and not isinstance(plan.days, Span):
        hint = "leave one out: days says which, times says how many a week"
        reader.error(times.place, '"days" and "times" both say how often.', hint)
    if not entries.get("sessions") or plan.rotate:
        return
    for key in ("days", "times", "before", "after", "length"):
        node = entries.get(key)
        if node and not (key == "days" and isinstance(plan.days, Span)):
            pattern = '"{key}" stands beside the sessions, so it is not clear which of them it is for.'
            hint = "write it in each session, or rotate: [...] to let them take turns"
            reader.error(node.place, pattern, hint, key=key)


def _check_phase(phase: Phase, span: Span, reader: Reader) -> None:
    if span.unit not in ("week", "day"):
        hint = "write weeks: 6 as well" if span.unit == "" else "leave the phases out, or count weeks"
        reader.error(phase.name.place, 'The phase "{name}" has no weeks to lie in.', hint, name=phase.name)
        return
    last = None if span.open else span.last
    for first, end in phase.weeks.numbers:
        outside = first < span.first or (last is not None and (first > last or (end or 0) > last))
        if outside:
            hint = "write {unit}s from {first} to {last}"
            if last is None:
                hint = "write {unit}s from {first} on"
            pattern = 'The phase "{name}" lies outside the {unit}s of the plan.'
            values = {"name": phase.name, "unit": span.unit, "first": span.first, "last": last}
            reader.error(phase.weeks.place, pattern, hint, **values)
            return


def _check_weeks(item: Item, span: Span, reader: Reader) -> None:
    """No `only` speaks of weeks that the plan does not have."""
    if isinstance(item, Changing):
        return
    weeks = [key for key in item.only if key.kind == "week"]
    numbers = range(span.first, span.last + 1) if span.unit else ()
    for key in weeks:
        if span.open or any(key.counts(number) for number in numbers):
            continue
        hint = "write {unit}s from {first} to {last}" if span.unit else "write weeks: 6 as well"
        values = {"text": key.text, "unit": span.unit or "week", "first": span.first, "last": span.last}
        reader.error(key.place, "The plan has no {unit} {text}.", hint, **values)
    for inner in item.do if isinstance(item, Group) else ():
        _check_weeks(inner, span, reader)


def _check_rotation(plan: Plan, reader: Reader) -> None:
    names = [session.name for session in plan.sessions if session.name]
    for word in plan.rotate:
        session = next((session for session in plan.sessions if session.name == word.text), None)
        if session is None:
            near = nearest(word.text, names)
            hint = "did you mean {near}?" if near else "write one of: {names}"
            pattern = 'There is no session "{name}" to take turns.'
            reader.error(word.place, pattern, hint, name=word, near=near, names=", ".join(names))
        elif _has_schedule(session):
            pattern = 'The session "{name}" takes turns and has days of its own.'
            reader.error(session.place, pattern, "leave its days or times out", name=session.name)


def _check_running(plan: Plan, entries: Entries, reader: Reader) -> None:
    """A hard run is a run."""
    running = entries.get("running")
    if plan.running is None or not isinstance(running, Entries) or plan.running.days.apart:
        return
    hard = running.get("hard")
    for day in plan.running.hard.weekdays:
        if day not in plan.running.days.weekdays and hard is not None:
            hint = "write it under days, too, or take it out of hard"
            pattern = "{day} is a hard run, and no day of running."
            reader.error(hard.place, pattern, hint, day=day.capitalize())


def _has_schedule(session: Session) -> bool:
    return bool(session.schedule.days or session.schedule.times or session.before or session.after)
