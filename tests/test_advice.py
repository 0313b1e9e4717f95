"""Each rule of the advice says so where it is broken, and only there."""

from pathlib import Path

from planbuilder.load.files import Folders
from planbuilder.load.library import Library
from planbuilder.load.plans import load_plan
from planbuilder.model.choices import Choices
from planbuilder.problems import Source
from planbuilder.resolve.substitution import Kit
from planbuilder.review.advice import advise_exercise, advise_plan
from planbuilder.review.check import check_file
from planbuilder.review.rehearsal import rehearsed

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = Folders(user=ROOT / "tests" / "nothing-here", library=None, shipped=ROOT)


def said(problems):
    assert all(p.severity == "warning" for p in problems)
    return [f"{p.place.line}:{p.place.column} {p.message} | {p.advice}" for p in problems]


def of_exercise(text):
    library = Library(FOLDERS)
    exercise = library.exercise_in(Source("x.yaml", text), "x")
    assert library.problems == ()
    return said(list(advise_exercise(exercise, library.equipment())))


def of_plan(text, stop="stop: Pain\n"):
    library = Library(FOLDERS)
    plan, problems = load_plan(Source("plan.yaml", stop + text), library)
    assert problems == ()
    drafts, problems = rehearsed(plan, library, Choices(), Kit())
    assert problems == []
    return said(list(advise_plan(plan, drafts, library.equipment())))


GOOD = "name: Squat\nstop: Pain\ncues: [Sit back]\n"


def test_a_good_exercise_is_left_alone():
    assert of_exercise(GOOD + "equipment: [mat]\n") == []


def test_a_cue_of_more_than_twelve_words():
    cue = "One two three four five six seven eight nine ten eleven twelve thirteen"
    assert of_exercise(GOOD.replace("Sit back", "{do: " + cue + ", short: One}")) == [
        "3:8 This cue has 13 words; 12 are read at a glance. | cut it in two, or leave words out"
    ]


def test_short_forms_where_a_layout_needs_them():
    assert of_exercise(GOOD.replace("name: Squat", "name: Sideways band walk")) == [
        '1:1 "Sideways band walk" has 18 letters; narrow cards have room for 14. | add short: with a shorter name'
    ]
    assert of_exercise(GOOD.replace("Sit back", "Sit back as if on a low chair")) == [
        "3:8 This cue has 29 letters; wall cards have room for 26. | write do: and short: below it"
    ]
    long = "{do: Sit back., short: Sit back as if on a low chair}"
    assert of_exercise(GOOD.replace("Sit back", long)) == [
        "3:8 This cue has 29 letters in its short form; wall cards have room for 26. | make short: shorter"
    ]


def test_no_stop_rule():
    assert of_exercise("name: Squat\ncues: [Sit back]\n") == [
        "1:1 This exercise does not say when to stop. | add stop: Sharp pain in the knee"
    ]
    assert of_exercise("name: Squat\n") == []
    assert of_plan("title: T\ndo: [squat]\n", stop="") == [
        "1:1 This plan does not say when to stop. | add stop: Form gone or sharp pain? Stop there."
    ]


def test_no_stand_in():
    assert of_exercise(GOOD + "equipment: [bike]\n") == [
        "4:13 Nothing says what to do without bike. | add without: {bike: {use: another-exercise}}"
    ]
    assert of_exercise(GOOD + "equipment: [{any: [resistance-band, wall]}]\n") == []
    assert of_exercise(GOOD + "equipment: [bike]\nwithout: {bike: Walk}\n") == []


def test_more_than_eight_exercises():
    nine = "squat, lunge, plank, press-up, row, clamshell, step-up, hip-hike, hop"
    assert of_plan(f"title: T\ndo: [{nine}]\n") == [
        (
            "1:1 This session has 9 exercises; two to four are kept up best, and 8 are plenty. "
            "| part it into two sessions, or let the runner choose: {choose: 4, do: [...]}"
        )
    ]
    assert of_plan(f"title: T\ndo: [{{choose: 4, do: [{nine}]}}]\n") == []


def test_an_exercise_that_ends_with_no_amount():
    assert of_plan("title: T\nexercises: {towel-row: Towel row}\ndo: [towel-row, squat]\n") == [
        "4:6 Towel row does not say how much. | write it like 3 x 10, or 3 x 30s"
    ]
    assert of_plan("title: T\nexercises: {towel-row: Towel row}\ndo: [towel-row: none]\n") == []


def test_steep_jumps():
    plan = "title: T\nweeks: 4\ndo:\n  - squat: {{sets: 3, reps: {}}}\n"
    assert of_plan(plan.format("[8, 10, 12, 15]")) == []
    assert of_plan(plan.format("[8, 11, 12, 12]")) == [
        "5:5 Squat: 38 % more in week 2 than in any week before. | up to 25 % more at a time is easier to bear"
    ]
    assert of_plan(plan.format("[10, 5, 10, 12]")) == []  # after an easy week
    backed_off = "title: T\nweeks: 2\ndo: [squat: [1 x 5 then 2 x 5, 1 x 5 then 3 x 5]]\n"
    assert of_plan(backed_off) == [
        "4:6 Squat: 33 % more in week 2 than in any week before. | up to 25 % more at a time is easier to bear"
    ]
    assert of_plan("title: T\nweeks: 2\ndo: [plank: {time: [30s, 1min]}, squat: {load: 20kg to 30kg}]\n") == [
        "4:6 Plank: 100 % more in week 2 than in any week before. | up to 25 % more at a time is easier to bear",
        "4:34 Squat: 50 % more load in week 2 than in any week before. | up to 25 % more at a time is easier to bear",
    ]
    assert of_plan("title: T\nweeks: 2\ndo: [{rounds: [2, 3], do: [squat: 8, lunge: 8, row: 8, hop: 8]}]\n") == [
        (
            "4:28 Squat, Lunge and 2 more: 50 % more in week 2 than in any week before. "
            "| up to 25 % more at a time is easier to bear"
        )
    ]


def test_files_are_advised_only_when_asked(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text("title: T\ndo: [squat]\n", "utf-8")
    folders = Folders(tmp_path, None, ROOT)
    assert check_file(path, folders) == ()
    assert len(check_file(path, folders, advice=True)) == 1
