"""Right-to-left pages: start and end change places on finished marks. Figures turn to face the text, icons do not."""

from __future__ import annotations

from dataclasses import replace

from planbuilder.model.pages import Glyphs, Group, Link, Mark, Path, Picture, Step

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def right_to_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    return language.replace("_", "-").split("-")[0].lower() in RIGHT_TO_LEFT


def mirrored(mark: Mark, width: float) -> Mark:
    """A mark on the other side of a page this wide; words keep their own direction."""
    match mark:
        case Glyphs():
            return replace(mark, x=width - mark.x - width_of(mark))
        case Path():
            return replace(mark, steps=tuple(_turned(step, width) for step in mark.steps))
        case Group():
            side = mark.drawing.size.width * mark.scale
            turns = mark.role == "figure" and not mark.drawing.own
            return replace(mark, x=width - mark.x - side, mirrored=turns != mark.mirrored)
        case Picture() | Link():
            return replace(mark, box=mark.box._replace(x=width - mark.box.x - mark.box.width))


def width_of(mark: Glyphs) -> float:
    """Width of a line of text."""
    at, run = mark.runs[-1]
    return at + run.advance * mark.size


def _turned(step: Step, width: float) -> Step:
    name, numbers = step
    if name == "R":
        x, y, w, h = numbers
        return name, (width - x - w, y, w, h)
    return name, tuple(width - n if k % 2 == 0 else n for k, n in enumerate(numbers))
