"""The desk where the boxes of one page are built: its words and sizes, its patterns, the boxes already built."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeVar

from planbuilder.layout.boxes import Box
from planbuilder.layout.fit import Offer, Sizes, State, Traits, Trouble, Words
from planbuilder.layout.lines import Setter
from planbuilder.layout.needs import Needs, axes_across, needs_of, shared_axes
from planbuilder.layout.parts.art import Icons
from planbuilder.layout.parts.text import Text, mark_of, span_of
from planbuilder.layout.patterns import Pattern, Patterns
from planbuilder.model.deck import Aid, Cue, Dose, Line, Swap
from planbuilder.model.design import Design, EachNode, Ground, Look, Node, Style
from planbuilder.model.pages import Role
from planbuilder.model.view import View

Key = tuple[object, ...]
Said = Line | Swap | Aid | Dose | Cue
Tightness = tuple[dict[str, State], dict[tuple[int, str | None], int]]
"""How tightly each group of roles is set, and numbers for how tightly nodes are, by node and colour."""
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
    """How tightly pages had to be set, and what had to be given up; or which of them fit on no page as they are."""

    words: tuple[Words, ...]
    sizes: Sizes
    notes: tuple[Trouble, ...]
    hopeless: frozenset[int]
    fills: tuple[float, ...]


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
    tight: dict[Key, Tightness] = field(default_factory=dict)
    needs: dict[int, Needs] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)
    lasting: dict[int, int] = field(default_factory=dict)
    values: dict[Said, int] = field(default_factory=dict)
    frames: dict[Key, int] = field(default_factory=dict)
    outcomes: dict[Hashable, Outcome] = field(default_factory=dict)
    sets_rooms: dict[int, dict[str, float]] = field(default_factory=dict)
    leasts: dict[tuple[str, bool], float] = field(default_factory=dict)
    axes: dict[int, frozenset[str]] = field(default_factory=dict)
    across: dict[int, frozenset[str]] = field(default_factory=dict)
    page_look: Look = field(init=False)

    def __post_init__(self) -> None:
        self.page_look = Look(self.design.place, pad=self.design.margin)

    def axes_of(self, tree: tuple[Node, ...]) -> frozenset[str]:
        """The axes by which pages of a tree may be shared over more."""
        found = self.axes.get(id(tree))
        if found is None:
            found = self.axes[id(tree)] = shared_axes(tree)
        return found

    def across_of(self, tree: tuple[Node, ...]) -> frozenset[str]:
        """The axes whose members stand side by side on pages of a tree."""
        found = self.across.get(id(tree))
        if found is None:
            found = self.across[id(tree)] = axes_across(tree)
        return found

    def least(self, group: str, *, pressed: bool = False) -> float:
        """The smallest share of its size that a group of roles may have: `pressed`, down to the floor of each."""
        found = self.leasts.get((group, pressed))
        if found is None:
            styles = self.design.styles
            floor = max(min(1.0, s.floor / s.size) for s in styles.values() if s.group == group)
            found = self.leasts[group, pressed] = floor if pressed else max(floor, styles[group].least)
        return found

    def needs_of(self, tree: Node | tuple[Node, ...]) -> Needs:
        """What a part of the tree needs, found out once."""
        needs = self.needs.get(id(tree))
        if needs is None:
            needs = self.needs[id(tree)] = needs_of(tree if isinstance(tree, tuple) else (tree,))
        return needs

    def tightness(self, words: Words, sizes: Sizes, rooms: Mapping[str, float]) -> Tightness:
        """What desks that set their pages as tightly have found out already."""
        return self.tight.setdefault((words, sizes, *rooms.items()), ({}, {}))

    def frame_number(self, frame: Key) -> int:
        """A number that equal frames share."""
        return self.frames.setdefault(frame, len(self.frames))

    def number_of(self, said: Said) -> int:
        """A number that equal lines share, so that a line is compared word by word but once."""
        number = self.numbers.get(id(said))
        if number is None:
            number = self.numbers[id(said)] = self.values.setdefault(said, len(self.values))
        return number

    def lasting_number(self, line: Line) -> int:
        """A number that lines share which differ in nothing but how much is done."""
        number = self.lasting.get(id(line))
        if number is None:
            same = replace(line, doses=(), groups=(), up=False, seconds=0.0)
            number = self.lasting[id(line)] = self.values.setdefault(same, len(self.values))
        return number


class Sheet:
    """What does not change about a page while it is tried: its view, what it says of itself, what its nodes read."""

    def __init__(self, press: Press, view: View) -> None:
        drawings = press.icons.drawings
        self.press = press
        self.view = view = view.narrowed(page=view)
        self.rooms: dict[str, float] = {}
        self.remembered: dict[Key, list[Box]] = {}
        self.patterns = Patterns(press.translations, press.patterns, view)
        self.pictured = any(f"figure:{entry.line.move.id}" in drawings for entry in view.entries)
        self._days = press.frame_number(view.days_in_view())
        self._read: dict[int, Key] = {}

    def read(self, node: Node, needs: Needs, view: View) -> Key:
        """What a node reads of what is around it: the fields of wider scopes, the days, the week's position."""
        if not view.like(self.view):
            return self._reading(needs, view)
        found = self._read.get(id(node))
        if found is None:
            found = self._read[id(node)] = (self.press.frame_number(self._reading(needs, self.view)),)
        return found

    def _reading(self, needs: Needs, view: View) -> Key:
        position = view.week.position if view.week and needs.strip else 0
        values = tuple([self.patterns.field(name, view) for name in needs.fields])
        return values, view.days_in_view(), position, self._days, self.pictured


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
        self.notes: dict[str, str] = {}
        self.notes_read = self.late_notes = False
        self._marked = 0
        self._press = press
        self._pool = press.pool
        self._states, self._frames = press.tightness(words, sizes, rooms)

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
        """The boxes of a node, from an earlier page or try where all that they depend on was the same.

        A node that looks at more than one exercise is remembered for other tries of its page only.
        """
        needs = self._press.needs_of(node.show if isinstance(node, EachNode) else node)
        frame = self._frame(node, ink, needs)
        if self._alone(needs, view):
            known, key = self._press.remembered, (frame, self.sheet.read(node, needs, view), *self._shown(needs, view))
        else:
            known, key = self.sheet.remembered, (frame, self.words.dropped, *view.bound())
        found = known.get(key)
        if found is None:
            before = self._marked
            found = make()
            if self._marked == before:  # notes are numbered over the whole page
                known[key] = found
        return found

    def _alone(self, needs: Needs, view: View) -> bool:
        """Whether a node looks at the exercise in view alone, if at any."""
        if not needs.local or (needs.levels and self.page.deck.levels):
            return False
        return bool(view.entries) if view.line else not needs.exercise

    def _shown(self, needs: Needs, view: View) -> Key:
        """The exercise in view: what is done week by week, or the stand-in, the other dose or the cue that is bound."""
        line, number, entries = view.line, self._press.number_of, view.entries
        if line is None:
            return ()
        done: object = self._press.lasting_number(line)
        if not needs.lasting:
            first = entries[0].week
            done = tuple([(entry.week - first, entry.session, number(entry.line)) for entry in entries])
        bound = [thing and number(thing) for thing in (view.swap, view.aid, view.other, view.cue)]
        return done, *bound, view.cue_run, view.days, line.key in self.words.dropped

    def _frame(self, node: Node, ink: str | None, needs: Needs) -> int:
        """How tightly a node is set, and in which colour; a number that equal ones share."""
        at = (id(node), ink)
        frame = self._frames.get(at)
        if frame is None:
            states = tuple([self.state(style) for style in needs.styles])
            frame = self._frames[at] = self._press.frame_number((*at, states, *self._said(needs)))
        return frame

    def _said(self, needs: Needs) -> Key:
        """How tightly the words are set, as far as it matters to a node."""
        words = self.words
        return (
            needs.names and words.short,
            needs.cues and (words.short_cues, words.fewer),
            needs.yields and (words.yielded, words.spared, words.back),
            needs.doses and tuple(self.rooms.items()),
            self.sizes.grown,
            self.sizes.closed,
        )

    def text(
        self,
        look: Look,
        at: Setting,
        words: tuple[tuple[str, Style], ...],
        offers: frozenset[Offer] = frozenset(),
        owner: str = "",
        role: Role = "paragraph",
        note: str = "",
    ) -> Text:
        """A text of some words, each in its style, with the mark of a note behind them."""

        def make() -> Text:
            sizes = self.sizes
            spans = tuple(span_of(self.setter, w, style, at.ink or style.colour, sizes) for w, style in words)
            groups = frozenset(style.group for _, style in words)
            giving = frozenset(style.group for _, style in words if style.least < 1)
            return Text(
                look=look, ground=at.ground, span=at.span, grown=at.grown, owner=owner, role=role,
                own=Traits(offers, groups, giving), spans=spans, setter=self.setter,
                limit=max(sizes.limit(style) for _, style in words), broken=bool(groups & sizes.broken),
                mark=mark_of(self.setter, note, spans[-1], self.design.floor) if note else None,
            )  # fmt: skip

        states = tuple([self.state(style) for _, style in words])
        said = tuple([(w, id(style)) for w, style in words])
        return self.pooled(("text", id(look), at, said, states, offers, owner, note), make)

    def noted(self, words: str) -> str:
        """The mark of a note at the foot of the page: its number there; equal notes have one."""
        self._marked += 1
        if words not in self.notes:
            self.late_notes |= self.notes_read
            self.notes[words] = str(len(self.notes) + 1)
        return self.notes[words]

    def read_notes(self) -> Mapping[str, str]:
        """All notes so far, with their marks; what is noted later comes too late."""
        self._marked += 1
        self.notes_read = True
        return self.notes


Builder = Callable[[Desk, Any, View, Setting], Box | None]
