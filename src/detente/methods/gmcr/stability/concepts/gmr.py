"""General metarationality: every improvement may be answered, whether or not the others gain by it."""

from __future__ import annotations

from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.sanctions import Sanctions

CONCEPT = Concept(
    key="gmr",
    order=20,
    title="General metarationality (GMR)",
    short="GMR",
    meaning="It stays because whatever it gains, the others could answer so that it ends up no better off.",
    references=("Howard1971", "FangHipelKilgour1993"),
    sanctions=Sanctions(credible=False, inescapable=False),
)
