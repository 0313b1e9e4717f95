from collections.abc import Callable
from pathlib import Path

import pytest

from planbuilder.geometry import Size
from planbuilder.model.pages import Glyphs, Mark, Page
from planbuilder.model.typeface import Catalogue, Family, Typeface
from planbuilder.paint.faces import Faces

FONTS = Path(__file__).parents[2] / "fonts"


def family(name: str, **weights: int) -> Family:
    folder = FONTS / name.lower().replace(" ", "-")
    cuts = {weight: folder / f"{name.replace(' ', '')}-{cut}.ttf" for cut, weight in weights.items()}
    faces = (Typeface(f"{folder.name} {weight}", weight, file) for weight, file in cuts.items())
    return Family(folder.name, name, folder / "OFL.txt", tuple(faces))


BARLOW = family("Barlow Condensed", Medium=500, SemiBold=600, Bold=700, ExtraBold=800)
ATKINSON = family("Atkinson Hyperlegible", Regular=400, Bold=700)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    fonts = {"display": (BARLOW, ATKINSON), "text": (ATKINSON, BARLOW)}
    return Catalogue({BARLOW.id: BARLOW, ATKINSON.id: ATKINSON}, fonts)


@pytest.fixture
def faces(catalogue: Catalogue) -> Faces:
    return Faces(catalogue)


@pytest.fixture
def line(faces: Faces) -> Callable[..., Glyphs]:
    """A line of text, word by word as the layout sets it, or in one run."""

    def set_line(words: str, y: float = 50, size: float = 20, font: str = "text", whole: bool = False) -> Glyphs:
        face = faces.face(font, 700)
        x, runs = 0.0, []
        for word in [words] if whole else words.split(" "):
            run = faces.shape(word, face)
            runs.append((x, run))
            x += (run.advance + faces.shape(" ", face).advance) * size
        return Glyphs(10, y, size, "#16202B", tuple(runs), words)

    return set_line


@pytest.fixture
def page() -> Callable[..., Page]:
    def make_page(*marks: Mark, width: float = 400, height: float = 300, label: str = "") -> Page:
        return Page(Size(width, height), marks, label)

    return make_page
