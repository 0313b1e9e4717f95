"""The text of an SVG to a drawing: plain shapes only. Nothing in it is run, fetched, repeated or expanded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from planbuilder.geometry import Size
from planbuilder.load.reader import Reader
from planbuilder.load.svg_ink import LARGEST, NEUTRAL, PROPERTIES, Ink, declared, mixed, number
from planbuilder.load.svg_shapes import GEOMETRY, Matrix, moves, shape
from planbuilder.model.pages import Drawing, Path, Step
from planbuilder.problems import Place, Problem, Source, has_errors, nearest

SVG = "http://www.w3.org/2000/svg"
SIDE = 100.0
MOST_ELEMENTS = 20_000
MOST_STEPS = 20_000
MOST_TOLD = 12
DEEPEST = 60
HOLDING = ("g", "defs")
UNSEEN = ("title", "desc", "metadata")
HARMLESS = frozenset(
    (
        *("class", "clip-rule", "color", "color-interpolation", "cursor", "direction", "enable-background"),
        *("focusable", "id", "image-rendering", "lang", "letter-spacing", "line-height", "overflow", "paint-order"),
        *("pathLength", "pointer-events", "role", "shape-rendering", "stroke-dashoffset", "stroke-miterlimit"),
        *("style", "tabindex", "transform", "vector-effect", "word-spacing"),
    )
)
ROOT = ("x", "y", "width", "height", "viewBox", "version", "baseProfile", "preserveAspectRatio", "contentScriptType")
PREFIXES = ("aria-", "data-", "font", "text-", "solid-", "stop-")
UNITS = {"": 1.0, "px": 1.0, "mm": 96 / 25.4, "cm": 960 / 25.4, "in": 96.0, "pt": 96 / 72, "pc": 16.0}
SIMPLER = "draw it simpler, or save it as PNG"
ADVICE = {
    **dict.fromkeys(("text", "tspan", "textPath"), "turn the letters into paths in your drawing program"),
    **dict.fromkeys(("image", "feImage"), "a photo is a picture of its own: save it as PNG or JPEG"),
    **dict.fromkeys(("use", "symbol"), 'draw the shape itself where it is wanted ("unlink" copies before saving)'),
    "style": "write the colours on the shapes themselves: save with presentation attributes",
    **dict.fromkeys(
        ("linearGradient", "radialGradient", "pattern", "filter", "mask", "clipPath", "marker"),
        "take it out, and fill the shapes with one colour",
    ),
    **dict.fromkeys(("script", "foreignObject", "a", "animate", "animateTransform", "set", "iframe"), "take it out"),
}

_ALLOWED = "only g, path, rect, circle, ellipse, line, polyline and polygon can be printed"
_LENGTH = re.compile(r"([-+]?[0-9.]{1,20})\s*(px|mm|cm|in|pt|pc)?")


class _StopError(Exception):
    """Nothing after this is worth reading."""


class _Level(NamedTuple):
    """An open element: where its shapes go, their ink, whether they are seen, whether what is inside counts at all."""

    matrix: Matrix
    ink: Ink
    seen: bool = True
    skipped: bool = False


def read_svg(source: Source, name: str) -> tuple[Drawing | None, tuple[Problem, ...]]:
    """The drawing that a text holds; None with errors at their lines where it holds more than plain shapes."""
    reader = Reader()
    for what in ("<!DOCTYPE", "<!ENTITY"):
        if what in source.text:
            line = source.text[: source.text.index(what)].count("\n") + 1
            spot = source.line(line).find(what) + 1
            reader.error(Place(source, line, spot), "This line is not read in a drawing.", "take out {what}", what=what)
            return None, tuple(reader.problems)
    walk = _Walk(source, reader)
    try:
        walk.parser.Parse(source.text, True)
    except _StopError:
        pass
    except expat.ExpatError as problem:
        reason = expat.errors.messages.get(problem.code, "unknown")
        place = Place(source, problem.lineno, problem.offset + 1)
        reader.error(place, "The drawing cannot be read from here on: {reason}.", "save it again", reason=reason)
    if not walk.marks and not reader.problems:
        reader.error(Place(source), "There is nothing in this drawing that can be printed.", _ALLOWED)
    drawing = (
        None
        if has_errors(reader.problems) or walk.size is None
        else Drawing(name, walk.size, tuple(walk.marks), own=True)
    )
    return drawing, tuple(reader.problems)


@dataclass(slots=True)
class _Walk:
    """Goes from element to element, keeps the shapes, and complains of everything else."""

    source: Source
    reader: Reader
    marks: list[Path] = field(default_factory=list)
    size: Size | None = None
    parser: expat.XMLParserType = field(init=False)
    _levels: list[_Level] = field(default_factory=list)
    _count: int = 0
    _steps: int = 0
    _told: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.ProcessingInstructionHandler = self._instruction

    @property
    def _place(self) -> Place:
        return Place(self.source, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS or len(self._levels) > DEEPEST:
            self._stop("There is too much in this drawing.", SIMPLER)
        home, _, tag = qualified.rpartition(" ")
        if not self._levels:
            self._levels.append(self._root(tag, attributes))
        elif self._levels[-1].skipped or home not in ("", SVG) or tag in UNSEEN:
            self._levels.append(self._levels[-1]._replace(skipped=True))
        elif tag in HOLDING or tag in GEOMETRY:
            self._levels.append(self._level(tag, attributes))
        else:
            hint = ADVICE.get(tag, _ALLOWED)
            self.reader.error(self._place, '"{tag}" cannot be printed from a drawing.', hint, tag=tag[:40])
            self._levels.append(self._levels[-1]._replace(skipped=True))

    def _end(self, _: str) -> None:
        self._levels.pop()

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self.reader.error(self._place, "A style sheet of its own is not read in a drawing.", ADVICE["style"])

    def _stop(self, pattern: str, hint: str) -> NoReturn:
        self.reader.error(self._place, pattern, hint)
        raise _StopError

    def _root(self, tag: str, attributes: dict[str, str]) -> _Level:
        if tag != "svg":
            self._stop("This is not an SVG drawing.", "a drawing begins with <svg ...>")
        box = _box(attributes)
        if box is None:
            self._stop("The drawing does not say how large it is.", 'write viewBox="0 0 100 100" into its first line')
        x, y, width, height = box
        scale = SIDE / max(width, height)
        self.size = Size(width * scale, height * scale)
        start = _Level(Matrix(scale, 0, 0, scale, -x * scale, -y * scale), Ink())
        return self._changed(start, attributes, ROOT)

    def _level(self, tag: str, attributes: dict[str, str]) -> _Level:
        """What holds inside an element; a shape is kept on the way."""
        level = self._changed(self._levels[-1], attributes, GEOMETRY.get(tag, ()))
        if tag == "defs":
            return level._replace(seen=False)
        if tag in GEOMETRY and level.seen:
            self._keep(tag, attributes, level)
        return level

    def _changed(self, level: _Level, attributes: dict[str, str], geometry: Iterable[str]) -> _Level:
        """A level with the attributes of an element laid on."""
        style = tuple(declared(attributes.get("style", "")))
        written = [(name, value) for name, value in attributes.items() if self._is_property(name, value, geometry)]
        matrix = moves(attributes.get("transform", ""))
        if matrix is None:
            hint = "use translate, scale, rotate, skewX, skewY or matrix, with numbers"
            self.reader.error(self._place, "The transform of this shape cannot be read.", hint)
            matrix = Matrix()
        ink = mixed(level.ink, (*written, *style), self._place, self.reader)
        shown = dict((*written, *style)).get("display", "").strip() != "none"
        return _Level(level.matrix.after(matrix), ink, level.seen and shown)

    def _is_property(self, qualified: str, value: str, geometry: Iterable[str]) -> bool:
        """Whether an attribute says how shapes look. What does neither that nor any harm is passed over."""
        foreign, _, name = qualified.rpartition(" ")
        if name == "href":
            pattern, hint = 'A link to "{value}" is not followed in a drawing.', "take it out"
            self.reader.error(self._place, pattern, hint, value=value[:60])
        elif foreign:
            return False
        elif name in PROPERTIES or name in NEUTRAL or name == "display":
            return True
        elif name.lower().startswith("on"):
            self.reader.error(self._place, "A drawing cannot do anything: {name}.", "take it out", name=name[:40])
        elif not (name in HARMLESS or name in geometry or name.startswith(PREFIXES)):
            self._pass_over(name, (*geometry, *PROPERTIES, "transform"))
        return False

    def _pass_over(self, name: str, known: Iterable[str]) -> None:
        """Say once of an attribute that it is not read, and not of too many."""
        if name in self._told or len(self._told) >= MOST_TOLD:
            return
        self._told.add(name)
        near = nearest(name, known)
        hint = "did you mean {near}?" if near else ""
        self.reader.warning(self._place, '"{name}" is passed over in this drawing.', hint, name=name[:40], near=near)

    def _keep(self, tag: str, attributes: dict[str, str], level: _Level) -> None:
        steps = shape(tag, attributes)
        if steps is None:
            hint = "its numbers must be plain, without mm or %, and not too many"
            self.reader.error(self._place, 'This "{tag}" cannot be read.', hint, tag=tag)
            return
        ink = level.ink
        fill, pen = None if tag == "line" else ink.fill, ink.pen(level.matrix.scale)
        if not steps or not (fill or pen):
            return
        placed = level.matrix.moved(steps)
        if not _near(placed):
            self.reader.error(
                self._place, "This shape reaches far out of the drawing.", "move it inside, or take it out"
            )
            return
        self._steps += len(placed)
        if self._steps > MOST_STEPS:
            self._stop("There is too much in this drawing.", SIMPLER)
        self.marks.append(Path(placed, fill, pen, even_odd=ink.even_odd))


def _near(steps: tuple[Step, ...]) -> bool:
    return all(abs(value) <= LARGEST for _, numbers in steps for value in numbers)


def _box(attributes: dict[str, str]) -> tuple[float, float, float, float] | None:
    """The part of the plane that the drawing shows: its viewBox, else its width and height."""
    if "viewBox" in attributes:
        written = attributes["viewBox"].replace(",", " ").split()[:5]
        numbers = [value for value in map(number, written) if value is not None]
    else:
        sides = [_side(attributes.get(key, "")) for key in ("width", "height")]
        numbers = [0.0, 0.0, *(side for side in sides if side is not None)]
    if len(numbers) != 4 or min(numbers[2:]) < 1e-3 or max(numbers[2:]) > 1000 * min(numbers[2:]):
        return None
    x, y, width, height = numbers
    return x, y, width, height


def _side(text: str) -> float | None:
    found = _LENGTH.fullmatch(text.strip())
    value = number(found[1]) if found else None
    return value * UNITS[found[2] or ""] if found and value is not None else None
