"""What is written as YAML reads back as the same texts, lists and maps."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.load.nodes import compose
from planbuilder.problems import Source
from planbuilder.writing.nodes import node_of, plain_of
from planbuilder.writing.yaml_text import yaml_text

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), min_size=1, max_size=30)
WORDS = st.sampled_from(["squat", "3 x 8-10", "a, b", "a: b", "x #y", "- z", "1-3", "5+", "{", "none", "yes", "'", "–"])
PLAIN = st.recursive(
    TEXTS | WORDS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(WORDS, inner, min_size=1, max_size=3),
    max_leaves=12,
)


def read(text):
    node, problems = compose(Source("x.yaml", text))
    assert [p.message for p in problems] == []
    return plain_of(node)


@given(st.dictionaries(WORDS | st.sampled_from(["do", "sessions"]), PLAIN, min_size=1, max_size=4))
def test_everything_reads_back(entries):
    assert read(yaml_text(entries)) == entries


def test_other_readers_of_yaml_see_the_same():
    entries = {"title": "Week 1: base", "do": [{"squat": "3 x 8, rest 30s"}, {"plank": {"1-2": "20s", "3+": "30s"}}]}
    assert yaml.safe_load(yaml_text(entries)) == entries


def test_it_looks_as_a_coach_would_write_it():
    entries = {
        "title": "Hips",
        "phases": {"Learn": "1-2", "Build": "3-4"},
        "do": ["clamshell", {"squat": "3 x 8"}, {"lunge": {"dose": "3 x 8, rest 30s", "only": "Build"}}],
    }
    assert yaml_text(entries) == (
        "title: Hips\n"
        "phases: {Learn: 1-2, Build: 3-4}\n"
        "do:\n"
        "  - clamshell\n"
        "  - squat: 3 x 8\n"
        '  - lunge: {dose: "3 x 8, rest 30s", only: Build}\n'
    )


def test_nodes_and_plain_values_are_one_another():
    plain = {"a": ["b", {"c": "d"}], "e": "f"}
    assert plain_of(node_of(plain)) == plain
