"""Fonts as the catalogue lists them: families, their faces by weight, and the fonts that layouts ask for."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Typeface(NamedTuple):
    """One weight of a family, in a file of its own."""

    name: str
    weight: int
    file: Path


class Family(NamedTuple):
    """Faces that belong together, by rising weight; never empty."""

    id: str
    name: str
    licence: Path
    faces: tuple[Typeface, ...]

    def nearest(self, weight: int) -> Typeface:
        """The face nearest to a weight; the bolder one where two are as near."""
        return min(self.faces, key=lambda face: (abs(face.weight - weight), -face.weight))


class Catalogue(NamedTuple):
    """All families by id, and for each font its families: the first is used, the next lend the letters it lacks."""

    families: Mapping[str, Family]
    fonts: Mapping[str, tuple[Family, ...]]
