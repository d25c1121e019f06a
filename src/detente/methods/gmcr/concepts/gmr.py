"""General metarationality: every improvement may be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.concept import Answers, Concept, content

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.engine import Engine


def stable(engine: Engine, i: int) -> Bool:
    """Return the states at which each improvement of DM ``i`` can be answered [shape (S,)].

    An answer is a legal sequence of the opponents' moves, whether they gain or not, to a state that ``i``
    likes no better than where it stands. What tempts ``i`` is the best over its moves of the worst that
    can follow. The worst may count the move's own outcome: an improvement lies above where ``i`` stands
    and so punishes nothing, and a move that is no improvement tempts nobody.

    References
    ----------
    Howard1971, FangHipelKilgour1993
    """
    return content(engine, i, engine.own_best(i, engine.others_worst(i, engine.payoffs[i])))


CONCEPT = Concept(
    key="gmr",
    order=20,
    title="General metarationality (GMR)",
    meaning="It stays because whatever it gains, the others could answer so that it ends up no better off.",
    references=("Howard1971", "FangHipelKilgour1993"),
    stable=stable,
    answers=Answers(credible=False, inescapable=False),
)
