"""Coalitional general metarationality: every joint improvement may be sanctioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.coalitions.coalition import CoalitionConcept

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.coalitions.coalition import Coalition


def stable(coalition: Coalition) -> Bool:
    """Return the states at which each joint improvement can be sanctioned [shape (m,)].

    A sanction is a legal sequence of moves of the others, whether they gain or not, to a state that at least
    one member likes no better than where the coalition stands. The worst for each member may count the
    improvement's own outcome, which all members prefer. The definition is from memory of the work cited.

    References
    ----------
    InoharaHipel2008
    """
    worst = (coalition.joint.worst(coalition.others, payoff) for payoff in coalition.payoffs)
    return coalition.content(worst)


CONCEPT = CoalitionConcept(
    key="cgmr",
    order=20,
    title="Coalitional general metarationality (CGMR)",
    short="CGMR",
    meaning=(
        "They stay because whatever they gain together, the others could answer so that one of them ends up "
        "no better off."
    ),
    references=("InoharaHipel2008",),
    stable=stable,
    single="gmr",
)
