"""No packages: no party values the outcomes of an issue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Result
from detente.lenses.chapter import Chapter

if TYPE_CHECKING:
    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions


@dataclass(frozen=True, slots=True)
class NoPackages(Result):
    """That there are no packages.

    Attributes
    ----------
    packages
        Always ``null``; where there are packages, what is found of them stands here.
    """

    packages: None = None


def find(look: Look[SettlementOptions]) -> NoPackages | None:
    """Return that there are no packages, where that is so."""
    return None if look.moment.outline.count else NoPackages()


CHAPTER = Chapter("absent", 100, find)
