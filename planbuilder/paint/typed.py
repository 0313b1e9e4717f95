"""A face as the font of fields: every letter of Western Europe, so that what a reader types is in the file already."""

from __future__ import annotations

import uharfbuzz as hb

from planbuilder.paint.document import Document, Reference, Value
from planbuilder.paint.faces import OpenFace
from planbuilder.paint.type0 import cut, descriptor

FIRST, LAST = 32, 255
ALIKE = {0xA0: " ", 0xAD: "-"}
"""A space that holds words together and a hyphen that may go look like any other."""
BULLET = "•"
NOWHERE = "\ufffd\x7f"
NONSYMBOLIC = 32
KEPT = "cmap"


def write_typed_font(document: Document, face: OpenFace) -> Reference:
    """Put a font into the document that a viewer can set new text in."""
    letters = [_letter(code) for code in range(FIRST, LAST + 1)]
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, letters))
    data = cut(face, wanted, keep=KEPT)
    name = f"/{face.postscript_name}"  # without a tag: viewers take a tagged font for one that lacks letters
    widths: list[Value] = [face.width(face.glyph(letter)) for letter in letters]
    return document.add(
        {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": name,
            "Encoding": "/WinAnsiEncoding",
            "FirstChar": FIRST,
            "LastChar": LAST,
            "Widths": widths,
            "FontDescriptor": document.add(descriptor(document, face, name, data, NONSYMBOLIC)),
        }
    )


def _letter(code: int) -> str:
    """The letter of a code as PDF has it: as in Windows, and a bullet where Windows has none."""
    letter = bytes([code]).decode("cp1252", "replace")
    return ALIKE.get(code) or (BULLET if letter in NOWHERE else letter)
