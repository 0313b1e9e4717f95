"""A pose in words becomes a solved skeleton and then the strokes of a pictogram. Pure geometry."""

from planbuilder.figures.alt import alt_text
from planbuilder.figures.arrange import arrange
from planbuilder.figures.checks import check
from planbuilder.figures.draw import picture
from planbuilder.model.figure import Figure, FigureStyle
from planbuilder.model.pages import Drawing
from planbuilder.problems import Problem
from planbuilder.words import Say


def draw(figure: Figure, style: FigureStyle, say: Say = str) -> tuple[Drawing | None, tuple[Problem, ...]]:
    """The drawing of a figure, with its words for the blind, and warnings about what looks wrong."""
    placed = arrange(figure, style)
    done, build = placed[0][0].all, placed[0][0].build
    return picture(figure, placed, style, alt_text(figure, done, say)), check(figure, done, build)


def figure_problems(figure: Figure) -> tuple[Problem, ...]:
    """Warnings about what looks wrong, without a drawing."""
    scene = arrange(figure, FigureStyle())[0][0]
    return check(figure, scene.all, scene.build)
