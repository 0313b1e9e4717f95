"""The icons file to drawings: shapes in a 24-unit square, in the colour of the part they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planbuilder.geometry import Size
from planbuilder.load.files import Folders
from planbuilder.load.nodes import compose
from planbuilder.load.outlines import outline
from planbuilder.load.reader import Reader
from planbuilder.load.records import decode
from planbuilder.model.curves import circle, rectangle
from planbuilder.model.layout_spec import LayoutSpec, NodeSpec, PageSpec
from planbuilder.model.pages import Drawing, Path, Step, Stroke
from planbuilder.problems import Place, Problem, Source, Word, error, nearest
from planbuilder.records import record

SIDE = 24.0
COLOUR = "currentColor"
KNOCKED_OUT = "#FFFFFF"


@record
class Shape:
    """One shape: a path, a circle (x y radius), an ellipse (x y radius radius) or a rect (x y width height corner).

    `stroke` is a width; `fill` paints the inside; `white` shapes are knocked out of what is under them.
    """

    place: Place
    path: Word | None = None
    circle: Word | None = None
    ellipse: Word | None = None
    rect: Word | None = None
    stroke: float | None = None
    fill: bool = False
    white: bool = False


def load_icons(folders: Folders) -> tuple[dict[str, Drawing], tuple[Problem, ...]]:
    """All icons by "icon:name"; the user's own add to the shipped ones, and take their places."""
    paths = folders.catalogues("layouts", "icons")
    if not paths:
        return {}, (error(None, "There is no layouts/icons.yaml with the icons."),)
    reader = Reader()
    drawings: dict[str, Drawing] = {}
    for path in reversed(paths):
        source = folders.read(path)
        if isinstance(source, Problem):
            reader.problems.append(source)
            continue
        drawings |= _drawn(source, reader)
    return drawings, tuple(reader.problems)


def _drawn(source: Source, reader: Reader) -> dict[str, Drawing]:
    node, problems = compose(source)
    reader.problems += problems
    entries = reader.entries(node, "the icons file") if node is not None else None
    drawings: dict[str, Drawing] = {}
    for name, value in entries.entries if entries else ():
        shapes = (decode(Shape, item, reader) for item in reader.items(value))
        marks = tuple(mark for shape in shapes if shape for mark in _marks(shape, reader))
        drawings[f"icon:{name.text}"] = Drawing(f"icon:{name.text}", Size(SIDE, SIDE), marks)
    return drawings


def strange_icons(spec: LayoutSpec, icons: Iterable[str]) -> tuple[Problem, ...]:
    """An error for each icon that a layout or what it extends asks for, and that is not among those drawn.

    None where no icons could be read at all.
    """
    drawn = [icon.removeprefix("icon:") for icon in icons]
    layers = list(_layers(spec))
    own = [tokens.icons for layer in layers for tokens in (layer, *layer.papers.values(), *layer.themes.values())]
    asked = [word for icons_of in own for word in icons_of.values()]
    known = {*drawn, *(name for icons_of in own for name in icons_of)}
    every = [node for layer in layers for page in layer.pages for node in _nodes(page)]
    used = [node.words for node in every if node.kind == "icon" and node.words]
    strange = [word for word in asked if word.text not in drawn] + [word for word in used if word.text not in known]
    return tuple(_no_icon(word, sorted(known)) for word in strange) if drawn else ()


def _layers(spec: LayoutSpec) -> Iterator[LayoutSpec]:
    """A layout and what it extends, inner last."""
    yield spec
    if spec.base:
        yield from _layers(spec.base)


def _nodes(page: PageSpec) -> Iterator[NodeSpec]:
    for node in page.page:
        yield from node.walk()
    for inner in (*page.show, *page.blank):
        yield from _nodes(inner)


def _no_icon(word: Word, names: Sequence[str]) -> Problem:
    near = nearest(word.text, names)
    hint = "did you mean {near}?" if near else "they stand in layouts/icons.yaml: {names}"
    return error(word.place, 'There is no icon "{word}".', hint, word=word.text, near=near, names=", ".join(names))


def _marks(shape: Shape, reader: Reader) -> tuple[Path, ...]:
    steps = _steps(shape, reader)
    if not steps:
        return ()
    colour = KNOCKED_OUT if shape.white else COLOUR
    stroke = Stroke(shape.stroke, colour, cap="round") if shape.stroke else None
    return (Path(steps, colour if shape.fill else None, stroke),)


def _steps(shape: Shape, reader: Reader) -> tuple[Step, ...]:
    if shape.path:
        steps = outline(shape.path.text)
        if steps is None:
            reader.error(shape.path.place, "This path cannot be read.", "use the letters M L H V C S Q T A Z")
        return steps or ()
    for written, draw, count in ((shape.circle, circle, 3), (shape.ellipse, circle, 4), (shape.rect, rectangle, 5)):
        if written:
            numbers = _numbers(written, count, reader)
            return draw(*numbers) if numbers else ()
    reader.error(shape.place, "This shape is none.", "write path:, circle:, ellipse: or rect:")
    return ()


def _numbers(written: Word, count: int, reader: Reader) -> tuple[float, ...]:
    try:
        numbers = tuple(float(part) for part in written.text.split())
    except ValueError:
        numbers = ()
    if len(numbers) not in (count, count - (count == 5)) or not all(abs(n) < 1e4 for n in numbers):
        reader.error(written.place, "{count} numbers with spaces between them are needed here.", count=count)
        return ()
    return numbers
