"""Verdicts one by one: what a lens says of a moment, each under a name, so that two moments can be held together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Plain: TypeAlias = str | int | float | bool | tuple[str, ...] | None
"""What a verdict is for programs; a truth value is its word."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing that a lens says of a moment.

    Attributes
    ----------
    what
        Its name within the lens, with the id of what it is about, such as ``claims.fees``.
    value
        What is said, for programs.
    about, said
        What it is about and what is said, as the two halves of a sentence.
    """

    what: str
    value: Plain
    about: str
    said: str
