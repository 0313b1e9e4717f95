from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pretend import Pretend, box_of, deck, design_of, icons, line, said, sofa, texts, wall

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.model.deck import Aid, Cue, Dose
from planbuilder.model.pages import Glyphs, Group, Path

NARROW = """
title: Narrow
per: [week, session]
paper: a4
margin: 10mm
styles:
  name: {{font: display, size: 20pt, {name}}}
  cue: {{size: 10pt}}
  dose: {{size: 20pt}}
  unit: {{size: 8pt}}
pages:
  - page:
      - each: exercises
        show:
          - {{stack: [name, cues], width: 60mm}}
          - {{row: [{{name: {{width: 50mm}}}}, {{text: x, role: unit}}]}}
"""


def sizes_of(name, one):
    design = design_of(NARROW.format(name=name))
    [page], problems = lay_out(deck([one]), design, Pretend(), {})
    found = [m for m in texts(page) if m.role == "heading"]
    return found, problems


def test_a_short_name_comes_before_any_shrinking():
    found, problems = sizes_of("lines: 1, shrink: 50%", line("Sideways band walk", short="Band walk"))
    assert {(m.words, m.size) for m in found} == {("Band walk", 20)}
    assert not problems


def test_then_the_role_shrinks_by_what_is_missing_everywhere():
    found, problems = sizes_of("lines: 1, shrink: 50%", line("Sideways band walk"))
    [size] = {m.size for m in found}
    assert 0.97 * 50 * MM <= size * 9 <= 50 * MM
    assert not problems


def test_then_it_takes_its_second_line_at_full_size():
    found, problems = sizes_of("lines: 1-2, shrink: 90%", line("Sideways band walk"))
    assert {m.size for m in found} == {20}
    assert "band walk" in {m.words for m in found}
    assert not problems


def test_then_lines_beyond_the_design_and_then_broken_words_are_reported():
    found, problems = sizes_of("lines: 1", line("Sideways band walk"))
    assert len(found) > 2
    assert [p.severity for p in problems] == ["warning"]
    assert "takes more lines" in problems[0].message
    found, problems = sizes_of("lines: 1-2", line("Treppenaufstiegswadenheben"))
    assert "".join(m.words.removesuffix("-") for m in found if m.x < 200)
    assert any("is broken" in p.message for p in problems)


def test_what_was_given_up_is_an_error_where_the_caller_is_strict():
    design = replace(design_of(NARROW.format(name="lines: 1")), strict=True)
    _, problems = lay_out(deck([line("Sideways band walk")]), design, Pretend(), {})
    assert [p.severity for p in problems] == ["error"]


LOW = """
title: Low
paper: a4
margin: 10mm
styles: {body: {size: 10pt}}
pages:
  - page:
      - stack:
          - {icon: clock, size: 3mm}
        height: 2.4mm
"""


def test_a_box_too_low_for_its_drawing_is_a_mistake_in_the_layout_at_its_line():
    _, [problem] = lay_out(deck([line(str(n)) for n in range(12)]), design_of(LOW), Pretend(), icons())
    assert problem.severity == "error"
    assert str(problem.place) == "test.yaml:8:9"
    assert "25 % higher" in problem.message


def test_a_box_too_low_for_its_words_grows_and_says_where():
    text = LOW.replace("icon: clock, size: 3mm", "text: Words").replace("2.4mm", "2mm") + "      - text: Below\n"
    [page], [problem] = lay_out(deck(), design_of(text), Pretend(), {})
    words, below = texts(page)
    assert box_of(below)[1] >= words.y
    assert problem.severity == "warning"
    assert str(problem.place) == "test.yaml:8:9"


def test_a_move_too_tall_for_any_page_is_an_error_that_names_it():
    cues = [Cue("word " * 3000) for _ in range(3)]
    _, problems = lay_out(deck([line("Squat", cues=cues)]), wall(), Pretend(), icons())
    assert any(p.severity == "error" and "Squat" in p.message and "wall" in p.message for p in problems)


