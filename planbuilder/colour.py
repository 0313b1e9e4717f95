"""Colours as "#RRGGBB": how light they are, how well they stand out from each other, how dark they print in grey."""

from __future__ import annotations

from functools import lru_cache

WHITE = "#FFFFFF"
BLACK = "#000000"


def contrast(one: str, other: str) -> float:
    """How well two colours stand out from each other, from 1 (not at all) to 21 (black on white), as WCAG counts it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=256)
def luminance(colour: str) -> float:
    """How much light a colour throws back, from 0 (black) to 1 (white)."""
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=256)
def tone(colour: str) -> float:
    """The share of the paper that a colour covers when it is printed in grey, from 0 (white) to 1 (black)."""
    red, green, blue = _channels(colour)
    return 1 - (0.299 * red + 0.587 * green + 0.114 * blue)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)


def mixed(one: str, other: str, share: float) -> str:
    """A colour on the straight way from one to another: nought of the share is the one, all of it the other."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(255 * (a + (b - a) * share)):02X}" for a, b in pairs)


def darkened(colour: str, other: str, ratio: float) -> str:
    """The nearest darker shade of a colour that stands out from another by a ratio."""
    return next(shade for step in range(101) if contrast(shade := mixed(colour, BLACK, step / 100), other) >= ratio)


def as_light_as(colour: str, model: str) -> str:
    """The tint of a colour that throws back as much light as a model, or as little less as can be."""
    tints = (mixed(colour, WHITE, step / 100) for step in range(100, -1, -1))
    light = luminance(model)
    return min(tints, key=lambda tint: abs(luminance(tint) - light))
