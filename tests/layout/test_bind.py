from dataclasses import replace

import pytest
from pretend import Pretend, box_of, deck, design_of, icons, line, said, sofa, texts, with_plan

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.model.deck import Aid, Day, Dose, GroupWords
from planbuilder.model.pages import Group, Path

HEAD = """
title: Test
per: [week, session]
paper: a4
margin: 10mm
lines: {row: 1pt black, bracket: 1.5pt black}
grounds: {head: {fill: "#FF0000", ink: white}}
styles:
  body: {size: 10pt}
  name: {size: 20pt, lines: 1-2}
  dose: {size: 30pt}
  unit: {size: 8pt}
  cue: {size: 10pt}
  label: {size: 8pt}
  group: {size: 9pt}
  swap-line: {size: 10pt, colour: "#0000FF"}
pages:
  - page:
"""


def pages_of(tree, plan, drawings=None):
    text = HEAD + "".join(f"      {row}\n" for row in tree.strip("\n").splitlines())
    pages, problems = lay_out(plan, design_of(text), Pretend(), drawings or {})
    assert not problems, [p.message for p in problems]
    return pages


def words_of(tree, plan, **more):
    return said(pages_of(tree, plan, **more)[0])


def test_a_pattern_whose_fields_are_all_empty_is_not_there():
    assert words_of('- text: "Race: {plan.race}"\n- text: Always', deck()) == ["Always"]


def test_what_a_text_says_already_it_does_not_say_again():
    plan = with_plan(deck(), rhythm="every other day", club="Hips · every other day", race="every other day")
    assert words_of('- text: "{plan.rhythm} · {plan.club} · {plan.race}"', plan) == ["every other day · Hips"]
    assert words_of('- text: "{plan.rhythm}, {plan.race}"', plan) == ["every other day, every other day"]


def test_a_dot_left_alone_goes_too():
    tree = '- text: "{plan.club} · {plan.title} · {plan.race} · {plan.coach}"'
    assert words_of(tree, deck()) == ["Steady hips · Coach Mara"]


def test_a_box_of_empty_parts_is_not_there_and_takes_no_gap():
    tree = """
- stack:
    - {stack: [{text: "{plan.race}"}], ground: head}
    - text: Below
  gap: 5mm
"""
    [page] = pages_of(tree, deck())
    assert said(page) == ["Below"]
    assert not any(isinstance(m, Path) for m in page.marks)


def test_conditions_ask_whether_a_field_is_empty():
    tree = "- {text: One, if: plan.race}\n- {text: Two, unless: plan.race}\n- {text: Three, if: plan.coach}"
    assert words_of(tree, deck()) == ["Two", "Three"]


def test_fixed_words_are_translated_by_their_pattern():
    plan = replace(deck(), words={"Rest {page.rest}": "Pause {page.rest}"})
    assert words_of('- text: "Rest {page.rest}"', plan) == ["Pause 30 s"]


def test_what_all_agree_on_is_said_once_else_on_every_row():
    tree = """
- text: "Rest {page.rest} for all"
- each: exercises
  show:
    - {text: "{exercise.name} {exercise.rest}", unless: page.rest}
"""
    same = [line("Squat"), line("Lunge")]
    assert words_of(tree, deck(same)) == ["Rest 30 s for all"]
    other = [line("Squat"), line("Lunge", Dose("3", "10", "reps", rest="45 s"))]
    assert words_of(tree, deck(other)) == ["Squat 30 s", "Lunge 45 s"]


def test_each_puts_what_is_between_only_between():
    tree = '- each: exercises\n  between: {text: and}\n  show: [{text: "{exercise.name}"}]'
    assert words_of(tree, deck([line("A"), line("B"), line("C")])) == ["A", "and", "B", "and", "C"]


def test_the_ink_of_a_ground_colours_everything_on_it():
    tree = "- {stack: [{text: One}, {row: [name]}], ground: head}\n- text: Two"
    [page] = pages_of(tree, deck())
    assert [m.colour for m in texts(page)] == ["#FFFFFF", "#000000"]


def test_times_signs_line_up_though_sets_differ_in_width():
    tree = "- each: exercises\n  show: [dose]"
    plan = deck([line("A"), line("B", Dose("12", "5", "reps"))])
    [page] = pages_of(tree, plan)
    crosses = [m.x for m in texts(page) if m.words == "×"]
    assert len(crosses) == 2
    assert crosses[0] == crosses[1]
    sets = {m.words: box_of(m)[2] for m in texts(page) if m.words in ("3", "12")}
    assert sets["3"] == sets["12"]


