"""Headings: what a bar above the page says of a case, and offers to choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.session.opened import OpenCase


@dataclass(frozen=True, slots=True)
class Header:
    """What a bar says of a case.

    Attributes
    ----------
    title
        What to call it.
    as_of
        The date that it stands at; an empty text where it cannot be read.
    scenarios
        Id and title of each scenario.
    """

    title: str
    as_of: str
    scenarios: tuple[tuple[str, str], ...]


def header_of(case: OpenCase) -> Header:
    """Return what a bar says of a case, whatever is wrong with it."""
    header = case.case.case
    return Header(header.label, str(header.as_of), tuple((each.id, each.label) for each in case.case.scenarios))
