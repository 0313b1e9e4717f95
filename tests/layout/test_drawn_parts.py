"""Parts and options that any layout may use, each on a small page of its own."""

from dataclasses import replace

import pytest
from pretend import Pretend, box_of, deck, design_of, icons, line, said, texts, with_plan

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.model.deck import Dose, Move, Thing, Week, Workout
from planbuilder.model.pages import Drawing, Group, Link, Path

HEAD = """
title: Test
paper: a6
margin: 10mm
colours: {ink: "#101010", swap-tint: "#E4EFF8"}
lines: {box: 0.75pt ink, writing: 0.5pt ink, field: 0.75pt ink}
grounds: {one: {fill: swap-tint}}
styles: {body: {size: 10pt}, label: {size: 10pt}, name: {size: 12pt}, dose: {size: 20pt}}
pages:
  - page:
"""
WIDE = 85 * MM
SOME = Dose("3", "8", "reps")


def laid_out(parts, plan=None, more=""):
    layout = HEAD.replace("paper: a6\n", f"paper: a6\n{more}") + "".join(f"      - {part}\n" for part in parts)
    return lay_out(plan or deck(), design_of(layout), Pretend(), icons())


def page_of(*parts, plan=None, more=""):
    pages, problems = laid_out(parts, plan, more)
    assert not [p.message for p in problems]
    return pages[0]


def paths(page):
    return [mark for mark in page.marks if isinstance(mark, Path)]


def corners(path):
    points = [step[-2:] for _, step in path.steps if step]
    return min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)


def test_a_scale_has_a_number_in_every_ring():
    page = page_of("{scale: 0-10, size: 4mm, pitch: 5mm, shape: ring, role: label}")
    rings = [corners(path) for path in paths(page)]
    assert said(page) == [str(n) for n in range(11)]
    assert [round((right - left) / MM, 2) for left, _, right, _ in rings] == [4.0] * 11
    for number, (left, top, right, low) in zip(texts(page), rings, strict=True):
        a, b, c, d = box_of(number)
        assert left < a < c < right
        assert top < b < d < low


def test_a_scale_too_wide_for_its_place_is_a_mistake_in_the_layout():
    _, problems = laid_out(["{scale: 0-10, size: 9mm, pitch: 10mm, role: label}"])
    assert "side by side" in problems[0].message
    assert str(problems[0].place).startswith("test.yaml:")


def test_a_field_is_a_word_and_a_line_from_behind_it_to_the_end():
    page = page_of("{field: Name, gap: 2mm}")
    (word,), (rule,) = texts(page), paths(page)
    left, top, right, low = corners(rule)
    assert left == pytest.approx(box_of(word)[2] + 2 * MM)
    assert right == pytest.approx(10 * MM + WIDE)
    assert top == low == word.y


def test_sets_that_do_not_fit_side_by_side_are_shared_out_over_rows():
    plan = deck([line(dose=Dose("7", "5", "reps"))])
    part = "{each: exercises, show: [{ticks: sets, size: 8mm, pitch: 20mm}]}"
    boxes = [corners(path)[:2] for path in paths(page_of(part, plan=plan))]
    rows = [sum(y == top for _, y in boxes) for top in sorted({y for _, y in boxes})]
    assert rows == [4, 3]


@pytest.mark.parametrize(
    ("sets", "amount", "boxes"), [("3–4", "8", 4), ("", "12/10/8", 3), ("", "5 min", 1), ("", "–", 0)]
)
def test_a_box_for_every_set_there_may_be(sets, amount, boxes):
    plan = deck([line(dose=Dose(sets, amount, "reps"))])
    parts = "{each: exercises, show: [name, {ticks: sets, size: 5mm}]}"
    assert len(paths(page_of(parts, plan=plan))) == boxes


def test_a_sample_shows_how_boxes_are_filled_in():
    page = page_of("{ticks: 3, size: 6mm, sample: 10 10 9}")
    assert said(page) == ["10", "10", "9"]
    assert len(paths(page)) == 3


def test_a_flag_is_one_path_of_squares_that_goes_on_below():
    page = page_of("{row: [{text: Finish}, {flag: {width: 6mm, height: 20mm}}]}")
    (flag,) = paths(page)
    squares = [step for _, step in flag.steps]
    assert {round(wide / MM, 2) for _, _, wide, _ in squares} == {2.0}
    assert len({y for _, y, _, _ in squares}) % 2 == 0
    assert sum(wide * high for _, _, wide, high in squares) == pytest.approx(6 * 20 * MM * MM / 2)


