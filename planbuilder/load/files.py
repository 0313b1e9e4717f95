"""The only reader of disk: finds a coach's files before the shipped ones, and reads them within bounds."""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from planbuilder.problems import Place, Problem, Source, error, nearest

Kind = Literal["exercises", "plans", "layouts", "fonts"]

LARGEST_TEXT = 1_000_000
LARGEST_PICTURE = 20_000_000
MOST_FILES = 20_000
ENDING = ".yaml"
CATALOGUES = ("equipment", "faults", "panels")

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_MAGIC = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"PK\x03\x04": "a Word or Excel file, or an archive",
    b"\xd0\xcf\x11\xe0": "a Word or Excel file",
    b"{\\rtf": "a text with formatting (RTF)",
}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TABLES = (".csv", ".tsv", ".txt", ".xls", ".xlsx", ".ods", ".numbers")
_SAVE = "save it as UTF-8; the editor asks for the encoding"
_SAVE_TABLE = "in Excel or another spreadsheet: Save As, CSV UTF-8"


@dataclass(frozen=True)
class Folders:
    """Where files are looked for: the user's working folder, then a library folder, then what is shipped."""

    user: Path
    library: Path | None
    shipped: Path

    @classmethod
    def standard(cls, user: Path, library: Path | None = None) -> Folders:
        """The folders of a working folder, with what came with this program: in a wheel, or in a checkout."""
        package = Path(__file__).resolve().parent.parent
        carried = package / "shipped"
        return cls(user, library, carried if carried.is_dir() else package.parent)

    @property
    def homes(self) -> tuple[Path, ...]:
        """The folders in the order of looking, each once."""
        return tuple(dict.fromkeys(home for home in (self.user, self.library, self.shipped) if home is not None))

    def find(self, kind: Kind, name: str) -> Path | None:
        """The file of that name, the first in the order of looking; None where there is none or it is no name."""
        if kind == "plans" and NAME.fullmatch(name) and (self.user / f"{name}{ENDING}").is_file():
            return self.user / f"{name}{ENDING}"
        return self._shelf(kind).get(name)

    def names(self, kind: Kind) -> tuple[str, ...]:
        """The names of all files of a kind, sorted."""
        return tuple(sorted(self._shelf(kind)))

    def plan_names(self) -> tuple[str, ...]:
        """The names of all plans, with those that lie in the working folder itself."""
        here = (path.stem for path in _listed(self.user) if path.parent == self.user)
        return tuple(sorted({*here, *self.names("plans")}))

    def catalogues(self, kind: Kind, name: str) -> tuple[Path, ...]:
        """The files `kind/name.yaml` of every home, in the order of looking: later ones add to earlier ones."""
        paths = (home / kind / f"{name}{ENDING}" for home in self.homes)
        return tuple(path for path in paths if _is_inside(path, path.parent) and path.is_file())

    def shown(self, path: Path) -> str:
        """A path as its author knows it: from the working folder, or from the shipped folders."""
        for home in (self.user, self.shipped):
            if path.is_relative_to(home):
                return path.relative_to(home).as_posix()
        return str(path)

    def read(self, path: Path) -> Source | Problem:
        """A file that was found here, under the name its author knows it by."""
        return read(path, self.shown(path))

    def beside(self, source: Source, name: str) -> Path | None:
        """Where a file named in a source lies: beside it, or in a folder there; None where it would lie elsewhere."""
        written = Path(source.name)
        homes = (home / written for home in self.homes)
        folder = next((path for path in homes if path.is_file()), self.user / written).parent
        path = folder / name
        plain = (
            name and "\\" not in name and "\0" not in name and ".." not in path.parts and not Path(name).is_absolute()
        )
        return path if plain and _is_inside(path, folder) else None

    @cached_property
    def _shelves(self) -> dict[Kind, dict[str, Path]]:
        return {}

    def _shelf(self, kind: Kind) -> dict[str, Path]:
        """The files of a kind by name, listed once."""
        if kind not in self._shelves:
            shelf = self._shelves[kind] = {}
            for home in self.homes:
                for path in _listed(home / kind):
                    if not (kind == "exercises" and path.parent.parent == home and path.stem in CATALOGUES):
                        shelf.setdefault(path.stem, path)
        return self._shelves[kind]


