"""The header of a case: what it is about and when it stands."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from detente.case.fields import AbsoluteDate
from detente.case.record import Language, Record, Slug, Text


class Header(Record):
    """What the case is about.

    Attributes
    ----------
    id, title, question
        Name for programs, name for people, and what the analyst wants to know.
    as_of
        The date at which the case stands unless another is asked for.
    known_until
        The information lock: nothing that happened after it belongs to the case.
    languages
        Language tags of the sources.
    authors
        Who wrote the case.
    feed
        The address at which its changes are published; links in a feed of them lead there.
    """

    id: Slug
    as_of: AbsoluteDate
    title: Text | None = None
    question: Text | None = None
    known_until: AbsoluteDate | None = None
    languages: tuple[Language, ...] = ()
    authors: tuple[Text, ...] = ()
    feed: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    note: Text | None = None

    @property
    def label(self) -> str:
        """What to call it: its title, or its id where it has none."""
        return self.title or self.id
