"""Levels on paper: side by side where a page holds them all, else a card each, in every week alike."""

from dataclasses import replace

from pretend import Pretend, box_of, deck, design_of, icons, line, said, shipped, sofa, texts, wall, with_plan

from planbuilder.layout import lay_out
from planbuilder.model.deck import Dose, LevelWords, SessionKind
from planbuilder.model.pages import Path

FEW = Dose("2", "6", "reps", rest="60 s")
MORE = Dose("3", "12", "reps", rest="60 s")
GRID = """
title: Levels
per: [week, session]
split: {levels: 3, exercises: fit}
paper: a5
margin: 10mm
styles: {name: {size: 20pt}, dose: {size: 20pt}, heading: {size: 12pt}, unit: {size: 9pt}}
pages:
  - page:
      - grid:
          - row: [{space: 0mm}, {each: levels, show: [{text: "{level.name}", role: heading}]}]
          - each: exercises
            show:
              - row:
                  - name
                  - each: levels
                    show: [{stack: [dose, {text: "–", role: dose, unless: exercise.name}]}]
                min-height: 30mm
        columns: [rest, {each: levels, width: auto}]
        column-gap: 2u
      - {text: "Page {page.part}", role: unit}
"""


def levelled(*levels, weeks=1, names=("New", "Used", "Strong", "Best"), **workout):
    """A plan of one session with these lines at each level."""
    plan = deck(weeks=weeks, **workout)
    done = tuple(replace(plan.workouts[0][0], lines=tuple(lines)) for lines in levels)
    names = names[: len(levels)]
    return replace(
        plan,
        sessions=tuple(SessionKind("a", "Hips", level=name) for name in names),
        workouts=(done,) * weeks,
        levels=tuple(LevelWords(name, f"{name} here") for name in names),
    )


def pages_of(plan, design):
    pages, problems = lay_out(plan, design, Pretend(), icons())
    assert not [p.message for p in problems]
    return pages


def test_two_levels_have_two_columns_with_their_heads():
    [page] = pages_of(levelled([line("Squat", FEW)], [line("Squat", MORE)]), wall())
    found = {mark.words: mark for mark in texts(page)}
    assert {"New", "Used", "New here", "6", "12", "Squat", "Hips"} <= set(found)
    assert said(page).count("Squat") == 1
    assert found["2"].x == found["New"].x < found["6"].x < found["Used"].x == found["3"].x
    assert round(found["6"].y, 3) == round(found["12"].y, 3)


def test_a_move_of_one_level_has_a_dash_at_the_other_and_ticks_for_all():
    new, used = [line("Squat", FEW)], [line("Squat", MORE), line("Hop", MORE)]
    [page] = pages_of(levelled(new, used), wall())
    dash = next(mark for mark in texts(page) if mark.words == "–")
    heads = {mark.words: mark.x for mark in texts(page) if mark.words in ("New", "Used")}
    assert heads["New"] <= dash.x < heads["Used"]
    assert sum(isinstance(mark, Path) and mark.role == "tick" for mark in page.marks) == 2 * 2


def test_a_stand_in_has_its_dose_at_every_level():
    other = replace(sofa(), dose=Dose("1", "15 s", "time"))
    new, used = [line("Band walk", FEW, swaps=(other,))], [line("Band walk", MORE, swaps=(sofa(),))]
    [page] = pages_of(levelled(new, used), wall())
    assert said(page).count("Sofa press") == 1
    assert {"15 s", "30 s"} <= set(said(page))


def test_four_levels_have_a_card_each():
    pages = pages_of(levelled(*[[line("Squat", FEW)]] * 4), wall())
    assert [[n for n in ("New", "Used", "Strong", "Best") if f"Hips · {n}" in said(page)] for page in pages] == [
        ["New"],
        ["Used"],
        ["Strong"],
        ["Best"],
    ]


def test_a_layout_that_says_nothing_of_levels_has_a_card_each():
    pages = pages_of(levelled([line("Squat", FEW)], [line("Squat", MORE)]), shipped("large-print"))
    assert ["Hips · New" in said(page) for page in pages] == [True, False]
    assert ["12" in said(page) for page in pages] == [False, True]


def moves(count, dose):
    return [line(f"Move {n}", dose) for n in range(count)]


def test_where_one_page_does_not_hold_them_each_has_its_pages_in_all_weeks():
    design = design_of(GRID)
    assert len(pages_of(levelled(moves(5, FEW), moves(5, MORE), weeks=2), design)) == 2
    longer = levelled(moves(5, FEW), moves(5, MORE), weeks=2)
    second = tuple(replace(w, lines=tuple(moves(7, d))) for w, d in zip(longer.workouts[1], (FEW, MORE), strict=True))
    pages = pages_of(replace(longer, workouts=(longer.workouts[0], second)), design)
    assert ["6" in said(page) and "12" in said(page) for page in pages] == [False] * 6
    assert [next((w for w in said(page) if w.startswith("Page")), "") for page in pages] == [
        "", "", "Page 1 of 2", "Page 2 of 2", "Page 1 of 2", "Page 2 of 2",
    ]  # fmt: skip


def test_levels_that_would_cost_a_word_its_shape_have_a_card_each():
    design = design_of(GRID)
    assert len(pages_of(levelled([line("Squat", FEW)], [line("Squat", MORE)]), design)) == 1
    long = "Straight" * 3 + "ening"
    assert len(pages_of(levelled([line(long, FEW)], [line(long, MORE)]), design)) == 2


def test_a_rest_of_each_level_stands_in_its_head():
    short = replace(MORE, rest="30 s")
    new, used = [line("Squat", FEW), line("Hop", FEW)], [line("Squat", short), line("Hop", short)]
    [page] = pages_of(levelled(new, used), wall())
    assert [words for words in said(page) if words.startswith("Rest")] == ["Rest 60 s", "Rest 30 s"]


def test_a_handout_has_the_levels_below_each_other():
    [page] = pages_of(levelled([line("Squat", FEW)], [line("Squat", MORE)], weeks=2), shipped("handout"))
    new, used = (next(box_of(mark) for mark in texts(page) if mark.words == name) for name in ("New", "Used"))
    assert new[0] == used[0]
    assert new[3] < used[1]


def test_a_booklet_and_a_log_are_for_one_level():
    plan = with_plan(levelled([line("Squat", FEW)], [line("Squat", MORE)]), link="")
    for layout in ("pocket", "tracker"):
        first, second = pages_of(plan, shipped(layout))
        assert any("New" in words for words in said(first))
        assert not any("New" in words for words in said(second))
