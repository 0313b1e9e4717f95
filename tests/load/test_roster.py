"""A roster's text (CSV or YAML) to runners; every mistake at its cell, in a coach's words."""

import csv
from datetime import date
from fractions import Fraction
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planbuilder.load.cells import read_sheet
from planbuilder.load.files import Folders, read
from planbuilder.load.library import Library
from planbuilder.load.plans import load_plan
from planbuilder.load.reader import Reader
from planbuilder.load.roster import LONGEST_NAME, MOST_RUNNERS, load_roster
from planbuilder.model.choices import Choices
from planbuilder.problems import Source, in_order, told

SHIPPED = Folders.standard(Path("nowhere"))
PLAN = "title: Class\nlevels: [New, Used]\nexercises: {drag: Sledge drag}\ndo: [squat: 3 x 5 @ 70%]\n"


def loaded(text, name="runners.csv", plan=PLAN):
    """The runners, and all that is wrong: "line:column message | hint"."""
    library = Library(SHIPPED)
    written, _ = load_plan(Source("plan.yaml", plan), library)
    runners, problems = load_roster(Source(name, text), library, written)
    found = in_order((*problems, *library.problems))
    return runners, [f"{p.place.line}:{p.place.column} {p.message} | {p.advice}" for p in found]


def said(text, name="runners.csv"):
    """What each row says, as plain values; nothing is wrong with any."""
    runners, problems = loaded(text, name)
    assert problems == []
    return [
        (
            one.name.text,
            None if one.have is None else [word.text for word in one.have],
            [word.text for word in one.without],
            one.level.text if one.level else "",
            one.start,
            {word.text: (lift.value.values[0].low, lift.value.values[0].unit) for word, lift in one.max},
        )
        for one in runners
    ]


