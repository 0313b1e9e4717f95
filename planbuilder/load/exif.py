"""What a camera wrote beside its picture: only how it was held is read, and nothing is kept."""

from __future__ import annotations

import struct

UPRIGHT = 1
MOST_ENTRIES = 500
_ORIENTATION = 0x0112
_SHORT = 3
_ORDERS = {b"II*\x00": "<", b"MM\x00*": ">"}


def upright(exif: bytes) -> int:
    """How to turn the picture so that it stands upright, from 1 (as it is) to 8; 1 where nothing sound is said."""
    order = _ORDERS.get(exif[:4])
    if order is None or len(exif) < 8:
        return UPRIGHT
    (start,) = struct.unpack_from(f"{order}I", exif, 4)
    if start + 2 > len(exif):
        return UPRIGHT
    (count,) = struct.unpack_from(f"{order}H", exif, start)
    for k in range(min(count, MOST_ENTRIES, (len(exif) - start - 2) // 12)):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * k)
        if (tag, kind) == (_ORIENTATION, _SHORT):
            return value if UPRIGHT <= value <= 8 else UPRIGHT
    return UPRIGHT
