"""The states that a reader asks about: by name in the model, by a name of the case, or as the status quo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.conflict import STATUS_QUO
from detente.diagnostics import did_you_mean
from detente.lenses.conflict.engine.choice import explicit
from detente.lenses.conflict.words import shut
from detente.lenses.look import AskError

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look

_MOST_HINTED = 4096


@dataclass(frozen=True, slots=True)
class Asked:
    """The states that the options name; ``None`` for each that is not asked for.

    Attributes
    ----------
    why
        Where to say why each stays or leaves.
    start
        Where to show the ways from.
    toward
        For which to say what would have to change.
    """

    why: int | None
    start: int | None
    toward: int | None


def asked(look: Look[ConflictOptions]) -> Asked:
    """Return the states that a look at listed states asks about.

    Raises
    ------
    AskError
        If one of them is no state, or cannot be at this date.
    """
    analysis, options = explicit(look), look.options
    words = (("why", options.why), ("from", options.start), ("toward", options.toward))
    states = (None if word is None else _called(analysis, word, option=option) for option, word in words)
    return Asked(*states)


def _called(analysis: Explicit, word: str, *, option: str) -> int:
    """Return the feasible state that a reader means by the word given for an option."""
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
        why = f": {shut(analysis, word)}" if word in model.named else ""
        raise AskError(option, f"the state '{word}' cannot be at this date{why}")
    return state


def _hint(analysis: Explicit, word: str) -> str:
    model = analysis.model
    spoken = [*model.named, *([STATUS_QUO] if model.status_quo is not None else [])]
    states = [model.name(int(state)) for state in analysis.states[:_MOST_HINTED]]
    hint = did_you_mean(word, spoken) or did_you_mean(word, states)
    if hint:
        return hint
    written = f"written like {states[0]}" if model.labels is None else f"called {', '.join(states[:12])}"
    return f"states are {written}" + (f", or by name: {', '.join(spoken)}" if spoken else "")
