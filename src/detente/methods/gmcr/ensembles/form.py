"""What both forms of a conflict share when many profiles of preferences are looked at together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Self, TypeVar

import numpy as np

from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.methods.gmcr.arrays import Bool, Ordinal, States

F = TypeVar("F", OptionForm, GraphForm)

_SHORT = np.iinfo(np.int16).max
_LONG = 1 << 22
"""Two levels of this size and a place among a million states fit into 64 bits."""


@dataclass(frozen=True, eq=False)
class EnsembleForm(Generic[F]):
    """A conflict in many profiles: the moves of one form, and payoffs with one more axis.

    Attributes
    ----------
    form
        The moves; its payoffs are not looked at.
    payoffs
        Payoffs from 0, by profile. [shape (n_dm, S, B)]
    """

    form: F
    payoffs: Ordinal

    @classmethod
    def of(cls, form: F, payoffs: Ordinal) -> Self:
        """Return the ensemble of a conflict with other payoffs: any whole numbers.

        Parameters
        ----------
        form
            The conflict.
        payoffs
            Payoffs by profile. [shape (n_dm, S, B)]

        Raises
        ------
        ValueError
            If the shapes disagree.
        """
        if payoffs.ndim != 3 or payoffs.shape[:2] != form.payoffs.shape:
            msg = f"profiles of shape {payoffs.shape} do not go with payoffs of shape {form.payoffs.shape}"
            raise ValueError(msg)
        return cls(form, levels(payoffs, form.feasible))

    @cached_property
    def feasible(self) -> Bool:
        """Which states can be, in every profile [shape (S, 1)]."""
        return self.form.feasible[:, None]

    def with_payoffs(self, payoffs: Ordinal) -> Self:
        """Return the ensemble with other profiles [shape (n_dm, S, B)]."""
        return self.of(self.form, payoffs)

    def each(self) -> Iterator[F]:
        """Yield the conflict in each profile by itself."""
        for payoffs in np.moveaxis(self.payoffs, 2, 0):
            yield self.form.with_payoffs(np.ascontiguousarray(payoffs))

    def moves(self, i: int, s: int) -> States:
        """Return the states that DM ``i`` can move to from ``s`` in one step, ascending [shape (k,)]."""
        return self.form.moves(i, s)

    def moves_from(self, i: int, states: States) -> States:
        """Return the moves of DM ``i`` from any of some distinct states as rows of source and target [shape (m, 2)]."""
        return self.form.moves_from(i, states)


def levels(payoffs: Ordinal, feasible: Bool) -> Ordinal:
    """Return payoffs in the same order, from 0 and as small as they fit; those of infeasible states are 0.

    The profiles of a state lie next to each other, whatever the order of ``payoffs`` in memory.

    Parameters
    ----------
    payoffs
        Any whole numbers, by decision maker, state and profile. [shape (n_dm, S, B)]
    feasible
        Which states can be. [shape (S,)]
    """
    if not feasible.all():
        payoffs = np.where(feasible[:, None], payoffs, payoffs[:, feasible].min(initial=np.iinfo(payoffs.dtype).max))
    lowest, highest = int(payoffs.min(initial=0)), int(payoffs.max(initial=0))
    if highest - lowest < _LONG:
        return (payoffs - lowest).astype(np.int16 if highest - lowest < _SHORT else np.int32, order="C")
    return np.unique(payoffs, return_inverse=True)[1].reshape(payoffs.shape).astype(np.int32)
