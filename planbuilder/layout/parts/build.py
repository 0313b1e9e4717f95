"""One short builder for each part: what the view says, in the style of the node, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from planbuilder.layout.boxes import Box
from planbuilder.layout.desk import Builder, Desk, Setting
from planbuilder.layout.fit import Offer, Traits
from planbuilder.layout.frames import Row, Stack
from planbuilder.layout.parts.art import Art, Missing
from planbuilder.layout.parts.build_drawn import DRAWN, icon_box
from planbuilder.layout.parts.cues import Cues
from planbuilder.layout.parts.dose import CROSS_SIZE, DoseBox
from planbuilder.layout.parts.drawn import WritingLines
from planbuilder.layout.parts.flow import Flow
from planbuilder.layout.parts.text import Span, Text, span_of
from planbuilder.model.deck import Aid, Cue, Dose, Thing
from planbuilder.model.design import (
    CuesNode,
    DoseNode,
    EquipmentNode,
    FigureNode,
    FootnotesNode,
    Look,
    NameNode,
    Node,
    Style,
    TextNode,
    UnitNode,
)
from planbuilder.model.fields import COUNTED
from planbuilder.model.view import View

APART = 1.6  # from one thing to the next, in gaps between an icon and its word
DOT = " · "
BLANK = "_"
NOTE, PICTURE = "Note", "Picture"
NO_OFFERS: frozenset[Offer] = frozenset()


def _text(desk: Desk, node: TextNode, view: View, at: Setting) -> Box | None:
    words = tuple((desk.patterns.filled(pattern, view), style) for pattern, style in node.spans)
    said = tuple((w, style) for w, style in words if w)
    if not said:
        return None
    kept, note = _shortened(desk, said, node.footnote, NOTE, view)
    return desk.text(node.look, at, kept, role=node.role, note=note)


Words = tuple[tuple[str, Style], ...]


def _shortened(desk: Desk, words: Words, most: int, lead: str, view: View) -> tuple[Words, str]:
    """Words with the mark of a note that takes all but the first of them, or all, if these have too many letters."""
    first, others = words[:1], words[1:]
    long = " ".join(said for said, _ in others or first)
    if not most or len(long) <= most:
        return words, ""
    return first if others else ((desk.patterns.filled(lead, view), first[0][1]),), desk.noted(long)


def _footnotes(desk: Desk, node: FootnotesNode, _view: View, at: Setting) -> Box | None:
    notes = desk.read_notes()
    inside = at._replace(ground=None, span=1)
    items = tuple(
        desk.text(node.plain, inside, ((mark, node.mark), (words, node.style))) for words, mark in notes.items()
    )
    if not items:
        return None
    return desk.pooled(
        (id(node), at, items),
        lambda: Flow(look=node.look, ground=at.ground, span=at.span, items=items, gap=node.gap, line_gap=node.gap / 2),
    )


def _name(desk: Desk, node: NameNode, view: View, at: Setting) -> Box | None:
    move = view.move
    if move is None or not move.name:
        return None
    short = (desk.words.short or node.short) and bool(move.short)
    offers: frozenset[Offer] = frozenset({"short name"} if move.short and not short else ())
    owner = view.line.key if view.line and not view.swap else ""
    words = (move.short if short else move.name, node.style if move.id else node.words)
    return desk.text(node.look, at, (words,), offers, owner, "heading")


def _dose(desk: Desk, node: DoseNode, view: View, at: Setting) -> Box | None:
    daily = _daily(node, view)
    if len(daily) < 2:
        return _one_dose(desk, node, daily[0][1], at) if daily else None
    inside = at._replace(ground=None, span=1)
    looks = (node.plain, *[node.further] * (len(daily) - 1))
    pairs = (_day_dose(desk, node, look, one, inside) for look, one in zip(looks, daily, strict=True))
    items = tuple(box for pair in pairs for box in pair)
    if not items:
        return None
    return desk.pooled(
        (id(node), at, items),
        lambda: Stack(look=node.look, ground=at.ground, span=at.span, items=items, gap=node.day_gap),
    )


def _daily(node: DoseNode, view: View) -> tuple[tuple[str, Dose], ...]:
    """The doses to show, each with its day: all in view agree, or the one exercise differs from day to day."""
    if node.week:
        weeks = [week for week in view.each("weeks") if any(not entry.line.idle for entry in week.entries)]
        view = weeks[0 if node.week == "first" else -1] if weeks else view
    if view.move is None:
        amount = view.agreed(lambda d: d.amount, COUNTED)
        return (("", Dose(view.agreed(lambda d: d.sets, COUNTED), amount, "reps")),) if amount else ()
    if view.alike or view.agreed(lambda d: f"{d.sets} {d.amount}"):
        daily = view.daily()
        big = {(dose.sets, dose.amount, dose.further) for _, dose in daily}
        return (("", daily[0][1]),) if len(big) == 1 else daily
    return ()


def _day_dose(desk: Desk, node: DoseNode, look: Look, daily: tuple[str, Dose], at: Setting) -> tuple[Box, ...]:
    """A dose with the day before it, on a line of its own; one with further doses is given in words."""
    day, dose = daily
    words = dose.line if dose.further else ""
    shown = desk.text(node.plain, at, ((words, node.words),)) if words else _one_dose(desk, node, dose, at)
    return (desk.text(look, at, ((day, node.note),)), shown) if shown else ()


def _one_dose(desk: Desk, node: DoseNode, dose: Dose, at: Setting) -> Box | None:
    if not dose.amount:
        return None
    sets = dose.sets if node.sets else ""
    if dose.kind == "words":
        words = f"{sets} × {dose.amount}" if sets else dose.amount
        return desk.text(node.look, at, ((words, node.words),), role="cell")
    room = desk.rooms.get(node.style.role, 0.0) if sets else 0.0
    amount = dose.amount_spoken if node.spoken and dose.amount_spoken else dose.amount
    return desk.pooled(
        (id(node), at, desk.state(node.style), sets, amount, room),
        lambda: _dose_box(desk, node, at, sets, amount, room),
    )


def _dose_box(desk: Desk, node: DoseNode, at: Setting, sets: str, amount: str, room: float) -> DoseBox:
    style, setter, sizes = node.style, desk.setter, desk.sizes
    span = span_of(setter, amount, style, at.ink or style.colour, sizes)
    size = max(span.size * CROSS_SIZE, min(span.size, desk.design.floor))
    cross = Span("×", style, at.ink or node.cross, setter.measure.face(style.font, 500), size)
    return DoseBox(
        look=node.look, ground=at.ground, span=at.span, grown=at.grown,
        own=Traits(groups=frozenset({style.group})),
        count=sets, amount=span, cross=cross, setter=setter, room=room,
        limit=sizes.limit(style), broken=style.group in sizes.broken,
    )  # fmt: skip


def _unit(desk: Desk, node: UnitNode, view: View, at: Setting) -> Box | None:
    if view.move is None:
        return None
    words = _unit_words(node, view)
    blanks = tuple(part for _, dose in view.daily() for part in dose.unit if BLANK in part)
    if not blanks:
        return desk.text(node.look, at, ((words, node.style),)) if words else None
    inside = at._replace(ground=None, span=1)
    items: list[Box] = [desk.text(node.plain, inside, ((words, node.style),))] if words else []
    items += [_blank(desk, node, part, inside) for part in dict.fromkeys(blanks)]
    rows = tuple(items)
    return desk.pooled(
        (id(node), at, rows),
        lambda: Stack(look=node.look, ground=at.ground, span=at.span, items=rows, gap=node.blank_gap),
    )


def _unit_words(node: UnitNode, view: View) -> str:
    """What stands below the dose; where only the load differs from day to day, the days stand before the load."""
    form = UNIT_FORMS[node.form]
    daily, loads = view.daily(), view.said(lambda dose: dose.load)
    others = {form(replace(dose, load="")) for _, dose in daily}
    if len(daily) < 2 or len(others) > 1 or BLANK in loads:
        return view.said(form)
    return UNIT_JOINTS[node.form].join(part for part in (*others, loads) if part)


def _plain(dose: Dose) -> str:
    return DOT.join(part for part in dose.unit if BLANK not in part)


def _counted(dose: Dose) -> str:
    return dose.counted if BLANK not in dose.counted else _plain(dose)


def _spoken(dose: Dose) -> str:
    return dose.spoken if BLANK not in dose.spoken else _plain(dose)


UNIT_FORMS = {"": _plain, "counted": _counted, "spoken": _spoken}
UNIT_JOINTS = {"": DOT, "counted": DOT, "spoken": ", "}


def _blank(desk: Desk, node: UnitNode, part: str, at: Setting) -> Box:
    """A line to write on, with what stands before and after the blank in words."""
    before, _, after = part.partition(BLANK)
    words = [w.strip(f"{BLANK} \u00a0") for w in (before, after)]
    line = desk.pooled(
        ("blank", id(node)), lambda: WritingLines(look=node.line_look, count=1, pitch=node.pitch, stroke=node.stroke)
    )
    cells = tuple(
        box
        for box in (
            desk.text(node.plain, at, ((words[0], node.style),)) if words[0] else None,
            line,
            desk.text(node.plain, at, ((words[1], node.style),)) if words[1] else None,
        )
        if box
    )
    return desk.pooled(("blank", id(node), cells), lambda: Row(look=node.row_look, cells=cells, gap=node.blank_gap))


def _cues(desk: Desk, node: CuesNode, view: View, at: Setting) -> Box | None:
    own = view.line if not view.swap else None
    aids = own.aids if own and node.things else ()
    dropped = int(own is not None and own.key in desk.words.dropped)
    cues = view.cues
    most = node.least if desk.words.fewer else node.most
    shown = max(1, min(most, len(cues) + len(aids)) - dropped)
    kept = cues[: max(1, shown - len(aids))]
    if not kept and not aids:
        return None
    texts = _cue_texts(desk, node, at, kept, aids)
    offers: set[Offer] = set()
    if not desk.words.fewer and len(kept) > max(1, node.least - len(aids)):
        offers.add("fewer cues")
    given = cues[len(kept)].text if dropped and len(kept) < len(cues) else ""
    gives = own and not dropped and len(kept) > 1 and "cues" not in desk.design.split
    first = view.cue_run[0] + 1 if view.cue_run and own else 1
    extra = CueFacts(frozenset(offers), own.key if own and gives else "", own.move.name if own else "", given, first)
    mark = desk.state(node.number) if node.number else None
    return desk.pooled((id(node), at, mark, texts, extra), lambda: _cue_box(desk, node, at, texts, extra))


class CueFacts(NamedTuple):
    """What fitting may ask of a list of cues, and what it has given up already."""

    offers: frozenset[Offer]
    owner: str
    exercise: str
    left_out: str
    first: int


def _cue_texts(
    desk: Desk, node: CuesNode, at: Setting, cues: tuple[Cue, ...], aids: tuple[Aid, ...]
) -> tuple[Text, ...]:
    inside = at._replace(ground=None, span=1)
    short = desk.words.short_cues or node.short
    offer: frozenset[Offer] = frozenset({"short cue"})
    out = []
    for cue in cues:
        words = cue.short if short and cue.short else cue.text
        offers = offer if cue.short and not short else NO_OFFERS
        out.append(desk.text(node.plain, inside, ((words, node.style),), offers, role="item"))
    for aid in aids:
        brief = short and aid.says_short
        words = f"{aid.question} {aid.says_short if brief else aid.says}"
        offers = offer if aid.says_short not in ("", aid.says) and not short else NO_OFFERS
        out.append(desk.text(node.plain, inside, ((words, node.aid),), offers, role="item"))
    return tuple(out)


def _cue_box(desk: Desk, node: CuesNode, at: Setting, texts: tuple[Text, ...], extra: CueFacts) -> Cues:
    number = node.number
    span = span_of(desk.setter, "", number, at.ink or number.colour, desk.sizes) if number else None
    return Cues(
        look=node.look, ground=at.ground, span=at.span, grown=at.grown, items=texts, texts=texts,
        offers=extra.offers, owner=extra.owner, exercise=extra.exercise, left_out=extra.left_out,
        first_number=extra.first, setter=desk.setter, gap=node.gap, mark=node.mark, dot=at.ink or node.dot, number=span,
    )  # fmt: skip


def _figure(desk: Desk, node: FigureNode, view: View, at: Setting) -> Box | None:
    move = view.move
    if move is None or not move.id:
        return None
    drawing = desk.icons.drawings.get(f"figure:{move.id}")
    inside = at._replace(ground=None, span=1)
    if drawing:
        credit = _credit(desk, node, view, move.credit, inside) if move.credit else None
        return desk.pooled(
            (id(node), at, drawing.name, credit),
            lambda: Art(
                look=node.look, ground=at.ground, span=at.span, drawing=drawing, size=node.size, role="figure",
                credit=credit,
            ),
        )  # fmt: skip
    if view.swap or not desk.sheet.pictured:
        return None
    label = desk.text(node.plain, inside, ((move.short or move.name, node.label),))
    return desk.pooled(
        (id(node), at, label),
        lambda: Missing(
            look=node.look,
            ground=at.ground,
            span=at.span,
            label=replace(label, broken=True),
            stroke=node.frame,
            size=node.size,
        ),
    )


def _credit(desk: Desk, node: FigureNode, view: View, words: str, at: Setting) -> Text:
    kept, note = _shortened(desk, ((words, node.credit),), node.footnote, PICTURE, view)
    return desk.text(node.plain, at, kept, note=note)


def _equipment(desk: Desk, node: EquipmentNode, view: View, at: Setting) -> Box | None:
    """What the exercise in view needs; where none is, what all in view need."""
    inside = at._replace(ground=None, span=1)
    colour = at.ink or node.style.colour
    pairs: list[Box] = []
    for thing in _things(view):
        icon = icon_box(desk, node.inner.look, inside, f"icon:{thing.icon}", node.size, colour)
        word = desk.text(node.inner.look, inside, ((thing.name, node.style),))
        cells = (icon, word) if icon else (word,)
        pairs.append(_pair(desk, node, cells))
    if not pairs:
        return None
    items = tuple(pairs)
    return desk.pooled(
        (id(node), at, items),
        lambda: Flow(
            look=node.look, ground=at.ground, span=at.span, items=items, gap=node.gap * APART, line_gap=node.gap
        ),
    )


def _pair(desk: Desk, node: EquipmentNode, cells: tuple[Box, ...]) -> Box:
    return desk.pooled(("pair", id(node), cells), lambda: Row(look=node.inner.look, cells=cells, gap=node.gap))


def _things(view: View) -> tuple[Thing, ...]:
    if view.move:
        return view.move.equipment
    kits = (thing for _, _, workout in view.workouts() for thing in workout.kit)
    return tuple({thing.id: thing for thing in kits}.values())


PARTS: Mapping[type[Node], Builder] = {
    TextNode: _text,
    FootnotesNode: _footnotes,
    NameNode: _name,
    DoseNode: _dose,
    UnitNode: _unit,
    CuesNode: _cues,
    FigureNode: _figure,
    EquipmentNode: _equipment,
    **DRAWN,
}
