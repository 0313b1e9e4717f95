"""Plans as text to decks: the twelve small plans of the grammar, groups, levels, cycles, stages, words."""

from datetime import date

import pytest

TIE = "\u00a0"


def plain(rows):
    """Rows with ordinary spaces, so that the expectation can be typed."""
    return [[text.replace(TIE, " ") for text in row] for row in rows]


class TestTwelvePlans:
    def test_two_moves_a_day(self, deck_of, doses_of):
        text = "title: Two moves a day\ndays: daily\ndo: [squat: 2 x 10, plank: 3 x 20s]"
        deck = deck_of(text)
        assert plain(doses_of(text)) == [["1 Squat 2 × 10", "2 Plank 3 × 20 s"]]
        assert [day.mark for day in deck.workouts[0][0].days] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        assert (deck.weeks[0].title, deck.weeks[0].number, deck.strip) == ("Two moves a day", "", 0)
        assert deck.plan.rhythm == "every day"

    def test_six_weeks(self, deck_of, doses_of):
        text = """
title: Six weeks
weeks: 6
times: 2
do:
  - squat: 3 x 8-10 to 12-15, rest 45s
  - plank: 3 x 20s to 45s, rest 30s
"""
        reps = ["8–10", "9–11", "10–12", "10–13", "11–14", "12–15"]
        holds = [20, 25, 30, 35, 40, 45]
        assert plain(doses_of(text)) == [
            [f"1 Squat 3 × {r}, rest 45 s", f"2 Plank 3 × {h} s, rest 30 s"] for r, h in zip(reps, holds, strict=True)
        ]
        deck = deck_of(text)
        assert [week.title for week in deck.weeks] == [f"Week {k}" for k in range(1, 7)]
        assert {week.of for week in deck.weeks} == {"of 6"}
        assert [day.mark for day in deck.workouts[0][0].days] == ["1", "2"]
        assert (deck.plan.weeks, deck.plan.rhythm.replace(TIE, " "), deck.strip) == ("6", "2 sessions a week", 6)

    def test_by_phase(self, deck_of, doses_of):
        text = """
title: By phase
weeks: 6
phases: {Learn: 1-3, Build: 4-6}
do:
  - Learn: squat
    Build: {split-squat: 3 x 8 each leg}
"""
        rows = plain(doses_of(text))
        assert rows == [["1 Squat 3 × 10"]] * 3 + [["1 Split squat 3 × 8 each leg"]] * 3
        weeks = deck_of(text).weeks
        assert [week.phase for week in weeks] == ["Learn"] * 3 + ["Build"] * 3
        assert [week.tone for week in weeks] == [1, 1, 1, 2, 2, 2]
        assert weeks[3].change == "New: split squat"

    def test_an_easy_fourth_week(self, doses_of):
        text = """
title: An easy fourth week
weeks: 8
phases: {Easy: {weeks: [4, 8], sets: -1, load: -10%}}
do:
  - squat: 3 x 8 @ 30kg + 2.5kg a week
"""
        sets = [3, 3, 3, 2, 3, 3, 3, 2]
        loads = ["30", "32.5", "35", "35", "40", "42.5", "45", "42.5"]
        expected = [[f"1 Squat {s} × 8 @ {kg} kg"] for s, kg in zip(sets, loads, strict=True)]
        assert plain(doses_of(text)) == expected

    def test_a_and_b_in_turn(self, deck_of):
        text = """
title: A and B in turn
weeks: 4
days: [mon, wed, fri]
rotate: [A, B]
sessions:
  - {name: A, do: [squat: 3 x 5, plank: 3 x 30s]}
  - {name: B, do: [row: 3 x 8, hip-hike: 2 x 10 each leg]}
"""
        marks = [[[day.mark for day in workout.days] for workout in week] for week in deck_of(text).workouts]
        odd, even = [["Mon", "Fri"], ["Wed"]], [["Wed"], ["Mon", "Fri"]]
        assert marks == [odd, even, odd, even]

    def test_percent_of_a_best_lift(self, deck_of, doses_of):
        text = """
title: Percent of a best lift
weeks: 3 x 3
max: {squat: 100kg}
training-max: {squat: 90% + 2.5kg a cycle}
do:
  - squat: {1: 3 x 8 @ 65%, 2: 4 x 6 @ 70%, 3: 5 x 4 @ 75%}
"""
        loads = ["57.5", "62.5", "67.5", "60", "65", "70", "62.5", "67.5", "72.5"]
        shapes = ["3 × 8", "4 × 6", "5 × 4"] * 3
        expected = [[f"1 Squat {shape} @ {kg} kg"] for shape, kg in zip(shapes, loads, strict=True)]
        assert plain(doses_of(text)) == expected
        weeks = deck_of(text).weeks
        assert [week.title for week in weeks][3:5] == ["Week 4", "Week 5"]
        assert weeks[3].phase == "Cycle 2 · week 1"

    def test_stages_of_an_ankle(self, deck_of, doses_of):
        text = """
title: Stages of an ankle
stages:
  Calm: {goal: Walk without a limp, move-on: A day without pain}
  Build:
    move-on: [20 hops on each leg, No swelling]
days: daily
do:
  Calm: [calf-raise: 2 x 10]
  Build: [calf-raise: 3 x 15 @ ___kg, hop: 3 x 5 each leg]
"""
        assert plain(doses_of(text)) == [
            ["1 Calf raise 2 × 10"],
            ["1 Calf raise 3 × 15 @ ____ kg", "2 Hop 3 × 5 each leg"],
        ]
        calm, build = deck_of(text).weeks
        assert (calm.title, calm.goal, calm.move_on) == ("Calm", "Walk without a limp", "A day without pain")
        assert (build.title, build.goal, build.move_on) == ("Build", "", "20 hops on each leg · No swelling")

    LEVELS = """
title: Two levels
levels: {New: first month, Used: a month in}
do:
  - press-up: {New: 2 x 6 (on the knees), Used: 3 x 10}
  - plank: {only: Used, dose: 3 x 30s}
"""

    def test_two_levels_without_a_choice_are_a_card_each(self, deck_of, doses_of):
        deck = deck_of(self.LEVELS)
        assert [(kind.title, kind.level) for kind in deck.sessions] == [("New", "New"), ("Used", "Used")]
        assert [(level.name, level.about) for level in deck.levels] == [("New", "first month"), ("Used", "a month in")]
        new, used = deck.workouts[0]
        assert [line.doses[0].line.replace(TIE, " ") for line in new.lines] == ["2 × 6 (on the knees)"]
        assert [line.doses[0].line.replace(TIE, " ") for line in used.lines] == ["3 × 10", "3 × 30 s"]

    def test_a_level_that_is_chosen(self, deck_of):
        deck = deck_of(self.LEVELS, level="used")
        assert (deck.plan.level, deck.levels, len(deck.sessions)) == ("Used", (), 1)
        assert len(deck.workouts[0][0].lines) == 2

    def test_circuit(self, deck_of, doses_of):
        text = """
title: Circuit
weeks: 4
times: 2
do:
  - rounds: [2, 2, 3, 3]
    time: 30s to 45s
    rest: 20s
    rest-between-rounds: 2min
    do: [squat, lunge, plank]
"""
        assert plain(doses_of(text)) == [
            [f"1 Squat {s} s, rest 20 s", f"2 Lunge {s} s half each leg, rest 20 s", f"3 Plank {s} s, rest 20 s"]
            for s in (30, 35, 40, 45)
        ]
        headings = [week[0].groups[0].heading.replace(TIE, " ") for week in deck_of(text).workouts]
        assert headings == [f"{n} rounds · 2 min between rounds" for n in (2, 2, 3, 3)]

    def test_back_to_running(self, deck_of, doses_of):
        text = """
title: Back to running
weeks: 4
times: 3
do:
  - walk: 5min
  - 1: {rounds: 6, do: [run: 60s, walk: 2min]}
    2-3: {rounds: 4, do: [run: 3min to 4min, walk: 90s]}
    4: [run: 20min]
  - walk: 5min
"""
        assert plain(doses_of(text)) == [
            ["1 Walk 5 min", "2 Run 60 s", "3 Walk 2 min", "4 Walk 5 min"],
            ["1 Walk 5 min", "2 Run 3 min", "3 Walk 90 s", "4 Walk 5 min"],
            ["1 Walk 5 min", "2 Run 4 min", "3 Walk 90 s", "4 Walk 5 min"],
            ["1 Walk 5 min", "2 Run 20 min", "3 Walk 5 min"],
        ]
        deck = deck_of(text)
        assert [[group.heading for group in week[0].groups] for week in deck.workouts] == [
            [f"6{TIE}rounds"], [f"4{TIE}rounds"], [f"4{TIE}rounds"], [],
        ]  # fmt: skip
        keys = [[line.key for line in week[0].lines if line.move.name == "Run"] for week in deck.workouts]
        assert len({key for week in keys for key in week}) == 1

    def test_pick_your_moves(self, deck_of, doses_of):
        text = """
title: Pick your moves
do:
  - choose: 2-3
    dose: 3 x 10
    do: [clamshell, side-leg-lift, hip-hike]
  - if: one hip is weaker
    do: [hip-hike: 1 x 8 weaker side]
"""
        assert plain(doses_of(text)) == [
            [
                "1 Clamshell 3 × 10",
                "2 Side leg lift 3 × 10",
                "3 Hip hike 3 × 10 each leg",
                "4 Hip hike 1 × 8 weaker side",
            ]
        ]
        first, second = deck_of(text).workouts[0][0].groups
        assert (first.heading, first.condition) == ("choose 2–3", "")
        assert (second.heading, second.condition) == ("", "one hip is weaker")

    def test_ten_weeks_to_the_race(self, deck_of):
        text = """
title: Ten weeks to the race
weeks: 10
race: {date: 2027-05-09, name: Town race}
sessions:
  - {name: Long run, days: sun, do: [run: 8km to 16km]}
  - {name: Hills, only: 3-8, days: wed, do: [hill-stride: 4 x 15s rest walk down]}
"""
        deck = deck_of(text)
        runs = [week[0].lines[0].doses[0].line.replace(TIE, " ") for week in deck.workouts]
        assert runs == [f"{km} km" for km in ("8", "9", "10", "10.5", "11.5", "12.5", "13.5", "14", "15", "16")]
        assert [week[1] is not None for week in deck.workouts] == [False] * 2 + [True] * 6 + [False] * 2
        assert deck.plan.race.replace(TIE, " ") == "Town race, Sun 9 May"
        assert deck.workouts[-1][0].days[0].date.replace(TIE, " ") == "9 May"
        assert deck.weeks[0].dates.replace(TIE, " ") == "1–7 Mar"