def _listed(top: Path) -> Iterator[Path]:
    """The YAML files with a proper name in a folder and in the folders right below it, in order."""
    entries = _entries(top)
    for entry in list(entries):
        if _held(entry, top) == "folder":
            entries += _entries(Path(entry))
    for entry in entries[:MOST_FILES]:
        stem = entry.name.removesuffix(ENDING)
        if stem != entry.name and NAME.fullmatch(stem) and _held(entry, top) == "file":
            yield Path(entry)


def _held(entry: os.DirEntry[str], top: Path) -> Literal["file", "folder", ""]:
    """What it is; nothing where it is a link that leads out of the folder, or nowhere."""
    try:
        if entry.is_symlink() and not _is_inside(Path(entry), top):
            return ""
        return "folder" if entry.is_dir() else "file" if entry.is_file() else ""
    except OSError:
        return ""


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def _is_inside(path: Path, top: Path) -> bool:
    """Whether it really lies in the folder, whatever links say."""
    try:
        return path.resolve().is_relative_to(top.resolve())
    except (OSError, RuntimeError):
        return False


def read(path: Path, shown: str | None = None) -> Source | Problem:
    """A text file as it was saved, or what is wrong with it; `shown` is its name in messages."""
    name = str(path) if shown is None else shown
    data = read_bytes(path, name, LARGEST_TEXT)
    return data if isinstance(data, Problem) else _decoded(data, name)


def read_bytes(path: Path, shown: str, largest: int = LARGEST_PICTURE) -> bytes | Problem:
    """The contents of a file of bounded size, or what is wrong with it. Devices and pipes are never opened."""
    place = Place(Source(shown, ""))
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            return error(place, "This is a folder, not a file.", "give a file inside it")
        if not stat.S_ISREG(found.st_mode):
            return error(place, "This is not a file that can be read (a device or a pipe).", "give a file")
        if found.st_size > largest:
            return _too_large(place, largest)
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except FileNotFoundError:
        return _missing(path, place)
    except (OSError, ValueError) as problem:
        reason = _reason(problem)
        return error(place, "This file cannot be read: {reason}.", reason=reason)
    return _too_large(place, largest) if len(data) > largest else data


def _too_large(place: Place, largest: int) -> Problem:
    hint = "a text of plans and exercises is hardly ever over a tenth of that; is it the right file?"
    pattern = "This file is too large: more than {limit}."
    return error(place, pattern, hint if largest == LARGEST_TEXT else "", limit=f"{largest // 1_000_000} MB")


def _missing(path: Path, place: Place) -> Problem:
    near = nearest(path.name, [entry.name for entry in _entries(path.parent)[:MOST_FILES]])
    hint = "did you mean {near}?" if near else ""
    return error(place, "There is no such file.", hint, near=near)


def _reason(problem: OSError | ValueError) -> str:
    if isinstance(problem, PermissionError):
        return "you have no right to open it"
    if isinstance(problem, OSError) and problem.strerror:
        return problem.strerror[0].lower() + problem.strerror[1:]
    return "its name is not possible"


def _decoded(data: bytes, name: str) -> Source | Problem:
    whole = Place(Source(name, ""))
    is_table = name.lower().endswith(_TABLES)
    how = _SAVE_TABLE if is_table else _SAVE
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            kind = "CSV" if is_table else "YAML"
            return error(whole, "This is {what}, not a {kind} text.", how if is_table else "", what=what, kind=kind)
    if data.startswith(_UTF_16) or _looks_like_utf_16(data):
        return error(whole, "This file is saved as UTF-16.", how)
    if b"\x00" in data:
        hint = how if is_table else "a plan or exercise is plain text, saved as UTF-8"
        return error(whole, "This is not a text.", hint)
    try:
        return Source(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        return _bad_byte(data, name, problem.start + (3 if data.startswith(codecs.BOM_UTF8) else 0), how)


def _looks_like_utf_16(data: bytes) -> bool:
    """Whether every other byte of the beginning is nought, as in western words in UTF-16."""
    head = data[:64]
    return len(head) >= 4 and (not any(head[0::2]) or not any(head[1::2]))


def _bad_byte(data: bytes, name: str, start: int, how: str) -> Problem:
    before = data[:start].decode("utf-8-sig")
    source = Source(name, data.decode("utf-8-sig", "replace"))
    lines = re.split("\r\n|[\n\r\u0085\u2028\u2029]", before)
    letter = data[start : start + 1].decode("cp1252", "ignore")
    return error(
        Place(source, len(lines), len(lines[-1]) + 1),
        "This file is not saved as UTF-8.",
        how + ' (this may be "{letter}")' if letter.isalpha() else how,
        letter=letter,
    )
