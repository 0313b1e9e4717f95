"""A face and the glyphs in use to a PDF font: a subset, its widths, and the text each glyph stands for.

Subsets keep their glyph numbers, so that a text's operators can be written before it is known what else is in use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import md5
from itertools import islice

import uharfbuzz as hb

from planbuilder.paint.document import Document, Reference, Value, Words
from planbuilder.paint.faces import OpenFace

_NEEDLESS = "GSUB GPOS GDEF BASE JSTF MATH STAT DSIG kern gasp cmap"
_NAMES = (1, 2, 4, 6)  # family, cut, full and PostScript name: a few bytes that some printer drivers ask for
_SYMBOLIC = 4
NOTHING = "\u200b"
"""What a glyph without a text of its own is copied as: a space without width."""

_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def write_font(document: Document, face: OpenFace, texts: Mapping[int, str]) -> Reference:
    """Put a font into the document: the glyphs of `texts`, each with the text it stands for."""
    glyphs = sorted(texts)
    subset = _subset(face, glyphs)
    name = f"/{_tag(subset)}+{face.postscript_name}"
    described = document.add(descriptor(document, face, name, subset, _SYMBOLIC))
    cid_font: dict[str, Value] = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": {"Registry": Words("Adobe"), "Ordering": Words("Identity"), "Supplement": 0},
        "CIDToGIDMap": "/Identity",
        "FontDescriptor": described,
        "DW": 0,
        "W": _widths(face, glyphs),
    }
    return document.add(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": [document.add(cid_font)],
            "ToUnicode": document.stream(_to_unicode(texts).encode(), {}),
        }
    )


def _subset(face: OpenFace, glyphs: Iterable[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags |= hb.SubsetFlags.RETAIN_GIDS
    return cut(face, wanted)


def cut(face: OpenFace, wanted: hb.SubsetInput, keep: str = "") -> bytes:
    """The font file with only what is wanted, and no tables that a PDF has no use for but one to `keep`."""
    needless = [tag for tag in _NEEDLESS.split() if tag != keep]
    wanted.name_id_set.clear()
    wanted.name_id_set.update(_NAMES)
    wanted.flags |= hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode(), "big") for tag in needless)
    data: bytes = hb.subset(face.harfbuzz, wanted).blob.data
    return data


def _tag(subset: bytes) -> str:
    """Six capitals that tell one subset of a font from another."""
    return "".join(chr(ord("A") + byte % 26) for byte in md5(subset, usedforsecurity=False).digest()[:6])


def descriptor(document: Document, face: OpenFace, name: str, subset: bytes, flags: int) -> dict[str, Value]:
    """What a font file says of itself, with the file."""
    box = face.box
    return {
        "Type": "/FontDescriptor",
        "FontName": name,
        "Flags": flags,
        "FontBBox": box,
        "ItalicAngle": 0,
        "Ascent": box[3],
        "Descent": box[1],
        "CapHeight": face.metric(hb.OTMetricsTag.CAP_HEIGHT),
        "StemV": 80,
        "FontFile2": document.stream(subset, {"Length1": len(subset)}),
    }


def _widths(face: OpenFace, glyphs: Iterable[int]) -> list[Value]:
    """Widths of runs of neighbouring glyphs: first, [width, width, ...], ..."""
    runs: list[tuple[int, list[float]]] = []
    for glyph in glyphs:
        if runs and glyph == runs[-1][0] + len(runs[-1][1]):
            runs[-1][1].append(face.width(glyph))
        else:
            runs.append((glyph, [face.width(glyph)]))
    return [part for run in runs for part in run]


def _to_unicode(texts: Mapping[int, str]) -> str:
    lines = iter(
        [f"<{glyph:04x}> <{(text or NOTHING).encode('utf-16-be').hex()}>" for glyph, text in sorted(texts.items())]
    )
    ranges = []
    while block := list(islice(lines, 100)):
        ranges += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return _TO_UNICODE.format("\n".join(ranges))
