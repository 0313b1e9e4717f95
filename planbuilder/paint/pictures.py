"""A photo or logo to a picture in the file: bounded, turned upright, stripped of everything but its pixels."""

from __future__ import annotations

from planbuilder.paint.document import Document, Reference, Value

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_PIXELS = 40_000_000


def write_picture(document: Document, file: str) -> Reference:
    """Put a picture into the document; what is see-through stays so."""
    from PIL import Image, ImageOps

    with Image.open(file, formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise ValueError(f"{file} has more than {MOST_PIXELS} pixels")
        picture = ImageOps.exif_transpose(opened)
        entries: dict[str, Value] = {}
        if picture.has_transparency_data:
            picture = picture.convert("RGBA")
            mask = picture.getchannel("A")
            entries["SMask"] = document.stream(mask.tobytes(), _entries(mask.size, "/DeviceGray"))
        return document.stream(picture.convert("RGB").tobytes(), _entries(picture.size, "/DeviceRGB") | entries)


def _entries(size: tuple[int, int], colours: str) -> dict[str, Value]:
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": colours,
        "BitsPerComponent": 8,
    }
