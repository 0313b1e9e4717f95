"""The cards of a class put together: the pages of each runner one after the other, and one list of problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from planbuilder.model.pages import Page
from planbuilder.problems import Place, Problem

DOT = " · "
MOST_NAMED = 3


def collated(each: Iterable[tuple[str, Sequence[Page]]]) -> tuple[Page, ...]:
    """The pages of all runners; labels and bookmarks begin with the runner's name."""
    return tuple(page for name, pages in each for page in _named(name, pages))


def _named(name: str, pages: Sequence[Page]) -> Iterator[Page]:
    for number, page in enumerate(pages):
        bookmarks = tuple((name, *path) for path in page.bookmarks)
        yield replace(
            page,
            label=DOT.join(filter(None, (name, page.label))),
            bookmarks=bookmarks if number else ((name,), *bookmarks),
        )


def of_all(each: Iterable[tuple[str, Iterable[Problem]]]) -> tuple[Problem, ...]:
    """Each problem once; one that only some of the runners have begins with their names."""
    said: dict[tuple[Place | None, str], tuple[Problem, list[str]]] = {}
    names: list[str] = []
    for name, problems in each:
        names.append(name)
        for problem in problems:
            whose = said.setdefault((problem.place, problem.message), (problem, []))[1]
            if name not in whose:
                whose.append(name)
    return tuple(p if len(whose) == len(names) else _of_some(p, whose) for p, whose in said.values())


def _of_some(problem: Problem, whose: Sequence[str]) -> Problem:
    more = len(whose) - MOST_NAMED
    named = [*whose[:MOST_NAMED], f"{more} more"] if more > 1 else whose
    runners = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    return replace(problem, pattern="{runners}: " + problem.pattern, values={**problem.values, "runners": runners})