def headings(deck):
    return [group.heading.replace(TIE, " ") for group in deck.workouts[0][0].groups]


class TestGroups:
    def plan(self, group):
        return f"title: T\ndo:\n  - {group}\n"

    def test_what_people_call_it_and_the_heading_printed(self, deck_of):
        rows = {
            "{order: in turn, dose: 3 x 8, rest-between-rounds: 60s, do: [row, hop]}": "in turn · 60 s between rounds",
            "{rounds: 3, time: 40s, rest: 20s, rest-between-rounds: 2min, do: [squat, lunge, plank]}": (
                "3 rounds · 2 min between rounds"
            ),
            "{every: 1min, for: 10min, do: [squat: 10]}": "every 1 min · for 10 min",
            "{order: one a round, every: 1min, for: 16min, do: [squat: 12, press-up: 8]}": (
                "every 1 min · for 16 min · one a round"
            ),
            "{for: 12min, do: [step-up: 10, press-up: 8]}": "for 12 min",
            "{rounds: 5, for: up to 20min, do: [run: 400m, squat: 15]}": "5 rounds · 20 min at most",
            "{sets: 8, time: 20s, every: 30s, rest-after: 1min, do: [squat, press-up]}": "",
            "{rounds: 8, do: [run: 60s, walk: 90s]}": "8 rounds",
            "{rounds: 3, do: [squat: 15/10/5, press-up: 5/10/15]}": "3 rounds",
            "{group: Warm-up, length: 5min, note: easy, do: [walk: 3min]}": "Warm-up · about 5 min · easy",
            "{rounds: 1, do: [squat]}": "1 round",
            "{rounds: max, do: [squat]}": "as many rounds as you can",
        }
        for group, expected in rows.items():
            assert headings(deck_of(self.plan(group))) == [expected], group

    def test_a_heading_that_is_spoken_has_its_units_in_full(self, deck_of):
        rows = {
            "{every: 1min, for: 16min, do: [squat: 12, press-up: 8]}": "every 1 minute · for 16 minutes",
            "{rounds: 3, rest-between-rounds: 60s, do: [squat, lunge, plank]}": "3 rounds · 60 seconds between rounds",
            "{group: Warm-up, length: 5min, do: [walk: 3min]}": "Warm-up · about 5 minutes",
        }
        for group, expected in rows.items():
            (found,) = deck_of(self.plan(group)).workouts[0][0].groups
            assert found.spoken.replace(TIE, " ") == expected

    def test_in_turn_labels_stand_in_place_of_numbers(self, deck_of):
        text = """
title: T
do:
  - squat
  - {order: in turn, dose: 3 x 8, do: [row, press-up]}
  - {order: in turn, dose: 2 x 8, do: [squat, row]}
  - plank
"""
        lines = deck_of(text).workouts[0][0].lines
        assert [line.number for line in lines] == ["1", "A1", "A2", "B1", "B2", "2"]

    def test_stations_of_a_circuit_are_counted(self, deck_of):
        text = """
title: T
do:
  - calf-raise
  - {rounds: 3, time: 40s, do: [squat, row, plank]}
  - {every: 1min, for: 9min, order: one a round, do: [row: 12, lunge: 8, press-up: 8]}
  - {rounds: 6, do: [run: 1min, walk: 2min]}
  - {order: in turn, dose: 3 x 8, do: [row, press-up]}
"""
        lines = deck_of(text).workouts[0][0].lines
        assert [line.station for line in lines] == ["", "1", "2", "3", "1", "2", "3", "", "", "", ""]

    def test_groups_nest_and_lines_name_those_around_them(self, deck_of):
        text = """
title: T
do:
  - group: Main
    do:
      - squat
      - {group: Finish, rounds: 2, do: [plank: 20s]}
"""
        workout = deck_of(text).workouts[0][0]
        assert [(group.heading.replace(TIE, " "), group.depth) for group in workout.groups] == [
            ("Main", 1),
            ("Finish · 2 rounds", 2),
        ]
        assert [line.groups for line in workout.lines] == [(0,), (0, 1)]

    def test_a_named_group_stands_in_any_session(self, deck_of):
        text = """
title: T
groups:
  Warm-up: [walk: 3min]
  Core: {rounds: 2, do: [plank: 30s]}
sessions:
  - {name: A, do: [Warm-up, squat]}
  - {name: B, do: [Warm-up, Core]}
"""
        a, b = deck_of(text).workouts[0]
        assert [group.heading.replace(TIE, " ") for group in a.groups] == ["Warm-up"]
        assert [group.heading.replace(TIE, " ") for group in b.groups] == ["Warm-up", "Core · 2 rounds"]

    def test_a_session_may_have_rounds_of_its_own(self, deck_of):
        text = "title: T\nsessions:\n  - {name: Circuit, rounds: 3, time: 40s, do: [squat, plank]}\n"
        workout = deck_of(text).workouts[0][0]
        assert [group.heading.replace(TIE, " ") for group in workout.groups] == ["3 rounds"]
        assert [line.doses[0].line.replace(TIE, " ") for line in workout.lines] == ["40 s", "40 s"]

    def test_words_are_an_item(self, deck_of):
        text = "title: T\ndo: [squat, words: Ice for 10 min]"
        _squat, ice = deck_of(text).workouts[0][0].lines
        assert (ice.move.name, ice.number, ice.doses[0].line) == ("Ice for 10 min", "", "")

    def test_only_and_if_of_an_item(self, doses_of, deck_of):
        text = """
title: T
weeks: 4
days: [tue, fri]
do:
  - squat: {only: 1-2, dose: 3 x 5}
  - row: {only: [3, 4, fri], dose: 3 x 8}
  - plank: {if: you have time, dose: 2 x 30s}
"""
        assert plain(doses_of(text)) == [
            ["1 Squat 3 × 5", "2 Plank 2 × 30 s"],
            ["1 Squat 3 × 5", "2 Plank 2 × 30 s"],
            ["1 Row – // 3 × 8", "2 Plank 2 × 30 s"],
            ["1 Row – // 3 × 8", "2 Plank 2 × 30 s"],
        ]
        assert deck_of(text).workouts[0][0].lines[1].condition == "you have time"

    def test_a_walk_inside_only_walks_through_its_weeks(self, doses_of):
        text = "title: T\nweeks: 6\ndo: [squat: {only: 3-5, reps: 6 to 10}, plank: 30s]"
        rows = plain(doses_of(text))
        plank = "1 Plank 3 × 30 s"
        assert [row[0] for row in rows] == [plank, plank, "1 Squat 3 × 6", "1 Squat 3 × 8", "1 Squat 3 × 10", plank]

    def test_doses_that_differ_between_days_stand_in_tick_order(self, deck_of):
        text = "title: T\ndays: [mon, fri]\ndo: [squat: {mon: 3 x 5 @ 20kg, fri: 3 x 5 @ 25kg}]"
        line = deck_of(text).workouts[0][0].lines[0]
        assert [dose.load for dose in line.doses] == [f"20{TIE}kg", f"25{TIE}kg"]

    def test_a_step_a_session_counts_each_time_the_exercise_is_done(self, deck_of):
        text = "title: T\nweeks: 2\ntimes: 3\ndo: [squat: 3 x 5 @ 20kg + 2.5kg a session]"
        loads = [[dose.load.replace(TIE, " ") for dose in week[0].lines[0].doses] for week in deck_of(text).workouts]
        assert loads == [["20 kg", "22.5 kg", "25 kg"], ["27.5 kg", "30 kg", "32.5 kg"]]

    ROTATION = """
title: T
weeks: 2
days: [mon, wed, fri]
rotate: [A, B]
sessions:
  - {{name: A, do: [squat: 3 x 5 @ 20kg + 2.5kg a session]}}
  - {{name: B, do: [squat: 1 x 5 @ {heavy} a session]}}
"""

    @pytest.mark.parametrize(
        ("heavy", "loads"),
        [
            ("20kg + 2.5kg", [["20", "25"], ["22.5"], ["30"], ["27.5", "32.5"]]),
            ("60kg + 5kg", [["20", "22.5"], ["60"], ["25"], ["65", "70"]]),
        ],
    )
    def test_a_step_a_session_counts_the_times_with_the_same_steps(self, deck_of, heavy, loads):
        weeks = deck_of(self.ROTATION.format(heavy=heavy)).workouts
        lines = [workout.lines[0] for week in weeks for workout in week]
        assert [[dose.load.removesuffix(f"{TIE}kg") for dose in line.doses] for line in lines] == loads


