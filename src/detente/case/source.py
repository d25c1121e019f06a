"""Sources: what the case is read from, and what each gains by saying so."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from detente.case.fields import AbsoluteDate
from detente.case.record import Language, Record, Slug, SourceId, Text


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
    via: SourceId | None = None
    file: Text | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-fA-F]{64}$")] | None = None
    note: Text | None = None

    @property
    def label(self) -> str:
        """What to call it: its title, or its id where it has none."""
        return self.title or self.id
