"""Plans at the edge of what a coach may write: one to thirty exercises, long words, a dozen cues, a year."""

from itertools import accumulate, cycle, islice

from hypothesis import strategies as st

from planbuilder.writing.yaml_text import yaml_text

LETTERS = "kniebeugengesäßmuskeljumpygluteprogrüßfußsprunggelenkaufwärmxylophonquickstepoberschenkel"
SIZES = (4, 2, 7, 11, 3, 5, 1, 16, 6, 9, 3, 8, 23, 5, 2, 12, 6, 31, 4, 7, 5, 40, 3)
LENGTHS = tuple(islice(cycle(SIZES), 8 * len(SIZES)))
WORDS = tuple((LETTERS * 2)[at % len(LETTERS) :][:n] for at, n in zip(accumulate(LENGTHS), LENGTHS, strict=True))
DOSES = (
    "10",
    "3 x 8-10 each leg",
    "4 x 12 each arm @ bodyweight + 5kg, tempo 3-1-2-0, rest 90s",
    "12/10/8/6/4 @ 40/45/50/55/60kg",
    "10 each leg @ ___kg",
    "3 x 8-10 figures of eight each way, rest walk back",
    "2 x 10 (no support) or 3 x 10 (holding on)",
    "as the physio showed you",
    "50 in total (any way you like)",
    "8 x 50m every 1:00",
    "3 x 20-40s each side",
    "2 x up to 1:30, 3 times a day",
    "3 x 100-120 steps each leg and direction @ RPE 7.5-8",
    "20min @ easy",
)
SHIPPED = ("squat", "step-up", "sideways-band-walk", "side-leg-lift", "bridge-hold", "single-leg-bridge")
LOGS = ("ticks", "pain", "stiffness", "reps", "load", "effort", "time", "notes")
TIMES = ({}, {"times": "1"}, {"times": "2"}, {"times": "7"}, {"days": ["tue", "fri"]}, {"days": "daily"})
LEVELS = (
    *({},) * 3,
    {"levels": {"New": WORDS[3], "Used": " ".join(WORDS[4:8])}},
    {"levels": ["New", "Used", f"Very {WORDS[7]}"]},
)
GROUPS = (
    {"order": "in turn", "rest-between-rounds": "60s"},
    {"rounds": "5", "rest": "20s", "rest-between-rounds": "2min"},
    {"for": "up to 12min"},
    {"choose": "1"},
)


def sentences(least, most):
    """So many words, one after the other."""
    places = st.integers(0, len(WORDS) - most - 1)
    return st.tuples(places, st.integers(least, most)).map(lambda at: " ".join(WORDS[at[0] : at[0] + at[1]]))


NAMES = st.tuples(st.integers(0, len(WORDS) - 5), st.sampled_from((1, 1, 2, 2, 3, 5))).map(
    lambda at: " ".join(WORDS[at[0] : at[0] + at[1]]).capitalize()
)


@st.composite
def some_of(draw, **values):
    """Some of the keys, each with what is drawn for it."""
    return {key.replace("_", "-"): draw(value) for key, value in values.items() if draw(st.booleans())}


@st.composite
def moves(draw, others, cues):
    """An exercise of the plan's own."""
    first, many = draw(st.integers(0, 11)), draw(st.sampled_from((0, 1, 2, 3, 3, 4, 7, 12)))
    told = [cues[(first + k) % len(cues)] for k in range(many)]
    made = {"name": draw(NAMES), "dose": draw(st.sampled_from(DOSES))}
    made |= draw(some_of(short=sentences(1, 2), purpose=sentences(2, 8), mistake=sentences(2, 8)))
    made |= draw(some_of(easier=sentences(2, 8), harder=sentences(2, 8)))
    if told:
        made["cues"] = [{"do": cue, "short": " ".join(cue.split()[:2])} if k % 2 else cue for k, cue in enumerate(told)]
    if draw(st.booleans()):
        made["equipment"] = [draw(st.sampled_from(("resistance-band", "step", "mat")))]
        made["without"] = {made["equipment"][0]: draw(st.sampled_from(({"use": others}, {"text": cues[first]})))}
    return made


