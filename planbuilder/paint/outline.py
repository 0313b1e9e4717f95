"""The bookmarks of pages as a tree that a viewer shows beside them: each heading once, at its first page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from planbuilder.model.pages import Page
from planbuilder.paint.document import Document, Reference, Value, Words


@dataclass(slots=True)
class Heading:
    """A line of the outline: the page it opens, and what stands under it."""

    words: str
    page: int
    under: dict[str, Heading] = field(default_factory=dict)


def headings(pages: Iterable[Page]) -> tuple[Heading, ...]:
    """The outer headings of all pages, in the order in which they first come."""
    top = Heading("", 0)
    for number, page in enumerate(pages):
        for path in page.bookmarks:
            at = top
            for words in path:
                at = at.under.setdefault(words, Heading(words, number))
    return tuple(top.under.values())


def write_outline(document: Document, found: Sequence[Heading], pages: Sequence[Reference]) -> Reference:
    """Put the outline into the document: its outer headings to be seen, what stands under them folded away."""
    root = document.reserve()
    ends = _write_level(document, found, root, pages)
    return document.add({"Type": "/Outlines", **ends, "Count": len(found)}, root)


def _write_level(
    document: Document, found: Sequence[Heading], parent: Reference, pages: Sequence[Reference]
) -> Mapping[str, Value]:
    """Put headings of one level with all below them; what their parent says of them: the first and the last."""
    places = [document.reserve() for _ in found]
    for k, (heading, place) in enumerate(zip(found, places, strict=True)):
        entries: dict[str, Value] = {
            "Title": Words(heading.words),
            "Parent": parent,
            "Dest": [pages[heading.page], "/Fit"],
        }
        if k:
            entries["Prev"] = places[k - 1]
        if k + 1 < len(places):
            entries["Next"] = places[k + 1]
        if heading.under:
            under = tuple(heading.under.values())
            entries |= {**_write_level(document, under, place, pages), "Count": -len(under)}
        document.add(entries, place)
    return {"First": places[0], "Last": places[-1]}