class TestLayers:
    def test_exercise_defaults_phase_session_item(self, doses_of):
        text = """
title: T
weeks: 2
phases: {Learn: {weeks: 1, rest: 45s}, Easy: {weeks: 2, sets: -1}}
defaults: {sets: 4, reps: 8, time: 20s, rest: 30s}
sessions:
  - name: A
    rest: 60s
    do: [squat, plank, lunge: 5 x 5]
"""
        assert plain(doses_of(text)) == [
            ["1 Squat 4 × 8, rest 60 s", "2 Plank 4 × 20 s, rest 60 s", "3 Lunge 5 × 5 each leg, rest 60 s"],
            ["1 Squat 3 × 8, rest 60 s", "2 Plank 3 × 20 s, rest 60 s", "3 Lunge 4 × 5 each leg, rest 60 s"],
        ]

    def test_a_plan_brings_exercises_of_its_own(self, doses_of):
        text = "title: T\nexercises: {towel-row: Towel row}\ndo: [towel-row: 3 x 12]"
        assert plain(doses_of(text)) == [["1 Towel row 3 × 12"]]

    def test_a_plan_extends_another(self, folders, doses_of, deck_of):
        plans = folders.user / "plans"
        plans.mkdir()
        base = "title: Base\ncoach: Ann\nweeks: 2\ntimes: 2\ndefaults: {sets: 2, rest: 30s}\ndo: [squat: 8]\n"
        (plans / "base.yaml").write_text(base, "utf-8")
        text = "extends: base\ntitle: Mine\nweeks: 1\ndefaults: {sets: 4}\n"
        deck = deck_of(text)
        assert (deck.plan.title, deck.plan.coach, len(deck.weeks)) == ("Mine", "Ann", 1)
        assert plain(doses_of(text)) == [["1 Squat 4 × 8, rest 30 s"]]


