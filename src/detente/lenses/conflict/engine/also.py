"""Asking for further concepts: which there are, and why one has no meaning for a conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import did_you_mean
from detente.lenses.look import AskError
from detente.lenses.wording import listed
from detente.methods.gmcr.stability.family import Family
from detente.methods.gmcr.stability.registry import further_concept, shipped, shipped_further

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.methods.gmcr.stability.concept import Concept, UndefinedConceptError
    from detente.models.conflict.model import ConflictModel


def further_concepts(keys: Iterable[str]) -> tuple[Concept, ...]:
    """Return the further concepts of some keys, each once, in their own order.

    Raises
    ------
    AskError
        If there is no further concept of a key.
    """
    found = {}
    for key in keys:
        concept = further_concept(key.lower())
        if concept is None:
            raise AskError("also", _unknown(key))
        found[concept.key] = concept
    return tuple(sorted(found.values(), key=lambda concept: concept.order))


def undefined(model: ConflictModel, error: UndefinedConceptError) -> str:
    """Return why a concept has no meaning for a conflict, with who likes which states equally."""
    words = f"'{error.key}' is not defined for this conflict: {error}"
    if error.tie is None:
        return words
    maker, one, other = error.tie
    return f"{words} ('{model.decision_makers[maker]}' likes {model.name(one)} and {model.name(other)} equally)"


def _unknown(key: str) -> str:
    known = shipped_further().values()
    for family in known:
        if isinstance(family, Family) and family.claims(key.lower()):
            return f"'{key}' has no horizon from 1 to {family.most}: write {family.prefix}1, {family.prefix}2 and so on"
    spelt = [f"{c.prefix}1 to {c.prefix}{c.most}" if isinstance(c, Family) else c.key for c in known]
    there = f"the further concepts are {listed(spelt)}"
    if key.lower() in shipped():
        return f"'{key}' is always worked out; {there}"
    hint = did_you_mean(key, [concept.key for concept in known if not isinstance(concept, Family)])
    return f"no further concept is called '{key}'; {hint or there}"
