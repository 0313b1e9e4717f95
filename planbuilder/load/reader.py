"""What every reading of nodes needs: single values, and a heap on which all mistakes are collected."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planbuilder.load.nodes import Entries, Items, Node, Scalar
from planbuilder.problems import Place, Problem, Word, error, nearest, warning

MOST_PROBLEMS = 500
MOST_NAMES = 12
YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}

_WHOLE = re.compile(r"-?[0-9]{1,9}")
_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")
_LINE_ENDS = r"[ \t]*[\r\n\t\u0085\u2028\u2029][ \t\r\n\u0085\u2028\u2029]*"
_GLUED = r"([a-z][a-z-]*):(?!//)(\S.*)"


class Reader:
    """Reads single values and collects what is wrong with them, up to a bound that no honest file reaches."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    @property
    def full(self) -> bool:
        """Whether no more problems are kept."""
        return len(self.problems) >= MOST_PROBLEMS

    def error(self, place: Place | None, pattern: str, hint: str = "", **values: object) -> None:
        """Keep a mistake that stops the build."""
        if not self.full:
            self.problems.append(error(place, pattern, hint, **values))

    def warning(self, place: Place | None, pattern: str, hint: str = "", **values: object) -> None:
        """Keep something the author should know that stops nothing."""
        if not self.full:
            self.problems.append(warning(place, pattern, hint, **values))

    def unknown(self, place: Place | None, pattern: str, word: str, known: Iterable[str], **values: object) -> None:
        """Keep an error about {word}, with the nearest known word as its hint, else what there is to choose from.

        Where that is too much the hint is the value called `otherwise`.
        """
        if self.full:
            return
        names = tuple(known)
        near = nearest(word, names)
        hint = "did you mean {near}?" if near else str(values.pop("otherwise", ""))
        if not near and 0 < len(names) <= MOST_NAMES:
            hint = "write one of: {names}"
        self.error(place, pattern, hint, **{**values, "word": word, "near": near, "names": ", ".join(names)})

    def unknown_key(self, name: Scalar, value: Node, known: Iterable[str], otherwise: str = "") -> None:
        """Keep an error about a key that may not stand here; one without a value was hardly meant as a key.

        `otherwise` is the hint where no known key is near.
        """
        glued = re.fullmatch(_GLUED, name.text)
        if is_empty(value) and glued:
            hint = "write {key}: {value}"
            self.error(name.place, "A space is missing after the colon.", hint, key=glued[1], value=glued[2])
            return
        if not self.stray(name, value):
            self.unknown(name.place, 'There is no "{word}" here.', name.text, known, otherwise=otherwise)

    def stray(self, name: Scalar, value: Node) -> bool:
        """Whether a key is what a comma parted from the text before it; this is kept as an error."""
        if not is_empty(value) or not _is_stray(name):
            return False
        hint = "if a comma parted it from the text before, put that whole text in quotes"
        self.error(name.place, '"{word}" has nothing after it.', hint, word=name.text)
        return True

    def text(self, node: Node) -> str | None:
        """One text on one line, or None with an error."""
        if not isinstance(node, Scalar):
            self.not_one_text(node)
            return None
        text = node.text if node.text.isprintable() else re.sub(_LINE_ENDS, " ", node.text)
        text = text.strip(" ")
        if not text:
            self._nothing(node)
            return None
        return text

    def word(self, node: Node) -> Word | None:
        """One text with its place, or None with an error."""
        text = self.text(node)
        return None if text is None else Word(text, node.place)

    def choice(self, node: Node, allowed: Iterable[str]) -> str | None:
        """One of the words allowed, or None with an error."""
        text = self.text(node)
        words = tuple(allowed)
        if text is None or text in words:
            return text
        self.unknown(node.place, '"{word}" is not possible here.', text, words)
        return None

    def yes_or_no(self, node: Node) -> bool | None:
        """Yes or no, or None with an error."""
        text = self.text(node)
        if text is not None and text.lower() not in YES_OR_NO:
            self.error(node.place, 'This is yes or no, not "{text}".', "write yes, or no", text=text)
        return YES_OR_NO.get(text.lower()) if text is not None else None

    def whole_number(self, node: Node) -> int | None:
        """A whole number, or None with an error."""
        text = self.text(node)
        if text is None or _WHOLE.fullmatch(text):
            return None if text is None else int(text)
        self.error(node.place, 'A whole number is needed here, not "{text}".', "write it in digits: 3", text=text)
        return None

    def number(self, node: Node) -> float | None:
        """A number, or None with an error."""
        text = self.text(node)
        if text is None or _NUMBER.fullmatch(text):
            return None if text is None else float(text)
        self.error(node.place, 'A number is needed here, not "{text}".', "write it in digits: 3 or 2.5", text=text)
        return None

    def items(self, node: Node) -> tuple[Node, ...]:
        """The items of a list; a single thing counts as a list of one, nothing at all is an error."""
        if isinstance(node, Items):
            return node.items
        if is_empty(node):
            self._nothing(node)
            return ()
        return (node,)

    def entries(self, node: Node, what: str = "") -> Entries | None:
        """A map as it stands, or None with an error that calls it by `what` it is for."""
        if isinstance(node, Entries):
            return node
        if is_empty(node):
            self._nothing(node)
            return None
        glued = re.match(_GLUED, node.text) if isinstance(node, Scalar) else None
        hint = "leave a space after the colon: {key}: ..." if glued else "write a key, a colon, a space and the value"
        if isinstance(node, Items) and all(isinstance(item, Entries) for item in node.items):
            hint = "write the keys without dashes, one below another"
        pattern = "{what} needs keys with values, not {shape}."
        if not what:
            pattern = "Keys with values are needed here, not {shape}."
        shape = "a list" if isinstance(node, Items) else "one text"
        key = glued[1] if glued else ""
        self.error(node.place, pattern, hint, what=what, shape=shape, key=key)
        return None

    def _nothing(self, node: Node) -> None:
        line = node.source.line(node.line)
        if "#" in line[node.column - 1 :] and not (isinstance(node, Scalar) and node.quoted):
            hint = "what follows # is a comment: a text with # goes in quotes"
        else:
            hint = "write what it should say, or take the line out"
        self.error(node.place, "There is nothing here.", hint)

    def not_one_text(self, node: Items | Entries) -> None:
        """Keep an error about a list or keys where one text belongs: most often a text that wants quotes."""
        opening = node.source.line(node.line)[node.column - 1 : node.column]
        first = node.entries[0][0].text if isinstance(node, Entries) and node.entries else ""
        shape = "a list" if isinstance(node, Items) else "keys with values"
        hint = ""
        if opening in ("[", "{"):
            hint = "a text that starts with {opening} goes in quotes"
        elif first:
            hint = 'a text with a colon goes in quotes: "{first}: ..."'
        elif isinstance(node, Items) and len(node.items) == 1:
            hint = "take the dash out"
        self.error(node.place, "One text is needed here, not {shape}.", hint, shape=shape, opening=opening, first=first)


def is_empty(node: Node) -> bool:
    """Whether nothing was written (not even empty quotes)."""
    return isinstance(node, Scalar) and not node.text and not node.quoted


def _is_stray(name: Scalar) -> bool:
    """Whether a key stands without a colon, as what a comma inside braces parts from a text."""
    line = name.source.line(name.line)
    return not line[name.column - 1 + len(name.text) + 2 * name.quoted :].lstrip(" ").startswith(":")
