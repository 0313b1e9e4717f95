"""The bytes of a JPEG to a raster: its segments are looked through, and only those that make the picture are kept."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Literal, NamedTuple

from planbuilder.load.exif import upright
from planbuilder.model.pages import Raster
from planbuilder.problems import Place, Problem, error

MAGIC = b"\xff\xd8\xff"
MOST_SEGMENTS = 2000
MOST_SCANS = 100
START, END = b"\xff\xd8", b"\xff\xd9"
SCAN, TABLES = 0xDA, (0xDB, 0xC4, 0xDD)
FRAMES = (0xC0, 0xC1, 0xC2)
ODD_FRAMES = (0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF)
EXIF = b"Exif\x00\x00"
COLOURS: dict[int, Literal["grey", "rgb"]] = {1: "grey", 3: "rgb"}

_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")

DAMAGED = "{file} is damaged: {what}."
SAVE_AGAIN = "open it in a picture program and save it again as JPEG"


class _DamagedError(Exception):
    """What is wrong with the bytes."""


class Segment(NamedTuple):
    """A marker with what it says; a scan has its pixels after that."""

    marker: int
    says: bytes
    pixels: bytes = b""


class Frame(NamedTuple):
    """What a JPEG says of its picture."""

    marker: int
    bits: int
    height: int
    width: int
    channels: int


def jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels by the segments before the first pixel; None where they do not say it."""
    try:
        for segment in _segments(data):
            if segment.marker in (*FRAMES, *ODD_FRAMES):
                frame = _frame(segment)
                return (frame.width, frame.height) if frame.width and frame.height else None
            if segment.marker == SCAN:
                return None
    except _DamagedError:
        return None
    return None


def read_jpeg(data: bytes, file: str, place: Place | None) -> Raster | Problem:
    """The picture in a JPEG whose size is known to be within bounds, or what is wrong with it."""
    try:
        segments = tuple(_segments(data))
        frame = _only_frame(segments)
    except _DamagedError as damage:
        return error(place, DAMAGED, SAVE_AGAIN, file=file, what=str(damage))
    if frame.marker not in FRAMES or frame.bits != 8:
        return error(place, "{file} is a rare kind of JPEG that cannot be printed.", SAVE_AGAIN, file=file)
    if frame.channels not in COLOURS:
        hint = "save it in RGB colours, or as PNG"
        return error(place, "The colours of {file} are for a printing press (CMYK).", hint, file=file)
    kept = b"".join((START, *(_kept(segment) for segment in segments), END))
    held = next((s.says[len(EXIF) :] for s in segments if s.marker == 0xE1 and s.says.startswith(EXIF)), b"")
    colours = COLOURS[frame.channels]
    return Raster(file, "jpeg", frame.width, frame.height, colours, kept, turn=upright(held))


def _segments(data: bytes) -> Iterator[Segment]:
    """The segments up to the end of the picture; what stands after that is left out."""
    at = len(START)
    for _ in range(MOST_SEGMENTS):
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if data[at : at + 2] == END:
            return
        if at + 4 > len(data):
            raise _DamagedError("it ends too early")
        lead, marker, size = struct.unpack_from(">BBH", data, at)
        if lead != 0xFF or marker < 0xC0 or 0xD0 <= marker <= 0xD8 or size < 2 or at + 2 + size > len(data):
            raise _DamagedError("its parts do not follow each other")
        says, at = data[at + 4 : at + 2 + size], at + 2 + size
        if marker != SCAN:
            yield Segment(marker, says)
            continue
        end = _MARKER.search(data, at)
        if end is None:
            raise _DamagedError("it ends in the middle of its pixels")
        yield Segment(marker, says, data[at : end.start()])
        at = end.start()
    raise _DamagedError("it has too many parts")


def _only_frame(segments: tuple[Segment, ...]) -> Frame:
    frames = [segment for segment in segments if segment.marker in (*FRAMES, *ODD_FRAMES)]
    scans = [segment for segment in segments if segment.marker == SCAN]
    if len(frames) != 1 or not scans or segments.index(scans[0]) < segments.index(frames[0]):
        raise _DamagedError("it does not hold one picture")
    if len(scans) > MOST_SCANS:
        raise _DamagedError("it has too many parts")
    return _frame(frames[0])


def _frame(segment: Segment) -> Frame:
    if len(segment.says) < 6:
        raise _DamagedError("it does not say how large it is")
    frame = Frame(segment.marker, *struct.unpack_from(">BHHB", segment.says))
    if segment.marker in FRAMES and len(segment.says) != 6 + 3 * frame.channels:
        raise _DamagedError("what it says of its colours cannot be")
    return frame


def _kept(segment: Segment) -> bytes:
    """A segment as it goes into the file; nothing where it is no part of the picture.

    Two notes of programs say how colours are meant and stay, without the small picture that may be in them.
    """
    marker, says, pixels = segment
    if marker == 0xE0 and says.startswith(b"JFIF\x00") and len(says) >= 14:
        says = says[:12] + b"\x00\x00"
    elif marker == 0xEE and says.startswith(b"Adobe") and len(says) >= 12:
        says = says[:12]
    elif marker not in (*FRAMES, *TABLES, SCAN):
        return b""
    return struct.pack(">BBH", 0xFF, marker, len(says) + 2) + says + pixels
