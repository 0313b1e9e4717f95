"""The bytes of a PNG to a raster: checked chunk by chunk, nothing kept but the pixels, unpacked only in small strips.

Pixels stay filtered as they are. The filters work byte by byte on the same channel of neighbouring pixels, so a
see-through channel, or the lower half of 16 bits, can be taken out of the filtered rows as if they were not filtered.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from planbuilder.load.exif import upright
from planbuilder.load.unfilter import unfiltered
from planbuilder.model.pages import Raster
from planbuilder.problems import Place, Problem, error
from planbuilder.records import record

MAGIC = b"\x89PNG\r\n\x1a\n"
MOST_CHUNKS = 50_000
MOST_UNFILTERED = 4_000_000
SIGNIFICANT = (b"PLTE", b"tRNS", b"eXIf")
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
GREY, COLOUR, PALETTE, GREY_ALPHA, COLOUR_ALPHA = CHANNELS
STRIP = 1 << 20
FEED = 1 << 16

DAMAGED = "{file} is damaged: {what}."
SAVE_AGAIN = "open it in a picture program and save it again as PNG"


class _DamagedError(Exception):
    """What is wrong with the bytes."""


@record
class Header:
    """What a PNG says of itself first: its size in pixels, bits a sample, kind of colours, whether it is interlaced."""

    width: int
    height: int
    bits: int
    kind: int
    interlaced: bool

    @property
    def stride(self) -> int:
        """The bytes of one row, with its filter."""
        return 1 + (self.width * CHANNELS[self.kind] * self.bits + 7) // 8


def png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels by the header alone; None where there is none."""
    if len(data) < 33 or data[8:16] != b"\x00\x00\x00\rIHDR":
        return None
    width, height = struct.unpack_from(">II", data, 16)
    return (width, height) if width and height else None


def read_png(data: bytes, file: str, place: Place | None) -> Raster | Problem:
    """The picture in a PNG whose size is known to be within bounds, or what is wrong with it."""
    try:
        header, chunks, packed = _parts(data)
        if header.interlaced:
            hint = "save it again with interlacing switched off"
            return error(place, "{file} is interlaced, which cannot be printed.", hint, file=file)
        clear = chunks.get(b"tRNS", b"")
        if clear and header.kind != PALETTE and header.bits == 16:
            hint = "save it again with 8 bits a colour"
            return error(place, "{file} has see-through parts of 16 bits a colour.", hint, file=file)
        too_fine = header.kind == PALETTE and _partly_clear(clear) and header.width * header.height > MOST_UNFILTERED
        if too_fine:
            hint = "save it smaller, or in full colours instead of a palette"
            return error(place, "{file} is too large for a picture with a see-through palette.", hint, file=file)
        return replace(_raster(header, chunks, packed), name=file, turn=upright(chunks.get(b"eXIf", b"")))
    except _DamagedError as damage:
        return error(place, DAMAGED, SAVE_AGAIN, file=file, what=str(damage))