def test_a_cross_inside_an_amount_is_drawn_like_that_behind_the_sets():
    plan = deck([line("A", Dose("3", "6\u00a0×\u00a07\u00a0s", "reps"))])
    [page] = pages_of("- each: exercises\n  show: [dose]", plan)
    assert said(page) == ["3", "×", "6", "×", "7\u00a0s"]
    sets, cross, six, inner, seven = texts(page)
    assert (cross.size, cross.colour, cross.y) == (inner.size, inner.colour, inner.y)
    assert inner.x - box_of(six)[2] == pytest.approx(cross.x - box_of(sets)[2])
    assert seven.x - box_of(inner)[2] == pytest.approx(six.x - box_of(cross)[2])


def test_an_amount_without_sets_and_a_dose_in_words():
    tree = "- each: exercises\n  show: [dose]"
    plan = deck([line("A", Dose("", "20 min", "time")), line("B", Dose("", "as the physio showed you", "words"))])
    assert words_of(tree, plan) == ["20 min", "as the physio showed you"]


def test_doses_that_differ_between_days_stand_once_a_day():
    tree = "- each: exercises\n  show: [dose, unit]"
    doses = Dose("3", "8", "reps", load="20 kg"), Dose("3", "5", "reps", load="25 kg")
    plan = deck([line("Squat", doses)])
    workout = replace(plan.workouts[0][0], days=(Day("Mon"), Day("Fri")))
    plan = replace(plan, workouts=((workout,),))
    assert words_of(tree, plan) == ["Mon", "3", "×", "8", "Fri", "3", "×", "5", "Mon 20 kg · Fri 25 kg"]
    mon, _, _, eight, fri, _, _, five, _ = texts(pages_of(tree, plan)[0])
    gaps = [box_of(below)[1] - above.y for above, below in ((mon, eight), (eight, fri), (fri, five))]
    assert gaps == pytest.approx([2 * MM, 4 * MM, 2 * MM])


def test_a_dose_that_differs_between_days_only_in_its_load_stands_once():
    doses = [Dose("5", "5", "reps", side="each leg", load=load, noun="reps") for load in ("20 kg", "25 kg")]
    plan = deck([line("Squat", doses)])
    workout = replace(plan.workouts[0][0], days=(Day("Mon"), Day("Fri")))
    plan = replace(plan, workouts=((workout,),))
    for unit, words in (
        ("unit", "each leg · Mon 20 kg · Fri 25 kg"),
        ("{unit: counted}", "reps each leg · Mon 20 kg · Fri 25 kg"),
        ("{unit: spoken}", "sets × reps, each leg, Mon 20 kg · Fri 25 kg"),
    ):
        assert words_of(f"- each: exercises\n  show: [dose, {unit}]", plan) == ["5", "×", "5", words]


def test_days_that_differ_only_in_the_load_share_one_dose():
    tree = "- each: exercises\n  show: [dose, unit]"
    doses = Dose("5", "5", "reps", load="20 kg"), Dose("5", "5", "reps", load="25 kg")
    plan = deck([line("Squat", doses)])
    workout = replace(plan.workouts[0][0], days=(Day("Mon"), Day("Fri")))
    plan = replace(plan, workouts=((workout,),))
    assert words_of(tree, plan) == ["5", "×", "5", "Mon 20 kg · Fri 25 kg"]


def test_a_second_choice_stands_after_or():
    tree = """
- each: exercises
  show:
    - dose
    - each: further
      show: [{row: [{text: or}, dose]}, {text: "{exercise.note}"}]
"""
    dose = Dose("2", "10", "reps", note="no support", further=Dose("3", "8", "reps", note="holding on"))
    assert words_of(tree, deck([line(dose=dose)])) == ["2", "×", "10", "or", "3", "×", "8", "holding on"]


def test_a_blank_is_a_line_to_write_on():
    [page] = pages_of(
        "- each: exercises\n  show: [unit]", deck([line(dose=Dose("", "10", side="each leg", load="____ kg"))])
    )
    assert said(page) == ["each leg", "kg"]
    [writing] = [m for m in page.marks if isinstance(m, Path)]
    (_, (x1, y1)), (_, (x2, y2)) = writing.steps
    assert x2 - x1 > 30
    assert y1 == y2


