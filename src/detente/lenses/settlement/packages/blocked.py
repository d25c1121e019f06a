"""Who blocks, and what would open the door: the least by which alternatives would have to be worse."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Depth, Finding, Method, Row, Statement, Table
from detente.lenses.settlement.packages.words import number, outcome_told, party_names, quoted
from detente.lenses.wording import counted, listed
from detente.methods.bargaining.packages.patterns import Pattern, patterns
from detente.methods.bargaining.packages.side_payments import SidePayments, side_payments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings.table import Cell
    from detente.lenses.settlement.packages.analysis import Dealt, Found

_COLUMNS = (
    Column("party", "Party"),
    Column("blocks", "Packages it has a better alternative to", "number"),
    Column("alone", "Of those, packages all others accept", "number"),
)
_WHERE_SHUT = (
    Column("short_by", "Short at the nearest package", "number"),
    Column("opens", "Opens the zone if its alternative alone were worse by", "number"),
)

_PATTERNS = 3
"""How many patterns are told for each party."""


def finding(found: Found) -> Finding | None:
    """Return who blocks what, and what would open the zone; ``None`` where alternatives are not stated."""
    dealt = found.dealt
    if dealt is None:
        return None
    return Finding(
        "settlement",
        "packages-blocked",
        "Who blocks what" if dealt.zone.any() else "Who blocks, and what opens the door",
        _opened(found, dealt) if dealt.zone.any() else _shut(found, dealt),
        (*_patterns(found, dealt), *(_alone(found, dealt) if dealt.zone.any() else _ways(found, dealt))),
        (_table(found, dealt),),
        method=Method(
            "Enumeration of packages",
            "least changes of alternatives; payments by linear programming",
            references=("Raiffa1982", "HuangfuHall2018"),
        ),
        depth=Depth.HEADLINE if bool(not dealt.zone.any() or dealt.blocking.alone.any()) else Depth.DETAIL,
    )


def shortages(dealt: Dealt) -> list[float | None]:
    """Return what each party is short of at the nearest packages where it is short, the least; else ``None``."""
    short = np.where(dealt.opening.short > 0, dealt.opening.short, np.inf).min(axis=1)
    return [float(least) if isfinite(least) else None for least in short]


def cheapest_payments(found: Found, dealt: Dealt) -> tuple[int, SidePayments] | None:
    """Return the package that the least payments make acceptable, and the payments; ``None`` if none are enough.

    Nobody pays or is paid more than its budget; where none is stated, than the whole scale of utilities.
    """
    parties = found.model.outline.parties
    budget = np.array([1.0 if party.budget is None else party.budget.mean for party in parties])
    lacking = np.maximum(-dealt.gains, 0)
    offered = np.minimum(np.maximum(dealt.gains, 0), budget[:, np.newaxis]).sum(axis=0)
    enough = (lacking <= budget[:, np.newaxis]).all(axis=0) & (offered - lacking.sum(axis=0) > -1e-9)
    if not enough.any():
        return None
    package = int(np.where(enough, lacking.sum(axis=0), np.inf).argmin())
    payments = side_payments(dealt.gains[:, package], budget)
    return None if payments is None else (package, payments)


def _opened(found: Found, dealt: Dealt) -> str:
    names = party_names(found)
    firmest = [(name, each[0]) for name, each in zip(names, _every_pattern(found, dealt), strict=True) if each]
    if firmest:
        (first, pattern), *others = firmest
        told = [f"{first} blocks every package with {_with(found, pattern)}"]
        told += [f"{name} every package with {_with(found, pattern)}" for name, pattern in others]
        return f"{'; '.join(told)}."
    most = int(dealt.blocking.alone.max())
    if not most:
        return "No party alone stands in the way of a package that all others accept."
    who = [name for name, alone in zip(names, dealt.blocking.alone, strict=True) if alone == most]
    stands = "stands" if len(who) == 1 else "each stand"
    return f"{listed(who)} alone {stands} in the way of most, {counted(most, 'package')} that all others accept."


def _every_pattern(found: Found, dealt: Dealt) -> list[tuple[Pattern, ...]]:
    """Return for each party what it accepts in no package, of what several packages have."""
    every = (patterns(gained < 0, found.model.space.sizes) for gained in dealt.gains)
    return [tuple(pattern for pattern in each if pattern.packages > 1) for each in every]


def _with(found: Found, pattern: Pattern) -> str:
    issues = found.model.outline.issues
    return listed([f"“{outcome_told(issues[k], outcome)}”" for k, outcome in pattern.choices])


def _patterns(found: Found, dealt: Dealt) -> Iterator[Statement]:
    """Yield what each party accepts in no package: an outcome, or two together."""
    for name, gained, every in zip(party_names(found), dealt.gains, _every_pattern(found, dealt), strict=True):
        total = int((gained < 0).sum())
        if total == gained.size:
            yield Statement(f"{name} accepts no package.")
            continue
        for pattern in every[:_PATTERNS]:
            share = "all" if pattern.packages == total else f"{pattern.packages:,} of the {total:,}"
            yield Statement(f"{name} blocks every package with {_with(found, pattern)}: {share} that it blocks.")


def _alone(found: Found, dealt: Dealt) -> Iterator[Statement]:
    """Yield which package each party that blocks some alone is nearest to accepting."""
    short = dealt.gains < 0
    for i, name in enumerate(party_names(found)):
        own = np.flatnonzero(short[i] & (short.sum(axis=0) == 1))
        if own.size:
            nearest = own[dealt.gains[i, own].argmax()]
            lacks = number(-float(dealt.gains[i, nearest]))
            named, short_by = quoted(found, [int(nearest)]), f"it is short by {lacks} there"
            if own.size == 1:
                yield Statement(f"{name} alone blocks {named}: {short_by}.")
            else:
                several = f"the {own.size:,} packages that {name} alone blocks"
                yield Statement(f"Of {several}, it is nearest to {named}: {short_by}.")


def _shut(found: Found, dealt: Dealt) -> str:
    short = zip(party_names(found), shortages(dealt), strict=True)
    who = [f"{name}, short by {number(least)}" for name, least in short if least is not None]
    nearest = quoted(found, dealt.opening.nearest, 1)
    return f"Nearest to agreement is {nearest}; in the way {'is' if len(who) == 1 else 'are'} {listed(who)}."


def _ways(found: Found, dealt: Dealt) -> Iterator[Statement]:
    names = party_names(found)
    first = dealt.opening.short[:, 0]
    least = [f"{name} by {number(float(short))}" for name, short in zip(names, first, strict=True) if short > 0]
    change = "an alternative to a deal that is worse, or a package that is worth more"
    yield Statement(f"The least that opens the zone: {change}, for {listed(least)}.")
    for name, alone, short in zip(names, dealt.opening.alone, first, strict=True):
        if isfinite(alone) and short != alone:
            yield Statement(f"It opens as well if that changes for {name} alone by {number(float(alone))}.")
    paid = cheapest_payments(found, dealt)
    if paid is None:
        yield Statement("No payments between the parties open it: no package leaves enough to pay with.")
        return
    package, payments = paid
    moves = [(name, float(moved)) for name, moved in zip(names, payments.received, strict=True)]
    pays = [f"{name} gives up {number(-moved)}" for name, moved in moves if moved < 0]
    gets = [f"{name} receives {number(moved)}" for name, moved in moves if moved > 0]
    yield Statement(
        f"Payments would open it as well, with {quoted(found, [package])}: {listed([*pays, *gets])}.",
        assumption="what is worth as much to one is worth as much to the other, and can be paid",
    )


def _table(found: Found, dealt: Dealt) -> Table:
    count, is_open = found.model.space.count, bool(dealt.zone.any())
    short = shortages(dealt)
    rows = []
    for i, name in enumerate(party_names(found)):
        cells: tuple[Cell, ...] = (name, count - int(dealt.blocking.accepts[i]), int(dealt.blocking.alone[i]))
        if not is_open:
            alone, least = float(dealt.opening.alone[i]), short[i]
            opens = round(alone, 3) if isfinite(alone) and alone > 0 else None
            cells = (*cells, None if least is None else round(least, 3), opens)
        rows.append(Row(cells))
    columns = _COLUMNS if is_open else (*_COLUMNS, *_WHERE_SHUT)
    return Table("blockers", "Who stands in the way", columns, tuple(rows))
