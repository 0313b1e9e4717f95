"""A mark to the part of its page that opens an address."""

from __future__ import annotations

from urllib.parse import quote

from planbuilder.geometry import Rect
from planbuilder.model.pages import Glyphs, Link

_SCHEMES = ("https://", "http://", "mailto:")
_ABOVE, _BELOW = 0.8, 0.25


def opening(mark: Link | Glyphs) -> tuple[Rect, str] | None:
    """The box to click on and the address it opens; None where it opens nothing, or neither a website nor a mail."""
    address = mark.address if isinstance(mark, Link) else mark.link
    if not address.lower().startswith(_SCHEMES):
        return None
    box = mark.box if isinstance(mark, Link) else _around(mark)
    return box, quote(address, safe="!#$%&'()*+,/:;=?@[]~")


def _around(line: Glyphs) -> Rect:
    end = max((offset + run.advance * line.size for offset, run in line.runs), default=0.0)
    high = (_ABOVE + _BELOW) * line.size
    if line.turned:
        return Rect(line.x - end, line.y - _BELOW * line.size, end, high)
    return Rect(line.x, line.y - _ABOVE * line.size, end, high)
