"""Weights of a conflict whose states are not listed: whether their sums can be told apart by diagrams."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.case.conflict import Conflict
from detente.diagnostics import Rule
from detente.methods.gmcr.preference.exact_weights import whole_weights
from detente.methods.gmcr.symbolic import sums
from detente.models.conflict.size import what_fits, why_large
from detente.models.flaw import Flaw

TOO_MANY_SUMS = Rule(
    "DT550",
    "weights with too many different sums for a conflict whose states are not listed",
    "Where there are too many states to list, sets of states are kept as decision diagrams, which grow with the number "
    "of different sums that the weights of the options taken can have. Weights that are all different, with many "
    "digits, have as many sums as there are states; forty weights of 1, 2 or 3 have about eighty. Sums within groups "
    "of weights that outweigh all lighter ones together, as 100, 10 and 1 do, count group by group.",
)


def sum_flaws(conflict: Conflict, closed: Collection[str] | None) -> Iterator[Flaw]:
    """Yield the weights of a large conflict that have too many different sums.

    Parameters
    ----------
    conflict
        A conflict whose weights can be added exactly.
    closed
        Ids of options that cannot be taken at the date in question; ``None`` when no date is. Then nothing is said
        that does not hold at every date.
    """
    why = why_large(conflict)
    if not why:
        return
    left_out = _conditional(conflict) if closed is None else frozenset(closed)
    for number, maker in enumerate(conflict.decision_makers):
        weights = (maker.preferences and maker.preferences.weights) or {}
        counted = [weight for option, weight in weights.items() if option not in left_out]
        most = sums.most_sums(sum(1 for weight in counted if weight))
        parts = sums.ordered_parts(whole_weights(counted))
        if any(sums.count_sums(part, most) > most for part in parts):
            path = ("conflict", "decision_makers", number, "preferences", "weights")
            message = f"these weights have more than {most:,} different sums, too many for diagrams; {why}"
            yield Flaw(TOO_MANY_SUMS, path, message, what_fits(conflict))


def _conditional(conflict: Conflict) -> frozenset[str]:
    """Return the options that some dates close."""
    return frozenset(o.id for maker in conflict.decision_makers for o in maker.options if o.available is not None)
