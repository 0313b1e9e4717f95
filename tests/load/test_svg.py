"""Drawings as SVG: the plain shapes come through where they lie, and everything else is refused at its line."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planbuilder.load.outlines import outline
from planbuilder.load.svg import read_svg
from planbuilder.load.svg_ink import colour
from planbuilder.load.svg_shapes import Matrix, moves, shape
from planbuilder.model.pages import Drawing, Path, Stroke
from planbuilder.problems import Source

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ink="urn:editor"'


def svg(*lines: str, box: str = "0 0 100 100") -> str:
    return "\n".join((f'<svg {NAMESPACES} viewBox="{box}">', *lines, "</svg>"))


def drawn(*lines: str, box: str = "0 0 100 100") -> Drawing:
    found, problems = read_svg(Source("walk.svg", svg(*lines, box=box)), "figure:walk")
    assert [problem.message for problem in problems] == []
    assert found is not None
    return found


def mark(*lines: str) -> Path:
    [path] = drawn(*lines).marks
    return path


def told(text: str) -> list[str]:
    found, problems = read_svg(Source("walk.svg", text), "figure:walk")
    assert (found is None) == any(problem.severity == "error" for problem in problems)
    return [f"{problem.place}: {problem.message} ({problem.advice})" for problem in problems]


def rounded(path: Path) -> list[tuple[str, tuple[float, ...]]]:
    return [(letter, tuple(round(value, 2) + 0.0 for value in numbers)) for letter, numbers in path.steps]


SQUARE = [("M", (10, 10)), ("L", (30, 10)), ("L", (30, 40)), ("L", (10, 40)), ("Z", ())]


@pytest.mark.parametrize(
    "line",
    [
        '<rect x="10" y="10" width="20" height="30px"/>',
        '<rect width="20" height="30" transform="translate(10,10)"/>',
        '<g transform="translate(10)"><rect y="5" width="10" height="15" transform="scale(2)"/></g>',
        '<rect width="30" height="20" transform="translate(30 10) rotate(90)"/>'.replace("(90)", "(90)"),
        '<path d="M10 10h20v30H10z"/>',
        '<path d=" m 10,10 20,0 0,30 -20,0 Z "/>',
        '<polygon points="10,10 30,10 30,40 10,40"/>',
        '<svg:rect xmlns:svg="http://www.w3.org/2000/svg" x="10" y="10" width="20" height="30"/>',
    ],
)
def test_one_square_said_in_many_ways(line: str) -> None:
    path = mark(line)
    assert {numbers for letter, numbers in rounded(path) if letter != "Z"} == {n for _, n in SQUARE if n}
    assert (path.fill, path.stroke) == ("#000000", None)


def test_round_shapes_and_lines() -> None:
    drawing = drawn(
        '<g stroke="red" stroke-width="2">',
        '<circle cx="50" cy="50" r="10"/>',
        '<ellipse cx="50" cy="50" rx="10" ry="5"/>',
        '<line x1="1" y1="2" x2="3" y2="4"/>',
        '<polyline points="1 2 3 4 5 6" fill="none"/>',
        '<rect width="10" height="10" rx="2"/>',
        "</g>",
    )
    assert ["".join(letter for letter, _ in path.steps) for path in drawing.marks] == [
        "MCCCCZ",
        "MCCCCZ",
        "ML",
        "MLL",
        "MLCLCLCLCZ",
    ]
    assert [path.fill for path in drawing.marks] == ["#000000", "#000000", None, None, "#000000"]
    assert {path.stroke for path in drawing.marks} == {Stroke(2, "#FF0000", join="miter")}


def test_the_view_box_fills_a_hundred_units() -> None:
    drawing = drawn('<rect x="10" y="20" width="30" height="15" stroke="#123"/>', box="10 20 30 15")
    assert (drawing.size, drawing.own, drawing.name) == ((100, 50), True, "figure:walk")
    [path] = drawing.marks
    assert rounded(path)[2] == ("L", (100, 50))
    assert path.stroke
    assert path.stroke.width == pytest.approx(100 / 30)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="20mm" height="10mm"', (100, 50)),
        ('width="50" height="100px"', (50, 100)),
        ('width="1in" height="72pt"', (100, 100)),
    ],
)
def test_without_a_view_box_width_and_height_will_do(attributes: str, size: tuple[float, float]) -> None:
    found, _ = read_svg(Source("a.svg", f'<svg {attributes}><circle r="5"/></svg>'), "a")
    assert found is not None
    assert found.size == pytest.approx(size)


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        'width="100%" height="100%"',
        'viewBox="0 0 1"',
        'viewBox="0 0 0 9"',
        'viewBox="0 0 -9 9"',
        'viewBox="0 0 1 2000"',
    ],
)
def test_a_drawing_says_how_large_it_is(attributes: str) -> None:
    [problem] = told(f'<svg {attributes}><circle r="5"/></svg>')
    hint = 'write viewBox="0 0 100 100" into its first line'
    assert problem == f"walk.svg:1:1: The drawing does not say how large it is. ({hint})"


def test_ink_is_handed_down_and_styles_come_before_attributes() -> None:
    drawing = drawn(
        '<g fill="#abc" style="stroke: rgb(1, 2, 300) !important; stroke-linecap:round; font-size:12px">',
        '<circle r="5" stroke-width="4"/>',
        '<circle r="5" fill="teal" style="fill:none;stroke-dasharray:4,2;stroke-linejoin:bevel"/>',
        '<circle r="5" stroke="none" fill-rule="evenodd" fill="inherit"/>',
        "</g>",
        '<circle r="5" fill="currentColor"/>',
    )
    blue = "#0102FF"
    assert [(path.fill, path.stroke, path.even_odd) for path in drawing.marks] == [
        ("#AABBCC", Stroke(4, blue, (), "round", "miter"), False),
        (None, Stroke(1, blue, (4, 2), "round", "bevel"), False),
        ("#AABBCC", None, True),
        ("#000000", None, False),
    ]


def test_what_cannot_be_seen_is_left_out() -> None:
    drawing = drawn(
        '<g display="none"><circle r="5"/><g style="display:inline"><circle r="5"/></g></g>',
        '<circle r="0"/><rect width="-1" height="5"/><circle r="5" fill="none"/><path d=""/>',
        '<defs><circle r="5"/></defs>',
        '<circle r="7" style="display:inline"/>',
    )
    assert len(drawing.marks) == 1


def test_what_programs_write_for_themselves_is_passed_over() -> None:
    drawing = drawn(
        "<?xpacket begin?><!-- a comment -->",
        "<title>Walk</title><metadata><rdf:RDF xmlns:rdf='urn:rdf'><rdf:x>script</rdf:x></rdf:RDF></metadata>",
        "<ink:view><circle r='9'/></ink:view>",
        '<g id="a" class="b" ink:label="c" aria-label="d" data-x="e" font-size="9" xml:space="preserve">',
        '<circle r="5" shape-rendering="auto" vector-effect="none" opacity="1" filter="none"/>',
        "</g>",
    )
    assert len(drawing.marks) == 1


REFUSED = """
<script>alert(1)</script>             | "script" cannot be printed from a drawing. | take it out
<image xlink:href="photo.png"/>       | "image" cannot be printed from a drawing. | a photo is a picture of its own
<use xlink:href="#a"/>                | "use" cannot be printed from a drawing. | draw the shape itself where
<foreignObject><html/></foreignObject> | "foreignObject" cannot be printed from a drawing. | take it out
<text>Hi</text>                       | "text" cannot be printed from a drawing. | turn the letters into paths
<style>@import url(x)</style>         | "style" cannot be printed from a drawing. | write the colours on the shapes
<defs>@<linearGradient/></defs>       | "linearGradient" cannot be printed from a drawing. | take it out, and fill
<svg/>                                | "svg" cannot be printed from a drawing. | only g, path, rect, circle
<?xml-stylesheet href="a.css"?>       | A style sheet of its own is not read in a drawing. | write the colours
<circle r="5" onclick="x()"/>         | A drawing cannot do anything: onclick. | take it out
<g href="file:///etc/passwd"/>        | A link to "file:///etc/passwd" is not followed in a drawing. | take it out
<circle fill="url(#a)"/>              | fill refers to something else, which cannot be printed. | fill it with one
<circle style="fill: URL(http://x)"/> | fill refers to something else, which cannot be printed. | fill it with one
<circle opacity=".5"/>                | opacity cannot be printed. | use plain colours and shapes
<circle style="mask:url(#m)"/>        | mask refers to something else, which cannot be printed. | fill it
<circle fill="redd"/>                 | "redd" is no fill that can be printed. | write it like #1A4F8A, or none
<circle stroke-width="2mm"/>          | "2mm" is no stroke-width that can be printed. | write a number
<circle stroke-linecap="flat"/>       | "flat" is no stroke-linecap that can be printed. | write butt, round
<circle stroke-dasharray="1 x"/>      | "1 x" is no stroke-dasharray that can be printed. | write lengths
<circle r="5mm"/>                     | This "circle" cannot be read. | its numbers must be plain
<circle r="1e9"/>                     | This "circle" cannot be read. | its numbers must be plain
<path d="M 1 2 X"/>                   | This "path" cannot be read. | its numbers must be plain
<polygon points="1 2 3"/>             | This "polygon" cannot be read. | its numbers must be plain
<g transform="turn(4)"/>              | The transform of this shape cannot be read. | use translate, scale, rotate
<g transform="scale(1e6)">@<circle r="9e5"/></g> | This shape reaches far out of the drawing. | move it inside
"""


@pytest.mark.parametrize("case", REFUSED.strip().splitlines())
def test_all_else_is_refused_at_its_line(case: str) -> None:
    line, message, hint = map(str.strip, case.split("|"))
    before, _, _ = line.rpartition("@<")
    [problem] = told(svg('<circle r="5"/>', "  " + line.replace("@<", "<")))
    assert problem.startswith(f"walk.svg:3:{len(before) + 3}: {message} ({hint}")


def test_a_key_that_is_passed_over_is_told_once() -> None:
    assert told(svg('<circle r="5" fil="red"/>', '<circle r="5" fil="red" rotate="9"/>')) == [
        'walk.svg:2:1: "fil" is passed over in this drawing. (did you mean fill?)',
        'walk.svg:3:1: "rotate" is passed over in this drawing. ()',
    ]


def test_every_mistake_is_told() -> None:
    assert len(told(svg(*["<script/>", "<image/>", '<circle fill="x"/>'] * 3))) == 9


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_nothing_is_declared_or_expanded(declared: str) -> None:
    text = f'<?xml version="1.0"?>\n{declared}\n<svg viewBox="0 0 9 9"><title>&b;&x;</title><circle r="5"/></svg>'
    assert told(text) == ["walk.svg:2:1: This line is not read in a drawing. (take out <!DOCTYPE)"]


def test_an_unknown_entity_is_an_error() -> None:
    [problem] = told(svg("<title>&bomb;</title>"))
    assert problem == "walk.svg:2:8: The drawing cannot be read from here on: undefined entity. (save it again)"


def test_broken_markup_is_told_where_it_breaks() -> None:
    assert told("<svg viewBox='0 0 9 9'>\n<g>\n</svg>")[0].startswith("walk.svg:3:3: The drawing cannot be read from")
    assert told("<html/>")[0].startswith("walk.svg:1:1: This is not an SVG drawing.")
    assert told(svg())[0].startswith("walk.svg: There is nothing in this drawing that can be printed.")


def test_a_drawing_has_bounds() -> None:
    many = "There is too much in this drawing. (draw it simpler, or save it as PNG)"
    assert many in told(svg("<g>" * 100 + "</g>" * 100))[0]
    assert many in told(svg("<g/>" * 25_000))[0]
    assert many in told(svg('<circle r="5"/>' * 5000))[0]
    assert 'This "path" cannot be read.' in told(svg(f'<path d="M0 0{"h1" * 3000}"/>'))[0]


LONG = 200_000


@pytest.mark.parametrize(
    "line",
    [
        f"<path d='M0 0{'1' * LONG}'/>",
        f"<path d='M0 0a{'1' * LONG}'/>",
        f"<path d='M0 0{' ' * LONG}x'/>",
        f"<g transform='{' ' * LONG}x'/>",
        f"<g transform='scale({' ' * LONG}'/>",
        f"<g fill='rgb({' ' * LONG}'/>",
        f"<polygon points='{'1,' * LONG}'/>",
        f"<g stroke-dasharray='{'1 ' * LONG}'/>",
    ],
    ids=range(8),
)
def test_long_nonsense_is_refused_as_soon_as_short(line: str) -> None:
    assert len(told(svg('<circle r="5"/>', line))) == 1


def test_of_many_strange_attributes_some_are_told() -> None:
    assert len(told(svg("<circle r='5' " + " ".join(f"strange{k}='1'" for k in range(5000)) + "/>"))) == 12


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("", (3, 4)),
        ("translate(10, 20)", (13, 24)),
        ("scale(2)", (6, 8)),
        ("scale(2 3),translate(1)", (8, 12)),
        ("rotate(90)", (-4, 3)),
        ("rotate(180 3 5)", (3, 6)),
        ("skewX(45)", (7, 4)),
        ("skewY(45)", (3, 7)),
        ("matrix(1 2 3 4 5 6)", (20, 28)),
    ],
)
def test_transforms(text: str, point: tuple[float, float]) -> None:
    matrix = moves(text)
    assert matrix is not None
    assert matrix.moved((("M", (3, 4)),))[0][1] == pytest.approx(point)


@pytest.mark.parametrize(
    "text",
    ["move(1)", "scale()", "scale(a)", "scale(1", "rotate(1 2)", "matrix(1)", "scale(9e5) " * 3, "scale(1) " * 30],
)
def test_transforms_that_cannot_be_read(text: str) -> None:
    assert moves(text) is None


def test_a_turned_line_keeps_its_width() -> None:
    assert Matrix().after(Matrix(0, 2, -2, 0)).scale == pytest.approx(2)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("#abc", "#AABBCC"), ("#12ab9f", "#12AB9F"), ("rgb(1,2,3)", "#010203"), ("white", "#FFFFFF"), ("#12", None)],
)
def test_colours(text: str, wanted: str | None) -> None:
    assert colour(text) == wanted


def test_flags_of_an_arc_may_stand_close() -> None:
    wide = outline("M 10 10 A 5 5 0 0 1 15.5 .5")
    assert wide is not None
    assert outline("M10 10A5 5 0 0115.5.5") == outline("M10 10a5,5,0,015.5-9.5") == wide


@pytest.mark.parametrize(
    "data", ["M 1", "L 1 2", "1 2", "M 1 2 B", "M 1 2 A 1 1 0 2 0 3 3", "M 1e9 2", "M 1 2 Z 3", "x"]
)
def test_paths_that_cannot_be_read(data: str) -> None:
    assert outline(data) is None


NUMBERS = st.one_of(
    st.integers(-999, 999).map(str),
    st.floats(-1e6, 1e6).map(repr),
    st.sampled_from(["0", "1e-99", "-1e-99", "999999", "1e6", ".5", "1e7", "nan", "1e", "", "-"]),
)
COMMANDS = st.tuples(st.sampled_from("MmLlHhVvCcSsQqTtAaZz"), st.lists(NUMBERS, max_size=8))


@given(st.lists(COMMANDS, max_size=8))
@settings(max_examples=300)
def test_any_path_has_finite_steps_or_none(commands: list[tuple[str, list[str]]]) -> None:
    data = "M0 0" + "".join(f"{letter}{' '.join(numbers)}" for letter, numbers in commands)
    steps = shape("path", {"d": data})
    assert steps is None or all(math.isfinite(value) for _, numbers in steps for value in numbers)


@given(st.sampled_from(["0", "1e-99", "5", "1e6"]), st.sampled_from(["0", "1e-90", "7", "1e6"]), NUMBERS, NUMBERS)
def test_any_arc_has_finite_steps_or_none(rx: str, ry: str, x: str, y: str) -> None:
    steps = outline(f"M1 1A{rx} {ry} 30 1 0 {x} {y}")
    assert steps is None or all(math.isfinite(value) for _, numbers in steps for value in numbers)


WORDS = st.sampled_from(
    [
        "<g>",
        "</g>",
        "<rect",
        "<path_d='",
        "'/>",
        "/>",
        ">",
        "width='",
        "9",
        "'",
        "transform='rotate(",
        ")'",
        "style='fill:",
        "<script>",
        "&amp;",
        "&x;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?a_?>",
        "<svg",
        "viewBox='0_0_9_9'",
        "_",
        "\n",
        "M0_0L9_9",
        "xlink:href='#a'",
        "xmlns='u'",
        "stroke-width='",
        "\x00",
        "é",
    ]
).map(lambda word: word.replace("_", " "))


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map("".join)))
@settings(max_examples=300)
def test_any_text_gives_a_drawing_or_problems(text: str) -> None:
    told(text)
    told(svg(text))


NAMES = st.sampled_from(
    ["x", "y", "width", "height", "r", "rx", "cx", "d", "points", "fill", "stroke", "transform", "style"]
)
LETTERS = st.characters(exclude_characters='<&"', categories=["L", "N", "P", "Zs"])
ATTRIBUTES = st.dictionaries(NAMES, st.one_of(st.text(LETTERS, max_size=20), NUMBERS))


@given(st.sampled_from(["rect", "circle", "ellipse", "line", "path", "polygon"]), ATTRIBUTES)
def test_any_attributes_give_a_drawing_or_problems(tag: str, attributes: dict[str, str]) -> None:
    written = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    told(svg(f"<{tag} {written}/>"))
