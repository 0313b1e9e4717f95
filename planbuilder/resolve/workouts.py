"""The turns of a session in one week to a workout in finished words: lines with a dose a day, groups, swaps, kit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from planbuilder.model import deck
from planbuilder.model.dose import Layer, Parts, Quantity, Resolved
from planbuilder.model.exercise import Exercise, Variant
from planbuilder.model.plan import Session
from planbuilder.model.view import MOVING
from planbuilder.records import record
from planbuilder.resolve.calendar import kept_free
from planbuilder.resolve.drafts import Drafts, Turn, is_running
from planbuilder.resolve.headings import heading, timing
from planbuilder.resolve.moves import brief_dose, move_of, swap_of
from planbuilder.resolve.progression import Moment, quantity_at
from planbuilder.resolve.session_time import session_seconds, task_seconds
from planbuilder.resolve.setlist import Bracket, Task, general_layers, layers_of_stand_in, tasks_of
from planbuilder.resolve.substitution import Offer, Substitution, Way
from planbuilder.resolve.week_words import day_words, days_apart, session_note
from planbuilder.resolve.wording import NOTHING, Wording

MOST_TICKS = 8
FEWEST_STATIONS = 3
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Placed = tuple[Task, tuple[Bracket, ...]]


@record
class Wordsmith:
    """Words workouts; a dose, a move or a stand-in that comes again is worded once."""

    drafts: Drafts
    substitution: Substitution
    wording: Wording
    doses: dict[Resolved, deck.Dose] = field(default_factory=dict)
    moves: dict[str, deck.Move] = field(default_factory=dict)
    longest: dict[str, float] = field(default_factory=dict)

    def workout(self, session: Session, turns: Sequence[Turn]) -> deck.Workout | None:
        """The workout of a week; None where the session is not done then."""
        if not turns:
            return None
        first = turns[0]
        daily = self._times_a_day(session, first.moment)
        repeats = _repeats(daily, len(turns))
        often = self._often(session, first.moment, daily)
        days = tuple(day_words(turn.occasion, self.wording) for turn in turns for _ in range(repeats))
        if repeats > 1 and not first.occasion.weekday:
            days = tuple(replace(day, mark=str(k), name=f"Session {k}") for k, day in enumerate(days, 1))
        placed = _merged(turns)
        groups = _groups(placed, self.wording)
        lines = tuple(self._lines(placed, turns, repeats, groups))
        return deck.Workout(
            days=days,
            lines=lines,
            groups=tuple(groups.values()),
            minutes=self._minutes(session, turns),
            kit=self._kit(placed, turns),
            note=session_note(
                session,
                often,
                self._kept_free(session, turns),
                first.bracket.note,
                self.wording,
            ),
            often=" · ".join(filter(None, often)),
            condition=session.group.if_,
        )

    def _kit(self, placed: Sequence[Placed], turns: Sequence[Turn]) -> tuple[deck.Thing, ...]:
        """What all that is done needs, each thing once; a load that names a thing says which of its kind."""
        things: dict[str, deck.Thing] = {}
        for task, _ in placed:
            doses = [turn.doses[task.key] for turn in turns if task.key in turn.doses]
            if task.way is None or all(dose.nothing for dose in doses):
                continue
            loads = {one.load: None for dose in doses for one in (dose, *dose.further) if one.load}
            named = [thing for load in loads for thing in self._named(load)]
            kinds = {kind for thing in named for kind in self.substitution.library.equipment().as_kinds(thing.id)}
            own = [thing for thing in task.way.kit if kinds.isdisjoint(thing.id.split("/"))]
            things |= {thing.id: thing for thing in (*own, *named)}
        return tuple(things.values())

    def _named(self, load: Quantity) -> tuple[deck.Thing, ...]:
        words = f"{load.words} {load.tail}".strip()
        return self.substitution.named(words) if words else ()

    def _kept_free(self, session: Session, turns: Sequence[Turn]) -> tuple[str, ...]:
        running = self.drafts.plan.running
        return kept_free(session, running) if running and not is_running(turns) else ()

    def _often(self, session: Session, moment: Moment, daily: Quantity | None) -> tuple[str, ...]:
        """How often, in words, where the ticks do not say it: 2 to 3 times a week, twice a day."""
        times = session.schedule.times
        weekly = quantity_at(times, moment, self.drafts.problems) if times and not session.schedule.days else None
        ranges = weekly is not None and any(value.high is not None or value.plus for value in weekly.values)
        apart = days_apart(session.schedule.days) if moment.calendar.unit == "stage" else 0
        return (
            self.wording.days_apart(apart) if apart else "",
            self.wording.times_a_week(weekly) if weekly and ranges else "",
            self.wording.times_a_day(daily) if daily else "",
        )

    def _times_a_day(self, session: Session, moment: Moment) -> Quantity | None:
        change = session.schedule.times_a_day
        return quantity_at(change, moment, self.drafts.problems) if change else None

    def _minutes(self, session: Session, turns: Sequence[Turn]) -> str:
        alike = {tuple(map(id, turn.doses.values())): turn for turn in turns}
        seconds = max(session_seconds(turn.bracket, turn.doses) for turn in alike.values())
        self.longest[session.id] = max(seconds, self.longest.get(session.id, 0.0))
        return self.wording.about(seconds) if seconds else ""

    def _lines(
        self, placed: Sequence[Placed], turns: Sequence[Turn], repeats: int, groups: dict[int, deck.GroupWords]
    ) -> Iterator[deck.Line]:
        numbers, stations = _numbers(placed), _stations(placed)
        places = {key: k for k, key in enumerate(groups)}
        lasting = task_seconds(turns[0].bracket, turns[0].doses)
        for task, around in placed:
            inside = tuple(places[id(bracket.group)] for bracket in around if id(bracket.group) in places)
            doses = tuple(self._dose_on(task, turn) for turn in turns for _ in range(repeats))
            if task.exercise is None or task.way is None:
                move = deck.Move("", task.words)
                yield deck.Line(task.key, "", move, doses, task.condition, groups=inside)
                continue
            done = not all(dose.idle for dose in doses)
            moment = next(turn.moment for turn in turns if task.key in turn.doses)
            yield deck.Line(
                key=task.key,
                number=numbers[task.key],
                move=self._move(task.exercise, task.way.kit),
                doses=doses,
                condition=task.condition,
                swaps=tuple(self._swaps(task, task.way, moment)) if done else (),
                aids=tuple(self._aids(task, task.way, moment)) if done else (),
                groups=inside,
                seconds=round(lasting.get(task.key, 0.0)),
                station=stations.get(task.key, ""),
            )

    def _dose_on(self, task: Task, turn: Turn) -> deck.Dose:
        if task.exercise is None:
            return deck.Dose()
        return self._worded(turn.doses[task.key]) if task.key in turn.doses else NOTHING

    def _worded(self, dose: Resolved) -> deck.Dose:
        if dose not in self.doses:
            self.doses[dose] = self.wording.dose(dose)
        return self.doses[dose]

    def _move(self, exercise: Exercise, kit: tuple[deck.Thing, ...]) -> deck.Move:
        if exercise.id not in self.moves:
            self.moves[exercise.id] = move_of(exercise, kit, self.substitution.library, self._variant_dose)
        return self.moves[exercise.id]

    def _variant_dose(self, exercise: Exercise, variant: Variant) -> str:
        """The dose of an easier or harder way: only what it says itself."""
        if not variant.parts:
            return ""
        moment = self.drafts.year.moment(0, self.drafts.level)
        return brief_dose(self._worded(self._dose((Layer(variant.parts, "exercise"),), moment, exercise)))

    def _swaps(self, task: Task, way: Way, moment: Moment) -> Iterator[deck.Swap]:
        for offer in way.offers:
            if offer.exercise is None:
                continue
            layers = self._layers_of(offer, offer.exercise, task, moment)
            dose = self._worded(self._dose(layers, moment, offer.exercise))
            kit = tuple(self.substitution.needed(offer.exercise))
            yield swap_of(offer.question, offer.text, self._move(offer.exercise, kit), dose)

    def _layers_of(self, offer: Offer, exercise: Exercise, task: Task, moment: Moment) -> tuple[Layer, ...]:
        if task.exercise and exercise.id == task.exercise.id:
            return (*task.layers, *_kit_layer(offer.parts))
        general = general_layers(self.drafts.plan, moment)
        return layers_of_stand_in(exercise, offer.parts, general, task.around)

    def _aids(self, task: Task, way: Way, moment: Moment) -> Iterator[deck.Aid]:
        for offer in way.offers:
            if offer.exercise is not None or task.exercise is None:
                continue
            dose = ""
            if offer.parts and not way.kit_parts:
                layers = (*task.layers, *_kit_layer(offer.parts))
                dose = brief_dose(self._worded(self._dose(layers, moment, task.exercise)))
            says, short = (", ".join(filter(None, (words, dose))) for words in (offer.text, offer.short or offer.text))
            yield deck.Aid(offer.question, says, short)

    def _dose(self, layers: tuple[Layer, ...], moment: Moment, exercise: Exercise) -> Resolved:
        return self.drafts.dose(layers, moment, exercise)


def _kit_layer(parts: Parts | None) -> tuple[Layer, ...]:
    return (Layer(parts, "kit"),) if parts else ()


def _repeats(daily: Quantity | None, days: int) -> int:
    """Ticks for one day: as many as it may be done then, unless that makes more than a row can hold."""
    value = daily.values[0] if daily and daily.values else None
    count = int(value.high or value.low) if value else 1
    return count if 1 <= count * days <= MOST_TICKS else 1


def _merged(turns: Sequence[Turn]) -> list[Placed]:
    """The tasks of all days of a week, each once; what only a later day has stands behind what it follows there."""
    merged: list[Placed] = []
    known: set[str] = set()
    for turn in turns:
        behind = 0
        for task, around in tasks_of(turn.bracket):
            if task.key in known:
                behind = next(k for k, (other, _) in enumerate(merged) if other.key == task.key) + 1
                continue
            known.add(task.key)
            merged.insert(behind, (task, around))
            behind += 1
    return merged


def _groups(placed: Sequence[Placed], wording: Wording) -> dict[int, deck.GroupWords]:
    """The groups in order, by the group as written; the session is one only where it has rounds or an order."""
    found: dict[int, deck.GroupWords] = {}
    for _, around in placed:
        depth = 0
        for level, bracket in enumerate(around):
            say = heading if level else timing
            words = say(bracket, wording)
            if not level and not words:
                continue
            depth += 1
            if id(bracket.group) not in found:
                when = bracket.group.if_ if level else ""
                found[id(bracket.group)] = deck.GroupWords(words, when, depth, say(bracket, wording, spoken=True))
    return found


def _stations(placed: Sequence[Placed]) -> dict[str, str]:
    """1, 2, 3 in each circuit: several exercises in rounds or against the clock, and not a run of many paces."""
    circuits: dict[int, list[Task]] = {}
    for task, around in placed:
        circuit = next((bracket.group for bracket in reversed(around) if _is_timed(bracket)), None)
        if circuit and task.exercise:
            circuits.setdefault(id(circuit), []).append(task)
    return {
        task.key: str(number)
        for tasks in circuits.values()
        if len(tasks) >= FEWEST_STATIONS
        and not all(task.exercise and task.exercise.position in MOVING for task in tasks)
        for number, task in enumerate(tasks, 1)
    }


def _is_timed(bracket: Bracket) -> bool:
    return any((bracket.rounds, bracket.every, bracket.for_))


def _numbers(placed: Sequence[Placed]) -> dict[str, str]:
    """1, 2, 3; in groups done in turn A1, A2."""
    found: dict[str, str] = {}
    letters: dict[int, str] = {}
    counts: dict[str, int] = {}
    for task, around in placed:
        if task.exercise is None:
            continue
        turn = next((bracket.group for bracket in around if bracket.group.order == "in turn"), None)
        letter = letters.setdefault(id(turn), LETTERS[len(letters) % 26]) if turn else ""
        counts[letter] = counts.get(letter, 0) + 1
        found[task.key] = f"{letter}{counts[letter]}"
    return found
