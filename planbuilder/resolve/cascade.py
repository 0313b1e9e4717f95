"""Layout as written to design: base, then layout, then paper, then theme; every token looked up, the tree checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Literal, cast

from planbuilder.geometry import MM, Size
from planbuilder.model.choices import Choices
from planbuilder.model.design import CONTRAST, FLOOR, Design
from planbuilder.model.layout_spec import (
    PERS,
    SPLITS,
    EdgesSpec,
    FigureSpec,
    GroundSpec,
    LayoutSpec,
    SidesSpec,
    StyleSpec,
    TokensSpec,
)
from planbuilder.problems import Problem, error, nearest
from planbuilder.resolve.planter import Planter
from planbuilder.resolve.tokens import Tokens, checked
from planbuilder.resolve.trees import MAKERS

PAPERS = {
    "a3": Size(297 * MM, 420 * MM),
    "a4": Size(210 * MM, 297 * MM),
    "a5": Size(148 * MM, 210 * MM),
    "a6": Size(105 * MM, 148 * MM),
    "letter": Size(612.0, 792.0),
    "legal": Size(612.0, 1008.0),
    "tabloid": Size(792.0, 1224.0),
}
# `--paper letter` means the sheet of the same kind from that part of the world.
SAME_KIND = {"letter": {"a3": "tabloid"}, "a4": {"tabloid": "a3"}}
RECORDS = (TokensSpec, StyleSpec, GroundSpec, EdgesSpec, SidesSpec, FigureSpec)  # what merges field by field
TURNS = ("portrait", "landscape")


def cascade(spec: LayoutSpec, choices: Choices) -> tuple[Design | None, tuple[Problem, ...]]:
    """The design for a paper and a theme, or None with every mistake that looking names up brought to light."""
    whole = flattened(spec)
    problems: list[Problem] = []
    paper = _paper(whole, choices, problems)
    for name, word in ((n, t.place) for n, t in whole.papers.items() if n not in PAPERS):
        problems.append(error(word, 'There is no paper "{name}".', _papers_hint(name), **_papers(name)))
    theme = _theme(whole, choices, problems)
    if not whole.pages:
        name = whole.name or whole.title
        problems.append(
            error(spec.place, "{name} has no pages, so it can only be extended.", "give it pages:", name=name)
        )
    for tokens in (whole.papers.get(paper.partition(" ")[0]), theme):
        whole = merged(whole, tokens) if tokens else whole
    design, found = _design(whole, paper, choices)
    problems += found
    return (None if problems else design), tuple(problems)


def themes(spec: LayoutSpec) -> tuple[str, ...]:
    """The names of the themes that a layout can be printed in."""
    return tuple(sorted(flattened(spec).themes))


def flattened(spec: LayoutSpec) -> LayoutSpec:
    """A layout with everything it extends laid under it."""
    if spec.base is None:
        return spec
    return replace(merged(flattened(spec.base), spec), base=None, place=spec.place)


def merged(under: LayoutSpec, over: TokensSpec) -> LayoutSpec:
    """One laid over another: maps merge key by key, everything else is replaced."""
    changes = {f.name: _over(getattr(under, f.name), getattr(over, f.name)) for f in fields(over)}
    changes.pop("place")
    return replace(under, **cast("dict[str, Any]", changes))


def _over(under: object, over: object) -> object:
    if not under or not over:
        return over or under
    if isinstance(under, Mapping) and isinstance(over, Mapping):
        return {**under, **{key: _over(under.get(key), value) for key, value in over.items()}}
    if isinstance(under, RECORDS):
        changes = {f.name: _over(getattr(under, f.name), getattr(over, f.name)) for f in fields(under)}
        return replace(under, **cast("dict[str, Any]", changes))
    return over


def _papers(name: str) -> dict[str, object]:
    return {"name": name, "near": nearest(name, PAPERS), "papers": ", ".join(sorted(PAPERS))}


def _papers_hint(name: str) -> str:
    return "did you mean {near}?" if nearest(name, PAPERS) else "there are: {papers}"


def _paper(spec: LayoutSpec, choices: Choices, problems: list[Problem]) -> str:
    """The sheet's name, with the way it is turned."""
    own, _, turn = (spec.paper.text if spec.paper else "a4").lower().partition(" ")
    if own not in PAPERS or turn not in ("", *TURNS):
        place = spec.paper.place if spec.paper else spec.place
        problems.append(error(place, 'There is no paper "{name}".', _papers_hint(own), **_papers(own)))
        own, turn = "a4", ""
    if choices.paper:
        asked, _, other_turn = choices.paper.strip().lower().partition(" ")
        if asked not in PAPERS or other_turn not in ("", *TURNS):
            problems.append(error(None, 'There is no paper "{name}".', _papers_hint(asked), **_papers(asked)))
        else:
            own, turn = SAME_KIND.get(asked, {}).get(own, asked), other_turn or turn
    return f"{own} landscape" if turn == "landscape" else own


def _theme(spec: LayoutSpec, choices: Choices, problems: list[Problem]) -> TokensSpec | None:
    if choices.theme is None or choices.theme in ("colour", *spec.themes):
        return spec.themes.get(choices.theme or "")
    names = sorted({"colour", *spec.themes})
    near = nearest(choices.theme, names)
    hint = "did you mean {near}?" if near else "there are: {names}"
    found = ", ".join(names)
    problems.append(error(None, 'There is no theme "{name}".', hint, name=choices.theme, near=near, names=found))
    return None


def _design(spec: LayoutSpec, paper: str, choices: Choices) -> tuple[Design, list[Problem]]:
    tokens = Tokens(spec)
    planter = Planter(tokens, MAKERS)
    name, _, turn = paper.partition(" ")
    width, height = PAPERS[name]
    grounds, styles, colours = checked(tokens)
    for columns in spec.columns.values():
        planter.columns(columns)
    design = Design(
        name=spec.name,
        title=spec.title,
        place=spec.place,
        paper=name.upper() if len(name) == 2 else name.capitalize(),
        page=Size(height, width) if turn else Size(width, height),
        margin=tokens.sides(spec.margin),
        per=_per(tokens),
        split=_split(tokens),
        together=cast("Literal['card', 'all']", tokens.one_of(spec.together, ("card", "all"), "card")),
        pages=tuple(planter.nodes(page.page) for page in spec.pages),
        grounds=grounds,
        styles=styles,
        colours=colours,
        pictures=tokens.pictures(),
        floor=tokens.length(spec.floor, FLOOR),
        contrast=tokens.number(spec.contrast, CONTRAST),
        strict=choices.strict,
    )
    return design, tokens.problems


def _per(tokens: Tokens) -> tuple[str, ...]:
    return tuple(tokens.one_of(word, PERS, "plan") for word in tokens.spec.per) or ("plan",)


def _split(tokens: Tokens) -> dict[str, int | None]:
    out: dict[str, int | None] = {}
    for axis, most in tokens.spec.split:
        name = tokens.one_of(axis, SPLITS, "exercises")
        if most.text != "fit" and not (most.text.isdecimal() and 1 <= int(most.text) <= 100):
            tokens.error(
                most.place, '"{most}" is no share of a page.', "write fit, or the most a page takes", most=most
            )
        out[name] = int(most.text) if most.text.isdecimal() else None
    return out
