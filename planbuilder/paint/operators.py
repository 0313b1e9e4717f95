"""Paths and colours to PDF operators with short numbers. Coordinates stay: the page is turned y-down once."""

from __future__ import annotations

from functools import lru_cache

from planbuilder.geometry import Rect, Size
from planbuilder.model.pages import Path, Step, Stroke

_LETTERS = {"M": "m", "L": "l", "C": "c", "Z": "h", "R": "re"}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """A number as short as three decimals allow: 12, .5, -3.25."""
    if value == int(value):
        return str(int(value))
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    if text.startswith("0."):
        return text[1:]
    if text.startswith("-0"):
        return "-" + text[2:] if len(text) > 2 else "0"
    return text


def numbers(*values: float) -> str:
    """Numbers with a space between them."""
    return " ".join(map(number, values))


def upward(box: Rect, page: Size) -> tuple[float, float, float, float]:
    """A box as PDF dictionaries want it: left, bottom, right, top, counted from the bottom of its page."""
    return box.x, page.height - box.bottom, box.right, page.height - box.y


@lru_cache(maxsize=256)
def filling(colour: str) -> str:
    """The operator that makes "#RRGGBB" the colour of fills and letters."""
    return f"{_channels(colour)} g" if _grey(colour) else f"{_channels(colour)} rg"


@lru_cache(maxsize=256)
def stroking(stroke: Stroke) -> str:
    """The operators that set width, colour, dash and ends of lines."""
    colour = f"{_channels(stroke.colour)} G" if _grey(stroke.colour) else f"{_channels(stroke.colour)} RG"
    join = _JOINS[stroke.join or ("round" if stroke.cap == "round" else "miter")]
    return f"{number(stroke.width)} w {colour} [{numbers(*stroke.dash)}] 0 d {_CAPS[stroke.cap]} J {join} j"


def outline(path: Path) -> str:
    """The path and the operator that fills, strokes, or does both."""
    finish = "B" if path.fill and path.stroke else "f" if path.fill else "S" if path.stroke else "n"
    holes = "*" if path.even_odd and path.fill else ""
    return " ".join([*map(_step, path.steps), finish + holes])


def _step(step: Step) -> str:
    letter, values = step
    return f"{numbers(*values)} {_LETTERS[letter]}" if values else _LETTERS[letter]


def _grey(colour: str) -> bool:
    return colour[1:3] == colour[3:5] == colour[5:7]


def _channels(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return number(red) if _grey(colour) else numbers(red, green, blue)
