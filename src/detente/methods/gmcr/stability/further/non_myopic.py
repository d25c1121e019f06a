"""Non-myopic stability: no move leads to a better end, however far both look ahead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.foresight import Anticipation, Foresight

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.engines.engine import Engine


def stable(engine: Engine, i: int) -> Bool:
    """Return the states that DM ``i`` does not leave at any horizon from some horizon on [shape (S,)].

    This is the limit of limited-move stability. What both expect need not settle as the horizon grows, but from
    some horizon on it repeats. A state counts as stable if ``i`` stays there at every horizon of that round, so
    one that it leaves at every other horizon is not. The definition is from memory of the works cited, for two
    decision makers with strict preferences among the feasible states.

    Raises
    ------
    UndefinedConceptError
        If there are not two decision makers, one likes two feasible states equally, or no repetition is found.

    References
    ----------
    Kilgour1985, FangHipelKilgour1993
    """
    _, stays = Foresight.of(engine).stable_at_last()
    lasting: Bool = stays[i]
    return lasting


def proof(engine: Engine, i: int, s: int) -> Anticipation:
    """Return what DM ``i`` expects of its best move at the feasible state ``s``, at a horizon that comes back.

    Where it leaves, that is the first horizon of the round at which it does.
    """
    foresight = Foresight.of(engine)
    horizon, stays = foresight.stable_at_last()
    horizon += 1
    while not stays[i, s] and foresight.stable(i, horizon)[s]:
        horizon += 1
    return replace(foresight.anticipate(i, s, horizon), recurring=True)


CONCEPT = Concept(
    key="nm",
    order=300,
    title="Non-myopic stability (NM)",
    short="NM",
    meaning=(
        "It stays because it expects no move of its own to end in a state that it prefers, as both take turns and look "
        "ahead, however far."
    ),
    references=("Kilgour1985", "FangHipelKilgour1993"),
    judge=stable,
    implies=frozenset({"gmr"}),
    proof=proof,
)