class TestWords:
    TEXT = """
title: Steady hips
short: Hips
coach: Ann
club: Striders
link: example.org
contact: ann@example.org
motto: Slow and tidy.
stop: Stop there.
advice: Ask first.
move-on: Top number.
rules: Pain over 3, a week back.
panels: [glutes]
log: [ticks, pain]
weeks: 2
note: {1: Form first}
phases: {Learn: {weeks: 1, about: Learn the moves, goal: Feel it, move-on: No pain}}
sessions:
  - {name: Strong, short: S, days: [tue, fri], note: "Slowly", do: [band-walk, squat]}
  - {name: Switch on, before: every run, times-a-day: 2, do: [squat]}
"""

    def test_words_of_the_plan(self, deck_of):
        deck = deck_of(self.TEXT, for_whom="Tuesday group")
        plan = deck.plan
        assert (plan.title, plan.short, plan.coach, plan.club) == ("Steady hips", "Hips", "Ann", "Striders")
        assert (plan.link, plan.contact, plan.motto) == ("example.org", "ann@example.org", "Slow and tidy.")
        assert (plan.stop, plan.advice, plan.move_on) == ("Stop there.", "Ask first.", "Top number.")
        assert (plan.rules, plan.for_whom) == (("Pain over 3, a week back.",), "Tuesday group")
        assert plan.panels == (("Three glutes", "They push."),)
        assert plan.rhythm == f"4{TIE}sessions a week"
        assert deck.log == ("ticks", "pain")
        assert deck.language == "en"

    def test_words_of_a_week(self, deck_of):
        first, second = deck_of(self.TEXT).weeks
        assert (first.phase, first.note, first.goal, first.move_on) == (
            "Learn", "Form first · Learn the moves", "Feel it", "No pain",
        )  # fmt: skip
        assert (second.phase, second.note, second.goal) == ("", "", "")
        assert (first.position, second.position) == (1, 2)

    def test_words_of_a_session(self, deck_of):
        deck = deck_of(self.TEXT)
        assert [(kind.name, kind.short) for kind in deck.sessions] == [("Strong", "S"), ("Switch on", "")]
        strong, switch_on = deck.workouts[0]
        assert [(day.mark, day.name) for day in strong.days] == [("Tue", "Tuesday"), ("Fri", "Friday")]
        assert strong.note == "Slowly"
        assert switch_on.note.replace(TIE, " ") == "Before every run · 2 times a day"
        assert [day.mark for day in switch_on.days] == ["1", "2"]

    def test_minutes_and_kit_are_computed(self, deck_of):
        deck = deck_of(self.TEXT)
        # band walk 3 × 2 × 9 steps + 2 × 30 s, rest 30 s, squat 3 × 30 s + 2 × 30 s
        assert deck.workouts[0][0].minutes == f"about 5{TIE}min"
        assert [thing.name for thing in deck.workouts[0][0].kit] == ["Loop band"]
        assert [thing.name for thing in deck.kit] == ["Loop band"]

    def test_a_session_longer_than_it_may_be_is_a_warning(self, deal):
        text = "title: T\nsessions:\n  - {name: A, length: 2min, do: [squat: 5 x 20]}\n"
        deck, problems = deal(text)
        assert deck is not None
        assert [(p.severity, p.message.replace(TIE, " ")) for p in problems] == [
            ("warning", "A takes about 7 min, and is to take 2 min.")
        ]

    def test_dates_from_a_start(self, deck_of):
        deck = deck_of(self.TEXT, start=date(2026, 12, 7))
        assert [week.dates.replace(TIE, " ") for week in deck.weeks] == ["7–13 Dec", "14–20 Dec"]
        assert [day.date.replace(TIE, " ") for day in deck.workouts[1][0].days] == ["15 Dec", "18 Dec"]

    def test_a_session_with_nothing_to_do_has_a_day(self, deck_of):
        deck = deck_of("title: T\nsessions:\n  - {name: Rest, days: sun, note: Sleep well}\n")
        workout = deck.workouts[0][0]
        assert (workout.lines, workout.note, workout.minutes) == ((), "Sleep well", "")

    def test_same_text_same_deck(self, deck_of):
        assert deck_of(self.TEXT) == deck_of(self.TEXT)


