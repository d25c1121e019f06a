"""The packages of a case at a date: what all chapters about packages speak of, each worked out when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.settlement.packages.possible.today import today
from detente.lenses.settlement.packages.zone.zopa import Zopa
from detente.methods.bargaining.packages.draws import Shares, affordable, draw_packages
from detente.methods.bargaining.packages.frontier import FrontierTooLongError, frontier
from detente.methods.bargaining.packages.opening import opening
from detente.methods.bargaining.packages.registry import leading_rule, shipped_rules
from detente.methods.bargaining.packages.space import Mask, Numbers, Packages
from detente.methods.bargaining.packages.tornado import Solution, Swing, solve, tornado
from detente.methods.bargaining.packages.utility import UtilityModel
from detente.methods.bargaining.packages.zone import zone
from detente.study.packages import PackageStudy

if TYPE_CHECKING:
    from detente.case.settlement import Party
    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.models.settlement.model import SettlementModel
    from detente.models.settlement.states import PackageStates
    from detente.situation import Situation
    from detente.study import Moment
    from detente.study.prospects import Prospect


@dataclass(frozen=True, slots=True, eq=False)
class Uncertainty:
    """What uncertain numbers do to the zone, and to what the leading rule chooses.

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
    middle: Solution
    swings: tuple[Swing, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Feasible:
    """What can be had at this date, where that is not everything.

    Attributes
    ----------
    among
        The packages that can be had, by number; whatever follows numbers them from 0.
    zopa, uncertainty
        What is found of them, as of all packages.
    """

    among: Packages
    zopa: Zopa
    uncertainty: Uncertainty | None


@dataclass(frozen=True, eq=False, repr=False)
class Analysis:
    """The packages of a case that has some, and not too many.

    Attributes
    ----------
    moment, options
        What was asked of which case at which date.
    """

    moment: Moment
    options: SettlementOptions

    @property
    def situation(self) -> Situation:
        """The case at its date."""
        return self.moment.situation

    @property
    def model(self) -> SettlementModel:
        """The packages as arrays."""
        return self.moment.settlement

    @cached_property
    def study(self) -> PackageStudy:
        """What other lenses ask of the same packages too."""
        return PackageStudy(self.moment)

    @property
    def utilities(self) -> Numbers:
        """What each package is worth to each party, with every number in its middle [shape (parties, packages)]."""
        return self.study.utilities

    @property
    def barred(self) -> Mask | None:
        """The packages that cross somebody's red line; ``None`` where there are no red lines [shape (packages,)]."""
        return self.model.utility.barred

    @property
    def nothing_left(self) -> bool:
        """Whether every package crosses somebody's red line."""
        return self.barred is not None and bool(self.barred.all())

    @property
    def refusing(self) -> tuple[Party, ...]:
        """The parties that may be in the way: those that value outcomes, then those that have nothing but red lines."""
        return self.study.refusing

    @cached_property
    def frontier(self) -> Packages | None:
        """The Pareto-efficient packages that cross no red line; ``None`` where comparing all would take too long."""
        clear = np.arange(self.model.space.count) if self.barred is None else np.flatnonzero(~self.barred)
        if not clear.size:
            return clear
        try:
            return clear[np.flatnonzero(frontier(self.utilities[:, clear]))]
        except FrontierTooLongError:
            return None

    @cached_property
    def zopa(self) -> Zopa | None:
        """What needs reservation values; ``None`` where one is not stated."""
        return None if self.study.gains is None else self._zopa(self.study.gains, self.study.crossing)

    @cached_property
    def uncertainty(self) -> Uncertainty | None:
        """What uncertain numbers do; ``None`` where there are none, no reservation value, or no package is left."""
        return None if self.zopa is None else self._uncertainty(self.model.utility)

    @property
    def states(self) -> PackageStates | None:
        """The states of the conflict behind packages; ``None`` where it knows none of the outcomes."""
        return self.study.states

    @property
    def trouble(self) -> str:
        """Why the conflict does not tell which packages can be had at this date, where it could."""
        return self.study.trouble

    @property
    def prospects(self) -> tuple[tuple[Prospect, ...], ...] | None:
        """Whether each outcome can be had, by issue; ``None`` where the case says of none what it needs."""
        return self.study.prospects

    @cached_property
    def today(self) -> tuple[int | None, ...]:
        """The outcome of each issue that holds at this date; ``None`` where the case does not tell."""
        return today(self.situation.case.conflict, self.model.outline.issues, self.prospects)

    @property
    def possible(self) -> Mask | None:
        """Which packages are known to be possible at this date, where the case tells [shape (packages,)]."""
        return self.study.possible

    @property
    def unknown(self) -> Mask:
        """Which packages hold an outcome that is not known to be possible, though it may be [shape (packages,)]."""
        return self.study.unknown

    @cached_property
    def feasible(self) -> Feasible | None:
        """What is found of those; ``None`` where all or none can be had, or a reservation value is not stated."""
        if self.zopa is None or self.possible is None or self.possible.all() or not self.possible.any():
            return None
        among = np.flatnonzero(self.possible)
        uncertainty = self._uncertainty(replace(self.model.utility, among=among))
        return Feasible(among, self._zopa(self.zopa.gains[:, among], self.study.crossing[:, among]), uncertainty)

    @property
    def able(self) -> Packages:
        """The packages of the zone that can be had at this date as far as is known, the best first."""
        if self.zopa is None:
            return np.empty(0, dtype=np.intp)
        best = self.zopa.best
        return best if self.possible is None else best[self.possible[best]]

    @property
    def best_able(self) -> Packages:
        """Of those the ones by which whoever gains least gains most; all that tie."""
        if self.zopa is None:
            return self.able
        return self.zopa.fairest(self.zopa.inside if self.possible is None else self.zopa.inside & self.possible)

    def _zopa(self, gained: Numbers, crossing: Mask) -> Zopa:
        power = self.model.utility.power(self.model.doubt.middle)
        barred = crossing.any(axis=0)
        held = np.where(barred, -np.inf, gained) if barred.any() else gained
        rules = shipped_rules().values()
        solutions = {rule.key: np.flatnonzero(rule.choose(held, power)) for rule in rules}
        return Zopa(gained, crossing, zone(held), solutions, opening(held))

    def _uncertainty(self, utility: UtilityModel) -> Uncertainty | None:
        doubt, rule = self.model.doubt, leading_rule()
        among, barred = utility.among, utility.barred
        left = barred is None or not (barred if among is None else barred[among]).all()
        if not doubt.uncertain.size or not left:
            return None
        draws = affordable(self.options.draws, utility)
        shares = draw_packages(utility, doubt, draws, np.random.default_rng(self.options.seed), rule)
        [middle] = solve(utility, doubt.middle[np.newaxis], rule)
        return Uncertainty(shares, middle, tornado(utility, doubt, middle, rule))


def analyse(look: Look[SettlementOptions]) -> Analysis | None:
    """Return the packages that a look is about; ``None`` where there are none, or too many."""
    return analysis_of(look.moment, look.options)


def analysis_of(moment: Moment, options: SettlementOptions) -> Analysis | None:
    """Return the packages of a case at a date; ``None`` where there are none, or too many."""
    outline = moment.outline
    return None if not outline.count or outline.refusal else Analysis(moment, options)
