"""What is done: items, tables of items, groups and sessions, from nodes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from planbuilder.load.calendars import read_days_of_week
from planbuilder.load.changes import is_words, read_amounts
from planbuilder.load.dose_lines import is_part
from planbuilder.load.doses import PART_KEYS, read_dose, read_parts
from planbuilder.load.nodes import Entries, Items, Node, Scalar
from planbuilder.load.reader import Reader
from planbuilder.load.records import Readers, Spread, decode, shape_of
from planbuilder.load.tables import Names, is_table, nearest_key, read_key, read_nested
from planbuilder.model.change import Change, Fixed, Key
from planbuilder.model.dose import Parts, Quantity
from planbuilder.model.exercise import StandIns
from planbuilder.model.plan import Changing, ExerciseItem, Group, Item, Schedule, Session, WordsItem
from planbuilder.problems import Word, nearest

GROUP_KEYS = frozenset(key.key for key in shape_of(Group).keys if key.field != "parts")
GROUP_MARKS = GROUP_KEYS - {"only", "if", "length"}
ITEM_KEYS = frozenset(key.key for key in shape_of(ExerciseItem).keys if key.field != "parts") | PART_KEYS
SCHEDULE_KEYS = frozenset(key.key for key in shape_of(Schedule).keys)
MOST_ITEMS = 2000


@dataclass(slots=True)
class Rack:
    """What an item may name: exercises and groups, and the names that may be keys of a table."""

    names: Names
    exercises: frozenset[str]
    open_exercise: Callable[[Word], object]
    read_stand_ins: Callable[[Node, Reader], StandIns]
    groups: Mapping[str, Node] = field(default_factory=dict)
    opened: tuple[str, ...] = ()
    items: int = 0

    def known(self) -> tuple[str, ...]:
        """Every name that may stand as an item, in order."""
        return tuple(sorted((*self.groups, *self.exercises)))

    def is_exercise(self, word: Word) -> bool:
        """Whether there is such an exercise; it is opened then, so that what is wrong in it is known."""
        if word.text not in self.exercises:
            return False
        self.open_exercise(word)
        return True


def read_do(node: Node, reader: Reader, rack: Rack) -> tuple[Item, ...]:
    """The items of a `do`: a list, one alone, or a table of these."""
    if isinstance(node, Items) and not node.items:
        reader.error(node.place, "There is nothing to do here.", "name an exercise, or take the line out")
        return ()
    found = (_item(item, reader, rack) for item in reader.items(node))
    return tuple(item for item in found if item is not None)


def _item(node: Node, reader: Reader, rack: Rack) -> Item | None:
    rack.items += 1
    if rack.items > MOST_ITEMS:
        if rack.items == MOST_ITEMS + 1:
            reader.error(node.place, "A plan may hold {most} items.", "print a long plan in parts", most=MOST_ITEMS)
        return None
    if isinstance(node, Items):
        reader.error(node.place, "A list cannot stand in a list of items.", "write - group: ... with a do: of its own")
        return None
    if isinstance(node, Scalar):
        word = reader.word(node)
        return _named_item(word, node, reader, rack) if word else None
    return _map_item(node, reader, rack)


def _named_item(word: Word, node: Node, reader: Reader, rack: Rack) -> Item | None:
    """An exercise or a group by its bare name."""
    if word.text in rack.groups:
        return _opened_group(word, reader, rack)
    if not rack.is_exercise(word):
        _unknown_item(word, reader, rack)
        return None
    return ExerciseItem(node.place, word, Parts(node.place))


def _unknown_item(word: Word, reader: Reader, rack: Rack) -> None:
    name, _, rest = word.text.partition(" ")
    if rest and name in rack.known():
        reader.error(word.place, 'A colon is missing after "{name}".', "write {name}: {rest}", name=name, rest=rest)
    elif word.place and is_part(word.text, word.place):
        hint = "if a comma parted it from the text before, put that whole text in quotes"
        reader.error(word.place, '"{word}" is no exercise.', hint, word=word.text)
    elif rest and not nearest(word.text, rack.known()):
        hint = (
            'for words alone write - words: "{word}"'
            if set(word.text) & set(":#")
            else "for words alone write - words: {word}"
        )
        reader.error(word.place, 'There is no exercise "{word}".', hint, word=word.text)
    else:
        reader.unknown(word.place, 'There is no exercise or group "{word}".', word.text, rack.known())


def _opened_group(word: Word, reader: Reader, rack: Rack) -> Item | None:
    """A group of the plan's `groups`, in place of its name."""
    if word.text in rack.opened:
        circle = " → ".join((*rack.opened[rack.opened.index(word.text) :], word.text))
        reader.error(word.place, "These groups go round in a circle: {circle}.", "take one out", circle=circle)
        return None
    before, rack.opened = rack.opened, (*rack.opened, word.text)
    body = rack.groups[word.text]
    if isinstance(body, Entries) and _keys(body) & GROUP_MARKS:
        found: Group | None = _group(body, reader, rack)
    else:
        found = Group(body.place, read_do(body, reader, rack), Parts(body.place))
    rack.opened = before
    return replace(found, group=found.group or word.text) if found else None


