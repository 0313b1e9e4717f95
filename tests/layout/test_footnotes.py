"""Long words that a layout sends to the foot of its page: marked where they stood, numbered by page, never lost."""

from dataclasses import replace

import pytest
from pretend import Pretend, box_of, deck, design_of, icons, line, said, texts

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.load.layouts import read_layout
from planbuilder.load.reader import Reader
from planbuilder.model.choices import Choices
from planbuilder.model.deck import Dose
from planbuilder.problems import Source
from planbuilder.resolve.cascade import cascade

LAYOUT = """
title: Test
per: [week, session]
paper: 100x150mm
margin: 10mm
split: {exercises: fit}
styles:
  name: {font: display, size: 20pt}
  unit: {font: text, size: 10pt}
  footnote: {font: text, size: 9pt}
pages:
  - page:
      - each: exercises
        show:
          - name
          - {text: "{exercise.note}", role: unit, footnote: 20, before: 4mm}
      - space: rest
      - footnotes
"""
LONG = "Hold the band with both hands, elbows low"
OTHER = "Stop as soon as the hip drops on one side"


def noted(name, note):
    return line(name, Dose("3", "8", "reps", note=note), key=name)


def pages(*lines, layout=LAYOUT, drawings=None, language="en"):
    found, problems = lay_out(
        replace(deck(lines), language=language), design_of(layout), Pretend(), {**icons(), **(drawings or {})}
    )
    assert not problems
    return found


def test_a_long_note_goes_to_the_foot_and_leaves_a_mark():
    [page] = pages(noted("Squat", LONG), noted("Lunge", "slow"))
    assert said(page) == ["Squat", "Note", "1", "Lunge", "slow", "1", LONG]


def test_the_mark_stands_right_behind_the_words_and_higher():
    [page] = pages(noted("Squat", LONG))
    _, word, mark, *_ = texts(page)
    assert 0 < mark.x - box_of(word)[2] < 2
    assert mark.y < word.y
    assert box_of(mark)[1] < box_of(word)[1]
    assert mark.size == 8  # no type is under the floor of a layout


def test_notes_stand_at_the_foot():
    [page] = pages(noted("Squat", LONG))
    assert texts(page)[-1].y == pytest.approx((150 - 10) * MM)


def test_equal_notes_are_one_and_others_count_on():
    [page] = pages(noted("Squat", LONG), noted("Lunge", OTHER), noted("Plank", LONG))
    assert said(page) == ["Squat", "Note", "1", "Lunge", "Note", "2", "Plank", "Note", "1", "1", LONG, "2", OTHER]


def test_without_notes_the_foot_is_not_there():
    [page] = pages(noted("Squat", "slow"))
    assert said(page) == ["Squat", "slow"]


def test_a_note_stands_on_the_page_of_its_mark():
    lines = [noted(f"Move {k}", f"{LONG} {k}") for k in range(12)]
    found = pages(*lines)
    assert len(found) > 1
    for page in found:
        words = said(page)
        notes = [w for w in words if w.startswith(LONG)]
        assert [n.split()[-1] for n in notes] == [w.split()[-1] for w in words if w.startswith("Move")]
        assert words.count("Note") == len(notes)
        assert words[-2:] == [str(len(notes)), notes[-1]]


def test_of_several_spans_the_first_stays():
    spans = '{text: [{name: "{exercise.name}"}, {unit: "{exercise.note}"}], footnote: 20}'
    layout = LAYOUT.replace('{text: "{exercise.note}", role: unit, footnote: 20, before: 4mm}', spans)
    [page] = pages(noted("Squat", LONG), noted("Lunge", "slow"), layout=layout)
    assert said(page) == ["Squat", "Squat", "1", "Lunge", "Lunge", "slow", "1", LONG]


def test_notes_may_stand_above_their_marks():
    start, end = LAYOUT.split("      - each: exercises")
    layout = start + "      - footnotes\n      - each: exercises" + end.replace("      - footnotes\n", "")
    [page] = pages(noted("Squat", LONG), layout=layout)
    assert said(page) == ["1", LONG, "Squat", "Note", "1"]


def test_from_right_to_left_the_mark_is_on_the_left():
    [page] = pages(noted("Squat", LONG), language="ar")
    _, word, mark, *_ = texts(page)
    assert 0 < box_of(word)[0] - box_of(mark)[2] < 2


def test_a_page_with_notes_and_no_place_for_them_is_a_mistake():
    spec = read_layout(Source("test.yaml", LAYOUT.replace("      - footnotes\n", "")), Reader())
    design, problems = cascade(spec, Choices())
    assert design is None
    assert [str(p.place) for p in problems] == ["test.yaml:16:14"]
    assert "footnotes" in problems[0].advice


def test_a_number_of_letters_is_asked_for():
    spec = read_layout(Source("test.yaml", LAYOUT.replace("footnote: 20", "footnote: long")), Reader())
    _, problems = cascade(spec, Choices())
    assert [p.message for p in problems] == ['"long" is no number of letters.']
