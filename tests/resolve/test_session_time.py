"""How long sessions take: exercises, rests between them, rounds and limits of groups."""

import pytest


@pytest.mark.parametrize(
    ("do", "minutes"),
    [
        # 3 × 30 s and two rests of 30 s that nobody wrote: 150 s
        ("squat: 3 x 10", 3),
        # the same, 15 s to the next, 3 × 20 s and two rests of 60 s: 345 s
        ("squat: 3 x 10, plank: {dose: 3 x 20s, rest: 60s}", 6),
        # the rest of the first is what passes before the next: 3 × 30 + 2 × 60 + 60 + 60 s
        ("squat: {dose: 3 x 10, rest: 60s}, plank: 1 x 60s", 6),
        # 10 × 1 min
        ("{every: 1min, for: 10min, do: [squat: 10]}", 10),
        ("{rounds: 8, every: 1min, do: [squat: 10]}", 8),
        ("{for: 12min, do: [squat: 10, row: 8]}", 12),
        # two rounds of 40 s + 20 s + 40 s and two minutes between them
        ("{rounds: 2, time: 40s, rest: 20s, rest-between-rounds: 2min, do: [squat, plank]}", 6),
        # without a rest between rounds the last item's own rest counts: 2 × 100 + 20 s
        ("{rounds: 2, time: 40s, rest: 20s, do: [squat, plank]}", 4),
        # five rounds would take longer than the limit
        ("{rounds: 5, for: up to 5min, do: [run: 3min]}", 5),
        # three turns of 30 s + 15 s + 24 s, two rests of 60 s
        ("{order: in turn, rest-between-rounds: 60s, do: [squat: 3 x 10, row: 3 x 8]}", 6),
        # of three turns the last two are the lighter sets: 15 + 2 × 30 s, two rests of 60 s
        ("{order: in turn, rest-between-rounds: 60s, do: [squat: 1 x 5 then 2 x 10]}", 4),
        # a drop set in each of two rounds: 2 × (30 + 45 s) and a minute
        ("{rounds: 2, rest-between-rounds: 1min, do: [squat: {dose: 10 then max, rest: 0s}]}", 4),
        # one item a round: 2 × 30 s + 2 × 24 s and three changes of 15 s
        ("{order: one a round, rounds: 4, do: [squat: 10, row: 8]}", 3),
        # two of three exercises: two thirds of 30 + 15 + 30 + 15 + 30 s
        ("{choose: 2, dose: 1 x 10, do: [squat, row, hop]}", 2),
        # a ladder: 15 + 10 + 5 reps in three rounds, two changes of 15 s
        ("{rounds: 3, do: [squat: 15/10/5]}", 2),
        # eight starts every 30 s, then a minute, then eight more
        ("{sets: 8, time: 20s, every: 30s, rest-after: 1min, do: [squat, press-up]}", 9),
        # words take a minute
        ("words: Shake out, squat: 1 x 10", 2),
        # 2 km at 0.36 s a metre
        ("run: 2km", 12),
        # ten holds with 2 s after each, as in 10 reps x 5s: 10 × 5 + 9 × 2 s
        ("plank: 10 x 5s", 2),
        # 3 bites with 20 s between them, twice: 2 × (18 + 40) + 30 s
        ("squat: 2 x 2+2+2 rest inside each set 20s", 3),
        # 12 reps and two bites of 15: 126 + 2 × 20 s
        ("squat: 1 x 12+max+max rest inside each set 20s", 3),
        # from a run to a walk nobody changes over: 5 min, 8 × 2:30 min, 5 min
        ("walk: 5min, {rounds: 8, do: [run: 60s, walk: 90s]}, walk: 5min", 30),
        # a group of groups: 2 × (60 + 15 + 60) + 15 s
        ("{rounds: 2, do: [{do: [plank: 1 x 60s]}, {do: [plank: 1 x 60s]}]}", 5),
    ],
)
def test_about_so_many_minutes(deck_of, do, minutes):
    deck = deck_of(f"title: T\ndo: [{do}]")
    assert deck.workouts[0][0].minutes.replace("\u00a0", " ") == f"about {minutes} min"


def test_an_exercise_may_have_a_pace_of_its_own_and_goes_on_at_another(deck_of):
    text = """
title: T
exercises: {ride: {name: Ride, counts: time, pace: 20km/h}}
do: [{rounds: 4, do: [ride: 4min @ hard, ride: 3min @ easy]}, ride: 10km]
"""
    # 4 × 7 min and 30 min
    assert deck_of(text).workouts[0][0].minutes.replace("\u00a0", " ") == "about 58 min"