def _keys(node: Entries) -> frozenset[str]:
    return frozenset(key.text for key, _ in node.entries)


def _map_item(node: Entries, reader: Reader, rack: Rack) -> Item | None:
    keys = _keys(node)
    if is_table(node, rack.names):
        of = read_nested(node, reader, rack.names, lambda row, reader: _row(row, reader, rack), lists=False)
        return Changing(node.place, of) if of else None
    if "words" in keys:
        return decode(WordsItem, node, reader, _readers(rack))
    if keys & GROUP_MARKS:
        return _group(node, reader, rack)
    others = [(key, value) for key, value in node.entries if key.text not in ITEM_KEYS]
    if len(node.entries) == len(others) == 1:
        return _exercise_item(others[0][0], others[0][1], reader, rack)
    _muddled_item(node, others, reader, rack)
    return None


def _row(node: Node, reader: Reader, rack: Rack) -> Change[tuple[Item, ...]] | None:
    """What a row of a table of items says; `none` leaves the item out."""
    if isinstance(node, Scalar) and node.text.strip() in ("none", "–"):
        return Fixed(node.place, ())
    items = read_do(node, reader, rack)
    return Fixed(node.place, items) if items else None


def _muddled_item(node: Entries, others: Sequence[tuple[Scalar, Node]], reader: Reader, rack: Rack) -> None:
    """Say what is wrong with a map that is no item: a dash or an indent missing, a key of a table misspelt."""
    known = rack.known()
    moves = [key for key, _ in others if key.text in known]
    keys = [key for key, _ in node.entries if read_key(key.text, key.place, rack.names)]
    if len(moves) > 1:
        hint = 'write a dash before "{name}", on a line of its own'
        reader.error(moves[1].place, "A dash is missing: two exercises stand in one item.", hint, name=moves[1].text)
    elif moves and len(others) == 1:
        stray = next(key for key, _ in node.entries if key is not moves[0])
        hint = 'move it under "{move}", two spaces further in: {move}: {{{key}: ...}}'
        pattern = '"{key}" belongs to "{move}" and stands beside it.'
        reader.error(stray.place, pattern, hint, move=moves[0].text, key=stray.text)
    elif keys and others:
        for key in (key for key, _ in node.entries if key not in keys):
            near = nearest_key(key.text, rack.names)
            hint = "did you mean {near}?" if near else "write weeks, phases, levels, days, or else"
            reader.error(key.place, '"{key}" is no week, phase, level or day.', hint, key=key.text, near=near)
    elif not others:
        hint = "write the exercise first: - squat: ..."
        reader.error(node.place, "Here it does not say what to do.", hint)
    else:
        for key, _ in others:
            if key.text not in known:
                reader.unknown(
                    key.place, 'There is no exercise or key "{word}".', key.text, (*known, *sorted(GROUP_KEYS))
                )


