"""The page that every peer draws: places in points from the top left of A4, sizes, colours and fonts.

It is planbuilder's wall card without icons: a filled header with a strip of weeks, six rows with name, cues or
stand-in, dose and tick, and a foot.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

FONTS = Path(__file__).resolve().parents[2] / "fonts"
DISPLAY = FONTS / "barlow-condensed" / "BarlowCondensed-Bold.ttf"
TEXT = FONTS / "atkinson-hyperlegible" / "AtkinsonHyperlegible-Regular.ttf"

WIDTH, HEIGHT = 595.28, 841.89
LEFT, RIGHT, TOP = 28.35, 566.93, 28.35
ACROSS = RIGHT - LEFT
HEADER = 102
WEEK_Y, OF_X, OF_Y, SESSION_Y, REST_X, REST_Y = 88, 230, 60, 88, 420, 78
STRIP_X, STRIP_Y, STRIP, STRIP_HEIGHT, STRIP_GAP = 42, 108, 511, 12, 3
DAY_X, DAY_Y = 535, 148
ROWS_Y, ROW = 156, 90
TEXT_WIDTH, DOSE_X = 330, 380
NAME_DY, CUE_DY, CUE_LEADING, DOSE_DY, UNIT_DY = 32, 54, 19, 52, 72
TICK_X, TICK_DY, TICK, ROUND = 535, 30, 31.2, 1.7
MOTTO_Y, STOP_X, FOOT_Y = 738, 270, 805
WEEK, OF, REST, NAME, CUE, DOSE, UNIT, MOTTO, FOOT = 66, 27, 40, 36, 16, 56, 14, 22, 9
INK, SLATE, TRACK, SWAP, WHITE = "#16202B", "#46535F", "#B8431C", "#0A4F8A", "#FFFFFF"


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of "#RRGGBB", 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def run(render: Callable[[dict], bytes]) -> None:
    """Read the JSON file that the command line names, write the PDF file that it names."""
    source, target = sys.argv[1:3]
    plan = json.loads(Path(source).read_text(encoding="utf-8"))
    Path(target).write_bytes(render(plan))
