"""Outlooks: how each outcome asked about stands, in a few short phrases that can be compared between scenarios."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.concepts import NASH, short, strongest_first
from detente.lenses.conflict.joint import doing
from detente.lenses.conflict.named import spoken
from detente.lenses.conflict.words import CANNOT_BE_UNDONE, maker_names
from detente.lenses.wording import listed, one_or_many
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.methods.gmcr.arrays import States

STATUS_QUO = "the status quo"


@dataclass(frozen=True, slots=True)
class Outlook:
    """How an outcome stands.

    Attributes
    ----------
    possible
        Whether it can be.
    phrases
        What holds it, who would gain or lose by it, and whether gains lead there.
    without
        Options that it has lost, in words, because a scenario closed them.
    """

    possible: bool
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def said(self) -> tuple[str, ...]:
        """Return all of it in a few short phrases."""
        lost = (f"without {listed(self.without)}",) if self.without else ()
        return (*lost, *self.phrases) if self.possible else ("not possible",)

    def differs(self, other: Outlook) -> bool:
        """Whether it stands differently, apart from what it has lost."""
        return (self.possible, self.phrases) != (other.possible, other.phrases)


def outlooks(analysis: Explicit, closed: Collection[str] = ()) -> Mapping[str, Outlook]:
    """Return how the status quo and each outcome asked about stand, by what they are called.

    Parameters
    ----------
    closed
        Options that a scenario has closed: an outcome that needs one is looked at without it, if that can be.
    """
    quo, led = analysis.model.status_quo, analysis.reachable
    found = {} if quo is None else {STATUS_QUO: Outlook(possible=True, phrases=(_held(analysis, quo),))}
    for name in analysis.model.named:
        state, without = nearest(analysis, name, closed)
        outlook = Outlook(possible=False)
        if state is not None:
            outlook = Outlook(True, (_held(analysis, state), *_gains(analysis, state, led)), without)
        found[spoken(analysis, name)] = outlook
    return found


def _gains(analysis: Explicit, state: int, led: States | None) -> Iterator[str]:
    """Yield who would gain or lose by a state, and whether gains lead there."""
    quo = analysis.model.status_quo
    if quo is None or state == quo:
        return
    payoffs = analysis.model.engine.payoffs
    if (payoffs[:, state] > payoffs[:, quo]).all():
        yield "everybody prefers it to the status quo"
    else:
        losing = np.flatnonzero(payoffs[:, state] < payoffs[:, quo]).tolist()
        names = [maker_names(analysis)[i] for i in losing]
        yield f"{listed(names) or 'nobody'} {one_or_many(max(1, len(names)), 'prefers', 'prefer')} the status quo"
    if led is not None and state in led:
        yield "gains lead there"


def _held(analysis: Explicit, state: int) -> str:
    """Return by what a state holds, in a phrase."""
    key = next((key for key in strongest_first() if analysis.stability.stable[key][:, state].all()), None)
    if key is None:
        return "somebody would leave it"
    sanctions = shipped()[key].sanctions
    if analysis.irreversible[state]:
        how = f"it {CANNOT_BE_UNDONE}, though somebody would leave"
    elif key == NASH:
        how = "nobody gains by leaving"
    elif sanctions is not None and sanctions.credible:
        how = "answers in the others' own interest deter from leaving"
    else:
        how = "fear of answers deters from leaving"
    return f"{how} ({short(key)})"


def nearest(analysis: Explicit, name: str, closed: Collection[str]) -> tuple[int | None, tuple[str, ...]]:
    """Return a named state, or what is left of it without closed options, and these; ``None`` where that cannot be."""
    model = analysis.model
    state = model.named[name]
    if state is None or model.can_be(state) or model.labels is not None:
        return (state if model.can_be(state) else None), ()
    marks = list(zip(analysis.conflict.options, model.name(state), strict=True))
    lost = [option for option, mark in marks if mark == "Y" and option.id in closed]
    rest = model.number("".join("N" if option in lost else mark for option, mark in marks))
    words = dict.fromkeys(f"“{doing(analysis.conflict, option)}”" for option in lost)
    return (rest, tuple(words)) if lost and model.can_be(rest) else (None, ())


def equilibria_of(analysis: Explicit) -> tuple[int, int]:
    """Return how many states hold under some concept, and how many there are."""
    return int(np.count_nonzero(analysis.holding)), int(analysis.states.size)
