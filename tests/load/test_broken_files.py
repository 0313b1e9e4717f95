"""Exercises broken in every way we could think of: the place, the message and the hint that their author gets."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planbuilder.load.files import Folders
from planbuilder.load.library import Library
from planbuilder.problems import Source, in_order, told

BROKEN = [
    (
        "name: Walk: sideways\n",
        "1:11 A second colon stands in this line.",
        'a text with a colon goes in quotes: name: "..."',
    ),
    (
        "name: Walk\n short: Band\n",
        "2:2 This line stands further in than it may: the line above it has a value already.",
        'start it in the same column as "name"; a text that goes on over two lines goes in quotes',
    ),
    (
        "name: Walk\ncues:\n\t- Knees soft\n",
        "3:1 A tab stands here.",
        "indent with spaces; an editor can change all tabs to spaces",
    ),
    (
        "name: Walk\ncues:\n  - one\n\t- two\n",
        "4:1 A tab stands here.",
        "indent with spaces; an editor can change all tabs to spaces",
    ),
    (
        "name: 'Walk\n",
        "1:7 This quote is never closed.",
        "add ' where the text ends",
    ),
    (
        'name: "Walk\nshort: Band\n',
        "1:7 This quote is never closed.",
        'add " where the text ends',
    ),
    (
        "name: 'Runner's walk'\n",
        "1:15 The text goes on after its closing quote.",
        "put all of it in quotes; within '...' write '' for an apostrophe",
    ),
    (
        'name: "Walk" sideways\n',
        "1:14 The text goes on after its closing quote.",
        "put all of it in quotes; within '...' write '' for an apostrophe",
    ),
    (
        'name: "C:\\walk"\n',
        "1:10 After a backslash in double quotes only a few letters are possible.",
        "use single quotes, or write two backslashes",
    ),
    (
        "name: [Slow\n",
        '1:7 This "[" is never closed.',
        'add "]" where it ends; a text that starts with "[" goes in quotes',
    ),
    (
        "- [Slow] walk\n",
        '1:10 Something stands after "]".',
        "a text that starts with a bracket goes in quotes; a bracket too many goes away",
    ),
    (
        "name: [Slow] walk\n",
        '1:14 Something stands after "]".',
        "a text that starts with a bracket goes in quotes; a bracket too many goes away",
    ),
    (
        "name: {Slow} walk\n",
        '1:14 Something stands after "}".',
        "a text that starts with a bracket goes in quotes; a bracket too many goes away",
    ),
    (
        "name: *walk*\n",
        '1:7 A text that starts with "*" goes in quotes.',
        'write "*walk*"',
    ),
    (
        "name: *walk\n",
        '1:7 A text that starts with "*" goes in quotes.',
        "YAML's anchors are not used here: extends and defaults say things once",
    ),
    (
        "name: Walk\n<<: *walk\n",
        '2:1 "<<" is not known here.',
        "YAML's merging is not used here: extends and defaults say things once",
    ),
    (
        "name: &walk !text Walk\n",
        '1:7 A text that starts with "&" goes in quotes.',
        "YAML's anchors are not used here: extends and defaults say things once",
    ),
    (
        "name: &walk Walk\n",
        '1:7 A text that starts with "&" goes in quotes.',
        "YAML's anchors are not used here: extends and defaults say things once",
    ),
    (
        "name: @home\n",
        '1:7 A text that starts with "@" goes in quotes.',
        'write "@home"',
    ),
    (
        "name: `Walk`\n",
        '1:7 A text that starts with "`" goes in quotes.',
        'write "`Walk`"',
    ),
    (
        "name: %walk\n",
        '1:7 A text that starts with "%" goes in quotes.',
        'write "%walk"',
    ),
    (
        "%name: Walk\n",
        '1:1 A text that starts with "%" goes in quotes.',
        'write "%name: Walk"',
    ),
    (
        "name: !Walk\n",
        '1:7 A text that starts with "!" goes in quotes.',
        "YAML's tags are not used here",
    ),
    (
        "name: !!str Walk\n",
        '1:7 A text that starts with "!" goes in quotes.',
        "YAML's tags are not used here",
    ),
    (
        "name: >Walk\n",
        '1:7 After ">" the text starts in the next line.',
        'a text that starts with ">" goes in quotes',
    ),
    (
        "name: |Walk\n",
        '1:7 After "|" the text starts in the next line.',
        'a text that starts with "|" goes in quotes',
    ),
    (
        "name: Walk\n<<: {short: Band}\n",
        '2:1 "<<" is not known here.',
        "YAML's merging is not used here: extends and defaults say things once",
    ),
    (
        "name: Walk\nshort:Band\nstop: Pain\n",
        "2:1 A space is missing after the colon.",
        "write short: ...",
    ),
    (
        "name: Walk\nBand\nstop: Pain\n",
        "2:1 This line has no key and colon.",
        "if it belongs to the text above, move it further in; if not, write a key before it",
    ),
    (
        "name:Walk\n",
        "1:1 An exercise needs keys with values, not one text.",
        "leave a space after the colon: name: ...",
    ),
    (
        "name: Walk\ncues: - one\n",
        "2:7 A list starts in a line of its own.",
        'put "- ..." into the next line, or write [one, another]',
    ),
    (
        "name: Walk\ncues: one\n  - two\n",
        "3:3 This dash belongs to no list: the key above has a text already.",
        "take the text out of the line of the key, or write it as the first item of the list",
    ),
    (
        "name: Walk\ncues:\n  - one\n - two\n",
        "4:2 This line does not line up with the ones above.",
        "lines that belong together start in the same column",
    ),
    (
        "name: Walk\ncues:\n- one\ntwo: three\n- four\n",
        "5:1 This line does not line up with the ones above.",
        "lines that belong together start in the same column",
    ),
    (
        "name: Walk\n- one\n",
        "2:1 This line does not line up with the ones above.",
        "lines that belong together start in the same column",
    ),
    (
        "name: Walk\neasier: {use: press, text: Slow\nstop: Pain\n",
        '2:9 This "{" is never closed.',
        'add "}" where it ends; a text that starts with "{" goes in quotes',
    ),
    (
        "name: Walk\neasier: {use: press text: Slow}\n",
        '2:25 A comma or "}" is missing before this.',
        "a text with a colon, a comma or a bracket goes in quotes",
    ),
    (
        "name: Walk\neasier: {use: press}}\n",
        '2:21 Something stands after "}".',
        "a text that starts with a bracket goes in quotes; a bracket too many goes away",
    ),
    (
        "name: Walk\nworks: [a, , b]\n",
        '2:12 A value is missing before this ",".',
        "take the sign out, or put the text in quotes",
    ),
    (
        "name: Walk\nworks: ]\n",
        '2:8 A value is missing before this "]".',
        "take the sign out, or put the text in quotes",
    ),
    (
        "name: Walk\n: Band\n",
        "2:1 A key is missing before this colon.",
        "write the key, or put the text in quotes",
    ),
    (
        "name: Walk\n[a, b]: c\n",
        "2:1 A key is one text, not a list or a map.",
        "a text with [ or { goes in quotes",
    ),
    (
        "name: Walk\n? {a: b}\n: c\n",
        "2:3 A key is one text, not a list or a map.",
        "a text with [ or { goes in quotes",
    ),
    (
        "name: Walk\n---\nname: Other\n",
        "2:1 A second document starts here.",
        "put it into a file of its own, or take out the ---",
    ),
    (
        "name: Walk\n...\nstop: Pain\n",
        "3:1 Something stands after the end.",
        "a bracket too many goes away; so does a line with ...",
    ),
    (
        "%YAML 1.3\n---\nname: Walk\n",
        "1:1 This line names a version of YAML that cannot be read.",
        "take the line out",
    ),
    (
        "name: Wa\x07lk\n",
        "1:9 An invisible character (U+0007) stands here.",
        "delete it; it often comes along when text is copied",
    ),
    (
        'name: "Wa\\alk"\n',
        "1:7 An invisible character (U+0007) stands here.",
        "delete it; it often comes along when text is copied",
    ),
    (
        "",
        "0:0 There is nothing in this file.",
        "",
    ),
    (
        "# nothing but a comment\n",
        "0:0 There is nothing in this file.",
        "",
    ),
    (
        "---\n",
        "2:1 There is nothing here.",
        "write what it should say, or take the line out",
    ),
    (
        "Walk\n",
        "1:1 An exercise needs keys with values, not one text.",
        "write a key, a colon, a space and the value",
    ),
    (
        "- name: Walk\n",
        "1:1 An exercise needs keys with values, not a list.",
        "write the keys without dashes, one below another",
    ),
    (
        "nmae: Walk\n",
        '1:1 There is no "nmae" here.',
        "did you mean name?",
    ),
    (
        "short: Band\n",
        '1:1 "name" is missing here.',
        'write "name: ..." as well',
    ),
    (
        "name:\n",
        "1:6 There is nothing here.",
        "write what it should say, or take the line out",
    ),
    (
        "name: #1 walk\n",
        "1:6 There is nothing here.",
        "what follows # is a comment: a text with # goes in quotes",
    ),
    (
        "name: ''\n",
        "1:7 There is nothing here.",
        "write what it should say, or take the line out",
    ),
    (
        "name: Walk\nname: Other\n",
        '2:1 "name" stands here twice; the first is in line 1.',
        "keep one of the two",
    ),
    (
        "name: Walk\nsets: 3\nsets: 4\n",
        '3:1 "sets" stands here twice; the first is in line 2.',
        "keep one of the two",
    ),
    (
        "name: Walk\nNotes: x\n",
        '2:1 There is no "Notes" here.',
        "did you mean note?",
    ),
    (
        "name: Walk\ntitle: x\n",
        '2:1 There is no "title" here.',
        "did you mean time?",
    ),
    (
        "name: [Walk, Band]\n",
        "1:7 One text is needed here, not a list.",
        "a text that starts with [ goes in quotes",
    ),
    (
        "name: {de: Gang}\n",
        "1:7 One text is needed here, not keys with values.",
        "a text that starts with { goes in quotes",
    ),
    (
        "name: Walk\nworks: {a: b}\n",
        "2:8 One text is needed here, not keys with values.",
        "a text that starts with { goes in quotes",
    ),
    (
        "name: Walk\nworks:\n",
        "2:7 There is nothing here.",
        "write what it should say, or take the line out",
    ),
    (
        "name: Walk\nstop:\n  - Pain\n",
        "3:3 One text is needed here, not a list.",
        "take the dash out",
    ),
    (
        "name: Walk\ncues:\n  - Knees: soft\n",
        "3:5 One text is needed here, not keys with values.",
        'a text with a colon goes in quotes: "Knees: ..."',
    ),
    (
        "name: Walk\ncues:\n  - do: Soft\n    shrt: S\n",
        '4:5 There is no "shrt" here.',
        "did you mean short?",
    ),
    (
        "name: Walk\ncues:\n  - {do: Step out, slowly}\n",
        '3:20 "slowly" has nothing after it.',
        "if a comma parted it from the text before, put that whole text in quotes",
    ),
    (
        "name: Walk\ncues:\n  - {do:Step out}\n",
        "3:6 A space is missing after the colon.",
        "write do: Step out",
    ),
    (
        "name: Walk\ncues:\n  - short: S\n",
        '3:5 "do" is missing here.',
        'write "do: ..." as well',
    ),
    (
        "name: Walk\ncues:\n  - # later\n",
        "3:4 There is nothing here.",
        "what follows # is a comment: a text with # goes in quotes",
    ),
    (
        "name: Walk\nequipment: mta\n",
        '2:12 There is no equipment called "mta".',
        "did you mean mat?",
    ),
    (
        "name: Walk\nequipment: [pull-up-bar]\n",
        '2:13 There is no equipment called "pull-up-bar".',
        "planbuilder list equipment shows all; yours goes into exercises/equipment.yaml: pull-up-bar: Pull up bar",
    ),
    (
        "name: Walk\nequipment: [Mat]\n",
        '2:13 There is no equipment called "Mat".',
        "did you mean mat?",
    ),
    (
        "name: Walk\nhelps: [mirror, mirrror]\n",
        '2:17 There is no equipment called "mirrror".',
        "did you mean mirror?",
    ),
    (
        "name: Walk\nfixes: [hip-drp]\n",
        '2:9 There is no running fault called "hip-drp".',
        "did you mean hip-drop?",
    ),
    (
        "name: Walk\nwithout: [mat]\n",
        "2:10 Keys with values are needed here, not a list.",
        "write a key, a colon, a space and the value",
    ),
    (
        "name: Walk\nequipment: mat\nwithout: {mat: {usse: clamshell}}\n",
        '3:17 There is no "usse" here.',
        "did you mean use?",
    ),
    (
        "name: Walk\nequipment: mat\nwithout: {mat: {use: clamshel}}\n",
        '3:22 There is no exercise called "clamshel".',
        "did you mean clamshell?",
    ),
    (
        "name: Walk\nequipment: mat\nwithout: {mat: {}}\n",
        "3:16 This does not say what to do instead.",
        "write use, thing or text",
    ),
    (
        "name: Walk\nwithout: {mat: A towel}\n",
        '2:11 This exercise does not ask for "mat", so this never counts.',
        "name it under equipment",
    ),
    (
        "name: Walk\nif: one knee hurts\n",
        "2:5 Keys with values are needed here, not one text.",
        "write a key, a colon, a space and the value",
    ),
    (
        "name: Walk\nif: {one knee hurts: {use: clamshel}}\n",
        '2:28 There is no exercise called "clamshel".',
        "did you mean clamshell?",
    ),
    (
        "name: Walk\neasier: [a, b]\n",
        "2:9 One text is needed here, not a list.",
        "a text that starts with [ goes in quotes",
    ),
    (
        "name: Walk\nharder: {use: clamshell, text: Knees up: high}\n",
        '2:40 A comma or "}" is missing before this.',
        "a text with a colon, a comma or a bracket goes in quotes",
    ),
    (
        "name: Walk\nvideo: www.example.org/x\n",
        '2:8 "www.example.org/x" is no address of a page or film.',
        "write all of it, from https:// on",
    ),
    (
        "name: Walk\npicture: walk.png\n",
        "2:10 Keys with values are needed here, not one text.",
        "write a key, a colon, a space and the value",
    ),
    (
        "name: Walk\npicture: {file: walk.png, credit: A}\n",
        '2:10 "licence" is missing here.',
        'write "licence: ..." as well',
    ),
    (
        "name: Walk\ncounts: seconds\n",
        '2:9 "seconds" is not possible here.',
        "write one of: reps, time, distance",
    ),
    (
        "name: Walk\nStop: Pain\n",
        '2:1 There is no "Stop" here.',
        "did you mean stop?",
    ),
]


@pytest.mark.parametrize(("text", "message", "hint"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_says_where_what_and_what_to_write(text: str, message: str, hint: str, tmp_path: Path) -> None:
    library = Library(Folders.standard(tmp_path))
    library.exercise_in(Source("walk.yaml", text), "walk")
    (problem,) = in_order(library.problems)
    assert problem.place is not None
    assert f"{problem.place.line}:{problem.place.column} {problem.message}" == message
    assert problem.advice == hint
    assert ("      | " in told(problem)) == (problem.place.line > 0)


def test_there_are_enough_of_them() -> None:
    assert len({text for text, _, _ in BROKEN}) == len(BROKEN) >= 60


FINE = """\
name: No
short: 1:30
purpose: 010
position: 2026-12-01
mistake: on
stop: "Pain: stop"
works: [8-10, null, ~, 1e3]
reps: 8-10
rest: 1:30
cues:
  - Yes
  - 'It''s slow'
