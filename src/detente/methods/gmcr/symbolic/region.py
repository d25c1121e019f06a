"""Regions: sets of states that are too large to list, and what can be said of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from detente.methods.gmcr.symbolic.cubes import widest_cubes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oxidd.bcdd import BCDDFunction

    from detente.methods.gmcr.symbolic.diagram import Diagram


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """A set of states; it depends on the options only.

    Attributes
    ----------
    diagram
        Where its diagram is kept.
    function
        Its diagram: true at its states.

    Raises
    ------
    DiagramTooLargeError
        From any question, if the diagrams outgrow their limits.
    """

    diagram: Diagram
    function: BCDDFunction

    @property
    def count(self) -> int:
        """How many states it has, exactly."""
        return int(self.function.sat_count(len(self.diagram.options)))

    def holds(self, state: int) -> bool:
        """Return whether a state, given by its number, belongs to it."""
        n = len(self.diagram.options)
        return bool(self.function.eval((k, bool(state >> (n - 1 - k) & 1)) for k in range(n)))

    def taken(self) -> list[int]:
        """Return in how many of its states each option is taken [length n]."""
        n = len(self.diagram.options)
        together = (self._with(option, self.function) for option in self.diagram.variables[:n])
        return [int(each.sat_count(n)) for each in together]

    def first(self, most: int) -> list[int]:
        """Return the numbers of its first states, ascending: at most ``most``."""
        return list(islice(self._ascending(), most))

    def cubes(self, most: int) -> list[str]:
        """Return disjoint patterns of Y, N and ``-`` that cover it, the widest first: at most ``most``."""
        return list(islice(widest_cubes(self.function, len(self.diagram.options)), most))

    def within(self, other: Region) -> bool:
        """Return whether all of its states belong to another region."""
        return bool(self.function.imp(other.function).valid())

    def _ascending(self) -> Iterator[int]:
        n = len(self.diagram.options)
        pending = [(0, 0, self.function)]
        while pending:
            place, state, rest = pending.pop()
            if not rest.satisfiable():
                continue
            if place == n:
                yield state
                continue
            option = self.diagram.variables[place]
            pending.append((place + 1, state << 1 | 1, self._with(option, rest)))
            pending.append((place + 1, state << 1, self._with(~option, rest)))

    def _with(self, literal: BCDDFunction, rest: BCDDFunction) -> BCDDFunction:
        return self.diagram.attempt(lambda: rest & literal)