@st.composite
def items(draw, ids, levels):
    """What is done: each exercise once, some of them with words of their own, some in groups or at a level."""
    done = []
    for name in ids:
        notes = st.sampled_from(("", "hold", WORDS[7], " ".join(WORDS[3:9])))
        rests = st.sampled_from(("", "30s", "1:30", "walk back slowly"))
        parts = {key: value for key, value in (("note", draw(notes)), ("rest", draw(rests))) if value}
        if draw(st.integers(0, 5)) == 0:
            parts["if"] = " ".join(WORDS[10:14])
        if levels and draw(st.integers(0, 2)) == 0:
            parts |= {"only": levels[0]} if draw(st.booleans()) else {"rest": {levels[0]: "20s", "else": "1:30"}}
        done.append({name: parts} if parts else name)
    if len(done) > 2 and draw(st.booleans()):
        end = draw(st.integers(2, len(done)))
        group = {**draw(st.sampled_from(GROUPS)), "do": done[:end]}
        done[:end] = [{"group": draw(sentences(1, 3)), **group} if draw(st.booleans()) else group]
    return done


@st.composite
def hard_plans(draw, most_lines=30 * 52):
    """The text of a plan: one to thirty exercises, one to fifty-two weeks, exercises times weeks within bounds."""
    count = draw(st.integers(1, 30) | st.integers(1, 7))
    most_weeks = min(52, max(1, most_lines // count))
    weeks = draw(st.integers(1, most_weeks) | st.sampled_from((1, min(6, most_weeks), most_weeks)))
    cues = [draw(sentences(1, 14)) for _ in range(12)]
    own = {f"m{k}": draw(moves("press-up", cues)) for k in range(count)}
    ids = [draw(st.sampled_from(SHIPPED)) if draw(st.integers(0, 3)) == 0 else key for key in own]
    plan = {"title": draw(sentences(1, 6)), "exercises": own}
    plan |= draw(calendars(weeks))
    plan |= draw(st.sampled_from(LEVELS))
    plan |= draw(some_of(short=sentences(1, 2), coach=sentences(1, 3), club=sentences(1, 3), motto=sentences(1, 9)))
    plan |= draw(some_of(stop=sentences(2, 14), advice=sentences(2, 14), move_on=sentences(2, 14)))
    plan |= draw(some_of(link=st.just("example.org/a-way-with-many-words-in-it"), contact=st.just("coach@example.org")))
    plan |= draw(some_of(log=st.lists(st.sampled_from(LOGS), min_size=1, max_size=8, unique=True)))
    plan |= draw(some_of(brand=st.just({"colour": "#1A4F8A", "name": "Hill Club"}), panels=st.just(["glutes"])))
    levels = tuple(plan.get("levels", ()))
    many = draw(st.sampled_from((1, 1, 1, 2, 3))) if count > 3 else 1
    if many == 1:
        return yaml_text({**plan, **draw(st.sampled_from(TIMES)), "do": draw(items(ids, levels))})
    runs = [ids[k::many] for k in range(many)]
    plan["sessions"] = [
        {"name": f"{draw(sentences(1, 2))} {k}", **draw(st.sampled_from(TIMES)), "do": draw(items(run, levels))}
        for k, run in enumerate(runs)
    ]
    return yaml_text(plan)


@st.composite
def calendars(draw, weeks):
    """Weeks, with phases or without; or days, or stages, or nothing to count."""
    kind = draw(st.sampled_from(("weeks", "weeks", "phases", "phases", "dates", "stages", "nothing")))
    if kind == "nothing":
        return {}
    if kind == "stages":
        named = draw(st.integers(1, 4))
        return {"stages": {f"Stage {k} {WORDS[k]}": {"goal": WORDS[k + 5]} for k in range(named)}}
    found = {"weeks": str(weeks)}
    if kind == "dates":
        found["start"] = "2027-03-01"
    if kind == "phases" and weeks > 1:
        cut = draw(st.integers(1, weeks - 1))
        early, late = draw(sentences(1, 1)), draw(sentences(1, 3))
        found["phases"] = {f"{early} A": f"1-{cut}", f"{late} B": f"{cut + 1}-{weeks}"}
        found["defaults"] = {"rest": "30s to 90s"}
    return found
