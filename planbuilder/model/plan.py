"""A plan as a coach wrote it: its words, its calendar, its sessions and what is done in them. Nothing is decided yet.

A note beside a type says what the key means: editors show it. Fields that are not `written` are filled from other keys.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Annotated, ClassVar, Literal

from planbuilder.model.change import Change, Key
from planbuilder.model.dose import Parts, Plates, Quantity
from planbuilder.model.exercise import Exercise, StandIns
from planbuilder.problems import Place, Source, Word
from planbuilder.records import record

Order = Literal["in turn", "one a round"]
Unit = Literal["week", "day", "stage", ""]
Log = Literal["ticks", "pain", "stiffness", "reps", "load", "effort", "time", "notes"]
UNWRITTEN = {"written": False}
NOWHERE = Place(Source("", ""))
NO_PARTS = Parts()
PLATES = Plates()


@record
class ExerciseItem:
    """One exercise to do, with what the item says of its dose; its `without` comes before the exercise's own."""

    place: Place
    exercise: Word = field(default=Word(""), metadata=UNWRITTEN)
    parts: Annotated[Parts, "Its dose here"] = NO_PARTS
    only: Annotated[tuple[Key, ...], "When it is done: weeks, phases, levels, days"] = ()
    if_: Annotated[str, "A condition, printed with it"] = ""
    without: Annotated[StandIns, "What to do when a thing is missing"] = ()


@record
class WordsItem:
    """Something to do that is no exercise, printed as it stands."""

    place: Place
    words: Annotated[str, "What to do, printed as it stands"]
    only: Annotated[tuple[Key, ...], "When it is done: weeks, phases, levels, days"] = ()
    if_: Annotated[str, "A condition, printed with it"] = ""


@record
class Group:
    """Items with a heading, rounds, order, timing and choice of their own; `parts` are for each of the items."""

    place: Place
    do: Annotated[tuple[Item, ...], "What is done, in order"] = ()
    parts: Annotated[Parts, "Parts of the dose, for every item"] = NO_PARTS
    group: Annotated[str, "The heading"] = ""
    rounds: Annotated[Change[Quantity] | None, "How often the items are done, one after the other"] = None
    for_: Annotated[Change[Quantity] | None, "How long or how far: as many rounds as fit"] = None
    order: Annotated[Order | None, "In turn: one set of each, then again. One a round: a round is one item"] = None
    choose: Annotated[Change[Quantity] | None, "How many of the items the runner picks"] = None
    rest_between_rounds: Annotated[Change[Quantity] | None, "The rest after a round"] = None
    length: Annotated[Quantity | None, "How long it may take"] = None
    only: Annotated[tuple[Key, ...], "When it is done: weeks, phases, levels, days"] = ()
    if_: Annotated[str, "A condition, printed with it"] = ""
    every: Change[Quantity] | None = field(default=None, metadata=UNWRITTEN)
    note: Change[str] | None = field(default=None, metadata=UNWRITTEN)

    @property
    def timed(self) -> bool:
        """Whether its rounds, and not the sets of its items, say how much is done."""
        return any(change is not None for change in (self.rounds, self.every, self.for_))


@record
class Changing:
    """A table of items: which of them is done depends on the week, the phase, the level or the day."""

    place: Place
    of: Change[tuple[Item, ...]]


Item = ExerciseItem | WordsItem | Group | Changing


@record
class Days:
    """On which days of the week, in their order; or so many days `apart`: 2 every other day, 3 every third."""

    weekdays: tuple[str, ...] = ()
    apart: int = 0


@record
class Schedule:
    """How often: on days, or so many times a week; neither means once."""

    days: Change[Days] | None = None
    times: Change[Quantity] | None = None
    times_a_day: Change[Quantity] | None = None


NOTHING_TO_DO = Group(NOWHERE)


@record
class Session:
    """What is done at one go: a group with a calendar. It may hold nothing to do (a rest day, a race)."""

    place: Place
    name: Annotated[str, "The name as printed"] = ""
    short: Annotated[str, "A shorter name"] = ""
    schedule: Annotated[Schedule, "How often it is done"] = Schedule()
    before: Annotated[str, "Before what it is done: every run"] = ""
    after: Annotated[str, "After what it is done: easy run"] = ""
    group: Annotated[Group, "What is done"] = NOTHING_TO_DO
    id: str = field(default="", metadata=UNWRITTEN)


@record
class Span:
    """The weeks (or days, or stages) of a plan, in each of its cycles; `open`: the last one goes on."""

    unit: Unit = ""
    first: int = 1
    last: int = 1
    cycles: int = 1
    open: bool = False
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def length(self) -> int:
        """How many weeks one cycle holds."""
        return self.last - self.first + 1


@record
class Phase:
    """Named weeks; its parts lie on the doses of these weeks."""

    alone: ClassVar[str] = "weeks"

    place: Place
    weeks: Annotated[Key, "The weeks: 1-2, or a list"]
    parts: Annotated[Parts, "Parts that lie on the doses of these weeks"] = NO_PARTS
    name: Word = field(default=Word(""), metadata=UNWRITTEN)
    about: Annotated[str, "What the phase is for"] = ""
    goal: Annotated[str, "What it should lead to"] = ""
    move_on: Annotated[tuple[str, ...], "When to move on: one thing, or a list of all that must be so"] = ()


@record
class Stage:
    """A part of a plan that is passed and not dated."""

    alone: ClassVar[str] = "about"

    name: Word = field(default=Word(""), metadata=UNWRITTEN)
    about: Annotated[str, "What the stage is"] = ""
    goal: Annotated[str, "What it should lead to"] = ""
    move_on: Annotated[tuple[str, ...], "When to move on: one thing, or a list of all that must be so"] = ()


