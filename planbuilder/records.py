"""Frozen records with slots, as `dataclasses` makes them, at a sixth of the time that those take at every start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
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

    Left out is what no record needs: pickling, InitVar, fields that `__init__` does not take, an `__eq__`, `__hash__`
    or `__repr__` of its own.
    """

    def finished(plain: type) -> type[DataclassInstance]:
        made: type[DataclassInstance]
        made = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(plain)
        methods = {"__init__": _init(made), "__repr__": _repr, "__setattr__": _locked, "__delattr__": _locked}
        if eq:
            methods["__eq__"] = _eq([f.name for f in fields(made) if f.compare])
            methods["__hash__"] = _hash([f.name for f in fields(made) if _is_hashed(f)])
        for name, method in methods.items():
            setattr(made, name, method)
        return made

    return finished if cls is None else finished(cls)


def _init(cls: type[DataclassInstance]) -> Callable[..., None]:
    """`__init__` as dataclasses write it: the code is that of any record with so many fields, under their names."""
    ordered = sorted(fields(cls), key=attrgetter("kw_only"))
    made = tuple(f.default_factory is not MISSING for f in ordered)
    code = _code(made, sum(f.kw_only is True for f in ordered), hasattr(cls, "__post_init__"))
    scope: dict[str, Any] = {f"put{i}": getattr(cls, f.name).__set__ for i, f in enumerate(ordered)}
    scope |= {f"make{i}": f.default_factory for i, f in enumerate(ordered) if made[i]}
    scope["MISSING"] = MISSING
    init = FunctionType(code.replace(co_varnames=("self", *(f.name for f in ordered))), scope)
    usual = {f: f.default for f in ordered if f.default is not MISSING or f.default_factory is not MISSING}
    init.__defaults__ = tuple(default for f, default in usual.items() if not f.kw_only)
    init.__kwdefaults__ = {f.name: default for f, default in usual.items() if f.kw_only}
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


@cache
def _code(made: tuple[bool, ...], named: int, checked: bool) -> CodeType:
    """Code that takes one value for each slot, the last ones by name only; some are `made` where they are left out."""
    parameters = ["self", *(f"v{i}" for i in range(len(made)))]
    if named:
        parameters.insert(-named, "*")
    lines = [f"put{i}(self, {f'make{i}() if v{i} is MISSING else ' if own else ''}v{i})" for i, own in enumerate(made)]
    if checked:
        lines.append("self.__post_init__()")
    scope: dict[str, FunctionType] = {}
    exec(f"def __init__({', '.join(parameters)}): {'; '.join(lines) or 'pass'}", scope)
    return scope["__init__"].__code__


def _is_hashed(f: Field[Any]) -> bool:
    return f.compare if f.hash is None else f.hash


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


def _locked(_: object, name: str, *__: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change field {name!r}")
