"""A plan written out resolves to the same deck: shipped plans, the grammar's small plans, and one of everything."""

from pathlib import Path

import pytest

from planbuilder.load.files import Folders
from planbuilder.model.choices import Choices
from planbuilder.review.show import plan_deck, written_out

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = Folders(user=ROOT / "tests" / "writing" / "nothing-here", library=None, shipped=ROOT)
KITS = (Choices(), Choices(have=("mat", "sofa", "step", "hill")))

SMALL = {
    "two moves": "title: Two moves a day\ndays: daily\ndo: [squat: 2 x 10, plank: 3 x 20s]\n",
    "six weeks": """
title: Six weeks
weeks: 6
times: 2
do:
  - squat: 3 x 8-10 to 12-15, rest 45s
  - plank: 3 x 20s to 45s, rest 30s
""",
    "by phase": """
title: By phase
weeks: 6
phases: {Learn: 1-3, Build: 4-6}
do:
  - Learn: squat
    Build: {split-squat: 3 x 8 each leg}
""",
    "top set and back-off sets": """
title: Top set
weeks: 3
phases: {Easy: {weeks: 3, sets: -1, load: -10%}}
do:
  - squat: 1 x 5 @ RPE 8, rest 3min, then 3 x 5 @ -10%, rest 90s
  - row: {dose: 1 x 5 then 3 x 8 @ -10% or 10, load: 40kg + 5kg a week}
  - lunge: 10 each leg @ 20kg, then max @ -20%, then max @ -20%
  - run: 10min @ easy then 10min to 20min @ threshold then 10min @ easy
""",
    "a walk before the sets": """
title: A walk first
weeks: 3
phases: {Easy: {weeks: 3, sets: -1, rest: 90s}}
defaults: {sets: 3, rest: 60s}
do: [walk: 5min, squat: 8-10, run: 6 x 400m, {sets: 2, do: [run: 5min]}]
""",
    "an easy week": """
title: An easy fourth week
weeks: 8
phases: {Easy: {weeks: [4, 8], sets: -1, load: -10%, about: Take it easy}}
do:
  - squat: 3 x 8 @ 30kg + 2.5kg a week
""",
    "A and B": """
title: A and B in turn
weeks: 4
days: [mon, wed, fri]
rotate: [A, B]
sessions:
  - {name: A, do: [squat: 3 x 5, plank: 3 x 30s]}
  - {name: B, do: [row: 3 x 8, hip-hike: 2 x 10 each leg]}
""",
    "percent": """
title: Percent of a best lift
weeks: 3 x 3
max: {squat: 100kg}
training-max: {squat: 90% + 2.5kg a cycle}
do:
  - squat: {1: 3 x 8 @ 65%, 2: 4 x 6 @ 70%, 3: 5 x 4 @ 75%}
""",
    "stages": """
title: Stages of an ankle
stages:
  Calm: {goal: Walk without a limp, move-on: A day without pain}
  Build: {move-on: 20 hops on each leg}
days: daily
do:
  Calm: [calf-raise: 2 x 10]
  Build: [calf-raise: 3 x 15 @ ___kg, hop: 3 x 5 each leg]
""",
    "levels": """
title: Two levels
levels: {New: first month, Used: a month in}
do:
  - press-up: {New: 2 x 6 (on the knees), Used: 3 x 10}
  - plank: {only: Used, dose: 3 x 30s}
""",
    "circuit": """
title: Circuit
weeks: 4
times: 2
do:
  - rounds: [2, 2, 3, 3]
    time: 30s to 45s
    rest: 20s
    rest-between-rounds: 2min
    do: [squat, lunge, sideways-band-walk]
""",
    "back to running": """
title: Back to running
weeks: 4
times: 3
do:
  - walk: 5min
  - 1: {rounds: 6, do: [run: 60s, walk: 2min]}
    2-3: {rounds: 4, do: [run: 3min to 4min, walk: 90s]}
    4: [run: 20min]
  - walk: 5min
""",
    "pick": """
title: Pick your moves
do:
  - choose: 2-3
    dose: 3 x 10
    do: [clamshell, side-leg-lift, hip-hike]
  - if: one hip is weaker
    do: [hip-hike: 1 x 8 weaker side]
""",
    "race": """
title: Ten weeks to the race
weeks: 10
race: {date: 2027-05-09, name: Town race}
sessions:
  - {name: Long run, days: sun, do: [run: 8km to 16km]}
  - {name: Hills, only: 3-8, days: wed, do: [hill-stride: 4 x 15s rest walk down]}
""",
    "everything": """
title: "One of everything: tables, levels, cycles"
weeks: 3 x 4
phases: {Easy: {weeks: 4, sets: -1, load: -10%, rest: 60s}}
levels: {New: a, Used: b}
defaults: {sets: {New: 2, Used: 3}, reps: 8-10 to 12-15, time: 20s to 40s, rest: 30s, note: {2: Slow, 3: "a, b: c #d"}}
training-max: 90%
max: {squat: {New: 60kg, Used: 100kg + 2.5kg a cycle}}
exercises: {towel-row: Towel row}
groups:
  Core: [plank, {dead-bug: {dose: 3 x 10 x 5s, rest-reps: 2s, rest-after: 1min, times-a-day: 2}}]
sessions:
  - name: A
    days: {cycle 1: [mon, thu], else: [mon, wed, fri]}
    do:
      - squat: {dose: "5/4/3 @ 65/75/85%", rest: 2min}
      - sideways-band-walk:
          without: {resistance-band: {use: sofa-press, dose: {1: 2 x 20s each side, 2+: 3 x 20s to 40s each side}}}
      - fire-hydrant
      - Core
      - group: Super
        order: in turn
        rest-between-rounds: {tue: 60s, else: 90s}
        do: [press-up: 3 x max, row: {reps: {mon: 10, else: 8}}]
      - rounds: {1-2: 3, else: 4}
        time: 30s to 45s
        rest: 20s
        note: {1: first}
        do: [sideways-band-walk, {lunge: 12 reps}, {plank: max}]
      - {sets: 8, time: 20s, every: 30s, rest-after: 1min, do: [squat, press-up]}
      - {order: one a round, every: 1min, for: 16min, do: [squat: 12, press-up: 8]}
      - {words: Shake out for 10 min, only: New}
      - press-up: {words: Until 2 are left}
      - calf-raise: 2 x 10 (no support) or 3 x 10 (holding on)
      - squat: {load: bodyweight + 5kg when pain-free, reps: 5, effort: RPE 7.5-8, tempo: 3-1-X-0}
      - hop: {only: [Used, 2-3], dose: 3 x 5 each leg and direction, if: nothing hurts}
      - run: 5km @ 5:10-5:20/km
      - run: {dose: 8 x 50m every 1:00}
      - {1: none, 2-3: plank, 4: {plank: none}}
      - towel-row: 3 x 8
  - {name: B, times: 1 to 4, times-a-day: 2, note: {1: Easy}, do: [{squat: {reps: 5, load: 20kg + 2.5kg a session}}]}
  - {name: Rest, days: sun, only: cycle 1}
""",
    "days": """
title: Ten days
days: 1-10
do: [squat: {reps: 10 + 2 a day}, plank: {1-5: 20s, 6+: 30s}]
""",
}


