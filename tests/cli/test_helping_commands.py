"""suggest, explain, show and check --advice, as a coach would type them."""

import pytest

PLAN = """\
title: Two moves
weeks: 3
times: 2
phases: {Learn: 1-2, Build: {weeks: 3, sets: +1}}
defaults: {sets: 2, reps: {Learn: 8-10, Build: 10-12}, rest: 45s}
do:
  - squat
  - group: Pair
    order: in turn
    rest-between-rounds: 60s
    if: you have time
    do: [sideways-band-walk, lunge: 12 each leg]
"""


@pytest.fixture
def plan(here):
    (here / "two-moves.yaml").write_text(PLAN, "utf-8")
    return "two-moves.yaml"


class TestSuggest:
    def test_a_session_that_builds_as_it_stands(self, run, here):
        ended = run("suggest", "--fault", "hip-drop", "--have", "mat", "--minutes", "15")
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.startswith("# Hip drop: From behind, the hip of the lifted leg sinks below the other one.\n")
        assert "title: For hip drop\n" in ended.out
        assert "have: [mat]\nlength: 15min\ndo:\n  - " in ended.out
        (here / "hips.yaml").write_text(ended.out, "utf-8")
        assert 2 <= ended.out.count("\n  - ") <= 8
        built = run("build", "hips.yaml")
        assert (built.code, built.err) == (0, "")
        assert (here / "hips-wall.pdf").exists()

    def test_the_same_every_time(self, process):
        one = process("suggest", "--fault", "overstriding", "--fault", "hip-drop", PYTHONHASHSEED="1")
        two = process("suggest", "--fault", "overstriding", "--fault", "hip-drop", PYTHONHASHSEED="2")
        assert one.returncode == 0
        assert one.stdout == two.stdout

    def test_a_fault_by_its_name_and_each_once(self, run):
        named = run("suggest", "--fault", "Hip drop,hip-drop")
        assert named.code == 0
        assert named.out == run("suggest", "--fault", "hip-drop").out

    def test_every_fault_has_a_session_that_fits(self, run, here):
        faults = [line.split()[0] for line in run("list", "faults").out.splitlines()]
        assert len(faults) > 10
        for fault in faults:
            ended = run("suggest", "--fault", fault, "--minutes", "20")
            assert ended.code == 0, fault
            (here / "s.yaml").write_text(ended.out, "utf-8")
            checked = run("check", "s.yaml")  # warns where it takes longer than its length
            assert (checked.code, checked.err) == (0, ""), fault

    def test_from_the_floor_to_the_feet_to_running_and_never_two_of_a_kind(self, run):
        out = run("suggest", "--fault", "early-heel-rise", "--fault", "overstriding", "--minutes", "40").out
        shown = [run("show", line.split()[1].rstrip(":")).out for line in out.splitlines() if line.startswith("  - ")]
        starts = [next(line for line in text.splitlines() if line.startswith("Start ")) for text in shown]
        feet = ("standing", "split", "walking", "leaning forward")
        upright = [2 if "running" in start else 1 if any(word in start for word in feet) else 0 for start in starts]
        assert len(set(upright)) > 1
        assert upright == sorted(upright)
        names = [text.splitlines()[0] for text in shown]
        easier = [line for text in shown for line in text.splitlines() if line.startswith(("Easier", "Harder"))]
        assert [name for name in names if any(f" {name}" in line for line in easier)] == []

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (("--fault", "hip-drp"), "did you mean hip-drop?"),
            (("--fault", "Hip drup"), "did you mean hip-drop?"),
            (("--fault", "xyz"), "planbuilder list faults"),
            (("--fault", "hip-drop", "--have", "matt"), "did you mean mat?"),
            (("--fault", "hip-drop", "--minutes", "1"), "1 min are too few for any exercise that helps with hip drop."),
        ],
    )
    def test_what_cannot_be_had(self, run, arguments, says):
        ended = run("suggest", *arguments)
        assert (ended.code, ended.out) == (1, "")
        assert says in ended.err

    def test_a_kit_with_which_nothing_helps(self, run, here):
        (here / "exercises").mkdir()
        (here / "exercises" / "faults.yaml").write_text("wobble: {name: Wobble}\n", "utf-8")
        (here / "exercises" / "bike-balance.yaml").write_text(
            "name: Bike balance\nfixes: [wobble]\nequipment: [bike]\ndose: 3 x 30s\n", "utf-8"
        )
        assert "bike-balance: 3 x 30s" in run("suggest", "--fault", "wobble", "--have", "bike").out
        ended = run("suggest", "--fault", "wobble", "--have", "mat")
        assert "With this kit no exercise helps with wobble." in ended.err


