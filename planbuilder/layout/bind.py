"""A tree of the design and a view of the plan become boxes: `each`, conditions and empty things vanish here.

Boxes that say the same are built once: the pool gives back the one it has.
"""

from __future__ import annotations

from collections.abc import Mapping

from planbuilder.layout.boxes import Box, Rule, Space
from planbuilder.layout.desk import Builder, Desk, Key, Setting
from planbuilder.layout.fit import Offer
from planbuilder.layout.frames import CLOSED_GAP, Grid, Row, Stack
from planbuilder.layout.groups import bracketed, rounds_of
from planbuilder.layout.parts.build import PARTS
from planbuilder.layout.parts.flow import Flow
from planbuilder.model.axes import columns_of, spanned
from planbuilder.model.design import (
    Column,
    EachNode,
    FlowNode,
    GridNode,
    Look,
    Node,
    RowNode,
    RuleNode,
    SpaceNode,
    StackNode,
    Track,
)
from planbuilder.model.view import View

CLOSED = Track("fixed", 0.0)
OFFERS: Mapping[str, Offer] = {"first": "spare", "yes": "yield"}


def page_box(desk: Desk, tree: tuple[Node, ...], margin: Look) -> Stack:
    """The whole page."""
    items = _page_items(desk, tree)
    if desk.late_notes:
        items = _page_items(desk, tree)
    key: Key = ("page", id(tree), items)
    return desk.pooled(key, lambda: Stack(look=margin, items=items))


def _page_items(desk: Desk, tree: tuple[Node, ...]) -> tuple[Box, ...]:
    return tuple(box for node in tree for box in boxes(desk, node, desk.page, None))


def boxes(
    desk: Desk, node: Node, view: View, ink: str | None, *, cell: bool = False, in_grid: bool = False
) -> list[Box]:
    """The boxes of a node: none, one, or many for `each`. An empty cell of a grid leaves a marker."""
    if isinstance(node, EachNode):
        return _each(desk, node, view, ink, cell=cell, in_grid=in_grid)
    if isinstance(node, (StackNode, RowNode, FlowNode, GridNode)):
        return desk.remembered(node, view, ink, lambda: _built(desk, node, view, ink, cell, in_grid))
    return _built(desk, node, view, ink, cell, in_grid)


def _built(desk: Desk, node: Node, view: View, ink: str | None, cell: bool, in_grid: bool) -> list[Box]:
    look = node.look
    span = look.span if isinstance(look.span, int) else spanned(view, look.span, desk.page)
    weight = float(len(view.each(look.weigh)) or 1) if look.weigh else 1.0
    box = None
    if _shown(desk, look, view):
        name = desk.patterns.filled(look.ground, view) if look.ground else ""
        ground = desk.design.grounds[name] if name else None
        inner = ground.ink if ground and ground.ink else ink
        box = BUILDERS[type(node)](desk, node, view, Setting(inner, ground, span, in_grid, desk.sizes.grown, weight))
    if box is None:
        return [_nothing(desk, look, span)] if cell else []
    box.offer = OFFERS.get(look.yields)
    box.weight = weight
    return [box]


def _nothing(desk: Desk, look: Look, span: int) -> Box:
    return desk.pooled(("nothing", id(look), span), lambda: Box(look=look, span=span, nothing=True))


def _shown(desk: Desk, look: Look, view: View) -> bool:
    if look.if_ and not desk.patterns.field(look.if_, view):
        return False
    if look.unless and desk.patterns.field(look.unless, view):
        return False
    if not look.yields:
        return True
    gone = {"first": desk.words.spared and look.place not in desk.words.back, "yes": desk.words.yielded}
    return not gone.get(look.yields, False)


def _each(desk: Desk, node: EachNode, view: View, ink: str | None, *, cell: bool, in_grid: bool) -> list[Box]:
    if not _shown(desk, node.look, view):
        return []
    out: list[Box] = []
    members = columns_of(view, node.axis, desk.page) if cell else view.each(node.axis)
    rounds = () if cell else rounds_of(node, members)
    for n, member in enumerate(members):
        shown = _round(desk, node, member, ink, cell=cell, in_grid=in_grid)
        if rounds:
            shown = bracketed(desk, node, rounds[n], member, shown, ink)
        if out and shown and node.between:
            out += boxes(desk, node.between, member, ink)
        out += shown
    return out


