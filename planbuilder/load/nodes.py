"""YAML text to nodes that know their place: safe, bounded, scalars kept as written, no duplicate keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from planbuilder.load.syntax import explained, place_of
from planbuilder.problems import Place, Problem, Source, error
from planbuilder.records import record

DEEPEST = 40
MOST_NODES = 200_000
MOST_PROBLEMS = 100
NO_ANCHORS = "YAML's anchors are not used here: extends and defaults say things once"
NO_MERGING = "YAML's merging is not used here: extends and defaults say things once"
NO_LIBYAML = "The PyYAML on this computer came without libyaml, which planbuilder reads with."


@record
class Scalar:
    """A text exactly as written; `quoted` tells "10" from 10."""

    source: Source
    line: int
    column: int
    text: str
    quoted: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.source, self.line, self.column)


@record
class Items:
    """A list."""

    source: Source
    line: int
    column: int
    items: tuple[Node, ...]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.source, self.line, self.column)


@record
class Entries:
    """A map: keys as written, each once."""

    source: Source
    line: int
    column: int
    entries: tuple[tuple[Scalar, Node], ...]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.source, self.line, self.column)

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Items | Entries

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = "\r\n|[\n\r\u0085\u2028\u2029]"


def compose(source: Source) -> tuple[Node | None, tuple[Problem, ...]]:
    """The one node of a text, or None, and everything that is wrong with it as YAML. Never raises, always ends soon."""
    hidden = tuple(hidden_characters(source))
    if hidden:
        return None, hidden
    if not yaml.__with_libyaml__:
        return None, (
            error(Place(source), NO_LIBYAML, "install it again: python -m pip install --force-reinstall PyYAML"),
        )
    composer = _Composer(source)
    try:
        for event in yaml.parse(source.text, yaml.CSafeLoader):
            if not composer.take(event):
                break
    except yaml.YAMLError as mistake:
        return None, (*composer.problems[:MOST_PROBLEMS], explained(mistake, source))
    if composer.root is None and not composer.problems:
        composer.problems.append(error(Place(source), "There is nothing in this file."))
    return composer.root, tuple(composer.problems[:MOST_PROBLEMS])


def hidden_characters(source: Source) -> Iterator[Problem]:
    """An error for each line with a character that no text should hold, at the first of them."""
    if not _UNPRINTABLE.search(source.text):
        return
    found = 0
    for number, line in enumerate(re.split(_LINE_END, source.text), 1):
        hidden = _UNPRINTABLE.search(line)
        if hidden:
            yield _hidden(Place(source, number, hidden.start() + 1), hidden[0])
            found += 1
        if found == MOST_PROBLEMS:
            return


def _hidden(place: Place, character: str) -> Problem:
    return error(
        place,
        "An invisible character (U+{number}) stands here.",
        "delete it; it often comes along when text is copied",
        number=f"{ord(character):04X}",
    )


def _spot(event: Event) -> tuple[int, int]:
    """Line and column where it starts, counted from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


@record
class _Open:
    """A list or map that is still being read; a map holds its keys and values in turn."""

    line: int
    column: int
    is_map: bool
    nodes: list[Node] = field(default_factory=list)


class _Composer:
    """Puts a text's events together; stops where there are too many or they lie too deep."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._open: list[_Open] = []
        self._count = 0

    def take(self, event: Event) -> bool:
        """Work one event in; whether to go on."""
        match event:
            case ScalarEvent():
                self._refuse_marks(event)
                self._add(self._scalar(event))
            case MappingStartEvent() | SequenceStartEvent():
                self._refuse_marks(event)
                self._open.append(_Open(*_spot(event), isinstance(event, MappingStartEvent)))
            case MappingEndEvent() | SequenceEndEvent():
                self._add(self._closed())
            case AliasEvent():
                place = self._place(event)
                self._report(place, 'A text that starts with "*" goes in quotes.', NO_ANCHORS)
                self._add(Scalar(self.source, place.line, place.column, "*", quoted=True))
            case DocumentStartEvent() if self.root is not None:
                hint = "put it into a file of its own, or take out the ---"
                self._report(self._place(event), "A second document starts here.", hint)
                return False
        return self._within_bounds(event)

    def _within_bounds(self, event: Event) -> bool:
        self._count += 1
        if self._count <= MOST_NODES and len(self._open) <= DEEPEST:
            return len(self.problems) < MOST_PROBLEMS
        if len(self._open) > DEEPEST:
            hint = "bring it down to a few levels"
            self._report(self._place(event), "Too many lists and maps lie inside one another here.", hint)
        else:
            self._report(self._place(event), "There is too much in this file.", "split it into several files")
        self.root = None
        return False

    def _place(self, event: Event) -> Place:
        return Place(self.source, *_spot(event))

    def _scalar(self, event: ScalarEvent) -> Scalar:
        style, text = event.style, event.value
        if style == '"':
            hidden = _UNPRINTABLE.search(text)
            if hidden:
                self.problems.append(_hidden(self._place(event), hidden[0]))
        elif not style and "- " in text:
            self._refuse_swallowed_dash(self._place(event), place_of(self.source, event.end_mark))
        line, column = _spot(event)
        return Scalar(self.source, line, column, text or event.tag or "", bool(style))

    def _refuse_swallowed_dash(self, start: Place, end: Place) -> None:
        """A text that runs on over a line with a dash was meant as a list."""
        for number in range(start.line + 1, end.line + 1):
            line = self.source.line(number)
            indented = line.lstrip(" ")
            if indented.startswith("- "):
                place = Place(self.source, number, len(line) - len(indented) + 1)
                hint = "take the text out of the line of the key, or write it as the first item of the list"
                self._report(place, "This dash belongs to no list: the key above has a text already.", hint)
                return

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node

    def _closed(self) -> Node:
        done = self._open.pop()
        if done.is_map:
            return Entries(self.source, done.line, done.column, tuple(self._pairs(done.nodes)))
        return Items(self.source, done.line, done.column, tuple(done.nodes))

    def _pairs(self, nodes: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        """Keys with their values; what cannot be a key, or stands here twice, is reported and left out."""
        lines: dict[str, int] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                hint = "a text with [ or {{ goes in quotes"
                self._report(key.place, "A key is one text, not a list or a map.", hint)
            elif key.text == "<<" and not key.quoted:
                self.problems = [problem for problem in self.problems if problem.place != value.place]  # it says why
                self._report(key.place, '"<<" is not known here.', NO_MERGING)
            elif not key.text:
                hint = "write the key, or put the text in quotes"
                self._report(key.place, "A key is missing before this colon.", hint)
            elif key.text in lines:
                pattern = '"{key}" stands here twice; the first is in line {line}.'
                self._report(key.place, pattern, "keep one of the two", key=key.text, line=lines[key.text])
            else:
                lines[key.text] = key.line
                yield key, value

    def _refuse_marks(self, event: NodeEvent) -> None:
        if event.anchor is not None:
            self._report(self._place(event), 'A text that starts with "&" goes in quotes.', NO_ANCHORS)
        elif getattr(event, "tag", None) is not None:
            hint = "YAML's tags are not used here"
            self._report(self._place(event), 'A text that starts with "!" goes in quotes.', hint)

    def _report(self, place: Place, pattern: str, hint: str, **values: object) -> None:
        self.problems.append(error(place, pattern, hint, **values))