class TestExplain:
    def test_each_value_with_its_file_and_line(self, run, plan):
        ended = run("explain", plan, "--week", "3", "--exercise", "squat")
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.splitlines() == [
            "Squat · week 3",
            "  3 × 10–12, rest 45 s",
            "  sets  3                     phase Build, two-moves.yaml:4:46",
            "          over 2                     defaults, two-moves.yaml:5:18",
            "          over 3                     the exercise, exercises/legs/squat.yaml:7:7",
            "  reps  10–12                 defaults, two-moves.yaml:5:48",
            "          over 8–10                  the exercise, exercises/legs/squat.yaml:7:11",
            "  rest  45 s                  defaults, two-moves.yaml:5:62",
            "          over 30 s                  the exercise, exercises/legs/squat.yaml:7:22",
        ]

    def test_a_group_that_ends_rests(self, run, plan):
        out = run("explain", plan, "--exercise", "lunge").out
        assert "rest                 nothing               group Pair" in out
        assert "rest between rounds  60 s                  group Pair, two-moves.yaml:10:26" in out

    def test_what_stands_in_for_a_missing_thing(self, run, plan):
        out = run("explain", plan, "--exercise", "sideways-band-walk", "--have", "sofa").out
        assert out.startswith("Sofa press, in place of sideways-band-walk · week 1")
        assert "exercises/hips/sofa-press.yaml:" in out

    def test_a_best_lift(self, run, here):
        text = "title: T\nmax: {squat: 100kg}\ndo: [squat: 3 x 5 @ 80%]\n"
        (here / "p.yaml").write_text(text, "utf-8")
        lines = run("explain", "p.yaml").out.splitlines()
        assert "  load  80 kg                 the best lift, p.yaml:2:14" in lines
        assert "          over 80 %                  the plan, p.yaml:3:21" in lines

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (("--exercise", "squatt"), "did you mean squat?"),
            (("--exercise", "plank"), 'There is no "plank" in this plan.'),
            (("--week", "7"), "it has weeks 1 to 3"),
            (("--level", "A"), 'This plan has no level "A".'),
            (("--have", "soffa"), "did you mean sofa?"),
        ],
    )
    def test_what_is_not_there(self, run, plan, arguments, says):
        ended = run("explain", plan, *arguments)
        assert (ended.code, ended.out) == (1, "")
        assert says in ended.err

    def test_an_exercise_of_another_week(self, run, here):
        (here / "p.yaml").write_text("title: T\nweeks: 2\ndo: [{1: squat, 2: lunge}]\n", "utf-8")
        ended = run("explain", "p.yaml", "--week", "2", "--exercise", "squat")
        assert ended.code == 1
        assert "try another week" in ended.err


class TestShow:
    def test_groups_and_conditions(self, run, plan):
        ended = run("show", plan, "--weeks", "3")
        assert (ended.code, ended.err) == (0, "")
        lines = ended.out.splitlines()
        assert lines[:5] == ["Two moves", "2 sessions a week", "", "Week 3 of 3 · Build", "==================="]
        assert "  ┌ Pair · in turn · 60 s between rounds · if you have time" in lines
        assert any(line.startswith("  │ A1. Sideways band walk  3 × 10–12 steps each way") for line in lines)
        assert any(line.startswith("In all: 2 sessions · about ") for line in lines)

    @pytest.mark.parametrize(
        ("written", "hint"),
        [
            ("clamshel", "did you mean clamshell?"),
            ("glute-stabilty", "did you mean glute-stability?"),
            ("xyzzy", "give the path of a file, or a name that planbuilder list plans shows"),
        ],
    )
    def test_a_name_that_is_neither_a_plan_nor_an_exercise(self, run, written, hint):
        ended = run("show", written)
        assert ended.code == 1
        assert ended.err.endswith(f"= {hint}\n")

    def test_an_exercise_where_a_plan_belongs(self, run):
        ended = run("build", "clamshell")
        assert ended.code == 1
        assert "that is an exercise: planbuilder show clamshell" in ended.err

    def test_weeks_that_are_the_same(self, run, plan):
        assert run("show", plan).out.count("The same as before.") == 1

    def test_levels_and_a_chosen_one(self, run, here):
        text = "title: T\nlevels: {New: first month, Used: a month in}\ndo: [squat: {New: 2 x 6, Used: 3 x 10}]\n"
        (here / "p.yaml").write_text(text, "utf-8")
        both = run("show", "p.yaml").out
        assert "New: first month" in both
        assert "2 × 6" in both
        assert "3 × 10" in both
        one = run("show", "p.yaml", "--level", "used").out
        assert "3 × 10" in one
        assert "2 × 6" not in one

    def test_stages(self, run, here):
        text = "title: T\nstages: {Calm: {goal: Walk, move-on: No pain}, Build: {}}\ndo: {Calm: squat, Build: lunge}\n"
        (here / "p.yaml").write_text(text.replace(", Build: {}", ", Build: {goal: Run}"), "utf-8")
        out = run("show", "p.yaml").out
        assert "Calm · 1 of 2\n=============\nGoal: Walk\n" in out
        assert "Move on: No pain\n" in out

    def test_days_that_differ(self, run, here):
        text = "title: T\ndays: [tue, fri]\ndo: [squat: {tue: 3 x 8, fri: 3 x 10}]\n"
        (here / "p.yaml").write_text(text, "utf-8")
        out = run("show", "p.yaml").out
        assert "1.  Squat  Tue: 3 × 8" in out
        assert "\n             Fri: 3 × 10" in out

    def test_an_exercise(self, run):
        assert run("show", "sideways-band-walk").out.startswith("Sideways band walk\n")

    def test_written_out_as_yaml(self, run, plan, here):
        ended = run("show", plan, "--yaml")
        assert ended.code == 0
        (here / "again.yaml").write_text(ended.out, "utf-8")
        assert run("show", "again.yaml").out == run("show", plan).out

    def test_yaml_is_of_the_whole_plan(self, run, plan):
        assert run("show", plan, "--yaml", "--weeks", "2").code == 2


class TestAdvice:
    def test_warnings_and_exit_code_0(self, run, plan):
        assert "no mistakes" in run("check", plan).out
        ended = run("check", "--advice", plan)
        assert ended.code == 0
        assert "two-moves.yaml:1:1: warning: This plan does not say when to stop." in ended.err

    def test_mistakes_still_end_with_1(self, run, here):
        (here / "bad.yaml").write_text("title: X\ndo: [squatt]\n", "utf-8")
        assert run("check", "--advice", "bad.yaml").code == 1
