"""The verdict on a conflict in short: what holds, in options rather than numbers, so that models can be compared."""

from __future__ import annotations

from collections.abc import Hashable
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.states import state_name
from detente.models.conflict.size import is_large
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.methods.gmcr.arrays import States
    from detente.models.conflict.model import ConflictModel
    from detente.models.conflict.symbolic import SymbolicModel
    from detente.study import Moment
    from detente.study.verdicts import Verdicts

_LISTED = 256
"""Of the equilibria of a conflict whose states are not listed, so many are compared, and how many there are."""


def verdict(moment: Moment) -> Hashable:
    """Return which states are equilibria under each concept, and which is the status quo, under every reading."""
    conflict = moment.case.conflict
    try:
        if conflict is not None and is_large(conflict):
            return _of_sets(moment.symbolic)
        readings = tuple((maker, verdict(glimpses[-1].after)) for maker, glimpses in moment.glimpses.items())
        return _of_states(moment.conflict), readings
    except FlawedModelError as error:
        return str(error)


def _of_states(judged: Verdicts) -> Hashable:
    model = judged.model
    held = {key: _taken(model, found) for key, found in judged.stability.equilibria.items()}
    quo = _taken(model, np.array([] if model.status_quo is None else [model.status_quo], dtype=np.intp))
    return frozenset(held.items()), quo


def _of_sets(model: SymbolicModel) -> Hashable:
    quo = () if model.status_quo is None else (model.status_quo,)
    held = {
        key: (region.count, frozenset(_options(model.options, region.first(_LISTED))))
        for key, region in model.stability.equilibria.items()
    }
    return frozenset(held.items()), frozenset(_options(model.options, quo))


def _taken(model: ConflictModel, states: States) -> Hashable:
    """Return states by the options taken, or by their names where there are no options.

    An option that is taken in none of them does not matter, be it there or not; there may be millions of states.
    """
    if not model.options:
        return frozenset(model.name(int(state)) for state in states)
    codes, last = states if model.origins is None else model.origins[states], len(model.options) - 1
    marks = {option: codes >> (last - k) & 1 for k, option in enumerate(model.options)}
    names = tuple(option for option in sorted(marks) if marks[option].any())
    found = np.zeros(codes.size, dtype=np.int64)
    for option in names:
        found = found << 1 | marks[option]
    return names, found.size, sha256(np.sort(found).tobytes()).digest()


def _options(options: tuple[str, ...], states: Iterable[int]) -> Iterable[Hashable]:
    for state in states:
        marks = state_name(state, len(options))
        yield frozenset(option for option, mark in zip(options, marks, strict=True) if mark == "Y")
