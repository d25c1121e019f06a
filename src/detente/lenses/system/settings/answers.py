"""The other lenses, asked again under a state of the region: the same is open and closed, the same is answered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from detente.dates import Truth
from detente.lenses.system.settings.result import Deals, Impasse
from detente.methods.bargaining.packages.leximin import leximin
from detente.models.flaw import FlawedModelError
from detente.models.system.conditions import IS
from detente.situation.region import gateways
from detente.study.packages import PackageStudy
from detente.study.status_quo import status_quo_holds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.system import Gate
    from detente.lenses.system.region import Region
    from detente.methods.system.arrays import Configuration, End
    from detente.situation.region import Gateway
    from detente.study import Moment

_MOST_NAMED = 10

Shut = frozenset[int]
"""The gates that are shut, by number."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the others say.

    Attributes
    ----------
    conflict, packages
        What becomes of the conflict and of packages; ``None`` where the case has none.
    """

    conflict: Impasse | None
    packages: Deals | None

    @property
    def holds(self) -> bool | None:
        """Whether the status quo holds."""
        return None if self.conflict is None else self.conflict.status_quo_holds


@dataclass(frozen=True, eq=False)
class Answers:
    """What the other lenses say under states of the region, each worked out when first asked for.

    Attributes
    ----------
    region
        The region.
    """

    region: Region
    _shut: dict[Configuration, Shut] = field(default_factory=dict, init=False)
    _known: dict[Shut, Answer] = field(default_factory=dict, init=False)

    @cached_property
    def gateways(self) -> tuple[Gateway, ...]:
        """The gates that lead somewhere."""
        return gateways(self.region.moment.case)

    def shut(self, configuration: Configuration) -> Shut:
        """Return which gates are shut in a configuration."""
        if configuration not in self._shut:
            here = self.region.ids(configuration)
            truths = {
                f"{each.id}{IS}{state.id}": Truth.of(here[each.id] == state.id)
                for each in self.region.descriptors
                for state in each.states
            }
            shut = (k for k, each in enumerate(self.gateways) if each.shut(truths) is Truth.TRUE)
            self._shut[configuration] = frozenset(shut)
        return self._shut[configuration]

    def of(self, configuration: Configuration) -> Answer:
        """Return what the others say in a configuration."""
        shut = self.shut(configuration)
        if shut not in self._known:
            found = self.region
            here = (
                found.moment
                if configuration == found.now
                else replace(found.moment, region=frozenset(found.ids(configuration).items()))
            )
            self._known[shut] = _asked(here)
        return self._known[shut]

    def of_end(self, end: End) -> Answer:
        """Return what the others say in all configurations that come round; what differs is not said."""
        told = list(dict.fromkeys(self.shut(each) for each in end))
        first, *others = [self.of(next(each for each in end if self.shut(each) == shut)) for shut in told]
        if not others:
            return first
        impasse = first.conflict and Impasse(None, "it comes and goes")
        if first.conflict is not None and {each.holds for each in others} == {first.holds}:
            impasse = first.conflict
        deals = first.packages if all(each.packages == first.packages for each in others) else None
        return Answer(impasse, deals)

    def gates(self, shut: Shut) -> tuple[Gate, ...]:
        """Return what the case says of gates."""
        return tuple(self.gateways[k].gate for k in sorted(shut))


def _asked(moment: Moment) -> Answer:
    return Answer(_impasse(moment), _deals(moment))


def _impasse(moment: Moment) -> Impasse | None:
    if moment.case.conflict is None or moment.case.conflict.status_quo is None:
        return None
    try:
        return Impasse(status_quo_holds(moment))
    except FlawedModelError as error:
        return Impasse(None, str(error))


def _deals(moment: Moment) -> Deals | None:
    if not moment.outline.count or moment.outline.refusal:
        return None
    try:
        return _weighed(PackageStudy(moment))
    except FlawedModelError:  # which the lens that packages belong to tells
        return None


def _weighed(packages: PackageStudy) -> Deals:
    possible, acceptable = packages.possible, packages.acceptable
    count = None if possible is None else int(possible.sum())
    if acceptable is None or packages.gains is None:
        return Deals(count, None, ())
    able = acceptable if possible is None else acceptable & possible
    best = np.flatnonzero(leximin(packages.gains, able))[:_MOST_NAMED] if able.any() else np.empty(0, dtype=np.intp)
    return Deals(count, int(able.sum()), tuple(_named(packages, best)))


def _named(packages: PackageStudy, chosen: np.ndarray[tuple[int], np.dtype[np.intp]]) -> list[Mapping[str, str]]:
    issues = packages.model.outline.issues
    rows = packages.model.space.choices(chosen)
    return [{issue.id: issue.outcomes[int(k)].id for issue, k in zip(issues, row, strict=True)} for row in rows]
