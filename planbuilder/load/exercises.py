"""Nodes to exercises and stand-ins as written, and the checks that need no other file."""

from __future__ import annotations

from dataclasses import replace

from planbuilder.load.changes import Names
from planbuilder.load.doses import PART_KEYS, read_parts
from planbuilder.load.figures import load_figure
from planbuilder.load.files import NAME
from planbuilder.load.nodes import Node
from planbuilder.load.quantities import read_quantity
from planbuilder.load.reader import Reader
from planbuilder.load.records import Readers, Spread, decode
from planbuilder.model.dose import PACES, SPEEDS, Parts, Quantity
from planbuilder.model.exercise import Exercise, StandIn, StandIns, Variant
from planbuilder.model.figure import Figure
from planbuilder.problems import Place, Word

WEB = ("https://", "http://")


def exercise_readers(names: Names) -> Readers:
    """How doses and figures inside an exercise are read; `names` may be keys of a table."""
    return {
        Parts: Spread(PART_KEYS, lambda entries, reader: read_parts(entries, reader, names)),
        Figure: load_figure,
        "video": read_address,
        "pace": read_pace,
    }


def read_exercise(node: Node, name: Word, reader: Reader, names: Names) -> Exercise | None:
    """The exercise that a node says under this name (a file's, or a key's); a bare text is the name as printed."""
    if not is_name(name, "an exercise", reader):
        return None
    exercise = decode(Exercise, node, reader, exercise_readers(names))
    if exercise is None:
        return None
    _check(exercise, reader)
    return replace(exercise, id=name.text)


def read_stand_ins(node: Node, reader: Reader, names: Names) -> StandIns:
    """What a `without:` says: for each thing, what to do when it is missing."""
    entries = reader.entries(node, "without")
    readers = exercise_readers(names)
    found = []
    for thing, value in entries.entries if entries else ():
        decoded = (decode(StandIn, item, reader, readers) for item in reader.items(value))
        found.append((Word(thing.text, thing.place), tuple(stand_in for stand_in in decoded if stand_in)))
    _check_stand_ins(tuple(found), reader)
    return tuple(found)


def read_address(node: Node, reader: Reader) -> str | None:
    """An address that a link may open."""
    text = reader.text(node)
    if text is None or text.startswith(WEB):
        return text
    hint = "write all of it, from https:// on"
    reader.error(node.place, '"{address}" is no address of a page or film.', hint, address=text)
    return None


def read_pace(node: Node, reader: Reader) -> Quantity | None:
    """A pace or a speed."""
    text = reader.text(node)
    found = None if text is None else read_quantity(text, node.place, reader, ("effort",), "pace")
    if found is None or (found.values and found.values[0].unit in (*PACES, *SPEEDS)):
        return found
    reader.error(node.place, '"{text}" is no pace.', "write it like 6:00/km, 2:30/100m or 20km/h", text=text)
    return None


def is_name(name: Word, what: str, reader: Reader) -> bool:
    """Whether it can be the name of something; an error if not."""
    if NAME.fullmatch(name.text):
        return True
    pattern = '"{word}" cannot be the name of {what}.'
    hint = "use small letters, digits and hyphens: {example}"
    example = "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in name.text.lower()).split())
    reader.error(name.place, pattern, hint, word=name.text, what=what, example=example or "step-up")
    return False


def _check(exercise: Exercise, reader: Reader) -> None:
    _check_stand_ins(exercise.without, reader)
    variants = (*(variant for _, variant in exercise.if_), exercise.easier, exercise.harder)
    for variant in variants:
        if variant is not None:
            _check_variant(variant, reader)
    if exercise.figure is not None and exercise.picture is not None:
        reader.error(exercise.picture.place, "An exercise has a figure or a picture, not both.", "take one of them out")
    _warn_of_unneeded(exercise, reader)


def _check_stand_ins(without: StandIns, reader: Reader) -> None:
    for _, stand_ins in without:
        for stand_in in stand_ins:
            if stand_in.use and stand_in.thing:
                hint = "write two stand-ins, in a list"
                reader.error(stand_in.place, "This names another exercise and another thing.", hint)
            elif not (stand_in.use or stand_in.thing or stand_in.text):
                _says_nothing(stand_in.place, "use, thing or text", reader)


def _check_variant(variant: Variant, reader: Reader) -> None:
    if not (variant.use or variant.text or variant.parts):
        _says_nothing(variant.place, "text, use or a dose", reader)


def _says_nothing(place: Place | None, keys: str, reader: Reader) -> None:
    """An error, unless another mistake in the same line says it better."""
    said = (problem.place for problem in reader.problems if problem.place)
    if place and any((spot.line, spot.source.name) == (place.line, place.source.name) for spot in said):
        return
    reader.error(place, "This does not say what to do instead.", "write {keys}", keys=keys)


def _warn_of_unneeded(exercise: Exercise, reader: Reader) -> None:
    """A stand-in for what the exercise does not ask for is never printed: most likely the thing is forgotten."""
    asked = {word.text for need in exercise.equipment for word in need.any} | {word.text for word in exercise.helps}
    for thing, _ in exercise.without:
        if thing.text not in asked:
            pattern = 'This exercise does not ask for "{word}", so this never counts.'
            reader.warning(thing.place, pattern, "name it under equipment", word=thing.text)
