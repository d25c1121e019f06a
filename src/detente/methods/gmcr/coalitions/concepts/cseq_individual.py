"""Coalitional sequential stability by individuals: each of the others answers for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.coalitions.coalition import CoalitionConcept

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.coalitions.coalition import Coalition


def stable(coalition: Coalition) -> Bool:
    """Return the states at which others who each gain can answer each improvement [shape (m,)].

    This is the variant ``individual``: a sanction is a legal sequence of the others' moves in which everybody
    who moves prefers where its move leads to where it leaves. The definition is from memory of the work cited.

    References
    ----------
    InoharaHipel2008
    """
    worst = (coalition.joint.worst_credible(coalition.others, payoff) for payoff in coalition.payoffs)
    return coalition.content(worst)


CONCEPT = CoalitionConcept(
    key="cseq-individual",
    order=50,
    title="Coalitional sequential stability (CSEQ, individual)",
    short="CSEQ (individual)",
    meaning=(
        "They stay because whatever they gain together, others could answer by moves that each of them gains from, "
        "so that one of them ends up no better off."
    ),
    references=("InoharaHipel2008",),
    stable=stable,
    single="seq",
    implies=frozenset({"cseq-class"}),
)
