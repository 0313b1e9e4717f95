"""Weeks, days, stages and cycles; dates; the weeks asked for; rotations; days kept free for hard runs."""

from datetime import date

import pytest

TIE = "\u00a0"


def titles(deck):
    return [week.title for week in deck.weeks]


def marks(deck):
    return [[[day.mark for day in workout.days] if workout else [] for workout in week] for week in deck.workouts]


class TestSpans:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("weeks: 3", ["Week 1", "Week 2", "Week 3"]),
            ("weeks: 0-2", ["Week 0", "Week 1", "Week 2"]),
            ("weeks: 3+", ["Week 1", "Week 2", "Week 3+"]),
            ("weeks: 26-26+", ["Week 26+"]),
            ("weeks: 2 x 2", ["Week 1", "Week 2", "Week 3", "Week 4"]),
            ("days: 1-3", ["Day 1", "Day 2", "Day 3"]),
            ("days: 2 x 2", ["Day 1", "Day 2", "Day 3", "Day 4"]),
            ("stages: 2", ["Stage 1", "Stage 2"]),
            ("stages: [Calm, Lift]", ["Calm", "Lift"]),
            ("motto: none", ["T"]),
        ],
    )
    def test_what_a_plan_counts(self, deck_of, written, expected):
        assert titles(deck_of(f"title: T\n{written}\ndo: [squat]")) == expected

    def test_how_far_it_goes(self, deck_of):
        assert [week.of for week in deck_of("title: T\nweeks: 0-2\ndo: [squat]").weeks] == ["of 2"] * 3
        assert [week.of for week in deck_of("title: T\nweeks: 2+\ndo: [squat]").weeks] == ["", ""]

    def test_a_week_nought_in_a_table(self, doses_of):
        text = "title: T\nweeks: 0-2\ndo: [squat: {0: 1 x 5, 1-2: 3 x 5}]"
        assert [row[0].replace(TIE, " ") for row in doses_of(text)] == ["1 Squat 1 × 5"] + ["1 Squat 3 × 5"] * 2

    def test_every_other_day_of_a_stage_names_no_days_for_it_has_no_date(self, deck_of):
        deck = deck_of("title: T\nstages: 2\ndays: every other day\ndo: [squat]")
        assert marks(deck) == [[["1", "2", "3", "4"]]] * 2
        assert deck.plan.rhythm == "every other day"
        assert [week[0].note for week in deck.workouts] == ["every other day"] * 2
        assert [week.total.replace(TIE, " ") for week in deck.weeks] == ["4 sessions a week · about 10 min"] * 2

    def test_every_third_day_goes_on_over_the_weeks(self, deck_of):
        deck = deck_of("title: T\nweeks: 3\ndays: every third day\ndo: [squat]")
        assert marks(deck) == [[["Mon", "Thu", "Sun"]], [["Wed", "Sat"]], [["Tue", "Fri"]]]
        assert deck.plan.rhythm == f"every 3{TIE}days"
        deck = deck_of("title: T\ndays: 1-7\nsessions: [{name: A, days: every 3 days, do: [squat]}]")
        assert [week[0] is not None for week in deck.workouts] == [True, False, False, True, False, False, True]

    def test_times_may_be_a_range(self, deck_of):
        deck = deck_of("title: T\nweeks: 2\ntimes: 2-3\ndo: [squat]")
        assert deck.plan.rhythm.replace(TIE, " ") == "2–3 sessions a week"
        assert [week[0].note for week in deck.workouts] == ["2–3 times a week"] * 2
        deck = deck_of("title: T\nstages: [Calm, Brave]\ntimes: {Calm: 7, Brave: 2-3}\ndo: [squat]")
        assert [week[0].note for week in deck.workouts] == ["", "2–3 times a week"]

    def test_cycles_begin_their_walks_again(self, doses_of):
        text = "title: T\nweeks: 2 x 3\ndo: [squat: 3 x 6 to 10]"
        assert [row[0][-2:].strip() for row in doses_of(text)] == ["6", "8", "10", "6", "8", "10"]

    def test_phases_in_cycles_hold_in_each(self, deck_of):
        weeks = deck_of("title: T\nweeks: 2 x 2\nphases: {Push: 1, Ease: 2}\ndo: [squat]").weeks
        assert [week.phase for week in weeks] == [
            "Cycle 1 · Push",
            "Cycle 1 · Ease",
            "Cycle 2 · Push",
            "Cycle 2 · Ease",
        ]

    def test_phases_may_overlap(self, deck_of, doses_of):
        text = "title: T\nweeks: 3\nphases: {Build: 1-3, Easy: {weeks: [2], sets: -1}}\ndo: [squat]"
        assert [week.phase for week in deck_of(text).weeks] == ["Build", "Build · Easy", "Build"]
        assert [week.tone for week in deck_of(text).weeks] == [1, 2, 1]
        assert [row[0].replace(TIE, " ") for row in doses_of(text)] == [
            "1 Squat 3 × 10", "1 Squat 2 × 10", "1 Squat 3 × 10",
        ]  # fmt: skip

    def test_phases_that_overlap_in_one_table(self, wrong):
        text = "title: T\nweeks: 3\nphases: {Build: 1-3, Easy: 2}\ndo: [squat: {Build: 3 x 8, Easy: 2 x 8}]"
        assert wrong(text) == ['4:28 week 2 is in "Build" and in "Easy": which of them counts? | ']

    def test_a_walk_without_a_last_week(self, wrong):
        text = "title: T\nweeks: 26-26+\ndo: [squat: 3 x 8 to 12]"
        assert wrong(text) == [
            (
                "3:17 This goes from one value to another, but no last week says when it gets there. "
                "| for a range write 8-12"
            )
        ]

    def test_a_walk_is_at_its_end_in_the_week_that_goes_on(self, doses_of):
        rows = doses_of("title: T\nweeks: 3+\ndo: [squat: 3 x 8 to 12]")
        assert [row[0][-2:].strip() for row in rows] == ["8", "10", "12"]


