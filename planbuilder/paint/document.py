"""The PDF file as numbered objects: the only module that knows reportlab, whose `pdfdoc` numbers and writes them.

Every setting is explicit, so that neither RL_ variables nor a settings file can change a byte. Dates are left out and
the file's identifier is drawn from its content: same input, same bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import md5
from typing import NamedTuple, TypeAlias

from planbuilder.paint.operators import number
from planbuilder.paint.postpone import postpone

postpone("PIL", "Image")  # reportlab imports Pillow, which nothing here needs

from reportlab import rl_config  # noqa: E402
from reportlab.pdfbase import pdfdoc  # noqa: E402

_UNKNOWN = b"0" * 32
_SETTINGS = {"invariant": 1, "pdfComments": 0, "pdfMultiLine": 0, "useA85": 0}


class Words(NamedTuple):
    """Text for people in the file's own dictionaries: a title, an address."""

    text: str


class Reference(NamedTuple):
    """An object of the file, so that others can name it."""

    name: str


Value: TypeAlias = str | float | Words | Reference | Sequence["Value"] | Mapping[str, "Value"]
"""What stands in a PDF dictionary; a plain text is PDF syntax as it is: "/Name", "true", "<FEFF>"."""


_Object: TypeAlias = pdfdoc.PDFObject | str
"""The same in reportlab's own objects."""


class Document:
    """Collects objects and pages, then gives the bytes of the file, once."""

    def __init__(self) -> None:
        self._pdf = pdfdoc.PDFDocument(pdfVersion=(1, 7), compression=1, invariant=1, lang="en")
        self._pages = self._register(self._pdf.Pages)
        self._reserved = 0

    def reserve(self) -> Reference:
        """A name for an object that will be added later, so that others can name it before."""
        self._reserved += 1
        return Reference(f"later{self._reserved}")

    def add(self, value: Mapping[str, Value] | Sequence[Value], place: Reference | None = None) -> Reference:
        """A dictionary or list as an object of its own, under the name reserved for it."""
        return self._register(_pdf(value), place.name if place else None)

    def stream(self, content: bytes, entries: Mapping[str, Value]) -> Reference:
        """Bytes with a dictionary; they are compressed here."""
        return self.packed(zlib.compress(content), {**entries, "Filter": "/FlateDecode"})

    def packed(self, content: bytes, entries: Mapping[str, Value]) -> Reference:
        """Bytes that are compressed already, with a dictionary that says how."""
        dictionary = pdfdoc.PDFDictionary({key: _pdf(value) for key, value in entries.items()})
        return self._register(pdfdoc.PDFStream(dictionary, content))

    def page(self, entries: Mapping[str, Value], place: Reference | None = None) -> Reference:
        """One more page, under the name reserved for it."""
        page = self.add({"Type": "/Page", "Parent": self._pages, **entries}, place)
        self._pdf.Pages.addPage(pdfdoc.PDFObjectReference(page.name))
        return page

    def save(self, catalog: Mapping[str, Value], info: Mapping[str, Value]) -> bytes:
        """The whole file."""
        pdf = self._pdf
        pdf.Catalog = _pdf({"Type": "/Catalog", "Pages": self._pages, **catalog})
        pdf.info = _pdf(info)
        pdf._ID = b"[<%b> <%b>]" % (_UNKNOWN, _UNKNOWN)
        with _settings():
            data: bytes = pdf.format()
        identifier = md5(data, usedforsecurity=False).hexdigest().encode()
        body, word, trailer = data.rpartition(b"trailer\n")
        return body + word + trailer.replace(_UNKNOWN, identifier)

    def _register(self, thing: _Object, name: str | None = None) -> Reference:
        return Reference(self._pdf.Reference(thing, name).name)


@contextmanager
def _settings() -> Iterator[None]:
    """Our own settings while a file is written; another user of reportlab gets theirs back."""
    before = {name: getattr(rl_config, name) for name in _SETTINGS}
    vars(rl_config).update(_SETTINGS)
    try:
        yield
    finally:
        vars(rl_config).update(before)


def _pdf(value: Value) -> _Object:
    match value:
        case str():
            return value
        case int() | float():
            return number(value)
        case Words():
            return pdfdoc.PDFString(value.text)
        case Reference():
            return pdfdoc.PDFObjectReference(value.name)
        case Mapping():
            return pdfdoc.PDFDictionary({key: _pdf(part) for key, part in value.items()})
        case _:
            return pdfdoc.PDFArray([_pdf(part) for part in value])
