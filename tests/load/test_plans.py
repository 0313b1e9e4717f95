"""A plan's text to a plan as written; every mistake at its place, in a coach's words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planbuilder.load.files import Folders
from planbuilder.load.library import Library
from planbuilder.load.plans import find_plan, load_plan
from planbuilder.model.change import Fixed, Table
from planbuilder.model.plan import Changing, Days, ExerciseItem, Group, Span, WordsItem
from planbuilder.problems import Problem, Source

IN_QUOTES = "if a comma parted it from the text before, put that whole text in quotes"
NAMES = ("squat", "row", "plank", "step-up", "press-up", "walk", "run")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    shelf = tmp_path / "exercises"
    shelf.mkdir()
    (tmp_path / "plans").mkdir()
    (shelf / "equipment.yaml").write_text("band: Band\nsofa: Sofa\n", "utf-8")
    (shelf / "panels.yaml").write_text("glutes: {title: Three glutes, text: They push.}\n", "utf-8")
    for name in NAMES:
        (shelf / f"{name}.yaml").write_text(f"name: {name.capitalize()}\n", "utf-8")
    return Folders(tmp_path, None, tmp_path)


@pytest.fixture
def load(folders):
    """The plan that a text says, and all that is wrong: "line:column message | hint"."""

    def loaded(text):
        library = Library(folders)
        plan, problems = load_plan(Source("plan.yaml", text), library)
        return plan, [f"{p.place.line}:{p.place.column} {p.message} | {p.advice}" for p in problems + library.problems]

    return loaded


@pytest.fixture
def plan_of(load):
    def good(text):
        plan, problems = load(text)
        assert problems == []
        assert plan is not None
        return plan

    return good


@pytest.fixture
def wrong(load):
    return lambda text: load(text)[1]


class TestWhatIsRead:
    def test_words(self, plan_of):
        plan = plan_of("title: Hips\nmotto: No\nrules: [Pain over 3, back a week]\nlog: [ticks, pain]\ndo: squat\n")
        assert (plan.title, plan.motto, plan.rules) == ("Hips", "No", ("Pain over 3", "back a week"))
        assert plan.log == ("ticks", "pain")

    @pytest.mark.parametrize(
        ("written", "span"),
        [
            ("weeks: 6", Span("week", 1, 6)),
            ("weeks: 0-6", Span("week", 0, 6)),
            ("weeks: 10+", Span("week", 1, 10, open=True)),
            ("weeks: 26-26+", Span("week", 26, 26, open=True)),
            ("weeks: 3 x 4", Span("week", 1, 4, 3)),
            ("weeks: 3 × 4", Span("week", 1, 4, 3)),
            ("days: 1-22", Span("day", 1, 22)),
            ("days: 6 x 5", Span("day", 1, 5, 6)),
            ("stages: 19", Span("stage", 1, 19)),
            ("stages: [Calm, Lift]", Span("stage", 1, 2)),
            ("times: 2", Span()),
        ],
    )
    def test_what_it_counts(self, plan_of, written, span):
        assert plan_of(f"title: T\n{written}\ndo: [squat]").span == span

    def test_phases_stages_levels(self, plan_of):
        plan = plan_of(
            "title: T\nweeks: 8\nphases: {Learn: 1-2, Easy: {weeks: [4, 8], sets: -1, note: Rest well}}\ndo: squat"
        )
        learn, easy = plan.phases
        assert (learn.name.text, learn.weeks.numbers, learn.parts.empty) == ("Learn", ((1, 2),), True)
        assert (easy.weeks.numbers, easy.about, easy.parts.note) == (((4, 4), (8, 8)), "Rest well", None)
        assert easy.parts.sets is not None
        plan = plan_of(
            "title: T\nstages: {Calm: {goal: Walk}, Lift: heavier}\nlevels: {New: first month, Used: later}\ndo: squat"
        )
        assert [(stage.name.text, stage.goal, stage.about) for stage in plan.named_stages] == [
            ("Calm", "Walk", ""),
            ("Lift", "", "heavier"),
        ]
        assert [(level.name.text, level.about) for level in plan.levels] == [("New", "first month"), ("Used", "later")]

    def test_a_plan_with_do_is_one_session(self, plan_of):
        plan = plan_of("title: T\ndays: [fri, Tuesday]\nlength: 20min\ndo: [squat]")
        [session] = plan.sessions
        assert session.schedule.days == Fixed(session.schedule.days.place, Days(("tue", "fri")))
        assert session.group.length is not None

    def test_sessions(self, plan_of):
        plan = plan_of("""
