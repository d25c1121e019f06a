"""States of descriptors: in which the region certainly was, or may have been."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.situation.answers import InState
from detente.situation.region.elsewhere import state_elsewhere
from detente.situation.region.history import History

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.dates import Truth
    from detente.situation.answers import Undetermined
    from detente.situation.clock import Clock


def states_of(
    clock: Clock,
    steps: Mapping[str, Truth],
    open_questions: list[Undetermined],
    taken: Mapping[str, str] = MappingProxyType({}),
) -> Mapping[str, InState]:
    """Return in which of its states each descriptor was, by id.

    Parameters
    ----------
    steps
        Whether each step is met.
    taken
        States that descriptors are taken to be in, whatever is known of them.
    """
    answers: dict[str, InState] = {}
    for descriptor in clock.case.system.descriptors if clock.case.system else ():
        if descriptor.id in taken:
            state = taken[descriptor.id]
            answers[descriptor.id] = InState(state, (state,), None, ())
        elif descriptor.reads is not None:
            answers[descriptor.id] = state_elsewhere(clock, descriptor, steps)
        else:
            answers[descriptor.id] = History(clock, descriptor).answer()
        open_questions += answers[descriptor.id].questions
    return answers
