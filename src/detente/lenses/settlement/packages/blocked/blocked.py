"""Who blocks, and what would open the door: the least by which alternatives would have to be worse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from detente.findings import Result
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.packages.analysis import analyse
from detente.lenses.settlement.packages.blocked.answer import answer
from detente.lenses.settlement.packages.blocked.counts import counts
from detente.lenses.settlement.packages.blocked.refusals import by_issue, refusals
from detente.lenses.settlement.packages.blocked.shortage import Blocker, blockers
from detente.lenses.settlement.packages.entries import UNDER, Entry, by_actor, chosen, entries
from detente.methods.bargaining.packages.side_payments import SidePayments, side_payments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Finding
    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.zopa import Zopa


@dataclass(frozen=True, slots=True)
class Blocks:
    """How many packages a party stands in the way of.

    Attributes
    ----------
    blocks
        How many packages it has a better alternative to, or accepts in no case.
    alone
        How many of those all others accept.
    always
        What several packages have that it accepts in none, an outcome or two together, by issue: what most have first.
    """

    blocks: int
    alone: int
    always: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Payments:
    """The least payments that open the zone.

    Attributes
    ----------
    package
        With which package: by issue, the id of its outcome.
    moved
        How much changes hands.
    received
        By actor, what it receives, negative where it pays.
    """

    package: Mapping[str, str]
    moved: float
    received: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Door:
    """What would open the zone.

    Attributes
    ----------
    total
        The least sum of changes of all alternatives that opens it.
    single
        By actor, by how much its alternative alone would have to be worse; ``null`` where that is not enough.
    nearest
        The packages that the least sum makes acceptable.
    payments
        The least payments that do; ``null`` where none are enough.
    """

    total: float
    single: Mapping[str, float | None]
    nearest: tuple[Entry, ...]
    payments: Payments | None


@dataclass(frozen=True, slots=True)
class Blocked(Result):
    """Who stands in the way, and what opens the door; ``null`` where an alternative to a deal is not stated.

    Attributes
    ----------
    blockers
        Where the zone is empty, who falls short at the packages nearest to it, and by how much at least; and whose red
        lines keep out packages that are worth no less than no deal to everybody.
    blocked
        By actor, how many packages it stands in the way of.
    opening
        What would open the zone; ``null`` where it is open, or where every package crosses a red line.
    """

    under: ClassVar[str] = UNDER

    blockers: tuple[Blocker, ...] | None = None
    blocked: Mapping[str, Blocks] | None = None
    opening: Door | None = None


def find(look: Look[SettlementOptions]) -> Blocked | None:
    """Return who blocks what, and what would open the zone."""
    if not look.moment.outline.count:
        return None
    analysis = look.once(analyse)
    if analysis is None or analysis.zopa is None:
        return Blocked()
    zopa, count = analysis.zopa, analysis.model.space.count
    blocking = zopa.blocking
    each = zip(refusals(analysis), blocking.accepts, blocking.alone, strict=True)
    return Blocked(
        blockers(analysis, zopa),
        {
            refusal.party.actor: Blocks(count - int(accepts), int(alone), by_issue(analysis, refusal.patterns))
            for refusal, accepts, alone in each
        },
        None if zopa.inside.any() or analysis.nothing_left else _door(analysis, zopa, look.once(_payments)),
    )


def _door(analysis: Analysis, zopa: Zopa, paid: tuple[int, SidePayments] | None) -> Door:
    return Door(
        round(zopa.opening.total, 9),
        by_actor(analysis, zopa.opening.alone),
        entries(analysis, zopa.opening.nearest),
        paid and Payments(chosen(analysis, paid[0]), round(paid[1].moved, 9), by_actor(analysis, paid[1].received)),
    )


def show(found: Blocked, look: Look[SettlementOptions]) -> Iterator[Finding]:
    """Say who blocks what and why, what would open the door, and how many packages each stands in the way of."""
    del found
    analysis = look.once(analyse)
    if analysis is None:
        return
    by_side = refusals(analysis)
    yield from answer(analysis, by_side, look.once(_payments))
    if analysis.zopa is not None:
        yield counts(analysis, analysis.zopa, by_side)


def _payments(look: Look[SettlementOptions]) -> tuple[int, SidePayments] | None:
    """Return the package that the least payments make acceptable, and the payments; ``None`` if none are enough.

    Nobody pays or is paid more than its budget; where none is stated, than the whole scale of utilities.
    """
    analysis = look.once(analyse)
    if analysis is None or analysis.zopa is None:
        return None
    zopa, parties = analysis.zopa, analysis.model.outline.parties
    budget = np.array([1.0 if party.budget is None else party.budget.mean for party in parties])
    lacking = np.maximum(-zopa.gains, 0)
    offered = np.minimum(np.maximum(zopa.gains, 0), budget[:, np.newaxis]).sum(axis=0)
    enough = (lacking <= budget[:, np.newaxis]).all(axis=0) & (offered - lacking.sum(axis=0) > -1e-9) & ~zopa.barred
    if not enough.any():
        return None
    package = int(np.where(enough, lacking.sum(axis=0), np.inf).argmin())
    payments = side_payments(zopa.gains[:, package], budget)
    return None if payments is None else (package, payments)


CHAPTER = Chapter("blocked", 140, find, show)
