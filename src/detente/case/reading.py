"""Readings: what the analyst says about wants and means, each true of a time."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import Field

from detente.case.citation import Claim
from detente.case.fields import Bound
from detente.dates import PartialDate, RelativeDate

Moment: TypeAlias = PartialDate | RelativeDate
"""Since or until when a reading holds."""


class Reading(Claim):
    """Something read out of the sources about a stretch of time, as opposed to something that happened.

    Attributes
    ----------
    from_
        Since when it holds; else since its record's or section's, or since the date of the case.
    to
        Until when it holds: through that day, or until that event or step has come about; no end where none is
        stated.
    """

    from_: Bound | None = Field(None, alias="from")
    to: Bound | None = None
