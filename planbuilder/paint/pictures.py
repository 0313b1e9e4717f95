"""A photo or logo to a picture in the file. Its pixels were packed when it was read, and go in as they are."""

from __future__ import annotations

from planbuilder.geometry import Rect
from planbuilder.model.pages import Raster
from planbuilder.paint.document import Document, Reference, Value

_CHANNELS = {"grey": 1, "rgb": 3, "palette": 1}
_SPACES: dict[str, Value] = {"grey": "/DeviceGray", "rgb": "/DeviceRGB"}
_PNG_FILTERS = 15

# Where on the page a picture's left, right and upper and lower edge go: x and y of its corner at bottom left, of the
# way to the right and of the way up, as shares of the box, y down. By `turn`, as EXIF counts.
_TURNS = {
    1: (1, 0, 0, -1, 0, 1),
    2: (-1, 0, 0, -1, 1, 1),
    3: (-1, 0, 0, 1, 1, 0),
    4: (1, 0, 0, 1, 0, 0),
    5: (0, 1, -1, 0, 1, 0),
    6: (0, 1, 1, 0, 0, 0),
    7: (0, -1, 1, 0, 0, 1),
    8: (0, -1, -1, 0, 1, 1),
}


def placing(turn: int, box: Rect, *, on_its_head: bool = False) -> tuple[float, ...]:
    """The matrix that lays a picture upright into a box; PDF has the picture in a unit square, first row on top."""
    a, b, c, d, e, f = _TURNS[turn]
    if on_its_head:
        a, b, c, d, e, f = -a, -b, -c, -d, 1 - e, 1 - f
    return (
        a * box.width,
        b * box.height,
        c * box.width,
        d * box.height,
        box.x + e * box.width,
        box.y + f * box.height,
    )


def write_picture(document: Document, raster: Raster) -> Reference:
    """Put a picture into the document; what is see-through stays so."""
    entries: dict[str, Value] = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": raster.width,
        "Height": raster.height,
        "ColorSpace": _space(document, raster),
        "BitsPerComponent": raster.bits,
        **_packing(raster),
    }
    if raster.clear:
        entries["Mask"] = [value for value in raster.clear for _ in range(2)]
    if raster.mask:
        entries["SMask"] = write_picture(document, raster.mask)
    return document.packed(raster.data, entries)


def _packing(raster: Raster) -> dict[str, Value]:
    if raster.packing == "jpeg":
        return {"Filter": "/DCTDecode"}
    rows = {"Colors": _CHANNELS[raster.colours], "BitsPerComponent": raster.bits, "Columns": raster.width}
    return {"Filter": "/FlateDecode", "DecodeParms": {"Predictor": _PNG_FILTERS, **rows}}


def _space(document: Document, raster: Raster) -> Value:
    if raster.colours != "palette":
        return _SPACES[raster.colours]
    table = document.stream(raster.palette, {})
    return ["/Indexed", "/DeviceRGB", len(raster.palette) // 3 - 1, table]
