"""A picture file beside an exercise or plan to artwork; its first bytes and its size are looked at before anything."""

from __future__ import annotations

from dataclasses import replace

from planbuilder.load import jpeg, png
from planbuilder.load.files import LARGEST_TEXT, Folders, read_bytes
from planbuilder.load.svg import read_svg
from planbuilder.model.pages import Artwork, Raster
from planbuilder.problems import Place, Problem, Source, Word, error

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 30_000
HEAD = 4096
SAVE_AGAIN = "open it in a picture program and save it as PNG or JPEG"

OTHERS = (
    (0, b"GIF8", "a GIF"),
    (8, b"WEBP", "a WebP picture"),
    (4, b"ftyp", "a HEIC or AVIF photo, or a film"),
    (0, b"II*\x00", "a TIFF or raw photo"),
    (0, b"MM\x00*", "a TIFF or raw photo"),
    (0, b"BM", "a Windows bitmap"),
    (0, b"8BPS", "a Photoshop file"),
    (0, b"%!PS", "a PostScript file (EPS)"),
    (0, b"\xc5\xd0\xd3\xc6", "a PostScript file (EPS)"),
    (0, b"%PDF", "a PDF"),
    (0, b"\x1f\x8b", "a packed file, as SVGZ is"),
    (0, b"PK\x03\x04", "a Word or Excel file, or an archive"),
)
WEB_PAGE = (b"<!doctype html", b"<html")
DRAWING = (b"<svg", b"<?xml", b"<!--", b"<!doctype svg")
_BOM = b"\xef\xbb\xbf"


def load_picture(file: Word, name: str, folders: Folders, alt: str = "") -> tuple[Artwork | None, tuple[Problem, ...]]:
    """The picture in a file that a plan or exercise names, called `name` from here on; None with what is wrong."""
    place = file.place or Place(Source("", ""))
    path = folders.beside(place.source, file.text)
    if path is None:
        hint = "put the picture beside the file that names it, or into a folder there"
        return None, (error(place, "A picture cannot lie elsewhere: {file}.", hint, file=file.text),)
    shown = folders.shown(path)
    data = read_bytes(path, shown)
    if isinstance(data, Problem):
        return None, (replace(data, place=place),)
    artwork, problems = read_picture(data, shown, place)
    return (replace(artwork, name=name, alt=alt) if artwork else None), problems


def read_picture(data: bytes, file: str, place: Place | None) -> tuple[Artwork | None, tuple[Problem, ...]]:
    """The picture in the bytes of a file; what is wrong is at the place where it was asked for, or in the drawing."""
    if data.startswith(png.MAGIC):
        found = _too_many(png.png_size(data), file, place) or png.read_png(data, file, place)
    elif data.startswith(jpeg.MAGIC):
        found = _too_many(jpeg.jpeg_size(data), file, place) or jpeg.read_jpeg(data, file, place)
    elif _is_drawing(data):
        return _drawing(data, file, place)
    else:
        found = _strange(data, file, place)
    return (found, ()) if isinstance(found, Raster) else (None, (found,))


def _too_many(size: tuple[int, int] | None, file: str, place: Place | None) -> Problem | None:
    """What is wrong with its size in pixels, if anything; not one pixel has been unpacked yet."""
    if size is None:
        return error(place, "{file} is damaged: it does not say how large it is.", SAVE_AGAIN, file=file)
    width, height = size
    if width * height <= MOST_PIXELS and max(size) <= LONGEST_SIDE:
        return None
    return error(
        place,
        "{file} is too large: {width} × {height} pixels.",
        "save it smaller: 2000 pixels a side are plenty on paper",
        file=file,
        width=width,
        height=height,
    )


def _is_drawing(data: bytes) -> bool:
    head = data[:HEAD].removeprefix(_BOM).lstrip().lower()
    return head.startswith(DRAWING) and b"<html" not in head


def _drawing(data: bytes, file: str, place: Place | None) -> tuple[Artwork | None, tuple[Problem, ...]]:
    if len(data) > LARGEST_TEXT:
        hint = "draw it simpler, or save it as PNG"
        return None, (error(place, "{file} is too large for a drawing: over 1 MB.", hint, file=file),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, (error(place, "{file} is not saved as UTF-8.", "save it again as plain SVG", file=file),)
    return read_svg(Source(file, text), file)


def _strange(data: bytes, file: str, place: Place | None) -> Problem:
    """A file that is no picture to be printed, called by what it is."""
    what = next((what for at, magic, what in OTHERS if data[at:].startswith(magic)), "")
    if not what and data[:HEAD].removeprefix(_BOM).lstrip().lower().startswith(WEB_PAGE):
        what = "a web page"
    if not data:
        return error(place, "{file} is empty.", "copy it again", file=file)
    if not what:
        return error(place, "{file} is no picture.", "a picture is a PNG, a JPEG or a plain SVG", file=file)
    return error(place, "{file} is {what}, whatever its name says.", SAVE_AGAIN, file=file, what=what)
