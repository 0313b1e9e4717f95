"""The text of a spreadsheet (CSV) to its columns and rows: every cell a scalar that knows its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from planbuilder.load.nodes import Scalar, hidden_characters
from planbuilder.load.reader import Reader
from planbuilder.problems import Place, Source
from planbuilder.records import record

SEPARATORS = ",;\t"

_QUOTED = re.compile(r' *"((?:[^"]++|"")*+)("?) *')
_LINE_END = re.compile("\r\n|[\n\r\u0085\u2028\u2029]")


@record
class Sheet:
    """The cells of the first line, which name the columns, what parts them, and the rows below that say anything."""

    separator: str
    columns: tuple[Scalar, ...]
    rows: tuple[tuple[Scalar, ...], ...]


def read_sheet(source: Source, most: int, reader: Reader) -> Sheet | None:
    """The columns and at most so many rows of a text, parted by commas, semicolons or tabs as its first line is."""
    hidden = tuple(hidden_characters(source))
    reader.problems.extend(hidden)
    if hidden:
        return None
    separator = max(SEPARATORS, key=_LINE_END.split(source.text.lstrip("\r\n"), 1)[0].count)
    rows = list(islice(_Cells(source, separator, reader).rows(), most + 1))
    if not rows:
        if not reader.problems:
            reader.error(Place(source), "There is nothing in this file.")
        return None
    return Sheet(separator, rows[0], tuple(rows[1:]))


class _Cells:
    """Walks through a text cell by cell."""

    def __init__(self, source: Source, separator: str, reader: Reader) -> None:
        self._source = source
        self._reader = reader
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(source.text))]
        self._separator = separator
        self._plain = re.compile(f"[^{separator}\n\r\u0085\u2028\u2029]*")
        self._at = 0

    def rows(self) -> Iterator[tuple[Scalar, ...]]:
        """The rows in which something stands; no more of them after a quote without its end."""
        while self._at < len(self._source.text):
            row = self._row()
            if row is None:
                return
            if any(cell.text for cell in row):
                yield row

    def _row(self) -> tuple[Scalar, ...] | None:
        """The cells up to the end of a line, which is passed."""
        text, cells = self._source.text, []
        while True:
            cell = self._cell()
            if cell is None:
                return None
            cells.append(cell)
            if text[self._at : self._at + 1] == self._separator:
                self._at += 1
                continue
            end = _LINE_END.match(text, self._at)
            self._at = end.end() if end else len(text)
            return tuple(cells)

    def _cell(self) -> Scalar | None:
        quoted = _QUOTED.match(self._source.text, self._at)
        return self._quoted(quoted) if quoted else self._bare()

    def _bare(self) -> Scalar:
        found = self._plain.match(self._source.text, self._at)
        written = found[0] if found else ""
        start = self._at + len(written) - len(written.lstrip())
        self._at += len(written)
        return self._scalar(start, written.strip())

    def _quoted(self, found: re.Match[str]) -> Scalar | None:
        """A cell in quotes; two of them in it are one that is printed."""
        if not found[2]:
            place = self._scalar(found.start(1) - 1, "").place
            self._reader.error(place, "This quote is never closed.", 'add " where the cell ends')
            return None
        self._at = found.end()
        cell = self._scalar(found.start(1), found[1].replace('""', '"').strip())
        rest = self._bare()
        if rest.text:
            self._reader.error(
                rest.place,
                "The text goes on after its closing quote.",
                'put all of it in quotes; within "..." write "" for a quote',
            )
        return cell

    def _scalar(self, offset: int, text: str) -> Scalar:
        line = bisect_right(self._starts, offset)
        return Scalar(self._source, line, offset - self._starts[line - 1] + 1, text)
