"""States of descriptors: in which the region certainly was, or may have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.situation.region.elsewhere import state_elsewhere
from detente.situation.region.history import History

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.dates import Truth
    from detente.situation.answers import InState, Undetermined
    from detente.situation.clock import Clock


def states_of(clock: Clock, steps: Mapping[str, Truth], open_questions: list[Undetermined]) -> Mapping[str, InState]:
    """Return in which of its states each descriptor was, by id.

    Parameters
    ----------
    steps
        Whether each step is met.
    """
    answers: dict[str, InState] = {}
    for descriptor in clock.case.system.descriptors if clock.case.system else ():
        if descriptor.reads is not None:
            answers[descriptor.id] = state_elsewhere(clock, descriptor, steps)
        else:
            answers[descriptor.id] = History(clock, descriptor).answer()
        open_questions += answers[descriptor.id].questions
    return answers
