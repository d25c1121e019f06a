"""Coalitional symmetric metarationality: every joint improvement may be sanctioned for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.coalitions.coalition import CoalitionConcept

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.coalitions.coalition import Coalition


def stable(coalition: Coalition) -> Bool:
    """Return the states at which each joint improvement has a sanction without escape [shape (m,)].

    The sanction is as in coalitional general metarationality, and wherever the members lead on from it, again
    at least one of them likes the state no better than where the coalition stands. The definition is from
    memory of the work cited.

    References
    ----------
    InoharaHipel2008
    """
    return coalition.content_if_caught()


CONCEPT = CoalitionConcept(
    key="csmr",
    order=30,
    title="Coalitional symmetric metarationality (CSMR)",
    short="CSMR",
    meaning=(
        "They stay because whatever they gain together, the others could answer so that one of them ends up "
        "no better off, even after more moves of their own."
    ),
    references=("InoharaHipel2008",),
    stable=stable,
    single="smr",
    implies=frozenset({"cgmr"}),
)
