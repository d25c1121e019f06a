"""Symmetric sequential stability: credible answers that cannot be escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.concept import Answers, Concept, content

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.engine import Engine


def stable(engine: Engine, i: int) -> Bool:
    """Return the states at which each improvement of DM ``i`` has a credible answer without escape.

    The credible answers of sequential stability, judged as in symmetric metarationality [shape (S,)].

    References
    ----------
    RegoVieira2017
    """
    payoff = engine.payoffs[i]
    punished = engine.others_worst_credible(i, engine.own_best(i, payoff))
    return content(engine, i, engine.own_best(i, np.minimum(payoff, punished)))


CONCEPT = Concept(
    key="sseq",
    order=50,
    title="Symmetric sequential stability (SSEQ)",
    meaning=(
        "It stays because whatever it gains, the others could answer by moves that they gain from, "
        "so that it ends up no better off, even after one more move of its own."
    ),
    references=("RegoVieira2017",),
    stable=stable,
    implies=frozenset({"seq", "smr"}),
    answers=Answers(credible=True, inescapable=True),
)
