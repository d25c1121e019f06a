"""What an analysis of a conflict must provide so that it can be spoken of, however it was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from detente.case.conflict import Conflict
    from detente.situation import Situation


class Names(Protocol):
    """The names of a model: of who decides, of the options and of the states."""

    @property
    def decision_makers(self) -> tuple[str, ...]:
        """Ids, in the order of the case."""

    @property
    def options(self) -> tuple[str, ...]:
        """Ids, in the order of the case; none in graph form."""

    @property
    def labels(self) -> tuple[str, ...] | None:
        """Names of the states; ``None`` when strings of Y and N name them."""

    def name(self, state: int) -> str:
        """Return the name of a state."""


class Subject(Protocol):
    """A conflict at its date, with the names of its model."""

    @property
    def situation(self) -> Situation:
        """The case at its date."""

    @property
    def conflict(self) -> Conflict:
        """Its conflict."""

    @property
    def model(self) -> Names:
        """The names of its states."""
