"""Filtered PNG rows of one byte a pixel to the bytes themselves, for where a pixel's own number has to be known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate


def unfiltered(rows: Iterable[bytes], width: int) -> Iterator[bytes]:
    """Each row without its filter; a row begins with the number of its filter."""
    above = bytes(width)
    for row in rows:
        above = _FILTERS[row[0]](row[1:], above)
        yield above


def _none(row: bytes, above: bytes) -> bytes:  # noqa: ARG001
    return row


def _left(row: bytes, above: bytes) -> bytes:  # noqa: ARG001
    return bytes(value & 255 for value in accumulate(row))


def _up(row: bytes, above: bytes) -> bytes:
    return bytes((a + b) & 255 for a, b in zip(row, above, strict=True))


def _average(row: bytes, above: bytes) -> bytes:
    out = bytearray()
    left = 0
    for value, up in zip(row, above, strict=True):
        left = (value + (left + up >> 1)) & 255
        out.append(left)
    return bytes(out)


def _nearest(row: bytes, above: bytes) -> bytes:
    """Paeth's filter: whichever of left, above and above left is nearest to left + above - above left."""
    out = bytearray()
    left = corner = 0
    for value, up in zip(row, above, strict=True):
        to_left, to_up, to_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
        guess = left if to_left <= min(to_up, to_corner) else up if to_up <= to_corner else corner
        left, corner = (value + guess) & 255, up
        out.append(left)
    return bytes(out)


_FILTERS = (_none, _left, _up, _average, _nearest)
