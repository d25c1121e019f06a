"""Gates: what the state of the region opens and closes in other parts of the case, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.models.system.conditions import IS, read_condition, states_by_descriptor
from detente.models.system.targets import Target, Targets
from detente.situation.answers import Availability
from detente.situation.region.truth import truth_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case import Case
    from detente.case.system import Gate
    from detente.methods.gmcr.preference.expressions import Expression
    from detente.situation.answers import InState
    from detente.situation.clock import Clock


@dataclass(frozen=True, slots=True)
class Gates:
    """What the region does to other parts of the case at a date.

    Attributes
    ----------
    on
        By what it may close: the gates there, each with whether it is shut.
    """

    on: Mapping[Target, tuple[tuple[Gate, Truth], ...]]

    def through(self, target: Target, answer: Availability) -> Availability:
        """Return whether something can be had that would be had, or not, as far as gates do not matter."""
        shut = {truth: gate for gate, truth in reversed(self.on.get(target, ()))}
        if not answer.open or not shut.keys() - {Truth.FALSE}:
            return answer
        if Truth.TRUE in shut:
            return Availability(False, f"the region closes it: {shut[Truth.TRUE].label}", gated=True)
        reason = f"whether the region closes it cannot be said ({shut[Truth.UNDETERMINED].label})"
        return Availability(False, reason, undetermined=True, gated=True)

    def outcomes(self, issue: str) -> Iterator[str]:
        """Yield the outcomes of an issue that the region may close."""
        yield from (each.id for each in self.on if each.kind == "outcome" and each.issue == issue)

    @property
    def regimes(self) -> frozenset[str]:
        """The regimes of the corridor that it closes, or may, which counts as closed."""
        closed = (target for target, gates in self.on.items() if any(shut is not Truth.FALSE for _, shut in gates))
        return frozenset(each.id for each in closed if each.kind == "regime")


@dataclass(frozen=True, slots=True)
class Gateway:
    """A gate that leads somewhere.

    Attributes
    ----------
    gate
        What the case says of it.
    target
        What it opens or closes.
    condition
        How the region has to be.
    """

    gate: Gate
    target: Target
    condition: Expression

    def shut(self, truths: Mapping[str, Truth]) -> Truth:
        """Return whether it is shut, given by ``DESCRIPTOR is STATE`` whether that is so."""
        holds = truth_of(self.condition, truths)
        return holds if self.gate.opens is None else ~holds


def gateways(case: Case) -> tuple[Gateway, ...]:
    """Return the gates of a case; one that cannot be read, or leads nowhere, does nothing."""
    system = case.system
    if system is None or not system.gates:
        return ()
    known, words = Targets.of(case), states_by_descriptor(system)
    read = ((each, known.called(each.target), read_condition(each.when, (), words)) for each in system.gates)
    return tuple(
        Gateway(gate, target, condition)
        for gate, target, condition in read
        if target is not None and not isinstance(condition, tuple)
    )


def gates_of(clock: Clock, states: Mapping[str, InState]) -> Gates:
    """Return what the region closes at a date.

    Parameters
    ----------
    states
        In which of its states each descriptor was.
    """
    found: dict[Target, list[tuple[Gate, Truth]]] = defaultdict(list)
    truths = _truths(clock.case, states)
    for each in gateways(clock.case):
        found[each.target].append((each.gate, each.shut(truths)))
    return Gates({target: tuple(gates) for target, gates in found.items()})


def _truths(case: Case, states: Mapping[str, InState]) -> Mapping[str, Truth]:
    """Return by ``DESCRIPTOR is STATE`` whether that is so."""
    return {
        f"{each.id}{IS}{state.id}": _truth(states[each.id], state.id)
        for each in (case.system.descriptors if case.system else ())
        for state in each.states
    }


def _truth(held: InState, state: str) -> Truth:
    """Return whether a descriptor was in a state; of one of which nothing is known that cannot be said."""
    if held.state is None and (not held.possible or state in held.possible):
        return Truth.UNDETERMINED
    return Truth.of(held.state == state)