@record
class Level:
    """One of several versions of a plan, and what it means."""

    alone: ClassVar[str] = "about"

    name: Word = field(default=Word(""), metadata=UNWRITTEN)
    about: Annotated[str, "Who it is for"] = ""


@record
class Race:
    """The day that the last week leads to."""

    alone: ClassVar[str] = "date"

    place: Place
    date: Annotated[date, "The day, as 2027-05-09"]
    name: Annotated[str, "What it is called"] = ""


@record
class Running:
    """On which days the runner runs, and which of these are hard."""

    place: Place
    days: Annotated[Days, "The days of running"]
    hard: Annotated[Days, "The hard ones: strength is kept off them and the day before"] = Days()


@record
class Brand:
    """A club's own look."""

    alone: ClassVar[str] = "colour"

    colour: Annotated[Word | None, "The colour of headers, as #1A4F8A; dark enough for white words"] = None
    name: Annotated[str, "The club's name"] = ""
    address: Annotated[str, "Where to find it: a street, a mail address"] = ""
    logo: Annotated[Word | None, "The file of a logo, beside the plan"] = None
    place: Place | None = field(default=None, compare=False, repr=False)


@record
class Share:
    """The share of a best lift that percent loads are of, and a weight that is added over time: 90% + 2.5kg a cycle."""

    percent: Change[Quantity]
    gain: Change[Quantity] | None = None


@record
class TrainingMax:
    """The share for all exercises, or by exercise."""

    all: Share | None = None
    by_exercise: tuple[tuple[Word, Share], ...] = ()

    def of(self, exercise: str) -> Share | None:
        """The share that holds for an exercise."""
        return next((share for word, share in self.by_exercise if word.text == exercise), self.all)


@record
class Plan:
    """A whole plan. `rotate` names the sessions that take turns over the plan's own days or times."""

    place: Place
    title: Annotated[str, "The title as printed"]
    short: Annotated[str, "A shorter title"] = ""
    coach: Annotated[str, "Who made it"] = ""
    club: Annotated[str, "The club"] = ""
    link: Annotated[str, "Where to read more"] = ""
    contact: Annotated[str, "How to reach the coach"] = ""
    motto: Annotated[str, "One sentence to keep in mind"] = ""
    stop: Annotated[str, "When to stop"] = ""
    advice: Annotated[str, "What to ask a physio or doctor before the start"] = ""
    move_on: Annotated[tuple[str, ...], "When to move on to something harder"] = ()
    rules: Annotated[tuple[str, ...], "Rules to go by: pain over 3, back a stage"] = ()
    note: Annotated[Change[str] | None, "A note for the week; may have gaps"] = None
    weeks: Annotated[Span | None, "6, 0-6, 10+ where the tenth goes on, or cycles: 3 x 4"] = None
    days: Annotated[Change[Days] | Span | None, "On which days; or 1-22 where the plan counts days"] = None
    times: Annotated[Change[Quantity] | None, "How often a week"] = None
    times_a_day: Annotated[Change[Quantity] | None, "How often a day"] = None
    stages: Annotated[tuple[Stage, ...] | Span | None, "Stages that are passed and not dated: names, or how many"] = (
        None
    )
    phases: Annotated[tuple[Phase, ...], "Named weeks"] = ()
    levels: Annotated[tuple[Level, ...], "Versions for different runners"] = ()
    start: Annotated[date | None, "The first day, as 2027-03-01"] = None
    race: Annotated[Race | None, "The race that the last week leads to"] = None
    running: Annotated[Running | None, "The days of running, and the hard ones"] = None
    have: Annotated[tuple[Word, ...] | None, "The whole kit of the runner"] = None
    max: Annotated[tuple[tuple[Word, Change[Quantity]], ...], "Best lifts, by exercise"] = ()
    training_max: Annotated[TrainingMax, "The share of the best lift that percent loads are of"] = TrainingMax()
    plates: Annotated[Plates, "The smallest step of a load"] = PLATES
    defaults: Annotated[Parts | None, "Parts of the dose, for every exercise"] = None
    exercises: Annotated[tuple[Exercise, ...], "Exercises of this plan alone"] = ()
    rotate: Annotated[tuple[Word, ...], "Sessions that take turns over the plan's days"] = ()
    length: Annotated[Quantity | None, "How long a session may take"] = None
    before: Annotated[str, "Before what it is done: every run"] = ""
    after: Annotated[str, "After what it is done: easy run"] = ""
    do: Annotated[tuple[Item, ...], "What is done, where there is one session only"] = ()
    sessions: Annotated[tuple[Session, ...], "The sessions"] = ()
    groups: Annotated[tuple[tuple[str, Item], ...], "Groups by name, to stand in any session"] = ()
    panels: Annotated[tuple[Word, ...], "Pieces of education, by name"] = ()
    log: Annotated[tuple[Log, ...], "What the runner writes down"] = ()
    brand: Annotated[Brand | None, "A colour and a logo"] = None
    extends: Annotated[str, "Another plan that this one starts from"] = ""
    sources: tuple[Source, ...] = field(default=(), metadata=UNWRITTEN, compare=False, repr=False)

    @property
    def span(self) -> Span:
        """What the plan counts: weeks, days, stages or nothing."""
        for counted in (self.weeks, self.days, self.stages):
            if isinstance(counted, Span):
                return counted
        return Span("stage", 1, len(self.named_stages)) if self.named_stages else Span()

    @property
    def named_stages(self) -> tuple[Stage, ...]:
        """The stages that have names."""
        return self.stages if isinstance(self.stages, tuple) else ()

    @property
    def schedule(self) -> Schedule:
        """How often the sessions in rotation are done."""
        return Schedule(None if isinstance(self.days, Span) else self.days, self.times, self.times_a_day)
