"""Changes: what may be varied in what each decision maker prefers, so that a wanted state holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from detente.case.conflict import Conflict
from detente.methods.gmcr.arrays import Bool
from detente.methods.gmcr.inverse.changes import Changeable, Kind
from detente.methods.gmcr.preference.expressions import And, Name
from detente.methods.gmcr.preference.state_sets import state_set
from detente.methods.gmcr.preference.truth import as_array
from detente.models.conflict.joint import Words
from detente.models.conflict.model import ConflictModel
from detente.models.conflict.outline import outline_conflict
from detente.models.conflict.wishes import wishes_of


@dataclass(frozen=True, slots=True)
class Wish:
    """The simplest of wishes: that an option is taken, or a joint act done, or that it is not."""

    option: str
    taken: bool

    def __str__(self) -> str:
        return self.option if self.taken else f"not {self.option}"


@dataclass(frozen=True, slots=True, eq=False)
class Varied:
    """What may be varied in a conflict.

    Attributes
    ----------
    preferences
        By decision maker, what it prefers and which edits that allows: statements all, a ranking swaps, weights
        none; without preferences there are no statements yet. Red lines stay as they are.
    labels
        By decision maker, what to call each statement or group.
    wishes
        The wishes that may be put in among statements.
    untying
        Options that wishes leave out, because states that are merged differ in them.
    """

    preferences: tuple[Changeable, ...]
    labels: tuple[tuple[str, ...], ...]
    wishes: tuple[Wish, ...]
    untying: tuple[str, ...]


def varied(conflict: Conflict, model: ConflictModel, closed: Collection[str] | None = None) -> Varied:
    """Return what may be varied.

    Parameters
    ----------
    conflict, closed
        What ``model`` was made of: the conflict, and the options that cannot be taken at the date.
    """
    several = {act: names for act, names in Words.of(conflict).consents.items() if len(names) > 1}
    sets = {option: state_set(Name(option), model.options) for option in model.options}
    sets |= {act: state_set(And(tuple(map(Name, names))), model.options) for act, names in several.items()}
    patterns = outline_conflict(conflict, closed).patterns
    untying = tuple(option for option, states in sets.items() if any(states & p not in (0, p) for p in patterns))
    wishes = tuple(Wish(option, taken) for option in sets if option not in untying for taken in (True, False))
    columns = slice(None) if model.origins is None else model.origins
    tables = [as_array(sets[wish.option], 1 << len(model.options))[columns] == wish.taken for wish in wishes]
    table = np.array(tables, dtype=np.bool_).reshape(len(wishes), model.engine.feasible.size)
    found = [_changeable(conflict, model, i, table) for i in range(len(model.decision_makers))]
    return Varied(tuple(each for each, _ in found), tuple(labels for _, labels in found), wishes, untying)


def _changeable(conflict: Conflict, model: ConflictModel, i: int, wishes: Bool) -> tuple[Changeable, tuple[str, ...]]:
    payoff = model.engine.payoffs[i]
    stated, above = wishes_of(conflict, model, i), model.accepts(i)
    preferences = conflict.decision_makers[i].preferences
    if stated is not None and stated.ranked:
        return Changeable(Kind.RANKING, wishes[:0], wishes[:0], payoff, above), stated.labels
    if stated is not None:
        return Changeable(Kind.STATEMENTS, stated.truths, wishes, payoff, above, stated.runs), stated.labels
    kind = Kind.STATEMENTS if preferences is None else Kind.FIXED
    return Changeable(kind, wishes[:0], wishes if preferences is None else wishes[:0], payoff, above), ()
