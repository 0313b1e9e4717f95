"""Nodes of the design for parts that are drawn, not written: icons, ticks, scales, charts, lines, codes, pictures."""

from typing import Literal

from planbuilder.model.design import Look, Node, Style
from planbuilder.model.pages import Stroke
from planbuilder.records import record


@record
class IconNode(Node):
    """A small drawing by name."""

    name: str
    size: float
    colour: str


@record
class TicksNode(Node):
    """Boxes to tick: one a day, one a set, or a number of them; `sample` shows how they are filled in."""

    count: int | Literal["days", "sets"]
    size: float
    pitch: float
    stroke: Stroke
    mark: Style
    sample: tuple[str, ...] = ()


@record
class ScaleNode(Node):
    """Steps to mark one of, their numbers in rings or boxes."""

    steps: tuple[str, ...]
    size: float
    pitch: float
    stroke: Stroke
    mark: Style
    shape: Literal["ring", "box"] = "ring"


@record
class StripNode(Node):
    """One cell a week, filled to now."""

    gap: float
    colour: str


@record
class ChartNode(Node):
    """One bar a week, as high as there is to do; those in view are filled."""

    gap: float
    colour: str
    stroke: Stroke


@record
class TimelineNode(Node):
    """A session from start to end: a piece for every move, as long as it takes, with its name or its number."""

    style: Style
    stroke: Stroke
    gap: float


@record
class FlagNode(Node):
    """The finish: a chequered column."""

    colour: str


@record
class FieldNode(Node):
    """A word and a line to write on."""

    words: str
    style: Style
    plain: Look
    stroke: Stroke
    gap: float


@record
class CodeNode(Node):
    """An address for a phone to read; `side` is how wide it is where phones can read that."""

    words: str
    colour: str
    side: float


@record
class PictureNode(Node):
    """A picture of the plan's own, by name."""

    name: str


@record
class LinesNode(Node):
    """Writing lines; none given means as many as the height holds."""

    count: int
    pitch: float
    stroke: Stroke
