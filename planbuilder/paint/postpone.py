"""Imports that wait: a heavy module that another one imports, but hardly ever uses, loads when it is first touched."""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def postpone(package: str, module: str) -> None:
    """Let whoever imports `module` of `package` have it at once, and load it with the first use of anything in it."""
    name = f"{package}.{module}"
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    waiting = module_from_spec(spec)
    sys.modules[name] = waiting
    setattr(sys.modules[package], module, waiting)
    spec.loader.exec_module(waiting)
