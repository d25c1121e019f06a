"""The corridor of a case at a date: its model, draws of where cargo goes, and what becomes of claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.case.reading import Reading
from detente.case.shape import records_at
from detente.methods.transport.choice import choice_set
from detente.models.corridor.claims.testing import judge_claims
from detente.models.corridor.model import model_corridor
from detente.models.corridor.naming import called
from detente.models.corridor.predicate.reading import read_claims
from detente.models.corridor.worlds import Network
from detente.models.flaw import FlawedModelError
from detente.study.choice_sets import ChoiceSets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from detente.case import Case
    from detente.case.scenario import Scenario
    from detente.models.corridor.claims.results import ClaimResult
    from detente.models.corridor.model import CorridorModel
    from detente.models.corridor.outcome import Outcome
    from detente.models.corridor.predicate.reading import ReadClaim
    from detente.situation import Situation

DRAWS = 512
"""How many draws of all uncertain numbers are made where nobody asks for others."""


@dataclass(frozen=True, eq=False, repr=False)
class CorridorStudy:
    """A corridor at a date: everything but its model is worked out when first asked for.

    Attributes
    ----------
    model
        Its worlds, levers and routes.
    read
        Its claims, with their predicates read.
    """

    model: CorridorModel
    read: tuple[ReadClaim, ...]
    _outcomes: dict[tuple[int, int], Outcome] = field(default_factory=dict, init=False)
    _claims: dict[tuple[int, int], tuple[ClaimResult, ...]] = field(default_factory=dict, init=False)

    def outcome(self, draws: int = DRAWS, seed: int = 1) -> Outcome:
        """Return where cargo goes in each of so many paired draws."""
        if (draws, seed) not in self._outcomes:
            self._outcomes[draws, seed] = self.model.run(self.model.rows(draws, seed))
        return self._outcomes[draws, seed]

    def claims(self, draws: int = DRAWS, seed: int = 1) -> tuple[ClaimResult, ...]:
        """Return what becomes of each claim that has a predicate in so many draws."""
        if (draws, seed) not in self._claims:
            self._claims[draws, seed] = judge_claims(self.model, self.read, self.outcome(draws, seed))
        return self._claims[draws, seed]


def study_corridor(
    cases: tuple[Case, Case], base: Network, scenarios: Sequence[tuple[Scenario, Network]], cache: Path | None
) -> CorridorStudy:
    """Return the corridor of a case at a date.

    Parameters
    ----------
    cases
        The case with its readings of all times, and the same without any scenario.
    base, scenarios
        The network, and the same under scenarios.
    cache
        The folder in which what takes long is kept from one run to the next; nothing is kept without one.

    Raises
    ------
    FlawedModelError
        If it cannot be modelled, or a claim not be read.
    """
    written, before = cases
    names = called(written)
    read, flaws = read_claims(written.corridor or base.corridor, before.scenarios, before.corridor)
    if flaws:
        raise FlawedModelError(flaws)
    find = choice_set if cache is None else ChoiceSets(cache / "choice-sets").find
    return CorridorStudy(model_corridor(base, scenarios, called=names, find=find), read)


def network_of(situation: Situation) -> Network:
    """Return the corridor of a case at a date with the links that are open.

    Raises
    ------
    LookupError
        If the case has no corridor that holds then.
    """
    case = situation.case
    if case.corridor is None:
        raise LookupError(f"the case '{case.case.id}' has no corridor at this date")
    opened = frozenset(name for name, found in situation.links.items() if found.open)
    return Network.without(case.corridor, opened, situation.closed_regimes)


def has_network_of(case: Case, other: Case) -> bool:
    """Whether a case has the very same as another of all that its network hangs on."""
    return all(getattr(case, key) is getattr(other, key) for key in _sections(case))


def _sections(case: Case) -> tuple[str, ...]:
    """Return the sections that the network of a case hangs on.

    Those that date links and readings are among them if any is dated, and those that tell the state of the region if
    that opens or closes some of it.
    """
    corridor = case.corridor
    if corridor is None:
        return ("corridor",)
    if case.system is not None and any(each.target.startswith("corridor.") for each in case.system.gates):
        return ("corridor", "case", "events", "steps", "system", "conflict")
    readings = (each for _, each in records_at(corridor, ("corridor",)) if isinstance(each, Reading))
    dated = any(each.from_ is not None or each.to is not None for each in readings)
    if dated or any(link.since is not None or link.available is not None for link in corridor.links):
        return ("corridor", "case", "events", "steps")
    return ("corridor", "case")
