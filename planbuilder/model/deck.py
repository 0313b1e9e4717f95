"""A resolved plan: finished words for every week and session. Nothing depends on a week, a kit or a language any more.

Read through `model/view.py`. Empty words mean "nothing to say"; what has nothing to say is not printed.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from planbuilder.records import record

AmountKind = Literal["reps", "time", "distance", "words", ""]

NOUGHT = "–"
TIMES = "\u00a0×\u00a0"


@record
class Dose:
    """One dose as printed. `sets × amount` is the big object; the unit lines stand below; rest has its own place.

    `noun` is what is counted, `size` how much it is in all: sets times the most of the amount, 0 where it is no number.
    A `further` dose follows it; its `link` says how: or, then.
    """

    sets: str = ""
    amount: str = ""
    kind: AmountKind = ""
    side: str = ""
    load: str = ""
    effort: str = ""
    tempo: str = ""
    rest: str = ""
    note: str = ""
    amount_spoken: str = ""
    rest_spoken: str = ""
    blank: str = ""
    link: str = ""
    further: Dose | None = None
    line: str = ""
    timing: str = ""
    timing_spoken: str = ""
    noun: str = ""
    size: float = 0.0

    @property
    def idle(self) -> bool:
        """Whether it says that nothing is done."""
        return self.line == NOUGHT

    @property
    def brief(self) -> str:
        """Sets × amount and load in one line, and what follows."""
        big = TIMES.join(part for part in (self.sets, self.amount) if part)
        own = " · ".join(part for part in (big, self.load) if part)
        return f"{own} {self.after}" if self.further else own

    @property
    def after(self) -> str:
        """The further doses, each behind its link."""
        return f"{self.further.link} {self.further.brief}" if self.further else ""

    @property
    def counted(self) -> str:
        """The unit lines with what is counted first: reps each leg."""
        side = self.side if self.side.startswith(self.noun) else f"{self.noun} {self.side}".strip()
        return " · ".join(part for part in (side, *self.unit[bool(self.side) :]) if part)

    @property
    def spoken(self) -> str:
        """The unit lines in full: sets × reps, each leg."""
        side = self.side.removeprefix(self.noun).strip()
        times = " × ".join(part for part in ("sets" if self.sets else "", self.noun) if part)
        others = self.load, self.effort, self.tempo, self.timing_spoken or self.timing
        return ", ".join(part for part in (times if self.noun else "", side, *others) if part)

    @property
    def unit(self) -> tuple[str, ...]:
        """What stands below the big dose, in order: side (with the noun counted), load, effort, tempo, timing."""
        return tuple(part for part in (self.side, self.load, self.effort, self.tempo, self.timing) if part)


@record
class Cue:
    """What to do or feel, most important first; `short` is empty where there is no shorter form."""

    text: str
    short: str = ""


@record
class Thing:
    """A piece of equipment in words."""

    id: str
    name: str
    icon: str = ""


@record
class Move:
    """An exercise in words, without any dose. `pictured` says that it has a picture, `credit` whose that is."""

    id: str
    name: str
    short: str = ""
    purpose: str = ""
    position: str = ""
    cues: tuple[Cue, ...] = ()
    mistake: str = ""
    stop: str = ""
    easier: str = ""
    harder: str = ""
    video: str = ""
    equipment: tuple[Thing, ...] = ()
    credit: str = ""
    pictured: bool = False


@record
class Swap:
    """A stand-in exercise: what to do instead when a thing is missing or something is so.

    What it says in full has its units spelled out.
    """

    question: str
    says: str
    says_short: str
    move: Move
    dose: Dose
    says_spoken: str = ""


@record
class Aid:
    """A stand-in thing: what to use in place of a missing one."""

    question: str
    says: str
    says_short: str = ""


@record
class GroupWords:
    """The bracket around a run of lines: `heading` is name, rounds and timing in one line, `spoken` in full."""

    heading: str
    condition: str = ""
    depth: int = 1
    spoken: str = ""


@record
class Line:
    """One exercise of a session in one week. `key` is the same in every week; `doses` is one a day, in tick order.

    `up` says that there is more to do than the week before, `seconds` how much of the session it takes. In a circuit
    `station` counts from 1.
    """

    key: str
    number: str
    move: Move
    doses: tuple[Dose, ...]
    condition: str = ""
    swaps: tuple[Swap, ...] = ()
    aids: tuple[Aid, ...] = ()
    groups: tuple[int, ...] = ()
    up: bool = False
    seconds: float = 0.0
    station: str = ""

    @property
    def idle(self) -> bool:
        """Whether it is not done at all this week."""
        return bool(self.doses) and all(dose.idle for dose in self.doses)


@record
class Day:
    """One time a session is done in its week: the mark above its tick, its name and date in words.

    `weekday` counts from 1 for Monday; 0 where no day is named.
    """

    mark: str
    name: str = ""
    date: str = ""
    weekday: int = 0


@record
class Workout:
    """A session as it is done in one week. `groups` are in order; a line names the ones around it, outer first.

    `change` says what is new in this session; `Week.change` speaks of all sessions of the week. `often` is the part of
    the note that says how often the session is done, where the days do not.
    """

    days: tuple[Day, ...]
    lines: tuple[Line, ...]
    groups: tuple[GroupWords, ...] = ()
    minutes: str = ""
    kit: tuple[Thing, ...] = ()
    note: str = ""
    often: str = ""
    condition: str = ""
    change: str = ""
    up: bool = False


@record
class Week:
    """One week (or day, or stage) in words; `tone` counts the blocks of weeks of one phase from 1.

    `stage` is the name of a stage; `total` adds up all its sessions: how many, how long, how far.
    """

    number: str
    title: str
    of: str = ""
    phase: str = ""
    change: str = ""
    up: bool = False
    tone: int = 1
    note: str = ""
    goal: str = ""
    move_on: str = ""
    dates: str = ""
    position: int = 1
    total: str = ""
    stage: str = ""


@record
class SessionKind:
    """A session of the plan by name; at every level it has the same `id`."""

    id: str
    name: str = ""
    short: str = ""
    note: str = ""
    level: str = ""

    @property
    def title(self) -> str:
        """Its name and its level."""
        return " · ".join(part for part in (self.name, self.level) if part)

    @property
    def brief(self) -> str:
        """Its short name and its level."""
        return " · ".join(part for part in (self.short or self.name, self.level) if part)


@record
class LevelWords:
    """A version of the plan, and whom it is for."""

    name: str
    about: str = ""


@record
class PlanWords:
    """The words that belong to the whole plan."""

    title: str
    short: str = ""
    coach: str = ""
    club: str = ""
    link: str = ""
    contact: str = ""
    motto: str = ""
    stop: str = ""
    advice: str = ""
    move_on: str = ""
    weeks: str = ""
    unit: str = ""
    length: str = ""
    rhythm: str = ""
    for_whom: str = ""
    race: str = ""
    level: str = ""
    rules: tuple[str, ...] = ()
    panels: tuple[tuple[str, str], ...] = ()


@record
class Deck:
    """A whole plan, resolved. `workouts[week][session]` is None where the session is not done that week.

    A plan of several `levels` has each of its sessions once a level; a chosen level stands in the plan's words.
    """

    plan: PlanWords
    weeks: tuple[Week, ...]
    sessions: tuple[SessionKind, ...]
    workouts: tuple[tuple[Workout | None, ...], ...]
    strip: int = 0
    language: str = "en"
    personal: bool = False
    kit: tuple[Thing, ...] = ()
    log: tuple[str, ...] = ()
    levels: tuple[LevelWords, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
