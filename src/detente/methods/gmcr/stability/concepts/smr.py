"""Symmetric metarationality: every improvement may be answered, and the answer cannot be escaped."""

from __future__ import annotations

from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.sanctions import Sanctions

CONCEPT = Concept(
    key="smr",
    order=30,
    title="Symmetric metarationality (SMR)",
    short="SMR",
    meaning=(
        "It stays because whatever it gains, the others could answer so that it ends up no better off, "
        "even after one more move of its own."
    ),
    references=("Howard1971", "FangHipelKilgour1993"),
    sanctions=Sanctions(credible=False, inescapable=True),
    implies=frozenset({"gmr"}),
)
