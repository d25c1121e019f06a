"""Budgets: how much work the diagrams of one conflict may take, counted in nodes rather than seconds.

The same conflict is therefore answered, or given up, alike on every machine.
"""

from __future__ import annotations

MAX_WORK = 5 << 24
"""The most nodes that may be made or walked through for one conflict: half a minute or so."""

LEAST = 1 << 6
"""What the smallest step counts as, in nodes: it costs a call, however small its diagrams are."""


class DiagramTooLargeError(ValueError):
    """Diagrams that outgrow a limit; the message says which."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the conflict is too entangled to be answered without listing its states: {why}")


class Budget:
    """Work that may still be done for one conflict.

    Parameters
    ----------
    most
        How much there is for everything; ``None`` for ``MAX_WORK``.
    """

    def __init__(self, most: int | None = None) -> None:
        self._most = MAX_WORK if most is None else most
        self._spent = 0
        self._limit = self._most

    def share(self, parts: int) -> None:
        """Keep what comes next to one of so many equal parts of what is left; what it leaves is for the others."""
        self._limit = self._spent + (self._most - self._spent) // parts

    def renew(self) -> None:
        """Allow as much again, for questions about what was found."""
        self._limit = self._spent + self._most

    def spend(self, work: int) -> None:
        """Count work that was done.

        Raises
        ------
        DiagramTooLargeError
            If it was more than there was.
        """
        self._spent += max(work, LEAST)
        if self._spent > self._limit:
            raise DiagramTooLargeError(f"this was given up after {self._spent:,} steps")
