import pytest

from planbuilder.geometry import MM
from planbuilder.load.files import Folders
from planbuilder.load.layouts import load_layout, read_layout
from planbuilder.load.reader import Reader
from planbuilder.model.choices import Choices
from planbuilder.model.design import EachNode, GridNode, RowNode, StackNode, TextNode, Track
from planbuilder.model.pages import Stroke
from planbuilder.problems import Source
from planbuilder.resolve.cascade import cascade, flattened, themes

BASE = """
title: Base
colours: {ink: "#112233", hot: ink}
sizes: {small: 2mm, other: small}
lines: {row: 1.5pt ink}
grounds: {head: {fill: hot, pad: {sides: 6mm}}}
weights: {strong: 700}
styles:
  body: {size: 10pt}
  name: {size: 20pt}
  cue: {size: 9pt}
  label: {size: 8pt}
  title: {font: display, weight: strong, size: 40pt, lines: 1, shrink: 70%}
per: exercise
pages: [{page: [name]}]
themes:
  thin: {colours: {ink: black}, grounds: {head: {fill: none}}, weights: {strong: 500}}
papers:
  letter: {sizes: {small: 1mm}}
"""


def design_of(text, extra="", **choices):
    reader = Reader()
    spec = read_layout(Source("l.yaml", text + extra), reader)
    assert not reader.problems, [p.message for p in reader.problems]
    return cascade(spec, Choices(**choices))


def tree(nodes, **choices):
    text = BASE.replace("pages: [{page: [name]}]", "pages:\n  - page:\n" + "".join(f"      - {n}\n" for n in nodes))
    return design_of(text, **choices)


def good(nodes, **choices):
    design, problems = tree(nodes, **choices)
    assert design is not None, [p.message for p in problems]
    return design.pages[0].tree


def test_names_are_looked_up_to_the_end():
    [stack] = good(["{stack: [{text: A, role: title}], gap: other, ground: head, height: 12mm}"])
    assert isinstance(stack, StackNode)
    assert stack.gap == pytest.approx(2 * MM)
    assert stack.look.height == pytest.approx(12 * MM)
    text = stack.nodes[0]
    assert isinstance(text, TextNode)
    [(words, style)] = text.spans
    assert (words, style.font, style.weight, style.size, style.colour) == ("A", "display", 700, 40, "#112233")
    assert (style.lines, style.most, style.least) == (1, 1, 0.7)


def test_base_then_layout_then_paper_then_theme():
    design, problems = tree(["{text: A, role: title}"], paper="letter", theme="thin")
    assert not problems
    assert design.paper == "Letter"
    assert (round(design.page.width), round(design.page.height)) == (612, 792)
    assert design.styles["title"].weight == 500
    assert design.styles["title"].colour == "#000000"
    assert design.grounds["head"].fill is None
    assert design.grounds["head"].pad.start == pytest.approx(6 * MM)


@pytest.mark.parametrize(
    ("own", "asked", "width", "height", "name"),
    [
        ("a4", None, 210, 297, "A4"),
        ("a4 landscape", None, 297, 210, "A4"),
        ("a4 landscape", "letter", 279.4, 215.9, "Letter"),
        ("a3", "letter", 279.4, 431.8, "Tabloid"),
        ("a4", "A5", 148, 210, "A5"),
        ("a4", "legal landscape", 355.6, 215.9, "Legal"),
    ],
)
def test_another_paper_keeps_the_kind_of_sheet(own, asked, width, height, name):
    design, problems = design_of(BASE, f"paper: {own}\n", paper=asked)
    assert not problems
    assert (design.page.width, design.page.height) == pytest.approx((width * MM, height * MM), abs=0.1)
    assert design.paper == name


def test_what_a_layout_extends_lies_under_it(tmp_path):
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "base.yaml").write_text(BASE)
    mine = "title: Mine\nextends: base\nstyles: {title: {size: 50pt}}\n"
    (tmp_path / "layouts" / "mine.yaml").write_text(mine)
    spec, problems, _ = load_layout("mine", Folders(tmp_path, None, tmp_path))
    assert not problems
    design, problems = cascade(spec, Choices())
    assert not problems
    assert (design.title, design.styles["title"].size, design.styles["title"].least) == ("Mine", 50, 0.7)
    assert themes(spec) == ("thin",)
    assert flattened(flattened(spec)) == flattened(spec)


