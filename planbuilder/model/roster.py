"""A roster as written: the runners of a class, and what differs from one to the next."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date
from typing import Annotated

from planbuilder.model.change import Change
from planbuilder.model.choices import Choices
from planbuilder.model.dose import Quantity
from planbuilder.problems import Place, Word
from planbuilder.records import record


@record
class Runner:
    """One row: whose cards they are, and what of the choices is this runner's own."""

    place: Place = field(compare=False, repr=False)
    name: Annotated[Word, "The name on the cards"]
    have: Annotated[tuple[Word, ...] | None, "The whole kit of the runner"] = None
    without: Annotated[tuple[Word, ...], "What is missing"] = ()
    level: Annotated[Word | None, "One of the plan's levels"] = None
    language: Annotated[str, "The language of the cards"] = ""
    start: Annotated[date | None, "The first day, as 2027-03-01"] = None
    max: Annotated[tuple[tuple[Word, Change[Quantity]], ...], "Best lifts, by exercise"] = ()

    def choices(self, asked: Choices) -> Choices:
        """What was asked for all, with what this row says instead; a kit is one thing, whichever way it is said."""
        have, without = asked.have, asked.without
        if self.have is not None or self.without:
            have = None if self.have is None else tuple(word.text for word in self.have)
            without = tuple(word.text for word in self.without)
        return replace(
            asked,
            have=have,
            without=without,
            level=self.level.text if self.level else asked.level,
            language=self.language or asked.language,
            start=self.start or asked.start,
            for_whom=self.name.text,
            max=self.max,
        )
