"""Coalitional Nash stability: a coalition has no joint improvement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.coalitions.coalition import CoalitionConcept

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.coalitions.coalition import Coalition


def stable(coalition: Coalition) -> Bool:
    """Return the states from which the members cannot lead to one that all of them prefer [shape (m,)].

    The definition is from memory of the works cited.

    References
    ----------
    KilgourHipelFangPeng2001, InoharaHipel2008
    """
    return coalition.content(coalition.payoffs)


CONCEPT = CoalitionConcept(
    key="cnash",
    order=10,
    title="Coalitional Nash stability (CNash)",
    short="CNash",
    meaning=("They stay because nothing they can do together leads to a state that all of them prefer."),
    references=(
        "KilgourHipelFangPeng2001",
        "InoharaHipel2008",
    ),
    stable=stable,
    single="nash",
    implies=frozenset({"csmr", "cseq-individual"}),
)
