"""Robustness: what would still hold if one decision maker wanted one thing less, or in another order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.concepts import strongest_first
from detente.lenses.conflict.engine.choice import explicit
from detente.lenses.look import AskError
from detente.lenses.wording import counted
from detente.methods.gmcr.stability.survival import survival
from detente.models.conflict.size import MAX_ANSWERS
from detente.models.conflict.variants import count_variants, variants

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.methods.gmcr.arrays import Ordinal
    from detente.methods.gmcr.stability.survival import Survival
    from detente.models.conflict.variants import Variant

MOST_WORK = 1 << 22
"""How many answers are looked at without being asked: states times changes, for each pair that may answer."""

MOST_ASKED = MAX_ANSWERS
"""How many answers are looked at at all."""


@dataclass(frozen=True, slots=True, eq=False)
class Robustness:
    """Every small change, and what is an equilibrium after it.

    Attributes
    ----------
    changes
        Every swap of neighbouring wishes and every removal of one.
    survival
        The equilibria before and after each.
    """

    changes: tuple[Variant, ...]
    survival: Survival

    def strongest(self, state: int) -> str | None:
        """Return the strongest concept that holds a state as things are; ``None`` for none."""
        return next((key for key in strongest_first() if self.survival.before[key][state]), None)

    def survived(self) -> Ordinal:
        """Return after how many changes each state still holds under the strongest concept that holds it now.

        It is 0 where none does. [shape (S,)]
        """
        weakest_first = reversed(strongest_first())
        found = [(self.survival.before[key], self.survival.survived(key)) for key in weakest_first]
        count = np.zeros_like(found[0][1])
        for held, survived in found:
            count = np.where(held, survived, count)
        return count

    def ending(self, state: int) -> list[int]:
        """Return the changes after which that concept no longer holds it."""
        key = self.strongest(state)
        return [] if key is None else np.flatnonzero(~self.survival.after[key][:, state]).tolist()

    def strengthening(self, state: int) -> list[int]:
        """Return the changes after which a stronger concept holds a state than now."""
        now = self.strongest(state)
        concepts = strongest_first()
        stronger = concepts[: concepts.index(now)] if now else concepts
        tables = [self.survival.after[key][:, state] for key in stronger]
        return np.flatnonzero(np.any(tables, axis=0)).tolist() if tables else []


def robustness(look: Look[ConflictOptions]) -> Robustness | None:
    """Return the robustness of every state; ``None`` where nothing can be varied, or it is long and not asked for.

    Raises
    ------
    AskError
        If it is asked for over too many states.
    """
    analysis, asked = explicit(look), look.options.robust
    work = _work(analysis)
    if work > MOST_ASKED and asked:
        raise AskError(
            "robust",
            f"{_size(analysis)} come to {work:,} answers, and at most {MOST_ASKED:,} are looked at: leave out options "
            f"that are settled at this date, or join options that always go together; {_fits(analysis)}",
        )
    changes = tuple(variants(analysis.conflict, analysis.model)) if asked or work <= MOST_WORK else ()
    if not changes:
        return None
    found = survival(
        analysis.model.engine, [(each.maker, each.payoffs) for each in changes], progress=look.options.progress
    )
    return Robustness(changes, found)


def _work(analysis: Explicit) -> int:
    """Return how many answers all small changes together come to."""
    return _answers(analysis) * analysis.model.engine.feasible.size


def _answers(analysis: Explicit) -> int:
    """Return how many answers there are at each state: after each change, each decision maker's to each other one."""
    makers = len(analysis.model.decision_makers)
    return count_variants(analysis.conflict) * makers * max(makers - 1, 1)


def _size(analysis: Explicit) -> str:
    makers, states = len(analysis.model.decision_makers), analysis.model.engine.feasible.size
    changes = counted(count_variants(analysis.conflict), "small change")
    return f"{changes} of what {counted(makers, 'decision maker')} want, over {states:,} states,"


def _fits(analysis: Explicit) -> str:
    """Return how large a conflict with as many wishes may be."""
    states = MOST_ASKED // _answers(analysis)
    if analysis.model.labels is not None or not states:
        return f"with as many wishes up to {states:,} states fit"
    return f"with as many wishes up to {counted(states.bit_length() - 1, 'option')} fit"
