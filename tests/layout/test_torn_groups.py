"""Groups over several pages: whole where that fits, else torn with their heading again; headings that change."""

from dataclasses import replace

from pretend import Pretend, deck, design_of, icons, line, said

from planbuilder.layout import lay_out
from planbuilder.layout.shares import Shares, Stuck
from planbuilder.model.deck import GroupWords
from planbuilder.model.pages import Path
from planbuilder.model.view import view_of

LAYOUT = """
title: Test
per: [week, session]
paper: 100x{high}mm
margin: 10mm
split: {{exercises: fit}}
lines: {{bracket: 1pt ink}}
colours: {{ink: "#000000"}}
styles: {{name: {{font: display, size: 20pt}}, group: {{size: 10pt}}}}
pages:
  - page:
      - each: exercises
        show: [name: {{height: 15mm}}]
"""
STUCK = [Stuck(frozenset({"exercises"}))]


def lines(*groups):
    """A move for each letter; those of one letter are a group, a dot stands in none."""
    order = sorted(set("".join(groups)) - {"."})
    return [
        line(f"Move {n}", key=str(n), groups=(order.index(group),) if group != "." else ())
        for n, group in enumerate(groups)
    ]


def circuit(groups, high=100):
    words = tuple(GroupWords(f"Circuit {name}") for name in sorted(set(groups) - {"."}))
    plan = deck(lines(*groups), groups=words)
    pages, problems = lay_out(plan, design_of(LAYOUT.format(high=high)), Pretend(), icons())
    assert not problems
    return pages


def ways(groups, split="exercises: fit"):
    """How many moves each part has, way after way."""
    design = design_of(LAYOUT.format(high=100).replace("exercises: fit", split))
    found = Shares(design, view_of(deck(lines(*groups), groups=(GroupWords("A"), GroupWords("B"), GroupWords("C")))))
    yield [len(view.entries) for view in found.views]
    while found.further(STUCK):
        yield [len(view.entries) for view in found.views]


def test_a_card_is_cut_between_groups_first():
    assert list(ways("aaabbbbcc"))[:3] == [[9], [3, 6], [5, 4]]


def test_moves_in_no_group_are_cut_as_before():
    assert list(ways("......"))[:3] == [[6], [3, 3], [2, 2, 2]]


def test_a_group_alone_is_cut_in_the_middle_at_once():
    assert list(ways("aaaaaa"))[:3] == [[6], [3, 3], [2, 2, 2]]


def test_a_long_group_is_rather_torn_than_a_page_left_with_one_move():
    assert list(ways("." + "a" * 9))[1] == [5, 5]


def test_no_page_takes_more_than_its_layout_lets_it():
    assert next(ways("aaabbbbcc", split="exercises: 5")) == [5, 4]


def test_pages_keep_groups_whole():
    first, second = circuit("aaabb")
    assert said(first) == ["Circuit a", "Move 0", "Move 1", "Move 2"]
    assert said(second) == ["Circuit b", "Move 3", "Move 4"]


def hooks(page):
    """How many corners the bracket lines of a page have."""
    return sum(len(mark.steps) - 2 for mark in page.marks if isinstance(mark, Path))


def test_a_torn_group_says_that_it_continues_and_its_bracket_stays_open():
    first, second = circuit("aaaaaaa")
    assert said(first)[0] == "Circuit a"
    assert said(second)[0] == "Circuit a (continued)"
    assert (hooks(first), hooks(second)) == (1, 1)
    [whole] = circuit("aa")
    assert hooks(whole) == 2


def test_a_heading_says_what_changes_over_the_weeks_of_a_page():
    plan = deck(lines("a"), weeks=2, groups=(GroupWords("Stations · 2 rounds · rest 1 min"),))
    (first,), (second,) = plan.workouts
    later = replace(second, groups=(GroupWords("Stations · 3 rounds · rest 1 min"),))
    layout = LAYOUT.format(high=100).replace("per: [week, session]", "per: plan").replace("100x", "200x")
    pages, _ = lay_out(replace(plan, workouts=((first,), (later,))), design_of(layout), Pretend(), icons())
    assert said(pages[0])[0] == "Stations · 2 rounds, then 3 rounds · rest 1 min"
    blocks = layout.replace("per: plan", "per: block")
    pages, _ = lay_out(replace(plan, workouts=((first,), (later,))), design_of(blocks), Pretend(), icons())
    assert [said(page)[0] for page in pages] == ["Stations · 2 rounds · rest 1 min", "Stations · 3 rounds · rest 1 min"]
