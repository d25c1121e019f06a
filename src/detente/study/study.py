"""Studies: one case in many situations, and what is worked out of each, once and only when asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from detente.situation import Written, changed
from detente.study.moment import Moment
from detente.study.shared import Shared

if TYPE_CHECKING:
    from pathlib import Path

    from detente.case import Case
    from detente.case.scenario import Scenario
    from detente.dates import PartialDate
    from detente.models.corridor.boundaries.outlines import Outlines
    from detente.study.corridor import CorridorStudy
    from detente.study.verdicts import Verdicts


class Study:
    """One case in many situations.

    Parameters
    ----------
    case
        The case as it is written, without any scenario.
    boundaries
        The outlines of countries that it brings, where it brings some.
    cache
        The folder in which what takes long is kept from one run to the next; nothing is kept when omitted.

    Attributes
    ----------
    conflicts, corridors
        What is worked out of conflicts and corridors, for all moments at which they are the same.
    """

    def __init__(self, case: Case, boundaries: Outlines | None = None, cache: Path | None = None) -> None:
        self.case = case
        self.boundaries = boundaries
        self.cache = cache
        self.conflicts: Shared[Verdicts] = Shared()
        self.corridors: Shared[CorridorStudy] = Shared()
        self._moments: dict[tuple[str, str | None], Moment] = {}

    def at(self, as_of: PartialDate | None = None, scenario: Scenario | None = None) -> Moment:
        """Return the case at a date, its own when omitted, under one of its scenarios: the same moment each time.

        Raises
        ------
        ScenarioError
            If the scenario cannot be applied.
        """
        date = as_of or self.case.case.as_of
        key = (str(date), scenario.id if scenario else None)
        if key not in self._moments:
            case = changed(self._written, scenario, date) if scenario else self.case
            self._moments[key] = Moment(self, case, date, scenario)
        return self._moments[key]

    @cached_property
    def _written(self) -> Written:
        """The case written out, once for all scenarios and dates."""
        return Written(self.case)

    @property
    def alternatives(self) -> tuple[Scenario, ...]:
        """The scenarios of the case but for those that change nothing outside the corridor."""
        return tuple(each for each in self.case.scenarios if each.sections != {"corridor"})

    def __reduce__(self) -> tuple[type[Study], tuple[Case, Outlines | None, Path | None]]:
        """Pickle the case: what was worked out of it stays behind, and is worked out again where it is asked for."""
        return type(self), (self.case, self.boundaries, self.cache)
