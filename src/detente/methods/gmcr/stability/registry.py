"""Find the solution concepts: one per file in each folder of concepts. Nobody edits a list."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from detente.methods.gmcr.coalitions import concepts as coalitional
from detente.methods.gmcr.coalitions.coalition import CoalitionConcept
from detente.methods.gmcr.stability import concepts, further
from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.family import Family
from detente.methods.plugins import found_in


@cache
def shipped() -> MappingProxyType[str, Concept]:
    """Return every ``CONCEPT`` in ``concepts/`` by key, in their own order (a read-only mapping)."""
    return found_in(concepts, "CONCEPT", Concept)


@cache
def shipped_for_coalitions() -> MappingProxyType[str, CoalitionConcept]:
    """Return every ``CONCEPT`` in ``coalitions/concepts/`` by key, in their own order (a read-only mapping)."""
    return found_in(coalitional, "CONCEPT", CoalitionConcept)


@cache
def shipped_further() -> MappingProxyType[str, Concept | Family]:
    """Return every ``CONCEPT`` in ``further/`` by key, in their own order (a read-only mapping)."""
    return found_in(further, "CONCEPT", Concept, Family)


def further_concept(key: str) -> Concept | None:
    """Return the concept in ``further/`` that has a key, or a family's concept of that key; ``None`` if none has."""
    for concept in shipped_further().values():
        named = concept.called(key) if isinstance(concept, Family) else concept
        if named is not None and named.key == key:
            return named
    return None