class TestWrongChoices:
    TEXT = "title: T\nweeks: 6\nphases: {Learn: 1-3}\nlevels: [New, Used]\ndo: [squat]\n"

    def test_a_level_that_is_none(self, wrong):
        assert wrong(self.TEXT, level="Usd") == ['This plan has no level "Usd". | did you mean Used?']
        assert wrong(self.TEXT, level="pro") == ['This plan has no level "pro". | write one of: New, Used']
        assert wrong("title: T\ndo: [squat]", level="New") == ["This plan has no levels. | leave --level out"]

    def test_things_that_are_none(self, wrong):
        assert wrong(self.TEXT, have=("bnd",)) == ['There is no equipment called "bnd". | did you mean band?']
        assert wrong(self.TEXT, without=("xyzzy",)) == [
            'There is no equipment called "xyzzy". | planbuilder list equipment shows all things'
        ]

    def test_a_mistake_that_shows_every_week_is_said_once(self, wrong):
        text = "title: T\nweeks: 6\ndo: [squat: {load: [1kg, 2kg]}]\n"
        assert wrong(text) == [
            "3:20 This list has 2 values for 6 weeks. | write one value a week, or a table: {1-2: ..., 3+: ...}"
        ]

    def test_numbers_of_other_rounds_than_there_are(self, wrong):
        text = "title: T\ndo: [{rounds: 3, do: [squat: 15/10]}]"
        assert wrong(text) == [
            "2:30 The numbers of 2 rounds stand in a group of 3. | write one number a round, or one for all"
        ]

    def test_too_many_times(self, wrong):
        assert wrong("title: T\ntimes: 100\ndo: [squat]") == [
            "2:8 100 times a week are more than 28. | for times a day write times-a-day"
        ]

    def test_a_training_max_is_a_percent(self, wrong):
        text = "title: T\nmax: {squat: 100kg}\ntraining-max: 90kg\ndo: [squat: 3 x 5 @ 80%]\n"
        assert wrong(text) == ["3:15 A training max is a percent of the best lift. | write 90%"]


