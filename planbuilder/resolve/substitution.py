"""An exercise and a kit to the way it is done: the exercise itself or a stand-in, and what to offer beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from typing import Protocol

from planbuilder.model import deck
from planbuilder.model.choices import Choices
from planbuilder.model.dose import Parts
from planbuilder.model.exercise import Equipment, Exercise, Need, Panel, StandIn, StandIns
from planbuilder.problems import Place, Problem, Word, error, nearest
from planbuilder.records import record

LONGEST_CHAIN = 20


class Library(Protocol):
    """Where exercises, things and panels are found; what is missing or wrong there is the library's to say."""

    def exercise(self, id: str, asked_at: Place | None) -> Exercise | None:  # noqa: A002
        """The exercise of that name."""

    def equipment(self) -> Equipment:
        """The catalogue of things."""

    def panels(self) -> tuple[Panel, ...]:
        """The pieces of education."""


@record
class Kit:
    """What a runner has. On a handout (`personal` is off) it is not known, so nothing is missing."""

    personal: bool = False
    have: frozenset[str] | None = None
    without: frozenset[str] = frozenset()
    everywhere: frozenset[str] = frozenset()

    def has(self, thing: str) -> bool:
        """Whether the runner has a thing; what was taken out by name is gone, even if every home has it."""
        if thing in self.without:
            return False
        return self.have is None or thing in self.have or thing in self.everywhere

    def meets(self, need: Need) -> bool:
        """Whether one of the things that will do is there."""
        return any(self.has(word.text) for word in need.any)


def kit_of(choices: Choices, have: Sequence[Word] | None, equipment: Equipment) -> tuple[Kit, tuple[Problem, ...]]:
    """The kit asked for, else the plan's `have`, else that of a handout; with things that no catalogue knows."""
    known = equipment.ids
    named = choices.have if choices.have is not None else tuple(word.text for word in have or ())
    problems = [_no_such_thing(thing, known) for thing in (*named, *choices.without) if thing not in known]
    everywhere = frozenset(thing.id for thing in equipment.things if thing.everywhere)
    gone = frozenset(choices.without)
    without = gone.union(thing.id for thing in equipment.things if gone.intersection(equipment.as_kinds(thing.id)))
    if choices.have is None and have is None:
        return Kit(bool(choices.without), None, without, everywhere), tuple(problems)
    counted = frozenset(kind for thing in named for kind in equipment.as_kinds(thing))
    return Kit(True, counted, without, everywhere), tuple(problems)


def _no_such_thing(thing: str, known: Sequence[str]) -> Problem:
    near = nearest(thing, known)
    hint = "did you mean {near}?" if near else "planbuilder list equipment shows all things"
    return error(None, 'There is no equipment called "{thing}".', hint, thing=thing, near=near)


@record
class Offer:
    """What to do when something is missing or so: another exercise, or words alone."""

    question: str
    exercise: Exercise | None = None
    parts: Parts | None = None
    text: str = ""
    short: str = ""


@record
class Way:
    """How an exercise is done with a kit: itself, or an exercise that stands in, with what its entry says of the dose.

    `kit_parts` are those of stand-in things, the last layer of the dose.
    """

    exercise: Exercise
    stands_in: bool = False
    entry: Parts | None = None
    kit_parts: tuple[Parts, ...] = ()
    offers: tuple[Offer, ...] = ()
    kit: tuple[deck.Thing, ...] = ()


