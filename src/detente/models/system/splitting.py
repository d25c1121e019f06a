"""Whether the states of a descriptor that reads another part of the case split it: one for whatever may be there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from detente.methods.gmcr.preference.expressions import StatementError
from detente.methods.gmcr.preference.state_sets import state_set, true_in
from detente.methods.gmcr.preference.statements import parse
from detente.models.conflict.joint import Words, plain_conflict
from detente.models.conflict.text import read_conditions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.conflict import Conflict
    from detente.case.system import Descriptor
    from detente.models.system.reads import Readable

MOST_OPTIONS = 16
"""Conflicts with more options are not looked through."""


@dataclass(frozen=True, slots=True)
class Splitting:
    """What is wrong with the states of a descriptor that reads.

    Attributes
    ----------
    both
        Two states that stand for the same thing, if any do.
    is_short
        Whether something may be there for which no state stands.
    """

    both: tuple[str, str] | None
    is_short: bool


def splitting_of(conflict: Conflict | None, descriptor: Descriptor, readable: Readable) -> Splitting | None:
    """Return how the states split what is read; ``None`` where that is too much to look through."""
    if conflict is not None and conflict.graph is None and descriptor.reads == "conflict.status_quo":
        found = _in_conflict(conflict, descriptor)
        return None if found is None else _split(*found)
    words = sorted(readable.words)
    alone = {word: 1 << k for k, word in enumerate(words)}  # of several words one is true; of a single one, or not
    every = (1 << max(2, len(words))) - 1
    return _split({state: true_in(each, alone, every) for state, each in readable.answers.items()}, every)


def _split(sets: Mapping[str, int], every: int) -> Splitting:
    both = next(((one, other) for one, other in combinations(sets, 2) if sets[one] & sets[other] & every), None)
    covered = 0
    for each in sets.values():
        covered |= each
    return Splitting(both, bool(every & ~covered))


def _in_conflict(conflict: Conflict, descriptor: Descriptor) -> tuple[Mapping[str, int], int] | None:
    """Return in which states of a conflict each state holds, and which of them can be."""
    plain, words = plain_conflict(conflict), Words.of(conflict)
    options = [option.id for option in plain.options]
    if len(options) > MOST_OPTIONS:
        return None
    try:
        every = (1 << (1 << len(options))) - 1
        for condition in read_conditions(plain).infeasible:
            every &= ~state_set(condition, options)
        return {each.id: state_set(parse(words.text(each.when or "")), options) for each in descriptor.states}, every
    except StatementError:  # of the conflict, which is reported
        return None
