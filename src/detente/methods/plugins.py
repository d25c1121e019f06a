"""Find what is one per file in a folder: rules, concepts, readings. Nobody edits a list."""

from __future__ import annotations

import importlib
import pkgutil
from types import MappingProxyType, ModuleType
from typing import Protocol, TypeVar


class _Listed(Protocol):
    @property
    def key(self) -> str: ...

    @property
    def order(self) -> int: ...


Found = TypeVar("Found", bound=_Listed)


def found_in(package: ModuleType, name: str, *kinds: type[Found]) -> MappingProxyType[str, Found]:
    """Return what the modules of a package call by a name, by key, in their own order (a read-only mapping).

    Raises
    ------
    TypeError
        If a module calls something so that is of none of the kinds.
    ValueError
        If two have the same key.
    """
    found: dict[str, Found] = {}
    for module in pkgutil.iter_modules(package.__path__, prefix=f"{package.__name__}."):
        plugin = getattr(importlib.import_module(module.name), name)
        if not isinstance(plugin, kinds):
            msg = f"{name} of {module.name} is a {type(plugin).__name__}"
            raise TypeError(msg)
        if plugin.key in found:
            msg = f"two have the key '{plugin.key}', one of them in {module.name}"
            raise ValueError(msg)
        found[plugin.key] = plugin
    return MappingProxyType(dict(sorted(found.items(), key=lambda each: each[1].order)))
