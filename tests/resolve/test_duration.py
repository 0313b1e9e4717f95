"""Grammar section 7: how long a dose takes."""

import pytest

from planbuilder.load.dose_lines import read_line
from planbuilder.load.reader import Reader
from planbuilder.model.dose import Layer
from planbuilder.problems import Place, Source
from planbuilder.resolve.duration import after_seconds, exercise_seconds, set_seconds
from planbuilder.resolve.progression import Moment, dose_at


def resolved(text):
    reader = Reader()
    parts = read_line(text, Place(Source("plan.yaml", text), 1, 1), reader)
    assert not reader.problems
    return dose_at([Layer(parts, "item")], Moment(), [])


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("10", 30),
        ("8-10", 27),
        ("10, tempo 3-1-2-0", 60),
        ("10, tempo 3-1-X-0", 50),
        ("10 reps x 5s", 70),
        ("20 steps", 20),
        ("10 hops", 10),
        ("10 taps", 20),
        ("10 jumps", 20),
        ("10 strokes", 30),
        ("10 passes", 30),
        ("5 breaths", 20),
        ("10 calories", 40),
        ("5 throws", 25),
        ("4 turns", 20),
        ("2 lengths", 60),
        ("2 laps", 120),
        ("3 figures of 8", 60),
        ("3 times", 60),
        ("3 star jumps", 60),
        ("max", 45),
        ("2+2+2", 18),
        ("30s", 30),
        ("20-30s", 25),
        ("1:30", 90),
        ("100m", 36),
        ("5km @ 5:00-5:20/km", 1550),
        ("500m @ 2:05/500m", 125),
        ("1km @ 12km/h", 300),
        ("30s each side", 60),
        ("10 each leg and direction", 120),
        ("40s half each side", 40),
        ("10 weaker side", 30),
        ("alternate legs", 0),
        ("as the physio showed you", 60),
        ("none", 0),
        ("3 x 30 in total", 30),
        ("10, then 10", 30),
    ],
)
def test_one_set(text, seconds):
    assert set_seconds(resolved(text)) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3 x 10, rest 60s", 3 * 30 + 2 * 60),
        ("3 x 10", 3 * 30 + 2 * 30),
        ("2-3 x 10, rest 60s", 2.5 * 30 + 1.5 * 60),
        ("12/10/8, rest 60s", 90 + 2 * 60),
        ("8 x 50m every 1:00", 480),
        ("6 x 15s rest walk down", 6 * 15 + 5 * 15),
        ("1 x 20min", 1200),
        ("none", 0),
    ],
)
def test_an_exercise(text, seconds):
    assert exercise_seconds(resolved(text)) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("3 x 10, rest 60s", 60), ("3 x 10", 15), ("3 x 10, rest 60s, then rest 2min", 120), ("15s rest walk down", 15)],
)
def test_before_the_next_exercise(text, seconds):
    assert after_seconds(resolved(text)) == pytest.approx(seconds)


def test_a_rest_over_a_distance_takes_its_time():
    assert exercise_seconds(resolved("3 x 60s, rest 100m jog")) == 180 + 2 * 36
    assert exercise_seconds(resolved("3 x 60s, rest 90s jog")) == 180 + 2 * 90


def test_what_is_done_after_it_takes_its_time_too():
    assert exercise_seconds(resolved("1 x 10, rest 60s, then 2 x 5")) == 30 + 60 + 2 * 15 + 60
    assert exercise_seconds(resolved("10min @ easy, then 20min, rest none")) == 600 + 30 + 1200
    assert exercise_seconds(resolved("1 x 10 or 2 x 10")) == 30
    assert exercise_seconds(resolved("1 x 10, rest 60s, then 1 x 10 or 2 x 10")) == 120