def test_a_timeline_has_a_piece_for_every_move_as_long_as_it_takes():
    walk = line("Sideways band walk", short="Band walk", key="b", seconds=120.0)
    lines = [line("Squat", key="a", seconds=60.0), walk]
    page = page_of("{timeline: {gap: 0mm, height: 6mm}}", plan=deck(lines))
    first, second = (path.steps[0][1] for path in paths(page))
    assert second[2] / first[2] == pytest.approx(2, abs=0.05)
    assert said(page) == ["Squat", "Sideways band walk"]
    narrow = page_of("{row: [{timeline: {gap: 0mm, height: 6mm}, width: 30mm}]}", plan=deck(lines))
    assert said(narrow) == ["1", "Band walk"]


def test_a_code_is_left_out_where_there_is_no_address():
    part = '{code: "{plan.link}", width: 20mm}'
    assert paths(page_of("{text: Word}", part)) == []
    page = page_of("{text: Word}", part, plan=with_plan(deck(), link="example.org/a"))
    assert [m.address for m in page.marks if isinstance(m, Link)] == ["https://example.org/a"]


@pytest.mark.parametrize(("link", "least"), [("example.org/a", 18 * MM), (f"example.org/{'a' * 200}", 24 * MM)])
def test_a_code_is_never_smaller_than_a_phone_can_read(link, least):
    (page,), problems = laid_out(['{row: [{code: "{plan.link}", width: 15mm}]}'], with_plan(deck(), link=link))
    assert not problems
    modules = [numbers for mark in page.marks if isinstance(mark, Path) for _, numbers in mark.steps]
    left, right = min(x for x, *_ in modules), max(x + wide for x, _, wide, _ in modules)
    assert right - left >= least - 0.01
    assert min(high for *_, high in modules) >= 0.4 * MM - 0.001


def test_a_logo_keeps_its_shape_in_the_room_it_has():
    logo = Drawing("picture:logo", (200.0, 100.0), ())
    logo = replace(logo, size=icons()["icon:stop"].size._replace(width=200.0, height=100.0))
    layout = design_of(HEAD + "      - {row: [{picture: logo, width: 40mm, height: 30mm}]}\n")
    (page,), problems = lay_out(deck(), layout, Pretend(), {**icons(), "picture:logo": logo})
    assert not problems
    (group,) = (m for m in page.marks if isinstance(m, Group))
    assert group.scale * 200 == pytest.approx(40 * MM)
    assert page_of("{text: Word}", "{picture: logo}").marks


def test_the_kit_of_all_in_view_goes_on_in_the_next_line():
    kit = tuple(Thing(f"t{n}", f"Something number {n}", "band") for n in range(5))
    plan = deck()
    plan = replace(plan, workouts=((replace(plan.workouts[0][0], kit=kit),),))
    page = page_of("{equipment: {size: 5mm, gap: 2mm}}", plan=plan)
    assert said(page) == [thing.name for thing in kit]
    assert len({m.y for m in texts(page)}) > 1
    assert max(box_of(m)[2] for m in texts(page)) <= 10 * MM + WIDE


def test_a_column_whose_field_is_empty_is_closed():
    columns = "columns: [20mm, {width: 20mm, if: log.pain}, rest]"
    cells = "row: [{text: One}, {text: Pain, if: log.pain}, {text: Three}]"
    page = page_of(f"{{{cells}, {columns}}}")
    assert [round(m.x / MM) for m in texts(page)] == [10, 30, 50]
    page = page_of(f"{{{cells}, {columns}}}", plan=replace(deck(), log=("notes",)))
    assert [round(m.x / MM) for m in texts(page)] == [10, 30]


def test_a_number_in_place_of_an_axis_repeats():
    page = page_of("{each: 4, show: [{text: Again}]}")
    assert said(page) == ["Again"] * 4


def test_a_box_that_weighs_more_gets_more_of_the_rest():
    plan = deck(weeks=3)
    harder = replace(plan.workouts[0][0], lines=(line(dose=Dose("3", "12", "reps")),))
    plan = replace(plan, workouts=(*plan.workouts[:2], (harder,)))
    part = "{each: blocks, show: [{stack: [{text: Block}], ground: one, height: rest weeks}]}"
    page = page_of(part, plan=plan)
    heights = [path.steps[0][1][3] for path in paths(page)]
    assert heights[0] == pytest.approx(2 * heights[1])


def test_what_is_spare_goes_before_what_is_optional():
    lines = "{each: %d, show: [{text: Line}], between: {space: 3mm}}"
    parts = ["{text: Spare, yields: first, min-height: 20mm}", "{text: Optional, yields: yes, min-height: 20mm}"]
    seen = [{*said(page_of(lines % count, *parts))} for count in (10, 18, 22)]
    assert seen == [{"Line", "Spare", "Optional"}, {"Line", "Optional"}, {"Line"}]


