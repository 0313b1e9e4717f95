"""How any node of a layout is read: its look, its track, its columns, and the styles, lines and lengths it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, TypeVar, cast

from planbuilder.model.axes import AXES
from planbuilder.model.design import NEVER, Align, Column, Flex, Look, Node, Stand, Style, Track
from planbuilder.model.fields import FIELDS
from planbuilder.model.layout_spec import ColumnSpec, NodeSpec
from planbuilder.model.pages import Stroke
from planbuilder.problems import Word
from planbuilder.resolve.tokens import Tokens

ALIGNS = ("start", "center", "end")
STANDS = ("top", "middle", "bottom", "baseline")
THIN = Stroke(0.75, "#000000")
T = TypeVar("T")

AT_MOST = "at most "
MOST_LETTERS = 999
OR_MORE = " or more"
_SHARE = re.compile(r"(?=rest|at least )(?:rest(?: (\d+(?:\.\d+)?))?)?(?: ?at least (\S+))?")


class Planter:
    """Turns nodes as written into nodes of the design; `align` is handed down from a box to what is in it."""

    def __init__(self, tokens: Tokens, makers: Mapping[str, Maker]) -> None:
        self.tokens = tokens
        self._makers = makers

    def nodes(self, specs: tuple[NodeSpec, ...], align: Align = "start", stand: Stand = "") -> tuple[Node, ...]:
        """The nodes of a list."""
        return tuple(self.node(spec, align, stand) for spec in specs)

    def node(self, spec: NodeSpec, align: Align, stand: Stand = "") -> Node:
        """One node; `stand` is where it sits if it does not say."""
        look = self._look(spec, align, stand)
        return self._makers[spec.kind](self, spec, look)

    def _look(self, spec: NodeSpec, align: Align, stand: Stand) -> Look:
        tokens, options = self.tokens, spec.options
        height, flex, weigh = self._height(options.get("height"))
        most = options.get("max-height")
        width = self.track(options["width"]) if "width" in options else Track()
        return Look(
            place=spec.place,
            width=width,
            height=height,
            flex=flex,
            weigh=weigh,
            least=tokens.length(options.get("min-height")),
            most=tokens.length(most) if most else float("inf"),
            pad=tokens.sides(spec.pad),
            before=tokens.length(options.get("before")),
            after=tokens.length(options.get("after")),
            align=cast("Align", tokens.one_of(options.get("align"), ALIGNS, align)),
            stand=cast("Stand", tokens.one_of(options.get("place"), STANDS, stand)),
            span=self._span(options.get("span")),
            runs_on=text_of(options.get("span")).endswith(OR_MORE),
            ground=self._ground(options.get("ground")),
            if_=text_of(options.get("if")),
            unless=text_of(options.get("unless")),
            yields=self._yields(options.get("yields")),
        )

    def _yields(self, word: Word | None) -> Literal["", "yes", "first"]:
        found = self.tokens.one_of(word, ("yes", "first", "no"), "no")
        return "" if found == "no" else cast("Literal['yes', 'first']", found)

    def _height(self, word: Word | None) -> tuple[float | None, Flex, str]:
        """A length; rest, grow; or rest days: so many shares of the rest."""
        if word is None:
            return None, "", ""
        flex, _, axis = word.text.partition(" ")
        if flex in ("rest", "grow"):
            return None, cast("Flex", flex), self._axis(Word(axis, word.place)) if axis else ""
        return self.tokens.length(word), "", ""

    def _span(self, word: Word | None) -> int | str:
        if word is None:
            return 1
        if word.text in AXES:
            return word.text
        number = word.text.removesuffix(OR_MORE)
        if number.isdecimal() and 1 <= int(number) <= 20:
            return int(number)
        self.tokens.unknown(word, '"{word}" is no number of columns.', AXES)
        return 1

    def _ground(self, word: Word | None) -> str:
        if word is None or "{" in word.text:
            return text_of(word)
        if word.text not in self.tokens.spec.grounds:
            self.tokens.unknown(word, 'There is no ground "{word}".', self.tokens.spec.grounds)
            return ""
        return word.text

    def track(self, word: Word) -> Track:
        """A width: a length, auto, at most 55mm (natural), rest, rest 1.6, at least 17mm, rest 1.6 at least 17mm."""
        if word.text == "auto":
            return Track()
        if word.text.startswith(AT_MOST):
            return Track("auto", self.tokens.length(Word(word.text.removeprefix(AT_MOST), word.place)))
        share = _SHARE.fullmatch(word.text)
        if share:
            least = self.tokens.length(Word(share[2], word.place)) if share[2] else 0.0
            return Track("rest", least, float(share[1] or 1))
        return Track("fixed", self.tokens.length(word))

    def columns(self, written: Word | tuple[ColumnSpec, ...] | None) -> tuple[Column, ...]:
        """Columns as listed, or by their name."""
        if isinstance(written, Word):
            named = self.tokens.spec.columns.get(written.text)
            if named is None:
                hint = "write a list of widths: [rest, 30mm, auto]"
                self.tokens.unknown(written, 'There are no columns "{word}".', self.tokens.spec.columns, hint)
            return self.columns(named)
        return tuple(Column(self.track(c.width), self._axis(c.each), self._field(c.if_)) for c in written or ())

    def _axis(self, word: Word | None) -> str:
        if word and word.text not in AXES:
            self.tokens.unknown(word, 'There is no axis "{word}".', AXES)
            return ""
        return text_of(word)

    def _field(self, word: Word | None) -> str:
        if word and word.text not in FIELDS:
            self.tokens.unknown(word, 'There is no field "{word}".', FIELDS)
            return ""
        return text_of(word)

    def role(self, spec: NodeSpec, default: str) -> Style:
        """The style of a part: the one it names, else that of its kind."""
        return self.tokens.style(spec.options.get("role") or Word(default, spec.place))

    def style(self, spec: NodeSpec, role: str, default: Style) -> Style:
        """A style that a part uses besides its own, where the layout has it."""
        return self.tokens.style(Word(role, spec.place)) if role in self.tokens.spec.styles else default

    def line(self, spec: NodeSpec, name: str, default: T) -> Stroke | T:
        """A line that the program asks for by name, where the layout has it."""
        return self.tokens.stroke(Word(name, spec.place)) if name in self.tokens.spec.lines else default

    def option_line(self, spec: NodeSpec, name: str) -> Stroke:
        """The line among the options, else the one of that name."""
        written = spec.options.get("line")
        return self.tokens.stroke(written) if written else self.line(spec, name, THIN)

    def length(self, spec: NodeSpec, option: str, default: float = 0.0) -> float:
        """A length among the options."""
        return self.tokens.length(spec.options.get(option), default)

    def colour(self, spec: NodeSpec) -> str:
        """The colour among the options, else that of the ink."""
        return self.tokens.colour(spec.options.get("colour"), self.tokens.named_colour("ink"))

    def letters(self, spec: NodeSpec, option: str) -> int:
        """A number of letters among the options; 0 where it is not there."""
        word = spec.options.get(option)
        if word is None or (word.text.isdecimal() and 1 <= int(word.text) <= MOST_LETTERS):
            return int(word.text) if word else NEVER
        self.tokens.error(word.place, '"{word}" is no number of letters.', "write one like 40", word=word.text)
        return NEVER

    def needed(self, spec: NodeSpec, option: str) -> float:
        """A length that a part cannot do without."""
        if option not in spec.options:
            self.tokens.error(
                spec.place, '"{kind}" needs {option}:', "write one like 11mm", kind=spec.kind, option=option
            )
        return self.length(spec, option, 10.0)


Maker = Callable[[Planter, NodeSpec, Look], Node]


def text_of(word: Word | None) -> str:
    """The text of a word; empty where there is none."""
    return word.text if word else ""
