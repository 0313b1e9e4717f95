"""The desk where the boxes of one page are built: its words and sizes, its patterns, the boxes already built."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
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

    `grown` lets it grow round its words, whatever height it should have; `weight` is its share of what is left over.
    """

    ink: str | None
    ground: Ground | None
    span: int
    in_grid: bool
    grown: bool
    weight: float = 1.0


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
    frames: dict[Key, int] = field(default_factory=dict)
    outcomes: dict[Hashable, Outcome] = field(default_factory=dict)
    sets_rooms: dict[str, float] = field(default_factory=dict)
    page_look: Look = field(init=False)

    def __post_init__(self) -> None:
        self.page_look = Look(self.design.place, pad=self.design.margin)

    def frame_number(self, frame: Key) -> int:
        """A number that equal frames share."""
        return self.frames.setdefault(frame, len(self.frames))

    def number_of(self, line: Line) -> int:
        """A number that equal lines share, so that a line is compared word by word but once."""
        number = self.line_numbers.get(id(line))
        if number is None:
            number = self.line_values.setdefault(line, len(self.line_values))
            self.line_numbers[id(line)] = number
        return number


class Sheet:
    """What does not change about a page while it is tried: its view, what it says of itself, what its nodes read."""

    def __init__(self, press: Press, view: View) -> None:
        drawings = press.icons.drawings
        self.press = press
        self.view = view = view.narrowed(page=view)
        self.patterns = Patterns(press.translations, press.patterns, view)
        self.pictured = any(f"figure:{entry.line.move.id}" in drawings for entry in view.entries)
        self.days = tuple(v.day for v in view.each("days") if v.day)
        self._read: dict[int, Key] = {}

    def read(self, node: Node, needs: Needs) -> Key:
        """What a node reads of the page: the fields of wider scopes, the days, the week's position."""
        found = self._read.get(id(node))
        if found is None:
            view = self.view
            position = view.week.position if view.week and needs.strip else 0
            values = tuple([self.patterns.field(name, view) for name in needs.fields])
            found = self._read[id(node)] = (id(node), values, self.days, position, self.pictured)
        return found


class Desk:
    """Builds the boxes of one page, as tightly as `words` and `sizes` say; × signs line up by `rooms`."""

    def __init__(self, sheet: Sheet, words: Words, sizes: Sizes, rooms: Mapping[str, float]) -> None:
        press = sheet.press
        self.design = press.design
        self.setter = press.setter
        self.icons = press.icons
        self.sheet = sheet
        self.page = sheet.view
        self.words = words
        self.sizes = sizes
        self.rooms = rooms
        self.patterns = sheet.patterns
        self._press = press
        self._pool = press.pool
        self._states: dict[str, State] = {}
        self._frames: dict[tuple[int, str | None], int | None] = {}

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
        """The boxes of a node, from an earlier page or try where all that they depend on was the same."""
        line = view.line
        if not view.like(self.page) or (line and len(view.entries) != 1):
            return make()
        frame = self._frame(node, ink, line is None)
        if frame is None:
            return make()
        key: Key = (frame,)
        if line is not None:
            key = (frame, self._press.number_of(line), view.cue_run, line.key in self.words.dropped)
        found = self._press.remembered.get(key)
        if found is None:
            found = self._press.remembered[key] = make()
        return found

    def _frame(self, node: Node, ink: str | None, alone: bool) -> int | None:
        """What the boxes of a node depend on besides the exercise, or None where they look at several of them."""
        at = (id(node), ink)
        if at not in self._frames:
            press = self._press
            needs = press.needs.get(id(node))
            if needs is None:
                nodes = node.show if isinstance(node, EachNode) else (node,)
                needs = press.needs[id(node)] = needs_of(nodes)
            frame: int | None = None
            if needs.local and not (alone and needs.exercise):
                states = tuple([self.state(style) for style in needs.styles])
                frame = press.frame_number((self.sheet.read(node, needs), ink, states, *self._said(needs)))
            self._frames[at] = frame
        return self._frames[at]

    def _said(self, needs: Needs) -> Key:
        """How tightly the words are set, as far as it matters to a node."""
        words = self.words
        return (
            needs.names and words.short,
            needs.cues and (words.short_cues, words.fewer),
            needs.yields and (words.yielded, words.spared),
            needs.doses and tuple(self.rooms.items()),
            self.sizes.grown,
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
                own=Traits(offers, groups, giving), spans=spans, setter=self.setter,
                limit=max(sizes.limit(style) for _, style in words), broken=bool(groups & sizes.broken),
            )  # fmt: skip

        states = tuple([self.state(style) for _, style in words])
        said = tuple([(w, id(style)) for w, style in words])
        return self.pooled(("text", id(look), at, said, states, offers, owner), make)


Builder = Callable[[Desk, Any, View, Setting], Box | None]
