"""Which packages there are, or why they are not worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from detente.findings import UNASKED, Finding, Result, Unasked
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.packages.entries import UNDER
from detente.methods.bargaining.limits import MOST_PACKAGES

if TYPE_CHECKING:
    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions

_EXACT = 1 << 53
"""Larger numbers are not read exactly by every program."""


@dataclass(frozen=True, slots=True)
class Space(Result):
    """Which packages there are.

    Attributes
    ----------
    count
        How many; ``null`` where it is so large that programs may not read it exactly.
    limit
        How many are worked out at most; left out where they are.
    issues
        The issues they are made of, each with the ids of its outcomes; ``null`` where packages are not worked out.
    parties
        The actors that value outcomes; ``null`` likewise.
    not_stated
        Those of which the case does not say what they have without a deal; ``null`` likewise.
    """

    under: ClassVar[str] = UNDER

    count: int | None
    limit: int | Unasked = UNASKED
    issues: Mapping[str, tuple[str, ...]] | None = None
    parties: tuple[str, ...] | None = None
    not_stated: tuple[str, ...] | None = None


def find(look: Look[SettlementOptions]) -> Space | None:
    """Return which packages there are; ``None`` where no party values the outcomes of an issue."""
    outline = look.moment.outline
    if not outline.count:
        return None
    if outline.refusal:
        return Space(outline.count if outline.count < _EXACT else None, MOST_PACKAGES)
    return Space(
        outline.count,
        issues={issue.id: tuple(outcome.id for outcome in issue.outcomes) for issue in outline.issues},
        parties=tuple(party.actor for party in outline.parties),
        not_stated=tuple(party.actor for party in look.moment.settlement.without_alternative),
    )


def show(found: Space, look: Look[SettlementOptions]) -> Finding | None:
    """Say why packages are not worked out; nothing where they are."""
    del found
    why = look.moment.outline.refusal
    if not why:
        return None
    return Finding("What beats no deal", f"Packages are not worked out: {why}.", id="packages")


CHAPTER = Chapter("space", 110, find, show)