def _round(desk: Desk, node: EachNode, member: View, ink: str | None, *, cell: bool, in_grid: bool) -> list[Box]:
    """The boxes for one member."""

    def make() -> list[Box]:
        return [b for child in node.show for b in boxes(desk, child, member, ink, cell=cell, in_grid=in_grid)]

    return desk.remembered(node, member, ink, make) if node.axis == "exercises" else make()


def _stack(desk: Desk, node: StackNode, view: View, at: Setting) -> Box | None:
    items = tuple(box for child in node.nodes for box in boxes(desk, child, view, at.ink))
    if not any(not isinstance(box, (Space, Rule)) for box in items):
        return None
    key = (id(node), at, items)
    return desk.pooled(
        key,
        lambda: Stack(
            look=node.look, ground=at.ground, span=at.span, grown=at.grown,
            items=items, gap=node.gap, spread=node.spread,
        ),
    )  # fmt: skip


def _flow(desk: Desk, node: FlowNode, view: View, at: Setting) -> Box | None:
    items = tuple(box for child in node.nodes for box in boxes(desk, child, view, at.ink))
    if not any(not isinstance(box, (Space, Rule)) for box in items):
        return None
    return desk.pooled(
        (id(node), at, items),
        lambda: Flow(
            look=node.look, ground=at.ground, span=at.span, grown=at.grown, items=items, gap=node.gap,
            line_gap=node.gap,
        ),
    )  # fmt: skip


def _row(desk: Desk, node: RowNode, view: View, at: Setting) -> Box | None:
    shared = bool(node.columns) or at.in_grid
    cells = tuple(box for child in node.nodes for box in boxes(desk, child, view, at.ink, cell=shared))
    if all(cell.nothing or isinstance(cell, Space) for cell in cells):
        return None
    tracks = tracks_of(desk, node.columns, view)
    key = (id(node), at, tracks, cells)
    return desk.pooled(
        key,
        lambda: Row(
            look=node.look, ground=at.ground, span=at.span, grown=at.grown,
            cells=cells, gap=node.gap, tracks=tracks, in_grid=at.in_grid and not node.columns,
        ),
    )  # fmt: skip


def _grid(desk: Desk, node: GridNode, view: View, at: Setting) -> Box | None:
    items = tuple(box for child in node.nodes for box in boxes(desk, child, view, at.ink, in_grid=True))
    if not any(not isinstance(box, (Space, Rule)) for box in items):
        return None
    tracks = tracks_of(desk, node.columns, view)
    column_gap = min(node.column_gap, CLOSED_GAP) if desk.sizes.closed else node.column_gap
    key = (id(node), at, tracks, column_gap, items)
    return desk.pooled(
        key,
        lambda: Grid(
            look=node.look, ground=at.ground, span=at.span, grown=at.grown,
            items=items, gap=node.gap, tracks=tracks, column_gap=column_gap,
        ),
    )  # fmt: skip


def tracks_of(desk: Desk, columns: tuple[Column, ...], view: View) -> tuple[Track, ...]:
    """The tracks of columns, those of an axis once for each of its members; one whose field is empty is closed."""
    return tuple(
        CLOSED if c.if_ and not desk.patterns.field(c.if_, view) else c.track
        for c in columns
        for _ in range(len(columns_of(view, c.axis, desk.page)) if c.axis else 1)
    )


def _space(desk: Desk, node: SpaceNode, _view: View, at: Setting) -> Box:
    return desk.pooled((id(node), at), lambda: Space(look=node.look, ground=at.ground, span=at.span))


def _rule(desk: Desk, node: RuleNode, _view: View, at: Setting) -> Box:
    return desk.pooled((id(node), at), lambda: Rule(look=node.look, span=at.span, stroke=node.stroke))


BUILDERS: Mapping[type[Node], Builder] = {
    StackNode: _stack,
    RowNode: _row,
    FlowNode: _flow,
    GridNode: _grid,
    SpaceNode: _space,
    RuleNode: _rule,
    **PARTS,
}
