"""The outline of a conflict in option form whose states are not listed: everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from detente.case.conflict import Conflict
from detente.diagnostics import Rule
from detente.methods.gmcr.preference.exact_weights import whole_weights
from detente.methods.gmcr.preference.expressions import Expression, Name
from detente.methods.gmcr.preference.state_sets import holds
from detente.methods.gmcr.symbolic.sums import count_sums, most_sums, ordered_parts
from detente.models.conflict.options import (
    NOTHING_CAN_BE,
    TOO_MANY_OPTIONS,
    pattern_flaws,
    state_number,
    unknown_options,
)
from detente.models.conflict.ranking import weight_flaws
from detente.models.conflict.size import entangled, what_fits, why_large
from detente.models.conflict.states import NO_SUCH_STATE, NOT_AVAILABLE, RULED_OUT
from detente.models.conflict.text import read_conditions
from detente.models.flaw import Flaw, FlawedModelError

TOO_MANY_SUMS = Rule(
    "DT550",
    "weights with too many different sums for a conflict whose states are not listed",
    "Where there are too many states to list, sets of states are kept as decision diagrams, which grow with the number "
    "of different sums that the weights of the options taken can have. Weights that are all different, with many "
    "digits, have as many sums as there are states; forty weights of 1, 2 or 3 have about eighty. Sums within groups "
    "of weights that outweigh all lighter ones together, as 100, 10 and 1 do, count group by group.",
)


@dataclass(frozen=True, slots=True)
class LargeOutline:
    """What a conflict comes to before anything is computed, without a list of states.

    Attributes
    ----------
    options
        Ids of the options in written order.
    infeasible, closed
        What can never be, and what cannot be at this date.
    status_quo
        Number of the state the dispute is in, where the case says so.
    named
        Number of each named state, possible now or not.
    statements
        By decision maker, its preference statements; empty where it has weights.
    accepted
        By decision maker, that it accepts a state; ``None`` where it has no red lines.
    """

    options: tuple[str, ...]
    infeasible: tuple[Expression, ...]
    closed: tuple[Name, ...]
    status_quo: int | None
    named: Mapping[str, int]
    statements: tuple[tuple[Expression, ...], ...]
    accepted: tuple[Expression | None, ...]

    def can_ever_be(self, state: int) -> bool:
        """Whether nothing rules a state out at every date."""
        return not any(holds(each, self.options, state=state) for each in self.infeasible)

    def can_be(self, state: int) -> bool:
        """Whether a state is feasible at this date."""
        return self.can_ever_be(state) and not any(holds(each, self.options, state=state) for each in self.closed)


def outline_large(conflict: Conflict, closed: Collection[str] | None = None) -> LargeOutline:
    """Return the outline of a conflict in option form, of any size.

    Parameters
    ----------
    conflict
        As the case writes it; the options it refers to in lists are known to exist.
    closed
        Ids of options that cannot be taken at the date in question; ``None`` when no date is.

    Raises
    ------
    FlawedModelError
        If it cannot be modelled; says every reason.
    """
    names = tuple(option.id for option in conflict.options)
    conditions = read_conditions(conflict)
    unfit = [*weight_flaws(conflict)] or [*_sum_flaws(conflict, closed)]
    flaws = [*conditions.flaws, *_listing_flaws(conflict), *unfit]
    if not conditions.flaws:
        flaws += [*pattern_flaws(conditions, names), *unknown_options(conflict, names)]
    if flaws:
        raise FlawedModelError(flaws)
    outline = LargeOutline(
        names,
        tuple(conditions.infeasible),
        tuple(Name(name) for name in closed or ()),
        None if conflict.status_quo is None else state_number(conflict.status_quo, names),
        {name: state_number(each.take, names) for name, each in conflict.named_states.items()},
        tuple(tuple(read) for read in conditions.statements),
        conditions.accepted,
    )
    flaws = [*_emptiness(conflict, outline)] or [*_quo_flaws(outline)]
    if flaws:
        raise FlawedModelError(flaws)
    return outline


def _listing_flaws(conflict: Conflict) -> Iterator[Flaw]:
    """Yield what would need a list of states."""
    why = why_large(conflict)
    for number, maker in enumerate(conflict.decision_makers):
        if maker.preferences is not None and maker.preferences.ranking is not None:
            path = ("conflict", "decision_makers", number, "preferences", "ranking")
            yield Flaw(TOO_MANY_OPTIONS, path, f"a ranking lists states, but {why}", "write statements or weights")
    if conflict.coalesce:
        message = f"states that are merged are listed, but {why}"
        yield Flaw(TOO_MANY_OPTIONS, ("conflict", "coalesce"), message, "leave out or join options instead")


def _emptiness(conflict: Conflict, outline: LargeOutline) -> Iterator[Flaw]:
    from detente.methods.gmcr.symbolic.budget import DiagramTooLargeError
    from detente.methods.gmcr.symbolic.diagram import Diagram
    from detente.methods.gmcr.symbolic.form import options_in

    try:
        conditions = (*outline.infeasible, *outline.closed)
        diagram = Diagram(outline.options, groups=[options_in(each, outline.options) for each in conditions])
        ever = diagram.none_of(outline.infeasible)
        now = ever & diagram.none_of(outline.closed)
    except DiagramTooLargeError as error:
        yield entangled(conflict, error)
        return
    if not now.satisfiable():
        message = "the infeasible combinations leave no state" + (" at this date" if ever.satisfiable() else "")
        yield Flaw(NOTHING_CAN_BE, ("conflict", "infeasible"), message)


def _quo_flaws(outline: LargeOutline) -> Iterator[Flaw]:
    quo = outline.status_quo
    if quo is not None and not outline.can_be(quo):
        why, hint = NOT_AVAILABLE if outline.can_ever_be(quo) else RULED_OUT
        yield Flaw(NO_SUCH_STATE, ("conflict", "status_quo"), f"the status quo cannot be: {why}", hint)


def _sum_flaws(conflict: Conflict, closed: Collection[str] | None) -> Iterator[Flaw]:
    """Yield the weights of a large conflict that have too many different sums.

    Parameters
    ----------
    conflict
        A conflict whose weights can be added exactly.
    closed
        Ids of options that cannot be taken at the date in question; ``None`` when no date is. Then nothing is said
        that does not hold at every date.
    """
    why = why_large(conflict)
    if not why:
        return
    left_out = _conditional(conflict) if closed is None else frozenset(closed)
    for number, maker in enumerate(conflict.decision_makers):
        weights = (maker.preferences and maker.preferences.weights) or {}
        counted = [weight for option, weight in weights.items() if option not in left_out]
        most = most_sums(sum(1 for weight in counted if weight))
        parts = ordered_parts(whole_weights(counted))
        if any(count_sums(part, most) > most for part in parts):
            path = ("conflict", "decision_makers", number, "preferences", "weights")
            message = f"these weights have more than {most:,} different sums, too many for diagrams; {why}"
            yield Flaw(TOO_MANY_SUMS, path, message, what_fits(conflict))


def _conditional(conflict: Conflict) -> frozenset[str]:
    """Return the options that some dates close."""
    return frozenset(o.id for o in conflict.options if o.available is not None)
