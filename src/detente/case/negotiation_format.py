"""Formats: the tracks on which the parties talk."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.record import ActorId, FormatId, Slug, Text


class Cost(Claim):
    """What a change of tracks cost somebody.

    Attributes
    ----------
    actor
        Id of who paid.
    what
        What it lost.
    """

    known_by: ClassVar = ("actor",)

    actor: ActorId
    what: Text


class Turn(Claim):
    """Why a track began, lost its place or ended.

    Attributes
    ----------
    is_
        Which of these.
    why
        The reason, in words.
    date
        When.
    for_
        Id of the track that took its place.
    costs
        What the change cost whom.
    """

    known_by: ClassVar = ("is", "date")

    is_: Literal["began", "lost-place", "ended"] = Field(alias="is")
    why: Text
    date: When | None = None
    for_: FormatId | None = Field(None, alias="for")
    costs: tuple[Cost, ...] = ()


class Coupling(Claim):
    """A link between two tracks: what happens on one moves the other.

    Attributes
    ----------
    format
        Id of the other track.
    text
        How they hang together.
    """

    known_by: ClassVar = ("format",)

    format: FormatId
    text: Text


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
    turns
        Why it began, lost its place or ended, and what that cost whom.
    coupled_with
        Other tracks that move with it.
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
    turns: tuple[Turn, ...] = ()
    coupled_with: tuple[Coupling, ...] = ()

    @property
    def label(self) -> str:
        """What to call it: its name, or its id where it has none."""
        return self.name or self.id
