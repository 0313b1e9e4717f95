"""Levels in a view: each sees its own, sessions at all levels are one, and all moves stand in one order."""

from dataclasses import replace

import pytest

from planbuilder.model.deck import Day, Deck, Dose, LevelWords, Line, Move, PlanWords, SessionKind, Swap, Week, Workout
from planbuilder.model.fields import field
from planbuilder.model.levels import in_one_order, side_by_side
from planbuilder.model.view import view_of

SOFA = Move("sofa-press", "Sofa press")


def line(name, amount="10", rest="", **more):
    return Line(name, "1", Move(name, name), (Dose("3", amount, "reps", rest=rest),), **more)


def deck(*workouts, weeks=1, names=("New", "Used", "Strong", "Best"), session="Hips"):
    """A plan of one session with these moves at each level."""
    levels = names[: len(workouts)]
    done = tuple(w if isinstance(w, Workout) else Workout((Day("1"), Day("2")), tuple(w)) for w in workouts)
    return Deck(
        PlanWords("Plan", unit="week"),
        tuple(Week(str(n), f"Week {n}", position=n) for n in range(1, weeks + 1)),
        tuple(SessionKind("s", session, level=level) for level in levels),
        (done,) * weeks,
        levels=tuple(LevelWords(level, f"for {level}") for level in levels),
    )


def cards(plan, most=3):
    view = view_of(plan)
    return [card for week in view.each("weeks") for card in side_by_side(week.each("sessions"), most)]


def names(view):
    return [field(v, "exercise.name") for v in view.each("exercises")]


@pytest.mark.parametrize(
    ("lists", "order"),
    [
        (["ac", "abc"], "abc"),
        (["ab", "xb"], "axb"),
        (["ab", "ax"], "abx"),
        (["ab", "ba"], "ab"),
        (["", "a"], "a"),
        ([], ""),
    ],
)
def test_what_only_a_later_list_has_stands_where_it_stands_there(lists, order):
    assert "".join(in_one_order(lists)) == order


def test_a_plan_without_levels_is_its_own_only_one():
    plan = deck([line("A")])
    view = view_of(replace(plan, levels=(), sessions=(SessionKind("s", "Hips"),)))
    assert view.each("levels") == (view,)
    assert field(view, "level.name") == field(view, "level.tone") == ""


def test_a_level_that_was_chosen_is_named():
    plan = deck([line("A")], names=("Used",))
    view = view_of(replace(plan, levels=(), plan=replace(plan.plan, level="Used")))
    [used] = view.each("levels")
    assert (field(used, "level.name"), field(used, "session.name")) == ("Used", "")
    [session] = view.each("sessions")
    assert field(session, "session.name") == "Hips · Used"
    assert field(view, "plan.many-sessions") == "yes"


def test_levels_of_a_session_are_one_card_and_each_sees_its_own():
    [card] = cards(deck([line("A", "8")], [line("A", "12"), line("B")]))
    assert names(card) == ["A", "B"]
    assert [field(v, "session.name") for v in (card, *card.each("levels"))] == ["Hips"] * 3
    new, used = card.each("levels")
    assert (field(used, "level.name"), field(used, "level.about")) == ("Used", "for Used")
    assert (field(new, "session.amount"), field(card, "session.amount")) == ("8", "")
    assert len(card.each("days")) == 2


def test_at_a_level_that_leaves_a_move_out_there_is_no_move():
    [card] = cards(deck([line("A", "8")], [line("A", "12"), line("B")]))
    a, b = card.each("exercises")
    assert [field(v, "exercise.amount") for v in a.each("levels")] == ["8", "12"]
    assert [field(v, "exercise.name") for v in b.each("levels")] == ["", "B"]


def test_a_stand_in_has_the_dose_of_its_level():
    swaps = [Swap("No band?", "", "", SOFA, Dose("3", amount)) for amount in ("20 s", "30 s")]
    [card] = cards(deck([line("A", swaps=(swaps[0],))], [line("A", swaps=(swaps[1],))]))
    [move] = card.each("exercises")
    [swap] = move.each("swaps")
    assert [v.dose().amount for v in swap.each("levels")] == ["20 s", "30 s"]


def test_more_levels_than_there_is_room_for_have_a_card_each():
    every = deck(*[[line("A")]] * 4)
    assert [field(card, "session.name") for card in cards(every)] == [
        f"Hips · {level}" for level in ("New", "Used", "Strong", "Best")
    ]
    assert len(cards(every, most=4)) == len(cards(every, most=None)) == 1


@pytest.mark.parametrize(
    "other",
    [
        Workout((Day("1"),), (line("A"),)),
        Workout((Day("1"), Day("2")), (line("A"),), note="Before every run"),
        Workout((Day("1"), Day("2")), (line("A"),), condition="it is dry"),
        Workout((Day("1"), Day("2")), (line("A"), line("B"), line("C"))),
    ],
    ids=["days", "note", "condition", "moves"],
)
def test_levels_that_differ_in_more_than_doses_have_a_card_each(other):
    assert len(cards(deck([line("A")], other))) == 2


def test_what_a_level_agrees_on_is_told_apart_from_what_all_do():
    [card] = cards(
        deck([line("A", rest="60 s"), line("B", rest="60 s")], [line("A", rest="30 s"), line("B", rest="45 s")])
    )
    page = card.narrowed(page=card)
    assert (field(page, "page.rest"), field(page, "page.many-levels")) == ("", "yes")
    a, _ = page.each("exercises")
    new, used = a.each("levels")
    assert [field(v, "level.rest") for v in (new, used)] == ["60 s", ""]
    assert [field(v, "level.tone") for v in (new, used)] == ["level", "level"]


def test_a_session_name_says_the_level_only_where_nothing_else_does():
    view = view_of(deck([line("A")], [line("A")], session=""))
    assert [field(v, "session.name") for v in view.each("sessions")] == ["New", "Used"]
    new, _ = view.each("levels")
    [session] = new.each("sessions")
    assert (field(session, "session.name"), field(new, "plan.many-sessions")) == ("", "")
    assert field(view, "plan.many-sessions") == "yes"


def test_rules_stand_in_a_row():
    view = view_of(deck([line("A")]))
    said = [
        field(view_of(replace(view.deck, plan=replace(view.deck.plan, rules=rules))), "plan.rules")
        for rules in ((), ("Pain over 3: back a stage", "No ice"), ("Stop early.", "No ice."))
    ]
    assert said == ["", "Pain over 3: back a stage · No ice", "Stop early. No ice."]
