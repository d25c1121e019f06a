"""Relations: what one actor did to another, and how friendly it was."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.record import ActorId, EventId, Slug, Text
from detente.case.value import Number


class Relation(Claim):
    """A dated, directed act or level between two actors.

    Attributes
    ----------
    from_, to
        Ids of the two actors.
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
    goldstein: Annotated[Number, Field(ge=-10, le=10)] | None = None
    what: Text | None = None
    event: EventId | None = None
