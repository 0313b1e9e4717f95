"""Every session of a plan at every moment, noted down: what each item and each group of it came to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from planbuilder.load.doses import read_dose
from planbuilder.load.reader import Reader
from planbuilder.load.tables import Names
from planbuilder.model.dose import Layer, Parts, Resolved
from planbuilder.model.exercise import Exercise, StandIn
from planbuilder.model.plan import ExerciseItem, Group, Plan
from planbuilder.resolve.drafts import Drafts, Turn
from planbuilder.resolve.progression import Moment, dose_at, is_at_one_go
from planbuilder.resolve.setlist import Bracket, Task, general_layers, tasks_of
from planbuilder.writing.doses import dose_words, parts_words, quantity_words
from planbuilder.writing.nodes import node_of
from planbuilder.writing.parts import fixed_at, general_at
from planbuilder.writing.tables import Said, Spot, spot_of, tabled
from planbuilder.writing.yaml_text import Plain

GROUP_QUANTITIES = {
    "rounds": "rounds", "every": "every", "for_": "for", "choose": "choose", "rest": "rest-between-rounds",
}  # fmt: skip
CHANGES_NOTHING: Plain = {"sets": "+0"}


@dataclass(slots=True)
class Notebook:
    """What was noted, by the item or group as written; `general` is what defaults and phases say of stand-ins."""

    plan: Plan
    doses: dict[int, list[Said]] = field(default_factory=dict)
    groups: dict[tuple[int, str], list[Said]] = field(default_factory=dict)
    stand_ins: dict[int, list[Said]] = field(default_factory=dict)
    general: dict[Spot, Parts] = field(default_factory=dict)
    worded: dict[object, Plain] = field(default_factory=dict)
    uses_general: bool = False

    def fill(self, all_drafts: Sequence[Drafts]) -> None:
        """Note down all weeks of all levels."""
        turns = [turn for drafts in all_drafts for turn in _turns(drafts)]
        self.uses_general = any(
            offer.exercise
            for turn in turns
            for task, _ in tasks_of(turn.bracket)
            if task.way
            for offer in task.way.offers
        )
        for turn in turns:
            self._turn(turn)

    def _turn(self, turn: Turn) -> None:
        spot = spot_of(turn.moment)
        general = Parts()
        if self.uses_general:
            general = general_at(general_layers(self.plan, turn.moment), turn.moment, self.plan.plates)
            self.general[spot] = general
        self._bracket(turn.bracket, spot)
        for task, brackets in tasks_of(turn.bracket):
            if task.item is None or task.exercise is None or task.key not in turn.doses:
                continue
            kept = self._kept(task, turn.moment)
            for bracket, layer in zip(brackets, kept, strict=True):
                words = parts_words(layer.parts)
                self._note((id(bracket.group), "parts"), spot, words or None)
            self._item(task.item, task.exercise, turn, task.key, (Layer(general, "defaults"), *kept))

    def _kept(self, task: Task, moment: Moment) -> list[Layer]:
        """The layers of the groups around, as they are written out: only timed ones, and those inside, say parts."""
        timed = False
        kept: list[Layer] = []
        for layer in task.around:
            timed = timed or layer.timed
            parts = fixed_at(layer.parts, moment, layer.weeks, self.plan.plates) if timed else Parts()
            kept.append(replace(layer, parts=parts, weeks=None))
        return kept

    def _bracket(self, bracket: Bracket, spot: Spot) -> None:
        for name, key in GROUP_QUANTITIES.items():
            value = getattr(bracket, name)
            self._note((id(bracket.group), key), spot, None if value is None else quantity_words(value))
        self._note((id(bracket.group), "note"), spot, bracket.note or None)
        for member in bracket.members:
            if isinstance(member, Bracket):
                self._bracket(member, spot)

    def _note(self, key: tuple[int, str], spot: Spot, value: Plain | None) -> None:
        noted = self.groups.setdefault(key, [])
        if not noted or noted[-1][0] != spot:
            noted.append((spot, value))

    def _item(self, item: ExerciseItem, exercise: Exercise, turn: Turn, key: str, outer: tuple[Layer, ...]) -> None:
        spot, dose = spot_of(turn.moment), turn.doses[key]
        own = (Layer(exercise.parts, "exercise"),) if exercise.parts else ()
        below = (*own, *outer)
        self.doses.setdefault(id(item), []).append((spot, self._words(dose, below, turn.moment, exercise)))
        for stand_in in (one for _, ones in item.without for one in ones if one.parts):
            parts = fixed_at(stand_in.parts or Parts(), turn.moment, None, self.plan.plates)
            self.stand_ins.setdefault(id(stand_in), []).append((spot, parts_words(parts)))

    def _words(self, dose: Resolved, below: tuple[Layer, ...], moment: Moment, exercise: Exercise) -> Plain:
        """The dose in words; worded once for all moments at which the same lies below it."""
        once = is_at_one_go(exercise)
        lying = dose_at(below, moment, [], exercise.counts, self.plan.plates, at_one_go=once)
        known = (exercise.id, dose, lying, tuple((layer.timed, layer.in_turn) for layer in below))
        if known in self.worded:
            return self.worded[known]

        def read_back(written: Plain) -> Resolved | None:
            reader = Reader()
            parts = read_dose(node_of(written), reader, Names())
            if parts is None or reader.problems:
                return None
            layers = (*below, Layer(parts, "item"))
            return dose_at(layers, moment, [], exercise.counts, self.plan.plates, at_one_go=once)

        self.worded[known] = dose_words(dose, lying, read_back)
        return self.worded[known]

    def dose(self, item: ExerciseItem) -> Plain | None:
        """The dose of an item over all its moments; None where it is never done."""
        return tabled(self.doses.get(id(item), ()))

    def of_group(self, group: Group, key: str) -> Plain | None:
        """What a group says under a key over all its moments."""
        return tabled(self.groups.get((id(group), key), ()))

    def parts(self, group: Group) -> dict[str, Plain]:
        """The parts of the dose that a group gives to its items."""
        return as_keys(self.groups.get((id(group), "parts"), ()))

    def stand_in(self, stand_in: StandIn) -> dict[str, Plain]:
        """The parts of the dose of an item's stand-in."""
        return as_keys(self.stand_ins.get(id(stand_in), ()))

    def defaults(self) -> dict[str, Plain]:
        """What is left of defaults and phases: all but amounts, and only where a stand-in takes it."""
        return as_keys((spot, parts_words(parts) or None) for spot, parts in self.general.items())


def as_keys(said: Iterable[Said]) -> dict[str, Plain]:
    """Maps of parts at all moments as keys beside others: the parts themselves, or a table of doses."""
    entries = list(said)
    if all(value is None for _, value in entries):
        return {}
    whole = tabled((spot, CHANGES_NOTHING if value is None else value) for spot, value in entries)
    if len({repr(value) for _, value in entries}) == 1 and isinstance(whole, dict):
        return whole
    return {"dose": whole} if whole is not None else {}


def _turns(drafts: Drafts) -> list[Turn]:
    weeks = [drafts.week(position) for position in range(drafts.year.count)]
    return [turn for week in weeks for session in drafts.plan.sessions for turn in week[session.id]]
