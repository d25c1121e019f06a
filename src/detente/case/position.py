"""Positions: what an actor wants on an issue, how much it cares, and who says so."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.reading import Reading
from detente.case.record import ActorId, IssueId, Ref, Slug, Text
from detente.case.value import Value

Kind = Literal["claim", "demand", "offer", "refusal", "stance"]


class Position(Claim):
    """An actor's stated position on one issue; several over time make a history.

    Attributes
    ----------
    stance
        What it wants, in words.
    value
        Place on the issue's continuum [its unit].
    salience
        Share of its attention that the actor gives the issue [unitless, 0..1].
    date
        Since when it holds it.
    kind
        What it is: positions of different kinds stand side by side.
    supersedes
        Ids of the actor's earlier positions that it takes the place of.
    """

    known_by: ClassVar = ("actor", "issue", "kind", "date")

    actor: ActorId
    issue: IssueId
    id: Slug | None = None
    stance: Text | None = None
    value: Value | None = None
    salience: Value | None = None
    date: When | None = None
    kind: Kind = "stance"
    supersedes: tuple[Annotated[Slug, Ref(("positions",))], ...] = ()


class Capability(Reading):
    """What an actor can bring to bear, on one issue or on all.

    Attributes
    ----------
    value
        Capability relative to the other actors [unitless, >= 0].
    basis
        What it is measured by.
    """

    known_by: ClassVar = ("actor", "issue")

    actor: ActorId
    value: Value
    id: Slug | None = None
    issue: IssueId | None = None
    basis: Text | None = None
