"""When pages are alike to fitting: where the same words are in trouble and all else takes the same room."""

from __future__ import annotations

from collections.abc import Hashable

from planbuilder.layout.boxes import Box
from planbuilder.layout.frames import Row, Stack
from planbuilder.layout.parts.text import Text


def likeness(box: Box) -> Hashable:
    """A key that pages share if the same steps would make them fit.

    What is calm, with no trouble and nothing to give, counts by its size alone: another week, the same room.
    So does a text on one line that can do nothing but shrink.
    """
    if calm(box):
        height = None if box.look.flex else box.known_height
        return id(box.look), height, None if box.traits.groups else box.extent()
    if isinstance(box, Text) and on_one_line(box):
        return id(box.look), box.known_height
    if isinstance(box, (Stack, Row)):
        return id(box.look), tuple(map(likeness, box.children()))
    return id(box)


def on_one_line(text: Text) -> bool:
    """Whether a text fits on one line and has no other words to offer: smaller it does so all the more."""
    return not (text.traits.offers or text.owner or text.troubled or text.wrapped)


def calm(box: Box) -> bool:
    """Whether a box fits as it stands and would not change with anything that fitting does."""
    traits = box.traits
    return not (traits.offers or traits.giving or box.troubled)
