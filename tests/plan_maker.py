"""Plans made up at random, within the grammar: what Hypothesis draws from."""

from hypothesis import strategies as st

from planbuilder.writing.yaml_text import yaml_text

COUNTED = ("squat", "lunge", "clamshell", "step-up", "press-up", "sideways-band-walk", "fire-hydrant")
HELD = ("plank", "bridge-hold", "side-plank")
LOADS = (
    "20kg", "20kg + 5kg a week", "70% + 5kg a week", "bodyweight", "bodyweight - 10kg + 5kg a week", "medium band",
    "10kg a hand", "16kg kettlebell",
)  # fmt: skip
UNITS = ("each leg", "each side", "")


def numbers(low, high):
    return st.integers(low, high).map(str)


@st.composite
def ranges(draw, low, high, unit=""):
    first = draw(st.integers(low, high))
    more = draw(st.integers(0, 5))
    return f"{first}-{first + more}{unit}" if more else f"{first}{unit}"


@st.composite
def rising(draw, unit=""):
    """A walk or steps that never fall, and their first and last."""
    first = draw(st.integers(3, 12))
    last = first + draw(st.integers(0, 12))
    return draw(st.sampled_from([f"{first}{unit} to {last}{unit}", f"{first}{unit} + {last - first + 1}{unit} a week"]))


@st.composite
def amounts(draw, weeks, unit="", alone=True):
    """An amount that stays or changes over the weeks; `alone` it may be several numbers, one a set."""
    kind = draw(st.sampled_from(["one", "rising", "falling", "list", "table", *(["per set", "max"] if alone else [])]))
    one = ranges(5, 15, unit)
    if kind == "rising":
        return draw(rising(unit))
    if kind == "falling":
        return f"{draw(st.integers(12, 20))}{unit} to {draw(st.integers(3, 11))}{unit}"
    if kind == "list":
        return [draw(one) for _ in range(weeks)]
    if kind == "table" and weeks > 1:
        cut = draw(st.integers(1, weeks - 1))
        return {f"1-{cut}": draw(one), f"{cut + 1}+": draw(one)}
    if kind == "per set" and draw(st.booleans()):
        return f"{draw(one)} then {draw(one)}{draw(st.sampled_from(['', ' @ 20kg', ' @ -10%', ' or 20' + unit]))}"
    if kind == "per set":
        return "/".join(draw(st.lists(numbers(3, 15), min_size=2, max_size=4))) + unit
    return "max" if kind == "max" and not unit else draw(one)


@st.composite
def exercises(draw, weeks, alone=True):
    held = draw(st.booleans())
    name = draw(st.sampled_from(HELD if held else COUNTED))
    amount = draw(amounts(weeks, "s" if held else "", alone))
    parts = {}
    if draw(st.booleans()):
        parts["rest"] = draw(st.sampled_from(["30s", "1:30", "walk back", "none", "+15s", "200m jog"]))
    if draw(st.booleans()):
        parts["load"] = draw(st.sampled_from(LOADS))
    if draw(st.booleans()):
        parts["effort"] = draw(st.sampled_from(["RPE 7", "RIR 2 to 0.5", "easy"]))
    if draw(st.booleans()):
        parts["note"] = draw(st.sampled_from(["Slowly", "to the left, then right", "10 breaths: calm"]))
    if draw(st.booleans()):
        parts["tempo"] = draw(st.sampled_from(["3-1-2-0", "slow", "30X1"]))
    per_set = isinstance(amount, str) and "/" in amount
    if not per_set and draw(st.booleans()):
        parts["sets"] = draw(st.sampled_from(["2", "3", "2 to 4", "2-3"]))
    key = "time" if held else "reps"
    in_parts = isinstance(amount, str) and " then " in amount
    return {name: {"dose" if in_parts else key: amount, **parts}}


@st.composite
def groups(draw, weeks):
    do = draw(st.lists(exercises(weeks, alone=False) | st.sampled_from(COUNTED + HELD), min_size=1, max_size=3))
    kind = draw(st.sampled_from(["plain", "rounds", "in turn", "emom", "for", "choose"]))
    timing = {
        "plain": {},
        "rounds": {"rounds": draw(amounts(weeks, alone=False)), "rest": "20s", "rest-between-rounds": "2min"},
        "in turn": {"order": "in turn", "rest-between-rounds": "60s to 90s"},
        "emom": {"every": "1min", "for": "10min to 14min"},
        "for": {"for": "up to 12min", "rounds": "3-5"},
        "choose": {"choose": "1"},
    }[kind]
    heading = {"group": "Block"} if draw(st.booleans()) else {}
    return {**heading, **timing, "do": do}


@st.composite
def plans(draw):
    """The text of a plan, and how many weeks it has."""
    weeks = draw(st.integers(1, 6))
    plan = {"title": "Made up", "weeks": str(weeks)}
    if weeks > 2 and draw(st.booleans()):
        cut = draw(st.integers(1, weeks - 1))
        parts = draw(st.sampled_from([{}, {"sets": "-1"}, {"rest": "60s"}, {"sets": "+1", "load": "-10%"}]))
        plan["phases"] = {"Learn": f"1-{cut}", "Build": {"weeks": f"{cut + 1}-{weeks}", **parts}}
    if draw(st.booleans()):
        plan["defaults"] = {"sets": "3", "rest": draw(st.sampled_from(["30s", "30s to 60s"])), "reps": "8-10 to 12-15"}
    do = st.lists(exercises(weeks) | groups(weeks) | st.sampled_from(COUNTED + HELD), min_size=1, max_size=4)
    how_often = st.sampled_from([{}, {"times": "2"}, {"days": ["tue", "fri"]}, {"times": "1-2"}, {"days": "daily"}])
    if draw(st.booleans()):
        plan |= draw(how_often)
        plan["do"] = draw(do)
    else:
        names = ["A", "B"][: draw(st.integers(1, 2))]
        plan["sessions"] = [{"name": name, **draw(how_often), "do": draw(do)} for name in names]
    return yaml_text(plan), weeks
