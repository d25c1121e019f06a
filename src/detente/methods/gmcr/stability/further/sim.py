"""Simultaneous stability: every improvement may meet improvements of others made at the same moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.simultaneous import AtOnce, Simultaneous

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.engines.engine import Engine


def stable(engine: Engine, i: int) -> Bool:
    """Return the states at which each improvement of DM ``i`` may be met at the same moment [shape (S,)].

    It is met if some of the others have improvements of their own *from the state that is left* such that all
    changes of options together lead to a feasible state that ``i`` likes no better than where it stands. The
    work cited combines moves by adding changes of options, so the concept is not defined in graph form. The
    definition is from memory of it, for any number of decision makers who may each join in or stay.

    With two decision makers such an answer is also one in turn, so that the concept entails general
    metarationality; with more, the state on the way may be one that cannot be.

    Raises
    ------
    UndefinedConceptError
        If the conflict is not in option form, or has too many options.

    References
    ----------
    FraserHipel1984
    """
    return AtOnce.of(engine, i).stable()


def proof(engine: Engine, i: int, s: int) -> Simultaneous:
    """Return how each improvement of DM ``i`` from the feasible state ``s`` may be met."""
    return AtOnce.of(engine, i).explain(s)


CONCEPT = Concept(
    key="sim",
    order=110,
    title="Simultaneous stability (SIM)",
    short="SIM",
    meaning=(
        "It stays because whatever it gains, others could make a gain of their own at the same moment, "
        "so that together it ends up no better off."
    ),
    references=("FraserHipel1984",),
    judge=stable,
    proof=proof,
)
