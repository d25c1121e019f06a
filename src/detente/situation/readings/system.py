"""The system of a day: impacts, requirements, closed states, background and gates that hold.

Conditions of the region, what they were when, and the shocks that are tried on them are of the whole time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from detente.situation.readings.holding import Holding, Read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case import Case
    from detente.case.system import Background, Descriptor, DescriptorState, Gate, Impact, StateRequirement, System

R = TypeVar("R", bound="Background | Gate | Impact | StateRequirement")


def system_of_day(case: Case, holding: Holding) -> System | None:
    """Return what holds of a system at a date; ``None`` where neither it nor anything in it does."""
    system = case.system
    if system is None:
        return None
    whole = Read("system", (system,), (("system", "the system"),))
    lists = {
        "impacts": _held(system.impacts, whole, holding),
        "requirements": _held(system.requirements, whole, holding),
        "background": _held(system.background, whole, holding),
        "gates": tuple(each for each in system.gates if _gate_holds(each, whole, holding)),
    }
    if not any(lists.values()) and not holding.holds(whole):
        return None
    descriptors = tuple(_descriptor(each, whole, holding) for each in system.descriptors)
    return holding.copy(system, lists | {"descriptors": descriptors})


def _held(several: Sequence[R], whole: Read, holding: Holding) -> tuple[R, ...]:
    return tuple(each for each in several if holding.holds(whole.below(each, each.id, each.label)))


def _gate_holds(gate: Gate, whole: Read, holding: Holding) -> bool:
    """Return whether a gate holds; what leaves that open leaves open what it leads to, too."""
    known = len(holding.doubts)
    holds = holding.holds(whole.below(gate, gate.id, gate.label))
    section = gate.target.partition(".")[0]
    for doubt in list(holding.doubts)[known:]:
        holding.doubts[replace(doubt, section=section if section in ("conflict", "corridor") else "issues")] = None
    return holds


def _descriptor(descriptor: Descriptor, whole: Read, holding: Holding) -> Descriptor:
    """Return a descriptor; a state that is not closed on the day is as if it never were."""
    states = tuple(_state(descriptor, state, whole, holding) for state in descriptor.states)
    same = all(a is b for a, b in zip(states, descriptor.states, strict=True))
    return descriptor if same else holding.copy(descriptor, {"states": states})


def _state(descriptor: Descriptor, state: DescriptorState, whole: Read, holding: Holding) -> DescriptorState:
    closed = state.closed
    if closed is None:
        return state
    what = f"that “{descriptor.label}: {state.label}” cannot be ({closed.why.rstrip('.')})"
    if holding.holds(whole.below(closed, descriptor.id, what)):
        return state
    return holding.copy(state, {"closed": None})
