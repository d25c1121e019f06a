"""What both forms of a conflict share when many profiles of preferences are looked at together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.preference.levels import levels

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool, Ordinal, States

F = TypeVar("F", OptionForm, GraphForm)


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

    def moves(self, i: int, s: int) -> States:
        """Return the states that DM ``i`` can move to from ``s`` in one step, ascending [shape (k,)]."""
        return self.form.moves(i, s)

    def moves_from(self, i: int, states: States) -> States:
        """Return the moves of DM ``i`` from any of some distinct states as rows of source and target [shape (m, 2)]."""
        return self.form.moves_from(i, states)
