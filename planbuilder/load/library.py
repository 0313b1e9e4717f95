"""The shelf of exercises, equipment, faults and panels: each file is opened when it is first asked for, and checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from planbuilder.load.changes import Names
from planbuilder.load.exercises import exercise_readers, is_name, read_exercise
from planbuilder.load.files import Folders
from planbuilder.load.nodes import Node, compose
from planbuilder.load.reader import Reader
from planbuilder.load.records import decode
from planbuilder.model.exercise import Equipment, Exercise, Fault, Panel, StandIns, Thing
from planbuilder.model.pages import Artwork
from planbuilder.problems import Place, Problem, Source, Word

OWN_THING = "planbuilder list equipment shows all; yours goes into exercises/equipment.yaml: {word}: {name}"

C = TypeVar("C", Thing, Fault, Panel)


class Library:
    """Finds exercises by name, a coach's own before the shipped ones; remembers what it read and what is wrong."""

    def __init__(self, folders: Folders) -> None:
        self.folders = folders
        self._reader = Reader()
        self._sources: list[Source] = []
        self._exercises: dict[str, Exercise | None] = {}
        self._own: tuple[str, ...] = ()
        self._names: tuple[str, ...] | None = None
        self._equipment: Equipment | None = None
        self._faults: tuple[Fault, ...] | None = None
        self._panels: tuple[Panel, ...] | None = None
        self._pictures: dict[str, Artwork] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with what was read so far."""
        return tuple(self._reader.problems)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every file read so far."""
        return tuple(self._sources)

    @property
    def pictures(self) -> Mapping[str, Artwork]:
        """The pictures of their own that exercises and the plan brought along: "figure:<exercise>", "picture:logo"."""
        return MappingProxyType(self._pictures)

    def exercise_names(self) -> tuple[str, ...]:
        """The names of all exercises, sorted; with those of the plan."""
        if self._names is None:
            self._names = tuple(sorted({*self._own, *self.folders.names("exercises")}))
        return self._names

    def exercise(self, id: str, asked_at: Place | None = None) -> Exercise | None:  # noqa: A002
        """The exercise of that name; None, with an error where it was asked for, if there is none."""
        if id in self._exercises:
            return self._exercises[id]
        path = self.folders.find("exercises", id)
        if path is None:
            self._unknown_exercise(Word(id, asked_at))
            return None
        self._exercises[id] = None
        source = self._read(path)
        if source is not None:
            self._exercises[id] = self.exercise_in(source, id)
        return self._exercises[id]

    def exercise_in(self, source: Source, id: str) -> Exercise | None:  # noqa: A002
        """The exercise that a text says, with all that it names looked up."""
        node, problems = compose(source)
        self._reader.problems += problems
        if node is None or self._reader.entries(node, "An exercise") is None:
            return None
        exercise = read_exercise(node, Word(id, Place(source)), self._reader, Names())
        if exercise is not None:
            self._check(exercise)
        return exercise

    def add(self, exercises: Iterable[Exercise]) -> None:
        """Put the exercises of a plan before all others, and look up what they name."""
        added = tuple(exercises)
        self._exercises |= {exercise.id: exercise for exercise in added}
        self._own += tuple(exercise.id for exercise in added)
        self._names = None
        for exercise in added:
            self._check(exercise)

    def equipment(self) -> Equipment:
        """The catalogue of things, a coach's own before the shipped one."""
        if self._equipment is None:
            self._equipment = Equipment(self._catalogue("equipment", Thing))
            self.check_stand_ins(
                tuple((Word(thing.id, thing.place), thing.instead) for thing in self._equipment.things)
            )
            self.check_things(thing.kind_of for thing in self._equipment.things if thing.kind_of)
        return self._equipment

    def faults(self) -> tuple[Fault, ...]:
        """The running faults that exercises are picked for."""
        if self._faults is None:
            self._faults = self._catalogue("faults", Fault)
        return self._faults

    def panels(self) -> tuple[Panel, ...]:
        """The pieces of education that a plan may name."""
        if self._panels is None:
            self._panels = self._catalogue("panels", Panel)
        return self._panels

    def panel(self, word: Word) -> Panel | None:
        """The panel of that name; None with an error if there is none."""
        panel = next((panel for panel in self.panels() if panel.id == word.text), None)
        if panel is None:
            known = tuple(panel.id for panel in self.panels())
            self._reader.unknown(word.place, 'There is no panel called "{word}".', word.text, known)
        return panel

    def add_picture(self, name: str, file: Word, alt: str) -> None:
        """Read a picture that lies beside the file that names it, and keep it under this name."""
        from planbuilder.load.pictures import load_picture

        picture, problems = load_picture(file, name, self.folders, alt)
        self._reader.problems += problems
        if picture is not None:
            self._pictures[name] = picture

    def check_stand_ins(self, without: StandIns) -> None:
        """Look up the things and exercises that stand-ins name; what there is not is an error at its place."""
        self.check_things(thing for thing, _ in without)
        for _, stand_ins in without:
            self.check_things(stand_in.thing for stand_in in stand_ins if stand_in.thing)
            self._check_uses(stand_in.use for stand_in in stand_ins if stand_in.use)

    def check_things(self, things: Iterable[Word]) -> None:
        """Look up things by their names; what is in no catalogue is an error at its place."""
        for thing in things:
            known = self.equipment().ids
            if known and thing.text not in known:
                pattern, name = 'There is no equipment called "{word}".', thing.text.replace("-", " ").capitalize()
                self._reader.unknown(thing.place, pattern, thing.text, known, otherwise=OWN_THING, name=name)

    def _read(self, path: Path) -> Source | None:
        source = self.folders.read(path)
        if isinstance(source, Problem):
            self._reader.problems.append(source)
            return None
        self._sources.append(source)
        return source

    def _catalogue(self, name: str, record: type[C]) -> tuple[C, ...]:
        """The records of all files of that name; a coach's own come first and hide the shipped ones."""
        found: dict[str, C] = {}
        for path in self.folders.catalogues("exercises", name):
            source = self._read(path)
            node, problems = compose(source) if source else (None, ())
            self._reader.problems += problems
            if node is not None:
                self._read_catalogue(node, record, found)
        return tuple(found.values())

    def _read_catalogue(self, node: Node, record: type[C], found: dict[str, C]) -> None:
        entries = self._reader.entries(node)
        readers = exercise_readers(Names())
        for key, value in entries.entries if entries else ():
            if is_name(Word(key.text, key.place), "an entry", self._reader):
                entry = decode(record, value, self._reader, readers)
                if entry is not None:
                    found.setdefault(key.text, replace(entry, id=key.text))

    def _check(self, exercise: Exercise) -> None:
        self.check_things(word for need in exercise.equipment for word in need.any)
        self.check_things(exercise.helps)
        self.check_stand_ins(exercise.without)
        variants = (*(variant for _, variant in exercise.if_), exercise.easier, exercise.harder)
        self._check_uses(variant.use for variant in variants if variant and variant.use)
        if exercise.picture is not None:
            self.add_picture(f"figure:{exercise.id}", exercise.picture.file, exercise.alt or exercise.name)
        for fault in exercise.fixes:
            known = tuple(fault.id for fault in self.faults())
            if known and fault.text not in known:
                self._reader.unknown(fault.place, 'There is no running fault called "{word}".', fault.text, known)

    def _check_uses(self, uses: Iterable[Word]) -> None:
        for word in uses:
            if word.text not in self._exercises and self.folders.find("exercises", word.text) is None:
                self._unknown_exercise(word)

    def _unknown_exercise(self, word: Word) -> None:
        pattern = 'There is no exercise called "{word}".'
        self._reader.unknown(word.place, pattern, word.text, self.exercise_names())
