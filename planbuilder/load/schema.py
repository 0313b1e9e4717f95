"""JSON Schemas out of the records' own fields, so that an editor completes and explains what it edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from typing import Any, Literal, get_args, get_origin

from planbuilder.load.doses import PART_KEYS
from planbuilder.load.meanings import KIND_MEANINGS, OPTION_MEANINGS
from planbuilder.load.records import Key, shape_of
from planbuilder.model.axes import AXES
from planbuilder.model.change import Key as When
from planbuilder.model.dose import Parts, Plates, Quantity
from planbuilder.model.exercise import Exercise, StandIns, Thing
from planbuilder.model.fields import FIELDS
from planbuilder.model.figure import Figure
from planbuilder.model.layout_spec import (
    CONTENTS,
    KINDS,
    OPTIONS,
    PERS,
    SPLITS,
    ColumnSpec,
    LayoutSpec,
    NodeSpec,
    OrderSpec,
    SidesSpec,
)
from planbuilder.model.plan import Days, Group, Level, Phase, Plan, Schedule, Session, Span, Stage, TrainingMax
from planbuilder.problems import Word
from planbuilder.records import record

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": ["string", "number", "boolean"]}
TEXTS: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
CHANGING: Schema = {"type": ["string", "number", "boolean", "array", "object"]}
PLAIN: Mapping[object, Schema] = {
    str: TEXT,
    Word: TEXT,
    bool: {"enum": [True, False, "yes", "no"]},
    int: {"type": "integer"},
    float: {"type": "number"},
}
PART_MEANINGS = {
    "dose": "All of it in one line: 3 x 8-10 each leg @ 20kg, rest 60s",
    "sets": "How many sets: 3",
    "reps": "How many repeats: 8-10; from week to week: 8-10 to 12-15; by phase: {Learn: 8-10, Build: 10-12}",
    "time": "How long: 30s; from week to week: 30s to 50s",
    "distance": "How far: 400m",
    "hold": "How long to hold each repeat: 5s",
    "side": "each leg, each side, alternate legs, weaker side",
    "load": "20kg, 70%, bodyweight + 5kg, or words",
    "effort": "RPE 7-8, RIR 2, zone 2, easy",
    "tempo": "Down, hold, up, hold: 3-1-2-0",
    "rest": "The rest between sets: 30s",
    "rest-after": "The rest before the next exercise: 2min",
    "rest-reps": "The rest inside a set: 10s",
    "every": "A set starts every 1min",
    "times-a-day": "How often a day: 2",
    "note": "A note beside the dose; may change by week: {1: Slowly}",
}


@record
class Merged:
    """Keys that stand in the map of the field itself, as those of a dose do."""

    properties: Mapping[str, Schema]


Known = Mapping[object, Schema | Merged]


class Drawer:
    """Draws schemas of records; each record is put among the definitions once and referred to."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.definitions: dict[str, Schema] = {}

    def refer(self, record: type) -> Schema:
        """A reference to a record, or to the bare text that stands for it."""
        name = record.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.whole(record)
        reference: Schema = {"$ref": f"#/$defs/{name}"}
        alone = shape_of(record).alone
        return reference if alone is None else {"anyOf": [self.of(alone), reference]}

    def whole(self, record: type) -> Schema:
        """A map with the keys of a record and no others."""
        shape = shape_of(record)
        drawn: Schema = {"type": "object", "properties": self.properties(record), "additionalProperties": False}
        required = [key.key for key in shape.keys if key.required]
        if required:
            drawn["required"] = required
        return drawn

    def properties(self, record: type) -> dict[str, Schema]:
        """What each key of a record may hold, and what it means."""
        found: dict[str, Schema] = {}
        for key in shape_of(record).keys:
            given = self._known(key)
            if isinstance(given, Merged):
                found |= given.properties
                continue
            drawn = self.of(key)
            found[key.key] = {**drawn, "description": key.meaning} if key.meaning else drawn
        return found

    def of(self, key: Key) -> Schema:
        """What the value of a key may be."""
        given = self._known(key)
        return given if isinstance(given, dict) else self._value(key.kind)

    def _known(self, key: Key) -> Schema | Merged | None:
        return self.known.get(key.field) or self.known.get(key.kind)

    def _value(self, kind: object) -> Schema:
        given = self.known.get(kind) or PLAIN.get(kind)
        if isinstance(given, dict):
            return given
        if isinstance(kind, type) and is_dataclass(kind):
            return self.refer(kind)
        origin, args = get_origin(kind), get_args(kind)
        if origin is Literal:
            return {"enum": list(args)}
        if origin is tuple and get_origin(args[0]) is tuple:
            return {"type": "object", "additionalProperties": self._value(get_args(args[0])[1])}
        if origin is tuple:
            one = self._value(args[0])
            return {"anyOf": [one, {"type": "array", "items": one}]}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self._value(args[1])}
        return CHANGING


def schema(record: type, title: str, known: Known) -> Schema:
    """The schema of a file that holds one record; `known` are the types and fields that tell nothing by themselves."""
    drawer = Drawer(known)
    return _file(title, drawer.whole(record), drawer)


def _file(title: str, whole: Schema, drawer: Drawer) -> Schema:
    definitions = {name: drawer.definitions[name] for name in sorted(drawer.definitions)}
    return {"$schema": DIALECT, "title": title, **whole, "$defs": definitions}


