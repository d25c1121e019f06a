"""Relations: what one actor did to another, and how friendly it was."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.record import ActorId, EventId, Slug, Text
from detente.case.value import Number

Sign = Literal["conflictual", "cooperative", "mixed"]


class Relation(Claim):
    """A dated, directed act or level between two actors.

    Attributes
    ----------
    from_, to
        Ids of the two actors.
    until
        When it ended, where it did: the day of the end still counts.
    sign
        Whether it was hostile, friendly, or both; where it is left out, the number says so.
    goldstein
        From conflict to cooperation [Goldstein scale, -10..10] (Goldstein1992).
    what
        What was done, or how things stand.
    """

    known_by: ClassVar = ("from", "to", "date")

    from_: ActorId = Field(alias="from")
    to: ActorId
    id: Slug | None = None
    date: When | None = None
    until: When | None = None
    sign: Sign | None = None
    goldstein: Annotated[Number, Field(ge=-10, le=10)] | None = None
    what: Text | None = None
    event: EventId | None = None

    @property
    def bearing(self) -> Sign | None:
        """How friendly it was: by its sign, or else by its number, which says nothing at zero."""
        if self.sign is not None or not self.goldstein:
            return self.sign
        return "conflictual" if self.goldstein < 0 else "cooperative"