def test_stand_in_things_take_the_place_of_the_last_cue():
    tree = "- each: exercises\n  show: [{cues: 2-3, things: last}]"
    one = line(cues=("One", "Two", "Three", "Four"), aids=(Aid("No step?", "First stair"),))
    [page] = pages_of(tree, deck([one]))
    assert said(page) == ["One", "Two", "No step? First stair"]
    assert texts(page)[-1].colour == "#0000FF"


def test_inside_swaps_the_stand_in_is_the_exercise():
    tree = '- each: exercises\n  show: [name, {each: swaps, show: [{text: "{swap.question}"}, name, dose, cues]}]'
    cue = "Side of the bent knee pushes into the sofa"
    assert words_of(tree, deck([line(swaps=(sofa(),))])) == ["Squat", "No band?", "Sofa press", "3", "×", "30 s", cue]


def test_a_group_has_a_heading_and_a_bracket_along_its_rows():
    lines = [line("A"), line("B", groups=(0,)), line("C", groups=(0,)), line("D")]
    groups = (GroupWords("3 rounds", "one hip is weaker"),)
    [page] = pages_of("- each: exercises\n  show: [{rule: row}, name]", deck(lines, groups=groups))
    assert said(page) == ["A", "3 rounds · if one hip is weaker", "B", "C", "D"]
    names = {m.words: m for m in texts(page)}
    bends = [m for m in page.marks if isinstance(m, Path) and m.stroke.width == 1.5]
    tops, feet = min(m.steps[0][1][1] for m in bends), max(m.steps[-1][1][1] for m in bends)
    assert names["A"].y < tops < names["B"].y
    assert names["C"].y - 20 < feet <= names["D"].y
    assert all(m.steps[1][1][0] < names["B"].x for m in bends)


def test_groups_inside_groups_have_brackets_side_by_side():
    lines = [line("A", groups=(0,)), line("B", groups=(0, 1)), line("C", groups=(0, 1))]
    groups = (GroupWords("Outer"), GroupWords("Inner", depth=2))
    [page] = pages_of("- each: exercises\n  show: [name]", deck(lines, groups=groups))
    assert said(page) == ["Outer", "A", "Inner", "B", "C"]
    uprights = {min(p[0] for _, p in m.steps) for m in page.marks if isinstance(m, Path) and m.stroke.width == 1.5}
    assert len(uprights) == 2


def test_pictures_and_dashed_boxes_for_those_without():
    drawing = icons()["icon:stop"]
    tree = "- each: exercises\n  show: [{figure: {size: 30mm}}]"
    plan = deck([line("Squat", key="squat"), line("Lunge", key="lunge")])
    [page] = pages_of(tree, plan, drawings={"figure:squat": drawing})
    assert [type(m) for m in page.marks].count(Group) == 1
    assert said(page) == ["Lunge"]
    [page] = pages_of(tree + "\n- text: End", plan)
    assert said(page) == ["End"]


def test_an_icon_takes_the_colour_of_the_ground():
    tree = "- {stack: [{icon: clock, size: 10mm}], ground: head}\n- {icon: clock, size: 10mm}"
    [page] = pages_of(tree, deck(), drawings=icons())
    groups = [m for m in page.marks if isinstance(m, Group)]
    assert [g.drawing.name for g in groups] == ["icon:clock#FFFFFF", "icon:clock#000000"]
    assert {p.stroke.colour for p in groups[0].drawing.marks} == {"#FFFFFF"}


def test_four_days_make_two_rows_of_ticks_that_carry_their_marks():
    tree = "- {ticks: days, size: 11mm, pitch: 15mm, line: row}"
    [page] = pages_of(tree, deck(days=3))
    assert said(page) == []
    [page] = pages_of(tree, deck(days=5))
    assert said(page) == ["1", "2", "3", "4", "5"]
    assert len({m.y for m in texts(page)}) == 2


def test_right_to_left_pages_are_mirrored():
    plan = replace(deck(), language="ar")
    [page] = pages_of("- {row: [{text: One}, {text: Two}], gap: 5mm}", plan)
    one, two = texts(page)
    assert box_of(one)[0] > box_of(two)[2]
    assert round(page.size.width - box_of(one)[2]) == 28


def test_words_of_the_plan_reach_the_page():
    plan = with_plan(deck(), for_whom="Anna")
    assert words_of('- text: "For {plan.for-whom}"', plan) == ["For Anna"]
