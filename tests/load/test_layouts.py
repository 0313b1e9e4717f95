import pytest

from planbuilder.load.files import Folders
from planbuilder.load.layouts import load_layout, read_layout
from planbuilder.load.reader import Reader
from planbuilder.problems import Source


def read(text):
    reader = Reader()
    return read_layout(Source("l.yaml", text), reader), [(str(p.place), p.message, p.advice) for p in reader.problems]


def page(*nodes):
    return read("title: T\npages:\n  - page:\n" + "".join(f"      - {node}\n" for node in nodes))


def test_a_node_is_one_word_or_a_map_with_one_kind():
    spec, problems = page("name", "rule: row", "{text: Hello, role: title}", "stack: [name, {dose: first}]")
    assert not problems
    kinds = [(n.kind, n.words.text if n.words else None) for n in spec.pages[0].page]
    assert kinds == [("name", None), ("rule", "row"), ("text", "Hello"), ("stack", None)]
    assert [n.kind for n in spec.pages[0].page[3].nodes] == ["name", "dose"]


def test_a_part_without_content_takes_its_options_at_once():
    spec, problems = page("figure: {width: 20mm, pad: {top: 1mm}}", "name: {role: title, pad: 2mm}")
    assert not problems
    figure, name = spec.pages[0].page
    assert figure.options["width"].text == "20mm"
    assert figure.pad.top.text == "1mm"
    assert name.options["role"].text == "title"
    assert name.pad.all.text == "2mm"


def test_spans_columns_and_what_each_shows():
    spec, problems = page(
        "text: [{question: '{swap.question}'}, {small: or}]",
        "{row: [name], columns: [10mm, {each: weeks, width: rest}]}",
        "{each: exercises, between: {rule: row}, show: [name]}",
    )
    assert not problems
    text, row, each = spec.pages[0].page
    assert [(s.role.text, s.words.text) for s in text.spans] == [("question", "{swap.question}"), ("small", "or")]
    assert [(c.each and c.each.text, c.width.text) for c in row.columns] == [(None, "10mm"), ("weeks", "rest")]
    assert each.between.kind == "rule"
    assert [n.kind for n in each.nodes] == ["name"]


@pytest.mark.parametrize(
    ("node", "place", "message", "advice"),
    [
        ("nmae", "l.yaml:4:9", 'There is no box or part "nmae".', "did you mean name?"),
        ("stack", "l.yaml:4:9", '"stack" needs something in it.', "write stack: and what it holds"),
        ("{stak: [name]}", "l.yaml:4:10", "None of these keys is a box or part.", "did you mean stack?"),
        (
            "{text: A, row: [name]}",
            "l.yaml:4:19",
            "Two kinds of box or part in one: text, row.",
            "one of them belongs inside the other, or begins a line of its own with a dash",
        ),
        ("{name: {rol: title}}", "l.yaml:4:17", 'There is no "rol" here.', "did you mean role?"),
        ("{name: {gap: 2mm}}", "l.yaml:4:17", 'There is no "gap" here.', ""),
        ("{text: A, gpa: 2mm}", "l.yaml:4:19", 'There is no "gpa" here.', "did you mean pad?"),
        ("{stack: [name], gpa: 2mm}", "l.yaml:4:25", 'There is no "gpa" here.', "did you mean gap?"),
        (
            "{text: A, colour: ink}",
            "l.yaml:4:19",
            'There is no "colour" here.',
            "its style says that: role: my-text, and under styles: my-text: {colour: ...}",
        ),
        (
            "{each: exercises, show: [name], gap: 2mm}",
            "l.yaml:4:41",
            'There is no "gap" here.',
            "each is no box: gap: belongs to the box around it",
        ),
        (
            "{image: a.png}",
            "l.yaml:4:10",
            "None of these keys is a box or part.",
            "begin with what it is: text: Hello, row: [...], figure: ...",
        ),
        ("Hello", "l.yaml:4:9", 'There is no box or part "Hello".', "words to print are a text: - text: Hello"),
        ("text: {plan.title}", "l.yaml:4:15", "Words with a field go in quotes.", 'write "{plan.title}"'),
        ("text: [body: {plan.title}]", "l.yaml:4:22", "Words with a field go in quotes.", 'write "{plan.title}"'),
        ("code: {plan.link}", "l.yaml:4:15", "Words with a field go in quotes.", 'write "{plan.link}"'),
        ("text: plan.title", "l.yaml:4:15", "In a text a field stands between braces.", 'write "{plan.title}"'),
        (
            "{text: A, pad: [1mm, 2mm]}",
            "l.yaml:4:24",
            "Air at the sides is no list.",
            "write one length, or {top: 8mm, bottom: 8mm, sides: 10mm}",
        ),
        ('{text: "{week.titel}"}', "l.yaml:4:16", 'There is no field "week.titel".', "did you mean week.title?"),
        ("{name: {if: plan.stopp}}", "l.yaml:4:21", 'There is no field "plan.stopp".', "did you mean plan.stop?"),
        ("{each: exercise, show: [name]}", "l.yaml:4:16", 'There is no axis "exercise".', "did you mean exercises?"),
        ('{text: "Week {"}', "l.yaml:4:16", "A brace stands alone here.", "a field has one at both ends: {plan.title}"),
        ("{name: {pad: {topp: 1mm}}}", "l.yaml:4:23", 'There is no "topp" here.', "did you mean top?"),
        ("[name]", "l.yaml:4:9", "A list stands here, where one box or part is needed.", "write stack: before it"),
    ],
)
def test_mistakes_are_told_at_their_place(node, place, message, advice):
    _, problems = page(node)
    assert len(problems) == 1
    assert problems[0][:2] == (place, message)
    if advice:
        assert problems[0][2] == advice


