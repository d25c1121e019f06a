"""What an analysis of a conflict must provide so that it can be spoken of, however it was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.conflict import Conflict
    from detente.methods.gmcr.stability.concept import Concept
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

    @property
    def status_quo(self) -> int | None:
        """Number of the state the dispute is in, where the case says so."""

    @property
    def named(self) -> Mapping[str, int | None]:
        """The states that the case gives names to; ``None`` for one merged with nothing that can be now."""

    def name(self, state: int) -> str:
        """Return the name of a state."""

    def can_be(self, state: int) -> bool:
        """Whether a state is possible at this date."""


class Subject(Protocol):
    """A conflict at its date, and which of its states are stable."""

    @property
    def situation(self) -> Situation:
        """The case at its date."""

    @property
    def conflict(self) -> Conflict:
        """Its conflict."""

    @property
    def model(self) -> Names:
        """The names of its states."""

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts that were worked out, in order."""

    @property
    def form(self) -> str:
        """How the conflict is stated and kept."""

    @property
    def references(self) -> tuple[str, ...]:
        """What its computation rests on beside the concepts: keys of ``docs/references.bib``."""

    def keys_of(self, state: int) -> tuple[str, ...]:
        """Return the keys of the concepts under which a state is an equilibrium."""

    def stays_under(self, maker: int, state: int) -> tuple[str, ...]:
        """Return the keys of the concepts under which a decision maker stays at a state."""
