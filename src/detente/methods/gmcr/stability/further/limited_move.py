"""Limited-move stability: no move leads to a better end when both look some moves ahead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.family import Family
from detente.methods.gmcr.stability.foresight import Anticipation, Foresight

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.engines.engine import Engine


def stable(engine: Engine, i: int, *, horizon: int) -> Bool:
    """Return the states that DM ``i`` does not leave, looking ``horizon`` moves ahead [shape (S,)].

    With a horizon of no move everybody expects the present state. With one more, who has the turn expects for
    each of its moves what the other, having the turn, expects there with one less; it takes a move whose end
    it likes most if it prefers that end to staying, and staying ends it all. The definition is from memory of
    the works cited, for two decision makers with strict preferences among the feasible states; published
    extensions to more have properties that speak against them.

    Raises
    ------
    UndefinedConceptError
        If there are not two decision makers, or one likes two feasible states equally.

    References
    ----------
    Kilgour1985, FangHipelKilgour1993
    """
    return Foresight.of(engine).stable(i, horizon)


def proof(engine: Engine, i: int, s: int, *, horizon: int) -> Anticipation:
    """Return the moves that DM ``i`` expects if it makes the best of its own at the feasible state ``s``."""
    return Foresight.of(engine).anticipate(i, s, horizon)


def concept(horizon: int) -> Concept:
    """Return limited-move stability for a horizon of at least 1.

    For one move it is Nash stability, and for two it entails sequential stability. For more it still entails
    general metarationality: where a gain is not expected to last, the other moves to a state at which it all ends,
    or that one leaves again for a better one; and the end is no better than the state first left.
    """
    moves = "one move" if horizon == 1 else f"{horizon} moves"
    return Concept(
        key=f"l{horizon}",
        order=200 + horizon,
        title=f"Limited-move stability, {moves} ahead (L{horizon})",
        short=f"L{horizon}",
        meaning=(
            "It stays because it expects no move of its own to end in a state that it prefers, as both take turns and "
            f"look {moves} ahead."
        ),
        references=("Kilgour1985", "FangHipelKilgour1993"),
        judge=partial(stable, horizon=horizon),
        implies=frozenset({{1: "nash", 2: "seq"}.get(horizon, "gmr")}),
        proof=partial(proof, horizon=horizon),
    )


CONCEPT = Family(prefix="l", order=200, most=99, of=concept)
