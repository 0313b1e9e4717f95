"""Whatever a plan says: on every layout, paper and theme nothing is clipped, on something else, too small or lost.

`pytest --hypothesis-profile=long tests/test_nothing_clipped.py` looks at many more plans, up to thirty exercises over
a year; otherwise it is thirty exercises or a year, not both.
"""

from pathlib import Path

import pytest
from clear_pages import faults, missing
from hard_plans import hard_plans
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from planbuilder.build import print_out
from planbuilder.load import Loaded
from planbuilder.load.files import Folders
from planbuilder.load.fonts import load_fonts
from planbuilder.load.icons import load_icons
from planbuilder.load.layouts import load_layout
from planbuilder.load.library import Library
from planbuilder.load.plans import load_plan
from planbuilder.model.choices import Choices
from planbuilder.problems import Source
from planbuilder.resolve import resolve

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = Folders(user=ROOT / "tests" / "nothing-here", library=None, shipped=ROOT)
LIBRARY = Library(FOLDERS)
FONTS_AND_ICONS = load_fonts(FOLDERS)[0], load_icons(FOLDERS)[0]

LARGE = ("a4", "letter", "legal", "a3", "tabloid", "a4 landscape")
SMALL = ("a5", "half-letter", "150x210mm")
TINY = ("a6", "4x6", "3x5", "100x160mm")
PAPERS = {
    "cards": LARGE + SMALL + TINY,
    "handout": LARGE + SMALL,
    "large-print": LARGE + SMALL,
    "pocket": LARGE + SMALL,
    "poster": LARGE,
    "tracker": LARGE,
    "wall": LARGE + SMALL,
}
TIGHT = {
    *((layout, paper) for layout in ("pocket", "large-print") for paper in SMALL),
    *(("poster", paper) for paper in ("a4", "a4 landscape", "letter", "legal")),
    ("cards", "3x5"),
}
"""Where a plan of the hardest kind may be refused; the reader is told to shorten it or to take a larger paper."""
FROM_TO = ("pocket",)  # says where a dose begins and where it ends
REFUSALS = ("does not fit on a page", "does not fit into its column", "There is not enough room here")

LONG = settings.get_current_profile_name() == "long"
MOST_LINES = 30 * 52 if LONG else 60
LOOKED_AT = settings(
    max_examples=200 if LONG else 8,
    deadline=None,
    derandomize=not LONG,
    phases=[*Phase] if LONG else [Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def printed(text, choices):
    plan, problems = load_plan(Source("plan.yaml", text), LIBRARY)
    assert [f"{p.place} {p.message}" for p in problems if p.severity == "error"] == []
    spec, problems, _ = load_layout(choices.layout, FOLDERS)
    assert problems == ()
    loaded = Loaded(plan, LIBRARY, spec, *FONTS_AND_ICONS, (Source("plan.yaml", text),), ())
    deck, _ = resolve(plan, LIBRARY, choices)
    return deck, *print_out(loaded, choices)


def wrong_with(text, choices):
    """What is wrong with the pages of a plan, or with the reasons for which there are none."""
    deck, prints, problems = printed(text, choices)
    if prints is not None:
        return faults(prints) + missing(deck, prints.pages, choices.layout in FROM_TO)
    told = [problem.message for problem in problems if problem.severity == "error"]
    may = (choices.layout, choices.paper) in TIGHT
    return [words for words in told if not (may and any(reason in words for reason in REFUSALS))]


@pytest.mark.parametrize("layout", sorted(PAPERS))
@LOOKED_AT
@given(text=hard_plans(MOST_LINES), theme=st.sampled_from(("colour", "ink-saver")), data=st.data())
def test_nothing_is_clipped_covered_too_small_or_lost(layout, text, theme, data):
    paper = data.draw(st.sampled_from(PAPERS[layout]))
    language = data.draw(st.sampled_from(("en", "en", "en", "he")))  # pages for readers from the right are mirrored
    choices = Choices(layout=layout, paper=paper, theme=theme, language=language)
    assert wrong_with(text, choices) == [], f"{layout} on {paper} in {theme}, {language}:\n{text}"


@pytest.mark.parametrize("layout", sorted(PAPERS))
def test_a_paper_too_small_is_told_with_what_it_takes(layout):
    text = (ROOT / "plans" / "six-weeks-to-steady-hips.yaml").read_text("utf-8")
    for paper in sorted({*LARGE, *SMALL, *TINY, "50x80mm"} - set(PAPERS[layout])):
        _, prints, problems = printed(text, Choices(layout=layout, paper=paper))
        assert prints is None
        [told] = [problem for problem in problems if problem.severity == "error"]
        assert f"is too small for layout {layout}: it needs" in told.message


def test_the_shipped_plan_prints_on_every_paper_that_a_layout_takes():
    text = (ROOT / "plans" / "six-weeks-to-steady-hips.yaml").read_text("utf-8")
    for layout, paper in sorted(TIGHT):
        assert wrong_with(text, Choices(layout=layout, paper=paper)) == []