def test_a_stage_named_like_a_key_or_an_exercise_is_told_by_its_capital(deck_of):
    text = """
title: T
stages: [Calm, Load, Run]
do:
  Calm: [squat: 2 x 10]
  Load: [squat: {dose: 3 x 10, load: {Load: 20kg, else: none}}, hop: {only: load, reps: 5}]
  Run: [run: 5min]
"""
    lines = [[line.doses[0].line.replace("\u00a0", " ") for line in week[0].lines] for week in deck_of(text).workouts]
    assert lines == [["2 × 10"], ["3 × 10 @ 20 kg", "5"], ["5 min"]]


class TestFurtherDoses:
    """Top sets and back-off sets, drop sets, runs in parts."""

    def test_a_load_beside_the_line_is_what_less_is_taken_from(self, doses_of):
        text = 'title: T\nweeks: 3\ndo: [squat: {dose: "1 x 5 then 3 x 5 @ -10%", load: 80kg + 5kg a week}]'
        assert plain(doses_of(text)) == [
            ["1 Squat 1 × 5 @ 80 kg, then 3 × 5 @ 72.5 kg"],
            ["1 Squat 1 × 5 @ 85 kg, then 3 × 5 @ 77.5 kg"],
            ["1 Squat 1 × 5 @ 90 kg, then 3 × 5 @ 80 kg"],
        ]

    def test_percent_becomes_a_weight_in_every_part(self, doses_of):
        text = "title: T\nmax: {squat: 100kg}\ndo: [squat: 1 x 3 @ 90% then 2 x 8 @ 70% or 2 x 6 @ 75%]"
        assert plain(doses_of(text)) == [["1 Squat 1 × 3 @ 90 kg, then 2 × 8 @ 70 kg or 2 × 6 @ 75 kg"]]

    def test_each_part_walks(self, doses_of):
        text = "title: T\nweeks: 2\ndo: [run: 10min @ easy then 10min to 20min @ threshold then 10min @ easy]"
        assert plain(doses_of(text))[1] == ["1 Run 10 min @ easy, then 20 min @ threshold, then 10 min @ easy"]

    def test_an_easy_week_takes_from_each_part(self, doses_of):
        text = """
title: T
weeks: 2
phases: {Easy: {weeks: 2, sets: -1, load: -10%}}
do:
  - squat: 1 x 5 @ 80kg then 3 x 5 @ 70kg
  - row: 1 x 5 @ 80kg then 3 x 5 @ -10%
  - lunge: 3 x 8 or 2 x 10
"""
        assert plain(doses_of(text))[1] == [
            "1 Squat 1 × 5 @ 72.5 kg, then 2 × 5 @ 62.5 kg",
            "2 Row 1 × 5 @ 72.5 kg, then 2 × 5 @ 65 kg",
            "3 Lunge 2 × 8 each leg, rest 30 s or 1 × 10",
        ]

    def test_another_amount_takes_the_place_of_all_parts(self, doses_of):
        text = "title: T\nweeks: 2\ndo: [squat: {dose: {1: 1 x 5 then 3 x 5, 2: 3 x 10}}]"
        assert plain(doses_of(text)) == [["1 Squat 1 × 5, then 3 × 5"], ["1 Squat 3 × 10"]]


