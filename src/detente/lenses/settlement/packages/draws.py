"""Uncertainty for programs: how often each package holds, and what each uncertain number does at its ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import spread
from detente.lenses.settlement.packages.entries import chosen
from detente.methods.bargaining.packages.registry import leading_rule
from detente.models.conflict.joint import Words

if TYPE_CHECKING:
    from detente.lenses.settlement.packages.analysis import Analysis, Uncertainty
    from detente.methods.bargaining.packages.draws import Shares
    from detente.methods.bargaining.packages.space import Packages
    from detente.methods.bargaining.packages.tornado import Solution, Swing


@dataclass(frozen=True, slots=True)
class Share:
    """How often a package holds.

    Attributes
    ----------
    package
        By issue, the id of its outcome.
    zopa
        The share of the draws in which everybody accepts it.
    chosen
        By the key of the leading rule, the share of the draws in which the rule chooses it.
    """

    package: Mapping[str, str]
    zopa: float
    chosen: Mapping[str, float] = spread()


@dataclass(frozen=True, slots=True)
class End:
    """What comes out with a number at one of its ends.

    Attributes
    ----------
    value
        That end.
    slack
        What whoever gains least can gain at most; below 0 the zone is empty.
    chosen
        By the key of the leading rule, the packages that the rule chooses.
    """

    value: float
    slack: float
    chosen: Mapping[str, tuple[Mapping[str, str], ...]] = spread()


@dataclass(frozen=True, slots=True)
class Bar:
    """An uncertain number at its ends, all others in their middle.

    Attributes
    ----------
    kind
        What the number says: ``batna``, ``power``, ``weight``, ``value`` or ``condition``.
    actor, issue, outcome, condition
        Of whom, and of what; ``null`` where it is not about such a thing.
    low, high
        What comes out at each end.
    flips
        Whether that is another answer than in the middle.
    """

    kind: str
    actor: str
    issue: str | None
    outcome: str | None
    condition: str | None
    low: End
    high: End
    flips: bool


@dataclass(frozen=True, slots=True)
class Draws:
    """What uncertain numbers do.

    Attributes
    ----------
    draws, seed
        How many draws there were, and the seed of the random numbers.
    empty
        The share of the draws in which the zone is empty.
    shares
        The packages that hold in some draw, those first that the leading rule chooses most often.
    tornado
        What each number does at its ends: first those that open or close the zone.
    untried
        How many uncertain numbers were not set to their ends.
    """

    draws: int
    seed: int
    empty: float
    shares: tuple[Share, ...]
    tornado: tuple[Bar, ...]
    untried: int


def draws(analysis: Analysis, uncertainty: Uncertainty, among: Packages | None = None) -> Draws:
    """Return what uncertain numbers do; where it is about some packages only, ``among`` has their numbers."""
    shares, key = uncertainty.shares, leading_rule().key
    numbers = np.arange(analysis.model.space.count) if among is None else among
    return Draws(
        shares.draws,
        analysis.options.seed,
        round(shares.empty, 9),
        tuple(
            Share(
                chosen(analysis, int(numbers[k])),
                round(float(shares.inside[k]), 9),
                {key: round(float(shares.chosen[k]), 9)},
            )
            for k in by_share(shares)[: analysis.options.max_packages]
            if shares.inside[k] > 0
        ),
        tuple(_bar(analysis, uncertainty, swing, numbers) for swing in uncertainty.swings),
        analysis.model.doubt.uncertain.size - len(uncertainty.swings),
    )


def by_share(shares: Shares) -> Packages:
    """Return the packages, those first that the leading rule chooses most often, then those that most often hold."""
    return np.lexsort((-shares.inside, -shares.chosen))


def _bar(analysis: Analysis, uncertainty: Uncertainty, swing: Swing, numbers: Packages) -> Bar:
    given = analysis.model.inputs[swing.place]
    return Bar(
        given.kind,
        given.party.actor,
        given.issue.id if given.issue else None,
        given.outcome.id if given.outcome else None,
        _as_written(analysis, given.stated.text) if given.stated else None,
        _end(analysis, given.value.low, swing.low, numbers),
        _end(analysis, given.value.high, swing.high, numbers),
        swing.flips(uncertainty.middle),
    )


def _as_written(analysis: Analysis, text: str) -> str:
    conflict = analysis.situation.case.conflict
    return Words.of(conflict).folded(text) if conflict else text


def _end(analysis: Analysis, value: float, solution: Solution, numbers: Packages) -> End:
    packages = numbers[solution.chosen[: analysis.options.max_packages]]
    picked = tuple(chosen(analysis, int(package)) for package in packages)
    return End(value, round(solution.slack, 9), {leading_rule().key: picked})
