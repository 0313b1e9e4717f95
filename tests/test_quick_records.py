"""A record is what `@dataclass(frozen=True, slots=True)` would have made of it: dataclasses itself is the yardstick."""

import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields, is_dataclass, make_dataclass, replace
from importlib import import_module
from operator import attrgetter
from pathlib import Path

import pytest

import planbuilder
from planbuilder.records import record


def every_record() -> Iterator[type]:
    for found in pkgutil.walk_packages(planbuilder.__path__, "planbuilder."):
        if found.name == "planbuilder.__main__":
            continue
        for value in vars(import_module(found.name)).values():
            if isinstance(value, type) and is_dataclass(value) and value.__module__ == found.name and is_record(value):
                yield value


def is_record(cls: type) -> bool:
    return vars(cls)["__setattr__"].__module__ == "planbuilder.records" if "__setattr__" in vars(cls) else False


RECORDS = tuple(every_record())


def yardstick(cls: type) -> type:
    """The same fields as dataclasses turn them into a class, base classes flattened."""
    wanted = []
    for f in fields(cls):
        kept = {name: getattr(f, name) for name in ("default", "default_factory", "repr", "hash", "compare", "kw_only")}
        wanted.append((f.name, object, field(**kept)))
    eq = "__eq__" in vars(cls)
    return make_dataclass(cls.__name__, wanted, frozen=True, slots=True, eq=eq)


def values(cls: type, taken: str) -> dict[str, str]:
    return {f.name: f"{taken} {f.name}" for f in fields(cls)}


def test_there_are_records() -> None:
    assert len(RECORDS) > 150


def test_no_record_is_made_the_slow_way() -> None:
    modules = Path(planbuilder.__file__).parent.rglob("*.py")
    assert [str(path) for path in modules if "\n@dataclass(frozen=True, slots=True" in path.read_text("utf-8")] == []


@pytest.mark.parametrize("cls", RECORDS, ids=attrgetter("__qualname__"))
class TestLikeADataclass:
    def test_made_by_name_and_by_position(self, cls: type) -> None:
        named = cls(**values(cls, "a"))
        positional = [f for f in fields(cls) if not f.kw_only]
        others = {f.name: f"a {f.name}" for f in fields(cls) if f.kw_only}
        placed = cls(*(f"a {f.name}" for f in positional), **others)
        for made in (named, placed):
            assert {f.name: getattr(made, f.name) for f in fields(cls)} == values(cls, "a")

    def test_takes_the_same_parameters(self, cls: type) -> None:
        needed = [f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING]
        cls(**dict.fromkeys(needed))
        ours, theirs = inspect.signature(cls.__init__), inspect.signature(yardstick(cls).__init__)
        assert [(p.name, p.kind) for p in ours.parameters.values()] == [
            (p.name, p.kind) for p in theirs.parameters.values()
        ]
        for name in needed:
            with pytest.raises(TypeError):
                cls(**dict.fromkeys(set(needed) - {name}))
        with pytest.raises(TypeError):
            cls(**values(cls, "a"), one_too_many=1)

    def test_has_the_same_defaults(self, cls: type) -> None:
        needed = {f.name: f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING}
        ours, theirs = cls(**needed), yardstick(cls)(**needed)
        assert [getattr(ours, f.name) for f in fields(cls)] == [getattr(theirs, f.name) for f in fields(cls)]
        for f in fields(cls):
            if f.default_factory is not MISSING:
                assert getattr(ours, f.name) is not getattr(cls(**needed), f.name) or not getattr(ours, f.name)

    def test_is_equal_and_hashed_alike(self, cls: type) -> None:
        theirs = yardstick(cls)
        ours_a, theirs_a = cls(**values(cls, "a")), theirs(**values(cls, "a"))
        for f in fields(cls):
            changed = {**values(cls, "a"), f.name: "changed"}
            assert (ours_a == cls(**changed)) == (theirs_a == theirs(**changed))
            assert (hash(ours_a) == hash(cls(**changed))) == (hash(theirs_a) == hash(theirs(**changed)))
        assert (ours_a == cls(**values(cls, "a"))) == (theirs_a == theirs(**values(cls, "a")))
        assert ours_a != theirs_a
        assert ours_a.__eq__(None) is NotImplemented

    def test_is_shown_alike(self, cls: type) -> None:
        if cls.__str__ is object.__str__:
            ours = repr(cls(**values(cls, "a"))).removeprefix(cls.__qualname__)
            theirs = yardstick(cls)
            assert ours == repr(theirs(**values(cls, "a"))).removeprefix(theirs.__qualname__)

    def test_matches_alike(self, cls: type) -> None:
        assert cls.__match_args__ == yardstick(cls).__match_args__

    def test_is_replaced_and_frozen(self, cls: type) -> None:
        made = cls(**values(cls, "a"))
        for f in fields(cls):
            assert getattr(replace(made, **{f.name: "b"}), f.name) == "b"
            with pytest.raises(FrozenInstanceError):
                setattr(made, f.name, "b")
            with pytest.raises(FrozenInstanceError):
                delattr(made, f.name)
        with pytest.raises(FrozenInstanceError):
            made.something_else = 1
        assert not hasattr(made, "__dict__")


def test_a_subclass_has_the_fields_of_its_base_first() -> None:
    @record
    class Base:
        a: int
        b: int = 2

    @record
    class Sub(Base):
        c: int = 3

    assert repr(Sub(1)).endswith("Sub(a=1, b=2, c=3)")
    assert Base(1) != Sub(1)


def test_what_a_record_checks_after_its_making_is_checked() -> None:
    @record
    class Even:
        number: int

        def __post_init__(self) -> None:
            if self.number % 2:
                raise ValueError(self.number)

    assert Even(2).number == 2
    with pytest.raises(ValueError, match="3"):
        Even(3)
    with pytest.raises(ValueError, match="5"):
        replace(Even(2), number=5)


def test_what_is_not_compared_or_shown_is_left_out() -> None:
    @record
    class Word:
        text: str
        place: int | None = field(default=None, compare=False, repr=False)

    @dataclass(frozen=True, slots=True)
    class Standard:
        text: str
        place: int | None = field(default=None, compare=False, repr=False)

    assert Word("a", 1) == Word("a", 2)
    assert len({Word("a", 1), Word("a", 2), Standard("a", 1), Standard("a", 2)}) == 2
    assert repr(Word("a", 1)).endswith("Word(text='a')")


def test_by_identity_alone() -> None:
    @record(eq=False)
    class Ground:
        fill: str

    ground = Ground("white")
    assert ground == ground
    assert ground != Ground("white")
    assert len({ground, Ground("white")}) == 2