def test_a_move_that_is_not_done_keeps_its_line_and_needs_nothing_else(deck_of):
    deck = deck_of("title: T\nweeks: 2\ndo: [band-walk: {1: none, 2: 3 x 8}, squat: 3 x 10]")
    (off, _), (done, _) = ([*week[0].lines] for week in deck.workouts)
    assert (off.doses[0].line, off.swaps, len(done.swaps)) == ("–", (), 1)


class TestNothingInOneWeek:
    TEXT = """
title: T
weeks: 4
times: 2
do:
  - squat: 3 x 10
  - bridge-hold: {1: none, 2: 3 x 30s, 3: none, 4: 3 x 30s}
"""

    def test_an_empty_dose_prints_and_takes_no_time_and_no_kit(self, deck_of, doses_of):
        deck = deck_of(self.TEXT)
        assert plain(doses_of(self.TEXT))[0] == ["1 Squat 3 × 10", "2 Bridge hold –"]
        first, second, *_ = (week[0] for week in deck.workouts)
        assert [line.idle for line in first.lines] == [False, True]
        assert (first.minutes, second.minutes) == (f"about 3{TIE}min", f"about 6{TIE}min")
        assert [[thing.name for thing in workout.kit] for workout in (first, second)] == [[], ["Mat"]]
        assert [week.total.replace(TIE, " ") for week in deck.weeks][:2] == [
            "2 sessions · about 6 min",
            "2 sessions · about 11 min",
        ]

    def test_what_comes_is_new_once_and_then_back(self, deck_of):
        assert [week.change for week in deck_of(self.TEXT).weeks] == ["", "New: bridge hold", "", "Back: bridge hold"]


