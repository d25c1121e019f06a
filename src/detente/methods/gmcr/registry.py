"""Find the solution concepts: one per file in ``concepts/``. Nobody edits a list."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType

from detente.methods.gmcr import concepts
from detente.methods.gmcr.concept import Concept


@cache
def shipped() -> MappingProxyType[str, Concept]:
    """Return every ``CONCEPT`` in ``concepts/`` by key, in their own order (a read-only mapping)."""
    modules = pkgutil.iter_modules(concepts.__path__, prefix=f"{concepts.__name__}.")
    found: list[Concept] = [importlib.import_module(module.name).CONCEPT for module in modules]
    return MappingProxyType({concept.key: concept for concept in sorted(found, key=lambda c: c.order)})