title: T
sessions:
  - {name: A, short: a, times: 2, rounds: 3, every: 1min, note: Easy, rest: 30s, do: [squat]}
  - {before: every run, times-a-day: 2, sets: 8, every: 30s, do: squat}
  - {name: Rest, days: daily}
""")
        a, b, rest = plan.sessions
        assert (a.id, a.name, a.short, a.group.note.value) == ("A", "A", "a", "Easy")
        assert (a.group.every is not None, a.group.parts.every, a.group.parts.note) == (True, None, None)
        assert a.group.parts.rest is not None
        assert (b.id, b.before, b.group.every, b.group.parts.every is not None) == ("#2", "every run", None, True)
        assert b.schedule.times_a_day is not None
        assert rest.group.do == ()

    def test_items(self, plan_of):
        plan = plan_of("""
title: T
weeks: 4
phases: {Learn: 1-2, Build: 3-4}
groups: {Warm-up: [walk: 3min]}
do:
  - squat
  - row: 3 x 8
  - plank: {only: [Build, tue], if: no pain, time: 30s, without: {band: {use: squat}}}
  - Warm-up
  - words: Ice for 10 min
  - {Learn: squat, Build: [row, plank]}
  - group: Main
    order: in turn
    do: [squat, row]
  - press-up: {Learn: 2 x 6, Build: 3 x 8}
