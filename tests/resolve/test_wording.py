"""Grammar section 2, the printed column; and dates, durations and lists."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.load.dose_lines import read_line
from planbuilder.load.reader import Reader
from planbuilder.model.deck import Dose
from planbuilder.model.dose import Layer, Quantity, Resolved, Side, Tempo, Value
from planbuilder.problems import Place, Source
from planbuilder.resolve.progression import Moment, dose_at
from planbuilder.resolve.wording import Wording

SAY = Wording("en")


def resolved(text):
    reader = Reader()
    parts = read_line(text, Place(Source("plan.yaml", text), 1, 1), reader)
    assert not reader.problems, (text, reader.problems)
    problems = []
    found = dose_at([Layer(parts, "item")], Moment(), problems)
    assert not problems
    return found


def worded(text):
    return SAY.dose(resolved(text))


def plain(text):
    return text.replace("\u00a0", " ")


PRINTED = {
    "3 x 8-10 each leg": "3 × 8–10 each leg",
    "3 x 8-10 steps each way, rest 30s": "3 × 8–10 steps each way, rest 30 s",
    "3 x up to 30s": "3 × up to 30 s",
    "3 x 10 x 5s": "3 × 10 × 5 s",
    "12/10/8 @ 40/45/50kg": "12/10/8 @ 40/45/50 kg",
    "4 x max @ RIR 0": "4 × max @ RIR 0",
    "8RM": "8RM",
    "3 x 8 @ 75% @ RPE 7.5-8, tempo 3-1-2-0, rest 90s": "3 × 8 @ 75 % @ RPE 7.5–8, tempo 3-1-2-0, rest 90 s",
    "12 @ 16kg a hand": "12 @ 16 kg a hand",
    "3 x 12 each arm @ bodyweight + 5kg": "3 × 12 each arm @ bodyweight + 5 kg",
    "5/5 @ bodyweight + 5/10kg": "5/5 @ bodyweight + 5/10 kg",
    "6 x 6 @ 70% + 5kg": "6 × 6 @ 70 % + 5 kg",
    "2 x 3 @ 80-85% 1RM - 2.5kg": "2 × 3 @ 80–85 % 1RM – 2.5 kg",
    "6 @ bodyweight - 10kg": "6 @ bodyweight – 10 kg",
    "3 x 2 @ 85% of today's best": "3 × 2 @ 85 % of today's best",
    "12+max+max, rest inside each set 20s": "12+max+max, rest inside each set 20 s",
    "3 x 10, rest between reps 5s": "3 × 10, rest between reps 5 s",
    "10 each side, hold for 5s": "10 reps × 5 s each side",
    "10 each leg @ ___kg": "10 each leg @ ____ kg",
    "8 x 50m every 1:00": "8 × 50 m, every 1:00 min",
    "5km @ 5:10-5:20/km": "5 km @ 5:10–5:20/km",
    "6 x 15s rest walk down": "6 × 15 s, rest walk down",
    "2 x 10 (no support) or 3 x 10 (holding on)": "2 × 10 (no support) or 3 × 10 (holding on)",
    "each leg, rest 45s": "each leg, rest 45 s",
    "as the physio showed you": "as the physio showed you",
    "none": "–",
    "10 reps x 5s": "10 reps × 5 s",
    "1 x 1 step": "1 × 1 step",
    "3 x 3 figures of 8": "3 × 3 figures of 8",
    "3 x 10 reps": "3 × 10",
    "0": "0",
    "5+": "5+",
    "2+2+2": "2+2+2",
    "1min 30s": "1:30 min",
    "90min": "90 min",
    "1:30:00": "1:30 h",
    "1:02:03": "1:02:03 h",
    "45s-1min": "45–60 s",
    "about 5km @ zone 2": "about 5 km @ zone 2",
    "30 in total": "30 in total",
    "20min @ 80%HRmax": "20 min @ 80 % HRmax",
    "5km @ 5k pace": "5 km @ 5k pace",
    "10min @ 12km/h": "10 min @ 12 km/h",
    "3 x 10 @ 7.5kg": "3 × 10 @ 7.5 kg",
    "30s/45s/1min": "30 s/45 s/1 min",
    "alternate legs each set": "alternate legs each set",
    "40s half each side": "40 s half each side",
    "2 x 30s each leg and direction": "2 × 30 s each leg and direction",
    "2 x 8 weaker side, 3 times a day": "2 × 8 weaker side, 3 times a day",
    "3 x 10, tempo slow, then rest 2min": "3 × 10, tempo slow, then rest 2 min",
    "3 x 12 @ bodyweight + 5kg when pain-free": "3 × 12 @ bodyweight, + 5 kg when pain-free",
    "3 x 10 @ 20kg - 5kg when sore": "3 × 10 @ 20 kg, – 5 kg when sore",
}


@pytest.mark.parametrize("written", PRINTED)
def test_a_dose_prints_as_a_coach_would_write_it(written):
    assert plain(worded(written).line) == PRINTED[written]


@pytest.mark.parametrize("written", PRINTED)
def test_what_prints_reads_back_as_itself(written):
    line = worded(written).line
    assert resolved(line) == resolved(written)
    assert resolved(plain(line)) == resolved(written)


def test_number_and_unit_never_part():
    assert worded("3 x 30s, rest 1:30").line == "3\u00a0×\u00a030\u00a0s, rest 1:30\u00a0min"


def test_a_rest_inside_a_set_has_its_unit_in_full_where_it_is_spoken():
    dose = worded("3 x 10 @ bodyweight - 5kg, rest between reps 3s")
    assert plain(dose.spoken) == "sets × reps, bodyweight – 5 kg, rest between reps 3 seconds"
    assert dose.unit[0] == "bodyweight –\u00a05\u00a0kg"


def test_a_dose_is_split_for_the_page():
    dose = worded("3 x 8-10 steps each way @ 20kg @ RPE 7, tempo 3-1-2-0, rest 30s (slowly)")
    assert plain(dose.line) == "3 × 8–10 steps each way @ 20 kg @ RPE 7, tempo 3-1-2-0, rest 30 s (slowly)"
    assert (dose.sets, dose.amount, dose.kind) == ("3", "8–10", "reps")
    assert dose.unit == ("steps each way", "20\u00a0kg", "RPE\u00a07", "tempo 3-1-2-0")
    assert (dose.rest, dose.rest_spoken, dose.note) == ("30\u00a0s", "30\u00a0seconds", "slowly")


@pytest.mark.parametrize(
    ("written", "amount", "spoken", "kind"),
    [
        ("3 x 10", "10", "10", "reps"),
        ("3 x 30s", "30 s", "30 seconds", "time"),
        ("1:30", "1:30 min", "1 minute 30 seconds", "time"),
        ("3 x 1min", "1 min", "1 minute", "time"),
        ("20-30s", "20–30 s", "20–30 seconds", "time"),
        ("8 x 50m", "50 m", "50 metres", "distance"),
        ("3 x 10 x 5s", "10 × 5 s", "10 × 5 seconds", "reps"),
        ("12/10/8", "12/10/8", "12/10/8", "reps"),
        ("4 x max", "max", "max", "reps"),
        ("as shown", "as shown", "as shown", "words"),
        ("up to 30s", "up to 30 s", "up to 30 seconds", "time"),
    ],
)
def test_the_amount_in_short_and_in_full(written, amount, spoken, kind):
    dose = worded(written)
    assert (plain(dose.amount), plain(dose.amount_spoken), dose.kind) == (amount, spoken, kind)


def test_a_hold_is_called_so_only_where_the_coach_does():
    assert worded("3 x 35s").unit == ()
    assert worded("3 x 35s (hold)").note == "hold"


def test_one_of_a_counted_thing_stands_in_the_singular():
    assert worded("1 step each way").side == "step each way"
    assert worded("0 steps").side == "steps"


def test_an_empty_dose_is_a_dash_and_a_dose_without_an_amount_has_none():
    assert SAY.dose(Resolved(nothing=True)) == Dose(amount="–", line="–")
    dose = worded("each leg, rest 45s")
    assert (dose.amount, dose.kind, dose.sets) == ("", "", "")


def test_further_doses_follow_each_other():
    dose = worded("2 x 10 or 3 x 8 each leg or max")
    assert plain(dose.line) == "2 × 10 or 3 × 8 each leg or max"
    assert (dose.sets, dose.further.side, dose.further.further.amount) == ("2", "each leg", "max")
    assert dose.further.further.further is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1 x 5 @ RPE 8, then 3 x 5 @ -10%", "1 × 5 @ RPE 8, then 3 × 5 @ –10 %"),
        (
            "1 x 5 each leg @ 80kg, rest 3min then 3 x 5 @ -10%",
            "1 × 5 each leg @ 80 kg, rest 3 min, then 3 × 5 @ 72.5 kg",
        ),
        (
            "1 x 5 @ 80kg, rest 3min, then 3 x 8 @ 60kg, rest 90s",
            "1 × 5 @ 80 kg, rest 3 min, then 3 × 8 @ 60 kg, rest 90 s",
        ),
        ("10 @ 20kg, then max @ -20%, then max @ -20%", "10 @ 20 kg, then max @ 15 kg, then max @ 12.5 kg"),
        ("2 x 5 @ 80kg, then 1 x 5+", "2 × 5 @ 80 kg, then 1 × 5+"),
        ("10min @ easy then 20min @ threshold", "10 min @ easy, then 20 min @ threshold"),
        ("5 steps each way, tempo 3-1-1, then 8 or 10", "5 steps each way, tempo 3-1-1, then 8 steps or 10 steps"),
    ],
)
def test_what_is_done_after_it_is_said_as_a_coach_would(text, line):
    assert plain(worded(text).line) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("6 x 400m, rest 200m jog", "6 × 400 m, rest 200 m jog"),
        ("3 x 8 @ 16-24kg kettlebell", "3 × 8 @ 16–24 kg kettlebell"),
        ("5 @ ___kg sled", "5 @ ____ kg sled"),
        ("6/4/2 x 10s each side", "6/4/2 reps × 10 s each side"),
        ("30min @ 80-90rpm", "30 min @ 80–90 rpm"),
    ],
)
def test_a_measure_keeps_the_words_behind_it(text, line):
    assert plain(worded(text).line) == line


AS_COACHES_WRITE = {
    "5/5/5+ @ 85%": "5/5/5+ @ 85 %",  # the last set as many as can be
    "8/8/max": "8/8/max",
    "12+4+4 @ 40kg, rest 3min": "12+4+4 @ 40 kg, rest 3 min",  # rest-pause
    "12/10/8/10/12 @ 40/45/50/45/40kg": "12/10/8/10/12 @ 40/45/50/45/40 kg",  # up and down
    "1/2/3/4/5": "1/2/3/4/5",  # a ladder
    "3 x 10, rest 90/60/30s": "3 × 10, rest 90/60/30 s",
    "8/6/4 @ RPE 7/8/9": "8/6/4 @ RPE 7/8/9",
    "4 x 6 @ 6RM": "4 × 6 @ 6RM",
    "3 x 8 @ 50% bodyweight": "3 × 8 @ 50 % bodyweight",
    "5 x 45s @ 70% MVC, rest 2min": "5 × 45 s @ 70 % MVC, rest 2 min",  # holds for a tendon
    "3 x 15 @ to failure": "3 × 15 @ to failure",
    "200/400/800/400/200m @ 5k pace, rest same time jog": "200/400/800/400/200 m @ 5k pace, rest same time jog",
    "400/800/1200m @ 5k pace, rest 90s/2min/3min": "400/800/1200 m @ 5k pace, rest 90 s/2 min/3 min",
    "4 x 4min @ 90-95%HRmax, rest 3min easy": "4 × 4 min @ 90–95 % HRmax, rest 3 min easy",
    "5 x 1km @ 4:30/km, rest 400m jog": "5 × 1 km @ 4:30/km, rest 400 m jog",
    "60-90min @ zone 2": "60–90 min @ zone 2",
    "10 x 20 steps @ 20kg vest, rest walk back": "10 × 20 steps @ 20 kg vest, rest walk back",
    "3 x 10 (5 each way)": "3 × 10 (5 each way)",
    "10, every 1h": "10, every 1 h",
}


@pytest.mark.parametrize("text", AS_COACHES_WRITE)
def test_a_dose_as_coaches_write_it_reads_and_prints(text):
    assert plain(worded(text).line) == AS_COACHES_WRITE[text]


def test_on_a_page_what_is_done_after_it_says_all_of_itself():
    dose = worded("1 x 5 each leg @ RPE 8, rest 3min, then 3 x 5 @ -10%, rest 90s")
    after = dose.further
    assert (after.link, after.sets, after.amount, after.side) == ("then", "3", "5", "each leg")
    assert (plain(after.load), plain(after.timing), after.effort) == ("10 % less", "rest 90 s", "")
    assert dose.size == 20


def test_a_blank_names_its_unit():
    assert worded("10 @ ___kg").blank == "kg"


def test_timing_stands_below_the_dose():
    dose = worded("8 x 50m every 1:00, 2 times a day")
    assert plain(" · ".join(dose.unit)) == "every 1:00 min · 2 times a day"


fractions = st.integers(0, 400).map(lambda n: Fraction(n, 2))
units = st.sampled_from(["", "steps", "figures of 8", "s", "min", "m", "km", "clock"])


@st.composite
def values(draw, unit):
    if draw(st.integers(0, 9)) == 0:
        return Value(form="max", unit="")
    low = draw(fractions)
    low = Fraction(int(low)) if unit in ("clock", "", "steps", "figures of 8") else low
    high = low + draw(st.integers(1, 50)) if draw(st.booleans()) else None
    bound = draw(st.sampled_from(["", "", "up to", "at least", "about"]))
    return Value(low, high, unit, bound, plus=draw(st.booleans()))


@st.composite
def quantities(draw, unit):
    return Quantity(tuple(draw(values(unit)) for _ in range(draw(st.integers(1, 3)))))


@st.composite
def doses(draw):
    amount = draw(quantities(draw(units)))
    counts = {"time": "time", "distance": "distance"}.get(amount.kind, "reps")
    sets = Quantity((Value(Fraction(draw(st.integers(1, 9)))),)) if len(amount.values) == 1 else None
    load = draw(st.none() | st.sampled_from(["kg", "lb", "%", "% 1RM"]).map(lambda u: one(Fraction(15, 2), u)))
    effort = draw(st.none() | st.sampled_from(["RPE", "bpm", "/km", "km/h"]).map(lambda u: one(Fraction(150), u)))
    side = draw(
        st.none() | st.sampled_from([Side("each", ("leg",)), Side("weaker", ("side",)), Side("alternate", ("legs",))])
    )
    tempo = draw(st.none() | st.sampled_from([Tempo(("3", "1", "X", "0")), Tempo(words="slow")]))
    rest = draw(st.none() | st.sampled_from([one(Fraction(30), "s"), Quantity(words="walk down")]))
    note = draw(st.sampled_from(["", "slowly", "3 or 4 at most"]))
    return Resolved(
        sets=sets, amount=amount, counts=counts, side=side, load=load, effort=effort, tempo=tempo, rest=rest, note=note
    )


def one(number, unit):
    return Quantity((Value(number, unit=unit),))


@given(doses())
def test_any_dose_printed_and_read_again_is_the_same_dose(dose):
    assert resolved(SAY.dose(dose).line) == dose


def test_dates_in_english():
    monday = datetime.date(2026, 12, 7)
    assert plain(SAY.date(monday)) == "7 Dec"
    assert plain(SAY.weekday_and_date(datetime.date(2026, 12, 8))) == "Tue 8 Dec"
    assert plain(SAY.dates(monday, datetime.date(2026, 12, 13))) == "7–13 Dec"
    assert plain(SAY.dates(datetime.date(2026, 12, 28), datetime.date(2027, 1, 3))) == "28 Dec – 3 Jan"
    assert (SAY.weekday_mark(1), SAY.weekday_name(6)) == ("Tue", "Sunday")


def test_dates_and_decimal_marks_of_other_languages():
    german = Wording("de")
    assert plain(german.date(datetime.date(2026, 12, 7))) == "7. Dez."
    assert german.weekday_name(0) == "Montag"
    assert plain(german.quantity(one(Fraction(15, 2), "kg"))) == "7,5 kg"
    assert "13" in german.dates(datetime.date(2026, 12, 7), datetime.date(2026, 12, 13))


@pytest.mark.parametrize(
    ("seconds", "printed"),
    [
        (1, "about 1 min"),
        (1440, "about 24 min"),
        (1441, "about 25 min"),
        (3600, "about 1 h"),
        (4200, "about 1 h 10 min"),
    ],
)
def test_durations_are_rounded_up_to_minutes(seconds, printed):
    assert plain(SAY.about(seconds)) == printed


def test_lists_counts_and_ordinals():
    assert SAY.listed(["a"]) == "a"
    assert SAY.listed(["a", "b", "c"]) == "a, b and c"
    assert SAY.listed(["a", "b"], "or") == "a or b"
    assert plain(SAY.count(1, "weeks")) == "1 week"
    assert [SAY.ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st",
    ]  # fmt: skip