def _exercise_item(key: Scalar, value: Node, reader: Reader, rack: Rack) -> ExerciseItem | None:
    word = Word(key.text, key.place)
    if key.text in rack.groups:
        hint = "write the name alone: - {name}"
        reader.error(key.place, 'The group "{name}" says itself what is done.', hint, name=key.text)
        return None
    if not rack.is_exercise(word):
        _unknown_item(word, reader, rack)
        return None
    if isinstance(value, Entries) and not is_table(value, rack.names) and not is_words(value):
        found = decode(ExerciseItem, value, reader, _readers(rack))
        return replace(found, place=key.place, exercise=word) if found else None
    parts = read_dose(value, reader, rack.names)
    return ExerciseItem(key.place, word, parts) if parts else None


def _group(node: Entries, reader: Reader, rack: Rack) -> Group | None:
    """A group by its keys; `every` and `note` are its own where its rounds say how much is done."""
    if node.get("do") is None:
        hint = "write do: [...] with the exercises as well"
        reader.error(node.place, "This group does not say what to do.", hint)
    found = decode(Group, node, reader, _readers(rack))
    return _settled(found, reader) if found else None


def _settled(group: Group, reader: Reader) -> Group:
    """The group with its `note`, and with its `every` where that is not each item's own."""
    parts, every = replace(group.parts, note=None), group.parts.every
    group = replace(group, note=group.parts.note, parts=parts)
    _check_group(group, reader)
    if every is None or not (group.rounds or group.for_):
        return group
    return replace(group, every=every, parts=replace(parts, every=None))


def _check_group(group: Group, reader: Reader) -> None:
    parts = group.parts
    if parts.every and not (group.rounds or group.for_ or parts.sets or parts.dose):
        hint = "write how often as well: rounds: 10, for: 10min, or sets: 8 for each exercise"
        reader.error(parts.every.place, '"every" alone does not say how long it goes on.', hint)
    if group.rounds and isinstance(group.for_, Fixed) and not _is_limit(group.for_.value):
        hint = "leave one out, or write for: up to ... where the time is a limit"
        reader.error(group.for_.place, '"rounds" and "for" both say how much is done.', hint)
    if isinstance(group.choose, Fixed) and group.choose.value.values:
        most = max(value.high or value.low for value in group.choose.value.values)
        if most > len(group.do) and not any(isinstance(item, Changing) for item in group.do):
            pattern = "One cannot choose {most} of {count}."
            reader.error(
                group.choose.place, pattern, "name more exercises, or choose fewer", most=most, count=len(group.do)
            )


def _is_limit(quantity: Quantity) -> bool:
    return all(value.bound == "up to" for value in quantity.values)


def read_only(node: Node, reader: Reader, names: Names) -> tuple[Key, ...]:
    """The conditions of an `only`: weeks, phases, stages, levels, days, `1st`. No key or exercise stands here."""
    names = replace(names, taken=frozenset())
    found: list[Key] = []
    for item in reader.items(node):
        text = reader.text(item)
        key = read_key(text, item.place, names) if text else None
        if key:
            found.append(key)
        elif text:
            near = nearest_key(text, names)
            hint = "did you mean {near}?" if near else "write weeks (3-5), phases, levels, days (tue) or 1st"
            if "," in text:
                hint = "put several into a list: [{text}]"
            reader.error(item.place, '"{text}" is no week, phase, level or day.', hint, text=text, near=near)
    return tuple(found)


def read_length(node: Node, reader: Reader, names: Names) -> Quantity | None:
    """How long something may take: one time that does not change."""
    found = read_amounts(node, reader, names, "length", ("time",))
    if found is None or isinstance(found, Fixed):
        return found.value if found else None
    reader.error(node.place, "A length does not change over the weeks.", "write one time: 25min")
    return None


