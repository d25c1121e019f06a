"""Shocks: states that are forced on the region, to see where that leads."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from detente.case.citation import Claim
from detente.case.record import DescriptorId, Slug, Text


class Shock(Claim):
    """States that are forced on some conditions from outside.

    Attributes
    ----------
    name
        What to call it.
    text
        What it would be, in words.
    states
        By condition, the state that it is put into.
    lasting
        ``once`` puts it there and lets it go; ``held`` keeps it there while the others move.
    release
        Whether what is held is let go when the others have come to rest, to see whether they stay there without it.
    """

    id: Slug
    name: Text | None = None
    text: Text | None = None
    states: dict[DescriptorId, Slug] = Field(alias="set", min_length=1)
    lasting: Literal["once", "held"] = Field("once", alias="for")
    release: bool = False

    @property
    def label(self) -> str:
        """What to call it: its name, else its text, or its id where it has neither."""
        return self.name or self.text or self.id