def test_what_is_spare_comes_back_part_by_part():
    parts = [f"{{text: {name}, yields: first, min-height: {high}mm}}" for name, high in (("Long", 200), ("Short", 20))]
    pages, problems = laid_out(["{text: Needed, min-height: 100mm}", *parts])
    assert not problems
    assert said(pages[0]) == ["Needed", "Short"]


def test_a_share_with_a_floor_keeps_it():
    row = "{row: [{text: A}, {text: B}], columns: [rest 3, rest at least 60mm]}"
    a, b = texts(page_of(row))
    assert round((b.x - a.x) / MM) == 25


def test_natural_widths_leave_room_for_the_widest_word_beside_them():
    row = "{row: [{text: Unbreakable, width: rest}, {text: many short words that may well go on in the next line}]}"
    page = page_of(row)
    words = next(m for m in texts(page) if m.words == "Unbreakable")
    assert all(box_of(words)[2] <= m.x for m in texts(page) if m is not words)


def test_panels_are_read_from_the_plan():
    plan = deck()
    plan = replace(plan, plan=replace(plan.plan, panels=(("One", "First."), ("Two", "Second."))))
    page = page_of('{each: panels, show: [{text: "{panel.title}: {panel.text}"}]}', plan=plan)
    assert said(page) == ["One: First.", "Two: Second."]


def test_members_of_an_axis_do_not_pass_their_boxes_on_to_each_other():
    plan = deck(weeks=3)
    plan = replace(plan, weeks=tuple(replace(w, tone=n) for n, w in enumerate(plan.weeks, 1)))
    cell = '{stack: [{text: "{week.number} {exercise.name}"}]}'
    page = page_of(f"{{each: exercises, show: [{{each: weeks, show: [{cell}]}}]}}", plan=plan)
    assert said(page) == ["1 Squat", "2 Squat", "3 Squat"]


def test_an_exercise_with_no_picture_has_its_name_inside_the_box_or_none():
    pictured = replace(icons()["icon:stop"], name="figure:squat")
    long = Move("towel", "Hüftabduktionskräftigungsübung")
    lines = (line(), replace(line(key="towel"), move=long))
    layout = design_of(
        HEAD + "      - {each: exercises, show: [{row: [{figure: {width: 20mm, height: 20mm}}, name]}]}\n"
    )
    (page,), _ = lay_out(deck(lines), layout, Pretend(), {**icons(), "figure:squat": pictured})
    frame = next(path for path in paths(page) if path.stroke and path.stroke.dash == () and path.fill is None)
    x, y, wide, high = frame.steps[0][1]
    inside = [m for m in texts(page) if m.x < x + wide]
    assert all(x <= box_of(m)[0] and box_of(m)[2] <= x + wide and y < m.y < y + high for m in inside)


def test_a_session_with_no_moves_on_a_page_is_not_there():
    plan = deck()
    done = plan.workouts[0][0]
    resting = Workout((), (), note="Rest day")
    two = replace(plan.sessions[0], id="b", name="Rest")
    plan = replace(plan, sessions=(*plan.sessions, two), workouts=((done, resting),))
    page = page_of('{each: sessions, show: [{text: "{session.name}"}]}', plan=plan)
    assert said(page) == ["Hips", "Rest"]


def test_the_name_of_some_weeks():
    plan = replace(deck(weeks=2), weeks=(Week("1", "Calm"), Week("2", "Build")))
    page = page_of(
        '{each: blocks, show: [{text: "{block.title}"}]}', plan=replace(plan, plan=replace(plan.plan, unit="stage"))
    )
    assert said(page) == ["Calm – Build"]


def test_there_is_nothing_to_tick_on_a_day_when_a_move_is_not_done():
    off = Dose(amount="–", line="–")
    moves = [line("Squat", [SOME, off, SOME], key="a"), line("Hop", off, key="b")]
    parts = "{each: exercises, show: [{row: [name, {ticks: days, size: 8mm, pitch: 12mm}]}]}"
    boxes = [corners(path) for path in paths(page_of(parts, plan=deck(moves, days=3)))]
    first, second = boxes
    assert second[0] - first[0] == pytest.approx(24 * MM)


def test_ticks_in_two_rows_stand_as_close_across_as_down():
    part = "{each: exercises, show: [{ticks: days, size: 8mm, pitch: 15mm}]}"
    boxes = [corners(path) for path in paths(page_of(part, plan=deck([line()], days=7)))]
    lefts, tops = sorted({box[0] for box in boxes}), sorted({box[1] for box in boxes})
    assert [len(lefts), len(tops)] == [4, 2]
    assert lefts[1] - lefts[0] == pytest.approx(tops[1] - tops[0]) == pytest.approx(10 * MM)
