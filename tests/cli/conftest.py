"""Runs the command line as a user would, in an empty folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from planbuilder.cli.app import outcome


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    def run_one(*arguments: str) -> Ended:
        try:
            code = outcome(list(arguments))
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = capfd.readouterr()
        return Ended(code, out.replace("\u00a0", " "), err)

    return run_one


@pytest.fixture
def process(here: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    def run_process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "planbuilder", *arguments],
            capture_output=True,
            env={**os.environ, **environment},
            cwd=here,
            timeout=120,
        )

    return run_process
