"""The packages of a case at a date: which of them can be had, and which nobody would rather do without."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from detente.dates import Truth
from detente.methods.bargaining.packages.zone import gains, zone
from detente.methods.gmcr.states import TooManyStatesError
from detente.models.flaw import FlawedModelError
from detente.models.settlement.states import PackageStates, knows_outcomes, merged, package_states
from detente.study.prospects import Prospect, prospects

if TYPE_CHECKING:
    from detente.case.settlement import Party
    from detente.methods.bargaining.packages.space import Mask, Numbers
    from detente.models.settlement.model import SettlementModel
    from detente.study import Moment


@dataclass(frozen=True, eq=False, repr=False)
class PackageStudy:
    """The packages of a case at a date, where there are some and not too many.

    Attributes
    ----------
    moment
        The case at its date.
    """

    moment: Moment

    @property
    def model(self) -> SettlementModel:
        """The packages as arrays."""
        return self.moment.settlement

    @cached_property
    def utilities(self) -> Numbers:
        """What each package is worth to each party, with every number in its middle [shape (parties, packages)]."""
        return self.model.utility.utilities(self.model.doubt.middle)

    @cached_property
    def gains(self) -> Numbers | None:
        """By how much each package beats each party's alternative; ``None`` where one is not stated [same shape]."""
        if self.model.without_alternative:
            return None
        return gains(self.utilities, self.model.utility.batna(self.model.doubt.middle))

    @property
    def refusing(self) -> tuple[Party, ...]:
        """The parties that may be in the way: those that value outcomes, then those that have nothing but red lines."""
        return (*self.model.outline.parties, *self.model.outline.refusing)

    @cached_property
    def crossing(self) -> Mask:
        """Which packages cross a red line of each of those [shape (parties, packages)]."""
        return np.array([self.model.refused(party) for party in self.refusing])

    @cached_property
    def acceptable(self) -> Mask | None:
        """Which packages nobody has a better alternative to and no red line rules out [shape (packages,)].

        ``None`` where an alternative is not stated.
        """
        return None if self.gains is None else zone(self.gains) & ~self.crossing.any(axis=0)

    @cached_property
    def prospects(self) -> tuple[tuple[Prospect, ...], ...] | None:
        """Whether each outcome can be had, by issue; ``None`` where the case says of none what it needs."""
        return prospects(self.moment)

    @cached_property
    def _states(self) -> PackageStates | str | None:
        conflict = self.moment.case.conflict
        try:
            if conflict is None or not knows_outcomes(conflict, self.model.outline):
                return merged(conflict, self.model.outline)
            verdicts = self.moment.conflict
        except (FlawedModelError, TooManyStatesError) as error:  # packages can be weighed all the same
            return str(error)
        return package_states(self.model.outline, conflict, verdicts.model, verdicts.stability)

    @property
    def states(self) -> PackageStates | None:
        """The states of the conflict behind packages; ``None`` where it knows none of the outcomes."""
        return None if isinstance(self._states, str) else self._states

    @property
    def trouble(self) -> str:
        """Why the conflict does not tell which packages can be had at this date, where it could."""
        return self._states if isinstance(self._states, str) else ""

    @cached_property
    def possible(self) -> Mask | None:
        """Which packages are known to be possible at this date [shape (packages,)].

        ``None`` where the case says of no outcome what it needs, or the conflict does not tell.
        """
        if self.prospects is None or self.trouble:
            return None
        able = np.logical_and.reduce(self._outcomes(Truth.TRUE))
        if self.states is not None:
            able &= self.states.possible(self.model.space.choices(np.arange(self.model.space.count)))
        return np.asarray(able)

    @cached_property
    def unknown(self) -> Mask:
        """Which packages hold an outcome that is not known to be possible, though it may be [shape (packages,)]."""
        if self.possible is None:
            return np.zeros(self.model.space.count, dtype=np.bool_)
        return np.asarray(np.logical_or.reduce(self._outcomes(Truth.UNDETERMINED)))

    def _outcomes(self, possible: Truth) -> list[Mask]:
        """Return by issue in which packages the answer for its outcome is this one."""
        choices = self.model.space.choices(np.arange(self.model.space.count))
        answers = [np.array([each.possible is possible for each in issue]) for issue in self.prospects or ()]
        return [answer[choices[:, k]] for k, answer in enumerate(answers)]