""")
        squat, row, plank, warm_up, ice, table, main, press_up = plan.do
        assert isinstance(squat, ExerciseItem)
        assert squat.exercise.text == "squat"
        assert row.parts.sets is not None
        assert ([key.kind for key in plank.only], plank.if_) == (["phase", "weekday"], "no pain")
        assert plank.without[0][0].text == "band"
        assert isinstance(warm_up, Group)
        assert warm_up.group == "Warm-up"
        assert isinstance(ice, WordsItem)
        assert ice.words == "Ice for 10 min"
        assert isinstance(table, Changing)
        assert isinstance(table.of, Table)
        assert [len(row.value) for _, row in table.of.rows] == [1, 2]
        assert (main.group, main.order) == ("Main", "in turn")
        assert isinstance(press_up.parts.dose, Table)

    def test_dates_and_race(self, plan_of):
        plan = plan_of("title: T\nweeks: 2\nrace: {date: 2027-05-09, name: Town race}\ndo: squat")
        assert (plan.race.date, plan.race.name) == (date(2027, 5, 9), "Town race")
        assert plan_of("title: T\nweeks: 2\nstart: 2027-03-01\ndo: squat").start == date(2027, 3, 1)

    def test_the_kit_in_one_line_or_a_list(self, plan_of):
        for written in ("sofa band", "sofa, band", "[sofa, band]"):
            plan = plan_of(f"title: T\nhave: {written}\ndo: squat")
            assert [word.text for word in plan.have] == ["sofa", "band"]
        assert plan_of("title: T\nhave: none\ndo: squat").have == ()

    def test_running(self, plan_of):
        plan = plan_of("title: T\nrunning: {days: [wed, sun], hard: sun}\ndo: squat")
        assert (plan.running.days, plan.running.hard) == (Days(("wed", "sun")), Days(("sun",)))

    def test_lifts(self, plan_of):
        plan = plan_of(
            "title: T\nmax: {squat: 140kg}\ntraining-max: {squat: 90% + 2.5kg a cycle}\nplates: 5kg\ndo: squat"
        )
        assert plan.max[0][0].text == "squat"
        assert plan.training_max.of("squat").gain is not None
        assert plan.training_max.of("row") is None
        assert plan.plates.kg == 5
        assert plan_of("title: T\nmax: {squat: 100lb}\ntraining-max: 85%\nplates: 10lb\ndo: squat").training_max.of(
            "row"
        )

    def test_extends(self, folders, plan_of):
        base = "title: Base\ncoach: Ann\nweeks: 4\ndays: tue\ndefaults: {sets: 2, rest: 30s}\ndo: squat\n"
        (folders.user / "plans" / "base.yaml").write_text(base, "utf-8")
        plan = plan_of("extends: base\ntitle: Mine\ndefaults: {sets: 3}\nsessions: [{name: A, do: row}]\n")
        assert (plan.title, plan.coach, plan.span.last) == ("Mine", "Ann", 4)
        assert (plan.do, plan.days, [session.name for session in plan.sessions]) == ((), None, ["A"])
        assert plan.defaults.sets is not None
        assert plan.defaults.rest is not None
        assert plan_of("extends: base\ntimes: 3\nstages: 2").span == Span("stage", 1, 2)
        assert [source.name for source in plan.sources] == ["plan.yaml", "plans/base.yaml"]


class TestMistakes:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("titel: T\ndo: squat", ['1:1 There is no "titel" here. | did you mean title?']),
            ("title: T", ["1:1 This plan does not say what to do. | write do: [...] or sessions: with exercises"]),
            (
                "title: T\ndo: squat\nsessions: [{do: row}]",
                ['2:5 "do" and "sessions" both say what is done. | put the do: into a session'],
            ),
            ("title: T\ndo: []", ["2:5 There is nothing to do here. | name an exercise, or take the line out"]),
            (
                "title: T\ndo: [squat: 3 x 10, rest 20s]",
                ['2:21 "rest 20s" is no exercise. | ' + IN_QUOTES],
            ),
            ("title: T\ndo: [squad]", ['2:6 There is no exercise or group "squad". | did you mean squat?']),
            ("title: T\ndo: [squat 3 x 8]", ['2:6 A colon is missing after "squat". | write squat: 3 x 8']),
            (
                "title: T\ndo: [put your feet up]",
                ['2:6 There is no exercise "put your feet up". | for words alone write - words: put your feet up'],
            ),
            (
                'title: T\ndo: ["score: ___ rounds"]',
                ['2:6 There is no exercise "score: ___ rounds". | for words alone write - words: "score: ___ rounds"'],
            ),
            (
                "title: T\nweeks: 2\ndo: [squat: {note: {1: Up with both, down with one}}]",
                [
                    (
                        '3:38 "down with one" has nothing after it. '
                        "| if a comma parted it from the text before, put that whole text in quotes"
                    )
                ],
            ),
            (
                "title: T\nlevels: [New, Used]\ndo: [squat: {New: 2 x 8, Used: {row: 2 x 8}}]",
                [
                    (
                        '3:33 There is no part of a dose called "row". '
                        "| another exercise stands in a table of its own: - {Learn: squat, else: row}"
                    )
                ],
            ),
            (
                "title: T\ndo:\n  - squat: 3 x 8\n    row: 3 x 8",
                [
                    (
                        "4:5 A dash is missing: two exercises stand in one item. "
                        '| write a dash before "row", on a line of its own'
                    )
                ],
            ),
            (
                "title: T\ndo:\n  - squat: 3 x 8\n    note: slow",
                [
                    (
                        '4:5 "note" belongs to "squat" and stands beside it. '
                        '| move it under "squat", two spaces further in: squat: {note: ...}'
                    )
                ],
            ),
            (
                "title: T\ndo:\n  - only: 3",
                ["3:5 Here it does not say what to do. | write the exercise first: - squat: ..."],
            ),
            (
                "title: T\ndo:\n  - {sqat: 3 x 8, note: slow}",
                ['3:6 There is no exercise or key "sqat". | did you mean squat?'],
            ),
            (
                "title: T\nweeks: 4\nphases: {Learn: 1-2, Build: 3-4}\ndo: [{Learn: squat, Biuld: row}]",
                ['4:21 "Biuld" is no week, phase, level or day. | did you mean Build?'],
            ),
            (
                "title: T\nweeks: 4\nphases: {Build: 1-4}\ndo:\n  rest: squat\n  Build: row",
                ['5:3 "rest" is no week, phase, level or day. | write weeks, phases, levels, days, or else'],
            ),
            (
                "title: T\ndo: [[squat, row]]",
                ["2:6 A list cannot stand in a list of items. | write - group: ... with a do: of its own"],
            ),
            (
                "title: T\ndo: [{group: Main}]",
                ["2:6 This group does not say what to do. | write do: [...] with the exercises as well"],
            ),
            (
                "title: T\ndo: [{every: 1min, group: A, do: [squat]}]",
                [
                    (
                        '2:14 "every" alone does not say how long it goes on. '
                        "| write how often as well: rounds: 10, for: 10min, or sets: 8 for each exercise"
                    )
                ],
            ),
            (
                "title: T\ndo: [{rounds: 3, for: 10min, do: [squat]}]",
                [
                    (
                        '2:23 "rounds" and "for" both say how much is done. '
                        "| leave one out, or write for: up to ... where the time is a limit"
                    )
                ],
            ),
            (
                "title: T\ndo: [{choose: 3, do: [squat, row]}]",
                ["2:15 One cannot choose 3 of 2. | name more exercises, or choose fewer"],
            ),
            (
                "title: T\ndo: [squat: {only: Bild}]\nweeks: 2\nphases: {Build: 1}",
                ['2:20 "Bild" is no week, phase, level or day. | did you mean Build?'],
            ),
            (
                "title: T\ndo: [squat: {only: never}]",
                [
                    (
                        '2:20 "never" is no week, phase, level or day. '
                        "| write weeks (3-5), phases, levels, days (tue) or 1st"
                    )
                ],
            ),
        ],
    )
    def test_in_what_is_done(self, wrong, text, expected):
        assert wrong(text) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "weeks: 0",
                (
                    "2:8 A plan of no weeks has nothing to print. "
                    "| write weeks: 1 or more, or leave the line out for a plan without a calendar"
                ),
            ),
            ("weeks: six", '2:8 "six" is no number of weeks. | write weeks: 6, 0-6, 10+ or 3 x 4'),
            ("weeks: 6-2", '2:8 "6-2" runs backwards. | write the smaller number first'),
            ("weeks: 9999", '2:8 "9999" is more than 520 weeks. | print a long plan in parts'),
            ("weeks: 2 x 4+", "2:8 Cycles that go on have no end to count. | take the + out"),
            (
                "days: 3",
                (
                    "2:7 days: 3 can be read in two ways. "
                    "| for 3 times a week write times: 3; to count days write days: 1-3"
                ),
            ),
            ("days: [tue, fry]", '2:13 There is no day "fry". | did you mean fri?'),
            ("days: [tue, tuesday]", "2:13 tuesday stands here twice. | take one out"),
            (
                "days: tue\ntimes: 2",
                (
                    '3:8 "days" and "times" both say how often. '
                    "| leave one out: days says which, times says how many a week"
                ),
            ),
            ("weeks: 4\nstages: 3", '3:9 "weeks" and "stages" both say what the plan counts. | leave one out'),
            ("weeks: 4\ndays: 1-9", '3:7 "weeks" and "days" both say what the plan counts. | leave one out'),
            (
                "weeks: 4\nstart: 2027-01-04\nrace: 2027-05-09",
                '3:8 "start" and "race" both say when the weeks are. | leave one out',
            ),
            ("race: 2027-05-09", "2:7 Without weeks or days there is nothing to date. | write weeks: 10 as well"),
            ("stages: 2\nstart: 2027-01-04", "3:8 Without weeks or days there is nothing to date. | leave it out"),
            ("weeks: 2\nstart: 4.1.2027", '3:8 "4.1.2027" is no date. | write year, month, day: 2027-03-01'),
            ("weeks: 2\nstart: 2027-02-30", "3:8 There is no day 2027-02-30. | write year, month, day: 2027-03-01"),
            (
                "weeks: 6\nphases: {Learn: 1-8}",
                '3:17 The phase "Learn" lies outside the weeks of the plan. | write weeks from 1 to 6',
            ),
            (
                "weeks: 6-8+\nphases: {Learn: 1-8}",
                '3:17 The phase "Learn" lies outside the weeks of the plan. | write weeks from 6 on',
            ),
            ("phases: {Learn: 1-8}", '2:10 The phase "Learn" has no weeks to lie in. | write weeks: 6 as well'),
            (
                "stages: 4\nphases: {Learn: 1}",
                '3:10 The phase "Learn" has no weeks to lie in. | leave the phases out, or count weeks',
            ),
            ("weeks: 6\nphases: {Learn: early}", '3:17 "early" is no week. | write weeks as 3, 1-3, 5+ or [4, 8]'),
            (
                "weeks: 6\nphases: [Learn]",
                "3:9 Phases are names with their weeks. | write phases: {Learn: 1-2, Build: 3-6}",
            ),
            (
                "days: [1, 4, 7]",
                "2:7 Days of the week have names. | for days of a plan that counts days write only: [1, 4, 7]",
            ),
            (
                "days: tue and fri and mon, sun",
                '2:7 "tue and fri and mon, sun" is no day. | put several into a list: [tue and fri and mon, sun]',
            ),
            ("max: {sqat: 100kg}", '2:7 There is no exercise "sqat". | did you mean squat?'),
            ("plates: 2.5kg to 5kg", "2:9 Plates are one weight. | write plates: 2.5kg, or plates: 5lb"),
            ("length: 20min to 30min", "2:9 A length does not change over the weeks. | write one time: 25min"),
            ("have: [bnd]", '2:8 There is no equipment called "bnd". | did you mean band?'),
            ("panels: [glute]", '2:10 There is no panel called "glute". | did you mean glutes?'),
            ("extends: base", '2:10 There is no plan "base". | '),
            ("running: {hard: sun}", '2:10 "days" is missing here. | write "days: ..." as well'),
        ],
    )
    def test_in_the_calendar_and_the_rest(self, wrong, text, expected):
        assert wrong(f"title: T\n{text}\ndo: squat") == [expected]

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("levels: [New, new]", '3:15 A level cannot be called "new": that is the name of a level already.'),
            ("phases: {Tue: 1}", '3:10 A phase cannot be called "Tue": that is a day of the week.'),
            (
                "phases: {A: 1}\ngroups: {A: [plank]}",
                '3:10 A phase cannot be called "A": that is an exercise or a group.',
            ),
            ("phases: {3: 1}", '3:10 A phase cannot be called "3": that is how a week or a time is counted.'),
            ("phases: {Else: 1}", '3:10 A phase cannot be called "Else": that is a word that means something else.'),
            ("phases: {A: 1}\nlevels: [A]", '4:10 A level cannot be called "A": that is the name of a phase already.'),
        ],
    )
    def test_names_that_cannot_be_told_apart(self, wrong, written, expected):
        assert wrong(f"title: T\nweeks: 2\n{written}\ndo: squat") == [f"{expected} | take another name"]

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("phases: {squat: 1}", '3:10 A phase cannot be called "squat": that is an exercise or a group.'),
            ("phases: {rest: 1}", '3:10 A phase cannot be called "rest": that is a key of a plan.'),
        ],
    )
    def test_names_that_a_capital_tells_apart(self, wrong, written, expected):
        capital = written[9:].split(":")[0].capitalize()
        hint = f"write it with a capital: {capital}"
        assert wrong(f"title: T\nweeks: 2\n{written}\ndo: squat") == [f"{expected} | {hint}"]

    @pytest.mark.parametrize(
        ("sessions", "expected"),
        [
            ("[Strong]", "2:12 A session needs keys with values. | write - name: ... and do: [...] below it"),
            (
                "[{name: A, do: squat}, {name: A, do: row}]",
                '2:34 Two sessions are called "A". | give each session a name of its own',
            ),
            (
                "[{days: tue, times: 2, do: squat}]",
                (
                    '2:31 "days" and "times" both say how often. '
                    "| leave one out: days says which, times says how many a week"
                ),
            ),
            (
                "[{days: 2, do: squat}]",
                (
                    "2:19 days: 2 does not say which days. "
                    "| for 2 times a week write times: 2; else name the days: [tue, fri]"
                ),
            ),
            ("[{nam: A, do: squat}]", '2:13 There is no "nam" here. | did you mean name?'),
        ],
    )
    def test_in_sessions(self, wrong, sessions, expected):
        assert wrong(f"title: T\nsessions: {sessions}") == [expected]

    def test_days_beside_sessions_belong_to_none(self, wrong):
        assert wrong("title: T\ntimes: 2\nsessions: [{name: A, do: squat}]") == [
            (
                '2:8 "times" stands beside the sessions, so it is not clear which of them it is for. '
                "| write it in each session, or rotate: [...] to let them take turns"
            )
        ]

    def test_in_a_rotation(self, wrong):
        text = "title: T\ntimes: 2\nrotate: [A, C]\nsessions: [{name: A, days: tue, do: squat}, {name: Bee, do: row}]"
        assert wrong(text) == [
            '4:12 The session "A" takes turns and has days of its own. | leave its days or times out',
            '3:13 There is no session "C" to take turns. | write one of: A, Bee',
        ]

    def test_no_sessions_at_all(self, wrong):
        assert wrong("title: T\nsessions: []") == ["2:11 There is nothing to do here. | write at least one session"]

    def test_only_in_weeks_that_there_are_not(self, wrong):
        text = "title: T\nweeks: 4\ndo: [{only: 7-9, do: [squat, row: {only: 5}]}]"
        assert wrong(text) == [
            "3:13 The plan has no week 7-9. | write weeks from 1 to 4",
            "3:42 The plan has no week 5. | write weeks from 1 to 4",
        ]
        assert wrong("title: T\ndo: [squat: {only: 2}]") == ["2:20 The plan has no week 2. | write weeks: 6 as well"]

    def test_in_groups(self, wrong):
        assert wrong("title: T\ngroups: {Core: [Core, squat]}\ndo: [Core]")[0] == (
            "2:17 These groups go round in a circle: Core → Core. | take one out"
        )
        assert wrong("title: T\ngroups: {squat: [row]}\ndo: [row]") == [
            '2:10 A group cannot be called "squat": that is an exercise. | take another name'
        ]
        assert wrong("title: T\ngroups: {Core: [row]}\ndo: [Core: 3 x 8]") == [
            '3:6 The group "Core" says itself what is done. | write the name alone: - Core'
        ]

    def test_plans_that_extend_each_other(self, folders, wrong):
        (folders.user / "plans" / "a.yaml").write_text("extends: b\ntitle: A\n", "utf-8")
        (folders.user / "plans" / "b.yaml").write_text("extends: a\ntitle: B\n", "utf-8")
        assert wrong("extends: a\ndo: squat") == [
            "1:10 These plans extend each other without end. | take one extends out"
        ]

    def test_what_is_wrong_inside_an_exercise_is_said_too(self, folders, wrong):
        (folders.user / "exercises" / "bad.yaml").write_text("nam: Bad\n", "utf-8")
        assert any("nam" in line for line in wrong("title: T\ndo: [bad]"))

    def test_too_many_items(self, wrong):
        text = "title: T\ndo:\n" + "  - squat\n" * 2005
        assert wrong(text) == ["2003:5 A plan may hold 2000 items. | print a long plan in parts"]

    @pytest.mark.parametrize(
        "text", ["", "- a\n- b", "just words", "{", "title: [", "title: {a: b}\ndo: {}", "do: {squat: }"]
    )
    def test_anything_at_all_gives_problems_and_no_traceback(self, wrong, text):
        assert wrong(text)


class TestFinding:
    def test_by_name_and_by_path(self, folders):
        (folders.user / "plans" / "hips.yaml").write_text("title: T\n", "utf-8")
        (folders.user / "mine.yaml").write_text("title: M\n", "utf-8")
        assert find_plan("hips", folders).text == "title: T\n"
        assert find_plan("plans/hips.yaml", folders).text == "title: T\n"
        assert find_plan("mine", folders).text == "title: M\n"

    def test_a_name_that_is_none(self, folders):
        (folders.user / "plans" / "hips.yaml").write_text("title: T\n", "utf-8")
        found = find_plan("hipps", folders)
        assert isinstance(found, Problem)
        assert (found.message, found.advice) == ("There is no such plan.", "did you mean hips?")
        found = find_plan("xyz", folders)
        assert found.advice == "give the path of a file, or a name that planbuilder list plans shows"


def test_a_hard_run_is_a_day_of_running(wrong):
    assert wrong("title: T\nrunning: {days: [wed, sat], hard: [sat, sun]}\ndo: squat") == [
        "2:35 Sun is a hard run, and no day of running. | write it under days, too, or take it out of hard"
    ]
