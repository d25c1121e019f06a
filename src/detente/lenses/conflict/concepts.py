"""Solution concepts as this lens speaks of them: what to call them, and which asks more than which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Method
from detente.methods.gmcr.stability.registry import further_concept, shipped, shipped_for_coalitions

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.subject import Subject

NASH, FEARED = "nash", "gmr"
"""With ``CREDIBLE`` the concepts that headlines speak of: nobody gains, others would answer so, others could."""

CREDIBLE_FIRST = ("seq", "nash", "smr", "gmr")
"""For which concept a headline tells what would have to change: the first that any change was found for."""

ASKING_LEAST_FIRST = ("gmr", "smr", "nash")
"""Concepts under which it is said who was not brought to stay: the first of them that fails."""


def short(key: str) -> str:
    """Return a concept's abbreviation as the field writes it."""
    concept = shipped().get(key) or further_concept(key)
    return key if concept is None else concept.short


def short_for_coalitions(key: str) -> str:
    """Return a coalitional concept's abbreviation as the field writes it, and its variant."""
    return shipped_for_coalitions()[key].short


def strongest_first() -> tuple[str, ...]:
    """Return the concepts by how much must be true for a state to hold.

    One that entails more comes first; of two that entail as many, the one whose sanctions are credible.
    """

    def rank(key: str) -> tuple[int, bool]:
        sanctions = shipped()[key].sanctions
        return -len(_entailed(key)), sanctions is None or not sanctions.credible

    return tuple(sorted(shipped(), key=rank))


def _entailed(key: str) -> frozenset[str]:
    """Return the weaker concepts that one entails, directly or not."""
    direct = shipped()[key].implies if key in shipped() else frozenset()
    return direct.union(*map(_entailed, direct))


def method(subject: Subject) -> Method:
    """Return how the stability of states was computed."""
    sources = dict.fromkeys(ref for concept in subject.concepts for ref in concept.references)
    references = (*sources, *subject.references)
    parameters = tuple((short(concept.key), concept.meaning) for concept in subject.concepts)
    return Method("Graph Model for Conflict Resolution", subject.form, parameters, references=references)
