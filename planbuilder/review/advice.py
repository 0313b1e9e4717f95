"""What a good handout has and files may leave out: one function a rule, warnings only. Numbers: docs/decisions.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from planbuilder.model.dose import Quantity, Resolved, Value, unit_of
from planbuilder.model.exercise import Equipment, Exercise, Need
from planbuilder.model.plan import Plan, Session
from planbuilder.problems import Place, Problem, warning
from planbuilder.records import record
from planbuilder.resolve.drafts import Drafts, Turn
from planbuilder.resolve.setlist import Bracket, Node, Task, tasks_of
from planbuilder.resolve.wording import Wording

MOST_EXERCISES = 8
MOST_CUE_WORDS = 12
NAME_LETTERS = 14
CUE_LETTERS = 26
STEEPEST = Fraction(1, 4)

WORDING = Wording()


def advise_exercise(exercise: Exercise, equipment: Equipment) -> Iterator[Problem]:
    """Everything that could be better in an exercise."""
    yield from long_cues(exercise)
    yield from missing_short_forms(exercise)
    yield from missing_stop_of_exercise(exercise)
    yield from missing_stand_ins(exercise, equipment)


def advise_plan(plan: Plan, all_drafts: Sequence[Drafts], equipment: Equipment) -> Iterator[Problem]:
    """Everything that could be better in a plan, and in the exercises it brings along."""
    for exercise in plan.exercises:
        yield from advise_exercise(exercise, equipment)
    yield from missing_stop(plan)
    for drafts in all_drafts:
        for session in plan.sessions:
            yield from crowded_session(session, drafts)
        yield from no_amount(drafts)
        yield from steep_jumps(drafts)


def long_cues(exercise: Exercise) -> Iterator[Problem]:
    """A cue of more than 12 words is not read while moving."""
    for cue in exercise.cues:
        count = len(cue.do.split())
        if count > MOST_CUE_WORDS:
            pattern = "This cue has {count} words; {most} are read at a glance."
            yield warning(cue.place, pattern, "cut it in two, or leave words out", count=count, most=MOST_CUE_WORDS)


def missing_short_forms(exercise: Exercise) -> Iterator[Problem]:
    """On narrow cards a name has room for 14 letters and a cue for 26."""
    name = exercise.short or exercise.name
    if len(name) > NAME_LETTERS:
        pattern = '"{name}" has {count} letters; narrow cards have room for {most}.'
        hint = "make short: shorter" if exercise.short else "add short: with a shorter name"
        yield warning(exercise.place, pattern, hint, name=name, count=len(name), most=NAME_LETTERS)
    for cue in exercise.cues:
        text = cue.short or cue.do
        if len(text) > CUE_LETTERS:
            pattern = "This cue has {count} letters{short}; wall cards have room for {most}."
            hint = "make short: shorter" if cue.short else "write do: and short: below it"
            values = {"count": len(text), "most": CUE_LETTERS, "short": " in its short form" if cue.short else ""}
            yield warning(cue.place, pattern, hint, **values)


def missing_stop_of_exercise(exercise: Exercise) -> Iterator[Problem]:
    """An exercise that is explained says when to stop; one with a name alone need not."""
    if exercise.cues and not exercise.stop:
        yield warning(exercise.place, "This exercise does not say when to stop.", "add stop: Sharp pain in the knee")


def missing_stand_ins(exercise: Exercise, equipment: Equipment) -> Iterator[Problem]:
    """Whoever lacks a thing is told what to do instead."""
    for need in exercise.equipment:
        if not _has_stand_in(need, exercise, equipment):
            thing = need.any[0].text
            pattern = "Nothing says what to do without {thing}."
            hint = "add without: {{{thing}: {{use: another-exercise}}}}"
            yield warning(need.place or exercise.place, pattern, hint, thing=thing)


def _has_stand_in(need: Need, exercise: Exercise, equipment: Equipment) -> bool:
    own = {thing.text for thing, _ in exercise.without}
    known = [thing for word in need.any if (thing := equipment.get(word.text))]
    return any(word.text in own for word in need.any) or any(thing.everywhere or thing.instead for thing in known)


def missing_stop(plan: Plan) -> Iterator[Problem]:
    """Every handout says when to stop."""
    if not plan.stop:
        yield warning(
            plan.place, "This plan does not say when to stop.", "add stop: Form gone or sharp pain? Stop there."
        )


def crowded_session(session: Session, drafts: Drafts) -> Iterator[Problem]:
    """Two to four exercises are kept up best; more than eight are too many for one session."""
    turns = [turn for week in drafts.turns for turn in week[session.id]]
    most = max((_exercises(turn.bracket, turn) for turn in turns), default=0)
    if most > MOST_EXERCISES:
        name = session.name or "This session"
        pattern = "{name} has {count} exercises; two to four are kept up best, and {most} are plenty."
        hint = "part it into two sessions, or let the runner choose: {{choose: 4, do: [...]}}"
        yield warning(session.place, pattern, hint, name=name, count=most, most=MOST_EXERCISES)


def _exercises(node: Node, turn: Turn) -> int:
    if isinstance(node, Task):
        dose = turn.doses.get(node.key)
        return 1 if dose is not None and not dose.nothing else 0
    count = sum(_exercises(member, turn) for member in node.members)
    chosen = node.choose.values[0] if node.choose and node.choose.values else None
    return min(count, int(chosen.high or chosen.low)) if chosen else count


def no_amount(drafts: Drafts) -> Iterator[Problem]:
    """A card leaves nothing to work out: every exercise says how much."""
    told: set[tuple[str, int]] = set()
    for turn in _turns(drafts):
        for task, _ in tasks_of(turn.bracket):
            dose = turn.doses.get(task.key)
            spot = (task.place.source.name, task.place.line)
            if task.exercise is None or dose is None or dose.nothing or dose.amount is not None or spot in told:
                continue
            told.add(spot)
            pattern = "{name} does not say how much."
            yield warning(task.place, pattern, "write it like 3 x 10, or 3 x 30s", name=task.exercise.name)


@record
class Work:
    """How much of one thing is done at one go: all sets together, or (`what` is " load") the heaviest load."""

    what: str
    unit: str
    much: Fraction


@record
class Jump:
    """More of something than ever before in the plan."""

    position: int
    what: str
    percent: int


def steep_jumps(drafts: Drafts) -> Iterator[Problem]:
    """From one week to the next no more than a quarter is added; after an easy week the weeks before it count."""
    best: dict[tuple[str, str, str], Fraction] = {}
    jumps: dict[Jump, list[Task]] = {}
    for position in range(drafts.year.count):
        now: dict[tuple[str, str, str], tuple[Fraction, Task]] = {}
        for task, work in _week(drafts, position):
            key = (task.key, work.what, work.unit)
            if key not in now or now[key][0] < work.much:
                now[key] = work.much, task
        for key, (much, task) in now.items():
            before = best.get(key)
            if before and much > before * (1 + STEEPEST):
                jumps.setdefault(Jump(position, key[1], round((much / before - 1) * 100)), []).append(task)
            best[key] = max(much, before or Fraction(0))
    for jump, tasks in jumps.items():
        yield _steep(jump, tasks, drafts)


def _steep(jump: Jump, tasks: Sequence[Task], drafts: Drafts) -> Problem:
    names = list(dict.fromkeys(task.exercise.name for task in tasks if task.exercise))
    shown = names if len(names) < 4 else [*names[:2], f"{len(names) - 2} more"]
    pattern = "{names}: {percent} % more{what} in {unit} {number} than in any {unit} before."
    values = {
        "unit": drafts.year.calendar.unit or "week",
        "number": drafts.year.shown(jump.position),
        "what": jump.what,
        "percent": jump.percent,
        "names": WORDING.listed(shown),
    }
    place: Place = tasks[0].place
    return warning(place, pattern, "up to 25 % more at a time is easier to bear", **values)


def _week(drafts: Drafts, position: int) -> Iterator[tuple[Task, Work]]:
    for turns in drafts.week(position).values():
        for turn in turns:
            for task, around in tasks_of(turn.bracket):
                dose = turn.doses.get(task.key)
                if task.exercise is not None and dose is not None and not dose.nothing:
                    yield from ((task, work) for work in _works(dose, around))


def _works(dose: Resolved, around: Sequence[Bracket]) -> Iterator[Work]:
    """The sets, reps, seconds or metres of a dose and of what is done after it, and the heaviest load."""
    rounds = Fraction(1)
    for bracket in around:
        if bracket.rounds and bracket.rounds.values and bracket.rounds.values[0].form == "number":
            rounds *= bracket.rounds.values[0].middle
    much: dict[str, Fraction] = {}
    for one in dose.chain:
        amount = _sum(one.amount)
        if amount is not None:
            much[amount[1]] = much.get(amount[1], Fraction(0)) + amount[0] * _sets(one) * rounds
    yield from (Work("", unit, all_) for unit, all_ in much.items())
    for one in dose.chain:
        load = one.load.values if one.load and one.load.moves and not (one.load.base or one.load.relative) else ()
        if load:
            yield Work(" load", load[0].unit, max(_most(value) for value in load))


def _sets(dose: Resolved) -> Fraction:
    """How many sets of one number there are."""
    listed = len(dose.amount.values if dose.amount else ()) > 1
    counted = dose.sets and dose.sets.values and dose.sets.values[0].form == "number"
    return dose.sets.values[0].middle if dose.sets and counted and not listed else Fraction(1)


def _sum(amount: Quantity | None) -> tuple[Fraction, str] | None:
    """All values together in the smallest unit, with what they count."""
    if amount is None or not amount.moves:
        return None
    kind = amount.values[0].kind
    if any(value.kind != kind for value in amount.values):
        return None
    unit = amount.values[0].unit if kind not in ("time", "distance") else kind
    return sum((value.middle * (unit_of(value.unit).size or 1) for value in amount.values), Fraction(0)), unit


def _most(value: Value) -> Fraction:
    return value.high if value.high is not None else value.low


def _turns(drafts: Drafts) -> Iterator[Turn]:
    for position in range(drafts.year.count):
        for turns in drafts.week(position).values():
            yield from turns
