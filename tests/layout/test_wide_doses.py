"""Doses wider than their column: they break after a slash or shrink, and never part a number from its unit."""

import re
from pathlib import Path

import pytest
from pretend import Pretend

from planbuilder.build import print_out
from planbuilder.layout.lines import Setter
from planbuilder.load import Loaded
from planbuilder.load.files import Folders
from planbuilder.load.fonts import load_fonts
from planbuilder.load.icons import load_icons
from planbuilder.load.layouts import layout_names, load_layout
from planbuilder.load.library import Library
from planbuilder.load.plans import load_plan
from planbuilder.model.choices import Choices
from planbuilder.model.pages import Glyphs
from planbuilder.problems import Source

FOLDERS = Folders.standard(Path("/nowhere"))
FACE = "text-400"
LAYOUTS = [name for name in layout_names(FOLDERS) if name not in ("base", "pocket")]
PLAN = """
title: Track
weeks: 2
times: 2
stop: Pain
do:
  - run: 200/400/800/400/200m @ 5k pace, rest same time jog
  - side-plank: 2 x 20-30s each side
"""


def pages_of(text, layout):
    source, library = Source("plan.yaml", text), Library(FOLDERS)
    plan, problems = load_plan(source, library)
    spec, _, _ = load_layout(layout, FOLDERS)
    assert plan, problems
    loaded = Loaded(plan, library, spec, load_fonts(FOLDERS)[0], load_icons(FOLDERS)[0], (source,), ())
    prints, problems = print_out(loaded, Choices(layout=layout))
    assert [p.message for p in problems] == []
    return prints.pages


@pytest.mark.parametrize("layout", LAYOUTS)
def test_wide_doses_are_no_fault_and_keep_their_units(layout):
    pages = pages_of(PLAN, layout)
    words = [mark.words.replace("\u00a0", " ") for page in pages for mark in page.marks if isinstance(mark, Glyphs)]
    assert not {"s", "m", "min", "seconds", "metres"} & set(words)
    assert any("20–30 s" in text for text in words)
    assert any(re.fullmatch(r"(.*/)?200 (m|metres)", text) for text in words)


def test_a_ladder_breaks_after_its_slashes_and_no_dose_beside_it_shrinks():
    sizes, alone = sizes_on_the_wall(PLAN), sizes_on_the_wall(PLAN.replace("  - run: 200/400/800/400/200m", "  #"))
    ladder = [words for words in sizes if "00" in words]
    assert ladder == ["200/400/", "800/400/", "200 m"]
    assert {sizes[words] for words in ladder} == {alone["20–30 s"]}


def sizes_on_the_wall(text):
    page, *_ = pages_of(text, "wall")
    return {mark.words.replace("\u00a0", " "): mark.size for mark in page.marks if isinstance(mark, Glyphs)}


def pieces(text, room, **how):
    setter = Setter(Pretend())
    [chunk] = setter.chunks(text, "text-400", 10.0, whole=True)
    return [piece.text for piece in setter.fitted(chunk, "text-400", 10.0, room, **how)]


def test_slashes_come_first_then_ties_then_words():
    assert pieces("200/400/800 m", 65, untied=False, broken=False) == ["200/400/800 m"]
    assert pieces("200/400/800 m", 45, untied=False, broken=False) == ["200/400/", "800 m"]
    assert pieces("200/400/800 m", 20, untied=False, broken=False) == ["200/", "400/", "800 m"]
    assert pieces("200/400/800 m", 20, untied=True, broken=False) == ["200/", "400/", "800", "m"]
    assert pieces("12 kilometres", 40, untied=True, broken=True) == ["12", "kilomet-", "res"]


def test_a_range_parts_after_its_dash_before_it_loses_its_unit():
    assert pieces("1:30–2:00 min", 45, untied=False, broken=False) == ["1:30–2:00 min"]
    assert pieces("1:30–2:00 min", 45, untied=True, broken=False) == ["1:30–", "2:00 min"]


def test_a_number_is_never_cut():
    assert pieces("1234567", 20, untied=True, broken=True) == ["1234567"]
    assert pieces("1:30–2:00", 20, untied=True, broken=True) == ["1:30–", "2:00"]
    assert pieces("2.5kg", 20, untied=True, broken=True) == ["2.5-", "kg"]


def test_a_hold_of_a_whole_ladder_goes_on_a_line_of_its_own():
    """6/4/ above 2 × 10 s would read as two times ten seconds."""
    setter, text = Setter(Pretend()), "6/4/2\u00a0×\u00a010\u00a0s"
    (chunk,) = setter.chunks(text, FACE, 10.0)
    pieces = setter.fitted(chunk, FACE, 10.0, chunk.width * 0.7, untied=False, broken=False)
    assert [piece.text for piece in pieces] == ["6/4/2", "×\u00a010\u00a0s"]