def _parts(data: bytes) -> tuple[Header, dict[bytes, bytes], bytes]:
    """Header, the chunks that matter, and the packed pixels; each chunk must be whole and sound."""
    header: Header | None = None
    chunks: dict[bytes, bytes] = {}
    packed: list[bytes] = []
    for kind, body in _chunks(data):
        if header is None:
            header = _header(kind, body)
        elif kind == b"IDAT":
            packed.append(body)
        elif kind in SIGNIFICANT:
            chunks.setdefault(kind, body)
        elif not kind[0] & 0x20:
            raise _DamagedError("it has a part that is unknown")
    if header is None or not packed:
        raise _DamagedError("it ends before its pixels")
    return header, chunks, b"".join(packed)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(MAGIC)
    for _ in range(MOST_CHUNKS):
        if at + 12 > len(data):
            raise _DamagedError("it ends too early")
        (size,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 8 + size
        if end + 4 > len(data):
            raise _DamagedError("it ends too early")
        if zlib.crc32(data[at + 4 : end]) != struct.unpack_from(">I", data, end)[0]:
            raise _DamagedError("a checksum is wrong")
        if kind == b"IEND":
            return
        yield kind, data[at + 8 : end]
        at = end + 4
    raise _DamagedError("it has too many parts")


def _header(kind: bytes, body: bytes) -> Header:
    if kind != b"IHDR" or len(body) != 13:
        raise _DamagedError("it does not begin as a PNG does")
    width, height, bits, colours, packing, filters, interlaced = struct.unpack(">IIBBBBB", body)
    if bits not in DEPTHS.get(colours, ()) or packing or filters or interlaced > 1:
        raise _DamagedError("its header says what cannot be")
    return Header(width, height, bits, colours, bool(interlaced))


def _raster(header: Header, chunks: dict[bytes, bytes], packed: bytes) -> Raster:
    clear = chunks.get(b"tRNS", b"")
    colours = header.kind in (COLOUR, COLOUR_ALPHA)
    plain = Raster(
        "", "deflate", header.width, header.height, "rgb" if colours else "grey", b"", min(header.bits, 8)
    )  # fmt: skip
    if header.kind == PALETTE:
        return _with_palette(plain, header, chunks.get(b"PLTE", b""), clear, packed)
    size = header.bits // 8
    if header.kind in (GREY_ALPHA, COLOUR_ALPHA):
        samples = range(0, (CHANNELS[header.kind] - 1) * size, size)
        kept, alpha = _picked(header, packed, tuple(samples), (samples.stop,))
        return replace(plain, data=kept, mask=replace(plain, colours="grey", data=alpha))
    if header.bits == 16:
        (kept,) = _picked(header, packed, tuple(range(0, CHANNELS[header.kind] * size, size)))
        return replace(plain, data=kept)
    return replace(plain, data=_checked(header, packed), clear=_clear_value(header, clear))


def _clear_value(header: Header, clear: bytes) -> tuple[int, ...]:
    count = CHANNELS[header.kind]
    if not clear:
        return ()
    if len(clear) != 2 * count:
        raise _DamagedError("what it says of see-through parts cannot be")
    return tuple(value & ((1 << header.bits) - 1) for value in struct.unpack(f">{count}H", clear))


def _with_palette(plain: Raster, header: Header, table: bytes, clear: bytes, packed: bytes) -> Raster:
    """Numbers in the pixels beyond the palette are black, rather than whatever a viewer makes of them."""
    most = 1 << header.bits
    if not table or len(table) % 3 or len(table) > 3 * most or len(clear) > len(table) // 3:
        raise _DamagedError("its palette is missing or cannot be")
    raster = replace(plain, colours="palette", palette=table.ljust(3 * most, b"\x00"))
    if not _partly_clear(clear):
        value = clear.find(b"\x00")
        return replace(raster, data=_checked(header, packed), clear=(value,) if value >= 0 else ())
    mask = replace(plain, bits=8, data=_covering(header, packed, clear))
    return replace(raster, data=_checked(header, packed), mask=mask)


def _partly_clear(clear: bytes) -> bool:
    """Whether it takes more than one colour left out to say what is see-through."""
    return bool(clear.strip(b"\xff")) and (clear.count(b"\x00"), clear.count(b"\xff")) != (1, len(clear) - 1)


def _covering(header: Header, packed: bytes, clear: bytes) -> bytes:
    """How much each pixel covers, by its number in the palette, as packed rows of one byte a pixel."""
    cover = clear.ljust(256, b"\xff")
    bits, mask = header.bits, (1 << header.bits) - 1
    table = [bytes(cover[byte >> shift & mask] for shift in range(8 - bits, -1, -bits)) for byte in range(256)]
    pack = zlib.compressobj()
    out = []
    for row in unfiltered(_rows(header, packed), header.stride - 1):
        pixels = b"".join(map(table.__getitem__, row))[: header.width]
        out.append(pack.compress(b"\x00" + pixels))
    return b"".join((*out, pack.flush()))


def _checked(header: Header, packed: bytes) -> bytes:
    """The packed pixels as they are, once all of them have been seen."""
    for _ in _strips(header, packed):
        pass
    return packed


def _picked(header: Header, packed: bytes, *channels: tuple[int, ...]) -> tuple[bytes, ...]:
    """Some bytes of each pixel, as packed rows under the same filters; one result for each choice."""
    step = CHANNELS[header.kind] * header.bits // 8
    packs = [zlib.compressobj() for _ in channels]
    out: list[list[bytes]] = [[] for _ in channels]
    for row in _rows(header, packed):
        for wanted, pack, done in zip(channels, packs, out, strict=True):
            picked = bytearray(1 + header.width * len(wanted))
            picked[0] = row[0]
            for k, offset in enumerate(wanted, 1):
                picked[k :: len(wanted)] = row[1 + offset :: step]
            done.append(pack.compress(picked))
    return tuple(b"".join((*done, pack.flush())) for done, pack in zip(out, packs, strict=True))


def _rows(header: Header, packed: bytes) -> Iterator[bytes]:
    stride = header.stride
    for strip in _strips(header, packed):
        for start, end in pairwise(range(0, len(strip) + 1, stride)):
            yield strip[start:end]


def _strips(header: Header, packed: bytes) -> Iterator[bytes]:
    """The filtered rows unpacked, some at a time: exactly as many as there should be, each with a known filter."""
    stride, left, held = header.stride, header.stride * header.height, b""
    for piece in _unpacked(packed):
        left -= len(piece)
        if left < 0:
            raise _DamagedError("it has more pixels than it says")
        held += piece
        whole = len(held) - len(held) % stride
        if whole:
            strip, held = held[:whole], held[whole:]
            if max(strip[::stride]) > 4:
                raise _DamagedError("its rows are not as in a PNG")
            yield strip
    if left:
        raise _DamagedError("it ends in the middle of its pixels")


def _unpacked(packed: bytes) -> Iterator[bytes]:
    unpack = zlib.decompressobj()
    try:
        for start in range(0, len(packed), FEED):
            rest = packed[start : start + FEED]
            while rest and not unpack.eof:
                yield unpack.decompress(rest, STRIP)
                rest = unpack.unconsumed_tail
        while not unpack.eof and (piece := unpack.decompress(b"", STRIP)):
            yield piece
    except zlib.error:
        raise _DamagedError("its pixels cannot be unpacked") from None
    if not unpack.eof:
        raise _DamagedError("it ends in the middle of its pixels")
