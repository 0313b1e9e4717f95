"""Layout as written to design: base, then layout, then paper, then theme; every token looked up, the tree checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, Literal, cast

from planbuilder.geometry import MM, Insets, Size
from planbuilder.model.choices import Choices
from planbuilder.model.design import CONTRAST, Design, Leaf, Node
from planbuilder.model.imposition import Imposition
from planbuilder.model.layout_spec import (
    PERS,
    SPLITS,
    EdgesSpec,
    FigureSpec,
    GroundSpec,
    LayoutSpec,
    NodeSpec,
    PageSpec,
    SheetSpec,
    SidesSpec,
    StyleSpec,
    ThemeSpec,
    TokensSpec,
)
from planbuilder.model.plan import Brand
from planbuilder.problems import Problem, Word, error, has_errors, nearest, warning
from planbuilder.resolve.branding import MAIN, brand_colours
from planbuilder.resolve.imposing import imposition
from planbuilder.resolve.papers import PAPERS, Paper, asked, no_paper, paper_of
from planbuilder.resolve.planter import Planter
from planbuilder.resolve.tokens import Tokens, checked
from planbuilder.resolve.trees import MAKERS

RECORDS = (TokensSpec, StyleSpec, GroundSpec, EdgesSpec, SidesSpec, FigureSpec, SheetSpec)  # merge field by field
PLAIN = "colour"
INK_SAVER = "ink-saver"
WHITE = "#FFFFFF"
LEAST_ROOM = 20 * MM
SMALLER = 0.9
OUT_OF_REACH = 6.5 * MM  # of printers, with what hangs below a line
BINDING = 20 * MM
MOST_DEALT = 20


def cascade(
    spec: LayoutSpec, choices: Choices, brand: Brand | None = None
) -> tuple[Design | None, tuple[Problem, ...]]:
    """The design for a paper, a theme and a brand, or None with every mistake brought to light by looking names up."""
    whole = flattened(spec)
    problems: list[Problem] = []
    own = _own_paper(whole, problems)
    paper = _paper(own, choices, problems)
    problems += (no_paper(tokens.place, name) for name, tokens in whole.papers.items() if name not in PAPERS)
    theme = _theme(whole, choices, problems)
    names = [name for name, _ in theme]
    if not whole.pages:
        name = whole.name or whole.title
        problems.append(
            error(spec.place, "{name} has no pages, so it can only be extended.", "give it pages:", name=name)
        )
    for tokens in (whole.papers.get(paper.name), *(tokens for _, tokens in theme)):
        whole = merged(whole, tokens) if tokens else whole
    if not any(MAIN in tokens.colours for _, tokens in theme):
        whole = _branded(whole, brand)
    too_small = tuple(_too_small(whole, paper))
    if too_small:
        return None, (*problems, *too_small)
    scale = 1.0 if paper.name in whole.papers else _scale(whole, own, paper)
    design, found = _design(whole, paper, choices, scale)
    problems += found
    if has_errors(problems):
        return None, tuple(problems)
    return design, tuple(_filled(whole, design)) if INK_SAVER in names else ()


def _filled(spec: LayoutSpec, design: Design) -> Iterator[Problem]:
    """A warning for each surface that takes ink in a theme that is there to save it."""
    for name, ground in design.grounds.items():
        if ground.fill not in (None, WHITE):
            hint = "under themes: {theme}: {{grounds: {{{name}: {{fill: none, ink: ink, edges: {{all: row}}}}}}}}"
            pattern = 'The ground "{name}" is filled in the theme {theme}, too.'
            yield warning(spec.grounds[name].place, pattern, hint, name=name, theme=INK_SAVER)


def _branded(spec: LayoutSpec, brand: Brand | None) -> LayoutSpec:
    """The layout with the colours of a brand; what is wrong with them is told where the plan is resolved."""
    tokens = Tokens(spec)
    own = {name: tokens.colour(word) for name, word in spec.colours.items()} if brand else {}
    colours = {name: Word(colour, spec.place) for name, colour in brand_colours(brand, own).items()}
    return replace(spec, colours={**spec.colours, **colours}) if colours else spec


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
    own = [f.name for f in fields(over) if f.name not in ("place", "from_")]
    changes = {name: _over(getattr(under, name), getattr(over, name)) for name in own}
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


def _own_paper(spec: LayoutSpec, problems: list[Problem]) -> Paper:
    """The sheet that the layout is made for."""
    written = spec.paper or Word("a4", spec.place)
    own = paper_of(written.text)
    if own is None:
        problems.append(no_paper(written.place, written.text))
    return own or Paper("a4", PAPERS["a4"])


def _paper(own: Paper, choices: Choices, problems: list[Problem]) -> Paper:
    """The sheet that the layout is made for, or the one of its kind that the caller has."""
    if choices.paper is None:
        return own
    other = paper_of(choices.paper)
    if other is None:
        problems.append(no_paper(None, choices.paper))
    return asked(own, other) if other else own


def _too_small(spec: LayoutSpec, paper: Paper) -> Iterator[Problem]:
    """An error where a paper is smaller than the layout can be printed on, or where that is no paper."""
    least = paper_of(spec.smallest.text) if spec.smallest else None
    if spec.smallest and not least:
        yield no_paper(spec.smallest.place, spec.smallest.text)
    elif least and _share(paper.size, least.size) < SMALLER:
        pattern = "{paper} is too small for layout {layout}: it needs {least} or larger."
        values = {"paper": paper.shown, "layout": spec.name or spec.title, "least": least.shown}
        yield error(None, pattern, "choose a larger paper, or another layout", **values)


def _share(here: Size, meant: Size) -> float:
    """How much one thing is of another in the direction where it is less, whichever way both are turned."""
    return min(one / other for one, other in zip(sorted(here), sorted(meant), strict=True))


def _theme(spec: LayoutSpec, choices: Choices, problems: list[Problem]) -> list[tuple[str, ThemeSpec]]:
    """The theme asked for by its name, behind those that it starts from."""
    found: list[tuple[str, ThemeSpec]] = []
    word = Word(choices.theme) if choices.theme else None
    while word and word.text != PLAIN:
        theme = spec.themes.get(word.text)
        if theme is None:
            problems.append(_no_theme(word, sorted({PLAIN, *spec.themes})))
            break
        if word.text in dict(found):
            hint = "take from: out of one of them"
            problems.append(error(word.place, 'The theme "{name}" starts from itself.', hint, name=word.text))
            break
        found.insert(0, (word.text, theme))
        word = theme.from_
    return found


def _no_theme(word: Word, names: list[str]) -> Problem:
    near = nearest(word.text, names)
    hint = "did you mean {near}?" if near else "there are: {names}"
    values = {"name": word.text, "near": near, "names": ", ".join(names)}
    return error(word.place, 'There is no theme "{name}".', hint, **values)


def _scale(spec: LayoutSpec, own: Paper, paper: Paper) -> float:
    """How large a page is drawn on a paper much smaller than the layout's own: as its page is to the one meant."""
    scale = _share(*(imposition(Tokens(spec), sheet).page for sheet in (paper, own)))
    return scale if scale < SMALLER else 1.0