def assert_same_deck(plan, folders, tmp_path, choices):
    text, problems = written_out(plan, folders)
    assert [p.message for p in problems if p.severity == "error"] == []
    again = tmp_path / "again.yaml"
    again.write_text(text, "utf-8")
    deck, _ = plan_deck(plan, choices, folders)
    same, problems = plan_deck(str(again), choices, folders)
    assert [f"{p.place} {p.message}" for p in problems if p.severity == "error"] == []
    assert deck is not None
    assert same == deck, text


@pytest.mark.parametrize("choices", KITS, ids=["handout", "personal"])
@pytest.mark.parametrize("plan", SHIPPED.names("plans"))
def test_shipped_plans(plan, choices, tmp_path):
    assert_same_deck(plan, SHIPPED, tmp_path, choices)


@pytest.mark.parametrize("choices", KITS, ids=["handout", "personal"])
@pytest.mark.parametrize("name", SMALL)
def test_small_plans(name, choices, tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(SMALL[name], "utf-8")
    assert_same_deck(str(path), Folders(tmp_path, None, ROOT), tmp_path, choices)


def test_nothing_walks_or_steps_any_more(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(SMALL["six weeks"], "utf-8")
    text, _ = written_out(str(path), Folders(tmp_path, None, ROOT))
    assert text == (
        "title: Six weeks\n"
        "weeks: 6\n"
        "times: 2\n"
        "do:\n"
        "  - squat:\n"
        "      1: 3 x 8-10, rest 45s\n"
        "      2: 3 x 9-11, rest 45s\n"
        "      3: 3 x 10-12, rest 45s\n"
        "      4: 3 x 10-13, rest 45s\n"
        "      5: 3 x 11-14, rest 45s\n"
        "      6: 3 x 12-15, rest 45s\n"
        "  - plank:\n"
        "      1: 3 x 20s, rest 30s\n"
        "      2: 3 x 25s, rest 30s\n"
        "      3: 3 x 30s, rest 30s\n"
        "      4: 3 x 35s, rest 30s\n"
        "      5: 3 x 40s, rest 30s\n"
        "      6: 3 x 45s, rest 30s\n"
    )


def test_a_plan_that_cannot_be_read_is_not_written(tmp_path):
    (tmp_path / "bad.yaml").write_text("title: Bad\ndo: [squatt]\n", "utf-8")
    text, problems = written_out("bad.yaml", Folders(tmp_path, None, ROOT))
    assert text is None
    assert [str(p.place) for p in problems] == ["bad.yaml:2:6"]
