"""Links on the pages for readers: what they lead to is there, and every layout is in the gallery."""

import re
from pathlib import Path

import pytest

from planbuilder.load.files import Folders
from planbuilder.load.layouts import printable

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
LARGEST = {"wall.png": 250_000}


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def links(page):
    """The links of a page to files and headings of ours, examples left out."""
    text = re.sub(r"^```.*?^```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    return [link for link in LINK.findall(text) if "://" not in link and not link.startswith("mailto:")]


def headings(page):
    """The anchors of a page's headings."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page):
    lost = []
    for link in links(page):
        file, _, heading = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (heading and heading not in headings(target)):
            lost.append(link)
    assert lost == []


def test_there_are_links():
    assert sum(len(links(page)) for page in PAGES) > 15


def test_pictures_are_small_and_all_shown():
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    text = "".join(page.read_text("utf-8") for page in PAGES)
    assert len(pictures) > 5
    assert [p.name for p in pictures if p.stat().st_size > LARGEST.get(p.name, 120_000)] == []
    assert [p.name for p in pictures if f"pictures/{p.name}" not in text] == []


def test_every_layout_is_in_the_gallery():
    specs, _ = printable(Folders(user=ROOT / "docs", library=None, shipped=ROOT))
    shown = re.findall(r"^## (\S+)$", (ROOT / "docs" / "gallery.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(shown) == sorted(spec.name for spec in specs)
    assert [name for name in shown if not (ROOT / "docs" / "pictures" / f"gallery-{name}.png").exists()] == []
