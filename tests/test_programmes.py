"""Programmes of every well-known kind, written from the documentation alone: their numbers week by week, and a card."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from planbuilder.build import build
from planbuilder.load import load
from planbuilder.load.files import Folders
from planbuilder.model.choices import Choices
from planbuilder.model.deck import Deck
from planbuilder.model.pages import Glyphs
from planbuilder.problems import has_errors, told
from planbuilder.resolve import resolve

PROGRAMMES = Path(__file__).parent / "programmes"
NAMES = tuple(sorted(path.stem for path in PROGRAMMES.glob("*.yaml")))

# (week counted from 1, exercise and dose as printed on the first day it is done)
EXPECTED: dict[str, tuple[tuple[int, str], ...]] = {
    "ankle-stages": (
        (1, "Ankle alphabet 3 × 1, 3 times a day"),
        (2, "Band outwards 3 × 15 @ light band"),
        (3, "One-leg balance 3 × 30 s affected, rest 15 s (eyes closed)"),
        (4, "Side cut 4 × 5 each way @ 50 %"),
    ),
    "cycles-with-easy-week": (
        (1, "Loaded squat 4 × 6 @ 40 kg, rest 60 s"),
        (4, "Loaded squat 3 × 6 @ 27.5 kg, rest 60 s"),
        (5, "Loaded squat 4 × 6 @ 50 kg, rest 60 s"),
        (9, "Loaded lunge 3 × 8 each leg @ 14 kg, rest 60 s"),
    ),
    "daily-core": (
        (2, "Plank 2 × 35 s, rest 15 s"),
        (3, "Side plank 2 × 25 s each side, rest 15 s"),
        (3, "Bird dog 2 × 8 × 5 s each side, rest 15 s"),
        (2, "Glute bridge 2 × 10 × 3 s, rest 15 s"),
        (4, "Dead bug 2 × 12 each side, rest 15 s"),
    ),
    "easy-fourth-week": (
        (3, "Loaded squat 4 × 6 @ 45 kg, rest 2 min"),
        (4, "Loaded squat 3 × 6 @ 42.5 kg, rest 2 min"),
        (5, "Romanian deadlift 4 × 6 @ 50 kg, rest 2 min"),
        (12, "Press-up 3 × 14, rest 2 min"),
    ),
    "five-by-five": (
        (1, "Back squat 5 × 5 @ 20 kg, rest 3 min"),
        (1, "Back squat 5 × 5 @ 22.5 kg, rest 3 min"),
        (2, "Back squat 5 × 5 @ 30 kg, rest 3 min"),
        (12, "Bench press 5 × 5 @ 62.5 kg, rest 3 min"),
        (12, "Deadlift 1 × 5 @ 120 kg, rest 3 min"),
    ),
    "heavy-slow": (
        (1, "Squat 4 × 15RM, tempo 3-0-3-0, rest 2–3 min"),
        (3, "Leg press 4 × 12RM, tempo 3-0-3-0, rest 2–3 min"),
        (12, "Hack squat 4 × 6RM, tempo 3-0-3-0, rest 2–3 min"),
    ),
    "heel-drops": (
        (1, "Heel drop 3 × 15 affected @ bodyweight, rest 60 s (Up with both feet, down with one)"),
        (3, "Heel drop 3 × 15 affected @ bodyweight + 5 kg, rest 60 s"),
        (12, "Heel drop with bent knee 3 × 15 affected @ bodyweight + 20 kg, rest 60 s"),
    ),
    "knee-criteria": (
        (1, "Quad set 3 × 10 × 10 s, 5 times a day"),
        (2, "Leg press 3 × 10 affected @ ____ kg"),
        (3, "Run 8 × 1 min @ easy, rest 1 min"),
    ),
    "ladders": (
        (1, "Run 1/2/3/4/3/2/1 min @ 5k pace, rest 90 s"),
        (1, "Lunge 21/15/9 each leg"),
        (4, "Loaded squat 12/10/8/6 @ 47.5/52.5/57.5/62.5 kg, rest 60 s"),
    ),
    "marathon": (
        (1, "Run 6 × 400 m @ 5k pace, rest 90 s"),
        (7, "Tempo run 30 min @ 4:55/km"),
        (12, "Tempo run 40 min @ 4:55/km"),
        (14, "Long run 32 km @ 5:40–6:00/km"),
        (18, "Tempo run 15 min @ easy"),
    ),
    "minute-class": (
        (1, "Plank 40 s"),
        (1, "Bird dog 6 each side"),
        (4, "Step-up 10 each leg"),
    ),
    "percent-waves": (
        (1, "Overhead press 5/5/5+ @ 35/40/45 kg"),
        (3, "Deadlift 5/3/1+ @ 122.5/137.5/155 kg"),
        (4, "Back squat 5/5/5 @ 50/62.5/75 kg"),
        (6, "Bench press 3/3/3+ @ 65/75/82.5 kg"),
        (13, "Back squat 5 × 10 @ 70 kg"),
    ),
    "reps-left-over": (
        (1, "Dumbbell press 3 × 8–12 @ ____ kg a hand @ RIR 3, rest 90 s"),
        (4, "Dumbbell press 5 × 8–12 @ ____ kg a hand @ RIR 0, rest 90 s"),
        (4, "Pulldown 3 × 10–15 @ RIR 0"),
        (5, "Pulldown 2 × 10–15 @ RPE 5"),
    ),
    "return-to-running": ((1, "Run 1 min"), (2, "Walk 2 min"), (5, "Run 8 min"), (6, "Run 25 min")),
    "run-walk-nine-weeks": (
        (1, "Run 60 s"),
        (2, "Walk 2 min"),
        (4, "Walk 2:30 min"),
        (5, "Run 5 min"),
        (7, "Run 25 min"),
        (9, "Run 30 min"),
    ),
    "stations": (
        (2, "Press-up 30 s, rest 30 s"),
        (3, "Row 40 s half each arm, rest 20 s"),
        (6, "Squat 45 s, rest 15 s"),
    ),
    "twenty-on-ten-off": ((1, "High knees 20 s, rest 10 s"), (4, "Plank 20 s, rest 10 s")),
    "two-levels": (
        (1, "Squat 2 × 8, rest 45 s"),
        (1, "Squat 3 × 12 @ 10 kg, rest 45 s"),
        (6, "Plank 3 × 60 s, rest 45 s"),
        (6, "Hop 2 × 5 hops each leg, rest 45 s"),
    ),
    "two-sessions-in-turn": (
        (1, "Squat 3 × 8–10, rest 60 s"),
        (4, "Press-up 3 × 10–13, rest 60 s"),
        (6, "Plank 3 × 60 s, rest 60 s"),
    ),
    # weeks 0 to 16, so that the first is week 0; the walk goes up by 5 min in weeks 0 to 5, the run by 30 s from 12 on
    "after-birth": (
        (1, "Pelvic floor hold 10 reps × 3–5 s"),
        (4, "Walk 20 min"),
        (6, "Heel slide 2 × 10 each leg"),
        (12, "Glute bridge 3 × 10, rest 30 s"),
        (15, "Run 2 min"),
        (15, "Walk 1:30 min"),
    ),
    "achilles-by-pain": (
        (1, "Ankle circles 20 each foot"),
        (2, "Two-foot heel rise 3 × 10–15"),
        (3, "One-foot heel rise 3 × 15 each foot (on a step)"),
        (12, "Seated heel rise 3 × 15 @ ____ kg"),
        (26, "Quick heel rise 3 × 20"),
    ),
    "back-pyramids": (
        (1, "Curl-up 6/4/2 reps × 10 s, rest 20 s"),
        (3, "Bird dog 8/6/4 reps × 10 s each side, rest 20 s"),
        (6, "Side bridge 10/8/6 reps × 10 s each side, rest 20 s"),
    ),
    # drops of a fifth from 60 kg: 48 and 38.4 kg, to plates
    "short-and-dense": (
        (1, "Squat 5 × 2+2+2 @ 85 kg, rest 3 min, rest inside each set 20 s"),
        (1, "Lateral raise 20+5+5+5, rest inside each set 15 s"),
        (4, "Leg press 1 × 12+max+max, rest inside each set 20 s"),
        (4, "Bench press 10 @ 60 kg, then max @ 47.5 kg, then max @ 37.5 kg"),
    ),
    "daily-best": (
        (1, "Snatch 1RM, rest 3 min (no grinding), then 3 × 2 @ 85 % of today's best"),
        (4, "Front squat 1 × 3 @ RPE 9, rest 3 min, then 2 × 3 @ –15 %"),
    ),
    "falls-levels": (
        (1, "Front knee 10 each leg @ ____ kg"),
        (1, "Knee bend 10 (holding on)"),
        (1, "Knee bend 10 (no support) or 2 × 10 (holding on)"),
        (1, "Knee bend 3 × 10 (no support)"),
        (8, "Walk backwards 4 × 10 steps (holding on)"),
        (8, "Walk backwards 4 × 10 steps (no support)"),
        (8, "One-leg stand 30 s each leg (no support)"),
        (8, "Sit to stand 1 × 10, rest 45 s (no hands) or 2 × 10 (one hand)"),
    ),
    "fingerboard": (
        (1, "Half crimp 3 × 6 × 7 s @ bodyweight – 7.5 kg, rest 3 min, rest between reps 3 s"),
        (2, "Half crimp 3 × 6 × 7 s @ bodyweight – 2.5 kg, rest 3 min, rest between reps 3 s"),
        (4, "Half crimp 3 × 6 × 7 s @ bodyweight + 7.5 kg, rest 3 min, rest between reps 3 s"),
        (4, "Pinch 2 × 6 × 7 s @ bodyweight, rest 3 min, rest between reps 3 s"),
    ),
    "groin-levels": (
        (1, "Lying leg lift 1 × 3–5 each side"),
        (3, "Copenhagen 1 × 7–10 each side"),
        (9, "Copenhagen at the knee 1 × 12–15 each side"),
    ),
    # 500 m more each week; in the taper 40 % less: 6.6 of 11 km, 6.9 of 11.5 km, 12 of 20 km
    "half-marathon": (
        (1, "Fartlek 8 × 1 min @ 5k pace, rest 2 min jog"),
        (6, "Easy run 8.5 km @ 5:50–6:20/km"),
        (6, "Run 5 × 1 mi @ 4:50–5:00/km, rest 1 min jog"),
        (10, "Run 10 × 800 m @ 4:30/km, rest 400 m jog"),
        (10, "Long run 19 km @ easy"),
        (11, "Easy run 6.5 km @ 5:50–6:20/km"),
        (11, "Long run 12 km @ easy"),
        (12, "Easy run 7 km @ 5:50–6:20/km"),
        (12, "Run 6 × 2 min @ 10k pace, rest 2 min jog"),
    ),
    "hamstring-table": (
        (1, "Nordic lower 2 × 5"),
        (2, "Nordic lower 2 × 6"),
        (3, "Nordic lower 3 × 6–8"),
        (4, "Nordic lower 3 × 8–10"),
        (5, "Nordic lower 12/10/8"),
        (11, "Nordic lower 12/10/8"),
    ),
    "jumps-by-contacts": (
        (1, "Cone hop 5 × 6"),
        (4, "One-leg bound 4 × 7"),
        (6, "Hexagon 2 × 12"),
    ),
    # best tens of week 6: 40 + 5 × 2.5 kg and 90 + 5 × 5 kg; half and three quarters of them to plates, halves up
    "light-to-heavy": (
        (1, "Leg extension 10/10/10 @ 20/30/40 kg, rest 2 min"),
        (1, "Leg press 10/10/10 @ 90/67.5/45 kg, rest 2 min"),
        (6, "Leg extension 10/10/10 @ 27.5/40/52.5 kg, rest 2 min"),
        (6, "Leg press 10/10/10 @ 115/87.5/57.5 kg, rest 2 min"),
    ),
    "long-hamstrings": (
        (1, "Extender 3 × 12 affected"),
        (1, "Diver 3 × 6 affected"),
        (4, "Glider 3 × 4 affected"),
    ),
    # 70 % of 140 kg are 98 kg, then 103 and 108 kg; to plates
    "squat-in-three-weeks": (
        (1, "Back squat 6 × 6 @ 97.5 kg, rest 3 min"),
        (2, "Back squat 6 × 6 @ 102.5 kg, rest 3 min"),
        (2, "Back squat 8 × 4 @ 117.5 kg, rest 3 min"),
        (3, "Back squat 10 × 3 @ 130 kg, rest 3 min"),
        (4, "Back squat 1RM, rest 3 min"),
    ),
    # the sessions fall A1 B1 A2, B2 A1 B1, A2 B2 A1, B1 A2 B2, A1 B1 A2, B2 A1 B1; each lift adds by its own tier
    "three-tiers": (
        (1, "Squat 3/3/3/3/3+ @ 60 kg, rest 3 min"),
        (1, "Squat 3 × 10 @ 40 kg, rest 2 min"),
        (2, "Deadlift 3/3/3/3/3+ @ 80 kg, rest 3 min"),
        (4, "Bench press 3/3/3/3/3+ @ 45 kg, rest 3 min"),
        (4, "Deadlift 3 × 10 @ 70 kg, rest 2 min"),
        (6, "Squat 3/3/3/3/3+ @ 70 kg, rest 3 min"),
        (6, "Overhead press 3/3/3/3/3+ @ 40 kg, rest 3 min"),
        (6, "Overhead press 3 × 10 @ 27.5 kg, rest 2 min"),
    ),
    "three-times-a-day": (
        (1, "Chin tuck 10 reps × 5 s"),
        (1, "Shoulder blades together 10 × 5 s"),
        (1, "Neck turn 10 reps × 5 s each way"),
    ),
    # in the taper 40 % less of every swim, ride and run: 60 m, 45 min, 900 m, 4.5 km
    "triathlon": (
        (1, "Swim 4 × 100 m @ steady, rest 20 s"),
        (4, "Cycling 17 km @ zone 3"),
        (4, "Run 2.5 km @ zone 3"),
        (7, "Swim 1400 m @ easy"),
        (8, "Swim 8 × 60 m @ steady, rest 20 s"),
        (8, "Run 4.5 km @ easy"),
        (8, "Cycling 45 min @ zone 2"),
        (8, "Swim 900 m @ easy"),
    ),
    "walking": ((1, "Walk 5 min @ slow"), (3, "Walk 12 min @ brisk"), (8, "Walk 30 min @ brisk")),
    "warm-up-levels": (
        (1, "Hamstring lower 1 × 3–5"),
        (1, "Plank with leg lift 3 × 40–60 s"),
        (6, "One-leg sit 2 × 10 each leg, rest 45 s"),
        (6, "Run 2 × 40 m @ 75–80 %"),
    ),
}


@lru_cache(maxsize=1)
def deck_of(name: str) -> Deck:
    loaded, problems = load(str(PROGRAMMES / f"{name}.yaml"), "wall", Folders.standard(PROGRAMMES))
    assert loaded is not None, [told(problem) for problem in problems]
    deck, problems = resolve(loaded.plan, loaded.library, Choices())
    assert deck is not None
    assert not problems, [told(problem) for problem in problems]
    return deck


def doses(name: str, week: int) -> list[str]:
    workouts = [workout for workout in deck_of(name).workouts[week - 1] if workout]
    lines = [line for workout in workouts for line in workout.lines if line.doses]
    return [f"{line.move.name} {line.doses[0].line}".replace("\u00a0", " ").strip() for line in lines]


def headings(name: str, week: int) -> list[str]:
    workouts = [workout for workout in deck_of(name).workouts[week - 1] if workout]
    return [group.heading.replace("\u00a0", " ") for workout in workouts for group in workout.groups]


def test_the_programmes_are_there_and_none_is_without_its_numbers() -> None:
    assert len(NAMES) >= 20
    assert sorted(EXPECTED) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_numbers_are_right_week_by_week(name: str) -> None:
    for week, expected in EXPECTED[name]:
        assert expected in doses(name, week), (week, doses(name, week))


@pytest.mark.parametrize("name", NAMES)
def test_a_wall_card_of_each_can_be_printed(name: str) -> None:
    some = Choices(weeks="1" if deck_of(name).strip else None)
    prints, problems = build(str(PROGRAMMES / f"{name}.yaml"), some, Folders.standard(PROGRAMMES))
    assert not has_errors(problems)
    assert prints is not None
    assert prints.pages


@pytest.mark.parametrize(
    ("name", "week", "expected"),
    [
        ("run-walk-nine-weeks", 1, ["8 rounds"]),
        ("stations", 3, ["Stations · 3 rounds · 2 min between rounds"]),
        ("ladders", 1, ["Pyramid", "Ladder · 10 rounds", "3 rounds"]),
        ("return-to-running", 3, ["5 rounds"]),
        ("minute-class", 2, ["Warm-up", "every 1 min · for 15 min · one a round", "every 1 min · for 10 min",
                             "for 12 min · as many rounds as you can", "5 rounds · 20 min at most"]),
        ("reps-left-over", 1, ["in turn · 60 s between rounds"]),
    ],
)  # fmt: skip
def test_groups_say_how_often(name: str, week: int, expected: list[str]) -> None:
    assert headings(name, week) == expected


def test_stages_have_their_gates() -> None:
    weeks = deck_of("ankle-stages").weeks
    assert [week.title for week in weeks] == ["Protect", "Move", "Strengthen", "Sport"]
    assert weeks[2].move_on == "10 hops without pain · 30 s of balance with eyes closed"


def test_the_race_is_the_last_day_of_the_last_week() -> None:
    deck = deck_of("marathon")
    assert deck.plan.race.replace("\u00a0", " ") == "City marathon, Sun 25 Apr"
    assert (deck.weeks[0].dates.replace("\u00a0", " "), deck.weeks[-1].dates.replace("\u00a0", " ")) == (
        "21–27 Dec",
        "19–25 Apr",
    )


@pytest.mark.parametrize(
    ("name", "often"),
    [
        # every other day: Mon Wed Fri Sun, Tue Thu Sat; every third: Mon Thu Sun, Wed Sat, Tue Fri, Mon Thu Sun
        ("long-hamstrings", [[7, 4, 3], [7, 3, 2], [7, 4, 2], [7, 3, 3]]),
        ("hamstring-table", [[1], [2], *[[3]] * 8, [1]]),
        ("groin-levels", [[2] * 3, *[[3] * 3] * 5, *[[2] * 3] * 2, [1] * 3]),
        ("achilles-by-pain", [*[[7]] * 12, *[[3]] * 14]),
    ],
)
def test_how_often_each_session_is_done(name: str, often: list[list[int]]) -> None:
    assert [[len(workout.days) if workout else 0 for workout in week] for week in deck_of(name).workouts] == often


def test_the_jumps_of_a_session_are_as_many_as_the_note_says() -> None:
    deck = deck_of("jumps-by-contacts")
    contacts = [
        sum(line.doses[0].size for workout in week if workout for line in workout.lines) for week in deck.workouts
    ]
    assert contacts == [90, 120, 120, 140, 140, 120]
    assert [week.note for week in deck.weeks] == [f"{count:g} foot contacts" for count in contacts]


@pytest.mark.parametrize(
    ("name", "week", "expected"),
    [
        # 4 × 150 + 3 × 20 s; 4 km at 6 min; 40 min; 800 m at 2:30; 42 min of riding, 15 s, 6 min of running
        ("triathlon", 1, ["", "11", "24", "40", "20", "49"]),
        # 70 s, 68 s, 140 s, 60 s and three changes of 15 s
        ("three-times-a-day", 1, ["7"]),
        # eight rounds of 2 and 1.5 min
        ("after-birth", 15, ["3", "6", "28"]),
    ],
)
def test_how_long_it_takes(name: str, week: int, expected: list[str]) -> None:
    minutes = [workout.minutes.replace("\u00a0", " ") for workout in deck_of(name).workouts[week - 1] if workout]
    assert minutes == [f"about {one} min" if one else "" for one in expected]


def test_what_a_week_adds_up_to() -> None:
    def total(name: str, week: int) -> str:
        return deck_of(name).weeks[week - 1].total.replace("\u00a0", " ")

    assert total("triathlon", 1).endswith(" · 5 km")  # on foot
    assert total("long-hamstrings", 1).startswith("21 sessions · ")  # 14 and 4 and 3
    assert total("three-times-a-day", 1).startswith("21 sessions · ")


def test_a_card_of_one_day_leaves_out_what_is_not_done_on_it() -> None:
    plan = str(PROGRAMMES / "run-walk-nine-weeks.yaml")
    prints, _ = build(plan, Choices(weeks="5"), Folders.standard(PROGRAMMES))
    assert prints is not None
    words = [[mark.words for mark in page.marks if isinstance(mark, Glyphs)] for page in prints.pages]
    assert [(page.count("Run"), page.count("Walk"), page.count("–")) for page in words] == [
        (3, 4, 0),
        (2, 3, 0),
        (1, 2, 0),
    ]
