"""Variants: a conflict in which one decision maker's preferences are changed a little."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from detente.case.conflict import Conflict, Preferences
from detente.methods.gmcr.arrays import Ordinal
from detente.methods.gmcr.preference.preferences import above_all, from_weights
from detente.methods.gmcr.stability.survival import variations
from detente.models.conflict.blocks import runs
from detente.models.conflict.model import ConflictModel
from detente.models.conflict.wishes import wishes_of


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """One small change.

    Attributes
    ----------
    maker
        Whose preferences change, from 0.
    kind
        Whether two neighbouring conditions change places, or one no longer counts. Conditions that count alike change
        places with a neighbour all together.
    touched
        The conditions by number from 0, those that mattered more first; of weights, the option's place
        among the options.
    payoffs
        What it then prefers. [shape (S,)]
    """

    maker: int
    kind: Literal["swap", "remove"]
    touched: tuple[int, ...]
    payoffs: Ordinal


def variants(conflict: Conflict, model: ConflictModel) -> Iterator[Variant]:
    """Yield every swap of neighbouring statements or ranked groups and every removal of a statement or weight.

    Red lines stay where they are, above all that.

    Parameters
    ----------
    conflict
        The conflict that ``model`` was made of.
    """
    feasible = model.engine.feasible
    for i in range(len(model.decision_makers)):
        wishes = wishes_of(conflict, model, i)
        if wishes is None:
            yield from _without_weights(conflict, model, i)
            continue
        for change in variations(wishes.runs, removals=not wishes.ranked):
            if change.kind == "swap" and not wishes.may_pass(change.touched[0], change.touched[-1]):
                continue
            yield Variant(i, change.kind, change.touched, wishes.payoffs(change.order, feasible))


def count_variants(conflict: Conflict) -> int:
    """Return how many there are at most: ranked groups may hold nothing that can be, or a red line lies between."""
    return sum(_changes(maker.preferences) for maker in conflict.decision_makers if maker.preferences)


def _changes(stated: Preferences) -> int:
    if stated.weights is not None:
        return sum(1 for weight in stated.weights.values() if weight)
    if stated.ranking is not None:
        return max(len(stated.ranking) - 1, 0)
    statements = stated.statements or ()
    return max(len(runs(statements)) - 1, 0) + len(statements)


def _without_weights(conflict: Conflict, model: ConflictModel, i: int) -> Iterator[Variant]:
    stated = conflict.decision_makers[i].preferences
    if stated is None or stated.weights is None or model.labels is not None:
        return
    for place, option in enumerate(model.options):
        if stated.weights.get(option):
            kept = [0.0 if name == option else stated.weights.get(name, 0.0) for name in model.options]
            payoffs, accepted = from_weights(kept, model.engine.feasible), model.accepts(i)
            yield Variant(i, "remove", (place,), payoffs if accepted is None else above_all(accepted, payoffs))
