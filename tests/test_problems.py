"""Problems as they are shown: where, what, the line with a caret, what to write instead; in order, each once."""

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.problems import Place, Problem, Source, error, in_order, nearest, told, warning


def at(line: int, column: int, text: str) -> Place:
    return Place(Source("plans/x.yaml", text), line, column)


def test_an_error_with_its_line_caret_and_hint() -> None:
    place = at(14, 5, "\n" * 13 + "  - clamshel\n")
    problem = error(
        place,
        'There is no exercise called "{word}".',
        "did you mean {near}?",
        word="clamshel",
        near="clamshell",
    )
    assert told(problem) == (
        'plans/x.yaml:14:5: error: There is no exercise called "clamshel".\n'
        "   14 | - clamshel\n"
        "      |   ^\n"
        "      = did you mean clamshell?"
    )


def test_a_warning_without_a_hint() -> None:
    assert told(warning(at(1, 1, "a: b"), "So so.")) == "plans/x.yaml:1:1: warning: So so.\n    1 | a: b\n      | ^"


def test_a_problem_of_a_whole_file_and_one_without_a_file() -> None:
    assert told(error(Place(Source("x.yaml", "")), "Gone.")) == "x.yaml: error: Gone."
    assert told(error(None, "Gone.", "come back")) == "error: Gone.\n      = come back"


def test_the_caret_stands_right_behind_wide_and_combining_letters() -> None:
    assert told(error(at(1, 6, "a: 日本x"), "!")).splitlines()[1:] == ["    1 | a: 日本x", "      |        ^"]
    assert told(error(at(1, 6, "a: e\u0301x"), "!")).splitlines()[2] == "      |     ^"


def test_tabs_are_shown_as_one_space_each() -> None:
    assert told(error(at(1, 5, "a:\tb\tc"), "!")).splitlines()[1:] == ["    1 | a: b c", "      |     ^"]


def test_a_tab_in_the_indent_keeps_the_caret_below_itself() -> None:
    assert told(error(at(1, 1, "\tb: c"), "!")).splitlines()[1:] == ["    1 |  b: c", "      | ^"]


def test_a_long_line_is_cut_to_a_window_around_the_spot() -> None:
    line = "x" * 500 + "!" + "y" * 500
    quoted, caret = told(error(at(1, 501, line), "!")).splitlines()[1:]
    assert len(quoted) < 120
    assert quoted[caret.index("^")] == "!"
    assert quoted.count("…") == 2


def test_what_a_terminal_would_obey_is_not_passed_on() -> None:
    shown = told(error(at(1, 1, "\x1b[31mred\u202e"), "{name}", name="\x1b]0;title\x07"))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown


def test_a_spot_behind_the_end_of_its_line_or_file() -> None:
    assert told(error(at(1, 6, "ab"), "!")).splitlines()[1:] == ["    1 | ab", "      |      ^"]
    assert told(error(at(9, 1, "ab"), "!")).splitlines()[1:] == ["    9 | ", "      | ^"]


def test_order_is_by_file_line_and_column_and_each_is_told_once() -> None:
    a, b = Source("a.yaml", "x\ny"), Source("b.yaml", "x")
    problems = [
        error(Place(b, 1, 1), "4"),
        error(Place(a, 2, 1), "3"),
        error(Place(a, 1, 7), "2"),
        error(Place(a, 2, 1), "3"),
        error(Place(a), "1"),
        error(None, "0"),
    ]
    assert [p.message for p in in_order(problems)] == ["0", "1", "2", "3", "4"]


def test_the_nearest_word_whatever_its_case() -> None:
    assert nearest("clamshel", ["squat", "clamshell"]) == "clamshell"
    assert nearest("build", ["Learn", "Build"]) == "Build"
    assert nearest("zzz", ["squat"]) is None
    assert nearest("gpa", ["pad", "gap", "span"]) == "gap"


@given(st.text(max_size=40), st.integers(0, 5), st.integers(0, 50), st.text(max_size=10))
def test_anything_can_be_told(text: str, line: int, column: int, word: str) -> None:
    problem: Problem = error(Place(Source("x", text), line, column), "{word}", "not {word}", word=word)
    lines = told(problem).split("\n")
    assert len(lines) == (4 if line else 2)
    assert lines[0].startswith("x:" if line else "x: ")
