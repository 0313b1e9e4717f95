"""What an exercise says in every week of a page: its lane."""

from __future__ import annotations

from collections.abc import Callable

from planbuilder.model.entries import Entry
from planbuilder.model.view import View


def lane(view: View) -> View:
    """The view of the exercise in view in all weeks of its page."""
    page, key = view.whole_page, view.line.key if view.line else ""
    return view.narrowed(weeks=page.weeks, entries=tuple(entry for entry in page.entries if entry.line.key == key))


def in_lane(words: Callable[[View], str]) -> Callable[[View], str]:
    """What the exercise in view says in every week of the page."""
    return lambda view: words(lane(view)) if view.line else ""


def noted(view: View) -> bool:
    """Whether what an exercise notes is not the same every week."""
    return not view.agreed(lambda dose: dose.note) and any(
        dose.note for entry in view.entries for dose in entry.line.doses
    )


def bare(view: View) -> bool:
    """Whether the dose in view has neither unit nor arrow under it, and that of another week of the lane has."""
    if view.line is None:
        return False
    whole = lane(view)
    units = not whole.said(lambda dose: dose.counted)
    arrows = not view.whole_page.agreed(lambda dose: dose.sets)

    def under(entry: Entry) -> bool:
        return (arrows and entry.line.up) or (units and any(dose.unit for dose in view.doses(entry.line)))

    return not any(map(under, view.entries)) and any(map(under, whole.entries))
