"""A cold start loads what a command needs and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

PLAN = "title: Plan\nweeks: 1\ntimes: 1\nexercises:\n  sit: {name: Sit, dose: 3 x 5, cues: [Sit down]}\ndo: [sit]\n"
NEVER = ("pydantic", "rich", "babel", "PIL._imaging", "reportlab.pdfgen", "reportlab.platypus")
FOR_PICTURES = ("planbuilder.figures", "planbuilder.load.pictures", "planbuilder.load.svg", "xml")
OTHERS = tuple(f"planbuilder.cli.{command}" for command in ("check", "new", "preview", "proof", "show", "watch"))
STAGES = tuple(f"planbuilder.{stage}" for stage in ("load", "resolve", "layout", "paint", "figures", "model.pages"))


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules that a command has loaded in a process of its own."""
    code = (
        "import sys; from planbuilder.cli.app import outcome; "
        f"code = outcome({list(arguments)!r}); names = list(sys.modules); "
        "import json; print(json.dumps([code, names]))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=folder, text=True, check=True)
    code, names = json.loads(ended.stdout.splitlines()[-1])
    assert code == 0, ended.stderr
    return set(names)


def test_a_build_loads_neither_other_commands_nor_what_draws_pictures(here):
    (here / "plan.yaml").write_text(PLAN, "utf-8")
    names = loaded(here, "build", "plan.yaml")
    assert "planbuilder.paint.pdf" in names
    assert names.isdisjoint((*NEVER, *FOR_PICTURES, *OTHERS, "json"))


def test_the_help_loads_every_command_but_no_stage(here):
    names = loaded(here, "--help")
    assert names.issuperset(OTHERS)
    assert names.isdisjoint((*NEVER, *STAGES, "json", "tempfile"))
