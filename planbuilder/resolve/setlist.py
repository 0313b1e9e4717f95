"""A session at one moment: its items as a tree, tables of items decided, each exercise with the layers of its dose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from planbuilder.model.change import Fixed, Key
from planbuilder.model.dose import Layer, Parts, Quantity
from planbuilder.model.exercise import Exercise
from planbuilder.model.plan import Changing, ExerciseItem, Group, Item, Plan, Session, WordsItem
from planbuilder.problems import Place, Problem
from planbuilder.records import record
from planbuilder.resolve.calendar import admits
from planbuilder.resolve.moments import all_weeks, settle
from planbuilder.resolve.progression import Moment, Weeks, quantity_at, value_at, weeks_of
from planbuilder.resolve.substitution import Library, Substitution, Way

DEEPEST = 12


@record
class Task:
    """One thing to do: an exercise with its layers, or words alone. `key` is the same in every week."""

    key: str
    place: Place
    condition: str = ""
    words: str = ""
    exercise: Exercise | None = None
    way: Way | None = None
    layers: tuple[Layer, ...] = ()
    around: tuple[Layer, ...] = ()
    item: ExerciseItem | None = None


@record
class Bracket:
    """A group at a moment, with what its rounds and rests are now."""

    group: Group
    members: tuple[Node, ...]
    rounds: Quantity | None = None
    every: Quantity | None = None
    for_: Quantity | None = None
    choose: Quantity | None = None
    rest: Quantity | None = None
    note: str = ""


Node = Task | Bracket


@record
class Inside:
    """What surrounds an item: the layers of the groups, outer first, and the weeks that a condition leaves."""

    layers: tuple[Layer, ...] = ()
    weeks: Weeks | None = None
    depth: int = 0


@dataclass(slots=True)
class Setlist:
    """Draws up sessions; one for a whole plan, so that stand-ins are found once."""

    plan: Plan
    library: Library
    substitution: Substitution
    problems: list[Problem]
    ways: dict[int, Way | None] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)

    def at(self, session: Session, moment: Moment) -> Bracket:
        """The session as it is done at a moment."""
        self.names = {}
        return self._bracket(session.group, moment, Inside(), "session", session.id)

    def _bracket(self, group: Group, moment: Moment, inside: Inside, origin: str, path: str) -> Bracket:
        weeks = _narrowed(group.only, moment, inside.weeks)
        layer = Layer(
            group.parts,
            "session" if origin == "session" else "group",
            weeks,
            timed=group.timed,
            in_turn=group.order == "in turn",
        )
        within = Inside((*inside.layers, layer), weeks, inside.depth + 1)
        members = tuple(self._nodes(group.do, moment, within, path))

        def now(change: object) -> Quantity | None:
            return quantity_at(change, moment, self.problems, weeks) if change else None  # type: ignore[arg-type]

        note = value_at(group.note, moment, self.problems, weeks) if group.note else ""
        return Bracket(
            group,
            members,
            now(group.rounds),
            now(group.every),
            now(group.for_),
            now(group.choose),
            now(group.rest_between_rounds),
            note or "",
        )

    def _nodes(self, items: Iterable[Item], moment: Moment, inside: Inside, path: str) -> Iterator[Node]:
        for number, item in enumerate(items):
            at = f"{path}/{number}" if inside.depth == 1 else path
            if isinstance(item, Changing):
                yield from self._chosen(item, moment, inside, at)
            elif admits(item.only, moment):
                yield from self._node(item, moment, inside, at)

    def _chosen(self, item: Changing, moment: Moment, inside: Inside, path: str) -> Iterator[Node]:
        """The items of the row that holds now; the row's weeks are their place."""
        settled = settle(item.of, moment, self.problems, inside.weeks)
        if settled is not None and isinstance(settled.leaf, Fixed) and inside.depth < DEEPEST:
            within = replace(inside, weeks=settled.weeks, depth=inside.depth + 1)
            yield from self._nodes(settled.leaf.value, moment, within, path)

    def _node(
        self, item: ExerciseItem | WordsItem | Group, moment: Moment, inside: Inside, path: str
    ) -> Iterator[Node]:
        if isinstance(item, Group):
            if inside.depth < DEEPEST:
                yield self._bracket(item, moment, inside, "group", path)
        elif isinstance(item, WordsItem):
            yield Task(self._key(path, "words"), item.place, item.if_, item.words)
        else:
            task = self._task(item, moment, inside, path)
            if task is not None:
                yield task

    def _task(self, item: ExerciseItem, moment: Moment, inside: Inside, path: str) -> Task | None:
        way = self._way(item)
        if way is None:
            return None
        weeks = _narrowed(item.only, moment, inside.weeks)
        own = Layer(item.parts, "item", weeks)
        layers = (
            layers_of_stand_in(way.exercise, way.entry, self._general(moment), inside.layers)
            if way.stands_in
            else (
                *_own(way.exercise),
                *self._general(moment),
                *inside.layers,
                own,
                *(Layer(parts, "kit", weeks) for parts in way.kit_parts),
            )
        )
        key = self._key(path, item.exercise.text)
        return Task(key, item.place, item.if_, "", way.exercise, way, layers, inside.layers, item)

    def _way(self, item: ExerciseItem) -> Way | None:
        if id(item) not in self.ways:
            exercise = self.library.exercise(item.exercise.text, item.exercise.place)
            self.ways[id(item)] = self.substitution.way(exercise, item.without, item.place) if exercise else None
        return self.ways[id(item)]

    def _key(self, path: str, name: str) -> str:
        """A name for the line that holds in every week; the second of its kind counts on."""
        key = f"{path}/{name}"
        self.names[key] = self.names.get(key, 0) + 1
        return key if self.names[key] == 1 else f"{key}#{self.names[key]}"

    def _general(self, moment: Moment) -> tuple[Layer, ...]:
        return general_layers(self.plan, moment)


