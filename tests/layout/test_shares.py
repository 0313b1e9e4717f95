"""Which ways of sharing a card over more pages are tried, and which are left out."""

from dataclasses import replace

from pretend import deck, design_of, line

from planbuilder.layout.needs import shared_axes
from planbuilder.layout.shares import Shares, Stuck
from planbuilder.model.view import view_of

LAYOUT = """
title: Test
per: plan
split: {{{split}}}
styles: {{name: {{size: 10pt}}, body: {{size: 10pt}}, dose: {{size: 10pt}}, cue: {{size: 10pt}}}}
pages:
  - page: {page}
"""


def design(split, page="[name]"):
    return design_of(LAYOUT.format(split=split, page=page))


def shares(split, moves=6, weeks=4, cues=()):
    lines = [line(f"Move {n}", key=str(n), cues=cues) for n in range(moves)]
    return Shares(design(split), view_of(deck(lines, weeks=weeks)))


def parts(found):
    return [(len(v.weeks), len({e.line.key for e in v.entries})) for v in found.views]


def test_a_card_begins_whole_and_knows_no_part():
    found = shares("exercises: fit")
    assert parts(found) == [(4, 6)]
    assert found.views[0].facts.part == found.views[0].facts.letter == ""


def test_each_further_way_has_more_parts_that_are_one_apart_at_most():
    found = shares("exercises: fit")
    seen = []
    while found.further([Stuck(frozenset({"exercises"}))]):
        seen.append([moves for _, moves in parts(found)])
    assert seen[:3] == [[3, 3], [2, 2, 2], [2, 2, 1, 1]]
    assert seen[-1] == [1] * 6


def test_a_cap_is_kept_from_the_start():
    assert parts(shares("exercises: 4")) == [(4, 3), (4, 3)]
    assert parts(shares("weeks: 3, exercises: 4")) == [(2, 3)] * 4


def test_only_axes_that_change_a_stuck_page_are_shared_further():
    found = shares("weeks: fit, exercises: fit")
    assert found.further([Stuck(frozenset({"exercises"}))])
    assert parts(found) == [(4, 3), (4, 3)]
    assert found.further([Stuck(frozenset({"weeks"}))])
    assert parts(found) == [(2, 3)] * 4


def test_a_page_that_no_axis_changes_ends_the_search_at_once():
    assert not shares("weeks: fit, exercises: fit").further([Stuck(frozenset())])


def test_how_full_a_page_is_skips_ways_that_cannot_do():
    found = shares("weeks: fit", weeks=52)
    assert found.further([Stuck(frozenset({"weeks"}), fills=5.4)])
    assert len(found.views) == 6
    assert found.further([Stuck(frozenset({"weeks"}), fills=8.0)])
    assert len(found.views) == 8


def test_a_page_that_comes_once_in_each_part_of_another_axis_counts_once():
    found = shares("weeks: fit, exercises: 2", moves=6, weeks=12)
    assert len(found.views) == 3
    assert found.further([Stuck(frozenset({"weeks"}), fills=3 * 1.5)])
    assert parts(found) == [(6, 2)] * 6


def test_parts_are_numbered_and_lettered():
    found = shares("exercises: 1", moves=30, weeks=1)
    facts = [v.facts for v in found.views]
    assert (facts[1].part, facts[1].letter, facts[0].letter) == ("2 of 30", "b", "")
    assert [f.letter for f in facts[25:28]] == ["z", "aa", "ab"]


def test_the_axes_that_leave_less_on_a_page():
    def axes(page):
        return shared_axes(design("exercises: fit", page).pages[0].tree)

    assert axes("[{text: Cover}]") == frozenset()
    assert axes("[{each: weeks, show: [{text: x}]}]") == {"weeks"}
    assert axes("[{each: exercises, show: [name]}]") == {"exercises"}
    assert axes("[{each: exercises, show: [cues, dose]}]") == {"exercises", "cues", "days"}
    assert axes('[{text: "{session.kit}"}]') == {"exercises"}


def two_sessions():
    plan = deck([line("Squat", key="a")], weeks=2)
    other = replace(plan.workouts[0][0], lines=(line("Plank", key="b"),))
    kinds = (*plan.sessions, replace(plan.sessions[0], id="b", name="Floor"))
    return view_of(replace(plan, sessions=kinds, workouts=tuple((row[0], other) for row in plan.workouts)))


def test_a_card_of_two_sessions_goes_apart_where_the_layout_lets_it():
    apart = Shares(design("sessions: fit, weeks: fit"), two_sessions()).apart()
    assert [{e.line.key for e in share.views[0].entries} for share in apart] == [{"a"}, {"b"}]
    assert [share.views[0].sessions for share in apart] == [(0,), (1,)]
    assert [share.apart() for share in apart] == [(), ()]


def test_a_card_stays_together_where_sessions_are_not_named_or_it_was_shared_before():
    assert Shares(design("weeks: fit"), two_sessions()).apart() == ()
    begun = Shares(design("sessions: fit, weeks: fit"), two_sessions())
    begun.further([Stuck(frozenset({"weeks"}))])
    assert len(begun.views) == 2
    assert begun.apart() == ()
