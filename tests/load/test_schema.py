"""The JSON Schemas: drawn from the records, sound in themselves, and true of everything that is shipped."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import pytest

from planbuilder.load.doses import PART_KEYS
from planbuilder.load.files import Folders
from planbuilder.load.nodes import Entries, Items, Node, Scalar, compose
from planbuilder.load.records import shape_of
from planbuilder.load.schema import SCHEMAS, TEXT, Merged, schema
from planbuilder.model.exercise import Exercise
from planbuilder.problems import Place, Source, Word


@dataclass(frozen=True, slots=True)
class Toe:
    alone: ClassVar[str] = "name"

    name: str
    toes: "tuple[Toe, ...]" = ()


@dataclass(frozen=True, slots=True)
class Foot:
    place: Place
    side: Literal["left", "right"]
    toe: Annotated[Toe | None, "The first one"] = None
    size: float = 0.0
    works: bool = False
    names: tuple[tuple[Word, int], ...] = ()
    dose: frozenset[str] = frozenset()
    id: str = field(default="", metadata={"written": False})


def test_a_schema_follows_the_fields() -> None:
    drawn = schema(Foot, "A foot", {frozenset[str]: Merged({"sets": TEXT, "reps": TEXT})})
    toe = {"anyOf": [TEXT, {"$ref": "#/$defs/Toe"}]}
    assert drawn == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A foot",
        "type": "object",
        "properties": {
            "side": {"enum": ["left", "right"]},
            "toe": {**toe, "description": "The first one"},
            "size": {"type": "number"},
            "works": {"enum": [True, False, "yes", "no"]},
            "names": {"type": "object", "additionalProperties": {"type": "integer"}},
            "sets": TEXT,
            "reps": TEXT,
        },
        "additionalProperties": False,
        "required": ["side"],
        "$defs": {
            "Toe": {
                "type": "object",
                "properties": {"name": TEXT, "toes": {"anyOf": [toe, {"type": "array", "items": toe}]}},
                "additionalProperties": False,
                "required": ["name"],
            }
        },
    }


def walked(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walked(inner)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_reference_leads_somewhere(kind: str) -> None:
    whole = SCHEMAS[kind]()
    references = [part["$ref"] for part in walked(whole) if "$ref" in part]
    assert references
    assert {reference.removeprefix("#/$defs/") for reference in references} == set(whole["$defs"])


def test_every_key_of_an_exercise_is_explained() -> None:
    properties = SCHEMAS["exercise"]()["properties"]
    assert set(properties) == {key.key for key in shape_of(Exercise).keys if key.key != "parts"} | PART_KEYS
    assert all(value.get("description") for value in properties.values())


def test_every_key_of_a_layout_is_explained() -> None:
    whole = SCHEMAS["layout"]()
    records = [whole, *(drawn for name, drawn in whole["$defs"].items() if name != "node")]
    box = whole["$defs"]["node"]["anyOf"][1]
    silent = [
        name for drawn in (*records, box) for name, key in drawn["properties"].items() if "description" not in key
    ]
    assert silent == []


def fits(value: object, part: dict[str, Any], whole: dict[str, Any]) -> bool:
    """A judge of the few words of JSON Schema that are used here."""
    if "$ref" in part:
        return fits(value, whole["$defs"][part["$ref"].removeprefix("#/$defs/")], whole)
    if "anyOf" in part:
        return any(fits(value, option, whole) for option in part["anyOf"])
    if "enum" in part:
        return value in part["enum"]
    types = {dict: "object", list: "array", str: "string", bool: "boolean"}
    wanted = part["type"] if isinstance(part["type"], list) else [part["type"]]
    if types[type(value)] not in wanted:
        return False
    if isinstance(value, list) and "items" in part:
        return all(fits(item, part["items"], whole) for item in value)
    if isinstance(value, dict):
        properties, others = part.get("properties", {}), part.get("additionalProperties", True)
        return all(name in value for name in part.get("required", ())) and all(
            fits(inner, properties[name], whole)
            if name in properties
            else others is True or (others is not False and fits(inner, others, whole))
            for name, inner in value.items()
        )
    return True


def plain(node: Node) -> object:
    match node:
        case Scalar():
            return {"true": True, "false": False}.get(node.text, node.text)
        case Items():
            return [plain(item) for item in node.items]
        case Entries():
            return {key.text: plain(value) for key, value in node.entries}


def told(text: str) -> object:
    node, problems = compose(Source("x.yaml", text))
    assert node is not None
    assert not problems
    return plain(node)


SHIPPED = Folders.standard(Path("nowhere"))
FILES = [
    *(("exercise", SHIPPED.find("exercises", name)) for name in SHIPPED.names("exercises")),
    *(("plan", SHIPPED.find("plans", name)) for name in SHIPPED.names("plans")),
    *(("layout", SHIPPED.find("layouts", name)) for name in SHIPPED.names("layouts") if name != "icons"),
    *(("equipment", path) for path in SHIPPED.catalogues("exercises", "equipment")),
]


def test_everything_that_is_shipped_fits_its_schema() -> None:
    schemas = {kind: draw() for kind, draw in SCHEMAS.items()}
    assert {kind for kind, _ in FILES} == set(SCHEMAS)
    misfits = []
    for kind, path in FILES:
        assert path is not None
        if not fits(told(path.read_text("utf-8")), schemas[kind], schemas[kind]):
            misfits.append(path.name)
    assert misfits == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("exercise", "nmae: Walk"),
        ("exercise", "{name: Walk, cues: [{shrt: S}]}"),
        ("exercise", "{name: Walk, counts: minutes}"),
        ("exercise", "{name: Walk, easier: {thing: stairs}}"),
        ("equipment", "{mat: {nam: Mat}}"),
        ("plan", "{title: A, wekes: 6}"),
        ("plan", "{title: A, defaults: {setz: 3}}"),
        ("layout", "{title: A, colour: red}"),
        ("layout", "{title: A, per: weeks}"),
        ("layout", "{title: A, styles: {name: {sise: 20pt}}}"),
        ("layout", "{title: A, pages: [{page: [nmae]}]}"),
        ("layout", "{title: A, pages: [{page: [{stack: [name], gpa: 2u}]}]}"),
        ("layout", "{title: A, pages: [{page: [{row: [{stack: [{text: A, if: plan.mott}]}]}]}]}"),
        ("layout", "{title: A, pages: [{page: [{text: A, align: left}]}]}"),
    ],
)
def test_what_is_misspelt_does_not_fit(kind: str, text: str) -> None:
    whole = SCHEMAS[kind]()
    assert not fits(told(text), whole, whole)
