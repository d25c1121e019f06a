"""Flips: which single judgement, changed by one, changes a verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from detente.methods.system.web import Web

STRONGEST = 3
"""No judgement says that an effect is stronger than this, either way."""


class Flip(NamedTuple):
    """A change that changes a verdict.

    Attributes
    ----------
    source, target
        The state that acts, and the state that it acts on.
    by
        What is added to the effect: 1 or -1.
    """

    source: int
    target: int
    by: int

    def of(self, web: Web) -> Web:
        """Return a web with the change."""
        impact = web.impact.copy()
        impact[self.source, self.target] += self.by
        return replace(web, impact=impact)


def flips(
    web: Web, verdict: Callable[[Web], Hashable], judgements: Iterable[tuple[int, int]] | None = None
) -> tuple[Flip, ...]:
    """Return every change of one judgement by one that changes a verdict, in the order of the judgements.

    Parameters
    ----------
    verdict
        What is said of a web.
    judgements
        The sources and targets of the impacts to change; where nobody says which, all that are not 0.

    References
    ----------
    WeimerJehle2023
    """
    before = verdict(web)
    if judgements is None:
        judgements = [(source, target) for source, target in np.argwhere(web.impact).tolist()]
    return tuple(
        Flip(source, target, by)
        for source, target in judgements
        for by in (-1, 1)
        if abs(web.impact[source, target] + by) <= STRONGEST and verdict(Flip(source, target, by).of(web)) != before
    )
