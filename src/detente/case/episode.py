"""Episodes: chains of incidents that answer each other."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from detente.case.citation import Claim
from detente.case.record import ActorId, EpisodeId, EventId, Record, Slug, SpeakerId, Text

ROLES = (
    "trigger",
    "demand",
    "response",
    "escalation",
    "apology-offered",
    "repair-offered",
    "refused",
    "off-ramp",
    "settlement",
)
"""What an incident can be in an episode, as most episodes go; other words are taken, too."""


class Motive(Claim):
    """Why somebody did something, as stated or suspected. Short form: its text.

    Attributes
    ----------
    text
        The motive, in words.
    is_
        Whether who did it stated it, or somebody else suspects it.
    by
        Id of the actor or source that states or suspects it.
    """

    short_forms: ClassVar = ({"type": "string"},)
    known_by: ClassVar = ("is", "by", "text")

    text: Text
    is_: Literal["stated", "suspected"] | None = Field(None, alias="is")
    by: SpeakerId | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


class Incident(Record):
    """One step of an episode.

    Attributes
    ----------
    event
        Id of the event.
    role
        What it was in the episode: trigger, demand, response, escalation, apology-offered, repair-offered, refused,
        off-ramp, settlement, or another word.
    by
        Id of the actor that took it; where it is left out, the side from which the acts recorded of the event come.
    answers
        Ids of the incidents that it replied to, which came before it whatever their dates say.
    motive
        Why it was done, as stated or suspected; one or several.
    """

    known_by: ClassVar = ("event",)

    event: EventId
    role: Slug
    by: ActorId | None = None
    answers: Annotated[
        tuple[EventId, ...], BeforeValidator(_listed, json_schema_input_type=EventId | tuple[EventId, ...])
    ] = ()
    motive: Annotated[
        tuple[Motive, ...], BeforeValidator(_listed, json_schema_input_type=Motive | tuple[Motive, ...])
    ] = ()


class Likeness(Claim):
    """What a source says that two episodes have in common.

    Attributes
    ----------
    episode
        Id of the other episode.
    text
        What they share.
    """

    known_by: ClassVar = ("episode",)

    episode: EpisodeId
    text: Text


class Episode(Claim):
    """A chain of incidents between the same sides.

    Attributes
    ----------
    title
        What to call it.
    between
        Ids of the sides; those who belong to one act for it.
    incidents
        Its steps, in any order: dates and ``answers`` say which came first.
    resembles
        What it has in common with other episodes, as sources say.
    """

    id: Slug
    title: Text | None = None
    between: tuple[ActorId, ...] = ()
    incidents: tuple[Incident, ...] = ()
    resembles: tuple[Likeness, ...] = ()

    @property
    def label(self) -> str:
        """What to call it: its title, or its id where it has none."""
        return self.title or self.id
