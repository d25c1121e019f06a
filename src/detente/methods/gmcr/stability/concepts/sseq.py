"""Symmetric sequential stability: credible answers that cannot be escaped.

The credible answers of sequential stability, judged as in symmetric metarationality.
"""

from __future__ import annotations

from detente.methods.gmcr.stability.answers import Answers
from detente.methods.gmcr.stability.concept import Concept

CONCEPT = Concept(
    key="sseq",
    order=50,
    title="Symmetric sequential stability (SSEQ)",
    meaning=(
        "It stays because whatever it gains, the others could answer by moves that they gain from, "
        "so that it ends up no better off, even after one more move of its own."
    ),
    references=("RegoVieira2017",),
    answers=Answers(credible=True, inescapable=True),
    implies=frozenset({"seq", "smr"}),
)
