"""Find the solution concepts: one per file in each folder of concepts. Nobody edits a list."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType, ModuleType
from typing import Protocol, TypeVar

from detente.methods.gmcr.coalitions import concepts as coalitional
from detente.methods.gmcr.coalitions.coalition import CoalitionConcept
from detente.methods.gmcr.stability import concepts, further
from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.family import Family


class _Listed(Protocol):
    @property
    def key(self) -> str: ...

    @property
    def order(self) -> int: ...


Found = TypeVar("Found", bound=_Listed)


@cache
def shipped() -> MappingProxyType[str, Concept]:
    """Return every ``CONCEPT`` in ``concepts/`` by key, in their own order (a read-only mapping)."""
    return _found_in(concepts, Concept)


@cache
def shipped_for_coalitions() -> MappingProxyType[str, CoalitionConcept]:
    """Return every ``CONCEPT`` in ``coalitions/concepts/`` by key, in their own order (a read-only mapping)."""
    return _found_in(coalitional, CoalitionConcept)


@cache
def shipped_further() -> MappingProxyType[str, Concept | Family]:
    """Return every ``CONCEPT`` in ``further/`` by key, in their own order (a read-only mapping)."""
    return _found_in(further, Concept, Family)


def further_concept(key: str) -> Concept | None:
    """Return the concept in ``further/`` that has a key, or a family's concept of that key; ``None`` if none has."""
    for concept in shipped_further().values():
        named = concept.called(key) if isinstance(concept, Family) else concept
        if named is not None and named.key == key:
            return named
    return None


def _found_in(package: ModuleType, *kinds: type[Found]) -> MappingProxyType[str, Found]:
    """Return the concepts of some kinds in a package.

    Raises
    ------
    TypeError
        If a module defines something else.
    ValueError
        If two have the same key.
    """
    found: dict[str, Found] = {}
    for module in pkgutil.iter_modules(package.__path__, prefix=f"{package.__name__}."):
        concept = importlib.import_module(module.name).CONCEPT
        if not isinstance(concept, kinds):
            msg = f"{module.name} defines a {type(concept).__name__} where a concept belongs"
            raise TypeError(msg)
        if concept.key in found:
            msg = f"two concepts have the key '{concept.key}', one of them in {module.name}"
            raise ValueError(msg)
        found[concept.key] = concept
    return MappingProxyType(dict(sorted(found.items(), key=lambda each: each[1].order)))
