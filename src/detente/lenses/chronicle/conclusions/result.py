"""What is found of conclusions, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from detente.findings import Result


@dataclass(frozen=True, slots=True)
class Ground:
    """Something that a conclusion rests on.

    Attributes
    ----------
    id
        Id of the record, or of the finding as the page names it.
    kind
        Whether it is a record or a finding.
    text
        What to call it.
    """

    id: str
    kind: Literal["record", "finding"]
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be concluded instead.

    Attributes
    ----------
    text
        In words.
    why
        What speaks for it.
    """

    text: str
    why: str | None


@dataclass(frozen=True, slots=True)
class Argument:
    """A conclusion with what bears it and what speaks against it.

    Attributes
    ----------
    text, warrant, overturned_by, hedge
        As the record has them.
    by
        Id of who draws it.
    rests_on
        Its grounds.
    origins
        The origins on which these rest in the end, each once.
    rivals
        What could be concluded instead.
    """

    text: str
    by: str | None
    hedge: str | None
    rests_on: tuple[Ground, ...]
    origins: tuple[str, ...]
    warrant: str | None
    rivals: tuple[Reading, ...]
    overturned_by: str | None


@dataclass(frozen=True, slots=True)
class Conclusions(Result):
    """What is concluded.

    Attributes
    ----------
    conclusions
        By conclusion, as its author orders them.
    """

    conclusions: Mapping[str, Argument]
