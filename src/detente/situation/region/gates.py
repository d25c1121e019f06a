"""Gates: what the state of the region opens and closes in other parts of the case, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.models.flaw import Flaw
from detente.models.system.conditions import IS, read_condition, states_by_descriptor
from detente.models.system.targets import Target, Targets
from detente.situation.answers import Availability
from detente.situation.region.truth import truth_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case import Case
    from detente.case.system import Gate
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
        gates = self.on.get(target, ()) if answer.open else ()
        for gate in (gate for gate, shut in gates if shut is Truth.TRUE):
            return Availability(False, f"the region closes it: {gate.label}", gated=True)
        for gate in (gate for gate, shut in gates if shut is Truth.UNDETERMINED):
            reason = f"whether the region closes it cannot be said ({gate.label})"
            return Availability(False, reason, undetermined=True, gated=True)
        return answer

    def outcomes(self, issue: str) -> Iterator[str]:
        """Yield the outcomes of an issue that the region may close."""
        yield from (each.id for each in self.on if each.kind == "outcome" and each.issue == issue)

    @property
    def regimes(self) -> frozenset[str]:
        """The regimes of the corridor that it closes, or may, which counts as closed."""
        closed = (target for target, gates in self.on.items() if any(shut is not Truth.FALSE for _, shut in gates))
        return frozenset(each.id for each in closed if each.kind == "regime")


def gates_of(clock: Clock, states: Mapping[str, InState]) -> Gates:
    """Return what the region closes at a date; a gate that cannot be read, or leads nowhere, does nothing.

    Parameters
    ----------
    states
        In which of its states each descriptor was.
    """
    found: dict[Target, list[tuple[Gate, Truth]]] = defaultdict(list)
    for gate, target, shut in _judged(clock.case, truths_of(states, clock.case)):
        found[target].append((gate, shut))
    return Gates({target: tuple(gates) for target, gates in found.items()})


def _judged(case: Case, truths: Mapping[str, Truth]) -> Iterator[tuple[Gate, Target, Truth]]:
    """Yield each gate with what it leads to, and whether it is shut."""
    system = case.system
    if system is None or not system.gates:
        return
    known, words = Targets.of(case), states_by_descriptor(system)
    for gate in system.gates:
        condition = read_condition(gate.when, (), words)
        target = known.named(gate.target, ())
        if isinstance(condition, tuple) or isinstance(target, Flaw):
            continue
        holds = truth_of(condition, truths)
        yield gate, target, holds if gate.opens is None else ~holds


def truths_of(states: Mapping[str, InState], case: Case) -> Mapping[str, Truth]:
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