def test_moves_are_shared_evenly_over_pages_that_say_which_part_they_are():
    pages, problems = lay_out(deck([line(f"Move {n}") for n in range(10)]), wall(), Pretend(), icons())
    counts = [sum(m.role == "heading" and m.words.startswith("Move") for m in texts(p)) for p in pages]
    assert sum(counts) == 10
    assert max(counts) - min(counts) <= 1
    assert not problems
    assert f"Page 1 of {len(pages)}" in said(pages[0])


def test_the_only_move_of_a_page_gives_up_a_cue_and_that_is_reported():
    text = NARROW.format(name="lines: 1").replace("paper: a4", "paper: a6").replace("60mm", "80mm")
    cues = [f"Cue number {n} with a good many words in it, so that it takes its lines" for n in range(13)]
    [page], problems = lay_out(deck([line("Squat", cues=cues)]), design_of(text), Pretend(), {})
    assert any('"Cue number 12' in p.message for p in problems)
    assert not any("number 12" in words for words in said(page))


def test_the_outcome_does_not_depend_on_the_other_pages():
    long, short = line("Sideways walk with a resistance band"), line("Squat")
    plan = deck([short], weeks=2)
    first = plan.workouts[0][0]
    mixed = replace(plan, workouts=((replace(first, lines=(long,)),), (first,)))
    alone = replace(mixed, workouts=((None,), (first,)))
    design, measure = wall(), Pretend()
    assert lay_out(mixed, design, measure, icons())[0][1] == lay_out(alone, design, measure, icons())[0][0]


WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=40)
PHRASE = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
DOSES = st.sampled_from(
    [
        Dose("3", "10–12", "reps", side="each leg", rest="30 s"),
        Dose("3", "up to 30 s", "time", rest="45 s", tempo="tempo 3-1-2-0", load="backpack with books"),
        Dose("", "12/10/8/6/4", "reps", load="40/45/50/55/60 kg", note="steady"),
        Dose("", "as the physio showed you", "words"),
        Dose("", "–"),
        Dose("2", "10", "reps", further=Dose("3", "8", "reps", note="holding on")),
        Dose("4", "max", "reps", load="____ kg"),
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


def boxes_on(page):
    return [(m, box_of(m)) for m in page.marks if isinstance(m, Glyphs)]


def check_page(page):
    boxes = boxes_on(page)
    for mark, (left, top, right, base) in boxes:
        assert left >= 5 * MM - 0.1, mark
        assert top >= 5 * MM - 0.1, mark
        assert right <= page.size.width - 5 * MM + 0.2, mark
        assert base <= page.size.height - 5 * MM, mark
        assert mark.size >= 8, mark
    for n, (one, a) in enumerate(boxes):
        for other, b in boxes[n + 1 :]:
            apart = a[2] <= b[0] + 0.2 or b[2] <= a[0] + 0.2 or a[3] <= b[1] + 0.2 or b[3] <= a[1] + 0.2
            assert apart, (one, other)
    for mark in page.marks:
        if isinstance(mark, Path):
            xs = [x for _, numbers in mark.steps for x in numbers[:2:2]]
            assert all(5 * MM - 0.1 <= x <= page.size.width - 5 * MM for x in xs)
        if isinstance(mark, Group):
            assert mark.x + mark.scale * mark.drawing.size.width <= page.size.width - 5 * MM


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINES, min_size=1, max_size=30), st.sampled_from(["a4", "letter"]), st.integers(1, 7))
def test_nothing_ever_overlaps_or_is_clipped_or_falls_under_its_floor(lines, paper, days):
    lines = [replace(one, key=str(n), move=replace(one.move, id=str(n))) for n, one in enumerate(lines)]
    pages, problems = lay_out(deck(lines, days=days), wall(paper), Pretend(), icons())
    if any(p.severity == "error" for p in problems):
        assert all("does not fit" in p.message for p in problems if p.severity == "error")
        return
    for page in pages:
        check_page(page)
    ticks = sum(isinstance(m, Path) and len(m.steps) == 10 for page in pages for m in page.marks)
    assert ticks == len(lines) * days
