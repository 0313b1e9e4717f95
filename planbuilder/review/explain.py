"""Where each value of a printed dose was written: exercise, defaults, phase, session, group, plan, kit, best lift."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from planbuilder.model.choices import Choices
from planbuilder.model.dose import Layer, Resolved
from planbuilder.model.plan import Plan, Session
from planbuilder.problems import Place, Problem, Source, error, has_errors, nearest
from planbuilder.records import record
from planbuilder.resolve.calendar import chosen_weeks
from planbuilder.resolve.drafts import Drafts, Turn
from planbuilder.resolve.numerals import TIE
from planbuilder.resolve.progression import Moment, dose_at, is_at_one_go
from planbuilder.resolve.setlist import Bracket, Task, tasks_of
from planbuilder.resolve.substitution import kit_of
from planbuilder.resolve.wording import Wording
from planbuilder.review.rehearsal import rehearsed
from planbuilder.writing.parts import fixed_at, flat, only

if TYPE_CHECKING:
    from planbuilder.load.files import Folders

PARTS = (
    "sets", "amount", "hold", "side", "load", "effort", "tempo", "every", "rest", "rest_reps", "rest_after",
    "times_a_day", "note",
)  # fmt: skip
ORIGINS = {
    "exercise": "the exercise",
    "stand-in": "the stand-in",
    "defaults": "defaults",
    "phase": "phase",
    "session": "session",
    "group": "group",
    "item": "the plan",
    "kit": "what stands in for a thing",
}
AROUND = (
    ("rounds", "rounds"), ("every", "every"), ("for_", "for"), ("choose", "choose"), ("rest", "rest between rounds"),
)  # fmt: skip
WORDING = Wording()


@record
class Said:
    """A value, who said it and where; an empty value was taken away."""

    value: str
    origin: str
    place: Place | None


@record
class Part:
    """A part of a dose: what counts, and what it covers, the last first."""

    name: str
    counts: Said
    covers: tuple[Said, ...] = ()


@record
class Explained:
    """One exercise of one week and session with all parts of its dose."""

    name: str
    stands_in_for: str
    when: tuple[str, ...]
    place: Place | None
    dose: str
    parts: tuple[Part, ...]


def explain(
    plan: str, exercise: str | None, choices: Choices, folders: Folders
) -> tuple[tuple[Explained, ...], tuple[Problem, ...]]:
    """How the doses of a plan come about, of one exercise or all, in the weeks chosen (else the first)."""
    from planbuilder.load.library import Library
    from planbuilder.load.plans import find_plan, load_plan

    source = find_plan(plan, folders)
    if isinstance(source, Problem):
        return (), (source,)
    library = Library(folders)
    written, problems = load_plan(source, library)
    if written is None or has_errors((*problems, *library.problems)):
        return (), (*problems, *library.problems)
    kit, found = kit_of(choices, written.have, library.equipment())
    all_drafts, heap = rehearsed(written, library, choices, kit)
    positions, wrong = chosen_weeks(all_drafts[0].year, choices)
    problems = (*problems, *found, *heap, *wrong, *library.problems)
    if has_errors(problems):
        return (), problems
    chosen = [one for one in all_drafts if choices.level is None or one.level.lower() == choices.level.lower()]
    told = tuple(
        one
        for position in (positions if choices.weeks else positions[:1])
        for drafts in chosen
        for session in written.sessions
        for one in _session(drafts, session, position, exercise)
    )
    if not told:
        return (), (*problems, _not_done(written, exercise, choices, all_drafts))
    return told, problems


def _not_done(plan: Plan, exercise: str | None, choices: Choices, all_drafts: Sequence[Drafts]) -> Problem:
    if choices.level and choices.level.lower() not in [level.name.text.lower() for level in plan.levels]:
        return error(None, 'This plan has no level "{level}".', level=choices.level)
    turns = (turn for drafts in all_drafts for week in drafts.turns for turns in week.values() for turn in turns)
    names = dict.fromkeys(
        name for turn in turns for task, _ in tasks_of(turn.bracket) for name in _names(task) if task.exercise
    )
    near = nearest(exercise or "", names)
    where = Place(Source(plan.place.source.name, ""))
    values = {"exercise": exercise or "", "near": near, "names": ", ".join(names)}
    if exercise is None or exercise in names:
        return error(where, "Nothing of that is done then.", "try another week", **values)
    hint = "did you mean {near}?" if near else "it has {names}"
    return error(where, 'There is no "{exercise}" in this plan.', hint, **values)


def _names(task: Task) -> tuple[str, ...]:
    """The ids by which an exercise can be asked for: its own, and that of the one it stands in for."""
    asked = task.item.exercise.text if task.item else ""
    done = task.exercise.id if task.exercise else ""
    return (asked, done) if asked != done else (asked,)


def _session(drafts: Drafts, session: Session, position: int, exercise: str | None) -> Iterator[Explained]:
    """The exercises of a session in a week; days with the same explanation are told together."""
    found: dict[tuple[object, ...], tuple[Explained, list[Turn]]] = {}
    turns = drafts.week(position)[session.id]
    for turn in turns:
        for task, brackets in tasks_of(turn.bracket):
            if task.exercise is None or task.key not in turn.doses or exercise not in (None, *_names(task)):
                continue
            one = _explained(drafts, session, turn, task, brackets)
            found.setdefault((task.key, one.dose, one.parts), (one, []))[1].append(turn)
    for one, alike in found.values():
        yield replace(one, when=(*one.when, *_days(alike, len(turns))))


def _days(alike: Sequence[Turn], count: int) -> Iterator[str]:
    """The weekdays; without any, which of several times is meant where they are not all alike."""
    for turn in alike:
        weekday, nth = turn.occasion.weekday, turn.occasion.nth
        if weekday or len(alike) < count:
            yield weekday.capitalize() or f"{WORDING.ordinal(nth)} time"


def _explained(drafts: Drafts, session: Session, turn: Turn, task: Task, brackets: Sequence[Bracket]) -> Explained:
    exercise, dose = task.exercise, turn.doses[task.key]
    assert exercise is not None
    stands_in = task.item.exercise.text if task.item and task.item.exercise.text != exercise.id else ""
    calendar = drafts.year.calendar
    week = f"{calendar.unit} {drafts.year.shown(turn.moment.position)}" if calendar.numbers else ""
    if calendar.stages:
        week = calendar.stages[turn.moment.position]
    when = tuple(filter(None, (week, drafts.level, session.name)))
    parts = (*_parts(drafts, turn, task, brackets), *_around(brackets))
    return Explained(exercise.name, stands_in, when, task.place, _plain(WORDING.dose(dose).line), parts)


def _parts(drafts: Drafts, turn: Turn, task: Task, brackets: Sequence[Bracket]) -> Iterator[Part]:
    trail = list(_trail(drafts, turn, task, brackets))
    for name in PARTS:
        said: list[Said] = []
        before: tuple[str, Place | None] = ("", None)
        for dose, origin, place in trail:
            value, at = _value(dose, name), dose.places.get(name)
            if (value, at) != before:
                said.append(Said(value, origin, at or place))
            before = (value, at)
        if said and (said[-1].value or len(said) > 1):
            label = trail[-1][0].counts if name == "amount" and trail[-1][0].counts not in ("", "words") else name
            yield Part(label.replace("_", " "), said[-1], tuple(said[-2::-1]))


def _value(dose: Resolved, name: str) -> str:
    value = getattr(dose, name)
    if not value:
        return ""
    if name == "side":
        return _plain(WORDING.side(value))
    if name == "tempo":
        return _plain(WORDING.tempo(value))
    return value if isinstance(value, str) else _plain(WORDING.quantity(value))


def _plain(text: str) -> str:
    return text.replace(TIE, " ")


def _trail(
    drafts: Drafts, turn: Turn, task: Task, brackets: Sequence[Bracket]
) -> Iterator[tuple[Resolved, str, Place | None]]:
    """The dose as it grows, layer by layer, each time with who said so; what phases add or take away comes last."""
    exercise, plan = task.exercise, drafts.plan
    assert exercise is not None
    lying: list[Layer] = []
    moment = _moment(drafts, turn, task)
    dose = Resolved()
    for layer, name in _in_order(task, brackets, plan, moment):
        lying.append(layer)
        dose = dose_at(lying, moment, [], exercise.counts, plan.plates, at_one_go=is_at_one_go(exercise))
        yield dose, name, layer.parts.place
    final = turn.doses[task.key]
    if final.load != dose.load:
        best = next((change.place for word, change in plan.max if word.text == exercise.id), None)
        yield replace(final, places={**dose.places, **({"load": best} if best else {})}), "the best lift", best


def _in_order(task: Task, brackets: Sequence[Bracket], plan: Plan, moment: Moment) -> Iterator[tuple[Layer, str]]:
    """The layers as they take effect, with nothing in them that changes; what phases add lies on all but the kit's."""
    later: list[tuple[Layer, str]] = []
    for layer, name in zip(task.layers, _names_of_layers(task, brackets, plan), strict=True):
        parts = fixed_at(layer.parts, moment, layer.weeks, plan.plates)
        if layer.origin == "phase":
            parts = flat(parts, plan.plates)
            adding = only(parts, relative=True)
            later += [(replace(layer, parts=adding, weeks=None), name)] if not adding.empty else []
            parts = only(parts, relative=False)
        elif layer.origin == "kit":
            yield from later
            later.clear()
        yield replace(layer, parts=parts, weeks=None), name
    yield from later