def general_layers(plan: Plan, moment: Moment, with_amount: bool = True) -> tuple[Layer, ...]:
    """The plan's defaults, and the phases in force in the order of the file."""
    defaults = (Layer(plan.defaults, "defaults", with_amount=with_amount),) if plan.defaults else ()
    phases = moment.calendar.phases
    in_force = (phase for phase in plan.phases if moment.position in phases.get(phase.name.text, ()))
    return (
        *defaults,
        *(
            Layer(phase.parts, "phase", _of_cycle(phases[phase.name.text], moment), with_amount=with_amount)
            for phase in in_force
            if not phase.parts.empty
        ),
    )


def layers_of_stand_in(
    exercise: Exercise, entry: Parts | None, general: Sequence[Layer], around: Sequence[Layer]
) -> tuple[Layer, ...]:
    """Its own dose, that of its entry, what holds for all without their amount; in a timed group the group's parts."""
    timed = next((k for k, layer in enumerate(around) if layer.timed), None)
    return (
        *_own(exercise),
        *((Layer(entry, "stand-in"),) if entry else ()),
        *(replace(layer, with_amount=False) for layer in general),
        *(around[timed:] if timed is not None else ()),
    )


def _own(exercise: Exercise) -> tuple[Layer, ...]:
    return (Layer(exercise.parts, "exercise"),) if exercise.parts else ()


def _narrowed(only: Iterable[Key], moment: Moment, weeks: Weeks | None) -> Weeks | None:
    """The weeks that conditions leave: the place of what walks inside them."""
    kinds: dict[str, set[int]] = {}
    for key in only:
        covered = weeks_of(key, moment)
        if covered is not None:
            kinds.setdefault(key.kind, set()).update(covered)
    if not kinds:
        return weeks
    return tuple(p for p in all_weeks(moment) if all(p in found for found in kinds.values()))


def _of_cycle(weeks: Weeks, moment: Moment) -> Weeks:
    inside = set(all_weeks(moment))
    return tuple(p for p in weeks if p in inside)


def tasks_of(node: Node, around: tuple[Bracket, ...] = ()) -> Iterator[tuple[Task, tuple[Bracket, ...]]]:
    """All things to do in order, each with the groups around it, outer first."""
    if isinstance(node, Task):
        yield node, around
        return
    for member in node.members:
        yield from tasks_of(member, (*around, node))