def _design(spec: LayoutSpec, paper: Paper, choices: Choices, scale: float) -> tuple[Design, list[Problem]]:
    whole = Tokens(spec)
    sheet = imposition(whole, paper, choices.flip)
    tokens = Tokens(spec, scale)
    tokens.problems += whole.problems
    planter = Planter(tokens, MAKERS)
    grounds, styles, colours = checked(tokens)
    for columns in spec.columns.values():
        planter.columns(columns)
    design = Design(
        name=spec.name,
        title=spec.title,
        place=spec.place,
        paper=paper.shown,
        page=sheet.page,
        margin=_margin(tokens, paper, sheet),
        per=_per(tokens),
        split=_split(tokens),
        together=cast("Literal['card', 'all']", tokens.one_of(spec.together, ("card", "all"), "card")),
        pages=tuple(leaf for page in spec.pages for leaf in _leaves(planter, page)),
        imposition=sheet,
        grounds=grounds,
        styles=styles,
        colours=colours,
        pictures=tokens.pictures(),
        floor=tokens.floor,
        contrast=tokens.number(spec.contrast, CONTRAST, "4.5"),
        strict=choices.strict,
    )
    return design, tokens.problems


def _margin(tokens: Tokens, paper: Paper, sheet: Imposition) -> Insets:
    """The air at the edges of a page, more where holes are punched; an error where it leaves no room."""
    margin = tokens.sides(tokens.spec.margin)
    if tokens.scale < 1:
        margin = Insets(*(max(side, min(side / tokens.scale, OUT_OF_REACH)) for side in margin))
    if sheet.punch:
        margin = margin._replace(start=max(margin.start, BINDING))
    width, height = sheet.page
    room = min(width - margin.start - margin.end, height - margin.top - margin.bottom)
    if room < LEAST_ROOM:
        written = tokens.spec.margin
        hint = "give it smaller margins, or choose a larger paper" if written else "choose a larger paper"
        names = {"layout": tokens.spec.name or tokens.spec.title, "paper": paper.shown}
        tokens.error(written.place if written else None, "Layout {layout} has no room on {paper}.", hint, **names)
    return margin


def _leaves(planter: Planter, spec: PageSpec) -> Iterator[Leaf]:
    """A page, or pages over which the members of an axis are dealt."""
    if spec.each is None:
        yield Leaf(_page(planter, spec.page))
        return
    tokens = planter.tokens
    tokens.one_of(spec.each, ("exercises",), "exercises")
    shown = [page.page for page in spec.show if page.page]
    blank = next((page.page for page in spec.blank), ())
    count = spec.pages.text if spec.pages else ""
    if not (count.isdecimal() and 1 <= int(count) <= MOST_DEALT) or len(shown) != 1 or spec.page:
        hint = "write each: exercises, pages: 5, and one page under show:"
        tokens.error(spec.place, "Pages that are dealt need a number of them, and one page to show.", hint)
        return
    yield Leaf(_page(planter, shown[0]), spec.each.text, int(count), _page(planter, blank))


def _page(planter: Planter, specs: tuple[NodeSpec, ...]) -> tuple[Node, ...]:
    """The tree of a page; an error where it sends words to a foot that it does not have."""
    every = [node for spec in specs for node in spec.walk()]
    noted = next((node for node in every if "footnote" in node.options), None)
    if noted and all(node.kind != "footnotes" for node in every):
        hint = "add a part at the foot of the page: - footnotes"
        planter.tokens.error(noted.place, "This page has footnotes, and no place for them.", hint)
    return planter.nodes(specs)


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
