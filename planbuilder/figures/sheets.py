"""Sheets of many small drawings: all words for poses, views and things, and all figures with or without their names."""

from __future__ import annotations

from collections.abc import Sequence

from planbuilder.figures.arrange import arrange
from planbuilder.figures.draw import picture
from planbuilder.figures.lettering import A4, MARGIN, Lettering
from planbuilder.figures.poses import POSES
from planbuilder.figures.view import SQUARE
from planbuilder.model.figure import POSES as NAMES
from planbuilder.model.figure import (
    PROPS,
    VIEWS,
    Angle,
    Contact,
    Figure,
    FigureStyle,
    Frame,
    Limb,
    Prop,
    View,
)
from planbuilder.model.pages import Drawing, Group, Mark, Page
from planbuilder.problems import Place, Source

NOWHERE = Place(Source("the sheet of poses", ""))
HEAD, CAPTION, GUTTER = 44.0, 14.0, 10.0
FRONTAL = ("band", "hip-line", "mirror", "spots", "ball")

Captioned = tuple[str, Drawing]


def pose_sheets(pen: Lettering) -> tuple[Page, ...]:
    """All base poses, all views and all things, each with the word that calls it."""
    poses = [(name, _drawn(alone(name), pen.style)) for name in NAMES]
    views = [(name, _drawn(Figure(NOWHERE, (_STEP,), View(*VIEWS[name], name)), pen.style)) for name in VIEWS]
    things = [(name, _drawn(_with(name), pen.style)) for name in PROPS if name != "floor"]
    return (
        *grid("Base poses", "from: one of these words", poses, pen, 5),
        *grid("Views", "view: one of these words, or {turn: 70, tilt: 14} in degrees", views, pen, 5),
        *grid("Things", "props: any of these words", things, pen, 5),
    )


def contact_sheets(drawings: Sequence[Captioned], pen: Lettering) -> tuple[Page, ...]:
    """All figures, each with its name."""
    return grid("Figures", "", drawings, pen, 5)


def quiz_sheets(drawings: Sequence[Captioned], pen: Lettering) -> tuple[Page, ...]:
    """All figures with numbers only, for somebody to name; the answers on pages of their own at the end."""
    numbered = [(str(n), drawing) for n, (_, drawing) in enumerate(drawings, 1)]
    asked = "Name each exercise. The answers are on the last page."
    return (*grid("Which exercise is this?", asked, numbered, pen, 5), *_answers([name for name, _ in drawings], pen))


def _answers(names: Sequence[str], pen: Lettering) -> list[Page]:
    columns, line = 3, 15.0
    rows = int((A4.height - 2 * MARGIN - HEAD) // line)
    pages = []
    for start in range(0, len(names), columns * rows):
        marks = pen.title("Answers")
        for n, name in enumerate(names[start : start + columns * rows]):
            x = MARGIN + n // rows * (A4.width - 2 * MARGIN) / columns
            marks.append(pen.words(f"{start + n + 1}  {name}", x, MARGIN + HEAD + (n % rows + 1) * line, 10))
        pages.append(Page(A4, tuple(marks), "Answers"))
    return pages


def grid(title: str, below: str, drawings: Sequence[Captioned], pen: Lettering, columns: int) -> tuple[Page, ...]:
    """Drawings in rows with their captions, on as many pages as it takes."""
    cell = (A4.width - 2 * MARGIN + GUTTER) / columns
    rows = int((A4.height - 2 * MARGIN - HEAD) // (cell + CAPTION))
    pages = []
    for start in range(0, len(drawings), columns * rows):
        marks: list[Mark] = pen.title(title, below)
        for n, (name, drawing) in enumerate(drawings[start : start + columns * rows]):
            x, y = MARGIN + n % columns * cell, MARGIN + HEAD + n // columns * (cell + CAPTION)
            marks.append(Group(drawing, x, y, (cell - GUTTER) / SQUARE, role="figure"))
            marks.append(pen.words(name, x, y + cell + 2))
        pages.append(Page(A4, tuple(marks), title))
    return tuple(pages)


def _drawn(figure: Figure, style: FigureStyle) -> Drawing:
    return picture(figure, arrange(figure, style), style)


def alone(pose: str) -> Figure:
    """A base pose by itself, with the furniture that it leans on."""
    props = tuple(
        Prop(NOWHERE, t.support, (("under", "seat"),) if t.part == "seat" else ())
        for t in POSES[pose].touches[-1:] + POSES[pose].touches[:1]
        if t.support in ("chair", "wall")
    )
    return Figure(NOWHERE, (Frame(NOWHERE, pose),), props=props)


_STEP = Frame(
    NOWHERE,
    "standing",
    limbs=(
        Limb(NOWHERE, "leg", "near", (Angle(NOWHERE, "hip", 70), Angle(NOWHERE, "knee", 80))),
        Limb(NOWHERE, "arm", "far", (Angle(NOWHERE, "up", 60), Angle(NOWHERE, "elbow", 60))),
    ),
    contacts=(Contact(NOWHERE, "foot", "far", "floor"),),
)


def _with(name: str) -> Figure:
    """A body that uses a thing as it is mostly used."""
    frame = Frame(NOWHERE, "standing")
    if name in ("sofa", "chair", "bike"):
        frame = Frame(NOWHERE, "seated", contacts=(Contact(NOWHERE, "seat", "", name),))
    elif name in ("step", "stairs", "books"):
        frame = Frame(NOWHERE, "standing", contacts=(Contact(NOWHERE, "foot", "", name),))
    elif name in ("mat", "weight"):
        frame = Frame(NOWHERE, "bridge")
    elif name in ("wall", "rail"):
        frame = Frame(NOWHERE, "wall-lean")
    elif name == "hill":
        frame = Frame(NOWHERE, "running")
    elif name == "towel":
        frame = Frame(NOWHERE, "long-sitting", limbs=(Limb(NOWHERE, "arm", "", (Angle(NOWHERE, "up", 50),)),))
    options = {"towel": (("from", "hand"), ("to", "near foot")), "ball": (("between", "knee"),)}
    view = View(*VIEWS["front"], "front") if name in FRONTAL else None
    return Figure(NOWHERE, (frame,), view, (Prop(NOWHERE, name, options.get(name, ())),))