class TestChosenWeeks:
    TEXT = "title: T\nweeks: 6\nphases: {Learn: 1-2, Build: 3-6}\ndo: [squat: 3 x 5 to 10]"

    @pytest.mark.parametrize(
        ("asked", "expected"),
        [
            ("2", ["2"]),
            ("2-4", ["2", "3", "4"]),
            ("1,3", ["1", "3"]),
            ("6, 1", ["1", "6"]),
            ("5+", ["5", "6"]),
            ("learn", ["1", "2"]),
            ("Learn,6", ["1", "2", "6"]),
            ("3–4", ["3", "4"]),
        ],
    )
    def test_numbers_ranges_and_names(self, deck_of, asked, expected):
        assert [week.number for week in deck_of(self.TEXT, weeks=asked).weeks] == expected

    def test_values_are_those_of_the_whole_plan(self, deck_of):
        deck = deck_of(self.TEXT, weeks="3")
        assert deck.workouts[0][0].lines[0].doses[0].amount == "7"
        assert (deck.weeks[0].of, deck.strip, deck.weeks[0].position) == ("of 6", 6, 3)
        assert deck.weeks[0].change == "One more rep per set than last week"

    def test_weeks_count_on_through_cycles(self, deck_of):
        text = "title: T\nweeks: 2 x 3\ndo: [squat]"
        assert titles(deck_of(text, weeks="4-5")) == ["Week 4", "Week 5"]
        assert titles(deck_of(text, weeks="cycle 2")) == ["Week 4", "Week 5", "Week 6"]

    def test_stages_by_name(self, deck_of):
        assert titles(deck_of("title: T\nstages: [Calm, Lift]\ndo: [squat]", weeks="lift")) == ["Lift"]

    @pytest.mark.parametrize(
        ("asked", "message"),
        [
            ("9", 'This plan has no week "9". | it has weeks 1 to 6 and Learn, Build'),
            ("2-9", 'This plan has no week "2-9". | it has weeks 1 to 6 and Learn, Build'),
            ("Lern", 'This plan has no week "Lern". | did you mean Learn?'),
            ("4-2", 'This plan has no week "4-2". | it has weeks 1 to 6 and Learn, Build'),
            (",", 'This plan has no week ",". | it has weeks 1 to 6 and Learn, Build'),
        ],
    )
    def test_weeks_that_are_none(self, wrong, asked, message):
        assert wrong(self.TEXT, weeks=asked) == [message]

    def test_a_plan_without_weeks(self, wrong):
        assert wrong("title: T\ndo: [squat]", weeks="2") == [
            'This plan has no weeks to choose "2" from. | leave --weeks out'
        ]


