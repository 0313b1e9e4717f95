"""What helps a reader of the file to find the way: names of pages, bookmarks, and addresses to click on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from planbuilder.layout.parts.code import address_of
from planbuilder.model.fields import field
from planbuilder.model.pages import Glyphs, Mark
from planbuilder.model.view import View

DOT = " · "
HEADINGS = ("week.title", "block.title", "session.name", "exercise.name")


def label_of(view: View) -> str:
    """What a page is called in a viewer's list of pages."""
    return DOT.join(filter(None, (*(words for _, words in _headings(view)), field(view, "page.part"))))


def bookmarks_of(view: View) -> tuple[tuple[str, ...], ...]:
    """The path of headings to the first page of a part; none for its other pages."""
    one = len(view.deck.sessions) == 1
    path = tuple(words for name, words in _headings(view) if not (one and name == "session.name"))
    return (path,) if path and view.facts.number == 1 else ()


def _headings(view: View) -> tuple[tuple[str, str], ...]:
    found = ((name, field(view, name)) for name in HEADINGS)
    return tuple((name, words) for name, words in found if words)


def addresses_of(view: View) -> Mapping[str, str]:
    """The links of a page as they stand in its words, with what they open."""
    plan = view.deck.plan
    videos = {entry.line.move.video for entry in view.entries}
    found = {words: address_of(words) for words in (plan.link, *sorted(videos)) if words}
    if "@" in plan.contact and " " not in plan.contact:
        found[plan.contact] = f"mailto:{plan.contact}"
    return found


def linked(mark: Mark, addresses: Mapping[str, str]) -> Mark:
    """A line of words that names an address opens it."""
    if isinstance(mark, Glyphs):
        for words, address in addresses.items():
            if words in mark.words:
                return replace(mark, link=address)
    return mark
