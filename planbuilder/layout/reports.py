"""What fitting had to give up, as warnings; what fits no page, and mistakes in the layout, as errors at their line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from planbuilder.layout.boxes import walk
from planbuilder.layout.fit import Trouble
from planbuilder.layout.fitting import Fitting, Tried
from planbuilder.layout.parts.cues import Cues
from planbuilder.model.design import Design
from planbuilder.problems import Problem, error, warning

TELLING = ("cells", "tall", "low", "part", "lines", "word")
QUOTES = ("cue", "words", "name")
"""Values of a problem that quote the plan: its place is that of the layout, and theirs would be a better one."""


def reports(design: Design, fittings: Iterable[Fitting]) -> list[Problem]:
    """One problem for each thing left out, broken or grown; errors where the caller is strict."""
    say = error if design.strict else warning
    found: dict[tuple[str, ...], Problem] = {}
    for fitting in fittings:
        poorer = [page for page, words in zip(fitting.tried, fitting.words, strict=True) if words.dropped]
        for page in poorer:
            for name, cue in _left_out(page):
                pattern = '{name}: there is no room for the cue "{cue}", so it is left out.'
                hint = "a shorter name would leave room, or short forms of the cues"
                found.setdefault(("cue", name, cue), say(design.place, pattern, hint, name=name, cue=cue))
        for trouble in fitting.notes:
            found.setdefault((trouble.kind, trouble.words, str(trouble.place)), _note(design, trouble, say))
    return list(found.values())


def _left_out(page: Tried) -> Iterator[tuple[str, str]]:
    for box in walk(page.box):
        if isinstance(box, Cues) and box.left_out:
            yield box.exercise, box.left_out


def _note(design: Design, trouble: Trouble, say: Callable[..., Problem]) -> Problem:
    layout = design.name or design.title
    if trouble.kind == "word":
        pattern = '"{words}" is too long for its column in layout {layout}, so it is broken.'
        hint = "a shorter word, or a short form, would stay whole"
        return say(trouble.place, pattern, hint, words=trouble.words, layout=layout)
    if trouble.kind == "lines":
        pattern = '"{words}" takes more lines than layout {layout} means to give it.'
        return say(trouble.place, pattern, "a shorter text looks better here", words=trouble.words, layout=layout)
    if trouble.kind == "tall":
        pattern = "There is so much to say of {name} that its type is smaller than layout {layout} means it to be."
        name = trouble.words or "the heading"
        return say(trouble.place, pattern, "fewer or shorter words look better here", name=name, layout=layout)
    pattern = "A box of a fixed height is too low for its words here, so it grew."
    return say(trouble.place, pattern, "shorter words would fit, or min-height: in place of height:")


def nothing_said(design: Design, fittings: Iterable[Fitting]) -> list[Problem]:
    """An error where not one page has anything on it."""
    tried = [page for fitting in fittings for page in fitting.tried]
    if not tried or any(page.box.items for page in tried):
        return []
    tree = tried[0].spread.tree
    hint = "fields of an exercise stand inside each: exercises, or in a layout that is per: exercise"
    return [error(tree[0].look.place if tree else design.place, "Nothing in this layout has a word to say.", hint)]


def misfits(design: Design, fittings: Iterable[Fitting]) -> list[Problem]:
    """An error for every page with trouble that no step could act on, of its troubles the one that says most."""
    found: dict[tuple[str, str, str], Problem] = {}
    for fitting in fittings:
        for page in fitting.tried:
            trouble = min(page.troubles, key=lambda t: TELLING.index(t.kind), default=None)
            if trouble:
                name = page.moves if trouble.kind == "tall" else ""
                found.setdefault((trouble.kind, str(trouble.place), name), _misfit(design, trouble, name))
    return list(found.values())


def _misfit(design: Design, trouble: Trouble, name: str) -> Problem:
    layout = design.name or design.title
    if trouble.kind == "low":
        percent = round(100 / trouble.ratio) - 100
        pattern = "This box is too low for what is drawn in it: it would have to be {percent} % higher."
        return error(trouble.place, pattern, "give it a larger height:, or min-height: instead", percent=percent)
    if trouble.kind == "cells":
        pattern = "This row has more cells than there are columns."
        hint = "give columns: a width for each cell; for those of an each: it is {{each: weeks, width: auto}}"
        return error(trouble.place, pattern, hint)
    if trouble.kind == "part":
        percent = round(100 / trouble.ratio) - 100
        pattern = "There is not enough room here for what is drawn side by side: {percent} % more is needed."
        return error(
            trouble.place,
            pattern,
            "choose a larger paper; or, in the layout: a wider column, or smaller sizes",
            percent=percent,
        )
    if trouble.kind == "tall":
        pattern = "{name} does not fit on a page of layout {layout} on {paper}."
        hint = "shorten the words of the exercise, or choose a larger paper"
        name = name or "The heading"
        return error(trouble.place, pattern, hint, name=name, layout=layout, paper=design.paper)
    pattern = '"{words}" does not fit into its column in layout {layout} on {paper}.'
    return error(trouble.place, pattern, "shorten it", words=trouble.words, layout=layout, paper=design.paper)
