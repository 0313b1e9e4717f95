"""Exercises, equipment, running faults and panels as a coach wrote them; nothing is decided yet.

A note beside a type says what the key means: editors show it. `alone` names the field that a bare text fills.
"""

from dataclasses import field
from typing import Annotated, ClassVar, Literal

from planbuilder.model.dose import Parts, Quantity
from planbuilder.model.figure import Figure
from planbuilder.problems import Place, Word
from planbuilder.records import record

Counted = Literal["reps", "time", "distance"]


@record
class Cue:
    """One thing to do or to feel."""

    alone: ClassVar[str] = "do"

    do: Annotated[str, "What to do or feel, in one or two short sentences"]
    short: Annotated[str, "The same in a few words, for where there is little room"] = ""
    place: Place | None = field(default=None, compare=False, repr=False)


@record
class Need:
    """A thing an exercise needs; several where one of them will do."""

    alone: ClassVar[str] = "any"

    any: Annotated[tuple[Word, ...], "Things of which one is enough"]
    place: Place | None = field(default=None, compare=False, repr=False)


@record
class StandIn:
    """What to do when a thing is missing: another exercise, another thing, or words that always hold."""

    alone: ClassVar[str] = "text"

    use: Annotated[Word | None, "Another exercise, with its own dose, cues and picture"] = None
    thing: Annotated[Word | None, "Another thing; counts only where the runner has it"] = None
    text: Annotated[str, "What to use or do instead, in words"] = ""
    short: Annotated[str, "The same in a few words, for where there is little room"] = ""
    parts: Annotated[Parts | None, "Another dose for it"] = None
    place: Place | None = field(default=None, compare=False, repr=False)


StandIns = tuple[tuple[Word, tuple[StandIn, ...]], ...]


@record
class Variant:
    """An easier or harder way, or the way for when something is so: words, another exercise, or both."""

    alone: ClassVar[str] = "text"

    use: Annotated[Word | None, "Another exercise"] = None
    text: Annotated[str, "What to do, in words"] = ""
    parts: Annotated[Parts | None, "Another dose for it"] = None
    place: Place | None = field(default=None, compare=False, repr=False)


@record
class Photo:
    """A picture file of the coach's own, with who made it and on what terms."""

    file: Annotated[Word, "The file, beside the exercise"]
    credit: Annotated[str, "Who made it"]
    licence: Annotated[str, "On what terms it may be used: CC BY 4.0, my own, ..."]
    place: Place | None = field(default=None, compare=False, repr=False)


@record
class Exercise:
    """One move, complete; `id` is the file's name."""

    alone: ClassVar[str] = "name"

    name: Annotated[str, "The name as printed"]
    short: Annotated[str, "A shorter name, for where the name is too wide"] = ""
    purpose: Annotated[str, "What it is good for, in a few words"] = ""
    works: Annotated[tuple[str, ...], "The muscles it works"] = ()
    fixes: Annotated[tuple[Word, ...], "Running faults it is picked for"] = ()
    position: Annotated[str, "How the body starts: standing, side-lying, ..."] = ""
    equipment: Annotated[tuple[Need, ...], "What it needs"] = ()
    helps: Annotated[tuple[Word, ...], "Good to have; never decides whether the exercise can be done"] = ()
    counts: Annotated[Counted, "What is counted"] = "reps"
    pace: Annotated[Quantity | None, "How fast it goes, for how long a distance takes: 6:00/km, 20km/h"] = None
    parts: Annotated[Parts | None, "The dose"] = None
    cues: Annotated[tuple[Cue, ...], "What to do or feel, most important first"] = ()
    mistake: Annotated[str, "The mistake to watch for"] = ""
    stop: Annotated[str, "When to stop"] = ""
    without: Annotated[StandIns, "What to do when a thing is missing"] = ()
    if_: Annotated[tuple[tuple[Word, Variant], ...], "What to do when something is so"] = ()
    easier: Annotated[Variant | None, "An easier way"] = None
    harder: Annotated[Variant | None, "A harder way"] = None
    video: Annotated[str, "The address of a film"] = ""
    figure: Annotated[Figure | None, "The pose, drawn as a pictogram"] = None
    picture: Annotated[Photo | None, "A photo or drawing in place of the figure"] = None
    alt: Annotated[str, "The picture in words, for those who cannot see it"] = ""
    id: str = field(default="", metadata={"written": False})
    place: Place | None = field(default=None, compare=False, repr=False)


@record
class Thing:
    """A piece of equipment, and what stands in for it everywhere."""

    alone: ClassVar[str] = "name"

    name: Annotated[str, "The name as printed"]
    short: Annotated[str, "The word that makes the question on a card: No band?"] = ""
    icon: Annotated[str, "The name of its icon"] = ""
    everywhere: Annotated[bool, "Whether every home has it"] = False
    kind_of: Annotated[Word | None, "The thing it is a kind of: a strong band is a resistance band, too"] = None
    instead: Annotated[tuple[StandIn, ...], "What stands in for it, whatever the exercise"] = ()
    id: str = field(default="", metadata={"written": False})
    place: Place | None = field(default=None, compare=False, repr=False)


@record
class Equipment:
    """The catalogue of things: what exercises may ask for and runners may have."""

    things: tuple[Thing, ...] = ()

    def get(self, id: str) -> Thing | None:  # noqa: A002
        """The thing of that id, or None."""
        return next((thing for thing in self.things if thing.id == id), None)

    def as_kinds(self, id: str) -> tuple[str, ...]:  # noqa: A002
        """What a thing counts as: itself, and whatever it is a kind of."""
        counted: list[str] = []
        known = self.get(id)
        while known is not None and known.id not in counted:
            counted.append(known.id)
            known = self.get(known.kind_of.text) if known.kind_of else None
        return tuple(counted) or (id,)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all things."""
        return tuple(thing.id for thing in self.things)


@record
class Fault:
    """A running fault that exercises are picked for."""

    name: Annotated[str, "The name as printed"]
    look: Annotated[str, "What to look for, seen from behind or from the side"] = ""
    id: str = field(default="", metadata={"written": False})
    place: Place | None = field(default=None, compare=False, repr=False)


@record
class Panel:
    """A piece of education that is printed where a layout has room."""

    title: Annotated[str, "The heading"]
    text: Annotated[str, "The words, some sixty at most"]
    id: str = field(default="", metadata={"written": False})
    place: Place | None = field(default=None, compare=False, repr=False)
