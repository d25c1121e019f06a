"""A conflict in option form as conditions, from which nothing has been listed yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from detente.methods.gmcr.preference.blocks import block_numbers, split
from detente.methods.gmcr.preference.exact_weights import whole_weights
from detente.methods.gmcr.preference.expressions import Expression, Name, Pattern, walk
from detente.methods.gmcr.symbolic.sums import ordered_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.gmcr.directions import Direction


@dataclass(frozen=True, slots=True)
class Statements:
    """Preferences by conditions, most important first; none of them means indifference.

    Attributes
    ----------
    conditions
        The conditions.
    runs
        How many neighbours count alike, most important block first; each by itself where this is empty.
    """

    conditions: tuple[Expression, ...]
    runs: tuple[int, ...] = ()

    def blocks(self) -> list[tuple[Expression, ...]]:
        """Return the conditions block by block."""
        runs = self.runs or (1,) * len(self.conditions)
        numbers = split(range(len(self.conditions)), block_numbers(runs))
        return [tuple(self.conditions[k] for k in block) for block in numbers]


@dataclass(frozen=True, slots=True)
class Weights:
    """Preferences by the sum of the weights of the options taken: one per option, in written order.

    Conditions that matter above all sums may stand before them, most important first.
    """

    weights: tuple[float, ...]
    above: tuple[Expression, ...] = ()

    def parts(self) -> list[list[int]]:
        """Return the weights in proportion as whole numbers, in parts of which an earlier one decides first.

        Raises
        ------
        PreferenceError
            If they have too many digits to add exactly.
        """
        return ordered_parts(whole_weights(self.weights))


Wants: TypeAlias = Statements | Weights
"""What one decision maker prefers."""


@dataclass(frozen=True, slots=True)
class SymbolicForm:
    """A conflict in option form.

    Attributes
    ----------
    options
        Ids, in written order [length n].
    owners
        The decision maker whom each option belongs to [length n].
    directions
        How each option may change [length n].
    infeasible
        Conditions under which a state cannot be; options closed at a date are among them.
    wants
        The preferences of each decision maker.

    Raises
    ------
    ValueError
        If the lengths disagree or an option has no owner among the decision makers.
    """

    options: tuple[str, ...]
    owners: tuple[int, ...]
    directions: tuple[Direction, ...]
    infeasible: tuple[Expression, ...]
    wants: tuple[Wants, ...]

    def __post_init__(self) -> None:
        lengths = (len(self.owners), len(self.directions))
        if lengths != (len(self.options),) * 2:
            msg = f"{len(self.options)} options, but (owners, directions) have the lengths {lengths}"
            raise ValueError(msg)
        if not set(self.owners) <= set(range(len(self.wants))):
            msg = f"options belong to {sorted(set(self.owners))} of {len(self.wants)} decision makers"
            raise ValueError(msg)
        for weights in (each.weights for each in self.wants if isinstance(each, Weights)):
            if len(weights) != len(self.options):
                msg = f"{len(weights)} weights for {len(self.options)} options: write one weight per option"
                raise ValueError(msg)


def options_in(expression: Expression, options: Sequence[str]) -> set[int]:
    """Return the places of the options that a condition depends on."""
    places = {option: k for k, option in enumerate(options)}
    found: set[int] = set()
    for part, _ in walk(expression):
        if isinstance(part, Name) and part.id in places:
            found.add(places[part.id])
        elif isinstance(part, Pattern):
            found |= {k for k, mark in enumerate(part.marks) if mark != "-"}
    return found
