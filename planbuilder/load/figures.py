"""A figure's node to its record: every word that is not known is an error at its place that names what there is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, cast

from planbuilder.load.nodes import Entries, Items, Node, Scalar
from planbuilder.load.reader import Reader
from planbuilder.model import figure as words
from planbuilder.model.figure import Angle, Arrow, Contact, Figure, Frame, Layout, Limb, Prop, View

FRAMES = ("start", "middle", "end")
MOST_FRAMES, MOST_PROPS, MOST_ARROWS = 4, 6, 4
PLURALS = {"feet": "foot", "legs": "leg", "arms": "arm", "hips": "hips", "toes": "toes", "shoulders": "shoulders"}
FIGURE_KEYS = ("view", *FRAMES, "frames", "props", "arrows", "layout", "alt")
FRAME_KEYS = ("from", *words.TRUNK, "legs", "arms", "hands", "contact", "keep", "balance")
LIMB_EXAMPLES = ("near leg", "far leg", "front leg", "back leg", "top leg", "bottom leg", "left leg", "right leg")
LIMB_KEYS = (*LIMB_EXAMPLES, *(x.replace("leg", "arm") for x in LIMB_EXAMPLES))


def load_figure(node: Node, reader: Reader) -> Figure | None:
    """The figure that a node says, or None where something in it is not understood."""
    before = len(reader.problems)
    entries = reader.entries(node, "figure")
    if entries is None:
        return None
    for key, value in entries.entries:
        if key.text not in FIGURE_KEYS:
            reader.unknown_key(key, value, FIGURE_KEYS)
    frames = _frames(entries, reader)
    view = _view(entries.get("view"), reader)
    props = tuple(p for n in _listed(entries.get("props"), MOST_PROPS, reader) if (p := _prop(n, reader)))
    arrows = tuple(a for n in _listed(entries.get("arrows"), MOST_ARROWS, reader) if (a := _arrow(n, reader)))
    layout, alt = entries.get("layout"), entries.get("alt")
    chosen = reader.choice(layout, words.LAYOUTS) if layout else ""
    spoken = reader.text(alt) if alt else ""
    if any(p.severity == "error" for p in reader.problems[before:]):
        return None
    return Figure(entries.place, frames, view, props, arrows, cast("Layout", chosen or ""), spoken or "")


def _listed(node: Node | None, most: int, reader: Reader) -> tuple[Node, ...]:
    if node is None:
        return ()
    items = reader.items(node)
    if len(items) > most:
        reader.error(node.place, "At most {most} of these are drawn.", "take some out", most=most)
    return items[:most]


# ---- positions


def _frames(entries: Entries, reader: Reader) -> tuple[Frame, ...]:
    written = [node for key in FRAMES if (node := entries.get(key))]
    listed = entries.get("frames")
    if listed is not None:
        if written:
            reader.error(listed.place, "Positions are either start and end, or frames.", "write one of the two")
        written = list(_listed(listed, MOST_FRAMES, reader))
    if not written:
        reader.error(entries.place, "This figure has no position.", "write start: {{from: standing}}")
    frames = tuple(f for node in written if (f := _frame(node, reader)))
    if frames and not frames[0].pose:
        reader.error(
            frames[0].place,
            "The first position says no pose to start from.",
            "write from: and one of {poses}",
            poses=", ".join(words.POSES),
        )
    return frames


def _frame(node: Node, reader: Reader) -> Frame | None:
    if isinstance(node, Scalar):
        pose = reader.choice(node, words.POSES)
        return Frame(node.place, pose) if pose else None
    entries = reader.entries(node, "A position")
    if entries is None:
        return None
    pose, balance, keep = "", True, None
    trunk: list[Angle] = []
    limbs: list[Limb] = []
    contacts: tuple[Contact, ...] | None = None
    for key, value in entries.entries:
        name = key.text
        if name == "from":
            pose = reader.choice(value, words.POSES) or ""
        elif name in words.TRUNK:
            trunk += _angle(key, value, reader)
        elif name == "hands":
            limbs.append(Limb(key.place, "arm", "", hand=_hand(value, reader)))
        elif name == "contact":
            contacts = _contacts(value, reader)
        elif name == "keep":
            keep = _part(value, words.PARTS, reader)
        elif name == "balance":
            balance = reader.yes_or_no(value) is not False
        elif limb := _limb_name(name):
            limbs += _limb(key, limb, value, reader)
        else:
            reader.unknown_key(key, value, (*FRAME_KEYS, *LIMB_KEYS))
    return Frame(entries.place, pose, tuple(trunk), tuple(limbs), contacts, keep, balance)


def _limb_name(text: str) -> tuple[Literal["leg", "arm"], str] | None:
    if text in ("legs", "arms"):
        return ("leg" if text == "legs" else "arm", "")
    side, _, kind = text.partition(" ")
    if side in words.SIDES and kind in ("leg", "arm"):
        return ("leg" if kind == "leg" else "arm", side)
    return None


def _limb(key: Scalar, name: tuple[Literal["leg", "arm"], str], node: Node, reader: Reader) -> list[Limb]:
    kind, side = name
    entries = reader.entries(node, "A leg" if kind == "leg" else "An arm")
    if entries is None:
        return []
    known = words.LEG if kind == "leg" else words.ARM
    angles: list[Angle] = []
    foot: str | float | None = None
    hand: str | None = None
    for joint, value in entries.entries:
        if joint.text == "foot" and kind == "leg":
            foot = _foot(value, reader)
        elif joint.text == "hand" and kind == "arm":
            hand = _hand(value, reader)
        elif joint.text in known:
            angles += _angle(joint, value, reader)
        else:
            reader.unknown_key(joint, value, known)
    return [Limb(key.place, kind, side, tuple(angles), foot, hand)]


def _angle(joint: Scalar, node: Node, reader: Reader) -> list[Angle]:
    degrees = reader.number(node)
    if degrees is None:
        return []
    if abs(degrees) > 360:
        reader.error(node.place, "{joint} is in degrees.", "write a number from -180 to 180", joint=joint.text)
        return []
    return [Angle(joint.place, joint.text, degrees)]


def _foot(node: Node, reader: Reader) -> str | float | None:
    text = reader.text(node)
    if text is None or text in words.FEET:
        return text
    try:
        return max(-90.0, min(60.0, float(text)))
    except ValueError:
        reader.unknown(node.place, 'A foot is degrees or a word, not "{word}".', text, words.FEET)
        return None


def _hand(node: Node, reader: Reader) -> str | None:
    text = reader.text(node)
    if text is None:
        return None
    side, _, part = text.rpartition(" ")
    if part in words.HANDS and (not side or side in words.SIDES):
        return text
    reader.unknown(node.place, 'A hand cannot hold "{word}".', text, words.HANDS)
    return None


def _contacts(node: Node, reader: Reader) -> tuple[Contact, ...]:
    if isinstance(node, Scalar) and node.text == "none":
        return ()
    entries = reader.entries(node, "contact")
    found: list[Contact] = []
    for key, value in entries.entries if entries else ():
        part = _part(key, words.PARTS, reader)
        support = reader.choice(value, words.SUPPORTS)
        if part and support:
            found.append(Contact(key.place, part[0], part[1], support))
    return tuple(found)


def _part(node: Node, known: Iterable[str], reader: Reader) -> tuple[str, str] | None:
    """A part and its side: "near foot" is foot, near; "feet" is foot, both."""
    text = reader.text(node)
    if text is None:
        return None
    names = tuple(known)
    side, _, part = text.rpartition(" ")
    found = next((n for n in (part, PLURALS.get(part, ""), part.removesuffix("s")) if n in names), None)
    if found and (not side or side in words.SIDES):
        return found, side
    if found:
        reader.unknown(node.place, 'There is no side "{word}".', side, words.SIDES)
    else:
        reader.unknown(node.place, 'There is no part of the body called "{word}".', text, names)
    return None


# ---- view, props, arrows


def _view(node: Node | None, reader: Reader) -> View | None:
    if node is None:
        return None
    if isinstance(node, Scalar):
        word = reader.choice(node, words.VIEWS)
        return View(*words.VIEWS[word], word) if word else None
    entries = reader.entries(node, "view")
    angles = {"turn": 0.0, "tilt": 0.0}
    for key, value in entries.entries if entries else ():
        if key.text not in angles:
            reader.unknown_key(key, value, angles)
        elif (number := reader.number(value)) is not None:
            angles[key.text] = max(-360.0, min(360.0, number))
    return View(angles["turn"], max(0.0, min(75.0, angles["tilt"])))


def _prop(node: Node, reader: Reader) -> Prop | None:
    if isinstance(node, Scalar):
        name = reader.choice(node, words.PROPS)
        return Prop(node.place, name) if name else None
    entries = reader.entries(node, "A thing in the picture")
    if entries is None or not entries.entries:
        return None
    if len(entries.entries) > 1:
        reader.error(entries.place, "One thing at a time stands here.", "begin each thing on a line of its own with -")
        return None
    key, value = entries.entries[0]
    name = reader.choice(key, words.PROPS)
    options = reader.entries(value, key.text) if name else None
    if name is None or options is None:
        return None
    told: list[tuple[str, str]] = []
    numbers: list[tuple[str, float]] = []
    for option, setting in options.entries:
        if option.text not in words.PROPS[name]:
            reader.unknown_key(option, setting, words.PROPS[name])
        elif option.text in ("height", "width", "shift"):
            number = reader.number(setting)
            numbers += [] if number is None else [(option.text, max(-4.0, min(8.0, number)))]
        elif (text := _setting(option, setting, reader)) is not None:
            told.append((option.text, text))
    return Prop(key.place, name, tuple(told), tuple(numbers))


def _setting(option: Scalar, node: Node, reader: Reader) -> str | None:
    if option.text in ("side", "back"):
        return reader.choice(node, ("left", "right"))
    if option.text == "around":
        return reader.choice(node, ("thighs", "knees", "ankles", "feet"))
    known = (*words.POINTS, "seat", "back")
    part = _part(node, known, reader)
    return f"{part[1]} {part[0]}".strip() if part else None


def _arrow(node: Node, reader: Reader) -> Arrow | None:
    text = reader.text(node) if not isinstance(node, Items) else None
    if text is None:
        return None
    parts = text.split()
    way = parts[-1] if parts[-1] in words.WAYS and len(parts) > 1 else ""
    if parts[0] == "turn":
        if way not in ("left", "right"):
            reader.error(node.place, "An arrow that turns goes left or right.", "write turn left, or turn right")
        return Arrow(node.place, "turn", way=way)
    press = parts[0] == "press"
    rest = parts[1 if press else 0 : len(parts) - 1 if way else len(parts)]
    part = _part(Scalar(node.source, node.line, node.column, " ".join(rest)), words.POINTS, reader) if rest else None
    if part is None:
        return None
    return Arrow(node.place, "press" if press else "way" if way else "path", part[0], part[1], way)