def read_sessions(node: Node, reader: Reader, rack: Rack) -> tuple[Session, ...]:
    """The sessions of a plan; each has an id that its name gives, or its number."""
    found: list[Session] = []
    for item in reader.items(node):
        session = _session(item, reader, rack)
        if session is None:
            continue
        if any(session.name and session.name == other.name for other in found):
            hint = "give each session a name of its own"
            reader.error(session.place, 'Two sessions are called "{name}".', hint, name=session.name)
        found.append(replace(session, id=session.name or f"#{len(found) + 1}"))
    return tuple(found)


def _session(node: Node, reader: Reader, rack: Rack) -> Session | None:
    if not isinstance(node, Entries):
        reader.error(node.place, "A session needs keys with values.", "write - name: ... and do: [...] below it")
        return None
    schedule = Spread(SCHEDULE_KEYS, lambda given, reader: read_schedule(given, reader, rack.names))
    group = Spread(
        (GROUP_KEYS | PART_KEYS) - {"group", "times-a-day"},
        lambda given, reader: decode(Group, _map_of(given), reader, _readers(rack)),
    )
    found = decode(Session, node, reader, {"schedule": schedule, "group": group})
    return replace(found, group=_settled(found.group, reader)) if found else None


def _map_of(given: Sequence[tuple[Scalar, Node]]) -> Entries:
    first = given[0][0]
    return Entries(first.source, first.line, first.column, tuple(given))


def read_schedule(given: Sequence[tuple[Scalar, Node]], reader: Reader, names: Names) -> Schedule:
    """How often, from `days`, `times` and `times-a-day`."""
    nodes = {key.text: node for key, node in given}
    times, day = nodes.get("times"), nodes.get("days")
    if times and day:
        hint = "leave one out: days says which, times says how many a week"
        reader.error(times.place, '"days" and "times" both say how often.', hint)
    return Schedule(
        read_days_of_week(day, reader, names) if day and not _is_count(day, reader) else None,
        read_times("times", times, reader, names),
        read_times("times-a-day", nodes.get("times-a-day"), reader, names),
    )


def _is_count(node: Node, reader: Reader) -> bool:
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if text.isdecimal():
        hint = "for {number} times a week write times: {number}; else name the days: [tue, fri]"
        reader.error(node.place, "days: {number} does not say which days.", hint, number=text)
    return text.isdecimal()


def read_times(what: str, node: Node | None, reader: Reader, names: Names) -> Change[Quantity] | None:
    """How many times a week or a day, which may change."""
    return read_amounts(node, reader, names, what, ("count",)) if node else None


def read_groups(node: Node, reader: Reader, rack: Rack) -> tuple[tuple[str, Item], ...]:
    """The named groups, each read once even where no session uses it."""
    entries = reader.entries(node, "groups")
    found: list[tuple[str, Item]] = []
    for key, _ in entries.entries if entries else ():
        word = Word(key.text, key.place)
        if rack.is_exercise(word):
            reader.error(
                key.place, 'A group cannot be called "{name}": that is an exercise.', "take another name", name=key.text
            )
        group = _opened_group(word, reader, rack)
        if group:
            found.append((key.text, group))
    return tuple(found)


def _readers(rack: Rack) -> Readers:
    """How each key of an item, a group or a session is read."""
    names = rack.names

    def amounts(what: str, *kinds: str) -> Callable[[Node, Reader], Change[Quantity] | None]:
        return lambda node, reader: read_amounts(node, reader, names, what, kinds)  # type: ignore[arg-type]

    return {
        "do": lambda node, reader: read_do(node, reader, rack) or None,
        "parts": Spread(PART_KEYS, lambda given, reader: read_parts(given, reader, names)),
        "only": lambda node, reader: read_only(node, reader, names),
        "without": rack.read_stand_ins,
        "rounds": amounts("rounds", "count"),
        "for_": amounts("for", "time", "distance"),
        "choose": amounts("choose", "count"),
        "rest_between_rounds": amounts("rest-between-rounds", "time", "distance"),
        "length": lambda node, reader: read_length(node, reader, names),
    }
