"""Stamps: what a reader needs to obtain the same report again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which case, when, by what: the last lines of every output.

    Attributes
    ----------
    case, title, question
        Id, title and guiding question of the case.
    version
        SHA-256 of the case's files [hexadecimal].
    as_of, known_until
        The date the case is stood at, and its information lock (``""`` when it has none).
    scenario
        Title of the scenario, or ``""`` for the case as it is.
    program
        Name and version of the program.
    command
        The command line that reproduces the output.
    languages, authors, note
        Of the case, as its header has them.
    """

    case: str
    title: str
    question: str
    version: str
    as_of: str
    known_until: str
    scenario: str
    program: str
    command: str
    languages: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    note: str = ""
