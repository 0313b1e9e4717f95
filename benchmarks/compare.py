"""planbuilder beside other ways to the same pages: whole processes, in turn, as ratios to Typst.

    python benchmarks/compare.py                        # 1, 12 and 52 weeks
    python benchmarks/compare.py --weeks 12 --rounds 9

planbuilder reads YAML and works the plan out; its peers get every page worked out as JSON and only draw it. A peer that
is not installed is left out. Needs os.wait4: Linux or macOS.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import workload

HERE = Path(__file__).resolve().parent
OURS, BASE, NOTHING = "planbuilder", "typst", "python alone"
PEERS = {"typst": "typst", "platypus": "reportlab", "fpdf2": "fpdf", "weasyprint": "weasyprint"}
SLOW = {"fpdf2": 2, "weasyprint": 4}  # what takes seconds runs less often
PER_WEEK = len(workload.SESSIONS)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one finished process took: seconds on the clock, seconds of CPU, peak memory in MiB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Job:
    """One command that makes one file."""

    name: str
    weeks: int
    command: tuple[str, ...]
    output: Path


def installed() -> list[str]:
    """The peers that can run; the others are named with the way to get them."""
    found = [peer for peer, module in PEERS.items() if find_spec(module)]
    for peer in PEERS:
        if peer not in found:
            print(f"{peer} is not installed and left out: pip install 'planbuilder[bench]'")
    return found


def jobs(weeks: Sequence[int], peers: Sequence[str], folder: Path) -> list[Job]:
    """Every command of one round, planbuilder first."""
    out = []
    for count in weeks:
        plan, pages = workload.write(count, folder)
        target = folder / f"{OURS}-{count}.pdf"
        build = ("-m", "planbuilder", "build", str(plan), "--layout", "wall", "--output", str(target))
        out.append(Job(OURS, count, build, target))
        for peer in peers:
            target = folder / f"{peer}-{count}.pdf"
            out.append(Job(peer, count, (str(HERE / "peers" / f"{peer}_page.py"), str(pages), str(target)), target))
    return out


def run(job: Job, folder: Path) -> Cost:
    """Run a job to its end; one that fails ends the comparison with what it said."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with (folder / "said.txt").open("w+b") as said:
        begin = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, *job.command], cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        if status:
            said.seek(0)
            raise SystemExit(f"{job.name} failed with {job.weeks} weeks:\n{said.read().decode(errors='replace')}")
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def measure(todo: Sequence[Job], rounds: int, folder: Path) -> dict[tuple[str, int], Cost]:
    """The medians by name and weeks. Rounds go A B C A B C, so that a drifting machine hits all alike."""
    costs: dict[tuple[str, int], list[Cost]] = {(job.name, job.weeks): [] for job in todo}
    for turn in range(rounds + 1):  # the first round fills the caches and is dropped
        for job in todo:
            if turn > 1 and (turn - 1) % SLOW.get(job.name, 1):
                continue
            cost = run(job, folder)
            if turn:
                costs[job.name, job.weeks].append(cost)
    return {key: middle(taken) for key, taken in costs.items()}


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each number by itself."""
    return Cost(
        median(cost.wall for cost in costs), median(cost.cpu for cost in costs), median(cost.memory for cost in costs)
    )


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns, the first to the left, numbers to the right."""
    widths = [max(len(row[i]) for row in (head, *rows)) for i in range(len(head))]
    for row in (head, *rows):
        first, *rest = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join([row[0].ljust(len(first)), *rest]))
    print()


def ratio(value: float, base: float | None) -> str:
    """One number over another; a dash where there is nothing to compare with."""
    return f"{value / base:.2f}" if base else "–"


def report(medians: Mapping[tuple[str, int], Cost], todo: Sequence[Job], weeks: Sequence[int]) -> None:
    """One table for each number of weeks."""
    for count in weeks:
        base = medians.get((BASE, count))
        rows = []
        for job in (job for job in todo if job.weeks == count and job.name != NOTHING):
            cost = medians[job.name, count]
            rows.append(
                (
                    job.name,
                    f"{cost.wall * 1000:.0f}",
                    f"{cost.cpu * 1000:.0f}",
                    f"{cost.memory:.0f}",
                    f"{job.output.stat().st_size / 1024:.0f}",
                    ratio(cost.wall, base and base.wall),
                    ratio(cost.cpu, base and base.cpu),
                )
            )
        title = f"{count} week{'s' if count > 1 else ''}, {count * PER_WEEK} pages"
        table((title, "wall ms", "cpu ms", "MiB", "PDF KiB", "wall/typst", "cpu/typst"), rows)


def report_slopes(medians: Mapping[tuple[str, int], Cost], names: Sequence[str], weeks: Sequence[int]) -> None:
    """What each further page costs, from the fewest weeks to the most."""
    few, many = min(weeks), max(weeks)
    if few == many:
        return
    pages = (many - few) * PER_WEEK
    slopes = {
        name: [(getattr(medians[name, many], what) - getattr(medians[name, few], what)) / pages for what in WHAT]
        for name in names
    }
    base = slopes.get(BASE)
    rows = [
        (name, f"{wall * 1000:.2f}", f"{cpu * 1000:.2f}", f"{memory * 1024:.0f}", ratio(cpu, base and base[1]))
        for name, (wall, cpu, memory) in slopes.items()
    ]
    table((f"each further page ({few} to {many} weeks)", "wall ms", "cpu ms", "KiB memory", "cpu/typst"), rows)


WHAT = ("wall", "cpu", "memory")


def compare(weeks: Sequence[int], rounds: int, folder: Path) -> None:
    """Measure and print everything."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [OURS, *installed()]
    nothing = Job(NOTHING, 0, ("-c", "pass"), folder)
    todo = [nothing, *jobs(weeks, names[1:], folder)]
    medians = measure(todo, rounds, folder)
    alone = medians[NOTHING, 0]
    print(f"medians of up to {rounds} runs; {NOTHING}: {alone.wall * 1000:.0f} ms, {alone.memory:.0f} MiB\n")
    report(medians, todo, weeks)
    report_slopes(medians, names, weeks)


def main() -> None:
    """Compare what the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--weeks", type=int, nargs="+", default=[1, 12, 52])
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--folder", type=Path, help="keep plans and PDFs here")
    given = asked.parse_args()
    if given.folder:
        compare(given.weeks, given.rounds, given.folder.resolve())
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(given.weeks, given.rounds, Path(folder))


if __name__ == "__main__":
    main()