@record
class Substitution:
    """Finds ways with one kit; what it cannot find is kept in `problems`."""

    library: Library
    kit: Kit
    problems: list[Problem] = field(default_factory=list)

    def way(self, exercise: Exercise, own: StandIns, asked_at: Place) -> Way:
        """The way an exercise is done; `own` are stand-ins of the item, before those of the exercise."""
        self._check_circles(exercise)
        if not self.kit.personal:
            return self._whole(exercise, self._all_offers(exercise, own))
        found = self._possible(exercise, own, ())
        if found is None:
            self.problems.append(self._impossible(exercise, own, asked_at))
            return self._whole(exercise, ())
        return replace(found, offers=(*found.offers, *self._conditions(found.exercise)))

    def _whole(self, exercise: Exercise, offers: tuple[Offer, ...]) -> Way:
        return Way(exercise, offers=offers, kit=tuple(self.needed(exercise)))

    # A personal card: what can be done with this kit.

    def _possible(self, exercise: Exercise, own: StandIns, trail: tuple[str, ...]) -> Way | None:
        """The exercise with stand-in things, or the stand-in exercise at the end of the chain; None if neither is."""
        if exercise.id in trail or len(trail) > LONGEST_CHAIN:
            return None
        aids: list[Offer] = []
        parts: list[Parts] = []
        kit: list[deck.Thing] = []
        for need in exercise.equipment:
            if self.kit.meets(need):
                continue
            found = self._instead(exercise, need, own, trail)
            if isinstance(found, Way):
                return found
            if found is None:
                return None
            aids.append(self._aid(need, found))
            parts += [found.parts] if found.parts else []
            kit += [self._thing(found.thing.text)] if found.thing else []
        kit = [*self.needed(exercise), *kit]
        offers = (*aids, *self._helpful(exercise, own))
        return Way(exercise, kit_parts=tuple(parts), offers=offers, kit=tuple(dict.fromkeys(kit)))

    def _instead(self, exercise: Exercise, need: Need, own: StandIns, trail: tuple[str, ...]) -> Way | StandIn | None:
        """The first stand-in for a need that is possible."""
        for stand_in in self._stand_ins(exercise, need, own):
            if stand_in.use:
                other = self.library.exercise(stand_in.use.text, stand_in.use.place)
                way = self._possible(other, (), (*trail, exercise.id)) if other else None
                if way is not None:
                    return way if way.stands_in else replace(way, stands_in=True, entry=stand_in.parts)
            elif stand_in.thing is None or self.kit.has(stand_in.thing.text):
                return stand_in
        return None

    def _helpful(self, exercise: Exercise, own: StandIns) -> Iterator[Offer]:
        """What to use in place of a missing thing that is only good to have."""
        for word in exercise.helps:
            need = Need((word,))
            stand_ins = () if self.kit.has(word.text) else tuple(_written(exercise, need, own))
            for stand_in in stand_ins:
                if not stand_in.use and (stand_in.thing is None or self.kit.has(stand_in.thing.text)):
                    yield self._aid(need, stand_in)
                    break

    def _impossible(self, exercise: Exercise, own: StandIns, asked_at: Place) -> Problem:
        missing = [need for need in exercise.equipment if not self.kit.meets(need)]
        helpful = dict.fromkeys(self._that_would_help(exercise, own, ()))
        pattern = 'Without {missing} there is no way to do "{name}".'
        hint = "one of these would help: {helpful}"
        words = " and ".join(self._either(need) for need in missing)
        return error(asked_at, pattern, hint, missing=words, name=exercise.name, helpful=", ".join(helpful))

    def _that_would_help(self, exercise: Exercise, own: StandIns, trail: tuple[str, ...]) -> Iterator[str]:
        """Things with which the exercise, or something that stands in for it, could be done."""
        if exercise.id in trail or len(trail) > LONGEST_CHAIN:
            return
        for need in exercise.equipment:
            if self.kit.meets(need) or self._instead(exercise, need, own, trail) is not None:
                continue
            yield from (word.text for word in need.any)
            for stand_in in self._stand_ins(exercise, need, own):
                if stand_in.thing:
                    yield stand_in.thing.text
                other = self.library.exercise(stand_in.use.text, stand_in.use.place) if stand_in.use else None
                if other:
                    yield from self._that_would_help(other, (), (*trail, exercise.id))

    # A handout: everything that could be done, beside the exercise.

    def _all_offers(self, exercise: Exercise, own: StandIns) -> tuple[Offer, ...]:
        offers: list[Offer] = []
        for need in (*exercise.equipment, *(Need((word,)) for word in exercise.helps)):
            written = tuple(_written(exercise, need, own))
            helps = need.any[0] in exercise.helps
            general = () if written or helps else tuple(self._general(need))[:1]
            for stand_in in (*written, *general):
                offer = self._offer(need, stand_in)
                if offer is not None:
                    offers.append(offer)
        return (*offers, *self._conditions(exercise))

    def _offer(self, need: Need, stand_in: StandIn) -> Offer | None:
        if not stand_in.use:
            return self._aid(need, stand_in)
        other = self.library.exercise(stand_in.use.text, stand_in.use.place)
        if other is None:
            return None
        return Offer(self._question(need), other, stand_in.parts, stand_in.text)

    def _conditions(self, exercise: Exercise) -> Iterator[Offer]:
        """What to do when something is so: asked as a question, whatever the kit."""
        for word, variant in exercise.if_:
            question = word.text[:1].upper() + word.text[1:] + "?"
            if variant.use is None:
                yield Offer(question, exercise if variant.parts else None, variant.parts, variant.text)
                continue
            other = self.library.exercise(variant.use.text, variant.use.place)
            way = self._possible(other, (), ()) if other else None
            if way is not None:
                yield Offer(question, way.exercise, variant.parts, variant.text)

    # Stand-ins and words.

    def _stand_ins(self, exercise: Exercise, need: Need, own: StandIns) -> Iterator[StandIn]:
        """Stand-ins of the item, of the exercise, then those that hold everywhere."""
        yield from _written(exercise, need, own)
        yield from self._general(need)

    def _general(self, need: Need) -> Iterator[StandIn]:
        for word in need.any:
            thing = self.library.equipment().get(word.text)
            if thing and not (thing.everywhere and self.kit.has(thing.id)):
                yield from thing.instead

    def _aid(self, need: Need, stand_in: StandIn) -> Offer:
        text = stand_in.text or (self._name(stand_in.thing.text) if stand_in.thing else "")
        return Offer(self._question(need), None, stand_in.parts, text, stand_in.short)

    def _question(self, need: Need) -> str:
        return f"No {self._either(need)}?"

    def _either(self, need: Need) -> str:
        """The things of a need in short: "sofa or heater"."""
        shorts = dict.fromkeys(self._short(word.text) for word in need.any)
        return " or ".join(shorts)

    def _short(self, thing: str) -> str:
        known = self.library.equipment().get(thing)
        return (known.short or known.name.lower()) if known else thing

    def _name(self, thing: str) -> str:
        known = self.library.equipment().get(thing)
        return known.name if known else thing

    def _thing(self, thing: str) -> deck.Thing:
        known = self.library.equipment().get(thing)
        return deck.Thing(thing, self._name(thing), known.icon if known else "")

    def needed(self, exercise: Exercise) -> Iterator[deck.Thing]:
        """What to bring: things that not every home has; on a personal card those the runner has."""
        for need in exercise.equipment:
            if any(word.text in self.kit.everywhere for word in need.any):
                continue
            things = [self._thing(word.text) for word in need.any if self.kit.has(word.text)]
            if self.kit.personal:
                yield from things[:1]
            elif things:
                others = [thing.name.lower() for thing in things[1:]]
                joined = " or ".join((things[0].name, *others))
                yield replace(things[0], id="/".join(thing.id for thing in things), name=joined)

    def named(self, words: str) -> tuple[deck.Thing, ...]:
        """The things that the words of a load name (medium band, kettlebell); not those of every home."""
        found = [thing for thing in self.library.equipment().things if _is_named(thing.name, words)]
        found = found or [thing for thing in self.library.equipment().things if _is_named(thing.short, words)][:1]
        return tuple(self._thing(thing.id) for thing in found if not thing.everywhere)

    def _check_circles(self, exercise: Exercise) -> None:
        """Stand-ins for one thing that lead back to where they began."""
        for thing, stand_ins in exercise.without:
            for stand_in in stand_ins:
                trail = self._circle(thing.text, stand_in, (exercise.id,))
                if trail:
                    pattern = "These stand-ins go round in a circle: {circle}."
                    found = error(
                        stand_in.place,
                        pattern,
                        "name an exercise that needs no {thing}",
                        circle=" → ".join(trail),
                        thing=thing,
                    )
                    self.problems.append(found)

    def _circle(self, thing: str, stand_in: StandIn, trail: tuple[str, ...]) -> tuple[str, ...]:
        if stand_in.use is None:
            return ()
        if stand_in.use.text in trail or len(trail) > LONGEST_CHAIN:
            return (*trail, stand_in.use.text)
        other = self.library.exercise(stand_in.use.text, stand_in.use.place)
        further: Iterable[StandIn] = ()
        if other is not None and any(thing == word.text for need in other.equipment for word in need.any):
            further = (one for word, ones in other.without if word.text == thing for one in ones)
        for one in further:
            found = self._circle(thing, one, (*trail, stand_in.use.text))
            if found:
                return found
        return ()


def _is_named(thing: str, words: str) -> bool:
    return bool(thing) and re.search(rf"\b{re.escape(thing)}s?\b", words, re.IGNORECASE) is not None


def _written(exercise: Exercise, need: Need, own: StandIns) -> Iterator[StandIn]:
    """The stand-ins that the item or, where it has none, the exercise names for a need."""
    wanted = {word.text for word in need.any}
    mine = [one for word, ones in own if word.text in wanted for one in ones]
    yield from mine or (one for word, ones in exercise.without if word.text in wanted for one in ones)
