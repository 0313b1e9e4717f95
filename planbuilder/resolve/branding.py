"""A coach's own colour in place of a layout's: whether words can be read on it, and the tints that go with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from planbuilder.colour import WHITE, as_light_as, contrast, darkened
from planbuilder.model.plan import Brand
from planbuilder.problems import Problem, error

LEAST = 4.5
MAIN = "track"
TINTS = ("track-1", "track-2", "track-3")

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def brand_problems(brand: Brand | None) -> Iterator[Problem]:
    """What is wrong with the colour of a brand: no colour at all, or too pale for white words on it."""
    word = brand.colour if brand else None
    if word is None:
        return
    if not _COLOUR.fullmatch(word.text):
        hint = "write it as # and six digits, in quotes: {example}"
        yield error(word.place, '"{word}" is no colour.', hint, word=word.text, example='"#1A4F8A"')
    elif contrast(word.text, WHITE) < LEAST:
        pattern = "White words on {word} are hard to read: a contrast of {contrast} to 1, and {least} is the least."
        values = {"word": word.text, "contrast": f"{contrast(word.text, WHITE):.2g}", "least": LEAST}
        near = darkened(word.text, WHITE, LEAST)
        yield error(word.place, pattern, 'the nearest dark enough is "{near}"', near=near, **values)


def brand_colours(brand: Brand | None, own: Mapping[str, str]) -> dict[str, str]:
    """The colours of a layout that a brand replaces: the main one, and its tints as light as they were."""
    word = brand.colour if brand else None
    if word is None or MAIN not in own or any(True for _ in brand_problems(brand)):
        return {}
    tints = {name: as_light_as(word.text, own[name]) for name in TINTS if name in own}
    return {MAIN: word.text.upper(), **tints}
