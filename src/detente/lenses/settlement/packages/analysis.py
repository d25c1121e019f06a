"""What is found of the packages: everything the chapters and the document speak of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.bargaining.packages.draws import Shares, affordable, draw_packages
from detente.methods.bargaining.packages.frontier import FrontierTooLongError, frontier
from detente.methods.bargaining.packages.numbers import Doubt, Layout
from detente.methods.bargaining.packages.opening import Opening, opening
from detente.methods.bargaining.packages.rules import egalitarian, kalai_smorodinsky, nash
from detente.methods.bargaining.packages.space import Mask, Numbers, Packages
from detente.methods.bargaining.packages.tornado import Answer, Swing, answers, tornado
from detente.methods.bargaining.packages.zone import Blocking, blocking, zone
from detente.methods.gmcr.states import TooManyStatesError
from detente.models.flaw import FlawedModelError
from detente.models.settlement.states import PackageStates, package_states

if TYPE_CHECKING:
    from detente.lenses.settlement.options import SettlementOptions
    from detente.models.settlement.model import SettlementModel
    from detente.situation import Situation


@dataclass(frozen=True, slots=True, eq=False)
class Dealt:
    """What needs every party's alternative to a deal.

    Attributes
    ----------
    gains
        By how much each package beats each party's alternative. [shape (parties, packages)]
    zone
        The packages that nobody has a better alternative to. [shape (packages,)]
    solutions
        The packages that each rule picks, by its key in the document.
    opening, blocking
        What would open the zone, and who stands in the way of how many packages.
    """

    gains: Numbers
    zone: Mask
    solutions: Mapping[str, Packages]
    opening: Opening
    blocking: Blocking

    @property
    def best(self) -> Packages:
        """The packages of the zone, those that leave most to whoever gains least first."""
        inside = np.flatnonzero(self.zone)
        return inside[np.argsort(-self.gains[:, inside].min(axis=0), kind="stable")]


@dataclass(frozen=True, slots=True, eq=False)
class Unsure:
    """What doubt about the numbers does.

    Attributes
    ----------
    shares
        What came out of the draws.
    middle
        What comes out with every number in its middle.
    swings
        What each uncertain number does at its ends.
    """

    shares: Shares
    middle: Answer
    swings: tuple[Swing, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Now:
    """What can be had at this date, where that is not everything.

    Attributes
    ----------
    among
        The packages that can be had, by number; whatever follows numbers them from 0.
    dealt, unsure
        What is found of them, as of all packages.
    """

    among: Packages
    dealt: Dealt
    unsure: Unsure | None


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The packages of a situation, worked out.

    Attributes
    ----------
    situation, model, options
        What was asked of which case.
    utilities
        What each package is worth to each party. [shape (parties, packages)]
    frontier
        The Pareto-efficient packages; ``None`` where comparing all would take too long.
    dealt
        What needs alternatives; ``None`` where one is not stated.
    unsure
        What doubt does; ``None`` where no number is uncertain, or an alternative is not stated.
    behind
        The states of the conflict behind packages; ``None`` where it knows none of the outcomes.
    possible
        Which packages can be had at this date, as far as the conflict tells; ``None`` where it does not.
        [shape (packages,)]
    trouble
        Why the conflict does not tell at this date, where it could.
    now
        What is found of those; ``None`` where all can be had, or an alternative is not stated.
    """

    situation: Situation
    model: SettlementModel
    options: SettlementOptions
    utilities: Numbers
    frontier: Packages | None
    dealt: Dealt | None
    unsure: Unsure | None
    behind: PackageStates | None
    possible: Mask | None
    trouble: str
    now: Now | None

    @property
    def able(self) -> Packages:
        """The packages of the zone that can be had at this date as far as is known, the best first."""
        if self.dealt is None:
            return np.empty(0, dtype=np.intp)
        best = self.dealt.best
        return best if self.possible is None else best[self.possible[best]]


def find(situation: Situation, model: SettlementModel, options: SettlementOptions, *, doubt: bool = True) -> Found:
    """Return what is found of the packages with every number in its middle, and what ``doubt`` does to it."""
    layout, row = model.layout, model.doubt.middle
    worth = layout.utilities(row)
    closed = [name for name, option in situation.options.items() if not option.open]
    behind, trouble = None, ""
    try:
        behind = package_states(model.outline, situation.case.conflict, closed)
    except (FlawedModelError, TooManyStatesError) as error:  # packages can be weighed all the same
        trouble = str(error)
    possible = None if behind is None else behind.possible(model.space.choices(np.arange(model.space.count)))
    if model.without_alternative:
        return Found(situation, model, options, worth, _frontier(worth), None, None, behind, possible, trouble, None)
    dealt, unsure = _dealt(layout, row), _unsure(layout, model.doubt, options) if doubt else None
    now = None
    if possible is not None and not possible.all() and possible.any():
        among = np.flatnonzero(possible)
        some = replace(layout, among=among)
        now = Now(among, _dealt(some, row), _unsure(some, model.doubt, options) if doubt else None)
    return Found(situation, model, options, worth, _frontier(worth), dealt, unsure, behind, possible, trouble, now)


def _dealt(layout: Layout, row: Numbers) -> Dealt:
    gained = layout.gains(row)
    return Dealt(gained, zone(gained), _solutions(gained, layout.power(row)), opening(gained), blocking(gained))


def _solutions(gained: Numbers, power: Numbers) -> dict[str, Packages]:
    return {
        "nash": np.flatnonzero(nash(gained, power)),
        "kalai_smorodinsky": np.flatnonzero(kalai_smorodinsky(gained)),
        "egalitarian": np.flatnonzero(egalitarian(gained)),
    }


def _frontier(worth: Numbers) -> Packages | None:
    try:
        return np.flatnonzero(frontier(worth))
    except FrontierTooLongError:
        return None


def _unsure(layout: Layout, doubt: Doubt, options: SettlementOptions) -> Unsure | None:
    if not doubt.uncertain.size:
        return None
    draws = affordable(options.draws, layout)
    shares = draw_packages(layout, doubt, draws, np.random.default_rng(options.seed))
    middle = answers(layout, doubt.middle[np.newaxis])[0]
    return Unsure(shares, middle, tornado(layout, doubt, middle))
