"""Red lines of parties that leave no package, without any arrays."""

from __future__ import annotations

from functools import reduce
from math import prod
from operator import and_, or_
from typing import TYPE_CHECKING

from detente.methods.bargaining.limits import MOST_PACKAGES
from detente.methods.clashes import smallest_clash
from detente.methods.gmcr.preference.state_sets import true_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.case.issue import Issue
    from detente.models.settlement.conditions import Barrier, Choice
    from detente.models.settlement.outline import Outline


def clashing(outline: Outline) -> tuple[Barrier, ...]:
    """Return the fewest red lines that leave no package together; none where they leave some, or there are very many.

    Only the issues that red lines turn on matter to that.
    """
    issues = [issue for issue in outline.issues if any(issue.id in each.issues for each in outline.barriers)]
    count = prod(len(issue.outcomes) for issue in issues)
    if not issues or count > MOST_PACKAGES:
        return ()
    every, chosen = (1 << count) - 1, _chosen(issues, count)
    kept = [_kept(barrier, chosen, every) for barrier in outline.barriers]

    def fit(some: Sequence[int]) -> bool:
        return bool(reduce(and_, (kept[k] for k in some), every))

    if fit(range(len(kept))):
        return ()
    return tuple(outline.barriers[k] for k in smallest_clash(len(kept), fit))


def _kept(barrier: Barrier, chosen: Mapping[Choice, int], every: int) -> int:
    """Return the packages that do not cross a red line, as a set."""
    sets = {name: reduce(or_, (chosen[each] for each in choices)) for name, choices in barrier.choices.items()}
    return true_in(barrier.expression, sets, every)


def _chosen(issues: Sequence[Issue], count: int) -> Mapping[Choice, int]:
    """Return for each outcome the packages in which it is chosen, as a set; the last issue changes fastest."""
    found: dict[Choice, int] = {}
    period = count
    for issue in issues:
        step = period // len(issue.outcomes)
        for place, outcome in enumerate(issue.outcomes):
            found[issue.id, outcome.id] = _repeated(((1 << step) - 1) << step * place, period, count)
        period = step
    return found


def _repeated(bits: int, width: int, count: int) -> int:
    """Return a pattern of bits repeated up to so many."""
    while width < count:
        bits |= bits << width
        width *= 2
    return bits & ((1 << count) - 1)
