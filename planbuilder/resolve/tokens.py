"""The tokens of a layout by name: lengths in points, colours as "#RRGGBB", lines, styles, grounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from planbuilder.geometry import Insets, length
from planbuilder.model.design import ANY, FLOOR, Ground, Pictures, Style
from planbuilder.model.layout_spec import GroundSpec, LayoutSpec, SidesSpec, StyleSpec
from planbuilder.model.pages import Stroke
from planbuilder.problems import Place, Problem, Word, error
from planbuilder.resolve.slips import COLOUR, colour_hint, length_hint, word_hint

T = TypeVar("T")
FONTS = ("display", "text")
STYLE_SIZE = 10.0
LEADING = {"display": 1.1, "text": 1.3}
DASH = (2.2, 2.2)
LONGEST = 10_000.0
DEEPEST = 8
BUILT_IN = {"black": "#000000", "white": "#FFFFFF"}

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)%")
_LINES = re.compile(r"([1-9])(?:-([1-9]))?")
_NUMBER = re.compile(r"\d{1,4}(?:\.\d+)?")


class Tokens:
    """Looks names up in a layout that has been merged; what is not there is a problem at its place.

    On a paper smaller than the layout's own lengths take the `scale` of it; lines and floors do not.
    """

    def __init__(self, spec: LayoutSpec, scale: float = 1.0) -> None:
        self.spec = spec
        self.scale = scale
        self.problems: list[Problem] = []
        self._styles: dict[str, Style] = {}

    def error(self, place: Place | None, pattern: str, hint: str = "", **values: object) -> None:
        """Keep a mistake, once."""
        problem = error(place, pattern, hint, **values)
        if problem not in self.problems:
            self.problems.append(problem)

    def unknown(self, word: Word, pattern: str, known: Iterable[str], otherwise: str = "") -> None:
        """Keep an error about a name that is not there, with the nearest that is; `otherwise` where there are none."""
        advice = word_hint(word.text, known)
        self.error(word.place, pattern, "{advice}" if advice else otherwise, word=word.text, advice=advice)

    def length(self, word: Word | None, default: float = 0.0, depth: int = 0, *, scaled: bool = True) -> float:
        """Points of a length or of a name from `sizes`; as written, whatever the paper, if it is not `scaled`."""
        if word is None:
            return default
        points = length(word.text)
        if points is not None and abs(points) <= LONGEST:
            return points * self.scale if scaled else points
        named = self.spec.sizes.get(word.text)
        if named is not None and depth < DEEPEST:
            return self.length(named, default, depth + 1, scaled=scaled)
        if named is not None or points is not None:
            hint = "write one like 12mm, 10pt or 2u"
        else:
            hint = length_hint(word.text, self.spec.sizes)
        self.error(word.place, '"{word}" is no length.', "{advice}", word=word.text, advice=hint)
        return default

    def colour(self, word: Word | None, default: str = "#000000", depth: int = 0) -> str:
        """A colour as "#RRGGBB": written so, or a name from `colours`."""
        if word is None:
            return default
        if _COLOUR.fullmatch(word.text):
            return word.text.upper()
        named = self.spec.colours.get(word.text)
        if named is not None and depth < DEEPEST:
            return self.colour(named, default, depth + 1)
        if word.text in BUILT_IN:
            return BUILT_IN[word.text]
        if named is not None:
            self.error(word.place, 'The colour "{word}" stands for itself.', COLOUR, word=word.text)
        else:
            advice = colour_hint(word.text, {**self.spec.colours, **BUILT_IN})
            self.error(word.place, 'There is no colour "{word}".', "{advice}", word=word.text, advice=advice)
        return default

    def named_colour(self, name: str, default: str = "#000000") -> str:
        """A colour that the program itself asks for."""
        return self.colour(self.spec.colours.get(name), default)

    def stroke(self, word: Word) -> Stroke:
        """A line by its name, or as written: 1.25pt ink dashed."""
        written = self.spec.lines.get(word.text, word)
        parts = written.text.split()
        if not 2 <= len(parts) <= 3 or parts[2:] not in ([], ["dashed"]):
            self.unknown(word, '"{word}" is no line; write one like 1.5pt ink, or 1pt ink dashed.', self.spec.lines)
            return Stroke(1.0, "#000000")
        width = self.length(Word(parts[0], written.place), scaled=False)
        colour = self.colour(Word(parts[1], written.place))
        return Stroke(width, colour, DASH if parts[2:] else ())

    def sides(self, spec: SidesSpec | None) -> Insets:
        """Air at the four sides."""
        if spec is None:
            return Insets()
        every = self.length(spec.all)
        both = self.length(spec.sides, every)
        return Insets(
            self.length(spec.top, every),
            self.length(spec.end, both),
            self.length(spec.bottom, every),
            self.length(spec.start, both),
        )

    def ground(self, spec: GroundSpec) -> Ground:
        """A surface."""
        edges = spec.edges
        lines: dict[str, Stroke] = {}
        for side in ("top", "end", "bottom", "start"):
            written = (getattr(edges, side) or edges.all) if edges else None
            if written and written.text != "none":
                lines[side] = self.stroke(written)
        bar = self.stroke(spec.bar) if spec.bar else None
        return Ground(
            fill=None if spec.fill is None or spec.fill.text == "none" else self.colour(spec.fill),
            ink=self.colour(spec.ink) if spec.ink else None,
            bar=(bar.width, bar.colour) if bar else None,
            pad=self.sides(spec.pad),
            **lines,
        )

    def style(self, role: Word) -> Style:
        """The style of a role."""
        if role.text not in self.spec.styles:
            hint = "extends: base brings styles along; or write it under styles:"
            self.unknown(role, 'There is no style "{word}".', self.spec.styles, hint)
            return Style(role.text, "text", 400, STYLE_SIZE, LEADING["text"], "#000000", group=role.text)
        return self._style(role.text, ())

    def _style(self, role: str, within: tuple[str, ...]) -> Style:
        found = self._styles.get(role)
        if found is None:
            found = self._styles[role] = self._made_style(role, self.spec.styles[role], within)
        return found

    def _made_style(self, role: str, spec: StyleSpec, within: tuple[str, ...]) -> Style:
        base = self._base_style(role, spec.from_, (*within, role))
        font = self.one_of(spec.font, FONTS, base.font if base else "text")
        size = self.length(spec.size, base.size if base else STYLE_SIZE)
        if size <= 0:
            place = spec.size.place if spec.size else spec.place
            self.error(place, "A style needs a size over nought.", "write one like 12pt")
            size = STYLE_SIZE
        elif spec.size:
            size = max(size, min(size / self.scale, self._floor(spec)))
        fewest, most = self._lines(spec.lines, (base.lines, base.most) if base else (ANY, ANY))
        return Style(
            role=role,
            font=font,
            weight=self._weight(spec.weight, base.weight if base else 400),
            size=size,
            leading=self.number(spec.leading, base.leading if base and font == base.font else LEADING[font], "1.3"),
            colour=self.colour(spec.colour, base.colour if base else self.named_colour("ink")),
            lines=fewest,
            most=most,
            least=self._least(spec, size, base),
            group=self._group(role, spec),
            floor=self._floor(spec),
        )

    def _base_style(self, role: str, word: Word | None, within: tuple[str, ...]) -> Style | None:
        if word is None:
            return None
        if word.text in within:
            hint = "one of them says its own size, and has no from:"
            self.error(word.place, 'The style "{role}" starts from itself.', hint, role=role)
            return None
        if word.text not in self.spec.styles:
            self.unknown(word, 'There is no style "{word}".', self.spec.styles)
            return None
        return self._style(word.text, within)

    def _group(self, role: str, spec: StyleSpec) -> str:
        if spec.with_ is None:
            return role
        if spec.with_.text not in self.spec.styles:
            self.unknown(spec.with_, 'There is no style "{word}".', self.spec.styles)
            return role
        return spec.with_.text

    def _least(self, spec: StyleSpec, size: float, base: Style | None) -> float:
        """The smallest share of its size: by `shrink`, and never under its floor or the layout's."""
        least = base.least if base else 1.0
        if spec.shrink:
            found = _PERCENT.fullmatch(spec.shrink.text)
            least = float(found[1]) / 100 if found else least
            if not found or not 0.1 <= least <= 1:
                self.error(spec.shrink.place, "shrink is a share of the size.", "write one from 10% to 100%: 80%")
                least = 1.0
        return min(1.0, max(least, self._floor(spec) / size))

    def _floor(self, spec: StyleSpec) -> float:
        """What a style itself says scales with the paper; what the layout promises holds on all of them."""
        return max(self.length(spec.floor), self.floor)

    @property
    def floor(self) -> float:
        """The smallest type there may be."""
        return self.length(self.spec.floor, FLOOR, scaled=False)

    def _lines(self, word: Word | None, default: tuple[int, int]) -> tuple[int, int]:
        if word is None:
            return default
        found = _LINES.fullmatch(word.text)
        if not found:
            self.error(word.place, '"{word}" is no number of lines.', "write 1, 2 or 1-2", word=word.text)
            return default
        fewest = int(found[1])
        return fewest, max(fewest, int(found[2] or fewest))

    def _weight(self, word: Word | None, default: int) -> int:
        if word is None:
            return default
        written = self.spec.weights.get(word.text, word)
        if written.text.isdecimal() and 100 <= int(written.text) <= 900:
            return int(written.text)
        pattern = '"{word}" is no weight; write one from 100 to 900.'
        if written is word:
            self.unknown(word, pattern, self.spec.weights)
        else:
            self.error(written.place, pattern, word=written.text)
        return default

    def number(self, word: Word | None, default: float, like: str) -> float:
        """A plain number; `like` is an example of it."""
        if word is None:
            return default
        if _NUMBER.fullmatch(word.text):
            return float(word.text)
        self.error(word.place, '"{word}" is no number.', "write one without a unit: {like}", word=word.text, like=like)
        return default

    def one_of(self, word: Word | None, known: tuple[str, ...], default: str) -> str:
        """One of a few words."""
        if word is None or word.text in known:
            return word.text if word else default
        self.unknown(word, '"{word}" is not possible here.', known)
        return default

    def pictures(self) -> Pictures:
        """How figures are drawn."""
        spec = self.spec.figure
        if spec is None:
            return Pictures()
        return Pictures(
            self.number(spec.limb, Pictures().limb, "7"),
            self.one_of(spec.far, ("solid", "hollow"), "solid"),
            self.one_of(spec.ghost, ("solid", "dashed"), "solid"),
        )


def checked(tokens: Tokens) -> tuple[Mapping[str, Ground], Mapping[str, Style], Mapping[str, str]]:
    """All grounds, styles and colours of a layout, so that every mistake in them comes to light, used or not."""
    spec = tokens.spec
    for word in spec.sizes.values():
        tokens.length(word)
    for name, word in spec.lines.items():
        tokens.stroke(replace(word, text=name))
    colours = {name: tokens.colour(word) for name, word in spec.colours.items()}
    grounds = {name: tokens.ground(ground) for name, ground in spec.grounds.items()}
    styles = {name: tokens.style(Word(name, style.place)) for name, style in spec.styles.items()}
    return grounds, styles, colours
