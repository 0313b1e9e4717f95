"""Running faults, a kit and some minutes to a session that helps: a plan in YAML that builds as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from planbuilder.model.choices import Choices
from planbuilder.model.dose import Layer, Resolved
from planbuilder.model.exercise import Exercise, Fault
from planbuilder.problems import Place, Problem, Source, error, has_errors, nearest
from planbuilder.records import record
from planbuilder.resolve.duration import after_seconds, exercise_seconds
from planbuilder.resolve.progression import Moment, dose_at
from planbuilder.resolve.substitution import Substitution, kit_of

if TYPE_CHECKING:
    from planbuilder.load.files import Folders
    from planbuilder.load.library import Library
    from planbuilder.writing.yaml_text import Plain

MOST_EXERCISES = 8
ON_YOUR_FEET = ("standing", "split", "walking", "leaning forward")
STOP = "Form gone or sharp pain? Stop there."
ADVICE = "Hurt, unwell or unsure? See a physio before you start."


@record
class Wish:
    """What a session is asked for."""

    faults: tuple[str, ...]
    have: tuple[str, ...] | None = None
    without: tuple[str, ...] = ()
    minutes: int = 15


@record
class Candidate:
    """An exercise that helps: how long it takes, with and without what comes after it, and how early it is learnt."""

    exercise: Exercise
    helps: tuple[str, ...]
    dose: Resolved
    step: int

    @property
    def stage(self) -> int:
        """Where it stands in a session: on the floor first, then on the feet, running last."""
        position = self.exercise.position.lower()
        if position == "running":
            return 2
        return 1 if position.startswith(ON_YOUR_FEET) else 0

    @property
    def seconds(self) -> float:
        """How long its sets take."""
        return exercise_seconds(self.dose)

    @property
    def after(self) -> float:
        """What passes before the next one."""
        return after_seconds(self.dose)

    @property
    def muscle(self) -> str:
        """The muscle it is done for."""
        return self.exercise.works[0] if self.exercise.works else ""


def suggest(wish: Wish, folders: Folders) -> tuple[str | None, tuple[Problem, ...]]:
    """A session for faults, kit and minutes as the text of a plan; or what is in its way."""
    from planbuilder.load.library import Library

    library = Library(folders)
    faults, problems = _faults(wish.faults, library.faults())
    choices = Choices(have=wish.have, without=wish.without)
    kit, found = kit_of(choices, None, library.equipment())
    problems = (*problems, *found)
    if has_errors((*problems, *library.problems)):
        return None, (*problems, *library.problems)
    substitution = Substitution(library, kit)
    candidates = _candidates(faults, substitution, library)
    chosen = _chosen(candidates, faults, wish.minutes * 60)
    if has_errors(library.problems):
        return None, library.problems
    if not chosen:
        return None, (_nothing(candidates, faults, wish),)
    return _text(wish, faults, chosen), ()


def _faults(asked: Sequence[str], known: Sequence[Fault]) -> tuple[tuple[Fault, ...], tuple[Problem, ...]]:
    """The faults asked for by id or by name, each once."""
    by_name = {name.lower(): fault for fault in known for name in (fault.name, fault.id)}
    problems = []
    for name in asked:
        if name.lower() not in by_name:
            near = nearest(name, by_name)
            hint = "did you mean {near}?" if near else "planbuilder list faults shows all of them"
            values = {"fault": name, "near": by_name[near].id if near else ""}
            problems.append(error(None, 'There is no running fault called "{fault}".', hint, **values))
    found = {by_name[name.lower()].id: by_name[name.lower()] for name in asked if name.lower() in by_name}
    return tuple(found.values()), tuple(problems)


def _candidates(faults: Sequence[Fault], substitution: Substitution, library: Library) -> list[Candidate]:
    """All exercises that help and can be done with the kit, each as it is done then; the fittest first."""
    found: dict[str, Candidate] = {}
    wanted = [fault.id for fault in faults]
    for name in library.exercise_names():
        exercise = library.exercise(name)
        helps = tuple(word.text for word in exercise.fixes if word.text in wanted) if exercise else ()
        if exercise is None or not helps:
            continue
        missing: list[Problem] = []
        done = replace(substitution, problems=missing).way(exercise, (), Place(Source(name, ""))).exercise
        if missing or done.parts is None:
            continue
        dose = dose_at((Layer(done.parts, "exercise"),), Moment(), [], done.counts)
        if done.id not in found or len(found[done.id].helps) < len(helps):
            found[done.id] = Candidate(done, helps, dose, _step(done, library))
    return sorted(found.values(), key=_rank)


def _rank(candidate: Candidate) -> tuple[object, ...]:
    """Those that help with more faults first, then those picked for them first of all, then the easier ones."""
    exercise = candidate.exercise
    fixes = [word.text for word in exercise.fixes]
    first = min((fixes.index(fault) for fault in candidate.helps if fault in fixes), default=len(fixes))
    return -len(candidate.helps), first, candidate.step, exercise.id


def _step(exercise: Exercise, library: Library) -> int:
    """How many easier exercises there are below this one."""
    seen = {exercise.id}
    below: Exercise | None = exercise
    while below and below.easier and below.easier.use and below.easier.use.text not in seen:
        seen.add(below.easier.use.text)
        below = library.exercise(below.easier.use.text, below.easier.use.place)
    return len(seen) - 1


def _chosen(candidates: Sequence[Candidate], faults: Sequence[Fault], limit: float) -> list[Candidate]:
    """As many as fit, each time the one that brings most that is new; then in the order of doing."""
    chosen: list[Candidate] = []
    left = list(candidates)
    while left and len(chosen) < MOST_EXERCISES:
        best = min(left, key=lambda one: _sameness(one, chosen, faults, left))
        left.remove(best)
        if not _is_kin(best, chosen) and _seconds([*chosen, best]) <= limit:
            chosen.append(best)
    return sorted(chosen, key=lambda one: (one.stage, one.step))


def _sameness(
    one: Candidate, chosen: Sequence[Candidate], faults: Sequence[Fault], left: Sequence[Candidate]
) -> tuple[int, int, int, int]:
    """How little is new in an exercise: faults nobody helps with yet, then positions and muscles not used yet."""
    helped = {fault for other in chosen for fault in other.helps}
    new = sum(fault.id in one.helps and fault.id not in helped for fault in faults)
    places = sum(other.exercise.position == one.exercise.position for other in chosen)
    muscles = sum(other.muscle == one.muscle for other in chosen)
    return -new, 1 if one.stage == 2 else 0, places + muscles, left.index(one)


def _is_kin(one: Candidate, chosen: Iterable[Candidate]) -> bool:
    """Whether an easier or harder way of the same is there already."""
    return any(one.exercise.id in _kin(other.exercise) or other.exercise.id in _kin(one.exercise) for other in chosen)


def _kin(exercise: Exercise) -> set[str]:
    return {way.use.text for way in (exercise.easier, exercise.harder) if way and way.use}


def _seconds(session: Sequence[Candidate]) -> float:
    ordered = sorted(session, key=lambda one: (one.stage, one.step))
    return sum(one.seconds for one in ordered) + sum(one.after for one in ordered[:-1])


def _nothing(candidates: Sequence[Candidate], faults: Sequence[Fault], wish: Wish) -> Problem:
    names = " and ".join(fault.name.lower() for fault in faults)
    if not candidates:
        pattern = "With this kit no exercise helps with {names}."
        return error(None, pattern, "try it without --have, or with a mat", names=names)
    shortest = min(candidates, key=lambda one: (one.seconds, one.exercise.id))
    pattern = "{minutes} min are too few for any exercise that helps with {names}."
    hint = "the shortest is {name}, {needed} min: --minutes {needed}"
    needed = int(-(-shortest.seconds // 60))
    values = {"minutes": wish.minutes, "names": names, "name": shortest.exercise.name, "needed": needed}
    return error(None, pattern, hint, **values)


def _text(wish: Wish, faults: Sequence[Fault], chosen: Sequence[Candidate]) -> str:
    from planbuilder.resolve.numerals import TIE
    from planbuilder.resolve.wording import Wording
    from planbuilder.writing.yaml_text import yaml_text

    names = [fault.name[:1].lower() + fault.name[1:] for fault in faults]
    head = [f"# {fault.name}: {fault.look}" for fault in faults if fault.look]
    about = f"{Wording().count(len(chosen), 'exercises')}, {Wording().about(_seconds(chosen))}".replace(TIE, " ")
    head.append(f"# {about}. Change what you like, save it, then: planbuilder build FILE.yaml")
    do: list[Plain] = [{one.exercise.id: _dose_of(one)} for one in chosen]
    plan: dict[str, Plain] = {
        "title": f"For {Wording().listed(names)}",
        "stop": STOP,
        "advice": ADVICE,
        **({"have": list(wish.have)} if wish.have else {}),
        "length": f"{wish.minutes}min",
        "do": do,
    }
    return "".join(f"{line}\n" for line in head) + yaml_text(plan)


def _dose_of(one: Candidate) -> Plain:
    """The exercise's own dose, as a coach would write it."""
    from planbuilder.load.doses import read_dose
    from planbuilder.load.reader import Reader
    from planbuilder.load.tables import Names
    from planbuilder.writing.doses import dose_words
    from planbuilder.writing.nodes import node_of

    def read_back(written: Plain) -> Resolved | None:
        parts = read_dose(node_of(written), Reader(), Names())
        return dose_at((Layer(parts, "item"),), Moment(), [], one.exercise.counts) if parts else None

    return dose_words(one.dose, one.dose, read_back)
