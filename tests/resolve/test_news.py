"""What changed since last week, in one sentence."""

import pytest

TIE = "\u00a0"


def changes(deck):
    return [week.change.replace(TIE, " ") for week in deck.weeks]


def plan(do, weeks=2, more=""):
    return f"title: T\nweeks: {weeks}\n{more}\ndo: [{do}]\n"


@pytest.mark.parametrize(
    ("do", "sentence", "up"),
    [
        ("squat", "", False),
        ("squat: {reps: [8-10, 10-12]}, row: {reps: [8-10, 10-12]}", "Two more reps per set than last week", True),
        ("squat: {reps: [10-12, 12-15]}", "Two to three more reps per set than last week", True),
        ("squat: {reps: [8-10, 8-12]}", "Up to two more reps per set than last week", True),
        ("squat: {reps: [10, 8]}", "Two reps fewer per set than last week", False),
        ("squat: {reps: [10, 11]}, row", "Squat: one more rep per set", True),
        ("lunge: {reps: [8 steps, 12 steps]}", "Four more steps per set than last week", True),
        ("squat: {sets: [3, 4]}, row: {sets: [3, 4]}", "One more set than last week", True),
        ("squat: {sets: [3, 2]}", "One set fewer than last week", False),
        ("plank: {time: [30s, 35s]}, bridge-hold: {time: [30s, 35s]}", "Hold 5 s longer", True),
        ("squat, plank: {time: [30s, 35s]}", "Plank: 5 s longer", True),
        ("plank: {time: [35s, 30s]}", "Hold 5 s shorter", False),
        ("squat: {hold: [5s, 10s]}, row: {hold: [5s, 10s]}", "Hold 5 s longer", True),
        ("run: {time: [20min, 25min]}", "5 min longer than last week", True),
        ("run: {time: [60s, 3min]}", "2 min longer than last week", True),
        ("run: {distance: [5km, 6km]}", "1 km further than last week", True),
        ("walk: {time: [5min, 8:35]}", "3:35 min longer than last week", True),
        ("run: {distance: [1mi, 400m]}", "New numbers", False),
        ("run: [6 x 400m, 5 x 1km]", "New numbers", False),
        ("squat: [4 x 15RM, 4 x 12RM]", "Three reps fewer and heavier than last week", True),
        ("squat: {effort: [RIR 3, RIR 2]}", "RIR 1 lower than last week", True),
        ("squat: {effort: [RPE 7, RPE 8]}", "RPE 1 higher than last week", True),
        (
            "squat: {load: {1: bag, 2: books}}, row: {load: {1: bag, 2: books}}, plank: {sets: [2, 3]}",
            "New numbers",
            False,
        ),
        (
            "{1: {rounds: 6, do: [run: 90s, walk: 2min]}, 2: {rounds: 2, do: [run: 90s, walk: 90s, run: 3min]}}",
            "New numbers",
            False,
        ),
        ("run: {distance: [800m, 1km]}", "200 m further than last week", True),
        ("squat: {load: [20kg, 25kg]}", "5 kg more than last week", True),
        ("squat: {load: [20kg, 25kg]}, row: {load: 20kg}", "Squat: 5 kg more", True),
        ("squat: {load: [25kg, 20kg]}", "5 kg less than last week", False),
        ("squat: {rest: [60s, 45s]}", "Rest 15 s less", True),
        ("squat: {dose: 1 x 5 then 3 x 5 @ -10%, load: [80kg, 100kg]}", "20 kg more than last week", True),
        ("squat: {dose: [1 x 5 then 3 x 5, 1 x 5 then 3 x 6]}, row", "Squat: one more rep per set", True),
        ("squat: {rest: [45s, 60s]}", "Rest 15 s longer", False),
        ("{1: squat, 2: split-squat}", "New: split squat", True),
        ("squat, {only: 2, do: [row, hop]}", "New: row and hop", True),
        ("{1: squat, 2: {do: [row, hop, plank, lunge]}}", "New: row, hop and 2 more", True),
        ("squat: {load: {1: none, 2: backpack}}", "", False),
        ("squat: {load: {1: bag, 2: backpack}}", "New numbers", False),
        ("squat: {load: {1: bag, 2: backpack}}, row", "New numbers for squat", False),
        ("squat: {reps: [max, 10]}", "New numbers", False),
        ("{rounds: [2, 3], do: [squat: 10, row: 10]}", "One more round than last week", True),
        ("{rounds: [6, 4], do: [run: {time: [60s, 3min]}, walk: 90s]}", "Run: 2 min longer", True),
    ],
)
def test_the_sentence(deck_of, do, sentence, up):
    deck = deck_of(plan(do))
    assert changes(deck) == ["", sentence]
    assert [week.up for week in deck.weeks] == [False, up]


