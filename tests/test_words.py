"""The program's own words: found in the reader's language, complete, and compiled from what the translator wrote."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from planbuilder.words import LOCALE, words

CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/planbuilder.po"))
COMPILE = "run: pybabel compile -D planbuilder -d planbuilder/locale"


def test_there_is_a_german_catalogue() -> None:
    assert [path.parts[-3] for path in CATALOGUES] == ["de"]


@pytest.mark.parametrize("language", ["de", "de-AT", "de_CH"])
def test_words_are_german(language: str) -> None:
    assert words(language)("on hands and knees") == "im Vierfüßlerstand"


@pytest.mark.parametrize("language", ["en", "en-GB", "xx", "", "../../de", "de/LC_MESSAGES"])
def test_words_stay_english_where_there_is_no_catalogue(language: str) -> None:
    assert words(language)("on hands and knees") == "on hands and knees"


def test_a_word_that_is_not_translated_stays_as_it_is() -> None:
    assert words("de")("something new") == "something new"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_what_is_read_is_what_the_translator_wrote(path: Path) -> None:
    with path.open("rb") as text, path.with_suffix(".mo").open("rb") as compiled:
        written, read = read_po(text), read_mo(compiled)
    assert {m.id: m.string for m in written if m.id} == {m.id: m.string for m in read if m.id}, COMPILE


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_translation_keeps_the_fields_and_the_full_stop(path: Path) -> None:
    with path.open("rb") as text:
        messages = [m for m in read_po(text) if m.id]
    assert len(messages) > 100
    for message in messages:
        assert message.string, message.id
        assert fields(message.id) == fields(message.string), message.id
        assert message.id.endswith(".") == message.string.endswith("."), message.id


def fields(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def test_every_word_said_is_in_the_catalogue() -> None:
    with CATALOGUES[0].open("rb") as text:
        known = {m.id for m in read_po(text) if m.id}
    said = said_in(LOCALE.parent / "figures" / "alt.py")
    assert len(said) > 100
    assert said == known


def said_in(path: Path) -> set[str]:
    """The texts of a module's tables (names in capitals), and those in calls of `say`."""
    tree = ast.parse(path.read_text("utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and re.fullmatch(r"\(?[A-Z_, ]+\)?", ast.unparse(node.targets[0])):
            found |= texts(node.value)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "say":
            found |= texts(node.args[0])
    return found


def texts(node: ast.AST) -> set[str]:
    """The texts that an expression may stand for: not what it looks up, not what it compares."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.Dict():
            return set().union(*map(texts, node.values))
        case ast.Subscript() | ast.Compare():
            return set()
    return set().union(*map(texts, ast.iter_child_nodes(node)), set())
