"""Descriptors that read another part of the case: the state that stands for what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.models.corridor.control.chain import regimes_under
from detente.models.system.reads import MET, done_in, read_elsewhere
from detente.situation.answers import InState, Undetermined
from detente.situation.region.truth import truth_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.system import Descriptor
    from detente.situation.clock import Clock


def state_elsewhere(clock: Clock, descriptor: Descriptor, steps: Mapping[str, Truth]) -> InState:
    """Return the state of a descriptor that another part of the case decides."""
    readable = read_elsewhere(clock.case, descriptor, ())
    if readable.flaws:  # of a day on which there is nothing to read
        question = Undetermined(descriptor.id, readable.flaws[0].message, f"{descriptor.reads} at {clock.date}")
        return InState(None, (), None, (question,))
    truths = _truths(clock, descriptor.reads or "", readable.words, steps)
    each = {state: truth_of(expression, truths) for state, expression in readable.answers.items()}
    true = [state for state, truth in each.items() if truth is Truth.TRUE]
    possible = true or [state for state, truth in each.items() if truth is Truth.UNDETERMINED]
    if len(true) == 1:
        return InState(true[0], (true[0],), None, ())
    reads = f"'{descriptor.label}' is read from {descriptor.reads}"
    because = f"{reads}, which leaves it open" if possible else f"{reads}, and no state of it stands for what is there"
    return InState(None, tuple(possible), None, (Undetermined(descriptor.id, because, f"{descriptor.reads}"),))


def _truths(clock: Clock, reads: str, words: frozenset[str], steps: Mapping[str, Truth]) -> Mapping[str, Truth]:
    """Return what is true of what is read: of a step, of the options of the status quo, or of regimes under it."""
    section, _, name = reads.partition(".")
    if section == "steps":
        return {MET: steps.get(name, Truth.UNDETERMINED)}
    conflict = clock.case.conflict
    if conflict is None or conflict.status_quo is None:
        return dict.fromkeys(words, Truth.UNDETERMINED)
    done = done_in(conflict)
    if section == "corridor":
        done = frozenset(regime.id for regime in regimes_under(clock.case, conflict.status_quo))
    return {word: Truth.of(word in done) for word in words}
