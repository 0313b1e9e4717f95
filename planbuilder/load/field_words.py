"""The fields in a layout: whether there are such, and whether they can say anything where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planbuilder.load.reader import Reader
from planbuilder.model.fields import FIELDS
from planbuilder.model.layout_spec import NodeSpec, PageSpec
from planbuilder.problems import Place, Word, nearest

FIELD = re.compile(r"\{([^{}]*)\}")
NOT = "not "
MEANT: Mapping[str, str] = {"reps": "amount", "hold": "time"}
SCOPES: Mapping[str, tuple[str, ...]] = {
    scope: tuple(name.partition(".")[2] for name in FIELDS if name.startswith(f"{scope}."))
    for scope in dict.fromkeys(name.partition(".")[0] for name in FIELDS)
}
BOUND_BY: Mapping[str, str] = {
    "exercise": "exercises",
    "lane": "exercises",
    "swap": "swaps",
    "thing": "things",
    "cue": "cues",
    "day": "days",
    "group": "groups",
    "panel": "panels",
}
"""Scopes that are empty unless an `each` of this axis is around them."""
PARTS_OF_MOVES = ("name", "unit", "cues", "figure")


def check_words(words: Word, reader: Reader) -> None:
    """Errors for braces that stand alone, fields that are not there, and a field without its braces."""
    for name in FIELD.findall(words.text):
        check_field(words, name, reader)
    rest = FIELD.sub("", words.text)
    if "{" in rest or "}" in rest:
        hint = "a field has one at both ends: {field}"
        reader.error(words.place, "A brace stands alone here.", hint, field="{plan.title}")
    elif words.text in FIELDS:
        hint = 'write "{field}"'
        reader.error(words.place, "In a text a field stands between braces.", hint, field=f"{{{words.text}}}")


def check_field(words: Word, name: str, reader: Reader) -> None:
    """An error where there is no such field."""
    if name not in FIELDS:
        reader.error(words.place, 'There is no field "{word}".', _advice(name), word=name)


def _advice(name: str) -> str:
    bare = name.removeprefix(NOT).strip("{} ")
    if name.startswith(NOT) and bare in FIELDS:
        return f"write unless: {bare}"
    scope, dot, key = bare.partition(".")
    if not dot:
        return _without_scope(bare)
    if scope not in SCOPES:
        scope = nearest(scope, SCOPES) or ""
    if not scope:
        return f"a field begins with one of: {', '.join(SCOPES)}"
    keys = SCOPES[scope]
    near = key if key in keys else MEANT.get(key, "")
    near = near if near in keys else nearest(key, keys) or ""
    return f"did you mean {scope}.{near}?" if near else f"{scope} has: {', '.join(keys)}"


def _without_scope(word: str) -> str:
    if word in SCOPES:
        return f"write {word}. and one of: {', '.join(SCOPES[word])}"
    named = [f"{scope}.{word}" for scope, keys in SCOPES.items() if word in keys]
    if named:
        return f"write one of: {', '.join(named)}"
    near = nearest(word, FIELDS)
    return f"did you mean {near}?" if near else f"a field begins with one of: {', '.join(SCOPES)}"


def check_reach(pages: Sequence[PageSpec], per: Iterable[Word], reader: Reader) -> None:
    """Errors for fields and parts that can never say anything, because nothing around them has one thing in view."""
    bound = frozenset(f"{word.text}s" for word in per)
    for page in pages:
        for node in page.page:
            _check_node(node, bound, reader)
        check_reach(page.show, per, reader)
        for blank in page.blank:
            for node in blank.page:
                _check_node(node, bound | {"panels"}, reader)


def _check_node(node: NodeSpec, bound: frozenset[str], reader: Reader) -> None:
    for place, name, axis in _asked(node):
        if axis not in bound:
            hint = "put it inside each: {axis}"
            if name == "group.heading" and "exercises" in bound:
                hint += "; what one exercise stands in is exercise.group"
            reader.error(place, '"{name}" has nothing to say here.', hint, name=name, axis=axis)
    inner = bound | {node.words.text} if node.kind == "each" and node.words else bound
    for child in (*node.nodes, *filter(None, (node.between,))):
        _check_node(child, inner, reader)


def _asked(node: NodeSpec) -> Iterator[tuple[Place | None, str, str]]:
    """What a node asks one thing for, with the axis of that: its fields, and a part that shows an exercise."""
    if node.kind in PARTS_OF_MOVES:
        yield node.place, node.kind, "exercises"
    asked = [word for word in (node.options.get("if"), node.options.get("unless")) if word]
    for words in (node.words, *(span.words for span in node.spans), node.options.get("ground")):
        asked += [Word(name, words.place) for name in FIELD.findall(words.text)] if words else []
    for word in asked:
        axis = BOUND_BY.get(word.text.partition(".")[0])
        if axis and word.text in FIELDS:
            yield word.place, word.text, axis
