"""Who blocks, and what would open the door: the least by which alternatives would have to be worse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from detente.findings import Column, Depth, Finding, Method, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.packages.analysis import analyse
from detente.lenses.settlement.packages.blocked.always import by_issue, every_pattern
from detente.lenses.settlement.packages.blocked.shortage import Blocker, blockers, in_the_way, shortages
from detente.lenses.settlement.packages.entries import UNDER, Entry, by_actor, chosen, entries
from detente.lenses.settlement.packages.words import number, outcome_told, party_names, quoted, refusing_names
from detente.lenses.wording import counted, listed
from detente.methods.bargaining.packages.side_payments import SidePayments, side_payments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings.table import Cell
    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.lenses.settlement.packages.analysis import Analysis, Zopa
    from detente.methods.bargaining.packages.patterns import Pattern

_COLUMNS = (
    Column("party", "Party"),
    Column("blocks", "Packages it blocks", "number"),
    Column("alone", "Of those, packages all others accept", "number"),
)
_WHERE_SHUT = (
    Column("short_by", "Short at the nearest package", "number"),
    Column("opens", "Opens the zone if its alternative alone were worse by", "number"),
)

_PATTERNS = 3
"""How many patterns are told for each party."""


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
    each = zip(analysis.refusing, blocking.accepts, blocking.alone, every_pattern(analysis, zopa), strict=True)
    return Blocked(
        blockers(analysis, zopa),
        {
            party.actor: Blocks(count - int(accepts), int(alone), by_issue(analysis, every))
            for party, accepts, alone, every in each
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


def show(found: Blocked, look: Look[SettlementOptions]) -> Finding | None:
    """Say who blocks what, and what would open the zone; nothing where alternatives are not stated."""
    del found
    analysis = look.once(analyse)
    if analysis is None or analysis.zopa is None:
        return None
    zopa, is_open = analysis.zopa, bool(analysis.zopa.inside.any())
    said = _alone(analysis, zopa) if is_open else _ways(analysis, zopa, look.once(_payments))
    return Finding(
        "Who blocks what" if is_open else "Who blocks, and what opens the door",
        _opened(analysis, zopa) if is_open else _shut(analysis, zopa),
        (*_patterns(analysis, zopa), *said),
        (_table(analysis, zopa),),
        method=Method(
            "Enumeration of packages",
            "least changes of alternatives; payments by linear programming",
            references=("Raiffa1982", "HuangfuHall2018"),
        ),
        depth=Depth.HEADLINE if not is_open or zopa.blocking.alone.any() else Depth.DETAIL,
        id="packages-blocked",
    )


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


def _opened(analysis: Analysis, zopa: Zopa) -> str:
    names = refusing_names(analysis)
    firmest = [(name, each[0]) for name, each in zip(names, every_pattern(analysis, zopa), strict=True) if each]
    if firmest:
        (first, pattern), *others = firmest
        told = [f"{first} blocks every package with {_with(analysis, pattern)}"]
        told += [f"{name} every package with {_with(analysis, pattern)}" for name, pattern in others]
        return f"{'; '.join(told)}."
    most = int(zopa.blocking.alone.max())
    if not most:
        return "No party alone stands in the way of a package that all others accept."
    who = [name for name, alone in zip(names, zopa.blocking.alone, strict=True) if alone == most]
    stands = "stands" if len(who) == 1 else "each stand"
    return f"{listed(who)} alone {stands} in the way of most, {counted(most, 'package')} that all others accept."


def _with(analysis: Analysis, pattern: Pattern) -> str:
    issues = analysis.model.outline.issues
    return listed([f"“{outcome_told(issues[k], outcome)}”" for k, outcome in pattern.choices])


def _patterns(analysis: Analysis, zopa: Zopa) -> Iterator[Statement]:
    """Yield what each party accepts in no package: an outcome, or two together."""
    each = zip(refusing_names(analysis), zopa.refused, every_pattern(analysis, zopa), strict=True)
    for name, refused, every in each:
        total = int(refused.sum())
        if total == refused.size:
            yield Statement(f"{name} accepts no package.")
            continue
        for pattern in every[:_PATTERNS]:
            share = "all" if pattern.packages == total else f"{pattern.packages:,} of the {total:,}"
            yield Statement(f"{name} blocks every package with {_with(analysis, pattern)}: {share} that it blocks.")


def _alone(analysis: Analysis, zopa: Zopa) -> Iterator[Statement]:
    """Yield which package each party that blocks some alone is nearest to accepting."""
    short = zopa.gains < 0
    for i, name in enumerate(party_names(analysis)):
        own = np.flatnonzero(short[i] & (short.sum(axis=0) == 1) & ~zopa.barred)
        if own.size:
            nearest = own[zopa.gains[i, own].argmax()]
            lacks = number(-float(zopa.gains[i, nearest]))
            named, short_by = quoted(analysis, [int(nearest)]), f"it is short by {lacks} there"
            if own.size == 1:
                yield Statement(f"{name} alone blocks {named}: {short_by}.")
            else:
                several = f"the {own.size:,} packages that {name} alone blocks"
                yield Statement(f"Of {several}, it is nearest to {named}: {short_by}.")


def _shut(analysis: Analysis, zopa: Zopa) -> str:
    who = in_the_way(analysis, zopa)
    if analysis.nothing_left:
        return (
            f"Every package crosses somebody’s red line; in the way {'is' if len(who) == 1 else 'are'} {listed(who)}."
        )
    nearest = quoted(analysis, zopa.opening.nearest, 1)
    return f"Nearest to agreement is {nearest}; in the way {'is' if len(who) == 1 else 'are'} {listed(who)}."


def _ways(analysis: Analysis, zopa: Zopa, paid: tuple[int, SidePayments] | None) -> Iterator[Statement]:
    if analysis.nothing_left:
        return
    names = party_names(analysis)
    first = zopa.opening.short[:, 0]
    least = [f"{name} by {number(float(short))}" for name, short in zip(names, first, strict=True) if short > 0]
    change = "an alternative to a deal that is worse, or a package that is worth more"
    yield Statement(f"The least that opens the zone: {change}, for {listed(least)}.")
    for name, alone, short in zip(names, zopa.opening.alone, first, strict=True):
        if isfinite(alone) and short != alone:
            yield Statement(f"It opens as well if that changes for {name} alone by {number(float(alone))}.")
    if paid is None:
        yield Statement("No payments between the parties open it: no package leaves enough to pay with.")
        return
    package, payments = paid
    moves = [(name, float(moved)) for name, moved in zip(names, payments.received, strict=True)]
    pays = [f"{name} gives up {number(-moved)}" for name, moved in moves if moved < 0]
    gets = [f"{name} receives {number(moved)}" for name, moved in moves if moved > 0]
    yield Statement(
        f"Payments would open it as well, with {quoted(analysis, [package])}: {listed([*pays, *gets])}.",
        assumption="what is worth as much to one is worth as much to the other, and can be paid",
    )


def _table(analysis: Analysis, zopa: Zopa) -> Table:
    count, is_open = analysis.model.space.count, bool(zopa.inside.any())
    short = shortages(zopa)
    rows = []
    for i, name in enumerate(refusing_names(analysis)):
        cells: tuple[Cell, ...] = (name, count - int(zopa.blocking.accepts[i]), int(zopa.blocking.alone[i]))
        if not is_open:
            alone, least = float(zopa.opening.alone[i]) if i < len(zopa.gains) else np.inf, short[i]
            opens = round(alone, 3) if isfinite(alone) and alone > 0 else None
            cells = (*cells, None if least is None else round(least, 3), opens)
        rows.append(Row(cells))
    columns = _COLUMNS if is_open else (*_COLUMNS, *_WHERE_SHUT)
    return Table("blockers", "Who stands in the way", columns, tuple(rows))


CHAPTER = Chapter("blocked", 140, find, show)
