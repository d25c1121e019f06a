"""Sources: what the case is read from, and what each gains by saying so."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from detente.case.citation import Claim
from detente.case.fields import AbsoluteDate, When
from detente.case.record import Language, Record, Slug, SourceId, Text

Word = Literal["retracted", "refuted", "disputed"]


class SourceStatus(Claim):
    """What became of a source, and from when: taken back by whoever published it, proved wrong, or disputed.

    Attributes
    ----------
    word
        Retracted, refuted or disputed.
    """

    word: Word = Field(alias="is")
    from_: When | None = Field(None, alias="from")


class Source(Record):
    """A text or data set that claims are cited from.

    Attributes
    ----------
    kind
        Official-readout, statement, treaty-text, state-agency, newspaper, broadcaster, analysis,
        dataset, dossier …
    published, accessed
        When it appeared and when it was read.
    interest
        What it gains by saying what it says.
    reliability
        Reliability of the source, A (completely) to F (cannot be judged): the Admiralty code.
    origin
        What it repeats, as a free label: sources of one origin are one witness, whose word stands and falls as one.
    status
        What became of it: whatever rests on a source that was retracted or refuted alone is contested since.
    via
        The source through which it is known, when it was not read itself.
    file
        Its text, as a file beside the case; quotes are then checked against it.
    sha256
        Checksum of that text [64 hexadecimal digits].
    """

    id: Slug
    title: Text | None = None
    publisher: Text | None = None
    authors: tuple[Text, ...] = ()
    kind: Slug | None = None
    published: AbsoluteDate | None = None
    accessed: AbsoluteDate | None = None
    language: Language | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    interest: Text | None = None
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = None
    origin: Text | None = None
    status: tuple[SourceStatus, ...] = ()
    via: SourceId | None = None
    file: Text | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-fA-F]{64}$")] | None = None
    note: Text | None = None

    @property
    def label(self) -> str:
        """What to call it: its title, or its id where it has none."""
        return self.title or self.id
