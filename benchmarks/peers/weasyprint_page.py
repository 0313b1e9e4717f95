"""WeasyPrint: one HTML page a session, rows placed absolutely, default settings."""

from html import escape

import page as p
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

STYLE = f"""
@page {{ size: {p.WIDTH}pt {p.HEIGHT}pt; margin: 0 }}
@font-face {{ font-family: D; src: url({p.DISPLAY.as_uri()}) }}
@font-face {{ font-family: T; src: url({p.TEXT.as_uri()}) }}
body {{ margin: 0; font: {p.CUE}pt/{p.CUE_LEADING}pt T; color: {p.INK} }}
section {{ position: relative; width: {p.WIDTH}pt; height: {p.HEIGHT}pt; break-after: page }}
section:last-child {{ break-after: auto }}
section > *, header > *, article > * {{ position: absolute; margin: 0; white-space: nowrap }}
h1, h2, .d {{ font-family: D; font-weight: normal; line-height: 1 }}
header {{ left: {p.LEFT}pt; top: {p.TOP}pt; width: {p.ACROSS}pt; height: {p.HEADER}pt; background: {p.TRACK};
  color: #fff }}
h1 {{ left: 14pt; top: -2pt; font-size: {p.WEEK}pt }}
.of {{ left: 202pt; top: 8pt; font-size: {p.OF}pt }}
.session {{ left: 202pt; top: 36pt; font-size: {p.OF}pt }}
.rest {{ left: 392pt; top: 10pt; font-size: {p.REST}pt }}
.cell {{ top: {p.STRIP_Y - p.TOP}pt; height: {p.STRIP_HEIGHT - 0.75}pt; border: .75pt solid #fff }}
.done {{ background: #fff }}
.day {{ left: {p.DAY_X}pt; top: {p.DAY_Y - 15}pt; font-size: {p.UNIT}pt; color: {p.SLATE} }}
article {{ left: {p.LEFT}pt; width: {p.ACROSS}pt; height: {p.ROW}pt; border-top: 1.5pt solid {p.INK} }}
h2 {{ left: 0; top: 2pt; font-size: {p.NAME}pt }}
.text {{ left: 0; top: {p.CUE_DY - 16}pt; width: {p.TEXT_WIDTH}pt; white-space: normal }}
.text p {{ margin: 0 }}
.instead {{ color: {p.SWAP} }}
.dose {{ left: {p.DOSE_X - p.LEFT}pt; top: 5pt; font-size: {p.DOSE}pt }}
.dose span {{ font-size: .74em; color: {p.SLATE}; padding: 0 5.6pt }}
.unit {{ left: {p.DOSE_X - p.LEFT}pt; top: {p.UNIT_DY - 15}pt; font-size: {p.UNIT}pt; color: {p.SLATE} }}
.tick {{ left: {p.TICK_X - p.LEFT}pt; top: {p.TICK_DY}pt; width: {p.TICK - 1.5}pt; height: {p.TICK - 1.5}pt;
  border: 1.5pt solid; border-radius: {p.ROUND}pt }}
.foot {{ left: {p.LEFT}pt; width: {p.ACROSS}pt; border-top: 1.5pt solid {p.INK}; top: {p.ROWS_Y + 6 * p.ROW}pt }}
.motto {{ left: {p.LEFT}pt; top: {p.MOTTO_Y - 22}pt; font-size: {p.MOTTO}pt }}
.stop {{ left: {p.STOP_X}pt }}
.small {{ left: {p.LEFT}pt; top: {p.FOOT_Y - 14}pt; font-size: {p.FOOT}pt; color: {p.SLATE} }}
.page {{ left: auto; right: {p.WIDTH - p.RIGHT}pt }}
"""


def card(exercise: dict, y: float) -> str:
    """One row of the page."""
    words = "".join(f"<p>{escape(cue)}</p>" for cue in exercise["cues"])
    words += f'<p class="instead">{escape(exercise["instead"])}</p>' if exercise["instead"] else ""
    return (
        f'<article style="top: {y}pt"><h2>{escape(exercise["name"])}</h2><div class="text">{words}</div>'
        f'<p class="d dose">{exercise["sets"]}<span>×</span>{exercise["reps"]}</p>'
        f'<p class="unit">{exercise["unit"]}</p><div class="tick"></div></article>'
    )


def header(plan: dict, sheet: dict) -> str:
    """The filled block with the strip of weeks."""
    pitch = p.STRIP / len(sheet["cells"])
    width = pitch - p.STRIP_GAP - 0.75
    cells = "".join(
        f'<div class="cell{" done" * done}" style="left: {14 + i * pitch}pt; width: {width}pt"></div>'
        for i, done in enumerate(sheet["cells"])
    )
    return (
        f'<header><h1>{sheet["week"]}</h1><p class="d of">{sheet["of"]}</p><p class="d rest">{plan["rest"]}</p>'
        f'<p class="d session">{escape(sheet["session"])}</p>{cells}</header>'
    )


def section(plan: dict, index: int, sheet: dict) -> str:
    """One page."""
    rows = "".join(card(exercise, p.ROWS_Y + n * p.ROW) for n, exercise in enumerate(sheet["cards"]))
    return (
        f'<section>{header(plan, sheet)}<p class="day">{sheet["day"]}</p>{rows}<div class="foot"></div>'
        f'<p class="d motto">{escape(plan["motto"])}</p><p class="d motto stop">{escape(plan["stop"])}</p>'
        f'<p class="small">{escape(plan["foot"])}</p>'
        f'<p class="small page">page {index + 1} of {len(plan["pages"])}</p></section>'
    )


def render(plan: dict) -> bytes:
    """The whole plan."""
    body = "".join(section(plan, index, sheet) for index, sheet in enumerate(plan["pages"]))
    title = escape(plan["title"])
    html = f'<html lang="en"><head><title>{title}</title><style>{STYLE}</style></head><body>{body}</body></html>'
    return HTML(string=html).write_pdf(font_config=FontConfiguration())


if __name__ == "__main__":
    p.run(render)