class TestHowOften:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("times: 2", ["1", "2"]),
            ("times: 2-3", ["1", "2", "3"]),
            ("times: 2+", ["1", "2", "3"]),
            ("days: tue", ["Tue"]),
            ("days: [fri, Tuesday]", ["Tue", "Fri"]),
            ("days: daily", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
            ("days: every other day", ["Mon", "Wed", "Fri", "Sun"]),
            ("motto: none", ["1"]),
            ("times-a-day: 3", ["1", "2", "3"]),
        ],
    )
    def test_marks_over_the_ticks(self, deck_of, written, expected):
        assert marks(deck_of(f"title: T\n{written}\ndo: [squat]")) == [[expected]]

    def test_times_may_change(self, deck_of):
        deck = deck_of("title: T\nweeks: 3\ntimes: [1, 2, 2]\ndo: [squat]")
        assert marks(deck) == [[["1"]], [["1", "2"]], [["1", "2"]]]
        assert deck.plan.rhythm == f"1–2{TIE}sessions a week"

    def test_days_may_change(self, deck_of):
        deck = deck_of("title: T\nweeks: 2\ndays: {1: tue, 2: [tue, fri]}\ndo: [squat]")
        assert marks(deck) == [[["Tue"]], [["Tue", "Fri"]]]

    def test_every_other_day_goes_on_through_the_weeks(self, deck_of):
        deck = deck_of("title: T\nweeks: 2\ndays: every other day\ndo: [squat]")
        assert marks(deck) == [[["Mon", "Wed", "Fri", "Sun"]], [["Tue", "Thu", "Sat"]]]

    def test_days_that_are_counted(self, deck_of):
        text = "title: T\ndays: 1-3\nsessions:\n  - {name: A, days: every other day, do: [squat]}\n"
        assert marks(deck_of(text)) == [[["1"]], [[]], [["1"]]]

    def test_weekdays_in_a_plan_that_counts_days_need_a_start(self, deck_of, wrong):
        text = "title: T\ndays: 1-3\nsessions:\n  - {name: A, days: tue, do: [squat]}\n"
        assert wrong(text) == [
            "4:21 A plan that counts days has no weekdays until it has a start. | write start: 2027-03-01 as well"
        ]
        assert marks(deck_of(text, start=date(2026, 12, 7))) == [[[]], [["Tue"]], [[]]]

    def test_rhythm_in_words(self, deck_of):
        assert deck_of("title: T\ndays: [tue, fri]\ndo: [squat]").plan.rhythm == "Tue and Fri"
        assert deck_of("title: T\ndays: daily\ndo: [squat]").plan.rhythm == "every day"
        several = "title: T\nsessions: [{name: A, days: daily, times-a-day: 3, do: [squat]}, {name: B, do: [row]}]"
        assert deck_of(several).plan.rhythm == f"22{TIE}sessions a week"
        assert deck_of("title: T\ndo: [squat]").plan.rhythm == ""

    def test_a_note_stands_without_a_calendar_too(self, deck_of):
        assert deck_of("title: T\nnote: Move on clockwise\ndo: [squat]").weeks[0].note == "Move on clockwise"

    def test_two_rotations_that_do_not_align(self, deck_of):
        text = """
title: T
weeks: 3
times: 2
rotate: [A, B, C]
sessions: [{name: A, do: [squat]}, {name: B, do: [row]}, {name: C, do: [plank]}]
"""
        assert marks(deck_of(text)) == [[["1"], ["2"], []], [["2"], [], ["1"]], [[], ["1"], ["2"]]]

    def test_a_session_outside_the_rotation_has_days_of_its_own(self, deck_of):
        text = """
title: T
weeks: 1
days: [mon, wed]
rotate: [A, B]
sessions: [{name: A, do: [squat]}, {name: B, do: [row]}, {name: C, days: sun, do: [plank]}]
"""
        assert marks(deck_of(text)) == [[["Mon"], ["Wed"], ["Sun"]]]


