"""What the caller asked for. The date, the language, the paper and the kit come in here and nowhere else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from planbuilder.records import record

if TYPE_CHECKING:
    from planbuilder.model.change import Change
    from planbuilder.model.dose import Quantity
    from planbuilder.problems import Word


@record
class Choices:
    """Everything about one build that is not in the files.

    `have` is the whole kit and makes a personal card; `without` takes things out of everything; not both.
    With neither the result is a handout that shows every swap. `weeks` is as typed ("2-4", "1,3", "Build").
    `flip` is how the printer turns sheets over, where it is not as the layout has it. With `guides` the pages know
    where the boxes of their layout are. `max` are best lifts that go before the plan's. With a `roster` all this is for
    each runner in that file whose row does not say otherwise.
    """

    layout: str = "wall"
    weeks: str | None = None
    paper: str | None = None
    theme: str | None = None
    have: tuple[str, ...] | None = None
    without: tuple[str, ...] = ()
    start: date | None = None
    for_whom: str = ""
    language: str = "en"
    level: str | None = None
    strict: bool = False
    flip: Literal["", "long-edge", "short-edge"] = ""
    fillable: bool = False
    guides: bool = False
    max: tuple[tuple[Word, Change[Quantity]], ...] = ()
    roster: str = ""

    @property
    def personal(self) -> bool:
        """Whether this is a card for one runner's kit."""
        return self.have is not None or bool(self.without)
