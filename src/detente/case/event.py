"""Events: what happened, when, and who took part."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import model_validator

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.record import ActorId, FormatId, IssueId, Record, Slug, Text


class Participant(Record):
    """An actor in an event. Short form: the actor's id.

    Attributes
    ----------
    role
        What it did there, such as host or target.
    """

    short_forms: ClassVar = ({"type": "string"},)

    actor: ActorId
    role: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"actor": value} if isinstance(value, str) else value


class Event(Claim):
    """Something that happened.

    Attributes
    ----------
    date
        When, as precisely as a source says.
    kind
        PLOVER event type, or meeting, statement, signature, initialing, incident, closure …
    format
        Id of the negotiation track it belongs to.
    issue
        Id of the issue it concerns.
    reported
        When it became known, where that differs.
    """

    id: Slug
    date: When
    what: Text
    kind: Slug | None = None
    actors: tuple[Participant, ...] = ()
    place: Text | None = None
    format: FormatId | None = None
    issue: IssueId | None = None
    reported: When | None = None
