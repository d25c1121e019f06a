"""Terms: contested words, who uses them, and the house's neutral wording."""

from __future__ import annotations

from typing import ClassVar

from detente.case.citation import Claim
from detente.case.record import Language, Slug, SpeakerId, Text


class Term(Claim):
    """A word that takes sides.

    Attributes
    ----------
    used_by
        Ids of the actors or sources that use it.
    neutral
        The wording Detente prints instead.
    language
        Language of the term, where it is not that of the case.
    meaning
        What it refers to.
    """

    known_by: ClassVar = ("term",)

    term: Text
    id: Slug | None = None
    used_by: tuple[SpeakerId, ...] = ()
    neutral: Text | None = None
    language: Language | None = None
    meaning: Text | None = None


class Tension(Claim):
    """Two claims of the sources that pull apart, and how the analyst reads them.

    Attributes
    ----------
    what
        What seems to contradict what.
    reading
        How both can be held, or which is preferred and why.
    """

    id: Slug
    what: Text
    reading: Text | None = None