def test_tracks_columns_and_each():
    nodes = [
        "{row: [{text: A, width: rest 1.6}, {text: B, width: at least 5mm}, {text: C, width: at most small}]}",
        "{grid: [{each: exercises, show: [{row: [name]}]}], columns: [10mm, rest, auto], gap: 2mm, place: top}",
    ]
    row, grid = good(nodes)
    assert isinstance(row, RowNode)
    assert row.nodes[0].look.width == Track("rest", 0, 1.6)
    assert row.nodes[1].look.width == Track("rest", pytest.approx(5 * MM))
    assert row.nodes[2].look.width == Track("auto", pytest.approx(2 * MM))
    assert isinstance(grid, GridNode)
    assert [c.track.kind for c in grid.columns] == ["fixed", "rest", "auto"]
    each = grid.nodes[0]
    assert isinstance(each, EachNode)
    assert each.show[0].look.stand == "top"


def test_lines_by_name_and_as_written():
    rule, other = good(["rule: row", "rule: 1pt hot dashed"])
    assert rule.stroke == Stroke(1.5, "#112233")
    assert other.stroke == Stroke(1, "#112233", (2.2, 2.2))


@pytest.mark.parametrize(
    ("node", "message", "advice"),
    [
        ("{text: A, role: titel}", 'There is no style "titel".', "did you mean title?"),
        ("{stack: [name], gap: smal}", '"smal" is no length.', "did you mean small?"),
        ("{stack: [name], ground: haed}", 'There is no ground "haed".', "did you mean head?"),
        ("rule: rwo", '"rwo" is no line; write one like 1.5pt ink, or 1pt ink dashed.', "did you mean row?"),
        ("rule: 1pt inkk", 'There is no colour "inkk".', "did you mean ink?"),
        ("{row: [name], columns: lanes}", 'There are no columns "lanes".', None),
        ("{name: {align: middle}}", '"middle" is not possible here.', None),
        ("cues: many", '"many" is no number of cues.', "write all, 2 or 2-3; or short 2-3 for their short forms"),
        ("ticks: days", '"ticks" needs size:', "write one like 11mm"),
        (
            "{grid: [{row: [name], pad: {start: 2mm}}], columns: [rest]}",
            "A row of a grid has no air at its sides.",
            "give it to the cells, or the columns would not line up",
        ),
    ],
)
def test_names_that_are_not_there_are_told_where_they_stand(node, message, advice):
    design, problems = tree([node])
    assert design is None
    assert [p.message for p in problems] == [message]
    assert problems[0].place.line > 0
    if advice:
        assert problems[0].advice == advice


@pytest.mark.parametrize(
    ("change", "message", "advice"),
    [
        (("body: {size: 10pt}", "body: {size: 12}"), '"12" is no length.', "a length has a unit: 12mm, 12pt or 12u"),
        (
            ("body: {size: 10pt}", "body: {size: 12px}"),
            '"12px" is no length.',
            "the units are mm, cm, in, pt and u: 12pt",
        ),
        (("body: {size: 10pt}", "body: {leading: 14pt}"), '"14pt" is no number.', "write one without a unit: 1.3"),
        (
            ("hot: ink", "hot: hot"),
            'The colour "hot" stands for itself.',
            'a colour has six digits, in quotes: "#1F5F5B"',
        ),
        (("hot: ink", 'hot: "#123"'), 'There is no colour "#123".', 'a colour has six digits, in quotes: "#1F5F5B"'),
        (("hot: ink", "hot: inc"), 'There is no colour "inc".', "did you mean ink?"),
        (("strong: 700", "strong: fat"), '"fat" is no weight; write one from 100 to 900.', ""),
        (("font: display", "font: Arial"), '"Arial" is not possible here.', "there are: display, text"),
    ],
)
def test_tokens_that_cannot_be_are_told_with_what_to_write(change, message, advice):
    _, problems = design_of(BASE.replace(*change))
    assert (message, advice) in [(p.message, p.advice) for p in problems]


