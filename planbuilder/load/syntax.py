"""What YAML itself trips over, in a coach's words: a libyaml exception and the text to one problem with a hint."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from planbuilder.problems import Place, Problem, Source, error

if TYPE_CHECKING:
    from yaml import Mark, YAMLError
    from yaml._yaml import Mark as CMark

CLOSING = {"[": "]", "{": "}"}

_GLUED = r"\s*(?:- +)*([^\s:\"'{}\[\]]+):(?! )\S"
_KEYED = r"\s*(?:- +)*([^:]+?):(?: |$)"


class Trip(NamedTuple):
    """Where YAML stopped and what it was doing; `start` is where the unfinished thing began. Lines count from 1."""

    source: Source
    doing: str
    wrong: str
    start: Place
    spot: Place

    @property
    def line(self) -> str:
        """The line that it stopped in."""
        return self.source.line(self.spot.line)

    @property
    def sign(self) -> str:
        """The character that it stopped at; empty at the end of a line."""
        return self.line[self.spot.column - 1 : self.spot.column]

    @property
    def before(self) -> str:
        """The line up to that character."""
        return self.line[: self.spot.column - 1]


def explained(mistake: YAMLError, source: Source) -> Problem:
    """What is wrong and what to write instead."""
    trip = _trip(mistake, source)
    for wrong, explain in EXPLANATIONS:
        if wrong in trip.wrong or wrong in trip.doing:
            problem = explain(trip)
            if problem is not None:
                return problem
    return error(
        trip.spot,
        "This cannot be read as YAML ({wrong}).",
        "put the text in quotes, or look at the lines above",
        wrong=trip.wrong,
    )


def _trip(mistake: YAMLError, source: Source) -> Trip:
    spot = place_of(source, getattr(mistake, "problem_mark", None))
    start = place_of(source, getattr(mistake, "context_mark", None))
    doing = getattr(mistake, "context", None) or ""
    wrong = getattr(mistake, "problem", None) or getattr(mistake, "reason", None) or "unknown"
    return Trip(source, doing, wrong, start if start.line else spot, spot)


def place_of(source: Source, mark: Mark | CMark | None) -> Place:
    """The place of a mark, which counts from 0; the whole file where there is none."""
    return Place(source) if mark is None else Place(source, mark.line + 1, mark.column + 1)


def _starts_with_sign(place: Place) -> Problem:
    """A text may not start with this sign; shows it in quotes where that is easily done."""
    rest = place.source.line(place.line)[place.column - 1 :].rstrip(" ")
    whole = place.source.line(place.line)
    hint = "" if any(sign in whole for sign in '"[{#') else 'write "{text}"'
    return error(place, 'A text that starts with "{sign}" goes in quotes.', hint, sign=rest[:1], text=rest)


def _opening_sign(trip: Trip) -> Problem:
    return _starts_with_sign(trip.start)


def _no_token(trip: Trip) -> Problem:
    return _tab(trip) if trip.sign == "\t" else _starts_with_sign(trip.spot)


def _tab(trip: Trip) -> Problem:
    return error(trip.spot, "A tab stands here.", "indent with spaces; an editor can change all tabs to spaces")


def _colon(trip: Trip) -> Problem:
    key = re.match(_KEYED, trip.before)
    if key:
        return error(
            trip.spot,
            "A second colon stands in this line.",
            'a text with a colon goes in quotes: {key}: "..."',
            key=key[1],
        )
    above = re.match(_KEYED, trip.source.line(trip.spot.line - 1))
    if above is None:
        return error(trip.spot, "A colon cannot stand here.", "a text with a colon goes in quotes")
    indent = len(trip.line) - len(trip.line.lstrip(" "))
    return error(
        Place(trip.source, trip.spot.line, indent + 1),
        "This line stands further in than it may: the line above it has a value already.",
        'start it in the same column as "{key}"; a text that goes on over two lines goes in quotes',
        key=above[1],
    )


def _dash(trip: Trip) -> Problem:
    return error(
        trip.spot, "A list starts in a line of its own.", 'put "- ..." into the next line, or write [one, another]'
    )


def _quote(trip: Trip) -> Problem:
    quote = trip.source.line(trip.start.line)[trip.start.column - 1 : trip.start.column]
    return error(trip.start, "This quote is never closed.", "add {quote} where the text ends", quote=quote)


def _escape(trip: Trip) -> Problem:
    return error(
        trip.spot,
        "After a backslash in double quotes only a few letters are possible.",
        "use single quotes, or write two backslashes",
    )


def _bracket(trip: Trip) -> Problem:
    opening = trip.source.line(trip.start.line)[trip.start.column - 1 : trip.start.column]
    closing = CLOSING.get(opening, "]")
    if trip.spot.line == trip.start.line or _closes(trip):
        return error(
            trip.spot,
            'A comma or "{closing}" is missing before this.',
            "a text with a colon, a comma or a bracket goes in quotes",
            closing=closing,
        )
    if re.search(r" #.*[\]}]", trip.source.line(trip.start.line)[trip.start.column :]):
        hint = "what follows # is a comment: a text with # goes in quotes"
        return error(trip.start, 'The end of this "{opening}" is in a comment.', hint, opening=opening)
    return error(
        trip.start,
        'This "{opening}" is never closed.',
        'add "{closing}" where it ends; a text that starts with "{opening}" goes in quotes',
        opening=opening,
        closing=closing,
    )


def _closes(trip: Trip) -> bool:
    """Whether the next bracket in the rest of the text is a closing one."""
    number, line = trip.spot.line, trip.line[trip.spot.column - 1 :]
    for ahead in range(20):
        found = re.search(r"[\[\]{}]", line)
        if found:
            return found[0] in "]}"
        line = trip.source.line(number + ahead + 1)
    return False


def _goes_on(trip: Trip) -> Problem | None:
    """Something stands behind a text or list that had ended."""
    if trip.sign == ":":
        return _no_key(trip)
    before = trip.before.rstrip(" ")
    if before.endswith(("'", '"')):
        return error(
            trip.spot,
            "The text goes on after its closing quote.",
            "put all of it in quotes; within '...' write '' for an apostrophe",
        )
    if before.endswith(("]", "}")):
        return error(
            trip.spot,
            'Something stands after "{closing}".',
            "a text that starts with a bracket goes in quotes; a bracket too many goes away",
            closing=before[-1],
        )
    return None


def _out_of_line(trip: Trip) -> Problem:
    if "block collection" in trip.doing and trip.sign != "-":
        hint = 'start it with "- " if it is an item of the list, or start it in the column of the key it belongs to'
        return error(trip.spot, "This line stands in the middle of a list.", hint)
    return error(
        trip.spot,
        "This line does not line up with the ones above.",
        "lines that belong together start in the same column",
    )


def _no_colon(trip: Trip) -> Problem:
    line = trip.source.line(trip.start.line)
    glued = re.match(_GLUED, line)
    if glued:
        return error(trip.start, "A space is missing after the colon.", "write {key}: ...", key=glued[1])
    return error(
        trip.start,
        "This line has no key and colon.",
        "if it belongs to the text above, move it further in; if not, write a key before it",
    )


def _no_value(trip: Trip) -> Problem | None:
    if trip.sign == ":":
        return _no_key(trip)
    if trip.sign not in ("]", "}", ","):
        return None
    return error(
        trip.spot,
        'A value is missing before this "{sign}".',
        "take the sign out, or put the text in quotes",
        sign=trip.sign,
    )


def _version(trip: Trip) -> Problem:
    return error(trip.spot, "This line names a version of YAML that cannot be read.", "take the line out")


def _no_key(trip: Trip) -> Problem:
    return error(trip.spot, "A key is missing before this colon.", "write the key, or put the text in quotes")


def _block_text(trip: Trip) -> Problem:
    sign = trip.source.line(trip.start.line)[trip.start.column - 1 : trip.start.column]
    return error(
        trip.start,
        'After "{sign}" the text starts in the next line.',
        'a text that starts with "{sign}" goes in quotes',
        sign=sign,
    )


def _after_end(trip: Trip) -> Problem:
    return error(trip.spot, "Something stands after the end.", "a bracket too many goes away; so does a line with ...")


EXPLANATIONS: tuple[tuple[str, Callable[[Trip], Problem | None]], ...] = (
    ("tab character", _tab),
    ("scanning an alias", _opening_sign),
    ("scanning an anchor", _opening_sign),
    ("scanning a tag", _opening_sign),
    ("parsing a tag", _opening_sign),
    ("scanning a directive", _opening_sign),
    ("incompatible YAML", _version),
    ("cannot start any token", _no_token),
    ("mapping values are not allowed", _colon),
    ("block sequence entries are not allowed", _dash),
    ("escape", _escape),
    ("quoted scalar", _quote),
    ("block scalar", _block_text),
    ("parsing a flow sequence", _bracket),
    ("parsing a flow mapping", _bracket),
    ("did not find expected key", _goes_on),
    ("'-' indicator", _goes_on),
    ("did not find expected key", _out_of_line),
    ("'-' indicator", _out_of_line),
    ("could not find expected ':'", _no_colon),
    ("expected node content", _no_value),
    ("<document start>", _after_end),
)
