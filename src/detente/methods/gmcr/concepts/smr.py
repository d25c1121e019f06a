"""Symmetric metarationality: every improvement may be answered, and the answer cannot be escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.concept import Answers, Concept, content

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.engine import Engine


def stable(engine: Engine, i: int) -> Bool:
    """Return the states at which each improvement of DM ``i`` has an answer without escape [shape (S,)].

    An answer counts if neither it nor any state ``i`` can then move to is better than where ``i`` stands:
    what an answer is worth to ``i`` is the best of its own moves from there.

    References
    ----------
    Howard1971, FangHipelKilgour1993
    """
    payoff = engine.payoffs[i]
    punished = engine.others_worst(i, engine.own_best(i, payoff))
    return content(engine, i, engine.own_best(i, np.minimum(payoff, punished)))


CONCEPT = Concept(
    key="smr",
    order=30,
    title="Symmetric metarationality (SMR)",
    meaning=(
        "It stays because whatever it gains, the others could answer so that it ends up no better off, "
        "even after one more move of its own."
    ),
    references=("Howard1971", "FangHipelKilgour1993"),
    stable=stable,
    implies=frozenset({"gmr"}),
    answers=Answers(credible=False, inescapable=True),
)
