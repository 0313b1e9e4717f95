"""Font catalogues to one: the shipped one first, then the user's own, which may add families or replace them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from planbuilder.load.files import Folders, read_bytes
from planbuilder.load.nodes import compose
from planbuilder.load.reader import Reader
from planbuilder.load.records import decode
from planbuilder.model.typeface import Catalogue, Family, Typeface
from planbuilder.problems import Place, Problem, Word
from planbuilder.records import record

_LIGHTEST, _BOLDEST = 1, 1000
_WHOLE = re.compile("[1-9][0-9]{0,3}")
_STATIC = "take the static TrueType files of the family (.ttf, one for each weight)"
_ENDING_HINTS = {".ttf": _STATIC, ".txt": "put the licence of the fonts beside them as a text"}
_TRUETYPE = b"\x00\x01\x00\x00"
_OTHER_KINDS = {
    b"OTTO": "its outlines are PostScript",
    b"ttcf": "it is a collection of fonts",
    b"wOFF": "it is a web font",
    b"wOF2": "it is a web font",
}
_NEEDED = frozenset((b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"))


@record
class WrittenFamily:
    """A family as a catalogue says it: faces are weights and files."""

    name: str
    licence: Word
    faces: tuple[tuple[Word, Word], ...]
    place: Place


@record
class WrittenCatalogue:
    """One catalogue as written."""

    families: tuple[tuple[Word, WrittenFamily], ...] = ()
    fonts: tuple[tuple[Word, tuple[Word, ...]], ...] = ()


def load_fonts(folders: Folders) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """All families and fonts to print with; None where a catalogue has mistakes."""
    reader = Reader()
    shelf = Shelf(folders, reader)
    families: dict[str, Family] = {}
    wanted: dict[str, tuple[Word, ...]] = {}
    for path in reversed(folders.catalogues("fonts", "catalogue")):
        written = _catalogue(path, shelf)
        families |= _families(written, path.parent, shelf)
        wanted |= {font.text: names for font, names in written.fonts}
    fonts = {font: _lookup(names, families, reader) for font, names in wanted.items()}
    return (None if reader.problems else Catalogue(families, fonts)), tuple(reader.problems)


@record
class Shelf:
    """Where font files are read from, and where mistakes in them are collected."""

    folders: Folders
    reader: Reader

    def face(self, family: str, weight: int, word: Word, folder: Path) -> Typeface | None:
        """A static TrueType font, or None with an error."""
        found = self._read(word, folder, ".ttf")
        if found is None:
            return None
        file, data = found
        wrong = _unusable(data)
        if wrong:
            self.reader.error(word.place, "This font cannot be printed: {wrong}.", _STATIC, wrong=wrong)
            return None
        return Typeface(f"{family} {weight}", weight, file)

    def licence(self, word: Word, folder: Path) -> Path | None:
        """A licence text, or None with an error."""
        found = self._read(word, folder, ".txt")
        return found and found[0]

    def _read(self, word: Word, folder: Path, ending: str) -> tuple[Path, bytes] | None:
        """A file beside the catalogue and what is in it, or None with an error."""
        written = PurePosixPath(word.text)
        if written.is_absolute() or ".." in written.parts or "\\" in word.text or ":" in word.text:
            hint = "put it beside the catalogue and write it like family/Family-Bold.ttf"
            self.reader.error(word.place, 'The file "{file}" is not inside this fonts folder.', hint, file=word.text)
            return None
        if written.suffix.lower() != ending:
            pattern = '"{file}" does not end in {ending}.'
            self.reader.error(word.place, pattern, _ENDING_HINTS[ending], file=word.text, ending=ending)
            return None
        file = folder / written
        data = read_bytes(file, self.folders.shown(file))
        if isinstance(data, Problem):
            self.reader.problems.append(replace(data, place=word.place))
            return None
        return file, data


def _catalogue(path: Path, shelf: Shelf) -> WrittenCatalogue:
    source = shelf.folders.read(path)
    if isinstance(source, Problem):
        shelf.reader.problems.append(source)
        return WrittenCatalogue()
    node, problems = compose(source)
    shelf.reader.problems += problems
    return (node and decode(WrittenCatalogue, node, shelf.reader)) or WrittenCatalogue()


def _unusable(data: bytes) -> str:
    """Why a font file cannot be used; empty where it can."""
    if data[:4] in _OTHER_KINDS:
        return _OTHER_KINDS[data[:4]]
    tables = {data[at : at + 4] for at in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16)}
    if data[:4] != _TRUETYPE or not _NEEDED.issubset(tables):
        return "it is no TrueType font"
    return "it is a variable font" if b"fvar" in tables else ""


def _families(written: WrittenCatalogue, folder: Path, shelf: Shelf) -> dict[str, Family]:
    families = {}
    for id_, family in written.families:
        found = [
            shelf.face(id_.text, weight, file, folder)
            for weight, file in ((_weight(word, shelf.reader), file) for word, file in family.faces)
            if weight
        ]
        licence = shelf.licence(family.licence, folder)
        faces = sorted((face for face in found if face), key=lambda face: face.weight)
        if not family.faces:
            shelf.reader.error(family.place, "A family needs at least one face.", "write 400: and its file")
        elif faces and licence:
            families[id_.text] = Family(id_.text, family.name, licence, tuple(faces))
    return families


def _weight(word: Word, reader: Reader) -> int | None:
    weight = int(word.text) if _WHOLE.fullmatch(word.text) else 0
    if _LIGHTEST <= weight <= _BOLDEST:
        return weight
    hint = "write 400 for regular, 700 for bold"
    reader.error(word.place, '"{weight}" is no weight of a font.', hint, weight=word.text)
    return None


def _lookup(names: tuple[Word, ...], families: Mapping[str, Family], reader: Reader) -> tuple[Family, ...]:
    for word in names:
        if word.text not in families:
            reader.unknown(word.place, 'There is no font family "{word}".', word.text, families)
    return tuple(families[word.text] for word in names if word.text in families)
