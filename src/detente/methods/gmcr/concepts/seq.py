"""Sequential stability: every improvement is answered by others who gain from answering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.concept import Answers, Concept, content

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.engine import Engine


def stable(engine: Engine, i: int) -> Bool:
    """Return the states at which each improvement of DM ``i`` has a credible answer [shape (S,)].

    The answer is as in general metarationality, but each opponent that moves must prefer where its move
    leads to where it leaves.

    References
    ----------
    FraserHipel1979, FangHipelKilgour1993
    """
    return content(engine, i, engine.own_best(i, engine.others_worst_credible(i, engine.payoffs[i])))


CONCEPT = Concept(
    key="seq",
    order=40,
    title="Sequential stability (SEQ)",
    meaning=(
        "It stays because whatever it gains, the others could answer by moves that they gain from, "
        "so that it ends up no better off."
    ),
    references=("FraserHipel1979", "FangHipelKilgour1993"),
    stable=stable,
    implies=frozenset({"gmr"}),
    answers=Answers(credible=True, inescapable=False),
)
