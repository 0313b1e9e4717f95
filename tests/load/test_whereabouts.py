"""Words as printed, found again where they were written."""

import pytest

from planbuilder.load.whereabouts import written_at
from planbuilder.problems import Source

PLAN = Source(
    "plan.yaml",
    """\
title: Hips
do:
  - squat: 3 x 12-15 each leg, note slow
  - lunge:
      dose: 12/10/8
      note: >
        Over two
        lines
""",
)
SQUAT = Source("squat.yaml", 'name: "Squat"\ncues: [Sit back and then down, Knees out]\n')


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Sit back and then down", "squat.yaml:2:8"),
        ("Squat", "squat.yaml:1:8"),
        ("12/10/8", "plan.yaml:5:13"),
        ("3 × 12–15", "plan.yaml:3:12"),
        ("12–15", "plan.yaml:3:16"),
        ("No band? Sit back and then down", "squat.yaml:2:8"),
        ("Over two lines", "plan.yaml:6:13"),
    ],
)
def test_words_are_found_as_they_are_printed(words, place):
    assert str(written_at(words, (PLAN, SQUAT))) == place


@pytest.mark.parametrize("words", ["", "3", "Nobody wrote this", "Rest 30 s after the squat"])
def test_what_nobody_wrote_is_not_found(words):
    assert written_at(words, (PLAN, SQUAT)) is None


def test_the_same_words_elsewhere_in_a_longer_text_do_not_count():
    longer = Source("a.yaml", "note: Squat as you like\n")
    assert str(written_at("Squat", (longer, SQUAT))) == "squat.yaml:1:8"
