"""Disclosures: who spoke of an event, when, and with what interest."""

from __future__ import annotations

from typing import ClassVar, Literal

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.record import EventId, Slug, SpeakerId, Text

Way = Literal["announced", "disclosed", "leaked", "confirmed", "denied", "readout", "silent", "framed"]
SAYING = ("announced", "disclosed", "leaked", "confirmed", "readout")
"""The ways of speaking that say that an event happened; a denial shows only that it was spoken of."""


class Disclosure(Claim):
    """What somebody said of an event, or did not say.

    Attributes
    ----------
    event
        Id of the event.
    by
        Id of the actor or source that spoke, or kept silent.
    date
        When.
    capacity
        In which capacity, such as press, official, party or mediator.
    what
        Announced, disclosed, leaked, confirmed, denied, gave a readout, was silent when asked, or framed it. Whose
        readout leaves the event out was silent.
    text
        What was said, in words of the case.
    alike
        Of a readout: how alike it is to the others of this event.
    interest
        What it gains by saying so, or by saying nothing.
    """

    known_by: ClassVar = ("event", "by", "what", "date")

    event: EventId
    by: SpeakerId
    what: Way
    id: Slug | None = None
    date: When | None = None
    capacity: Slug | None = None
    text: Text | None = None
    alike: Literal["identical", "nearly-identical", "different"] | None = None
    interest: Text | None = None
