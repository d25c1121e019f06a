"""Formats: the tracks on which the parties talk."""

from __future__ import annotations

from pydantic import Field

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.record import ActorId, Slug, Text


class Format(Claim):
    """A negotiation track.

    Attributes
    ----------
    parties, mediators
        Ids of the actors; an empty list of mediators says that there is none, no list that none is stated.
    level
        Who sits there, such as leaders, ministers or advisors.
    from_, to
        When it began and ended; no end means that none is stated.
    outputs
        What it produced.
    """

    id: Slug
    name: Text | None = None
    parties: tuple[ActorId, ...] = ()
    mediators: tuple[ActorId, ...] | None = None
    level: Text | None = None
    from_: When | None = Field(None, alias="from")
    to: When | None = None
    venues: tuple[Text, ...] = ()
    outputs: tuple[Text, ...] = ()

    @property
    def label(self) -> str:
        """What to call it: its name, or its id where it has none."""
        return self.name or self.id
