"""What a dose says: quantities and their units, the parts as written, layers of them, the resolved dose of a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields
from fractions import Fraction
from typing import Literal

from planbuilder.model.change import Change
from planbuilder.problems import Place
from planbuilder.records import record

Kind = Literal["count", "time", "distance", "load", "effort"]
Counts = Literal["reps", "time", "distance", "words", ""]
Bound = Literal["", "up to", "at least", "about"]
Scope = Literal["", "in total", "a hand"]
Form = Literal["number", "max", "blank", "cluster"]
Link = Literal["", "or", "then"]


@record
class Unit:
    """What stands behind a number: its kind and its size, in seconds or millimetres (0: not to be converted).

    `joined` units stand at the number without a space (8RM, 5:10/km), `leading` ones before it (RPE 8).
    `clock` units count seconds and are written with colons.
    """

    name: str
    kind: Kind
    size: Fraction = Fraction(0)
    joined: bool = False
    leading: bool = False
    clock: bool = False


def _units() -> dict[str, Unit]:
    times: dict[str, int] = {"s": 1, "min": 60, "h": 3600}
    lengths: dict[str, int | Fraction] = {
        "m": 1000,
        "km": 1_000_000,
        "yd": Fraction(9144, 10),
        "ft": Fraction(3048, 10),
        "mi": 1_609_344,
    }
    found = [Unit(name, "time", Fraction(size)) for name, size in times.items()]
    found.append(Unit("clock", "time", Fraction(1), clock=True))
    found += [Unit(name, "distance", Fraction(size)) for name, size in lengths.items()]
    found += [Unit(name, "load") for name in ("kg", "lb", "%", "% 1RM")]
    found.append(Unit("RM", "load", joined=True))
    found += [Unit(name, "effort", leading=True) for name in ("RPE", "RIR", "zone")]
    found += [Unit(name, "effort") for name in ("bpm", "spm", "rpm", "W", "km/h", "mph")]
    found += [Unit(name, "effort", joined=True, clock=True) for name in ("/km", "/mi", "/500m", "/100m")]
    found.append(Unit("k pace", "effort", joined=True))
    return {unit.name: unit for unit in found}


UNITS: Mapping[str, Unit] = _units()
PACES: Mapping[str, float] = {"/km": 1000.0, "/mi": 1609.344, "/500m": 500.0, "/100m": 100.0}
SPEEDS: Mapping[str, float] = {"km/h": 1 / 3.6, "mph": 0.44704}


def unit_of(name: str) -> Unit:
    """The unit of a name; what no table knows is `% word` (an effort) or a counted noun."""
    return UNITS.get(name) or Unit(name, "effort" if name.startswith("%") else "count")


@record
class Value:
    """One number or range with its unit, or `max`, a blank to fill in, a cluster. Clock units count seconds.

    The `bites` of a cluster (2+2+2) are 0 where each is a max of its own (12+max).
    """

    low: Fraction = Fraction(0)
    high: Fraction | None = None
    unit: str = ""
    bound: Bound = ""
    scope: Scope = ""
    plus: bool = False
    form: Form = "number"
    bites: tuple[int, ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind of its unit; a bare number is a count."""
        return unit_of(self.unit).kind

    @property
    def middle(self) -> Fraction:
        """The middle of a range, the number itself else."""
        return self.low if self.high is None else (self.low + self.high) / 2


@record
class Quantity:
    """Values (several: one a set), or words, or nothing at all (`none`). `tail` says more of a measure: 60 s jog.

    `base` is "bodyweight", to which the values are added. A `relative` quantity acts on what lies below it (-40%).
    `later` and `later_words` are a step that words decide ("+ 5 kg", "when pain-free"). `added` is a weight on top of a
    percent: 70 % + 5 kg.
    """

    values: tuple[Value, ...] = ()
    words: str = ""
    base: str = ""
    relative: bool = False
    later: Quantity | None = None
    later_down: bool = False
    later_words: str = ""
    tail: str = ""
    added: Value | None = None

    @property
    def is_none(self) -> bool:
        """Whether it takes a part away."""
        return not (self.values or self.words or self.base)

    @property
    def kind(self) -> Kind | None:
        """The kind of its units; None for words, `none`, a bare max or blank."""
        return next((v.kind for v in self.values if v.form in ("number", "cluster") or v.unit), None)

    @property
    def moves(self) -> bool:
        """Whether it holds numbers that can walk and step."""
        return bool(self.values) and all(v.form == "number" for v in self.values)


NONE = Quantity()


