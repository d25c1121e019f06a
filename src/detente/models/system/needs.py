"""What states need, as clauses of which each has to hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.diagnostics import Rule
from detente.models.flaw import Flaw
from detente.models.system.clauses import TooManyClausesError, clauses_of
from detente.models.system.conditions import read_condition, states_by_descriptor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Path
    from detente.case.system import StateRequirement, System
    from detente.models.system.clauses import Clause

TOO_ENTANGLED = Rule(
    "DT1005",
    "a requirement that entangles too much",
    "A requirement is looked at as a list of alternatives, of each of which one must hold. This one takes too many of "
    "them. Split it in several requirements of the same state, or say less in it.",
)


@dataclass(frozen=True, slots=True)
class Needed:
    """A requirement that has been read.

    Attributes
    ----------
    number, requirement
        Its place in the list, and the record.
    clauses
        What has to hold.
    """

    number: int
    requirement: StateRequirement
    clauses: tuple[Clause, ...]


def read_needs(system: System) -> tuple[Needed | Flaw, ...]:
    """Return what each requirement comes to, or why it cannot be read."""
    return tuple(_read(system))


def _read(system: System) -> Iterator[Needed | Flaw]:
    states = states_by_descriptor(system)
    for number, requirement in enumerate(system.requirements):
        where: Path = ("system", "requirements", number, "only_if")
        expression = read_condition(requirement.only_if, where, states)
        if isinstance(expression, tuple):
            yield from expression
            continue
        try:
            yield Needed(number, requirement, clauses_of(expression, states))
        except TooManyClausesError as error:
            yield Flaw(TOO_ENTANGLED, where, str(error))