FOUR = [
    ("Anna", ["mat", "sofa"], [], "new", date(2026, 12, 7), {"squat": (80, "kg")}),
    ("Ben", [], [], "", None, {"drag": (Fraction(365, 2), "lb")}),
    ("Chloë Müller", None, ["resistance-band"], "", None, {}),
    ("Dan", None, [], "", None, {}),
]
COMMAS = """\
name,have,without,level,language,start,max.squat,max.drag
Anna,"mat, sofa",,new,en,2026-12-07,80kg,
Ben,none,,,,,,182.5 lb
Chloë Müller,,resistance-band,,,,,
Dan
"""
SEMICOLONS = """\
name;have;without;level;language;start;max.squat;max.drag
Anna;mat, sofa;;new;EN;2026-12-07;80kg;
Ben;none;;;;;;182.5lb
Chloë Müller;;resistance-band;;;;;
Dan;;;;;;;
"""
YAML = """\
- {name: Anna, have: [mat, sofa], level: new, language: en, start: 2026-12-07, max: {squat: 80kg}}
- {name: Ben, have: none, max.drag: 182.5lb}
- name: Chloë Müller
  without: resistance-band
- Dan
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (COMMAS, "runners.csv"),
        (SEMICOLONS, "runners.csv"),
        (SEMICOLONS.replace(";", "\t"), "runners.txt"),
        (YAML, "runners.yaml"),
        (YAML, "RUNNERS.YML"),
    ],
)
def test_every_way_of_writing_a_roster_says_the_same(text, name):
    assert said(text, name) == FOUR


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_of_every_system_are_read(end, mark, tmp_path):
    path = tmp_path / "runners.csv"
    path.write_bytes((mark + COMMAS.replace("\n", end)).encode())
    assert said(read(path, "runners.csv").text) == FOUR


def test_empty_lines_spaces_and_capitals_of_columns_do_no_harm():
    assert said('\n\n Name , HAVE \n\n,\n  Anna ,  "mat,  sofa"  \n,,,\n" Ben ",none,,\n') == [
        ("Anna", ["mat", "sofa"], [], "", None, {}),
        ("Ben", [], [], "", None, {}),
    ]


def test_a_cell_in_quotes_may_hold_quotes_and_lines():
    runners, problems = loaded('name,have\n"Ann ""Speedy"" Lee","mat\nsofa"\n')
    assert problems == []
    assert [one.name.text for one in runners] == ['Ann "Speedy" Lee']
    assert [word.text for word in runners[0].have] == ["mat", "sofa"]


def test_things_and_names_know_their_places():
    (anna,), _ = loaded('name;have\nAnna; "mat, sofa"\n')
    assert (str(anna.name.place), [str(word.place) for word in anna.have]) == (
        "runners.csv:2:1",
        ["runners.csv:2:8", "runners.csv:2:13"],
    )
    (anna,), _ = loaded('- {name: Anna, have: "mat, sofa"}\n', "r.yaml")
    assert [str(word.place) for word in anna.have] == ["r.yaml:1:23", "r.yaml:1:28"]


WRONG = [
    ("nmae,have\nAnna,mat\n", ['1:1 No column is called "name". | write name where "nmae" stands']),
    (
        "Anna,mat\n",
        [
            (
                '1:1 No column is called "name". | the first line names the columns: '
                "name, have, without, level, language, start, max.squat"
            )
        ],
    ),
    ("name,hve\nAnna,mat\n", ['1:6 There is no "hve" in a roster. | did you mean have?']),
    (
        "name,E-Mail\nAnna,a@b.c\n",
        [
            (
                '1:6 There is no "E-Mail" in a roster. | '
                "write one of: name, have, without, level, language, start, max.squat"
            )
        ],
    ),
    ("name,max.sqat\nAnna,80kg\n", ['1:6 There is no exercise "sqat". | did you mean squat?']),
    ("name,max squat\nAnna,80kg\n", ['1:6 There is no "max squat" in a roster. | did you mean max.squat?']),
    ("name,have,Have\nAnna,mat,sofa\n", ['1:11 The column "have" stands here twice. | keep one of the two']),
    ("name,\nAnna,mat\n", ["2:6 The column of this cell has no name. | write one into the first line"]),
    (
        "name,have,level\nAnna,mat,sofa,New\n",
        [
            (
                "2:15 This row has more cells than there are columns. | "
                'a cell with a comma in it goes in quotes: "mat, sofa"'
            )
        ],
    ),
    (
        "name;have\nAnna;mat;New\n",
        [
            (
                "2:10 This row has more cells than there are columns. | "
                "take this cell out, or name its column in the first line"
            )
        ],
    ),
    ("name,have\nAnna,matt\n", ['2:6 There is no equipment called "matt". | did you mean mat?']),
    ('name,without\nAnna,"mat, soffa"\n', ['2:12 There is no equipment called "soffa". | did you mean sofa?']),
    (
        "name,have,without\nAnna,mat,sofa\n",
        [
            (
                '2:10 "have" and "without" both say what Anna has. | '
                "leave one out: have says all there is, without takes things out of everything"
            )
        ],
    ),
    ("name,level\nAnna,newish\n", ['2:6 The plan has no level "newish". | did you mean New?']),
    ("name,language\nAnna,de\n", ['2:6 Cards are printed in English so far, not in "de". | write en, or nothing']),
    ("name,start\nAnna,7.12.2026\n", ['2:6 "7.12.2026" is no date. | write year, month, day: 2027-03-01']),
    ("name,start\nAnna,2026-02-30\n", ["2:6 There is no day 2026-02-30. | write year, month, day: 2027-03-01"]),
    ("name,max.squat\nAnna,80\n", ['2:6 A best lift is one weight, not "80". | write 80kg or 80lb']),
    ("name;max.squat\nAnna;82,5kg\n", ['2:6 A best lift is one weight, not "82,5kg". | write 82.5kg or 180lb']),
    ("name,max.squat\nAnna,80%\n", ['2:6 A best lift is one weight, not "80%". | write 82.5kg or 180lb']),
    ("name,max.squat\nAnna,70-80kg\n", ['2:6 A best lift is one weight, not "70-80kg". | write 82.5kg or 180lb']),
    ("name,max.squat\nAnna,0kg\n", ['2:6 A best lift is one weight, not "0kg". | write 82.5kg or 180lb']),
    ("name,max.squat\nAnna,none\n", ['2:6 A best lift is one weight, not "none". | write 82.5kg or 180lb']),
    ("name,have\n,mat\n", ["2:1 This runner has no name. | write one, or take the row out"]),
    (
        "name\nAnna\nBen\nANNA\n",
        ['4:1 Two runners are called "ANNA"; the first is in line 2. | add a letter or the family name'],
    ),
    ('name,have\nAnna,"mat\nBen,\n', ['2:6 This quote is never closed. | add " where the cell ends']),
    (
        'name,have\nAnna,"mat" sofa\n',
        ['2:12 The text goes on after its closing quote. | put all of it in quotes; within "..." write "" for a quote'],
    ),
    (
        "name\nAn\u0007na\n",
        ["2:3 An invisible character (U+0007) stands here. | delete it; it often comes along when text is copied"],
    ),
    ("", ["0:0 There is nothing in this file. | "]),
    ("\n , \n", ["0:0 There is nothing in this file. | "]),
    ("name,have\n", ["0:0 There is no runner in this roster. | write at least one, with a name"]),
]


@pytest.mark.parametrize(("text", "problems"), WRONG)
def test_what_is_wrong_in_a_table_is_told_at_its_cell(text, problems):
    assert loaded(text)[1] == problems


WRONG_YAML = [
    ("title: My plan\n", ['1:1 A roster is a list of runners. | write a line for each runner, such as "- name: Anna"']),
    ("- {name: Anna, hve: mat}\n", ['1:16 There is no "hve" in a roster. | did you mean have?']),
    ("- {Name: Anna}\n", ['1:4 There is no "Name" here. | did you mean name?']),
    ("- {have: mat}\n", ['1:3 "name" is missing here. | write "name: ..." as well']),
    ("- name:\n", ["1:8 This runner has no name. | write one, or take the row out"]),
    ("- {name: Anna, max: {sqat: 80kg}}\n", ['1:22 There is no exercise "sqat". | did you mean squat?']),
    (
        "- {name: Anna, max.squat: 80kg, max: {squat: 90kg}}\n",
        ['1:39 The best lift of "squat" stands here twice. | keep one of the two'],
    ),
    (
        "- {name: Anna, have: }\n",
        ["1:22 There is nothing here. | write what it should say, or take the line out"],
    ),
    ("[]\n", ["0:0 There is no runner in this roster. | write at least one, with a name"]),
]


@pytest.mark.parametrize(("text", "problems"), WRONG_YAML)
def test_what_is_wrong_in_yaml_is_told_at_its_key(text, problems):
    assert loaded(text, "runners.yaml")[1] == problems


def test_all_mistakes_are_told_at_once():
    text = "name;hve;start;level\nAnna;mat;soon;New\n;;;\nanna;;;Pro\n"
    assert [line.split(" |")[0] for line in loaded(text)[1]] == [
        '1:6 There is no "hve" in a roster.',
        '2:10 "soon" is no date.',
        '4:1 Two runners are called "anna"; the first is in line 2.',
        '4:8 The plan has no level "Pro".',
    ]


def test_levels_are_those_of_the_plan():
    plan = "title: No levels\ndo: [squat]\n"
    assert loaded("name,level\nAnna,New\n", plan=plan)[1] == ["2:6 The plan has no levels. | leave it out"]


def test_rosters_are_bounded():
    names = [f"Runner {k}" for k in range(MOST_RUNNERS)]
    assert len(said("name\n" + "\n".join(names))) == MOST_RUNNERS
    for text, name in (
        ("name\n" + "\n".join([*names, "X", "Y"]), "a.csv"),
        ("- " + "\n- ".join([*names, "X"]), "a.yaml"),
    ):
        runners, problems = loaded(text, name)
        assert len(runners) == MOST_RUNNERS
        assert [line.split(" ", 1)[1] for line in problems] == [
            "A roster may hold 500 runners. | print a large club in parts"
        ]
    (_,), problems = loaded(f"name\n{'n' * (LONGEST_NAME + 1)}\n")
    assert problems == ["2:1 This name is too long: a card has room for 60 letters. | write it shorter"]


CSV_HINT = "in Excel or another spreadsheet: Save As, CSV UTF-8"


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        ("name\nAnna\n".encode("utf-16"), "r.csv", ("This file is saved as UTF-16.", CSV_HINT)),
        (b"PK\x03\x04..", "r.xlsx", ("This is a Word or Excel file, or an archive, not a CSV text.", CSV_HINT)),
        (
            "name\nJürgen\n".encode("cp1252"),
            "r.csv",
            ("This file is not saved as UTF-8.", f'{CSV_HINT} (this may be "ü")'),
        ),
        (b"name\n\x00", "r.csv", ("This is not a text.", CSV_HINT)),
    ],
)
def test_what_a_spreadsheet_saved_otherwise_is_told(data, name, problem, tmp_path):
    (tmp_path / name).write_bytes(data)
    found = read(tmp_path / name, name)
    assert (found.message, found.advice) == problem


def test_a_row_goes_before_what_was_typed_and_an_empty_cell_does_not():
    typed = Choices(have=("sofa",), level="Used", start=date(2027, 1, 4), paper="letter")
    (anna, ben, cleo), _ = loaded("name,have,without,level,start\nAnna,mat,,New,2026-12-07\nBen,,mat,,\nCleo,,,,\n")
    mine = anna.choices(typed)
    assert (mine.for_whom, mine.have, mine.without, mine.level) == ("Anna", ("mat",), (), "New")
    assert (mine.start, mine.paper) == (date(2026, 12, 7), "letter")
    assert (ben.choices(typed).have, ben.choices(typed).without) == (None, ("mat",))
    assert (cleo.choices(typed).have, cleo.choices(typed).level) == (("sofa",), "Used")


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")) | st.sampled_from('\n",; '))


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from(",;\t"))
@settings(deadline=None)
def test_cells_are_those_that_a_spreadsheet_wrote(rows, separator):
    rows = [["name", "a", "b", "c"], *rows]
    written = StringIO()
    csv.writer(written, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    reader = Reader()
    sheet = read_sheet(Source("r.csv", written.getvalue()), 99, reader)
    if reader.problems:
        assert all("invisible character" in problem.message for problem in reader.problems)
        return
    found = [[cell.text for cell in row] for row in (sheet.columns, *sheet.rows)]
    kept = [[cell.strip() for cell in row] for row in rows]
    assert found == [row for row in kept if any(row)]


SCRAPS = st.sampled_from(
    [
        *'\n\r\t,;" -:{}[]',
        "name",
        "have",
        "without",
        "max.squat",
        "start",
        "- name: ",
        "Anna",
        "mat",
        "none",
        "80kg",
        '""',
    ]
)


@given(
    st.binary(max_size=60) | st.lists(SCRAPS, max_size=40).map(lambda parts: "".join(parts).encode()),
    st.sampled_from(["r.csv", "r.yaml"]),
)
@settings(max_examples=400, deadline=None)
def test_any_bytes_give_runners_or_problems(tmp_path_factory, data, name):
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    source = read(path, name)
    found = ((), (source,)) if not isinstance(source, Source) else load_roster(source, Library(SHIPPED), None)
    runners, problems = found
    assert runners or problems
    assert all(told(problem) for problem in in_order(problems))
