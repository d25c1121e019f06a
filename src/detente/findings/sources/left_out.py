"""What is left out of a case with a source, and what that leaves open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fell:
    """A record that falls away.

    Attributes
    ----------
    id
        Its id, or the words that scenarios find it by, such as ``conflict.north.n1``.
    section
        The section of the case in which it stands.
    what
        What to call it.
    because
        Why it falls away, in words.
    """

    id: str
    section: str
    what: str
    because: str


@dataclass(frozen=True, slots=True)
class Loose:
    """A reference of a record that stays to one that falls away; it goes.

    Attributes
    ----------
    id, section
        The record that stays, as those of what falls away.
    names
        The id that it named.
    """

    id: str
    section: str
    names: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A section of which nothing is left that could be worked with.

    Attributes
    ----------
    section
        The section.
    because
        What is missing, in words.
    """

    section: str
    because: str


@dataclass(frozen=True, slots=True)
class WithoutSources:
    """What is left out of a case.

    Attributes
    ----------
    asked
        Ids of the sources that were asked to be left out.
    sources
        Ids of all that go with them: those of the same origin, and those known only through one that goes.
    fell
        What falls away, as it rests on these sources alone or speaks of something that does.
    references
        The references to what falls away, in records that stay.
    missing
        The sections of which no model is left.
    named
        What to call the sources that were asked to be left out.
    """

    asked: tuple[str, ...]
    sources: tuple[str, ...]
    fell: tuple[Fell, ...]
    references: tuple[Loose, ...]
    missing: tuple[Missing, ...]
    named: tuple[str, ...]
