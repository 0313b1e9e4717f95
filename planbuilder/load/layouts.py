"""Layout files to records as written: kinds, options and fields checked at their place, tokens left to the cascade."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field, replace

from planbuilder.load.field_words import check_field, check_reach, check_words
from planbuilder.load.files import Folders
from planbuilder.load.nodes import Entries, Items, Node, Scalar, compose
from planbuilder.load.reader import Reader, is_empty
from planbuilder.load.records import Readers, decode, shape_of
from planbuilder.model.axes import AXES, is_axis
from planbuilder.model.layout_spec import (
    KINDS,
    OPTIONS,
    ColumnSpec,
    Kind,
    LayoutSpec,
    NodeSpec,
    OrderSpec,
    PageSpec,
    SidesSpec,
    SpanSpec,
    StyleSpec,
)
from planbuilder.problems import Problem, Source, Word, error, nearest
from planbuilder.records import record

DEEPEST = 4
ALL = "all"
NOT_LAYOUTS = ("icons",)
OF_STYLES = tuple(key.key for key in shape_of(StyleSpec).keys)
Sources = tuple[Source, ...]
Known = dict[Source, LayoutSpec | None]


@record
class Shelf:
    """Where layouts are looked for, what was read there, and what was read before, for other layouts."""

    folders: Folders
    reader: Reader
    known: Known
    sources: list[Source] = field(default_factory=list)

    def spec(self, source: Source) -> LayoutSpec | None:
        """One layout file, without what it extends."""
        self.sources.append(source)
        if source not in self.known:
            self.known[source] = read_layout(source, self.reader)
        return self.known[source]


def load_layout(
    name: str, folders: Folders, known: Known | None = None
) -> tuple[LayoutSpec | None, tuple[Problem, ...], Sources]:
    """A layout by name with all that it extends, its mistakes, and the files read.

    Files that are `known` are not read again, nor are their mistakes told again.
    """
    shelf = Shelf(folders, Reader(), {} if known is None else known)
    spec = _load(Word(name), (), shelf)
    return spec, tuple(shelf.reader.problems), tuple(shelf.sources)


def layout_names(folders: Folders) -> tuple[str, ...]:
    """The names of all layouts there are."""
    return tuple(name for name in folders.names("layouts") if name not in NOT_LAYOUTS)


def theme_names(spec: LayoutSpec) -> tuple[str, ...]:
    """The themes a layout may be printed in, with those of what it extends."""
    below = theme_names(spec.base) if spec.base is not None else ()
    return tuple(dict.fromkeys((*below, *spec.themes)))


def load_layouts(names: str, folders: Folders) -> tuple[tuple[LayoutSpec, ...], tuple[Problem, ...], Sources]:
    """Layouts by their names with commas between, each once; or all of them that can be printed."""
    every = names.strip() == ALL
    asked = layout_names(folders) if every else tuple(name for name in re.split(r"[,\s]+", names) if name)
    known: Known = {}
    loaded = [load_layout(name, folders, known) for name in dict.fromkeys(asked or (names,))]
    specs = tuple(spec for spec, _, _ in loaded if spec is not None and (_has_pages(spec) or not every))
    problems = {(problem.place, problem.message): problem for _, found, _ in loaded for problem in found}
    sources = dict.fromkeys(source for _, _, read in loaded for source in read)
    return specs, tuple(problems.values()), tuple(sources)


def printable(folders: Folders) -> tuple[tuple[LayoutSpec, ...], tuple[Problem, ...]]:
    """All layouts with pages, their own or those of what they extend, by name; and what is wrong in any of them."""
    known: Known = {}
    loaded = [load_layout(name, folders, known) for name in layout_names(folders)]
    specs = tuple(spec for spec, _, _ in loaded if spec is not None and _has_pages(spec))
    return specs, tuple(problem for _, problems, _ in loaded for problem in problems)


def _has_pages(spec: LayoutSpec) -> bool:
    return bool(spec.pages) or (spec.base is not None and _has_pages(spec.base))


def _load(name: Word, within: tuple[str, ...], shelf: Shelf) -> LayoutSpec | None:
    reader = shelf.reader
    if len(within) >= DEEPEST:
        reader.error(name.place, "Layouts extend each other at most {most} deep.", most=DEEPEST)
        return None
    source = _found(name, within, shelf.folders)
    if isinstance(source, Problem):
        reader.problems.append(source)
        return None
    spec = shelf.spec(source)
    if spec is None:
        return None
    base = _load(spec.extends, (*within, name.text), shelf) if spec.extends else None
    if spec.extends and base is None:
        return None
    check_reach(spec.pages, _per(spec, base), reader)
    return replace(spec, name=name.text, base=base)


def _per(spec: LayoutSpec, base: LayoutSpec | None) -> tuple[Word, ...]:
    return spec.per or (_per(base, base.base) if base else ())


def _found(name: Word, within: tuple[str, ...], folders: Folders) -> Source | Problem:
    names = layout_names(folders)
    path = folders.find("layouts", name.text) if name.text in names else None
    if path is None:
        near = nearest(name.text, names)
        hint = "did you mean {near}?" if near else "layouts here: {names}"
        found = ", ".join(names)
        return error(name.place, 'There is no layout "{name}".', hint, name=name.text, near=near, names=found)
    if name.text in within:
        others = [other for other in folders.catalogues("layouts", name.text) if other != path]
        if within[-1] != name.text or len(others) < within.count(name.text):
            circle = " → ".join([*within, name.text])
            pattern = "These layouts extend each other in a circle: {circle}."
            return error(name.place, pattern, "take extends: out of one of them, or extend another", circle=circle)
        path = others[within.count(name.text) - 1]  # one's own of this name starts from the one it takes the place of
    return folders.read(path)


def read_layout(source: Source, reader: Reader) -> LayoutSpec | None:
    """One layout file, without what it extends."""
    node, problems = compose(source)
    reader.problems += problems
    return decode(LayoutSpec, node, reader, READERS) if node is not None else None


def _node(node: Node, reader: Reader) -> NodeSpec | None:
    """A box or part: one word, or a map with exactly one kind."""
    if isinstance(node, Scalar):
        return _one_word(node, reader)
    if isinstance(node, Items):
        reader.error(node.place, "A list stands here, where one box or part is needed.", "write stack: before it")
        return None
    kinds = [(name, value) for name, value in node.entries if name.text in KINDS]
    if len(kinds) != 1:
        _no_one_kind(node, kinds, reader)
        return None
    name, value = kinds[0]
    options = [entry for entry in node.entries if entry[0] is not name]
    return _filled(name, value, options, reader)


def _one_word(node: Scalar, reader: Reader) -> NodeSpec | None:
    kind = KINDS.get(node.text)
    if kind is None:
        hint = "words to print are a text: - text: {said}"
        reader.unknown(
            node.place, 'There is no box or part "{word}".', node.text, KINDS, otherwise=hint, said=node.text
        )
        return None
    if "nothing" not in kind.holds:
        reader.error(node.place, '"{kind}" needs something in it.', "write {kind}: and what it holds", kind=node.text)
        return None
    return NodeSpec(node.place, node.text)


def _no_one_kind(node: Entries, kinds: list[tuple[Scalar, Node]], reader: Reader) -> None:
    if kinds:
        names = ", ".join(name.text for name, _ in kinds)
        hint = "one of them belongs inside the other, or begins a line of its own with a dash"
        reader.error(kinds[1][0].place, "Two kinds of box or part in one: {names}.", hint, names=names)
        return
    strange = [name for name, _ in node.entries if name.text not in OPTIONS]
    place = strange[0].place if strange else node.place
    word = strange[0].text if strange else ""
    hint = "begin with what it is: text: Hello, row: [...], figure: ..."
    reader.unknown(place, "None of these keys is a box or part.", word, KINDS, otherwise=hint)


def _filled(name: Scalar, value: Node, options: list[tuple[Scalar, Node]], reader: Reader) -> NodeSpec:
    """A node with its content and options; a part with options and no content takes them as its value."""
    kind = KINDS[name.text]
    spec = NodeSpec(name.place, name.text)
    if isinstance(value, Entries) and "nothing" in kind.holds:
        options = [*value.entries, *options]
    else:
        spec = _with_content(spec, kind, value, reader)
    for option, setting in options:
        spec = _with_option(spec, kind, option, setting, reader)
    return spec


def _with_content(spec: NodeSpec, kind: Kind, value: Node, reader: Reader) -> NodeSpec:
    if kind.holds == "nodes":
        return replace(spec, nodes=_nodes(value, reader))
    if kind.holds in ("spans", "pattern") and (bare := _bare_field(value)):
        reader.error(value.place, "Words with a field go in quotes.", 'write "{{{field}}}"', field=bare)
        return spec
    if kind.holds == "spans" and not isinstance(value, Scalar):
        return replace(spec, spans=tuple(s for item in reader.items(value) for s in _span(item, reader)))
    if kind.holds == "nothing":
        reader.error(value.place, '"{kind}" holds nothing.', "give it options, or no value", kind=spec.kind)
        return spec
    words = reader.word(value)
    if words is None:
        return spec
    if kind.holds in ("spans", "pattern"):
        check_words(words, reader)
    if kind.holds == "axis" and not is_axis(words.text):
        reader.unknown(words.place, 'There is no axis "{word}".', words.text, AXES)
    return replace(spec, words=words)


def _bare_field(value: Node) -> str:
    """The field that YAML took for a map, because its braces stand without quotes."""
    if isinstance(value, Entries) and len(value.entries) == 1 and is_empty(value.entries[0][1]):
        return value.entries[0][0].text
    return ""


def _nodes(value: Node, reader: Reader) -> tuple[NodeSpec, ...]:
    found = (_node(item, reader) for item in reader.items(value))
    return tuple(spec for spec in found if spec is not None)


def _span(item: Node, reader: Reader) -> Iterable[SpanSpec]:
    entries = reader.entries(item, "a part of a text")
    for role, value in entries.entries if entries else ():
        if bare := _bare_field(value):
            reader.error(value.place, "Words with a field go in quotes.", 'write "{{{field}}}"', field=bare)
            continue
        words = reader.word(value)
        if words:
            check_words(words, reader)
            yield SpanSpec(item.place, Word(role.text, role.place), words)


def _with_option(spec: NodeSpec, kind: Kind, name: Scalar, value: Node, reader: Reader) -> NodeSpec:
    known = (*OPTIONS, *kind.options)
    if name.text not in known:
        reader.unknown_key(name, value, *_known_options(name.text, spec.kind, kind, known))
        return spec
    match name.text:
        case "pad":
            return replace(spec, pad=_sides(value, reader))
        case "show":
            return replace(spec, nodes=_nodes(value, reader))
        case "between":
            return replace(spec, between=_node(value, reader))
        case "columns" if not isinstance(value, Scalar):
            columns = (decode(ColumnSpec, item, reader) for item in reader.items(value))
            return replace(spec, columns=tuple(c for c in columns if c))
    words = reader.word(value)
    if words is None:
        return spec
    if name.text == "columns":
        return replace(spec, columns=words)
    if name.text in ("if", "unless"):
        check_field(words, words.text, reader)
    if name.text == "ground":
        check_words(words, reader)
    return replace(spec, options={**spec.options, name.text: words})


def _known_options(name: str, what: str, kind: Kind, known: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The options that a slip may have meant, and what to say if it meant none of them."""
    if name in OF_STYLES:
        return (), f"its style says that: role: my-{what}, and under styles: my-{what}: {{{{{name}: ...}}}}"
    if what == "each" and name in ("gap", "columns", "column-gap"):
        return (), f"each is no box: {name}: belongs to the box around it"
    own = f"{what} has {', '.join(kind.options)}; " if kind.options else ""
    return known, f"{own}every box and part has {', '.join(OPTIONS)}"


def _sides(node: Node, reader: Reader) -> SidesSpec | None:
    """Air at the sides."""
    if isinstance(node, Items):
        hint = "write one length, or {{top: 8mm, bottom: 8mm, sides: 10mm}}"
        reader.error(node.place, "Air at the sides is no list.", hint)
        return None
    return decode(SidesSpec, node, reader)


def _page(node: Node, reader: Reader) -> PageSpec | None:
    """A page of a card; an error where a box or part stands in its place."""
    first = node.entries[0][0] if isinstance(node, Entries) and node.entries else node
    if isinstance(first, Scalar) and first.text in KINDS and first.text != "each":
        hint = "write - page: before it, and all that is on the page below, further in"
        reader.error(first.place, '"{kind}" stands on a page, and there is none here.', hint, kind=first.text)
        return None
    return decode(PageSpec, node, reader, READERS)


def _order(node: Node, reader: Reader) -> OrderSpec:
    """Rows of page numbers."""
    rows = (tuple(reader.word(number) for number in reader.items(row)) for row in reader.items(node))
    return OrderSpec(node.place, tuple(tuple(filter(None, row)) for row in rows))


READERS: Readers = {NodeSpec: _node, PageSpec: _page, OrderSpec: _order, SidesSpec: _sides}
