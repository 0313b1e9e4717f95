"""Frozen records with slots, as `dataclasses` makes them, at a tenth of the time that those cost at every start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform, overload

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


@overload
def record(cls: type[T], /) -> type[T]: ...


@overload
def record(*, eq: bool = True, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type | None = None, /, *, eq: bool = True, kw_only: bool = False) -> object:
    """Make of a class what `@dataclass(frozen=True, slots=True)` makes of it; `fields`, `replace`, `match` work alike.

    Left out is what no record needs: pickling, InitVar, fields that `__init__` does not take.
    """

    def finished(plain: type) -> type[DataclassInstance]:
        made: type[DataclassInstance]
        made = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(plain)
        methods = {"__init__": _init(made), "__repr__": _repr, "__setattr__": _kept, "__delattr__": _kept}
        if eq:
            methods["__eq__"] = _eq([f.name for f in fields(made) if f.compare])
            methods["__hash__"] = _hash([f.name for f in fields(made) if (f.compare if f.hash is None else f.hash)])
        for name, method in methods.items():
            setattr(made, name, method)
        return made

    return finished if cls is None else finished(cls)


def _init(cls: type[DataclassInstance]) -> Callable[..., None]:
    """Gives way to the written one when the first record is made: half of all records are never made in one run."""

    def first(self: object, *values: object, **named: object) -> None:
        init = _written(cls)
        setattr(cls, "__init__", init)  # noqa: B010
        init(self, *values, **named)

    return first


def _written(cls: type[DataclassInstance]) -> Callable[..., None]:
    """`__init__` as dataclasses write it; each value goes past the lock into its slot."""
    names: dict[str, Any] = {"MISSING": MISSING}
    ordered = [_parameter(f, names) for f in fields(cls) if not f.kw_only]
    named = [_parameter(f, names) for f in fields(cls) if f.kw_only]
    lines = [f"put_{f.name}(self, {_value(f)})" for f in fields(cls)]
    names |= {f"put_{f.name}": getattr(cls, f.name).__set__ for f in fields(cls)}
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    parameters = ", ".join(["self", *ordered, *(["*", *named] if named else ())])
    exec(f"def __init__({parameters}): {'; '.join(lines) or 'pass'}", names)
    init: Callable[..., None] = names["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _parameter(f: Field[Any], names: dict[str, Any]) -> str:
    """A field as a parameter of `__init__`; what stands in for it where it is left out goes among the names."""
    if f.default_factory is not MISSING:
        names[f"make_{f.name}"] = f.default_factory
        return f"{f.name}=MISSING"
    if f.default is not MISSING:
        names[f"else_{f.name}"] = f.default
        return f"{f.name}=else_{f.name}"
    return f.name


def _value(f: Field[Any]) -> str:
    return f.name if f.default_factory is MISSING else f"make_{f.name}() if {f.name} is MISSING else {f.name}"


def _eq(names: list[str]) -> Callable[[object, object], bool]:
    compared = attrgetter(*names) if names else type

    def eq(self: object, other: object) -> bool:
        return bool(compared(self) == compared(other)) if other.__class__ is self.__class__ else NotImplemented

    return eq


def _hash(names: list[str]) -> Callable[[object], int]:
    compared = attrgetter(*names) if names else type
    return lambda self: hash(compared(self))


def _repr(self: DataclassInstance) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _kept(_: object, name: str, *__: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change field {name!r}")
