"""Nash stability: no move of one's own improves, whether or not it could be answered."""

from __future__ import annotations

from detente.methods.gmcr.stability.concept import Concept

CONCEPT = Concept(
    key="nash",
    order=10,
    title="Nash stability (R)",
    short="Nash",
    meaning="It stays because nothing it can do on its own leads to a state that it prefers.",
    references=("Nash1950", "FangHipelKilgour1993"),
    implies=frozenset({"sseq"}),
)
