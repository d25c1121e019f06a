"""Nash stability: no move of one's own improves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.concept import Concept, content

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.engine import Engine


def stable(engine: Engine, i: int) -> Bool:
    """Return the states from which DM ``i`` has no unilateral improvement [shape (S,)].

    References
    ----------
    Nash1950, FangHipelKilgour1993
    """
    return content(engine, i, engine.own_best(i, engine.payoffs[i]))


CONCEPT = Concept(
    key="nash",
    order=10,
    title="Nash stability (R)",
    meaning="It stays because nothing it can do on its own leads to a state that it prefers.",
    references=("Nash1950", "FangHipelKilgour1993"),
    stable=stable,
    implies=frozenset({"sseq"}),
)