@pytest.mark.parametrize(
    ("field", "advice"),
    [
        ("exercise.nme", "did you mean exercise.name?"),
        ("excercise.name", "did you mean exercise.name?"),
        ("exercise.reps", "did you mean exercise.amount?"),
        ("day.time", "day has: mark, name, date"),
        ("short", "write one of: plan.short, session.short, exercise.short"),
        ("panel", "write panel. and one of: title, text"),
        ("not plan.motto", "write unless: plan.motto"),
        ("{plan.motto}", "did you mean plan.motto?"),
    ],
)
def test_a_field_that_is_not_there_is_told_with_those_that_are(field, advice):
    _, [(_, message, said)] = page(f'{{text: A, if: "{field}"}}')
    assert (message, said) == (f'There is no field "{field}".', advice)


def test_a_colour_without_quotes_is_a_comment():
    hint = "what follows # is a comment: a text with # goes in quotes"
    _, problems = read('title: T\ncolours: {track: #1F5F5B, calm: "#00FF00"}\npages: []\n')
    assert problems == [("l.yaml:2:10", 'The end of this "{" is in a comment.', hint)]
    _, problems = read("title: T\ncolours:\n  track: #1F5F5B\n")
    assert problems == [("l.yaml:3:9", "There is nothing here.", hint)]


def test_a_part_where_a_page_should_be():
    _, problems = read("title: T\npages:\n  - text: Hi\n  - name\n")
    assert [(p, m) for p, m, _ in problems] == [
        ("l.yaml:3:5", '"text" stands on a page, and there is none here.'),
        ("l.yaml:4:5", '"name" stands on a page, and there is none here.'),
    ]
    assert problems[0][2] == "write - page: before it, and all that is on the page below, further in"


def test_papers_and_themes_hold_tokens_only():
    _, problems = read("title: T\nthemes:\n  dark: {colours: {ink: white}, margin: 3mm}\n")
    assert [(p, m) for p, m, _ in problems] == [("l.yaml:3:33", 'There is no "margin" here.')]


def folder(tmp_path, **layouts):
    (tmp_path / "layouts").mkdir()
    for name, text in layouts.items():
        (tmp_path / "layouts" / f"{name}.yaml").write_text(text)
    return Folders(tmp_path, None, tmp_path)


