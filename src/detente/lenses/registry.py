"""Find the lenses: one package each in ``lenses/``. Nobody edits a list."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType
from typing import Any

from detente import lenses
from detente.lenses.lens import Lens


@cache
def shipped() -> MappingProxyType[str, Lens[Any]]:
    """Return every ``LENS`` by key, in the order of the page (a read-only mapping)."""
    packages = [info.name for info in pkgutil.iter_modules(lenses.__path__) if info.ispkg]
    found: list[Lens[Any]] = [importlib.import_module(f"{lenses.__name__}.{name}").LENS for name in packages]
    return MappingProxyType({lens.key: lens for lens in sorted(found, key=lambda lens: lens.order)})


def lens_called(name: str) -> Lens[Any]:
    """Return a lens by its key or its command.

    Raises
    ------
    LookupError
        If there is none.
    """
    lenses = dict(shipped()) | {lens.command: lens for lens in shipped().values() if lens.command}
    if name not in lenses:
        raise LookupError(f"no lens is called '{name}'; there are {', '.join(lenses)}")
    return lenses[name]
