"""Cards and booklets over generated plans: nothing is cut off, nothing lies on something else, nothing is too small."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pretend import CAPITAL, Pretend, deck, icons, line, shipped, sofa, texts

from planbuilder.geometry import MM, Rect
from planbuilder.layout import lay_out
from planbuilder.model.deck import Aid, Cue, Dose

WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=40)
PHRASE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
DOSES = st.sampled_from(
    [
        Dose("3", "10–12", "reps", side="each leg", rest="30 s"),
        Dose("3", "up to 30 s", "time", rest="walk down", tempo="tempo 3-1-2-0", load="backpack with books"),
        Dose("", "12/10/8/6/4", "reps", load="40/45/50/55/60 kg", note="steady"),
        Dose("", "as the physio showed you", "words"),
        Dose("", "–"),
    ]
)
LINES = st.builds(
    lambda name, short, cues, dose, swap, aid: line(
        name, dose, [Cue(c, c[:12]) for c in cues], short=short, swaps=(sofa(),) * swap, aids=aid
    ),
    PHRASE,
    st.sampled_from(["", "Squat"]),
    st.lists(PHRASE, max_size=12),
    DOSES,
    st.integers(0, 1),
    st.sampled_from([(), (Aid("No step?", "First or second stair at home"),)]),
)


def box_of(mark):
    at, run = mark.runs[-1]
    width, height = at + run.advance * mark.size, CAPITAL * mark.size
    return Rect(mark.x - width, mark.y, width, height) if mark.turned else Rect(mark.x, mark.y - height, width, height)


def check(sheet):
    boxes = [(mark, box_of(mark)) for mark in texts(sheet)]
    for mark, box in boxes:
        assert box.x >= 5 * MM - 0.1, mark
        assert box.y >= 5 * MM - 0.1, mark
        assert box.right <= sheet.size.width - 5 * MM + 0.2, mark
        assert box.bottom <= sheet.size.height - 5 * MM + 0.2, mark
        assert mark.size >= 8 - 0.01, mark
    for n, (one, a) in enumerate(boxes):
        for other, b in boxes[n + 1 :]:
            apart = a.right <= b.x + 0.2 or b.right <= a.x + 0.2 or a.bottom <= b.y + 0.2 or b.bottom <= a.y + 0.2
            assert apart, (one, other)


@pytest.mark.parametrize("layout", ["cards", "pocket"])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(LINES, min_size=1, max_size=12), st.sampled_from([None, "letter"]), st.integers(1, 7), st.integers(1, 20)
)
def test_nothing_is_lost_or_cut_off(layout, lines, paper, days, weeks):
    lines = [replace(one, key=str(n), move=replace(one.move, id=str(n))) for n, one in enumerate(lines)]
    sheets, problems = lay_out(deck(lines, days=days, weeks=weeks), shipped(layout, paper=paper), Pretend(), icons())
    if any(p.severity == "error" for p in problems):
        assert all("does not fit" in p.message for p in problems if p.severity == "error")
        return
    for sheet in sheets:
        check(sheet)
