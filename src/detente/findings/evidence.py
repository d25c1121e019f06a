"""Evidence: the sentences a finding is made of, and what each rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """How a claim is held by the one who makes it: as a fact, as what others say, as a conclusion, as a forecast."""

    FACT = "fact"
    ATTRIBUTED = "attributed"
    INFERENCE = "inference"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as a bibliography lists it.

    Attributes
    ----------
    source
        Id of the source in its case.
    text
        Title, publisher and date in one line.
    url
        Where it can be read, or ``""``.
    details
        What to know before trusting it (kind, reliability, interest), one phrase each.
    lang
        BCP 47 tag of its language, or ``""``.
    title
        What to call it for short, or ``""``.
    """

    source: str
    text: str
    url: str = ""
    details: tuple[str, ...] = ()
    lang: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One citation.

    Attributes
    ----------
    source
        Id of the source in its case.
    at
        The place in it (``¶24``, ``p. 3``), or ``""``.
    quote
        Its words, where they are the evidence.
    hedge
        Its own softening word, kept.
    credibility
        The Admiralty grade of what it says [1..6], or ``None``.
    """

    source: str
    at: str = ""
    quote: str = ""
    hedge: str = ""
    credibility: int | None = None

    def __str__(self) -> str:
        return f"{self.source} {self.at}".rstrip()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that says one thing, and what it rests on.

    Attributes
    ----------
    text
        A complete sentence in plain words.
    cites
        Its citations; empty for what Detente computed.
    certainty
        How the source holds it; ``None`` for what Detente computed or the case leaves open.
    hedge
        The source's own softening word, kept ("practically").
    assumption
        Why it may be said without a citation, printed with it.
    note
        What else the case notes of it, in whole sentences.
    """

    text: str
    cites: tuple[Evidence, ...] = ()
    certainty: Certainty | None = None
    hedge: str = ""
    assumption: str = ""
    note: str = ""
