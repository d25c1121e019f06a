"""The corridor of a case at a date: its model, draws of where cargo goes, and what becomes of claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from detente.case.reading import Reading
from detente.case.shape import records_at
from detente.methods.transport.choice import choice_set
from detente.models.corridor.claims.testing import judge_claims, weigh_claims
from detente.models.corridor.model import model_corridor
from detente.models.corridor.naming import called
from detente.models.corridor.predicate.reading import read_claims
from detente.models.corridor.worlds import Network
from detente.models.flaw import FlawedModelError
from detente.study.choice_sets import ChoiceSets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from detente.case import Case
    from detente.case.corridor import Corridor
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

    def verdicts(self, draws: int = DRAWS, seed: int = 1) -> tuple[ClaimResult, ...]:
        """Return the same without what the verdicts hang on, unless that is known already."""
        return self._claims.get((draws, seed)) or weigh_claims(self.model, self.read, self.outcome(draws, seed))


@dataclass(frozen=True, slots=True)
class Claimed:
    """What claims are read from: all that a corridor hangs on beside its networks.

    Attributes
    ----------
    corridor
        The corridor with its readings of all times, where the case has one.
    before, scenarios
        The same without any scenario, and the scenarios of the case.
    names
        What to call countries and actors.
    """

    corridor: Corridor | None
    before: Corridor | None
    scenarios: tuple[Scenario, ...]
    names: Mapping[str, str]


CorridorParts: TypeAlias = "tuple[Claimed, Network, list[tuple[Scenario, Network]]]"
"""What a corridor is worked out of: what its claims are read from, its network, and those under scenarios."""


class At(Protocol):
    """A case at a date, as far as its corridor hangs on it; what the study calls a moment."""

    @property
    def written(self) -> Case:
        """The case with its readings of all times."""

    @property
    def case(self) -> Case:
        """The case with the readings that hold at the date."""

    @property
    def scenario(self) -> Scenario | None:
        """The scenario that it is under."""

    @property
    def situation(self) -> Situation:
        """What had happened and was known."""

    def scenarios(self) -> Iterator[At]:
        """Yield the case at the date under each of its scenarios."""


def parts_of(moment: At, before: Case) -> CorridorParts:
    """Return all that the corridor of a case at a date is worked out of.

    Parameters
    ----------
    moment
        The case at the date.
    before
        The case without any scenario.

    Raises
    ------
    LookupError
        If the case has no corridor that holds then.
    """
    written, own = moment.written, network_of(moment.situation)
    claimed = Claimed(written.corridor, before.corridor, before.scenarios, called(written))
    others = {at: has_network_of(written, at.written) or not at.case.corridor for at in moment.scenarios()}
    each = ((at.scenario, own if same else network_of(at.situation)) for at, same in others.items())
    return claimed, own, [(scenario, network) for scenario, network in each if scenario]


def study_corridor(
    claims: Claimed, base: Network, scenarios: Sequence[tuple[Scenario, Network]], cache: Path | None
) -> CorridorStudy:
    """Return the corridor of a case at a date.

    Parameters
    ----------
    claims
        What its claims are read from.
    base, scenarios
        The network, and the same under scenarios.
    cache
        The folder in which what takes long is kept from one run to the next; nothing is kept without one.

    Raises
    ------
    FlawedModelError
        If it cannot be modelled, or a claim not be read.
    """
    read, flaws = read_claims(claims.corridor or base.corridor, claims.scenarios, claims.before)
    if flaws:
        raise FlawedModelError(flaws)
    find = choice_set if cache is None else ChoiceSets(cache / "choice-sets").find
    return CorridorStudy(model_corridor(base, scenarios, called=claims.names, find=find), read)


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
