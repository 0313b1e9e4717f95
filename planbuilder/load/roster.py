"""A roster's file (CSV or YAML) to runners: one row each, every mistake at its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from planbuilder.load.calendars import read_date
from planbuilder.load.cells import Sheet, read_sheet
from planbuilder.load.files import Folders, read
from planbuilder.load.library import Library
from planbuilder.load.nodes import Entries, Items, Node, Scalar, compose
from planbuilder.load.plans import read_things
from planbuilder.load.quantities import quantity
from planbuilder.load.reader import Reader, is_empty
from planbuilder.load.records import Readers, Spread, decode
from planbuilder.model.change import Change, Fixed
from planbuilder.model.dose import Quantity, Value
from planbuilder.model.plan import Plan
from planbuilder.model.roster import Runner
from planbuilder.problems import Place, Problem, Source, Word, nearest

ENDINGS = (".yaml", ".yml")
LANGUAGES = ("en",)
MOST_RUNNERS = 500
LONGEST_NAME = 60
NAME, LIFT = "name", "max."
KEYS = (NAME, "have", "without", "level", "language", "start")
ROWS = 'write a line for each runner, such as "- name: Anna"'


def find_roster(roster: str, folders: Folders) -> Source | Problem:
    """The text of a roster, by its path."""
    return read(folders.user / roster, roster)


def load_roster(source: Source, library: Library, plan: Plan | None) -> tuple[tuple[Runner, ...], tuple[Problem, ...]]:
    """The runners that a text says, with all that is wrong in it; levels are looked up where a plan is given."""
    reader = Reader()
    exercises = library.exercise_names()
    is_yaml = source.name.lower().endswith(ENDINGS)
    rows = tuple(_written(source, exercises, reader) if is_yaml else _tabled(source, exercises, reader))
    runners = tuple(runner for row in rows if (runner := _runner(row, reader)) is not None)
    if not rows and not reader.problems:
        reader.error(Place(source), "There is no runner in this roster.", "write at least one, with a name")
    _check_names(runners, reader)
    library.check_things(word for runner in runners for word in (*(runner.have or ()), *runner.without))
    if plan is not None:
        _check_levels(runners, [level.name.text for level in plan.levels], reader)
    return runners, tuple(reader.problems)


# YAML: a list of runners.


def _written(source: Source, exercises: Sequence[str], reader: Reader) -> Iterator[Entries]:
    node, problems = compose(source)
    reader.problems.extend(problems)
    if node is None:
        return
    if not isinstance(node, Items):
        reader.error(node.place, "A roster is a list of runners.", ROWS)
        return
    for number, item in enumerate(node.items):
        if _is_over(number, item.place, reader):
            return
        row = _alone(item) if isinstance(item, Scalar) else reader.entries(item, "A runner")
        if row is not None:
            entries = tuple(entry for entry in _flat(row) if _is_known(entry[0], exercises, reader))
            yield replace(row, entries=entries)


def _alone(name: Scalar) -> Entries:
    """A runner of whom nothing is said but the name."""
    return Entries(name.source, name.line, name.column, ((replace(name, text=NAME), name),))


def _flat(row: Entries) -> Iterator[tuple[Scalar, Node]]:
    """The keys of a runner as columns have them: `max: {squat: 80kg}` is max.squat."""
    for key, value in row.entries:
        if key.text == LIFT.rstrip(".") and isinstance(value, Entries):
            yield from ((replace(name, text=LIFT + name.text), lift) for name, lift in value.entries)
        else:
            yield key, value


# CSV: the first line names the columns.


def _tabled(source: Source, exercises: Sequence[str], reader: Reader) -> Iterator[Entries]:
    sheet = read_sheet(source, MOST_RUNNERS + 1, reader)
    if sheet is None:
        return
    columns = tuple(_columns(sheet, exercises, reader)) if _has_heads(sheet, reader) else ()
    if not columns:
        return
    for number, cells in enumerate(sheet.rows):
        if _is_over(number, cells[0].place, reader):
            return
        if _is_in_columns(cells, sheet, reader):
            pairs = zip(columns, cells, strict=False)
            said = ((key, cell) for key, cell in pairs if key and (cell.text or key.text == NAME))
            yield Entries(source, cells[0].line, cells[0].column, tuple(said))


def _has_heads(sheet: Sheet, reader: Reader) -> bool:
    """Whether the first line names columns, or tries to: one of them is for the name."""
    heads = [column.text.lower() for column in sheet.columns]
    if NAME in heads:
        return True
    slip = nearest(NAME, heads)
    hint = 'write name where "{slip}" stands' if slip else "the first line names the columns: {names}"
    names = ", ".join((*KEYS, f"{LIFT}squat"))
    reader.error(sheet.columns[0].place, 'No column is called "name".', hint, slip=slip, names=names)
    return False


def _columns(sheet: Sheet, exercises: Sequence[str], reader: Reader) -> Iterator[Scalar | None]:
    """The columns by name; None for one that is unknown, stands there twice, or is empty."""
    seen: set[str] = set()
    for k, column in enumerate(sheet.columns):
        name = column.text.lower()
        if not name:
            first = next((row[k] for row in sheet.rows if row[k:] and row[k].text), None)
            if first is not None:
                reader.error(first.place, "The column of this cell has no name.", "write one into the first line")
            yield None
        elif name in seen:
            reader.error(column.place, 'The column "{name}" stands here twice.', "keep one of the two", name=name)
            yield None
        else:
            seen.add(name)
            yield replace(column, text=name) if _is_known(column, exercises, reader) else None


def _is_in_columns(cells: Sequence[Scalar], sheet: Sheet, reader: Reader) -> bool:
    """Whether a row has no more cells than the first line; one comma too many moves all that follows."""
    beyond = next((cell for cell in cells[len(sheet.columns) :] if cell.text), None)
    if beyond is not None:
        hint = "take this cell out, or name its column in the first line"
        if sheet.separator == ",":
            hint = 'a cell with a comma in it goes in quotes: "mat, sofa"'
        reader.error(beyond.place, "This row has more cells than there are columns.", hint)
    return beyond is None


# Whatever the file is.


def _is_over(number: int, place: Place, reader: Reader) -> bool:
    """Whether there are as many runners already as a roster may hold."""
    if number == MOST_RUNNERS:
        reader.error(place, "A roster may hold {most} runners.", "print a large club in parts", most=MOST_RUNNERS)
    return number == MOST_RUNNERS


def _is_known(name: Scalar, exercises: Sequence[str], reader: Reader) -> bool:
    """Whether a column or key may stand in a roster."""
    text = name.text.lower()
    if text in KEYS:
        return True
    kind, dot, exercise = text.partition(".")
    if not dot or kind + dot != LIFT:
        reader.unknown(name.place, 'There is no "{word}" in a roster.', name.text, (*KEYS, f"{LIFT}squat"))
        return False
    if exercise not in exercises:
        reader.unknown(name.place, 'There is no exercise "{word}".', exercise, exercises)
    return exercise in exercises


def _runner(row: Entries, reader: Reader) -> Runner | None:
    lifts = frozenset(key.text for key, _ in row.entries if key.text.startswith(LIFT))
    runner = decode(Runner, row, reader, {**_READERS, "max": Spread(lifts, _lifts)})
    kit = row.get("without")
    if runner is not None and runner.have is not None and kit is not None:
        hint = "leave one out: have says all there is, without takes things out of everything"
        reader.error(kit.place, '"have" and "without" both say what {name} has.', hint, name=runner.name)
    return runner


def _name(node: Node, reader: Reader) -> Word | None:
    if is_empty(node):
        reader.error(node.place, "This runner has no name.", "write one, or take the row out")
        return None
    word = reader.word(node)
    if word is not None and len(word.text) > LONGEST_NAME:
        pattern = "This name is too long: a card has room for {most} letters."
        reader.error(node.place, pattern, "write it shorter", most=LONGEST_NAME)
    return word


def _language(node: Node, reader: Reader) -> str | None:
    text = reader.text(node)
    if text is None or text.lower() in LANGUAGES:
        return text and text.lower()
    reader.error(node.place, 'Cards are printed in English so far, not in "{text}".', "write en, or nothing", text=text)
    return None


def _lifts(given: Sequence[tuple[Scalar, Node]], reader: Reader) -> tuple[tuple[Word, Change[Quantity]], ...]:
    found: dict[str, tuple[Word, Change[Quantity]]] = {}
    for key, value in given:
        word, lift = Word(key.text.removeprefix(LIFT), key.place), _lift(value, reader)
        if word.text in found:
            reader.error(key.place, 'The best lift of "{name}" stands here twice.', "keep one of the two", name=word)
        elif lift is not None:
            found[word.text] = word, lift
    return tuple(found.values())


def _lift(node: Node, reader: Reader) -> Change[Quantity] | None:
    """One weight."""
    text = reader.text(node)
    found = quantity(text) if text is not None else None
    if isinstance(found, Quantity) and len(found.values) == 1 and not (found.relative or found.base):
        value = found.values[0]
        plain = value == Value(value.low, unit=value.unit) and value.low > 0
        if plain and value.unit in ("kg", "lb"):
            return Fixed(node.place, found)
    if text is not None:
        hint = "write {text}kg or {text}lb" if text.isdecimal() else "write 82.5kg or 180lb"
        reader.error(node.place, 'A best lift is one weight, not "{text}".', hint, text=text)
    return None


_READERS: Readers = {
    "name": _name,
    "have": read_things,
    "without": read_things,
    "language": _language,
    date: read_date,
}


def _check_names(runners: Iterable[Runner], reader: Reader) -> None:
    """No two runners have the same name: nobody would know whose card is whose."""
    seen: dict[str, Word] = {}
    for runner in runners:
        first = seen.setdefault(runner.name.text.casefold(), runner.name)
        if first is not runner.name:
            pattern = 'Two runners are called "{name}"; the first is in line {line}.'
            line = first.place.line if first.place else 0
            reader.error(runner.name.place, pattern, "add a letter or the family name", name=runner.name, line=line)


def _check_levels(runners: Iterable[Runner], levels: Sequence[str], reader: Reader) -> None:
    known = {level.lower() for level in levels}
    for word in (runner.level for runner in runners):
        if word is None or word.text.lower() in known:
            continue
        if levels:
            reader.unknown(word.place, 'The plan has no level "{word}".', word.text, levels)
        else:
            reader.error(word.place, "The plan has no levels.", "leave it out")