def adds_weight(load: Quantity, step: Value) -> bool:
    """Whether a step is a weight and what it is added to a percent of a best lift."""
    return step.unit in ("kg", "lb") and bool(load.values) and all(v.unit in ("%", "% 1RM") for v in load.values)


@record
class Side:
    """Which side: "each leg and direction", "alternate legs each set", "weaker side"; `none` takes it away."""

    how: Literal["each", "alternate", "affected", "weaker", "stronger", "left", "right", "both", "none"]
    limbs: tuple[str, ...] = ()
    half: bool = False
    turn: Literal["", "rep", "set", "round"] = ""

    @property
    def times(self) -> int:
        """How often a set is done: twice for each side, four times for each leg and direction."""
        return 2 ** len(self.limbs) if self.how == "each" and not self.half else 1


@record
class Tempo:
    """Down, hold, up, hold: digits and X for as fast as can be; or a word; neither takes it away."""

    beats: tuple[str, ...] = ()
    words: str = ""


@record
class Parts:
    """The parts of one dose as written, each None where nothing is said.

    `dose` is a whole line that changes; it lies under the other parts.
    `amount` is one whose kind its own words do not tell (a bare number, max, words, a blank): the exercise decides.
    `further` doses follow in place of this one or after it, as the `link` of each says.
    """

    place: Place | None = field(default=None, compare=False, repr=False)
    nothing: bool = False
    dose: Change[Parts] | None = None
    sets: Change[Quantity] | None = None
    amount: Change[Quantity] | None = None
    reps: Change[Quantity] | None = None
    time: Change[Quantity] | None = None
    distance: Change[Quantity] | None = None
    hold: Change[Quantity] | None = None
    side: Change[Side] | None = None
    load: Change[Quantity] | None = None
    effort: Change[Quantity] | None = None
    tempo: Change[Tempo] | None = None
    rest: Change[Quantity] | None = None
    rest_after: Change[Quantity] | None = None
    rest_reps: Change[Quantity] | None = None
    every: Change[Quantity] | None = None
    times_a_day: Change[Quantity] | None = None
    note: Change[str] | None = None
    link: Link = ""
    further: tuple[Parts, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return not self.nothing and all(
            getattr(self, f.name) in (None, (), "") for f in fields(self) if f.name not in ("place", "nothing")
        )

    @property
    def amounts(self) -> tuple[Change[Quantity], ...]:
        """The amounts named, at most one of each kind."""
        return tuple(a for a in (self.amount, self.reps, self.time, self.distance) if a is not None)


Origin = Literal["exercise", "stand-in", "defaults", "phase", "session", "group", "item", "kit"]


@record
class Layer:
    """Parts and where they come from. `weeks`: the place (positions of weeks) that `only` or a phase gives them.

    `timed`: a group with rounds, `for` or `every`; `in_turn`: a group in turn. Without `with_amount` its amount does
    not count.
    """

    parts: Parts
    origin: Origin
    weeks: tuple[int, ...] | None = None
    timed: bool = False
    in_turn: bool = False
    with_amount: bool = True


@record
class Resolved:
    """The dose of one day in exact numbers: nothing changes any more. `places` tells where each part was written.

    `further` doses are done in place of it or after it, as the `link` of each says. `pace` is how fast the exercise
    goes where no effort says so.
    """

    nothing: bool = False
    sets: Quantity | None = None
    amount: Quantity | None = None
    counts: Counts = ""
    hold: Quantity | None = None
    side: Side | None = None
    load: Quantity | None = None
    effort: Quantity | None = None
    tempo: Tempo | None = None
    rest: Quantity | None = None
    rest_after: Quantity | None = None
    rest_reps: Quantity | None = None
    every: Quantity | None = None
    times_a_day: Quantity | None = None
    note: str = ""
    link: Link = ""
    further: tuple[Resolved, ...] = ()
    pace: Quantity | None = field(default=None, compare=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    @property
    def chain(self) -> tuple[Resolved, ...]:
        """It and what is done after it, without what could be done instead."""
        count = next((k for k, other in enumerate(self.further) if other.link == "or"), len(self.further))
        return (self, *self.further[:count])

    @property
    def one_a_set(self) -> int:
        """How many sets (or rounds) its per-set numbers ask for; 0 without such."""
        return next(
            (len(q.values) for q in (self.amount, self.load, self.effort, self.hold) if q and len(q.values) > 1), 0
        )


@record
class Plates:
    """The smallest step of a load."""

    kg: Fraction = Fraction(5, 2)
    lb: Fraction = Fraction(5)
