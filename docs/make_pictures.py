"""Makes docs/pictures: the six-week plan in every layout, small, for the gallery, and the wall card of the README.

All pictures: python docs/make_pictures.py. Those whose names begin with a word: python docs/make_pictures.py wall
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from planbuilder.build import Prints, build
from planbuilder.load.files import Folders
from planbuilder.load.layouts import printable
from planbuilder.model.choices import Choices
from planbuilder.prepress.preview import pictures
from planbuilder.problems import told

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = Folders(user=ROOT / "docs", library=None, shipped=ROOT)
PICTURES = ROOT / "docs" / "pictures"
PLAN = "six-weeks-to-steady-hips"
SMALL, LARGE = 700, 1270
MOST_BYTES = {SMALL: 120_000, LARGE: 250_000}
EDGE = "#B8BFC6"
PALETTE = (256, 128, 64, 32)


class Shot(NamedTuple):
    """A picture to make: its file, what is printed, how many sides of it are shown, pixels of the longest side."""

    name: str
    choices: Choices
    sides: int = 1
    side: int = SMALL


def shots() -> Iterator[Shot]:
    """The pictures of the gallery, layout by layout, then the one at the top of the README."""
    specs, problems = printable(FOLDERS)
    if problems:
        raise SystemExit("\n".join(told(problem) for problem in problems))
    for spec in specs:
        week = "3" if "week" in {word.text for word in spec.per} else None
        backs = spec.sheet is not None and spec.sheet.backs is not None
        yield Shot(f"gallery-{spec.name}", Choices(layout=spec.name, weeks=week), 2 if backs else 1)
    yield Shot("gallery-wall-ink-saver", Choices(layout="wall", weeks="3", theme="ink-saver"))
    yield Shot("wall", Choices(layout="wall", weeks="3"), 1, LARGE)


def printed(choices: Choices) -> Prints:
    """The plan as it is printed; what is wrong ends the script."""
    prints, problems = build(PLAN, choices, FOLDERS)
    if prints is None:
        raise SystemExit("\n".join(told(problem) for problem in problems))
    return prints


def drawn(shot: Shot) -> Image.Image:
    """The first sides, one beside the other, each with a thin edge so that white paper is seen on a white page."""
    prints = printed(shot.choices)
    pages = prints.pages[: shot.sides]
    scale = shot.side / max(max(page.size) for page in pages)
    sides = pictures(replace(prints, pages=pages), scale)
    width = sum(side.width for side in sides) + 8 * (len(sides) - 1)
    sheet = Image.new("RGB", (width + 2, max(side.height for side in sides) + 2), "white")
    x = 0
    for side in sides:
        sheet.paste(EDGE, (x, 0, x + side.width + 2, side.height + 2))
        sheet.paste(side, (x + 1, 1))
        x += side.width + 8
    return sheet


def packed(picture: Image.Image, most: int) -> bytes:
    """A palette PNG with as many colours as stay within the bytes that it may have."""
    for colours in PALETTE:
        file = BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        if len(file.getvalue()) <= most:
            return file.getvalue()
    raise SystemExit(f"A picture takes more than {most} bytes, however few its colours are.")


def main(beginning: str = "") -> None:
    """Write the pictures whose names begin so."""
    PICTURES.mkdir(exist_ok=True)
    for shot in shots():
        if shot.name.removeprefix("gallery-").startswith(beginning):
            data = packed(drawn(shot), MOST_BYTES[shot.side])
            path = PICTURES / f"{shot.name}.png"
            path.write_bytes(data)
            print(f"{path.relative_to(ROOT)}: {len(data) // 1000} kB")


if __name__ == "__main__":
    main(*sys.argv[1:2])
