"""How a drawing's shapes are filled and drawn: attributes and inline styles to finished colours, widths and dashes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from planbuilder.load.reader import Reader
from planbuilder.model.pages import Cap, Join, Stroke
from planbuilder.problems import Place
from planbuilder.records import record

BLACK = "#000000"
NO_COLOUR = ("none", "transparent")
LARGEST = 1e6
MOST_DASHES = 12
THINNEST = 0.001
NAMES = {
    "aqua": "#00FFFF", "black": BLACK, "blue": "#0000FF", "brown": "#A52A2A", "currentcolor": BLACK,
    "cyan": "#00FFFF", "darkblue": "#00008B", "darkgray": "#A9A9A9", "darkgreen": "#006400", "darkgrey": "#A9A9A9",
    "darkred": "#8B0000", "dimgray": "#696969", "dimgrey": "#696969", "fuchsia": "#FF00FF", "gold": "#FFD700",
    "gray": "#808080", "green": "#008000", "grey": "#808080", "lightblue": "#ADD8E6", "lightgray": "#D3D3D3",
    "lightgreen": "#90EE90", "lightgrey": "#D3D3D3", "lime": "#00FF00", "magenta": "#FF00FF", "maroon": "#800000",
    "navy": "#000080", "olive": "#808000", "orange": "#FFA500", "pink": "#FFC0CB", "purple": "#800080",
    "red": "#FF0000", "silver": "#C0C0C0", "skyblue": "#87CEEB", "steelblue": "#4682B4", "tan": "#D2B48C",
    "teal": "#008080", "tomato": "#FF6347", "turquoise": "#40E0D0", "violet": "#EE82EE", "white": "#FFFFFF",
    "whitesmoke": "#F5F5F5", "yellow": "#FFFF00",
}  # fmt: skip

NEUTRAL: Mapping[str, tuple[str, ...]] = {
    "opacity": ("1", "1.0", "100%"),
    "fill-opacity": ("1", "1.0", "100%"),
    "stroke-opacity": ("1", "1.0", "100%"),
    "filter": ("none",),
    "mask": ("none",),
    "clip-path": ("none",),
    "marker": ("none",),
    "marker-start": ("none",),
    "marker-mid": ("none",),
    "marker-end": ("none",),
    "mix-blend-mode": ("normal",),
    "visibility": ("visible",),
}
"""What changes a shape in ways that cannot be printed, unless it says that it does not."""

_NUMBER = re.compile(r"[-+]?(?:\d++\.?\d*+|\.\d++)(?:[eE][-+]?\d{1,2})?+")
_HEX = re.compile(r"#[0-9a-f]{6}|#[0-9a-f]{3}")
_RGB = re.compile(r"rgb\(([\d\s,]{5,40})\)")
_CAPS = ("butt", "round", "square")
_JOINS = {"miter": "miter", "round": "round", "bevel": "bevel", "miter-clip": "miter", "arcs": "miter"}


@record
class Ink:
    """How shapes are filled and drawn from here on, as a drawing begins with it."""

    fill: str | None = BLACK
    stroke: str | None = None
    width: float = 1.0
    cap: Cap = "butt"
    join: Join = "miter"
    dash: tuple[float, ...] = ()
    even_odd: bool = False

    def pen(self, scale: float) -> Stroke | None:
        """The line around a shape that is scaled; None where there is none to be seen."""
        width = self.width * scale
        if self.stroke is None or width < THINNEST:
            return None
        return Stroke(width, self.stroke, tuple(length * scale for length in self.dash), self.cap, self.join)


def number(text: str) -> float | None:
    """A number as drawings write it, with or without px."""
    text = text.strip().removesuffix("px")
    if not _NUMBER.fullmatch(text):
        return None
    value = float(text)
    return value if abs(value) <= LARGEST else None


def declared(style: str) -> Iterator[tuple[str, str]]:
    """The names and values of an inline style."""
    for part in style.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            yield name.strip().lower(), value.removesuffix("!important").strip()


def mixed(ink: Ink, properties: Iterable[tuple[str, str]], place: Place, reader: Reader) -> Ink:
    """The ink with properties laid on; what cannot be printed is an error at the shape's place."""
    for name, value in properties:
        low = value.strip().lower()
        if "url(" in low:
            hint = "fill it with one colour, like #1A4F8A"
            reader.error(place, "{name} refers to something else, which cannot be printed.", hint, name=name)
        elif name in NEUTRAL:
            if low not in NEUTRAL[name]:
                hint = "use plain colours and shapes; a lighter colour does for see-through ones"
                reader.error(place, "{name} cannot be printed.", hint, name=name)
        elif name in PROPERTIES and low != "inherit":
            changed = PROPERTIES[name](ink, low)
            if changed is None:
                pattern = '"{value}" is no {name} that can be printed.'
                reader.error(place, pattern, HINTS.get(name, "write a number"), value=value, name=name)
            ink = changed or ink
    return ink


def colour(text: str) -> str | None:
    """A colour as "#RRGGBB", or None where it is none."""
    if _HEX.fullmatch(text):
        digits = text[1:] if len(text) == 7 else "".join(digit * 2 for digit in text[1:])
        return f"#{digits.upper()}"
    found = _RGB.fullmatch(text)
    channels = found[1].replace(",", " ").split() if found else ()
    if len(channels) == 3:
        return "#" + "".join(f"{min(int(channel), 255):02X}" for channel in channels)
    return NAMES.get(text)


def _fill(ink: Ink, text: str) -> Ink | None:
    found = colour(text)
    return replace(ink, fill=found) if found or text in NO_COLOUR else None


def _stroke(ink: Ink, text: str) -> Ink | None:
    found = colour(text)
    return replace(ink, stroke=found) if found or text in NO_COLOUR else None


def _width(ink: Ink, text: str) -> Ink | None:
    width = number(text)
    return replace(ink, width=width) if width is not None and width >= 0 else None


def _cap(ink: Ink, text: str) -> Ink | None:
    return replace(ink, cap=cast("Cap", text)) if text in _CAPS else None


def _join(ink: Ink, text: str) -> Ink | None:
    return replace(ink, join=cast("Join", _JOINS[text])) if text in _JOINS else None


def _dash(ink: Ink, text: str) -> Ink | None:
    """An odd number of lengths goes round twice, in drawings as in print."""
    if text == "none":
        return replace(ink, dash=())
    lengths = [number(part) for part in text.replace(",", " ").split()]
    known = tuple(length for length in lengths if length is not None and length >= 0)
    if len(known) != len(lengths) or len(known) > MOST_DASHES:
        return None
    return replace(ink, dash=known if sum(known) else ())


def _rule(ink: Ink, text: str) -> Ink | None:
    return replace(ink, even_odd=text == "evenodd") if text in ("evenodd", "nonzero") else None


PROPERTIES: Mapping[str, Callable[[Ink, str], Ink | None]] = {
    "fill": _fill,
    "stroke": _stroke,
    "stroke-width": _width,
    "stroke-linecap": _cap,
    "stroke-linejoin": _join,
    "stroke-dasharray": _dash,
    "fill-rule": _rule,
}
HINTS = {
    "fill": "write it like #1A4F8A, or none",
    "stroke": "write it like #1A4F8A, or none",
    "stroke-linecap": "write butt, round or square",
    "stroke-linejoin": "write miter, round or bevel",
    "stroke-dasharray": "write lengths, like 4 2, or none",
    "fill-rule": "write nonzero or evenodd",
}
