"""Rows whose cells come from an axis: every row has the columns of its page, and no more than there are."""

from dataclasses import replace

import pytest
from pretend import Pretend, deck, design_of, icons, line, said, texts

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.model.deck import Dose

HEAD = """
title: Test
paper: a4
margin: 10mm
styles: {body: {size: 10pt}, name: {size: 10pt}, dose: {size: 10pt}, unit: {size: 8pt}, label: {size: 8pt}}
pages:
  - page:
"""
BY_BLOCKS = """\
      - grid:
          - row: [{text: Moves}, {each: blocks, show: [{text: "{block.weeks}"}]}]
          - row: [{text: All, span: 1}, {text: wide, span: blocks}]
          - each: exercises
            show:
              - row: [name, {each: blocks, show: [{text: "{exercise.amount}"}]}]
        columns: [60mm, {each: blocks, width: 30mm}]
"""


def laid_out(tree, plan):
    return lay_out(plan, design_of(HEAD + tree), Pretend(), icons())


def amount(number):
    return Dose("3", str(number), "reps")


def weekly(*weeks):
    plan = deck(weeks=len(weeks))
    return replace(plan, workouts=tuple((replace(plan.workouts[0][0], lines=tuple(lines)),) for lines in weeks))


def test_blocks_are_columns_of_the_page_whatever_one_exercise_does():
    steady = [line("Squat", amount(8)), line("Squat", amount(8)), line("Squat", amount(9))]
    rising = [line("Lunge", amount(n)) for n in (1, 2, 3)]
    (page,), problems = laid_out(BY_BLOCKS, weekly(*zip(steady, rising, strict=True)))
    assert not problems
    at = {m.words: round((m.x / MM - 70) / 30) for m in texts(page)}
    assert [at[str(n)] for n in (1, 2, 3)] == [0, 1, 2]
    assert said(page).count("8") == 2
    assert at["9"] == 2


def test_an_exercise_that_starts_late_stands_below_its_weeks():
    squat, hop = line("Squat", amount(5)), line("Hop", amount(7))
    (page,), problems = laid_out(BY_BLOCKS, weekly([squat], [squat], [squat, hop]))
    assert not problems
    at = {m.words: round((m.x / MM - 70) / 30) for m in texts(page)}
    assert (at["1–2"], at["3"], at["7"]) == (0, 1, 1)


@pytest.mark.parametrize("row", ["[name, {text: A}, {text: B}]", "[name, {each: weeks, show: [dose]}]"])
def test_a_row_with_more_cells_than_columns_is_told(row):
    tree = f"      - grid: [{{each: exercises, show: [row: {row}]}}]\n        columns: [rest, auto]\n"
    _, [problem] = laid_out(tree, deck(weeks=3))
    assert problem.message == "This row has more cells than there are columns."
    assert problem.advice.startswith("give columns: a width for each cell")
    assert problem.place.line == 8


def test_a_layout_with_nothing_to_say_is_told():
    _, [problem] = laid_out('      - {text: "{exercise.name}"}\n', deck())
    assert problem.message == "Nothing in this layout has a word to say."
    assert problem.place.line == 8


def test_a_page_of_a_card_may_be_empty():
    pages, problems = laid_out('      - {text: Front}\n  - page: [{text: "{plan.race}"}]\n', deck())
    assert not problems
    assert [len(page.marks) for page in pages] == [1, 0]
