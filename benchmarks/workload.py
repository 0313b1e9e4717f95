"""A made-up library and a plan from it: as YAML for planbuilder, as JSON with every page worked out for its peers.

    python benchmarks/workload.py --weeks 12 --folder DIR      # DIR/exercises, DIR/plan-12.yaml, DIR/plan-12.json

A week has three sessions, a session six exercises, a page one session. Two of the six change every four weeks; the
number of repetitions changes every week. The words come from the library below, so they come again and again, as in
real plans. No chance is involved: the same weeks give the same files.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

NAMES = """Bench rise|Towel row|Wall lean|Floor press|Heel raise|Box climb|Slow bug|Table reach|Long split|Band spread
Face row|Twist hold|Foot bridge|Heel drag|Straight lift|Knee lock|Flamingo stand|Rope walk|Crab walk|Bear crawl|Hip fold
Chair rise|Back lunge|Wall slide|Shoulder press|Desk press|Elbow turn out|Elbow turn in|Long punch|Chin slide
Chest turn|Cat stretch|Child reach|Thigh stretch|Hip opener|Ankle rock|Toe spread|Short arch|Slow lean|Side hold
Side prop|Front prop|Bag carry|One-hand carry|Arm curl|Arm press|Sky reach|Arm sweep""".replace("\n", "|").split("|")

CUES = (
    "Push through the heel of the front foot|Push the front heel",
    "Keep both hips at the same height all the way|Hips level",
    "Let the breath out while it is hard|Breathe out when hard",
    "Count to three on the way down|Down for three",
    "Hold the back long and the neck in line with it|Back long, neck long",
    "Point both kneecaps where the toes point|Knees follow the toes",
    "Keep the shoulders away from the ears|Shoulders low",
    "Stop when the trunk begins to sway|Trunk still",
    "Draw the navel in before every single lift|Navel in",
    "Press the whole foot into the floor|Whole foot down",
)

ALTERNATIVES = (
    "Knot an old pair of tights into a ring",
    "Hold a full bottle in each hand",
    "Press against a door frame",
    "Do it without load, and slowly",
)

PER_SESSION, BLOCK = 6, 4
SESSIONS = (("Hips and legs", "mon"), ("Trunk and arms", "wed"), ("All of it", "fri"))
SIDES = ("", "each leg", "each side")


def library() -> list[dict[str, object]]:
    """All exercises: id, name, cues with their short forms, what to do without a band, sets, side."""
    return [
        {
            "id": name.lower().replace(" ", "-"),
            "name": name,
            "cues": [CUES[(3 * i + 7 * k) % len(CUES)].split("|") for k in range(3 + i // 2 % 2)],
            "instead": ALTERNATIVES[i % len(ALTERNATIVES)] if i % 3 else "",
            "sets": 2 + i // 4 % 2,
            "side": SIDES[i % len(SIDES)],
        }
        for i, name in enumerate(NAMES)
    ]


def repetitions(weeks: int) -> list[int]:
    """How many there are in each week."""
    return [8 + week % BLOCK + min(week // BLOCK, 6) for week in range(weeks)]


def pick(session: int, slot: int, block: int) -> int:
    """Which exercise stands in a slot; the last two of a session are others in every block."""
    turn = block * 5 % 38 if slot >= PER_SESSION - 2 else 0
    return (session * 16 + slot * 2 + turn) % len(NAMES)


def exercise_yaml(exercise: dict[str, object]) -> str:
    """One exercise as planbuilder reads it."""
    lines = [f"name: {exercise['name']}", "purpose: To have something to print"]
    dose = f"{exercise['sets']} x 10 {exercise['side']}".rstrip()
    if exercise["instead"]:
        lines.append("equipment: [resistance-band]")
        lines.append(f'without: {{resistance-band: {{text: "{exercise["instead"]}"}}}}')
    lines += [f"dose: {dose}, rest 45s", "cues:"]
    lines += [f'  - {{do: "{long}.", short: "{short}"}}' for long, short in exercise["cues"]]
    return "\n".join([*lines, "mistake: Too fast, too soon", ""])


def plan_yaml(weeks: int, exercises: list[dict[str, object]]) -> str:
    """The plan as planbuilder reads it."""
    lines = ["title: Strength at home", "coach: A benchmark", "motto: Slow and tidy beats fast.", f"weeks: {weeks}"]
    lines += [f"defaults: {{reps: {repetitions(weeks)}, rest: 45s}}", "sessions:"]
    for session, (name, day) in enumerate(SESSIONS):
        lines += [f"  - name: {name}", f"    days: {day}", "    do:"]
        for slot in range(PER_SESSION):
            lines.append(f"      - {_item(session, slot, weeks, exercises)}")
    lines += ["stop: Form gone or sharp pain? Stop there.", "advice: Ask a physio before you start.", ""]
    return "\n".join(lines)


def _item(session: int, slot: int, weeks: int, exercises: list[dict[str, object]]) -> str:
    blocks = [(first, min(first + BLOCK - 1, weeks)) for first in range(1, weeks + 1, BLOCK)]
    ids = [exercises[pick(session, slot, block)]["id"] for block in range(len(blocks))]
    if len(set(ids)) == 1:
        return str(ids[0])
    spans = [f"{first}-{last}" if last > first else str(first) for first, last in blocks]
    return "{" + ", ".join(f"{span}: {id_}" for span, id_ in zip(spans, ids, strict=True)) + "}"


def pages(weeks: int, exercises: list[dict[str, object]]) -> dict[str, object]:
    """Every page of the plan with nothing left to work out."""
    counts = repetitions(weeks)
    return {
        "title": "Strength at home",
        "motto": "Slow and tidy beats fast.",
        "rest": "Rest 45 s",
        "stop": "Form gone or sharp pain? Stop there.",
        "foot": "Strength at home · A benchmark",
        "pages": [
            {
                "week": f"Week {week + 1}",
                "of": f"of {weeks}",
                "cells": [cell <= week for cell in range(weeks)],
                "session": name,
                "day": day.capitalize(),
                "cards": [
                    {
                        "number": str(slot + 1),
                        "name": exercise["name"],
                        "sets": str(exercise["sets"]),
                        "reps": str(counts[week]),
                        "unit": exercise["side"],
                        "cues": [f"{long}." for long, _ in exercise["cues"]][: 1 if exercise["instead"] else 2],
                        "instead": f"No band? {exercise['instead']}" if exercise["instead"] else "",
                    }
                    for slot in range(PER_SESSION)
                    for exercise in [exercises[pick(session, slot, week // BLOCK)]]
                ],
            }
            for week in range(weeks)
            for session, (name, day) in enumerate(SESSIONS)
        ],
    }


def write(weeks: int, folder: Path) -> tuple[Path, Path]:
    """Both forms of a plan in a folder; the plan in YAML and the pages in JSON."""
    exercises = library()
    (folder / "exercises").mkdir(parents=True, exist_ok=True)
    for exercise in exercises:
        (folder / "exercises" / f"{exercise['id']}.yaml").write_text(exercise_yaml(exercise), encoding="utf-8")
    plan, worked_out = folder / f"plan-{weeks}.yaml", folder / f"plan-{weeks}.json"
    plan.write_text(plan_yaml(weeks, exercises), encoding="utf-8")
    worked_out.write_text(json.dumps(pages(weeks, exercises), ensure_ascii=False), encoding="utf-8")
    return plan, worked_out


def main() -> None:
    """Write the files that the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--weeks", type=int, default=12)
    asked.add_argument("--folder", type=Path, required=True)
    given = asked.parse_args()
    write(given.weeks, given.folder)


if __name__ == "__main__":
    main()
