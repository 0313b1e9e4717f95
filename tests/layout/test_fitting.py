from dataclasses import replace

from pretend import Pretend, box_of, deck, design_of, icons, line, said, texts, wall

from planbuilder.geometry import MM
from planbuilder.layout import lay_out
from planbuilder.model.deck import Cue, Dose

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


DECK = """
title: Deck
per: exercise
together: all
paper: a6
margin: 10mm
floor: 8pt
styles:
  name: {font: display, size: 20pt}
  dose: {font: display, size: 40pt, lines: 1, shrink: 40%}
  cue: {size: 12pt, shrink: 90%}
pages:
  - page: [name, dose, cues]
"""


def dose_sizes(*amounts):
    lines = [line(f"Move {n}", Dose("3", amount, "reps"), key=str(n)) for n, amount in enumerate(amounts)]
    pages, problems = lay_out(deck(lines), design_of(DECK), Pretend(), {})
    assert not problems
    return [next(m.size for m in texts(page) if m.words == amount) for page, amount in zip(pages, amounts, strict=True)]


def test_cards_shrink_together_by_a_little():
    first, second, third = dose_sizes("8–10", "12", "12/10/9/8/7")
    assert first == second == third < 40


def test_a_card_that_would_have_all_others_shrink_far_shrinks_alone():
    assert dose_sizes("8–10", "12", "12/10/8/6/4/2")[:2] == [40, 40]
    assert dose_sizes("8–10", "12", "12/10/8/6/4/2")[2] < 0.85 * 40


def test_where_nothing_else_helps_type_shrinks_to_its_floor_and_that_is_told():
    cues = [Cue("many words to read on a card as small as this " * 4) for _ in range(6)]
    [page, other], problems = lay_out(
        deck([line("Squat", cues=cues), line("Lunge", key="2")]), design_of(DECK), Pretend(), {}
    )
    assert 8 <= min(m.size for m in texts(page)) < 0.9 * 12
    assert {m.size for m in texts(other) if m.words.startswith("Sit")} <= {12}
    assert "so much to say of Squat that its type is smaller" in problems[-1].message
