"""planbuilder new: a plan and an exercise to start from, with comments, that build as they stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from planbuilder.cli.outcome import Exit, Stopped
from planbuilder.cli.output import make_folder, write_whole
from planbuilder.cli.schema import Kind, schema_of

PLAN = """\
# yaml-language-server: $schema={schemas}plan.json
# A plan. Change what you like, then:  planbuilder build {name}
# A line that starts with # is a comment and is never printed.
# For a whole class, with a name on every card:  planbuilder build {name} --roster runners.csv

title: {title}
coach: Your name here
motto: Slow and tidy beats fast.
stop: Form gone or sharp pain? Stop there.
advice: Hurt, unwell or unsure? See a physio before you start.

weeks: 4
times: 2                        # sessions a week; or  days: [tue, fri]
phases: {{Learn: 1-2, Build: 3-4}}

defaults:                       # for every exercise, unless it says otherwise below
  sets: 3
  reps: {{Learn: 8-10, Build: 10-12}}
  rest: 30s

do:                             # planbuilder list exercises  shows what there is
  - step-up
  - sideways-band-walk          # needs a band: the card says what to do without one
  - squat: {{note: wider each set}}
  - bridge-hold: 3 x 30s to 45s   # longer from week to week
  - my-exercise                 # your own, in exercises/my-exercise.yaml
"""

EXERCISE = """\
# yaml-language-server: $schema=../{schemas}exercise.json
# An exercise of your own. The file's name is what a plan calls it: my-exercise.

name: My exercise
purpose: What it is good for, in a few words
position: standing
dose: 3 x 8-10 each leg, rest 30s
cues:                           # most important first, three to five
  - do: Stand tall on one leg, with the hand near a wall.
    short: Stand tall on one leg
  - do: Bend the knee a little and keep it over the toes.
    short: Knee soft, over the toes
  - Breathe out as you rise.
mistake: Tipping to the side
stop: Sharp pain anywhere
easier: Hold on to a chair.
harder: Close your eyes.
"""


def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The plan's name: small letters, digits and hyphens.")],
) -> None:
    """Put a plan to start from into this folder, and an exercise of your own.

    Example: planbuilder new my-plan
    """
    import json

    name = name.removesuffix(".yaml")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise Stopped(Exit.USAGE, f"{name!r} cannot be a plan's name. Use small letters, digits and hyphens: my-plan")
    plan, exercise, schemas = Path(f"{name}.yaml"), Path("exercises", "my-exercise.yaml"), Path("schemas")
    if plan.exists():
        raise Stopped(Exit.FILES, f"{plan} is there already. It was left as it is; choose another name.")
    title = name.replace("-", " ").capitalize()
    files = {plan: PLAN.format(name=name, title=title, schemas="schemas/")}
    if not exercise.exists():
        files[exercise] = EXERCISE.format(schemas="schemas/")
    for kind in (Kind.PLAN, Kind.EXERCISE):
        files[schemas / f"{kind.value}.json"] = json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"
    for folder in (exercise.parent, schemas):
        make_folder(folder)
    for path, text in files.items():
        write_whole(path, text.encode())
    print(f"{plan} and {exercise} are ready. Now: planbuilder build {name}")
