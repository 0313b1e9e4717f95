"""reportlab's platypus as its manual shows it: Paragraph, Table, PageBreak, default settings, no text shaping."""

from io import BytesIO
from xml.sax.saxutils import escape

import page as p
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Table, TableStyle

INK, SLATE, TRACK, SWAP, WHITE = map(HexColor, (p.INK, p.SLATE, p.TRACK, p.SWAP, p.WHITE))
BASE = ParagraphStyle("base", fontName="T", fontSize=p.CUE, leading=p.CUE_LEADING, textColor=INK)
STYLES = {
    "name": ParagraphStyle("name", BASE, fontName="D", fontSize=p.NAME, leading=39),
    "cue": BASE,
    "instead": ParagraphStyle("instead", BASE, textColor=SWAP),
    "dose": ParagraphStyle("dose", BASE, fontName="D", fontSize=p.DOSE, leading=60),
    "unit": ParagraphStyle("unit", BASE, fontSize=p.UNIT, textColor=SLATE),
}
TIMES = f' <font size="{p.DOSE * 0.74}" color="{p.SLATE}">×</font> '
TIGHT = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
ROW_STYLE = TableStyle(
    [
        ("LINEABOVE", (0, 0), (-1, -1), 1.5, INK),
        ("LINEBELOW", (0, -1), (-1, -1), 1.5, INK),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *TIGHT,
    ]
)
WIDTHS = [p.DOSE_X - p.LEFT, p.TICK_X - p.DOSE_X, p.RIGHT - p.TICK_X]


class Tick(Flowable):
    """An empty box."""

    def wrap(self, *_):
        """Its size."""
        return p.TICK, p.TICK + p.TICK_DY

    def draw(self):
        """A square with round corners."""
        self.canv.setLineWidth(1.5)
        self.canv.setStrokeColor(INK)
        self.canv.roundRect(0, 0, p.TICK, p.TICK, p.ROUND)


def row(card: dict) -> list:
    """The cells of one exercise."""
    words = [Paragraph(escape(card["name"]), STYLES["name"])]
    words += [Paragraph(escape(cue), STYLES["cue"]) for cue in card["cues"]]
    if card["instead"]:
        words.append(Paragraph(escape(card["instead"]), STYLES["instead"]))
    dose = [Paragraph(card["sets"] + TIMES + card["reps"], STYLES["dose"]), Paragraph(card["unit"], STYLES["unit"])]
    return [words, dose, [Tick()]]


def header(canvas, plan: dict, sheet: dict) -> None:
    """The filled block with the strip of weeks."""
    canvas.setFillColor(TRACK)
    canvas.rect(p.LEFT, p.HEIGHT - p.TOP - p.HEADER, p.ACROSS, p.HEADER, stroke=0, fill=1)
    canvas.setFillColor(WHITE)
    canvas.setStrokeColor(WHITE)
    canvas.setLineWidth(0.75)
    pitch = p.STRIP / len(sheet["cells"])
    for i, done in enumerate(sheet["cells"]):
        y = p.HEIGHT - p.STRIP_Y - p.STRIP_HEIGHT
        canvas.rect(p.STRIP_X + i * pitch, y, pitch - p.STRIP_GAP, p.STRIP_HEIGHT, fill=done)
    for size, x, y, words in (
        (p.WEEK, p.STRIP_X, p.WEEK_Y, sheet["week"]),
        (p.OF, p.OF_X, p.OF_Y, sheet["of"]),
        (p.OF, p.OF_X, p.SESSION_Y, sheet["session"]),
        (p.REST, p.REST_X, p.REST_Y, plan["rest"]),
    ):
        canvas.setFont("D", size)
        canvas.drawString(x, p.HEIGHT - y, words)


def foot(canvas, plan: dict, sheet: dict, number: int) -> None:
    """What stands below the rows, and the day above them."""
    for font, size, colour, x, y, words in (
        ("T", p.UNIT, SLATE, p.DAY_X, p.DAY_Y, sheet["day"]),
        ("D", p.MOTTO, INK, p.LEFT, p.MOTTO_Y, plan["motto"]),
        ("D", p.MOTTO, INK, p.STOP_X, p.MOTTO_Y, plan["stop"]),
        ("T", p.FOOT, SLATE, p.LEFT, p.FOOT_Y, plan["foot"]),
    ):
        canvas.setFillColor(colour)
        canvas.setFont(font, size)
        canvas.drawString(x, p.HEIGHT - y, words)
    canvas.drawRightString(p.RIGHT, p.HEIGHT - p.FOOT_Y, f"page {number} of {len(plan['pages'])}")


def render(plan: dict) -> bytes:
    """The whole plan."""
    pdfmetrics.registerFont(TTFont("D", p.DISPLAY))
    pdfmetrics.registerFont(TTFont("T", p.TEXT))
    pages = plan["pages"]

    def on_page(canvas, document):
        header(canvas, plan, pages[document.page - 1])
        foot(canvas, plan, pages[document.page - 1], document.page)

    story = []
    for index, sheet in enumerate(pages):
        story += [PageBreak()] if index else []
        table = Table([row(card) for card in sheet["cards"]], colWidths=WIDTHS, rowHeights=[p.ROW] * 6)
        table.setStyle(ROW_STYLE)
        story.append(table)
    out = BytesIO()
    document = BaseDocTemplate(out, pagesize=(p.WIDTH, p.HEIGHT), title=plan["title"])
    frame = Frame(p.LEFT, 40, p.ACROSS, p.HEIGHT - 40 - p.ROWS_Y, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=on_page)])
    document.build(story)
    return out.getvalue()


if __name__ == "__main__":
    p.run(render)
