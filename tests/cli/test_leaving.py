"""A command ends at once, without Python's tidying up: all that was printed must have arrived by then."""

import subprocess
import sys


def test_all_that_was_printed_arrives(process):
    ended = process("schema", "plan")
    assert ended.returncode == 0
    assert ended.stdout.rstrip().endswith(b"}")
    assert len(ended.stdout) > 5000


def test_exit_codes_come_through(process):
    assert process("--help").returncode == 0
    assert process("build").returncode == 2
    assert process("build", "no-such-plan").returncode == 1


def test_a_reader_that_leaves_early_is_no_mistake(here):
    listing = [sys.executable, "-m", "planbuilder", "list", "exercises"]
    with subprocess.Popen(listing, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=here) as command:
        command.stdout.close()
        told = command.stderr.read()
    assert told == b""
