"""Boxes with boxes inside: stack, row, grid. They share out widths and what height is left over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from planbuilder.geometry import UNITS
from planbuilder.layout.boxes import EPS, SLACK, Box, Lanes, Marks, Room, Sets, Space, Spot
from planbuilder.layout.fit import Offer, Traits, Trouble, gathered
from planbuilder.layout.tracks import Extent, closed_out, solved
from planbuilder.model.design import Track

CLOSED_GAP = UNITS["u"]
CLOSE_GAPS: frozenset[Offer] = frozenset({"close gaps"})


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Stack(Box):
    """Boxes one below another. What is left over goes to those that want it."""

    items: tuple[Box, ...]
    gap: float = 0.0
    spread: bool = False
    sets: Sets = field(default=(), init=False)
    gaps: tuple[float, ...] = field(default=(), init=False)
    ends: tuple[float, float] = field(default=(0.0, 0.0), init=False)

    def __post_init__(self) -> None:
        Box.__post_init__(self)
        self.sets = _widest(self.items)
        pairs = zip(self.items, self.items[1:], strict=False)
        self.gaps = tuple([max(self.gap, a.look.after, b.look.before) for a, b in pairs])
        if self.items:
            self.ends = self.items[0].look.before, self.items[-1].look.after

    def gathered(self) -> Traits:
        """What all in it offers."""
        return _held(self, self.items)

    def children(self) -> Iterable[Box]:
        """The items."""
        return self.items

    def lanes(self, _width: float) -> Lanes | None:
        """The columns that its rows share; a plain stack has none."""
        return None

    def inner_extent(self) -> Extent:
        """The widest item's."""
        both = [item.extent() for item in self.items] or [Extent(0.0, 0.0)]
        return Extent(max(e.least for e in both), max(e.natural for e in both))

    def inner_tall(self, room: Room) -> float:
        """All items with the air between them."""
        own = Room(room.width, self.lanes(room.width))
        return sum(item.tall(own) for item in self.items) + sum(self.gaps) + sum(self.ends)

    def inner_first(self, room: Room) -> float:
        """The first item's."""
        if not self.items:
            return 0.0
        own = Room(room.width, self.lanes(room.width))
        return self.items[0].look.before + self.items[0].first(own)

    def heights(self, own: Room, height: float) -> tuple[list[float], float]:
        """Heights of the items and what nobody wanted: `rest` rise to one level, then `grow` share equally."""
        tall = [item.tall(own) for item in self.items]
        spare = height - sum(tall) - sum(self.gaps) - sum(self.ends)
        spare = _risen(tall, self.items, spare)
        growing = [k for k, item in enumerate(self.items) if item.look.flex == "grow"]
        if not growing:
            return tall, max(spare, 0.0)
        for k in growing:
            tall[k] += max(spare, 0.0) / len(growing)
        return tall, 0.0

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """The items' troubles."""
        own = Room(room.width, self.lanes(room.width))
        for item in self.items:
            yield from item.troubles(own)

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Items from the top down."""
        own = Room(spot.width, self.lanes(spot.width))
        tall, spare = self.heights(own, spot.height)
        y = spot.y
        gaps = list(self.gaps)
        if self.spread and gaps:
            gaps = [g + spare / len(gaps) for g in gaps]
        else:
            y += spare * _SHARE_ABOVE.get(self.look.stand, 0.0)
        y += self.ends[0]
        for item, h, gap in zip(self.items, tall, (*gaps, 0.0), strict=False):
            item.put(marks, Spot(spot.x, y, spot.width, h, own.lanes))
            y += h + gap


_SHARE_ABOVE = {"middle": 0.5, "bottom": 1.0}


def _risen(tall: list[float], items: tuple[Box, ...], spare: float) -> float:
    """Let the `rest` items rise like water to one level, each up to its most; what is left over.

    One that weighs more stands for as many, side by side in one: its level is that of each of them.
    """
    weights = [item.weight for item in items]
    rising = [k for k, item in enumerate(items) if item.look.flex == "rest" and tall[k] < item.look.most - EPS]
    while rising and spare > EPS:
        level = min(tall[k] / weights[k] for k in rising)
        lowest = [k for k in rising if tall[k] / weights[k] < level + EPS]
        above = [tall[k] / weights[k] for k in rising if k not in lowest]
        above += [items[k].look.most / weights[k] for k in lowest]
        weight = sum(weights[k] for k in lowest)
        step = min(min(above) - level, spare / weight)
        for k in lowest:
            tall[k] += step * weights[k]
        spare -= step * weight
        rising = [k for k in rising if tall[k] < items[k].look.most - EPS]
    return spare


def _widest(boxes: Iterable[Box]) -> Sets:
    """The widest number of sets of each dose role in some boxes."""
    found = [pair for box in boxes for pair in box.sets]
    if len(found) < 2:
        return tuple(found)
    widest: dict[str, float] = {}
    for role, width in found:
        widest[role] = max(widest.get(role, 0.0), width)
    return tuple(sorted(widest.items()))


def _held(box: Box, items: Iterable[Box]) -> Traits:
    """The traits of all inside; a box of fixed height does not get lower when they shrink."""
    traits = gathered(item.traits for item in items)
    if box.fixed is None or not traits.giving:
        return traits
    return Traits(traits.offers, traits.groups)


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Row(Box):
    """Boxes side by side, in columns of its own or those of the grid around it."""

    cells: tuple[Box, ...]
    gap: float = 0.0
    tracks: tuple[Track, ...] = ()
    in_grid: bool = False
    sets: Sets = field(default=(), init=False)
    _spots: dict[Room, tuple[tuple[float, float], ...]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        Box.__post_init__(self)
        self.sets = _widest(self.cells)

    def gathered(self) -> Traits:
        """What all in it offers."""
        return _held(self, self.cells)

    def children(self) -> Iterable[Box]:
        """The cells."""
        return self.cells

    def inner_extent(self) -> Extent:
        """The cells' widths with the gaps between them."""
        tracks, extents = self._own()
        total = self.gap * max(len(tracks) - 1, 0)
        fixed = [Extent(t.size, t.size) if t.kind == "fixed" else e for t, e in zip(tracks, extents, strict=True)]
        return Extent(sum(e.least for e in fixed) + total, sum(e.natural for e in fixed) + total)

    def _own(self) -> tuple[tuple[Track, ...], list[Extent]]:
        if self.tracks:
            return self.tracks, column_extents(self.tracks, (self,))
        return tuple(c.look.width for c in self.cells), [c.extent() for c in self.cells]

    def spots(self, room: Room) -> tuple[tuple[float, float], ...]:
        """Offset and width of each cell."""
        if not self.in_grid:
            room = Room(room.width)
        found = self._spots.get(room)
        if found is None:
            found = self._spots[room] = self._found_spots(*room)
        return found

    def _found_spots(self, width: float, lanes: Lanes | None) -> tuple[tuple[float, float], ...]:
        shared = lanes is not None or bool(self.tracks)
        widths, gap = lanes or self._own_lanes(width)
        starts, at = [], 0.0
        for w in widths:
            starts.append(at)
            at += w + gap if w > 0 or not shared else 0.0
        out, k = [], 0
        for n, cell in enumerate(self.cells):
            part = [w for w in widths[k : k + cell.span + self._free_after(n)] if w > 0 or not shared]
            start = starts[k] if k < len(starts) else at
            out.append((start, sum(part) + gap * max(len(part) - 1, 0)))
            k += cell.span
        return tuple(out)

    def _free_after(self, at: int) -> int:
        """How many columns a cell runs on over, since those after it have nothing to say."""
        if not self.cells[at].look.runs_on:
            return 0
        return sum(cell.span for cell in takewhile(lambda cell: cell.nothing, self.cells[at + 1 :]))

    def _own_lanes(self, width: float) -> Lanes:
        """The row's own columns; a closed one takes no gap."""
        tracks, extents = self._own()
        closed = sum(map(closed_out, tracks)) if self.tracks else 0
        return Lanes(solved(tracks, extents, width + closed * self.gap, self.gap), self.gap)

    def inner_tall(self, room: Room) -> float:
        """The tallest cell's; first baselines in line where the row says so."""
        cells = [(c, Room(w)) for c, (_, w) in zip(self.cells, self.spots(room), strict=True) if not c.nothing]
        if self.look.stand == "baseline":
            top = max((c.first(w) for c, w in cells), default=0.0)
            return max((top - c.first(w) + c.tall(w) for c, w in cells), default=0.0)
        return max((c.tall(w) for c, w in cells), default=0.0)

    def inner_first(self, room: Room) -> float:
        """The lowest of the cells' first baselines."""
        return max((c.first(Room(w)) for c, (_, w) in zip(self.cells, self.spots(room), strict=True)), default=0.0)

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """The cells' troubles, more cells than columns, and more columns than there is room for."""
        spots = self.spots(room)
        columns = len(self.tracks) or (len(room.lanes.widths) if self.in_grid and room.lanes else 0)
        taken = sum(cell.span for cell in self.cells)
        if 0 < columns < taken:
            yield self.trouble("cells", columns / taken)
        reach = max((start + width for start, width in spots if width), default=0.0)
        if reach > room.width + SLACK:
            yield self.trouble("part", room.width / reach)
        for cell, (_, width) in zip(self.cells, spots, strict=True):
            yield from cell.troubles(Room(width))

    def inner_put(self, marks: Marks, spot: Spot) -> None:
        """Cells from start to end."""
        x, y, _, height, _ = spot
        spots = self.spots(spot.room)
        for cell, (dx, w) in zip(self.cells, spots, strict=True):
            if cell.nothing:
                continue
            if fills(cell):
                cell.put(marks, Spot(x + dx, y, w, height))
                continue
            room = Room(w)
            tall = cell.tall(room)
            stand = cell.look.stand or self.look.stand
            if stand == "baseline":
                down = self.inner_first(spot.room) - cell.first(room)
            else:
                down = (height - tall) * _SHARE_OF_ROW.get(stand, 0.5)
            cell.put(marks, Spot(x + dx, y + down, w, tall))