def test_what_holds_for_most_lines_is_said(deck_of):
    text = plan("squat: {reps: [8, 10]}, row: {reps: [8, 10]}, plank: {time: [30s, 35s]}")
    assert changes(deck_of(text))[1] == "Two more reps per set than last week"


def test_the_week_before_counts_even_if_it_is_not_printed(deck_of):
    text = plan("squat: {reps: [8, 10, 12]}", weeks=3)
    assert changes(deck_of(text, weeks="3")) == ["Two more reps per set than last week"]


@pytest.mark.parametrize(
    ("load", "sentence", "up"),
    [
        ("{mon: [20kg, 25kg], fri: [30kg, 35kg]}", "5 kg more than last week", True),
        ("{mon: [20kg, 25kg], fri: [30kg, 40kg]}", "5–10 kg more than last week", True),
        ("{mon: [25kg, 20kg], fri: [40kg, 30kg]}", "5–10 kg less than last week", False),
        ("{mon: 20kg, fri: [30kg, 35kg]}", "Up to 5 kg more than last week", True),
        ("{mon: [20kg, 25kg], fri: 30kg}", "Up to 5 kg more than last week", True),
        ("{mon: [20kg, 25kg], fri: [30kg, 25kg]}", "New numbers", False),
        ("{mon: 20kg, fri: 30kg}", "", False),
        ("20kg + 2.5kg a session", "5 kg more than last week", True),
    ],
)
def test_days_of_a_week_that_differ_are_all_compared(deck_of, load, sentence, up):
    deck = deck_of(f"title: T\nweeks: 2\ndays: [mon, fri]\ndo: [squat: {{load: {load}}}]\n")
    assert changes(deck) == ["", sentence]
    assert deck.weeks[1].up is up


def test_a_line_is_raised_if_any_of_its_days_is(deck_of):
    do = "do: [squat: {reps: {mon: 8, fri: [8, 10]}}, row: {reps: {mon: [9, 8], fri: 9}}]\n"
    deck = deck_of(f"title: T\nweeks: 2\ndays: [mon, fri]\n{do}")
    assert [[line.up for line in week[0].lines] for week in deck.workouts] == [[False, False], [True, False]]


def test_a_day_that_is_new_is_compared_with_the_last_before_it(deck_of):
    text = """
title: T
weeks: 2
days: [mon, wed, fri]
rotate: [A, B]
sessions:
  - {name: A, do: [squat: 3 x 5 @ 20kg + 2.5kg a session]}
  - {name: B, do: [row]}
"""
    assert deck_of(text).workouts[1][0].change.replace(TIE, " ") == "2.5 kg more than last week"


def test_a_day_has_the_day_before(deck_of):
    text = "title: T\ndays: 1-2\ndo: [squat: {reps: [8, 10]}]"
    assert changes(deck_of(text))[1] == "Two more reps per set than the day before"


def test_a_plan_without_weeks_has_no_news(deck_of):
    assert changes(deck_of("title: T\ndo: [squat]")) == [""]


def test_each_session_has_news_of_its_own(deck_of):
    text = """
title: T
weeks: 2
sessions:
  - {name: A, do: [squat: {reps: [8, 10]}]}
  - {name: B, do: [row]}
"""
    a, b = deck_of(text).workouts[1]
    assert (a.change, a.up) == ("Two more reps per set than last week", True)
    assert (b.change, b.up) == ("", False)


def test_levels_side_by_side_have_only_the_news_they_share(deck_of):
    text = """
title: T
weeks: 2
levels: [New, Used]
do: [squat: {New: 3 x 8, Used: {reps: [8, 10]}}]
"""
    deck = deck_of(text)
    assert changes(deck)[1] == ""
    assert [workout.change for workout in deck.workouts[1]] == ["", "Two more reps per set than last week"]
    assert changes(deck_of(text, level="Used"))[1] == "Two more reps per set than last week"


def test_the_shipped_six_weeks(deck_of):
    text = """
title: T
weeks: 6
phases: {Learn: 1-2, Build: 3-4, Strong: 5-6}
defaults: {sets: 3, reps: {Learn: 8-10, Build: 10-12, Strong: 12-15}}
do:
  - squat
  - row
  - bridge-hold: {time: [30s, 30s, 35s, 40s, 45s, 50s]}
"""
    assert changes(deck_of(text)) == [
        "",
        "",
        "Two more reps per set than last week",
        "Bridge hold: 5 s longer",
        "Two to three more reps per set than last week",
        "Bridge hold: 5 s longer",
    ]
