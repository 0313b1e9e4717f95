"""The wall card as shipped: what a week, a stage, a session and a plan say beside the doses."""

from dataclasses import replace

import pytest
from pretend import Pretend, box_of, deck, icons, line, said, shipped, texts

from planbuilder.geometry import MM, Size
from planbuilder.layout import lay_out
from planbuilder.model.deck import Dose, Line, Move, SessionKind, Week
from planbuilder.model.pages import Drawing, Path

LAYOUTS = ("wall", "handout", "cards", "tracker", "poster", "pocket", "large-print")
NOTE = Line("note", "", Move("", "Ice the calf"), (Dose(), Dose()))
RULE, GATE = "Pain over 3: back a stage", "Both sides the same"


def pages_of(plan, layout="wall", drawings=None, **choices):
    pages, problems = lay_out(plan, shipped(layout, **choices), Pretend(), drawings or icons())
    assert not [p.message for p in problems if p.severity == "error"]
    return pages


def staged(name="Strengthen", **words):
    plan = deck([line("Squat")])
    stage = Week("2", name, "of 2", stage=name, position=2, **words)
    return replace(plan, weeks=(stage,), strip=2, plan=replace(plan.plan, unit="stage"))


def of_words(page, start):
    return next(mark for mark in texts(page) if mark.words.startswith(start))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rules_and_when_to_move_on_are_on_every_layout(layout):
    plan = deck([line("Squat")])
    plan = replace(plan, plan=replace(plan.plan, rules=(RULE,), move_on=GATE))
    words = " ".join(words for page in pages_of(plan, layout) for words in said(page))
    assert RULE in words
    assert GATE in words
    plain = " ".join(words for page in pages_of(deck([line("Squat")]), layout) for words in said(page))
    assert "Rules" not in plain
    assert "When to move on" not in plain


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_goal_of_a_stage_and_when_it_is_passed_are_on_every_layout(layout):
    pages = pages_of(staged(goal="Walk well", move_on="20 hops"), layout)
    words = " ".join(words for page in pages for words in said(page))
    assert "Goal: Walk well" in words
    assert "Move on when: 20 hops" in words
    assert "Strengthen" in words


def test_letters_of_a_stage_that_reach_down_stay_clear_of_the_strip():
    [page] = pages_of(staged())
    name = of_words(page, "Strengthen")
    strip = min(
        mark.steps[0][1][1] for mark in page.marks if isinstance(mark, Path) and mark.steps[0][0] == "R" and mark.stroke
    )
    assert name.y + 0.21 * name.size < strip
    assert "Stage 2 of 2" in " ".join(said(page))


def test_the_name_of_a_session_can_be_read_from_afar_and_stands_first():
    plan = deck([line("Squat")])
    kinds = (SessionKind("a", "Hips"), SessionKind("b", "Legs"))
    plan = replace(plan, sessions=kinds, workouts=((plan.workouts[0][0],) * 2,))
    for page, name in zip(pages_of(plan), ("Hips", "Legs"), strict=True):
        mark = of_words(page, name)
        assert mark.size == 28
        assert box_of(mark)[0] == pytest.approx(10 * MM)


def test_an_item_in_words_has_no_picture_and_its_own_size():
    squat = Drawing("figure:squat", Size(100, 100), ())
    plan = deck([line("Squat"), line("Hop"), NOTE])
    [page] = pages_of(plan, drawings={**icons(), "figure:squat": squat})
    assert said(page).count("Ice the calf") == 1
    assert said(page).count("Hop") == 2
    assert of_words(page, "Ice").size < of_words(page, "Squat").size


def test_seven_days_leave_names_their_room():
    [page] = pages_of(deck([line("Squat", replace(line().doses[0], rest=""))], days=7))
    ticks = [mark.steps[0][1] for mark in page.marks if isinstance(mark, Path) and mark.role == "tick"]
    assert len(ticks) == 7
    lefts = [step[-2] for step in ticks]
    assert max(lefts) - min(lefts) == pytest.approx(3 * 13 * MM, abs=0.5)