def _parts() -> dict[str, Schema]:
    return {key: {**CHANGING, "description": PART_MEANINGS[key]} for key in PART_MEANINGS if key in PART_KEYS}


def _map_of(schema: Schema) -> Schema:
    return {"type": "object", "additionalProperties": schema}


def _list_of(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


CHOICES: Mapping[str, tuple[str, ...]] = {
    "align": ("start", "center", "end"),
    "place": ("top", "middle", "bottom", "baseline"),
    "yields": ("yes", "first", "no"),
    "spread": ("yes", "no"),
    "shape": ("ring", "box"),
    "mark": ("none", "square", "number"),
    "things": ("last",),
    "headings": ("spoken",),
}
CHANGES: tuple[object, ...] = (Quantity, Plates, Span, TrainingMax, "days", "max")
NAMES: tuple[object, ...] = (Days, When, "only", "start", "date")
DOSES: Known = {Parts: Merged(_parts()), Figure: {"type": "object"}, "pace": TEXT}


def exercise_schema() -> Schema:
    """The schema of an exercise file."""
    return schema(Exercise, "An exercise", DOSES)


def equipment_schema() -> Schema:
    """The schema of an equipment catalogue."""
    drawer = Drawer(DOSES)
    return _file("The equipment catalogue", _map_of(drawer.refer(Thing)), drawer)


def plan_schema() -> Schema:
    """The schema of a plan file."""
    known: dict[object, Schema | Merged] = {
        **DOSES,
        **dict.fromkeys(CHANGES, CHANGING),
        **dict.fromkeys(NAMES, TEXTS),
        StandIns: _map_of(CHANGING),
        "do": {"$ref": "#/$defs/do"},
        "defaults": {"anyOf": [TEXT, {"type": "object", "properties": _parts(), "additionalProperties": False}]},
    }
    keys = Drawer(known).properties(Group)
    drawer = Drawer({**known, Schedule: Merged(Drawer(known).properties(Schedule)), Group: Merged(keys)})
    named: dict[object, Schema | Merged] = {
        "phases": _map_of(drawer.refer(Phase)),
        "stages": {"anyOf": [TEXTS, _map_of(drawer.refer(Stage))]},
        "levels": {"anyOf": [TEXTS, _map_of(drawer.refer(Level))]},
        "exercises": _map_of(drawer.refer(Exercise)),
        "sessions": _list_of(drawer.refer(Session)),
        "groups": _map_of({"type": "object", "properties": keys}),
    }
    item: Schema = {"anyOf": [TEXT, {"type": "object", "properties": {**keys, "words": TEXT}}]}
    drawer.definitions["item"] = item
    drawer.definitions["do"] = {"anyOf": [{"$ref": "#/$defs/item"}, _list_of({"$ref": "#/$defs/item"})]}
    drawer.known = {**drawer.known, **named}
    return _file("A plan", drawer.whole(Plan), drawer)


def layout_schema() -> Schema:
    """The schema of a layout file."""
    node: Schema = {"$ref": "#/$defs/node"}
    known: dict[object, Schema | Merged] = {
        NodeSpec: node,
        OrderSpec: _list_of(_list_of(TEXT)),
        "per": {"anyOf": [_one_of(PERS), _list_of(_one_of(PERS))]},
        "split": {"type": "object", "properties": dict.fromkeys(SPLITS, TEXT), "additionalProperties": False},
        "together": _one_of(("card", "all")),
        "font": _one_of(("display", "text")),
    }
    drawer = Drawer(known)
    bare = sorted(name for name, kind in KINDS.items() if "nothing" in kind.holds)
    drawer.definitions["node"] = {"anyOf": [_one_of(bare), _box(drawer, node)]}
    return _file("A layout", drawer.whole(LayoutSpec), drawer)


def _box(drawer: Drawer, node: Schema) -> Schema:
    """A map with a kind and its options."""
    nodes: Schema = {"anyOf": [node, _list_of(node)]}
    held = {
        "nodes": nodes,
        "axis": {"anyOf": [_one_of(AXES), TEXT]},
        "spans": {"anyOf": [TEXT, _list_of(_map_of(TEXT))]},
        "nothing": {"type": "object"},
    }
    kinds = {name: held.get(kind.holds) or _words(CONTENTS.get(name, ())) for name, kind in KINDS.items()}
    options: dict[str, Schema] = {
        **dict.fromkeys((*OPTIONS, *(option for kind in KINDS.values() for option in kind.options)), TEXT),
        **{name: _one_of(words) for name, words in CHOICES.items()},
        **dict.fromkeys(("if", "unless"), _one_of(FIELDS)),
        "pad": drawer.refer(SidesSpec),
        "columns": {"anyOf": [TEXT, _list_of(drawer.refer(ColumnSpec))]},
        "show": nodes,
        "between": node,
    }
    meant = {**OPTION_MEANINGS, **KIND_MEANINGS}
    properties = {name: {**drawn, "description": meant[name]} for name, drawn in (options | kinds).items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _words(known: Iterable[str]) -> Schema:
    """A few words, or others; or the options of a part that needs none."""
    return {"anyOf": [*([_one_of(known)] if known else []), TEXT, {"type": "object"}]}


def _one_of(words: Iterable[str]) -> Schema:
    return {"enum": list(words)}


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "plan": plan_schema,
    "exercise": exercise_schema,
    "equipment": equipment_schema,
    "layout": layout_schema,
}
