"""Symmetric sequential stability: credible sanctions that cannot be escaped.

The credible sanctions of sequential stability, judged as in symmetric metarationality.
"""

from __future__ import annotations

from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.sanctions import Sanctions

CONCEPT = Concept(
    key="sseq",
    order=50,
    title="Symmetric sequential stability (SSEQ)",
    short="SSEQ",
    meaning=(
        "It stays because whatever it gains, the others could answer by moves that they gain from, "
        "so that it ends up no better off, even after one more move of its own."
    ),
    references=("RegoVieira2017",),
    sanctions=Sanctions(credible=True, inescapable=True),
    implies=frozenset({"seq", "smr"}),
)
