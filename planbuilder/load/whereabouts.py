"""Words as they are printed to the place where somebody wrote them; looked for only where something is wrong with them.

What is printed may be put together of several texts: then the place is that of the longest of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from planbuilder.load.nodes import compose
from planbuilder.load.scalars import scalars, spot
from planbuilder.problems import Place, Source

PRINTED = str.maketrans({"\u00a0": " ", "\u202f": " ", "–": "-", "×": "x"})
SHORTEST = 4
LEAST_SHARE = 0.5


def written_at(words: str, sources: Iterable[Source]) -> Place | None:
    """Where the words stand in the first file that has them, or most of them; None where they stand nowhere."""
    wanted = words.translate(PRINTED).strip()
    best, place = 0.0, None
    if len(wanted) < SHORTEST:
        return None
    for source in sources:
        node, _ = compose(source)
        for scalar in scalars(node) if node is not None else ():
            share, offset = _share(scalar.text.translate(PRINTED), wanted)
            if share > best:
                best, place = share, spot(scalar, offset)
            if best == 1:
                return place
    return place


def _share(written: str, wanted: str) -> tuple[float, int]:
    """How much of the words a text has, all of it where it is nothing else; and where in the text they begin."""
    if written == wanted:
        return 1.0, 0
    if wanted in written:
        return 0.99, written.index(wanted)
    share = len(written) / len(wanted)
    return (share, 0) if written and written in wanted and share >= LEAST_SHARE else (0.0, 0)
