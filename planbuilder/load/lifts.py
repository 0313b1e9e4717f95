"""Best lifts, training maxima and plates, from nodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planbuilder.load.changes import read_amounts
from planbuilder.load.nodes import Entries, Node, Scalar
from planbuilder.load.reader import Reader
from planbuilder.load.sessions import Rack
from planbuilder.load.tables import Names, is_table
from planbuilder.model.change import Change, Fixed
from planbuilder.model.dose import Plates, Quantity
from planbuilder.model.plan import Share, TrainingMax
from planbuilder.problems import Word


def read_max(node: Node, reader: Reader, rack: Rack) -> tuple[tuple[Word, Change[Quantity]], ...]:
    """`{squat: 140kg, row: 60kg}`: the best lift of each exercise."""
    entries = reader.entries(node, "max")
    if entries is None:
        return ()
    return tuple(
        (word, change)
        for word, value in _by_exercise(entries, reader, rack)
        if (change := read_amounts(value, reader, rack.names, "max", ("load",)))
    )


def read_training_max(node: Node, reader: Reader, rack: Rack) -> TrainingMax | None:
    """`90%`, or by exercise; with steps of the lift itself: `90% + 2.5kg a cycle`."""
    if not isinstance(node, Entries) or is_table(node, rack.names):
        share = _share(node, reader, rack.names)
        return TrainingMax(share) if share else None
    by_exercise = tuple(
        (word, share)
        for word, value in _by_exercise(node, reader, rack)
        if (share := _share(value, reader, rack.names))
    )
    return TrainingMax(by_exercise=by_exercise)


def _by_exercise(entries: Entries, reader: Reader, rack: Rack) -> Iterator[tuple[Word, Node]]:
    for key, value in entries.entries:
        word = Word(key.text, key.place)
        if rack.is_exercise(word):
            yield word, value
        else:
            reader.unknown(key.place, 'There is no exercise "{word}".', key.text, sorted(rack.exercises))


def _share(node: Node, reader: Reader, names: Names) -> Share | None:
    """A percent that may change, with the weight that is added to what it gives."""
    if isinstance(node, Scalar) and "%" in node.text and " + " in node.text:
        percent, _, gain = node.text.partition(" + ")
        if "%" not in gain:
            start = len(percent) + 3
            steps = replace(node, column=node.column + start, text=f"0kg + {gain}")
            added = read_amounts(steps, reader, names, "training-max", ("load",))
            found = read_amounts(replace(node, text=percent), reader, names, "training-max", ("load",))
            return Share(found, added) if found and added else None
    percents = read_amounts(node, reader, names, "training-max", ("load",))
    return Share(percents) if percents else None


def read_plates(node: Node, reader: Reader, names: Names) -> Plates | None:
    """The smallest step of a load: `2.5kg`, `5lb`."""
    found = read_amounts(node, reader, names, "plates", ("load",))
    value = found.value.values[0] if isinstance(found, Fixed) and found.value.values else None
    if value and value.unit == "kg" and value.low > 0:
        return Plates(kg=value.low)
    if value and value.unit == "lb" and value.low > 0:
        return Plates(lb=value.low)
    if found is not None:
        reader.error(node.place, "Plates are one weight.", "write plates: 2.5kg, or plates: 5lb")
    return None
