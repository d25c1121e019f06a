"""Mentions: where a case gives something an id, and where it uses that id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.case.shape import Path
    from detente.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Name:
    """What an id means.

    Attributes
    ----------
    id
        The id.
    scope
        The list in which it is unique; empty where it is unique in the whole case.
    """

    id: str
    scope: Path = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that writes an id.

    Attributes
    ----------
    name
        What is meant.
    span
        The id itself, without quotes, and without what stands before and after it in a path or a condition.
    at
        Keys and indices of the value that holds it, from the top of the case.
    is_definition
        Whether the id is given here.
    """

    name: Name
    span: Span
    at: Path
    is_definition: bool = False