def test_what_a_layout_extends_comes_along(tmp_path):
    spec, problems, sources = load_layout("mine", folder(tmp_path, mine="title: M\nextends: ours\n", ours="title: O\n"))
    assert not problems
    assert (spec.name, spec.base.name, spec.base.title) == ("mine", "ours", "O")
    assert [s.name for s in sources] == ["layouts/mine.yaml", "layouts/ours.yaml"]


def test_circles_and_missing_layouts_are_told_where_they_are_named(tmp_path):
    found = folder(
        tmp_path, a="title: A\nextends: b\n", b="title: B\nextends: a\n", c="title: C\nextends: bb\n", icons="x: []\n"
    )
    spec, problems, _ = load_layout("a", found)
    assert spec is None
    assert [(str(p.place), p.message) for p in problems] == [
        ("layouts/b.yaml:2:10", "These layouts extend each other in a circle: a → b → a.")
    ]
    _, [problem], _ = load_layout("c", found)
    assert (str(problem.place), problem.advice) == ("layouts/c.yaml:2:10", "did you mean b?")
    _, [problem], _ = load_layout("icons", found)
    assert problem.message == 'There is no layout "icons".'


def test_one_of_ones_own_may_start_from_the_shipped_one_whose_place_it_takes(tmp_path):
    for home, title, more in (("own", "Mine", "extends: wall\n"), ("shipped", "Wall", "extends: base\n")):
        (tmp_path / home / "layouts").mkdir(parents=True)
        (tmp_path / home / "layouts" / "wall.yaml").write_text(f"title: {title}\n{more}")
    (tmp_path / "own" / "layouts" / "base.yaml").write_text("title: My base\nextends: base\n")
    (tmp_path / "shipped" / "layouts" / "base.yaml").write_text("title: Base\n")
    found = Folders(tmp_path / "own", None, tmp_path / "shipped")
    spec, problems, sources = load_layout("wall", found)
    assert not problems
    titles = [spec.title, spec.base.title, spec.base.base.title, spec.base.base.base.title]
    assert titles == ["Mine", "Wall", "My base", "Base"]
    assert len(sources) == 4
    (tmp_path / "shipped" / "layouts" / "base.yaml").write_text("title: Base\nextends: base\n")
    _, [problem], _ = load_layout("base", found)
    assert problem.message == "These layouts extend each other in a circle: base → base → base."
    assert problem.advice == "take extends: out of one of them, or extend another"


REACH = """title: T
per: %s
pages:
  - page:
      - {text: "{plan.title} {week.title}", if: page.last}
      - %s
"""


@pytest.mark.parametrize(
    ("per", "node", "told"),
    [
        ("week", "name", [('"name" has nothing to say here.', "put it inside each: exercises")]),
        ("exercise", "name", []),
        ("week", "{each: exercises, show: [name, {each: days, show: [{text: '{day.mark}'}]}]}", []),
        ("week", "{text: '{day.mark}'}", [('"day.mark" has nothing to say here.', "put it inside each: days")]),
        ("week", "{text: A, if: cue.text}", [('"cue.text" has nothing to say here.', "put it inside each: cues")]),
        (
            "week",
            "{each: exercises, show: [{text: '{group.heading}'}]}",
            [
                (
                    '"group.heading" has nothing to say here.',
                    "put it inside each: groups; what one exercise stands in is exercise.group",
                )
            ],
        ),
    ],
)
def test_what_can_never_say_anything_where_it_stands_is_told(tmp_path, per, node, told):
    _, problems, _ = load_layout("a", folder(tmp_path, a=REACH % (per, node)))
    assert [(p.message, p.advice) for p in problems] == told


def test_what_a_card_is_per_may_be_said_by_what_a_layout_extends(tmp_path):
    own = "title: A\nextends: b\npages: [{page: [name]}]\n"
    assert load_layout("a", folder(tmp_path, a=own, b="title: B\nper: [week, exercise]\n"))[1] == ()


def test_layouts_extend_each_other_only_a_few_deep(tmp_path):
    chain = {f"l{n}": f"title: {n}\nextends: l{n + 1}\n" for n in range(9)}
    _, [problem], _ = load_layout("l0", folder(tmp_path, **chain))
    assert "at most 4 deep" in problem.message
