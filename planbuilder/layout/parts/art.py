"""Drawings on a card: icons in the colour of their part, figures, and the dashed box where a figure is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from planbuilder.geometry import Rect
from planbuilder.layout.boxes import Box, Marks, Room, Spot
from planbuilder.layout.fit import Trouble
from planbuilder.layout.parts.text import Text, aligned
from planbuilder.layout.strokes import rectangle
from planbuilder.layout.tracks import Extent
from planbuilder.model.pages import Artwork, Drawing, Group, Path, Picture, Raster, Role, Stroke

OWN_COLOUR = "currentColor"
DRAWING_WIDTHS = Extent(20.0, 70.0)
LABEL_AIR = 3.0
CREDIT_AIR = 3.0


@dataclass(slots=True, eq=False, kw_only=True)
class Art(Box):
    """A drawing or photo in a square that fills its width, or its height where that is less; its credit below it.

    A wide one takes all the room it has.
    """

    drawing: Artwork
    size: float | None = None
    role: Role = "artifact"
    credit: Text | None = None
    wide: bool = False

    def inner_extent(self) -> Extent:
        """Its size, or whatever it is given."""
        return Extent(self.size, self.size) if self.size else DRAWING_WIDTHS

    def inner_tall(self, room: Room) -> float:
        """Its size; without one its width, or the least height it asks for. A wide one takes the height it is given."""
        if self.wide and not self.size:
            wide, high = self.drawing.size
            return 0.0 if self.look.height or self.look.flex else room.width * high / wide
        return art_height(self, self.size, room.width)

    def _below(self, side: float) -> float:
        """What its credit takes of its height."""
        return self.credit.tall(Room(side)) + CREDIT_AIR if self.credit else 0.0

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """What does not fit in its credit, and a credit that would take more than half of the square at its least."""
        side = min(self.size or room.width, room.width, self.look.height or self.look.least or room.width)
        if self.credit is None:
            return
        yield from self.credit.troubles(Room(side))
        below = self._below(side)
        if below > side / 2:
            yield self.trouble("low", side / (2 * below), self.credit.words)

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """In the middle of its height."""
        x, y, width, height, _ = spot
        side = min(self.size or width, width, height)
        x += aligned(self.look.align, width, side)
        below = self._below(side)
        wide, high = self.drawing.size
        scale = min(side / wide, max(side - below, side / 10) / high)
        left, top = x + (side - wide * scale) / 2, y + (height - high * scale - below) / 2
        if self.wide:
            scale = min(width / wide, height / high)
            left, top = spot.x + aligned(self.look.align, width, wide * scale), y + (height - high * scale) / 2
        if isinstance(self.drawing, Raster):
            box = Rect(left, top, wide * scale, high * scale)
            marks.append(Picture(self.drawing, box, self.drawing.alt, role=self.role))
        else:
            marks.append(Group(self.drawing, left, top, scale, role=self.role))
        if self.credit:
            self.credit.put(marks, Spot(x, top + high * scale + CREDIT_AIR, side, below - CREDIT_AIR))


def art_height(box: Box, size: float | None, width: float) -> float:
    """The height a square drawing asks for."""
    if size:
        return size
    given = box.look.height or box.look.least
    if given:
        top, _, bottom, _ = box.air
        return max(min(width, given - top - bottom), 0.0)
    return 0.0 if box.look.flex else width


@dataclass(slots=True, eq=False, kw_only=True)
class Missing(Box):
    """A dashed box with the name of an exercise that has no picture where others have one."""

    label: Text
    stroke: Stroke
    size: float | None = None

    def inner_extent(self) -> Extent:
        """As wide as a picture."""
        return Extent(self.size, self.size) if self.size else DRAWING_WIDTHS

    def inner_tall(self, room: Room) -> float:
        """As high as a picture."""
        return art_height(self, self.size, room.width)

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """A square with the name in its middle, where it has room for it: it stands beside the square anyway."""
        x, y, width, height, _ = spot
        side = min(self.size or width, width, height)
        x += aligned(self.look.align, width, side)
        y += (height - side) / 2
        marks.append(rectangle(x, y, side, side, None, self.stroke))
        room = Room(side - 2 * LABEL_AIR)
        tall = self.label.tall(room)
        if tall <= room.width:
            self.label.put(marks, Spot(x + LABEL_AIR, y + (side - tall) / 2, room.width, tall))


class Icons:
    """Drawings of one colour, made from those that take the colour of their part; each colour once."""

    def __init__(self, drawings: Mapping[str, Artwork]) -> None:
        self.drawings = drawings
        self._coloured: dict[tuple[str, str], Drawing] = {}

    def coloured(self, name: str, colour: str) -> Drawing | None:
        """A drawing in a colour, under a name of its own; None where there is no such drawing."""
        drawing = self.drawings.get(name)
        if not isinstance(drawing, Drawing):
            return None
        key = (name, colour)
        if key not in self._coloured:
            marks = tuple(_painted(path, colour) for path in drawing.marks)
            self._coloured[key] = replace(drawing, name=f"{drawing.name}{colour}", marks=marks)
        return self._coloured[key]


def _painted(path: Path, colour: str) -> Path:
    fill = colour if path.fill == OWN_COLOUR else path.fill
    stroke = path.stroke
    if stroke and stroke.colour == OWN_COLOUR:
        stroke = replace(stroke, colour=colour)
    return replace(path, fill=fill, stroke=stroke)
