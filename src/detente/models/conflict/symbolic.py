"""A conflict as a symbolic model: sets of states instead of lists, and the names of states."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from detente.case.conflict import Conflict, DecisionMaker
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.states import state_name
from detente.methods.gmcr.symbolic.budget import DiagramTooLargeError
from detente.methods.gmcr.symbolic.form import Statements, SymbolicForm, Wants, Weights
from detente.methods.gmcr.symbolic.region import Region
from detente.methods.gmcr.symbolic.stability import SymbolicStability, analyse_symbolic, moves_of, stable_states
from detente.models.conflict.blocks import runs
from detente.models.conflict.large import LargeOutline, outline_large
from detente.models.conflict.size import entangled
from detente.models.flaw import FlawedModelError


@dataclass(frozen=True, slots=True)
class SymbolicModel:
    """A conflict in option form, analysed without listing its states.

    Attributes
    ----------
    decision_makers, options
        Ids, in the order of the case.
    outline
        What can be.
    stability
        What is stable.
    """

    decision_makers: tuple[str, ...]
    options: tuple[str, ...]
    outline: LargeOutline
    stability: SymbolicStability

    @property
    def labels(self) -> None:
        """Names of states other than strings of Y and N: none."""

    @property
    def status_quo(self) -> int | None:
        """Number of the state the dispute is in, where the case says so."""
        return self.outline.status_quo

    @property
    def named(self) -> Mapping[str, int]:
        """Number of each named state."""
        return self.outline.named

    def name(self, state: int) -> str:
        """Return the name of a state."""
        return state_name(state, len(self.options))

    def can_be(self, state: int) -> bool:
        """Whether a state is feasible at this date."""
        return self.outline.can_be(state)


def model_symbolic(conflict: Conflict, closed: Collection[str] | None = None) -> SymbolicModel:
    """Return the symbolic model of ``conflict``; parameters are those of ``outline_large``.

    Raises
    ------
    FlawedModelError
        If it cannot be modelled; says every reason.
    """
    outline = outline_large(conflict, closed)
    makers = tuple(maker.actor for maker in conflict.decision_makers)
    try:
        return SymbolicModel(makers, outline.options, outline, analyse_symbolic(symbolic_form(conflict, outline)))
    except DiagramTooLargeError as error:
        raise FlawedModelError([entangled(conflict, error)]) from error


def leavers(conflict: Conflict, model: SymbolicModel, states: Collection[int]) -> Mapping[int, tuple[int, ...]]:
    """Return who, by number, would gain by leaving each of some states if all options could be taken and dropped.

    Raises
    ------
    DiagramTooLargeError
        If the diagrams outgrow their limits.
    """
    form = symbolic_form(conflict, model.outline)
    moves = moves_of(replace(form, directions=(Direction.BOTH,) * len(form.directions)))
    nash, makers = shipped()["nash"], range(len(form.wants))
    stays = [Region(moves.diagram, stable_states(moves, i, nash)) for i in makers]
    return {state: tuple(i for i in makers if not stays[i].holds(state)) for state in states}


def symbolic_form(conflict: Conflict, outline: LargeOutline) -> SymbolicForm:
    """Return what the symbolic engine is given."""
    return SymbolicForm(
        outline.options,
        conflict.owners,
        tuple(Direction(option.direction) for option in conflict.options),
        (*outline.infeasible, *outline.closed),
        tuple(_wants(maker, outline, number=i) for i, maker in enumerate(conflict.decision_makers)),
    )


def _wants(maker: DecisionMaker, outline: LargeOutline, *, number: int) -> Wants:
    stated, accepted = maker.preferences, outline.accepted[number]
    above = () if accepted is None else (accepted,)
    if stated is None or stated.weights is None:
        alike = runs((stated and stated.statements) or ())
        return Statements((*above, *outline.statements[number]), (*(1 for _ in above), *alike))
    weights, never = stated.weights, {option.id for option in outline.closed}
    return Weights(tuple(0.0 if option in never else weights.get(option, 0.0) for option in outline.options), above)
