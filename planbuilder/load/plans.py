"""A plan's file to a plan as written, with every mistake at its place. Names first: much else is read by them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from planbuilder.load.calendars import (
    read_date,
    read_days,
    read_levels,
    read_phases,
    read_stages,
    read_weekdays,
    read_weeks,
)
from planbuilder.load.doses import PART_KEYS, read_dose, read_parts
from planbuilder.load.exercises import read_exercise, read_stand_ins
from planbuilder.load.files import Folders, read
from planbuilder.load.library import Library
from planbuilder.load.lifts import read_max, read_plates, read_training_max
from planbuilder.load.nodes import Entries, Items, Node, Scalar, compose
from planbuilder.load.plan_checks import KEYS, check_plan
from planbuilder.load.reader import Reader
from planbuilder.load.records import Readers, Spread, decode
from planbuilder.load.sessions import Rack, read_do, read_groups, read_length, read_sessions, read_times
from planbuilder.load.tables import Names, read_change, text_place
from planbuilder.model.dose import Parts
from planbuilder.model.exercise import Exercise, StandIns
from planbuilder.model.plan import Days, Group, Plan, Running, Session
from planbuilder.problems import Place, Problem, Source, Word, error, nearest

NO_SUCH_PLAN = "There is no such plan."
EXTENDS_DEEP = 5
MERGED = frozenset(("defaults", "running", "brand", "max", "groups", "exercises"))
WHAT_IS_DONE = frozenset(("do", "sessions"))
OF_ONE_SESSION = frozenset(("days", "times", "times-a-day", "before", "after", "length"))
HOW_OFTEN = frozenset(("days", "times"))
HOW_LONG = frozenset(("weeks", "stages"))


def find_plan(plan: str, folders: Folders) -> Source | Problem:
    """The text of a plan, by its path or its name."""
    if plan.endswith((".yaml", ".yml")) or "/" in plan or "\\" in plan:
        path = Path(plan)
        return read(path if path.is_absolute() else folders.user / path, plan)
    found = folders.find("plans", plan)
    if found is not None:
        return folders.read(found)
    if (folders.user / plan).exists():
        return read(folders.user / plan, plan)
    near = nearest(plan, folders.plan_names())
    hint = "did you mean {near}?" if near else "give the path of a file, or a name that planbuilder list plans shows"
    if not near and plan in folders.names("exercises"):
        hint = "that is an exercise: planbuilder show {plan}"
    return error(Place(Source(plan, "")), NO_SUCH_PLAN, hint, near=near, plan=plan)


def load_plan(source: Source, library: Library) -> tuple[Plan | None, tuple[Problem, ...]]:
    """The plan that a text says, or None; with all that is wrong in it."""
    reader = Reader()
    node, problems = compose(source)
    reader.problems.extend(problems)
    entries = reader.entries(node, "A plan") if node is not None else None
    if entries is None:
        return None, tuple(reader.problems)
    whole, sources = _extended(entries, library.folders, reader, (source,))
    plan = _read(whole, library, reader) if whole is not None else None
    return (replace(plan, sources=sources) if plan else None), tuple(reader.problems)


def entries_of(source: Source, folders: Folders) -> Entries | None:
    """The keys of a plan as written, laid on those of the plan it extends; None where they cannot be read."""
    reader = Reader()
    node, _ = compose(source)
    return _extended(node, folders, reader, (source,))[0] if isinstance(node, Entries) else None


def _extended(
    entries: Entries, folders: Folders, reader: Reader, sources: tuple[Source, ...]
) -> tuple[Entries | None, tuple[Source, ...]]:
    """The plan's keys laid on those of the plan it extends, and all the texts read."""
    name = entries.get("extends")
    text = reader.text(name) if name else None
    if name is None or text is None:
        return entries, sources
    source = find_plan(text, folders)
    if isinstance(source, Problem):
        near = nearest(text, folders.names("plans"))
        hint = "did you mean {near}?" if near else ""
        reader.error(name.place, 'There is no plan "{name}".', hint, name=text, near=near)
        return None, sources
    if source in sources or len(sources) > EXTENDS_DEEP:
        reader.error(name.place, "These plans extend each other without end.", "take one extends out")
        return None, sources
    node, problems = compose(source)
    reader.problems.extend(problems)
    if not isinstance(node, Entries):
        return None, (*sources, source)
    base, sources = _extended(node, folders, reader, (*sources, source))
    return (_laid_on(base, entries) if base else None), sources


def _laid_on(base: Entries, upper: Entries) -> Entries:
    """Key by key: maps of `MERGED` keys merge, all else is replaced, and so is what says the same in another way."""
    written = {key.text for key, _ in upper.entries}
    gone = {key for alike in (WHAT_IS_DONE, HOW_OFTEN, HOW_LONG) if written & alike for key in alike}
    if "do" in written or "sessions" in written:
        gone.add("rotate")
    if "sessions" in written and base.get("do") is not None:
        gone |= OF_ONE_SESSION  # they said when that one session is
    kept = [(key, value) for key, value in base.entries if key.text not in written | gone]
    return replace(upper, entries=(*kept, *(_merged(base, key, value) for key, value in upper.entries)))


