"""fpdf2 as its manual shows it: text(), multi_cell(), rect(); fonts embedded, no text shaping."""

import page as p
from fpdf import FPDF


def write(pdf: FPDF, x: float, y: float, words: str, size: float, colour: str, font: str = "D") -> float:
    """One line of text; where it ends."""
    pdf.set_font(font, "", size)
    pdf.set_text_color(*p.rgb(colour))
    pdf.text(x, y, words)
    return x + pdf.get_string_width(words)


def header(pdf: FPDF, plan: dict, sheet: dict) -> None:
    """The filled block with the strip of weeks."""
    pdf.set_fill_color(*p.rgb(p.TRACK))
    pdf.rect(p.LEFT, p.TOP, p.ACROSS, p.HEADER, style="F")
    write(pdf, p.STRIP_X, p.WEEK_Y, sheet["week"], p.WEEK, p.WHITE)
    write(pdf, p.OF_X, p.OF_Y, sheet["of"], p.OF, p.WHITE)
    write(pdf, p.OF_X, p.SESSION_Y, sheet["session"], p.OF, p.WHITE)
    write(pdf, p.REST_X, p.REST_Y, plan["rest"], p.REST, p.WHITE)
    pdf.set_fill_color(255)
    pdf.set_draw_color(255)
    pdf.set_line_width(0.75)
    pitch = p.STRIP / len(sheet["cells"])
    for i, done in enumerate(sheet["cells"]):
        x = p.STRIP_X + i * pitch
        pdf.rect(x, p.STRIP_Y, pitch - p.STRIP_GAP, p.STRIP_HEIGHT, style="DF" if done else "D")
    write(pdf, p.DAY_X, p.DAY_Y, sheet["day"], p.UNIT, p.SLATE, "T")


def card(pdf: FPDF, card: dict, y: float) -> None:
    """One row of the page."""
    pdf.set_draw_color(*p.rgb(p.INK))
    pdf.set_line_width(1.5)
    pdf.line(p.LEFT, y, p.RIGHT, y)
    write(pdf, p.LEFT, y + p.NAME_DY, card["name"], p.NAME, p.INK)
    up = p.CUE_LEADING / 2 + p.CUE * 0.3
    pdf.set_font("T", "", p.CUE)
    pdf.set_xy(p.LEFT, y + p.CUE_DY - up)
    for words, colour in [*((cue, p.INK) for cue in card["cues"]), (card["instead"], p.SWAP)]:
        if words:
            pdf.set_text_color(*p.rgb(colour))
            pdf.multi_cell(p.TEXT_WIDTH, p.CUE_LEADING, words, align="L", new_x="LEFT", new_y="NEXT")
    x = write(pdf, p.DOSE_X, y + p.DOSE_DY, card["sets"], p.DOSE, p.INK)
    x = write(pdf, x + 5.6, y + p.DOSE_DY, "×", p.DOSE * 0.74, p.SLATE)
    write(pdf, x + 5.6, y + p.DOSE_DY, card["reps"], p.DOSE, p.INK)
    write(pdf, p.DOSE_X, y + p.UNIT_DY, card["unit"], p.UNIT, p.SLATE, "T")
    pdf.rect(p.TICK_X, y + p.TICK_DY, p.TICK, p.TICK, round_corners=True, corner_radius=p.ROUND)


def render(plan: dict) -> bytes:
    """The whole plan."""
    pdf = FPDF(unit="pt", format=(p.WIDTH, p.HEIGHT))
    pdf.set_auto_page_break(False)
    pdf.set_margins(0, 0, 0)
    pdf.c_margin = 0
    pdf.set_title(plan["title"])
    pdf.add_font("D", "", p.DISPLAY)
    pdf.add_font("T", "", p.TEXT)
    for index, sheet in enumerate(plan["pages"]):
        pdf.add_page()
        header(pdf, plan, sheet)
        for n, exercise in enumerate(sheet["cards"]):
            card(pdf, exercise, p.ROWS_Y + n * p.ROW)
        pdf.line(p.LEFT, p.ROWS_Y + 6 * p.ROW, p.RIGHT, p.ROWS_Y + 6 * p.ROW)
        write(pdf, p.LEFT, p.MOTTO_Y, plan["motto"], p.MOTTO, p.INK)
        write(pdf, p.STOP_X, p.MOTTO_Y, plan["stop"], p.MOTTO, p.INK)
        write(pdf, p.LEFT, p.FOOT_Y, plan["foot"], p.FOOT, p.SLATE, "T")
        foot = f"page {index + 1} of {len(plan['pages'])}"
        write(pdf, p.RIGHT - pdf.get_string_width(foot), p.FOOT_Y, foot, p.FOOT, p.SLATE, "T")
    return bytes(pdf.output())


if __name__ == "__main__":
    p.run(render)