_SHARE_OF_ROW = {"top": 0.0, "bottom": 1.0}


def fills(cell: Box) -> bool:
    """Whether a cell takes the whole height of its row and places its own contents in it."""
    if cell.ground or cell.look.flex or isinstance(cell, (Row, Space)):
        return True
    return any(child.look.flex for child in cell.children()) if isinstance(cell, Stack) else False


def column_extents(tracks: tuple[Track, ...], rows: Iterable[Row]) -> list[Extent]:
    """Narrowest and natural width of each column, from the cells that sit in one alone."""
    out = [Extent(0.0, 0.0)] * len(tracks)
    for row in rows:
        k = 0
        for cell in row.cells:
            if cell.span == 1 and k < len(out) and not cell.nothing and tracks[k].kind != "fixed":
                low, natural = cell.extent()
                out[k] = Extent(max(out[k].least, low), max(out[k].natural, natural))
            k += cell.span
    return out


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Grid(Stack):
    """A stack whose rows share their columns. A column that no row has anything for closes, with its gap."""

    tracks: tuple[Track, ...]
    column_gap: float = 0.0
    _lanes: dict[float, Lanes] = field(default_factory=dict, init=False)

    def inner_troubles(self, room: Room) -> Iterator[Trouble]:
        """The items' troubles; closing the gaps between columns may help."""
        closable = self.column_gap > CLOSED_GAP
        for trouble in Stack.inner_troubles(self, room):
            yield trouble._replace(offers=trouble.offers | CLOSE_GAPS) if closable else trouble

    def rows(self) -> tuple[Row, ...]:
        """Those of its items that are rows."""
        return tuple(item for item in self.items if isinstance(item, Row))

    def inner_extent(self) -> Extent:
        """The widest item's, or all columns' where that is more."""
        other = [item.extent() for item in self.items if not isinstance(item, Row)]
        tracks = self._open_tracks()
        extents = column_extents(tracks, self.rows())
        open_ = [t for t in tracks if not closed_out(t)]
        total = self.column_gap * max(len(open_) - 1, 0)
        sizes = [Extent(t.size, t.size) if t.kind == "fixed" else e for t, e in zip(tracks, extents, strict=True)]
        own = Extent(sum(e.least for e in sizes) + total, sum(e.natural for e in sizes) + total)
        return Extent(max(e.least for e in [*other, own]), max(e.natural for e in [*other, own]))

    def _open_tracks(self) -> tuple[Track, ...]:
        held = [False] * len(self.tracks)
        body = [row for row in self.rows() if all(c.span == 1 for c in row.cells)]
        for row in body:
            for k, cell in enumerate(row.cells[: len(held)]):
                held[k] = held[k] or not (cell.nothing or isinstance(cell, Space))
        closed = Track("fixed", 0.0)
        return tuple(t if keeps or not body else closed for t, keeps in zip(self.tracks, held, strict=True))

    def lanes(self, width: float) -> Lanes:
        """The columns for a width, once over all rows."""
        found = self._lanes.get(width)
        if found is None:
            tracks = self._open_tracks()
            gone = sum(map(closed_out, tracks))
            room = width + gone * self.column_gap
            widths = solved(tracks, column_extents(tracks, self.rows()), room, self.column_gap)
            found = self._lanes[width] = Lanes(widths, self.column_gap)
        return found
