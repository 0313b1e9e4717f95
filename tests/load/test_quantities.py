"""Grammar section 1: what a text says as a quantity, and what is said of a text that is none."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.load.quantities import Mistake, quantity, read_quantity
from planbuilder.load.reader import Reader
from planbuilder.model.dose import NONE, Quantity, Value
from planbuilder.problems import Place, Source


def one(low, unit="", high=None, **more) -> Quantity:
    return Quantity((Value(Fraction(str(low)), None if high is None else Fraction(str(high)), unit, **more),))


def each(unit, *numbers) -> Quantity:
    return Quantity(tuple(Value(Fraction(str(n)), unit=unit) for n in numbers))


READINGS = {
    "10": one(10),
    "0": one(0),
    "010": one(10),
    "8-10": one(8, high=10),
    "8–10": one(8, high=10),
    "5+": one(5, plus=True),
    "12/10/8": each("", 12, 10, 8),
    "10 reps": one(10, "reps"),
    "1 rep": one(1, "reps"),
    "8-10 steps": one(8, "steps", 10),
    "1 step": one(1, "steps"),
    "20 breaths": one(20, "breaths"),
    "3 figures of 8": one(3, "figures of 8"),
    "10 times": one(10, "times"),
    "30s": one(30, "s"),
    "30 s": one(30, "s"),
    "30\u00a0s": one(30, "s"),
    "30 sec": one(30, "s"),
    "1 second": one(1, "s"),
    "2 minutes": one(2, "min"),
    "1 hour": one(1, "h"),
    "1:30": one(90, "clock"),
    "1:30 min": one(90, "clock"),
    "1min 30s": one(90, "clock"),
    "1:02:03": one(3723, "clock"),
    "1:20 h": one(4800, "clock"),
    "45s-1min": one(45, "s", 60),
    "45s-1:30": one(45, "s", 90),
    "1:00-1:30": one(60, "clock", 90),
    "400m-1km": one(400, "m", 1000),
    "up to 30s": one(30, "s", bound="up to"),
    "at least 20": one(20, bound="at least"),
    "about 5km": one(5, "km", bound="about"),
    "30 in total": one(30, scope="in total"),
    "16kg a hand": one(16, "kg", scope="a hand"),
    "40/50/60%": each("%", 40, 50, 60),
    "40/45/50kg": each("kg", 40, 45, 50),
    "75% 1RM": one(75, "% 1RM"),
    "8RM": one(8, "RM"),
    "RPE 7-8": one(7, "RPE", 8),
    "RPE 7.5": one("7.5", "RPE"),
    "RIR 0": one(0, "RIR"),
    "zone 2": one(2, "zone"),
    "80%HRmax": one(80, "% HRmax"),
    "80 % HRmax": one(80, "% HRmax"),
    "140-150bpm": one(140, "bpm", 150),
    "180spm": one(180, "spm"),
    "250W": one(250, "W"),
    "5:10/km": one(310, "/km"),
    "5:10-5:20/km": one(310, "/km", 320),
    "8:00/mi": one(480, "/mi"),
    "2:05/500m": one(125, "/500m"),
    "1:40/100m": one(100, "/100m"),
    "5:10/5:00/4:50/km": each("/km", 310, 300, 290),
    "50/75/100m": each("m", 50, 75, 100),
    "12km/h": one(12, "km/h"),
    "7.5mph": one("7.5", "mph"),
    "5k pace": one(5, "k pace"),
    "max": Quantity((Value(form="max"),)),
    "2+2+2": Quantity((Value(Fraction(6), form="cluster", bites=(2, 2, 2)),)),
    "___kg": Quantity((Value(unit="kg", form="blank"),)),
    "_": Quantity((Value(form="blank"),)),
    "none": NONE,
    "–": NONE,
    "bodyweight": Quantity(base="bodyweight"),
    "bodyweight + 5kg": Quantity((Value(Fraction(5), unit="kg"),), base="bodyweight"),
    "walk down": Quantity(words="walk down"),
    "very easy": Quantity(words="very easy"),
    "+1": one(1).__class__((Value(Fraction(1)),), relative=True),
    "-40%": Quantity((Value(Fraction(-40), unit="%"),), relative=True),
    "+15s": Quantity((Value(Fraction(15), unit="s"),), relative=True),
}


@pytest.mark.parametrize("text", READINGS)
def test_a_text_reads_as_its_quantity(text):
    assert quantity(text) == READINGS[text]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("5,5kg", "5.5kg"),
        ("1,500m", "1500m"),
        ("8 -10", "8-10"),
        ("8 - 10", "8-10"),
        ("10 12", "10-12"),
        ("10-8", "8-10"),
        ("mxa", "max"),
        ("30 secnds", "30 seconds"),
        ("bodyweigth", "bodyweight"),
        ("bw + 5kg", "bodyweight + 5kg"),
        ("~10", "about 10"),
        ("30s-45", "30-45s"),
        ('30"', "30s"),
    ],
)
def test_a_slip_is_shown_its_nearest_reading(text, near):
    found, (problem,) = read(text)
    assert found is None
    assert problem.advice == f"did you mean {near}?"


def read(text, *kinds):
    reader = Reader()
    found = read_quantity(text, Place(Source("plan.yaml", text), 4, 11), reader, kinds or None, "rest")
    return found, reader.problems


def test_words_with_a_number_are_offered_to_stand_as_they_are():
    found, (problem,) = read("Ice for 10 min")
    assert found is None
    assert problem.advice == "to print it as it stands, write rest: {words: Ice for 10 min}"


def test_a_time_without_a_unit_offers_both():
    found, (problem,) = read("60", "time")
    assert found is None
    assert (problem.message, problem.advice) == ('rest: "60" needs a unit.', "write 60s or 60min")
    assert (problem.place.line, problem.place.column) == (4, 11)


def test_the_wrong_kind_is_named():
    _, (problem,) = read("20kg", "time")
    assert problem.message == 'rest: "20kg" is a load.'


@pytest.mark.parametrize(
    "text", ["1:75", "9" * 50, "1" * 5000, "+" * 200, "8-" * 500, "1/" * 200, "_" * 400, "2+" * 300]
)
def test_what_is_no_quantity_or_too_long_is_refused(text):
    assert isinstance(quantity(text), Mistake)


@given(st.text(max_size=60) | st.text("0123456789 -–+/:._xs%kgminmax,", max_size=60))
def test_any_text_is_a_quantity_or_a_mistake(text):
    found, problems = read(text)
    assert (found is None) == bool(problems)
    for problem in problems:
        assert problem.message
        assert "{near}" not in problem.advice