def _names_of_layers(task: Task, brackets: Sequence[Bracket], plan: Plan) -> Iterator[str]:
    """Who speaks in each layer, in words."""
    phases = {id(phase.parts): phase.name.text for phase in plan.phases}
    groups = {id(layer): bracket.group.group for layer, bracket in zip(task.around, brackets, strict=True)}
    for layer in task.layers:
        name = phases.get(id(layer.parts), "") if layer.origin == "phase" else groups.get(id(layer), "")
        yield f"{ORIGINS[layer.origin]} {name}".strip()


def _moment(drafts: Drafts, turn: Turn, task: Task) -> Moment:
    """The moment with how often the exercise was done before, for steps "a session"."""
    assert task.exercise is not None
    times = tuple(drafts.times.get(drafts.climb(task), ()))
    moment = replace(turn.moment, times=times)
    before = range(times[moment.position] if moment.position < len(times) else 0)
    tried = (replace(moment, earlier=earlier) for earlier in before)
    final = turn.doses[task.key]
    return next((then for then in tried if drafts.dose(task.layers, then, task.exercise) == final), moment)


def _around(brackets: Sequence[Bracket]) -> Iterator[Part]:
    """What the groups around say of rounds and times, inner first."""
    for bracket in reversed(brackets):
        for name, label in AROUND:
            value = getattr(bracket, name)
            change = getattr(bracket.group, "rest_between_rounds" if name == "rest" else name)
            if value is not None and change is not None:
                origin = f"group {bracket.group.group}".strip()
                yield Part(label, Said(_plain(WORDING.quantity(value)), origin, change.place))
