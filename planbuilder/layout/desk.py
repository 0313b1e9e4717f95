"""The desk where the boxes of one page are built: its words and sizes, its patterns, the boxes already built."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeVar

from planbuilder.layout.boxes import Box
from planbuilder.layout.fit import Offer, Sizes, State, Traits, Trouble, Words
from planbuilder.layout.lines import Setter
from planbuilder.layout.needs import Needs, needs_of
from planbuilder.layout.parts.art import Icons
from planbuilder.layout.parts.text import Text, span_of
from planbuilder.layout.patterns import Pattern, Patterns
from planbuilder.model.deck import Line
from planbuilder.model.design import Design, EachNode, Ground, Look, Node, Style
from planbuilder.model.pages import Role
from planbuilder.model.view import View

Key = tuple[object, ...]
B = TypeVar("B", bound=Box)


class Setting(NamedTuple):
    """Where a node is built: the colour of words there, its ground, its span, whether a grid is right around it.

    `grown` lets it grow round its words, whatever height it should have.
    """

    ink: str | None
    ground: Ground | None
    span: int
    in_grid: bool
    grown: bool


class Outcome(NamedTuple):
    """How tightly pages had to be set, and what had to be given up."""

    words: tuple[Words, ...]
    sizes: Sizes
    notes: tuple[Trouble, ...]


@dataclass(slots=True)
class Press:
    """What all pages of a build share: the design, the setter, drawings, patterns, and boxes already built."""

    design: Design
    setter: Setter
    icons: Icons
    translations: Mapping[str, str]
    patterns: dict[str, Pattern] = field(default_factory=dict)
    pool: dict[Key, Box] = field(default_factory=dict)
    remembered: dict[Key, list[Box]] = field(default_factory=dict)
    needs: dict[int, Needs] = field(default_factory=dict)
    line_numbers: dict[int, int] = field(default_factory=dict)
    line_values: dict[Line, int] = field(default_factory=dict)
    outcomes: dict[Hashable, Outcome] = field(default_factory=dict)
    sets_rooms: dict[str, float] = field(default_factory=dict)
    page_look: Look = field(init=False)

    def __post_init__(self) -> None:
        self.page_look = Look(self.design.place, pad=self.design.margin)

    def number_of(self, line: Line) -> int:
        """A number that equal lines share, so that a line is compared word by word but once."""
        number = self.line_numbers.get(id(line))
        if number is None:
            number = self.line_values.setdefault(line, len(self.line_values))
            self.line_numbers[id(line)] = number
        return number


class Desk:
    """Builds the boxes of one page, as tightly as `words` and `sizes` say; × signs line up by `rooms`."""

    def __init__(self, press: Press, page: View, words: Words, sizes: Sizes, rooms: Mapping[str, float]) -> None:
        self.design = press.design
        self.setter = press.setter
        self.icons = press.icons
        self.page = page
        self.words = words
        self.sizes = sizes
        self.rooms = rooms
        self.patterns = Patterns(press.translations, press.patterns, page)
        self._press = press
        self._pool = press.pool
        self._states: dict[str, State] = {}
        drawings = press.icons.drawings
        self.pictured = any(f"figure:{entry.line.move.id}" in drawings for entry in page.entries)
        self._making = False
        self._days = tuple(v.day for v in page.each("days") if v.day)
        said = replace(words, dropped=frozenset())
        self._common = (said, tuple(rooms.items()), self.pictured, sizes.closed, sizes.grown)

    def state(self, style: Style) -> State:
        """How tightly a role is set: boxes of words are the same where this is the same."""
        found = self._states.get(style.group)
        if found is None:
            found = self._states[style.group] = self.sizes.state(style.group)
        return found

    def pooled(self, key: Key, make: Callable[[], B]) -> B:
        """The box for a key, built if there is none yet."""
        box = self._pool.get(key)
        if box is None:
            box = self._pool[key] = make()
        return box  # type: ignore[return-value]

    def remembered(self, node: Node, view: View, ink: str | None, make: Callable[[], list[Box]]) -> list[Box]:
        """The boxes of a node, from an earlier page where all that they depend on was the same."""
        key = None if self._making else self._key(node, view, ink)
        if key is None:
            return make()
        found = self._press.remembered.get(key)
        if found is None:
            self._making = True
            found = self._press.remembered[key] = make()
            self._making = False
        return found

    def _key(self, node: Node, view: View, ink: str | None) -> Key | None:
        """All that the boxes of a node depend on, or None where they look at several exercises."""
        press, line = self._press, view.line
        needs = press.needs.get(id(node))
        if needs is None:
            nodes = node.show if isinstance(node, EachNode) else (node,)
            needs = press.needs[id(node)] = needs_of(nodes)
        if not needs.local or (line is None and needs.exercise) or (line and len(view.entries) != 1):
            return None
        field, state = self.patterns.field, self.state
        return (
            id(node),
            ink,
            (press.number_of(line), view.cue_run, line.key in self.words.dropped) if line else None,
            view.week.position if view.week and needs.position else 0,
            self._days,
            view.day,
            tuple([field(name, view) for name in needs.fields]),
            tuple([state(style) for style in needs.styles]),
            self._common,
        )

    def text(
        self,
        look: Look,
        at: Setting,
        words: tuple[tuple[str, Style], ...],
        offers: frozenset[Offer] = frozenset(),
        owner: str = "",
        role: Role = "paragraph",
    ) -> Text:
        """A text of some words, each in its style."""

        def make() -> Text:
            sizes = self.sizes
            spans = tuple(span_of(self.setter, w, style, at.ink or style.colour, sizes) for w, style in words)
            groups = frozenset(style.group for _, style in words)
            giving = frozenset(style.group for _, style in words if style.least < 1)
            return Text(
                look=look, ground=at.ground, span=at.span, grown=at.grown, owner=owner, role=role,
                traits=Traits(offers, groups, giving), spans=spans, setter=self.setter,
                limit=max(sizes.limit(style) for _, style in words), broken=bool(groups & sizes.broken),
            )  # fmt: skip

        states = tuple([self.state(style) for _, style in words])
        said = tuple([(w, id(style)) for w, style in words])
        return self.pooled(("text", id(look), at, said, states, offers, owner), make)


Builder = Callable[[Desk, Any, View, Setting], Box | None]
