"""Catalogue and text in, shaped runs out: opens the fonts that are used and measures with HarfBuzz."""

from __future__ import annotations

import struct
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import uharfbuzz as hb

from planbuilder.model.measure import Run
from planbuilder.model.typeface import Catalogue, Family
from planbuilder.paint.glyphs import Glyph, Piece

_MISSING = 0


class OpenFace:
    """A font file opened for shaping; lengths are given in thousandths of an em."""

    def __init__(self, data: bytes) -> None:
        self.harfbuzz = hb.Face(hb.Blob(data))
        self.font = hb.Font(self.harfbuzz)
        self.scale: float = 1000 / self.harfbuzz.upem

    @property
    def postscript_name(self) -> str:
        """What the font calls itself in a PDF."""
        name = self.harfbuzz.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Unnamed"
        return "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-"))

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The box that holds every glyph: left, bottom, right, top."""
        head = self.harfbuzz.reference_table("head").data
        left, bottom, right, top = struct.unpack_from(">4h", head, 36)
        return left * self.scale, bottom * self.scale, right * self.scale, top * self.scale

    def glyph(self, character: str) -> int:
        """The glyph of a single character; 0 where there is none."""
        return self.font.get_nominal_glyph(ord(character)) or _MISSING

    def width(self, glyph: int) -> float:
        """How far a glyph moves the pen where nothing is kerned."""
        return round(float(self.font.get_glyph_h_advance(glyph)) * self.scale, 3)

    def metric(self, tag: hb.OTMetricsTag) -> float:
        """A length that the font states of itself, or that follows from its outlines."""
        return round(float(self.font.get_metric_position_with_fallback(tag)) * self.scale, 3)

    def shape(self, text: str, language: str) -> tuple[Glyph, ...]:
        """The glyphs of a text, kerned and ligated."""
        if not text:
            return ()
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = language
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self.font, buffer)
        infos = buffer.glyph_infos
        texts = _shares([info.cluster for info in infos], text)
        scale = self.scale
        return tuple(
            Glyph(info.codepoint, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale, share)
            for info, at, share in zip(infos, buffer.glyph_positions, texts, strict=True)
        )


class Faces:
    """Measures text in the fonts of a catalogue. Opens a file when it is first needed, shapes a text once."""

    def __init__(
        self, catalogue: Catalogue, language: str = "en", read_font: Callable[[Path], bytes] = Path.read_bytes
    ) -> None:
        self._catalogue = catalogue
        self._language = language
        self._read_font = read_font
        self._faces = {face.name: (family, face) for family in catalogue.families.values() for face in family.faces}
        self._lenders: dict[str, tuple[Family, ...]] = {}
        for family, *lenders in catalogue.fonts.values():
            self._lenders.setdefault(family.id, tuple(lenders))
        self._open: dict[str, OpenFace] = {}
        self._runs: dict[tuple[str, str], Run] = {}
        self._capitals: dict[str, float] = {}
        self._covered: dict[str, bool] = {}

    def face(self, font: str, weight: int) -> str:
        """The name of the face for a font ("display", "text") at the nearest weight."""
        return self._catalogue.fonts[font][0].nearest(weight).name

    def shape(self, text: str, face: str) -> Run:
        """The run of a text in a face; letters the face lacks come from the families that lend to it."""
        run = self._runs.get((text, face))
        if run is None:
            run = self._runs[text, face] = self._shape(text, face)
        return run

    def capital(self, face: str) -> float:
        """Height of a capital letter, in ems."""
        if face not in self._capitals:
            self._capitals[face] = self.opened(face).metric(hb.OTMetricsTag.CAP_HEIGHT) / 1000
        return self._capitals[face]

    def covers(self, character: str) -> bool:
        """Whether every font can print a character, by itself or with a letter lent to it."""
        covered = self._covered.get(character)
        if covered is None:
            fonts = self._catalogue.fonts.values()
            covered = all(any(self._prints(family.nearest(400).name, character) for family in font) for font in fonts)
            self._covered[character] = covered
        return covered

    def opened(self, face: str) -> OpenFace:
        """A face ready for shaping and for cutting a subset."""
        opened = self._open.get(face)
        if opened is None:
            opened = self._open[face] = OpenFace(self._read_font(self._faces[face][1].file))
        return opened

    def _prints(self, face: str, cluster: str) -> bool:
        """Whether a face has all it takes; a letter with a mark may be put together from the two."""
        return all(glyph.id != _MISSING for glyph in self.opened(face).shape(cluster, self._language))

    def _shape(self, text: str, face: str) -> Run:
        glyphs = self.opened(face).shape(text, self._language)
        if any(glyph.id == _MISSING for glyph in glyphs):
            pieces = tuple(
                Piece(name, self.opened(name).shape(part, self._language)) for name, part in self._lent(text, face)
            )
        else:
            pieces = (Piece(face, glyphs),)
        advance = sum(glyph.advance for piece in pieces for glyph in piece.glyphs) / 1000
        return Run(text, face, advance, pieces)

    def _lent(self, text: str, face: str) -> Iterator[tuple[str, str]]:
        """The text cut where another face has to step in; a cluster stays whole, a space stays with what is before."""
        family, typeface = self._faces[face]
        names = [face, *(lender.nearest(typeface.weight).name for lender in self._lenders.get(family.id, ()))]
        part, current = "", face
        for cluster in _clusters(text):
            first = [current] if cluster.isspace() else []
            name = next((n for n in first + names if self._prints(n, cluster)), face)
            if name != current and part:
                yield current, part
                part = ""
            part, current = part + cluster, name
        yield current, part


def _clusters(text: str) -> Iterator[str]:
    """Letters with the marks that sit on them."""
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or not unicodedata.category(text[i]).startswith("M"):
            yield text[start:i]
            start = i


def _shares(clusters: list[int], text: str) -> list[str]:
    """The share of the text that each glyph stands for.

    Several glyphs of one cluster share out its letters and marks where the numbers agree, else the first takes all.
    """
    if clusters == [*range(len(text))]:
        return [*text]
    ends = dict(pairwise([*sorted(set(clusters)), len(text)]))
    if len(ends) == len(clusters):
        return [text[start : ends[start]] for start in clusters]
    shares: dict[int, Iterator[str]] = {}
    for start, count in Counter(clusters).items():
        whole = text[start : ends[start]]
        parts = unicodedata.normalize("NFD", whole)
        shares[start] = iter(parts if count == len(parts) else [whole, *[""] * (count - 1)])
    return [next(shares[start]) for start in clusters]
