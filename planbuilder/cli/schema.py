"""planbuilder schema: what a file may say, as JSON Schema, so that editors complete and explain."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer


class Kind(StrEnum):
    """Files that have a schema."""

    PLAN = "plan"
    EXERCISE = "exercise"
    EQUIPMENT = "equipment"
    LAYOUT = "layout"


def schema(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help="plan, exercise, equipment or layout")],
) -> None:
    """Print the JSON Schema of a kind of file. planbuilder new already puts them where editors look.

    Example: planbuilder schema plan > plan.json
    """
    import json

    print(json.dumps(schema_of(kind), ensure_ascii=False, indent=2))


def schema_of(kind: Kind) -> dict[str, Any]:
    """The JSON Schema of a kind of file."""
    from planbuilder.load.schema import SCHEMAS

    return SCHEMAS[kind.value]()
