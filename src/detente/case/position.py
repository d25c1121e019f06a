"""Positions: what an actor wants on an issue, how much it cares, and who says so."""

from __future__ import annotations

from detente.case.citation import Claim
from detente.case.fields import Moment
from detente.case.record import Slug, Text
from detente.case.value import Value


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
    """

    actor: Slug
    issue: Slug
    id: Slug | None = None
    stance: Text | None = None
    value: Value | None = None
    salience: Value | None = None
    date: Moment | None = None


class Capability(Claim):
    """What an actor can bring to bear, on one issue or on all.

    Attributes
    ----------
    value
        Capability relative to the other actors [unitless, >= 0].
    basis
        What it is measured by.
    """

    actor: Slug
    value: Value
    id: Slug | None = None
    issue: Slug | None = None
    basis: Text | None = None