def _merged(base: Entries, key: Scalar, value: Node) -> tuple[Scalar, Node]:
    below = base.get(key.text)
    if key.text not in MERGED or not isinstance(below, Entries) or not isinstance(value, Entries):
        return key, value
    written = {name.text for name, _ in value.entries}
    kept = tuple(entry for entry in below.entries if entry[0].text not in written)
    return key, replace(value, entries=(*kept, *value.entries))


def _read(entries: Entries, library: Library, reader: Reader) -> Plan | None:
    groups = entries.get("groups")
    named = {name for node in (entries.get("exercises"), groups) for name in _names_of(node)}
    taken = KEYS.union(library.exercise_names(), named)
    phases, stages, levels = (_names_of(entries.get(key)) for key in ("phases", "stages", "levels"))
    names = Names(phases, stages, levels, taken)
    own = _own_exercises(entries.get("exercises"), names, reader)
    library.add(own)
    rack = Rack(
        names,
        frozenset(library.exercise_names()),
        lambda word: library.exercise(word.text, word.place),
        lambda node, reader: _stand_ins(node, reader, names, library),
        {key.text: value for key, value in groups.entries} if isinstance(groups, Entries) else {},
    )
    plan = decode(Plan, entries, reader, {**_readers(rack), "exercises": lambda _node, _reader: own})
    if plan is None:
        return None
    library.check_things(plan.have or ())
    for panel in plan.panels:
        library.panel(panel)
    if plan.brand is not None and plan.brand.logo is not None:
        library.add_picture("picture:logo", plan.brand.logo, plan.club or plan.coach or plan.title)
    plan = _with_session(plan, entries)
    check_plan(plan, entries, rack.known(), reader)
    return plan


def _own_exercises(node: Node | None, names: Names, reader: Reader) -> tuple[Exercise, ...]:
    """The exercises a plan brings along itself; a name alone is enough."""
    entries = reader.entries(node, "exercises") if node is not None else None
    read = (read_exercise(value, Word(key.text, key.place), reader, names) for key, value in _pairs(entries))
    return tuple(exercise for exercise in read if exercise)


def _pairs(entries: Entries | None) -> tuple[tuple[Scalar, Node], ...]:
    return entries.entries if entries else ()


def _stand_ins(node: Node, reader: Reader, names: Names, library: Library) -> StandIns:
    found = read_stand_ins(node, reader, names)
    library.check_stand_ins(found)
    return found


def _names_of(node: Node | None) -> tuple[str, ...]:
    """The names that a list or the keys of a map say."""
    if isinstance(node, Entries):
        return tuple(key.text for key, _ in node.entries)
    items = node.items if isinstance(node, Items) else ()
    return tuple(item.text.strip() for item in items if isinstance(item, Scalar))


def _readers(rack: Rack) -> Readers:
    names = rack.names
    parts = Spread(PART_KEYS, lambda given, reader: read_parts(given, reader, names))
    return {
        "weeks": read_weeks,
        "days": lambda node, reader: read_days(node, reader, names),
        "stages": read_stages,
        "phases": lambda node, reader: read_phases(node, reader, {"parts": parts}),
        "levels": read_levels,
        "have": read_things,
        "times": lambda node, reader: read_times("times", node, reader, names),
        "times_a_day": lambda node, reader: read_times("times-a-day", node, reader, names),
        "note": lambda node, reader: read_change(node, reader, names, lambda text, _place, _reader: text, gaps=True),
        "defaults": lambda node, reader: _defaults(node, reader, names),
        "max": lambda node, reader: read_max(node, reader, rack),
        "training_max": lambda node, reader: read_training_max(node, reader, rack),
        "plates": lambda node, reader: read_plates(node, reader, names),
        "length": lambda node, reader: read_length(node, reader, names),
        "groups": lambda node, reader: read_groups(node, reader, rack),
        "do": lambda node, reader: read_do(node, reader, rack),
        "sessions": lambda node, reader: read_sessions(node, reader, rack),
        "running": lambda node, reader: decode(Running, node, reader, {Days: read_weekdays}),
        date: read_date,
    }


def _defaults(node: Node, reader: Reader, names: Names) -> Parts | None:
    """Parts for every exercise; here several amounts may stand side by side."""
    if not isinstance(node, Entries):
        return read_dose(node, reader, names)
    for key, value in node.entries:
        if key.text not in PART_KEYS:
            reader.unknown_key(key, value, sorted(PART_KEYS))
    return read_parts([entry for entry in node.entries if entry[0].text in PART_KEYS], reader, names)


def read_things(node: Node, reader: Reader) -> tuple[Word, ...]:
    """The things of a kit: a list, or one line with spaces or commas between them; `none` for nothing."""
    found: list[Word] = []
    for item in reader.items(node):
        word, place = reader.word(item), text_place(item)
        for piece in re.finditer(r"[^\s,]+", word.text) if word and word.text != "none" else ():
            found.append(Word(piece[0], replace(place, column=place.column + piece.start())))
    return tuple(found)


def _with_session(plan: Plan, entries: Entries) -> Plan:
    """A plan with `do` and no sessions is one session."""
    if plan.sessions or not plan.do:
        return plan
    do = entries.get("do")
    group = Group(do.place if do else plan.place, plan.do, length=plan.length)
    session = Session(plan.place, schedule=plan.schedule, before=plan.before, after=plan.after, group=group, id="1")
    return replace(plan, sessions=(session,))
