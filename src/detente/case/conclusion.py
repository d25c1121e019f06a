"""Conclusions: what somebody infers, from what, and what would overturn it."""

from __future__ import annotations

from typing import ClassVar

from detente.case.citation import Claim
from detente.case.record import GroundId, Slug, SpeakerId, Text


class Rival(Claim):
    """Another reading of the same evidence.

    Attributes
    ----------
    text
        What could be concluded instead.
    why
        What speaks for it.
    """

    known_by: ClassVar = ("text",)

    text: Text
    why: Text | None = None


class Conclusion(Claim):
    """An argument (Toulmin1958): what is claimed, on what grounds, and by what licence.

    Attributes
    ----------
    text
        What is concluded.
    by
        Id of the source or actor who concludes it.
    rests_on
        Ids of its grounds: of records, of other conclusions, and of findings as the page names them, such as
        ``conflict-impasse``.
    warrant
        Why those grounds bear it.
    rivals
        What could be concluded instead, and why.
    overturned_by
        What would show that it is wrong.
    """

    id: Slug
    text: Text
    by: SpeakerId | None = None
    rests_on: tuple[GroundId, ...] = ()
    warrant: Text | None = None
    rivals: tuple[Rival, ...] = ()
    overturned_by: Text | None = None