@pytest.mark.parametrize(
    ("node", "advice"),
    [
        ("{text: A, align: left}", "did you mean start?"),
        ("{text: A, place: center}", "did you mean middle?"),
        ("{text: A, align: middle}", "did you mean center?"),
        ("{stack: [{text: A}], spread: true}", "did you mean yes?"),
        ("{text: A, width: 50%}", "a share of what is left is rest, or rest 2; a length is one like 12mm or 2u"),
        ("{row: [{text: A}], columns: 2}", "write a list of widths: [rest, 30mm, auto]"),
    ],
)
def test_words_of_other_programs_are_told_as_they_are_called_here(node, advice):
    _, [problem] = tree([node])
    assert problem.advice == advice


@pytest.mark.parametrize(
    ("paper", "advice"),
    [
        ("10x15", "did you mean 10x15cm?"),
        ("landscape a4", "did you mean a4 landscape?"),
        ("A 4", "did you mean a4?"),
        ("30x20mm", "a paper is between 40 mm and 2 m wide and high"),
    ],
)
def test_a_paper_that_is_none_is_told_with_the_one_meant(paper, advice):
    _, [problem] = design_of(BASE, f"paper: {paper}\n")
    assert (problem.message, problem.advice) == (f'There is no paper "{paper}".', advice)


def test_margins_that_leave_no_room_are_told_where_they_stand():
    _, [problem] = design_of(BASE, "margin: 100mm\n")
    assert problem.message == "Layout Base has no room on A4."
    assert problem.advice == "give it smaller margins, or choose a larger paper"
    assert problem.place.line == len(BASE.splitlines()) + 1


def test_a_layout_without_styles_is_told_where_they_come_from():
    _, [problem] = design_of("title: T\npages: [{page: [{text: Hi}]}]\n")
    assert problem.message == 'There is no style "body".'
    assert problem.advice == "extends: base brings styles along; or write it under styles:"


def test_a_theme_may_start_from_another():
    own = BASE.replace("themes:\n", 'themes:\n  forest: {from: thin, colours: {hot: "#00FF00"}}\n')
    design, problems = design_of(own, theme="forest")
    assert not problems
    assert (design.colours["hot"], design.colours["ink"]) == ("#00FF00", "#000000")
    assert design.styles["title"].weight == 500
    _, [problem] = design_of(own.replace("from: thin", "from: thn"), theme="forest")
    assert (problem.message, problem.advice) == ('There is no theme "thn".', "did you mean thin?")
    _, [problem] = design_of(own.replace("from: thin", "from: forest"), theme="forest")
    assert problem.message == 'The theme "forest" starts from itself.'
    plain, _ = design_of(own.replace("from: thin", "from: colour"), theme="forest")
    assert plain.styles["title"].weight == 700


def test_a_fill_that_a_theme_for_saving_ink_leaves_is_told():
    saving = BASE.replace("  thin: {", "  ink-saver: {").replace("fill: none", "ink: ink")
    assert design_of(saving)[1] == ()
    design, [problem] = design_of(saving, theme="ink-saver")
    assert design is not None
    assert problem.severity == "warning"
    assert problem.message == 'The ground "head" is filled in the theme ink-saver, too.'
    assert problem.advice.startswith("under themes: ink-saver: {grounds: {head: {fill: none")
    assert design_of(BASE.replace("  thin: {", "  ink-saver: {"), theme="ink-saver")[1] == ()


def test_a_layout_without_pages_can_only_be_extended():
    design, [problem] = design_of("title: Tokens\n")
    assert design is None
    assert problem.message == "Tokens has no pages, so it can only be extended."


def test_unknown_papers_and_themes_name_the_nearest():
    _, [problem] = design_of(BASE, paper="lettre")
    assert (problem.message, problem.advice) == ('There is no paper "lettre".', "did you mean letter?")
    _, [problem] = design_of(BASE, theme="thn")
    assert (problem.message, problem.advice) == ('There is no theme "thn".', "did you mean thin?")


def test_styles_and_sizes_that_start_from_themselves_are_told():
    _, problems = design_of(BASE.replace("body: {size: 10pt}", "body: {from: body}"))
    assert ["starts from itself" in p.message for p in problems] == [True]
    _, problems = design_of(BASE.replace("other: small", "other: other"))
    assert [p.message for p in problems] == ['"other" is no length.']


def test_a_floor_limits_shrinking():
    design, _ = design_of(BASE.replace("shrink: 70%", "shrink: 50%, floor: 30pt"))
    assert design.styles["title"].least == 0.75
