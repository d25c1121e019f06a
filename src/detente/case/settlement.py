"""The settlement: what each party could take, and what it has without a deal."""

from __future__ import annotations

from detente.case.citation import Claim
from detente.case.record import ActorId, IssueId, Record, Slug
from detente.case.value import Value


class Party(Claim):
    """What a party gets from outcomes, and from no deal at all.

    Attributes
    ----------
    batna
        Utility of its best alternative to a negotiated agreement [0..1].
    power
        Bargaining weight relative to the other parties [unitless, >= 0].
    weights
        Importance of each issue to it [unitless, >= 0].
    values
        By issue, then by outcome: its utility [0..1].
    """

    actor: ActorId
    id: Slug | None = None
    batna: Value | None = None
    power: Value | None = None
    weights: dict[IssueId, Value] = {}
    values: dict[IssueId, dict[Slug, Value]] = {}


class Settlement(Record):
    """Who would have to agree to a package."""

    parties: tuple[Party, ...] = ()
