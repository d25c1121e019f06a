"""Sequential stability: every improvement is answered by others who gain from answering.

The answer is as in general metarationality, but each opponent that moves must prefer where its move leads to
where it leaves.
"""

from __future__ import annotations

from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.sanctions import Sanctions

CONCEPT = Concept(
    key="seq",
    order=40,
    title="Sequential stability (SEQ)",
    short="SEQ",
    meaning=(
        "It stays because whatever it gains, the others could answer by moves that they gain from, "
        "so that it ends up no better off."
    ),
    references=("FraserHipel1979", "FangHipelKilgour1993"),
    sanctions=Sanctions(credible=True, inescapable=False),
    implies=frozenset({"gmr"}),
)
