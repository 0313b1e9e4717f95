"""Layout files to records as written: kinds, options and fields checked at their place, tokens left to the cascade."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from planbuilder.load.files import Folders
from planbuilder.load.nodes import Entries, Items, Node, Scalar, compose
from planbuilder.load.reader import Reader
from planbuilder.load.records import Readers, decode
from planbuilder.model.axes import AXES, is_axis
from planbuilder.model.fields import FIELDS
from planbuilder.model.layout_spec import (
    KINDS,
    OPTIONS,
    ColumnSpec,
    Kind,
    LayoutSpec,
    NodeSpec,
    OrderSpec,
    SidesSpec,
    SpanSpec,
)
from planbuilder.problems import Problem, Source, Word, error, nearest

DEEPEST = 4
ALL = "all"
NOT_LAYOUTS = ("icons",)
FIELD = re.compile(r"\{([^{}]*)\}")
Sources = tuple[Source, ...]


def load_layout(name: str, folders: Folders) -> tuple[LayoutSpec | None, tuple[Problem, ...], Sources]:
    """A layout by name with all that it extends, its mistakes, and the files read."""
    reader = Reader()
    sources: list[Source] = []
    spec = _load(Word(name), (), folders, reader, sources)
    return spec, tuple(reader.problems), tuple(sources)


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
    loaded = [load_layout(name, folders) for name in dict.fromkeys(asked or (names,))]
    specs = tuple(spec for spec, _, _ in loaded if spec is not None and (_has_pages(spec) or not every))
    problems = {(problem.place, problem.message): problem for _, found, _ in loaded for problem in found}
    sources = {source.name: source for _, _, read in loaded for source in read}
    return specs, tuple(problems.values()), tuple(sources.values())


def printable(folders: Folders) -> tuple[tuple[LayoutSpec, ...], tuple[Problem, ...]]:
    """All layouts with pages, their own or those of what they extend, by name; and what is wrong in any of them."""
    loaded = [load_layout(name, folders) for name in layout_names(folders)]
    specs = tuple(spec for spec, _, _ in loaded if spec is not None and _has_pages(spec))
    return specs, tuple(problem for _, problems, _ in loaded for problem in problems)


def _has_pages(spec: LayoutSpec) -> bool:
    return bool(spec.pages) or (spec.base is not None and _has_pages(spec.base))


def _load(
    name: Word, within: tuple[str, ...], folders: Folders, reader: Reader, sources: list[Source]
) -> LayoutSpec | None:
    if name.text in within:
        circle = " → ".join([*within, name.text])
        reader.error(name.place, "These layouts extend each other in a circle: {circle}.", circle=circle)
        return None
    if len(within) >= DEEPEST:
        reader.error(name.place, "Layouts extend each other at most {most} deep.", most=DEEPEST)
        return None
    source = _found(name, folders)
    if isinstance(source, Problem):
        reader.problems.append(source)
        return None
    sources.append(source)
    spec = read_layout(source, reader)
    if spec is None:
        return None
    base = _load(spec.extends, (*within, name.text), folders, reader, sources) if spec.extends else None
    if spec.extends and base is None:
        return None
    return replace(spec, name=name.text, base=base)


def _found(name: Word, folders: Folders) -> Source | Problem:
    names = layout_names(folders)
    path = folders.find("layouts", name.text) if name.text in names else None
    if path is None:
        near = nearest(name.text, names)
        hint = "did you mean {near}?" if near else "layouts here: {names}"
        found = ", ".join(names)
        return error(name.place, 'There is no layout "{name}".', hint, name=name.text, near=near, names=found)
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
        reader.unknown(node.place, 'There is no box or part "{word}".', node.text, KINDS)
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
    reader.unknown(place, "None of these keys is a box or part.", word, KINDS)


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
    if kind.holds == "spans" and not isinstance(value, Scalar):
        return replace(spec, spans=tuple(s for item in reader.items(value) for s in _span(item, reader)))
    if kind.holds == "nothing":
        reader.error(value.place, '"{kind}" holds nothing.', "give it options, or no value", kind=spec.kind)
        return spec
    words = reader.word(value)
    if words is None:
        return spec
    if kind.holds in ("spans", "pattern"):
        _check_fields(words, reader)
    if kind.holds == "axis" and not is_axis(words.text):
        reader.unknown(words.place, 'There is no axis "{word}".', words.text, AXES)
    return replace(spec, words=words)


def _nodes(value: Node, reader: Reader) -> tuple[NodeSpec, ...]:
    found = (_node(item, reader) for item in reader.items(value))
    return tuple(spec for spec in found if spec is not None)


def _span(item: Node, reader: Reader) -> Iterable[SpanSpec]:
    entries = reader.entries(item, "a part of a text")
    for role, value in entries.entries if entries else ():
        words = reader.word(value)
        if words:
            _check_fields(words, reader)
            yield SpanSpec(item.place, Word(role.text, role.place), words)


def _with_option(spec: NodeSpec, kind: Kind, name: Scalar, value: Node, reader: Reader) -> NodeSpec:
    known = (*OPTIONS, *kind.options)
    if name.text not in known:
        reader.unknown_key(name, value, known)
        return spec
    match name.text:
        case "pad":
            return replace(spec, pad=decode(SidesSpec, value, reader))
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
        _check_field(words, words.text, reader)
    if name.text == "ground":
        _check_fields(words, reader)
    return replace(spec, options={**spec.options, name.text: words})


def _check_fields(words: Word, reader: Reader) -> None:
    for name in FIELD.findall(words.text):
        _check_field(words, name, reader)
    if "{" in FIELD.sub("", words.text) or "}" in FIELD.sub("", words.text):
        reader.error(
            words.place, "A brace stands alone here.", "a field has one at both ends: {field}", field="{plan.title}"
        )


def _check_field(words: Word, name: str, reader: Reader) -> None:
    if name not in FIELDS:
        reader.unknown(words.place, 'There is no field "{word}".', name, FIELDS)


def _order(node: Node, reader: Reader) -> OrderSpec:
    """Rows of page numbers."""
    rows = (tuple(reader.word(number) for number in reader.items(row)) for row in reader.items(node))
    return OrderSpec(node.place, tuple(tuple(filter(None, row)) for row in rows))


READERS: Readers = {NodeSpec: _node, OrderSpec: _order}
