"""Coalitional sequential stability by classes: the others answer by joint improvements of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.coalitions.coalition import CoalitionConcept

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.coalitions.coalition import Coalition


def stable(coalition: Coalition) -> Bool:
    """Return the states at which coalitions of the others can credibly answer each improvement [shape (m,)].

    This is the variant ``class``: a sanction is a sequence of joint improvements, each of any coalition of the
    others, in which no coalition improves twice in a row. The coalition's members are judged where its
    improvement begins and where it ends, not between. The definition is from memory of the work cited.

    The work cited, as remembered, lets everybody's moves compose. Where they do not, one decision maker may
    move last in an improvement of one coalition and first in one of the next; such a sanction is no legal
    sequence, and this concept then does not entail coalitional general metarationality.

    References
    ----------
    InoharaHipel2008
    """
    worst = (coalition.joint.worst_joint(coalition.others, payoff) for payoff in coalition.payoffs)
    return coalition.content(worst)


CONCEPT = CoalitionConcept(
    key="cseq-class",
    order=40,
    title="Coalitional sequential stability (CSEQ, class)",
    short="CSEQ (class)",
    meaning=(
        "They stay because whatever they gain together, coalitions of the others could answer by joint moves that "
        "they gain from, so that one of them ends up no better off."
    ),
    references=("InoharaHipel2008",),
    stable=stable,
    single=None,
    implies=frozenset({"cgmr"}),
)