"""


def test_what_yaml_would_guess_wrong_is_safe(tmp_path: Path) -> None:
    library = Library(Folders.standard(tmp_path))
    exercise = library.exercise_in(Source("walk.yaml", FINE), "walk")
    assert library.problems == ()
    assert exercise is not None
    assert (exercise.name, exercise.short, exercise.purpose, exercise.position) == ("No", "1:30", "010", "2026-12-01")
    assert (exercise.mistake, exercise.stop) == ("on", "Pain: stop")
    assert exercise.works == ("8-10", "null", "~", "1e3")
    assert [cue.do for cue in exercise.cues] == ["Yes", "It's slow"]


SHIPPED = Folders.standard(Path("nowhere"))
TEXTS = [
    path.read_text("utf-8")
    for name in ("clamshell", "sideways-band-walk", "step-up", "bird-dog", "hill-stride")
    if (path := SHIPPED.find("exercises", name))
]
SIGNS = "\n\t -:,[]{}#&*!|>'\"%@`?0x×/–é\x07\x85"
SCRAPS = st.sampled_from([*SIGNS, "  - ", ": ", "\n- ", "use: ", "dose: ", "8-10 to "])


@given(st.sampled_from(TEXTS), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6), SCRAPS), min_size=1, max_size=6))
@settings(max_examples=300, deadline=None)
def test_a_file_damaged_anyhow_gives_an_exercise_or_problems(text: str, slips: list[tuple[float, int, str]]) -> None:
    for where, gone, put in slips:
        spot = int(where * len(text))
        text = text[:spot] + put + text[spot + gone :]
    library = Library(SHIPPED)
    exercise = library.exercise_in(Source("walk.yaml", text), "walk")
    assert exercise is not None or library.problems
    assert all(told(problem) for problem in in_order(library.problems))