class TestKitInLoads:
    def kit(self, deck_of, do, more=""):
        return [thing.name for thing in deck_of(f"title: T\n{more}do: [{do}]\n").workouts[0][0].kit]

    def test_a_thing_named_in_a_load_is_in_the_kit(self, deck_of):
        assert self.kit(deck_of, "squat: 3 x 8 @ 16kg step") == ["Step or box"]
        assert self.kit(deck_of, "squat: 3 x 8 @ loop bands") == ["Loop band"]
        assert self.kit(deck_of, "squat: 3 x 8 then 2 x 8 @ mirror, row: 3 x 8 @ mirror") == ["Mirror"]

    def test_things_of_every_home_and_other_words_are_not(self, deck_of):
        assert self.kit(deck_of, "squat: 3 x 8 @ wall, row: 3 x 8 @ heavy, hop: 5 @ bodyweight") == []


class TestAtOneGo:
    """Runs, walks and rides: once, unless the line says sets."""

    def doses(self, deck_of, do, more="defaults: {sets: 3, rest: 60s}\n"):
        lines = deck_of(f"title: T\n{more}do: [{do}]\n").workouts[0][0].lines
        return [line.doses[0].line.replace(TIE, " ") for line in lines]

    def test_sets_and_rests_of_the_plan_are_not_for_them(self, deck_of):
        assert self.doses(deck_of, "walk: 5min, squat, run: 20min @ easy") == [
            "5 min",
            "3 × 10, rest 60 s",
            "20 min @ easy",
        ]
        session = "sessions:\n  - {name: A, sets: 2, rest: 90s, do: [walk: 5min, row]}\n"
        lines = deck_of(f"title: T\n{session}").workouts[0][0].lines
        assert [line.doses[0].line.replace(TIE, " ") for line in lines] == ["5 min", "2 × 8, rest 90 s"]

    def test_one_that_says_sets_itself_takes_the_rest(self, deck_of):
        assert self.doses(deck_of, "run: 6 x 400m, run: 400/800/400m, hill-stride: 15s") == [
            "6 × 400 m, rest 60 s",
            "400/800/400 m, rest 60 s",
            "15 s",
        ]

    def test_a_group_says_sets_for_all_in_it(self, deck_of):
        assert self.doses(deck_of, "{group: Twice, sets: 2, do: [walk: 5min]}") == ["2 × 5 min, rest 60 s"]
