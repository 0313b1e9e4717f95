"""Font catalogues to one: the shipped one first, then the user's own, which may add families or replace them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from planbuilder.load.files import Folders, read
from planbuilder.load.nodes import compose
from planbuilder.load.reader import Reader
from planbuilder.load.records import decode
from planbuilder.model.typeface import Catalogue, Family, Typeface
from planbuilder.problems import Place, Problem, Source, Word

CATALOGUE = "catalogue.yaml"
NEEDED = ("display", "text")
_LIGHTEST, _BOLDEST = 1, 1000


@dataclass(frozen=True, slots=True)
class WrittenFamily:
    """A family as a catalogue says it: faces are weights and files."""

    name: str
    licence: Word
    faces: tuple[tuple[Word, Word], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class WrittenCatalogue:
    """One catalogue as written."""

    families: tuple[tuple[Word, WrittenFamily], ...] = ()
    fonts: tuple[tuple[Word, tuple[Word, ...]], ...] = ()


def load_fonts(folders: Folders) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """All families and fonts to print with; None where a catalogue has mistakes."""
    reader = Reader()
    families: dict[str, Family] = {}
    fonts: dict[str, tuple[Family, ...]] = {}
    for folder in _folders(folders):
        written = _catalogue(folder / CATALOGUE, reader)
        families |= _families(written, folder, reader)
        fonts |= _fonts(written, families, reader)
    complete = all(fonts.get(font) for font in NEEDED)
    return (None if reader.problems or not complete else Catalogue(families, fonts)), tuple(reader.problems)


def _folders(folders: Folders) -> Iterator[Path]:
    """The folders that have a catalogue, each once."""
    homes = (folders.shipped, folders.library, folders.user)
    found = dict.fromkeys((home / "fonts").resolve() for home in homes if home is not None)
    return (folder for folder in found if (folder / CATALOGUE).is_file())


def _catalogue(path: Path, reader: Reader) -> WrittenCatalogue:
    source = read(path)
    if not isinstance(source, Source):
        reader.problems.append(source)
        return WrittenCatalogue()
    node, problems = compose(source)
    reader.problems += problems
    return (node and decode(WrittenCatalogue, node, reader)) or WrittenCatalogue()


def _families(written: WrittenCatalogue, folder: Path, reader: Reader) -> dict[str, Family]:
    families = {}
    for id_, family in written.families:
        faces = [
            Typeface(f"{family.name} {weight}", weight, file)
            for weight, file in ((_weight(w, reader), _file(f, folder, reader)) for w, f in family.faces)
            if weight and file
        ]
        licence = _file(family.licence, folder, reader, kind=".txt")
        if faces and licence:
            in_order = tuple(sorted(faces, key=lambda face: face.weight))
            families[id_.text] = Family(id_.text, family.name, licence, in_order)
        elif not family.faces:
            reader.error(family.place, "A family needs at least one face.", "write 400: and its file")
    return families


def _weight(word: Word, reader: Reader) -> int | None:
    weight = int(word.text) if word.text.isascii() and word.text.isdigit() and len(word.text) <= 4 else 0
    if _LIGHTEST <= weight <= _BOLDEST:
        return weight
    hint = "write 400 for regular, 700 for bold"
    reader.error(word.place, '"{weight}" is no weight of a font.', hint, weight=word.text)
    return None


def _file(word: Word, folder: Path, reader: Reader, kind: str = ".ttf") -> Path | None:
    """A file beside the catalogue, or None with an error."""
    written = PurePosixPath(word.text)
    if written.is_absolute() or ".." in written.parts or "\\" in word.text or ":" in word.text:
        hint = "put it beside the catalogue and write it like family/Family-Bold.ttf"
        reader.error(word.place, 'The file "{file}" is not inside this fonts folder.', hint, file=word.text)
    elif written.suffix.lower() != kind:
        hint = "fonts are printed from static TrueType files" if kind == ".ttf" else "the licence is a text"
        reader.error(word.place, '"{file}" does not end in {kind}.', hint, file=word.text, kind=kind)
    elif not (folder / written).is_file():
        reader.error(word.place, 'There is no file "{file}" here.', "", file=word.text)
    else:
        return folder / written
    return None


def _fonts(written: WrittenCatalogue, families: Mapping[str, Family], reader: Reader) -> dict[str, tuple[Family, ...]]:
    fonts = {}
    for font, wanted in written.fonts:
        for word in wanted:
            if word.text not in families:
                reader.unknown(word.place, 'There is no font family "{word}".', word.text, families)
        found = tuple(families[word.text] for word in wanted if word.text in families)
        if found:
            fonts[font.text] = found
    return fonts