class TestDates:
    def test_a_start_in_the_middle_of_the_week_begins_the_week_there(self, deck_of):
        deck = deck_of("title: T\nweeks: 1\nstart: 2026-12-10\ndays: [mon, thu]\ndo: [squat]")
        assert deck.weeks[0].dates.replace(TIE, " ") == "10–16 Dec"
        assert [(day.mark, day.date.replace(TIE, " ")) for day in deck.workouts[0][0].days] == [
            ("Thu", "10 Dec"), ("Mon", "14 Dec"),
        ]  # fmt: skip

    def test_the_start_asked_for_wins(self, deck_of):
        deck = deck_of("title: T\nweeks: 1\nstart: 2026-12-07\ndo: [squat]", start=date(2027, 1, 4))
        assert deck.weeks[0].dates.replace(TIE, " ") == "4–10 Jan"

    def test_days_that_are_counted_have_a_date_each(self, deck_of):
        deck = deck_of("title: T\ndays: 1-2\nstart: 2026-12-07\ndo: [squat]")
        assert [week.dates.replace(TIE, " ") for week in deck.weeks] == ["Mon 7 Dec", "Tue 8 Dec"]

    def test_a_race_on_the_last_of_counted_days(self, deck_of):
        deck = deck_of("title: T\ndays: 1-3\nrace: 2027-05-09\ndo: [squat]")
        assert deck.weeks[-1].dates.replace(TIE, " ") == "Sun 9 May"

    def test_every_stage_has_its_name_and_a_tone_of_its_own(self, deck_of):
        named = deck_of("title: T\nstages: [Calm, Lift, Run]\ndo: [squat]")
        assert [(week.stage, week.tone) for week in named.weeks] == [("Calm", 1), ("Lift", 2), ("Run", 3)]
        assert [week.stage for week in deck_of("title: T\nstages: 2\ndo: [squat]").weeks] == ["", ""]

    def test_stages_are_not_dated(self, deck_of):
        deck = deck_of("title: T\nstages: 2\ndo: [squat]", start=date(2027, 1, 4))
        assert [week.dates for week in deck.weeks] == ["", ""]

    def test_the_end_of_time(self, deck_of):
        deck = deck_of("title: T\nweeks: 500\ndo: [squat]", start=date(9999, 1, 4))
        assert deck.weeks[0].dates == ""


class TestRunning:
    def plan(self, session, hard="sun"):
        return f"""
title: T
running: {{days: [wed, sat, sun], hard: [{hard}]}}
sessions:
  - {session}
"""

    def test_strength_is_kept_off_hard_days_and_the_day_before(self, wrong):
        text = self.plan("{name: Strong, days: [tue, sat, sun], do: [squat]}")
        assert wrong(text) == [
            f"5:26 Strong falls on {day} is a hard run. | free for strength: Mon, Tue, Wed, Thu, Fri"
            for day in ("Sat, and the day after, Sun,", "Sun, and that")
        ]

    def test_runs_themselves_and_what_belongs_to_them_are_not(self, deck_of):
        assert marks(deck_of(self.plan("{name: Long, days: sun, do: [run: 60min]}"))) == [[["Sun"]]]
        assert marks(deck_of(self.plan("{name: On, before: every run, do: [squat]}"))) == [[["Wed", "Sat", "Sun"]]]
        assert marks(deck_of(self.plan("{name: Off, after: easy run, do: [squat]}"))) == [[["Wed", "Sat"]]]
        assert marks(deck_of(self.plan("{name: Off, after: hard runs, do: [squat]}"))) == [[["Sun"]]]

    def test_without_days_the_card_says_which_are_kept_free(self, deck_of):
        deck = deck_of(self.plan("{name: Strong, times: 2, note: Slowly, do: [squat]}"))
        assert deck.workouts[0][0].note == "not on Sat or Sun · Slowly"
        assert deck_of(self.plan("{name: Long, times: 2, do: [run: 5km]}")).workouts[0][0].note == ""

    def test_sessions_that_take_turns_are_kept_off_them_too(self, wrong):
        text = """
title: T
weeks: 2
days: [mon, sat]
rotate: [A, B]
running: {days: [sat, sun], hard: sun}
sessions: [{name: A, do: [squat]}, {name: B, do: [run: 20min]}]
"""
        assert wrong(text) == []
        said = [
            f"4:7 {name} falls on Sat, and the day after, Sun, is a hard run."
            " | free for strength: Mon, Tue, Wed, Thu, Fri"
            for name in ("A", "B")
        ]
        assert wrong(text.replace("run: 20min", "row")) == said[1:]
        assert wrong(text.replace("run: 20min", "row").replace("mon, sat", "mon, wed, sat")) == said

    def test_more_times_than_days_are_left(self, wrong):
        text = self.plan("{name: Strong, times: 3, do: [squat]}", hard="wed, sat, sun")
        assert wrong(text) == [
            (
                "5:27 Strong is done 3 times a week, and the hard runs (Wed, Sat, Sun) leave only Mon, Thu for it. "
                "| do it less often, or run hard on fewer days"
            )
        ]


def test_weeks_that_a_table_leaves_out_are_told_together(wrong):
    text = "title: T\nweeks: 8\ndo: [squat: {1: 3 x 5, 3: 3 x 6, 4: 3 x 8}, {1-7: [squat]}]"
    assert wrong(text) == [
        "3:45 Nothing is said here for week 8. | add a row for it, or else: ...",
        "3:13 Nothing is said here for weeks 2, 5-8. | add a row for them, or else: ...",
    ]
