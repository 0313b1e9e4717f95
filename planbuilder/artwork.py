"""The drawings of one build: icons and pictures as loaded, and the figure of every move in the design's own style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from planbuilder.model.figure import FarLimb, Figure, FigureStyle, Start
from planbuilder.problems import Problem
from planbuilder.words import Say, words

if TYPE_CHECKING:
    from planbuilder.load.library import Library
    from planbuilder.model.deck import Deck, Move
    from planbuilder.model.design import Design
    from planbuilder.model.pages import Artwork, Drawing


def artwork(
    decks: Sequence[Deck], library: Library, style: FigureStyle, icons: Mapping[str, Drawing]
) -> tuple[dict[str, Artwork], tuple[Problem, ...]]:
    """The icons and pictures, and for every move with a figure its drawing under "figure:<id>"; each solved once.

    The decks are in one language.
    """
    drawings: dict[str, Artwork] = {**icons, **library.pictures}
    problems: tuple[Problem, ...] = ()
    say = words(decks[0].language)
    for move in dict.fromkeys(move for deck in decks for move in _moves(deck)):
        exercise = library.exercise(move)
        if exercise is None or exercise.figure is None:
            continue
        drawing, found = _drawn(exercise.figure, style, say)
        problems += found
        if drawing is not None:
            name = f"figure:{move}"
            drawings[name] = replace(drawing, name=name, alt=exercise.alt or drawing.alt)
    return drawings, problems


def _drawn(figure: Figure, style: FigureStyle, say: Say) -> tuple[Drawing | None, tuple[Problem, ...]]:
    """The drawing of a figure; a plan without figures never loads what draws them."""
    from planbuilder.figures import draw

    return draw(figure, style, say)


def figure_style(design: Design) -> FigureStyle:
    """How a design has figures drawn; a colour the layout does not name stays as in the shipped layouts."""
    look, plain = design.pictures, FigureStyle()

    def colour(name: str) -> str:
        return design.colours.get(name, str(getattr(plain, name)))

    return FigureStyle(
        ink=colour("ink"),
        slate=colour("slate"),
        track=colour("track"),
        far=colour("far"),
        ghost=colour("ghost"),
        prop=colour("prop"),
        limb=look.limb,
        far_limb=cast("FarLimb", look.far),
        start=cast("Start", look.ghost),
    )


def _moves(deck: Deck) -> Iterator[str]:
    """The ids of all moves that a page may show, stand-ins too."""
    for move in _every_move(deck):
        yield move.id


def _every_move(deck: Deck) -> Iterator[Move]:
    for workouts in deck.workouts:
        for workout in filter(None, workouts):
            for line in workout.lines:
                yield line.move
                yield from (swap.move for swap in line.swaps)
