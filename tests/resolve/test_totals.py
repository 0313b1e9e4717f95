"""What a week adds up to: sessions, time, distance."""


def totals(deck):
    return [week.total.replace("\u00a0", " ") for week in deck.weeks]


def test_sessions_and_their_time(deck_of):
    assert totals(deck_of("title: T\nweeks: 2\ntimes: 3\ndo: [squat: 3 x 10, plank: 20s to 80s]")) == [
        "3 sessions · about 15 min",
        "3 sessions · about 24 min",
    ]


def test_one_session_says_its_time_itself(deck_of):
    assert totals(deck_of("title: T\nweeks: 1\ndo: [squat: 3 x 10]")) == [""]


def test_distances_with_sets_and_rounds(deck_of):
    text = """
title: T
weeks: 1
sessions:
  - {name: Long, days: sun, do: [run: 12km]}
  - {name: Fast, days: wed, do: [run: 4 x 400m, {rounds: 5, do: [run: 1km, walk: 60s]}]}
"""
    assert totals(deck_of(text)) == ["2 sessions · about 1 h 59 min · 19 km"]


def test_kilometres_are_those_on_foot_and_every_move_has_its_pace(deck_of):
    text = """
title: T
exercises:
  swim: {name: Swim, counts: distance, pace: 2:30/100m}
  cycling: {name: Ride, position: sitting, counts: time, pace: 20km/h}
sessions:
  - {name: Swim, days: tue, do: [swim: 4 x 100m rest 20s]}
  - {name: Brick, days: sat, do: [cycling: 15km, run: 5km]}
"""
    # 4 × 150 + 3 × 20 s = 11 min; 45 + 30 min and 15 s between the two
    deck = deck_of(text)
    assert [week.minutes.replace("\u00a0", " ") for week in deck.workouts[0]] == ["about 11 min", "about 1 h 16 min"]
    assert totals(deck) == ["2 sessions · about 1 h 27 min · 5 km"]


def test_miles_stay_miles(deck_of):
    assert totals(deck_of("title: T\ntimes: 2\ndo: [run: 3mi]")) == ["2 sessions · about 58 min · 6 mi"]


def test_twice_a_day_counts_twice(deck_of):
    assert totals(deck_of("title: T\ntimes-a-day: 2\ndays: [mon, tue]\ndo: [plank: 60s]")) == [
        "4 sessions · about 16 min"
    ]


def test_a_run_in_parts_counts_whole(deck_of):
    text = "title: T\ntimes: 2\ndo: [run: 2km @ easy then 5km @ 4:30/km then 1km @ easy]"
    assert totals(deck_of(text)) == ["2 sessions · about 1 h 23 min · 16 km"]
