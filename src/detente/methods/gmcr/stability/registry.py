"""Find the solution concepts: one per file in each folder of concepts. Nobody edits a list."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType, ModuleType
from typing import Any

from detente.methods.gmcr.coalitions import concepts as coalitional
from detente.methods.gmcr.coalitions.coalition import CoalitionConcept
from detente.methods.gmcr.stability import concepts, further
from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.family import Family


@cache
def shipped() -> MappingProxyType[str, Concept]:
    """Return every ``CONCEPT`` in ``concepts/`` by key, in their own order (a read-only mapping)."""
    found: list[Concept] = sorted(_found_in(concepts), key=lambda concept: concept.order)
    return MappingProxyType({concept.key: concept for concept in found})


@cache
def shipped_for_coalitions() -> MappingProxyType[str, CoalitionConcept]:
    """Return every ``CONCEPT`` in ``coalitions/concepts/`` by key, in their own order (a read-only mapping)."""
    found: list[CoalitionConcept] = sorted(_found_in(coalitional), key=lambda concept: concept.order)
    return MappingProxyType({concept.key: concept for concept in found})


@cache
def shipped_further() -> MappingProxyType[str, Concept | Family]:
    """Return every ``CONCEPT`` in ``further/`` by key, in their own order (a read-only mapping)."""
    found: list[Concept | Family] = sorted(_found_in(further), key=lambda concept: concept.order)
    return MappingProxyType({concept.key: concept for concept in found})


def further_concept(key: str) -> Concept | None:
    """Return the concept in ``further/`` that has a key, or a family's concept of that key; ``None`` if none has."""
    for concept in shipped_further().values():
        named = concept.called(key) if isinstance(concept, Family) else concept
        if named is not None and named.key == key:
            return named
    return None


def _found_in(package: ModuleType) -> Iterator[Any]:
    for module in pkgutil.iter_modules(package.__path__, prefix=f"{package.__name__}."):
        yield importlib.import_module(module.name).CONCEPT
