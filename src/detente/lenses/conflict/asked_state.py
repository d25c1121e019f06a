"""Asking about a state: by its name in the model, by a name of the case, or as the status quo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.diagnostics import did_you_mean
from detente.lenses.conflict.obstacles import closed
from detente.lenses.look import AskError

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Analysis

STATUS_QUO = "status-quo"

_MOST_HINTED = 4096


def state_called(analysis: Analysis, word: str, *, option: str) -> int:
    """Return the feasible state that a reader means.

    Parameters
    ----------
    analysis
        The conflict.
    word
        A name that the case gives to a state, ``status-quo``, or the name of the state itself.
    option
        The option that ``word`` was given for.

    Raises
    ------
    AskError
        If it is no state, or one that cannot be at this date.
    """
    model = analysis.model
    if word in model.named:
        state = model.named[word]
    elif word == STATUS_QUO:
        state = model.status_quo
        if state is None:
            raise AskError(option, "the case states no status quo")
    else:
        state = model.number(word)
        if state is None:
            raise AskError(option, f"the conflict has no state '{word}'; {_hint(analysis, word)}")
    if state is None or not model.can_be(state):
        why = f": {closed(analysis, word)}" if word in model.named else ""
        raise AskError(option, f"the state '{word}' cannot be at this date{why}")
    return state


def _hint(analysis: Analysis, word: str) -> str:
    model = analysis.model
    spoken = [*model.named, *([STATUS_QUO] if model.status_quo is not None else [])]
    feasible = np.flatnonzero(model.engine.feasible)[:_MOST_HINTED]
    states = [model.name(int(state)) for state in feasible]
    hint = did_you_mean(word, spoken) or did_you_mean(word, states)
    if hint:
        return hint
    written = f"written like {states[0]}" if model.labels is None else f"called {', '.join(states[:12])}"
    return f"states are {written}" + (f", or by name: {', '.join(spoken)}" if spoken else "")
