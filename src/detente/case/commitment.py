"""Commitments: who owes what to whom, and what became of it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.record import ActorId, IssueId, Slug, Text

Standing = Literal["offered", "agreed", "in-force", "executed", "suspended", "broken", "withdrawn", "abandoned"]


class StatusChange(Claim):
    """What became of a commitment, and from when; ``abandoned`` is by silence: nobody cites it any more."""

    status: Standing = Field(alias="is")
    from_: When | None = Field(None, alias="from")


class Commitment(Claim):
    """A promise, offer or obligation.

    Attributes
    ----------
    by, to
        Ids of those who owe it and of those it is owed to.
    under, clause
        The text it stands in, and where.
    status
        Its history; the dates tell the order.
    """

    id: Slug
    text: Text | None = None
    by: tuple[ActorId, ...] = ()
    to: tuple[ActorId, ...] = ()
    under: Text | None = None
    clause: Text | None = None
    issue: IssueId | None = None
    status: tuple[StatusChange, ...] = ()

    @property
    def label(self) -> str:
        """What to call it: its text, or its id where it has none."""
        return self.text or self.id
