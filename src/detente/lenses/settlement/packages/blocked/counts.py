"""Counts: how many packages each side blocks, and which of those that it blocks alone it is nearest to accepting."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.settlement.packages.blocked.refusals import in_words
from detente.lenses.settlement.packages.blocked.shortage import shortages
from detente.lenses.settlement.packages.words import number, party_name, party_names, quoted, refusing_names
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.findings.table import Cell
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.blocked.refusals import Refusal
    from detente.lenses.settlement.packages.zone.zopa import Zopa

_COLUMNS = (
    Column("party", "Party"),
    Column("blocks", "Packages it blocks", "number"),
    Column("alone", "Of those, packages all others accept", "number"),
)
_WHERE_SHUT = (
    Column("short_by", "Short at the nearest package", "number"),
    Column("opens", "Opens the door if its alternative alone were worse by", "number"),
)

_PATTERNS = 3
"""How many patterns are told for each side."""

_NAMED = 4
"""How many sides a headline names."""


def counts(analysis: Analysis, zopa: Zopa, refusals: Sequence[Refusal]) -> Finding:
    """Return how many packages each side blocks, by which outcomes, and how many of those all others accept."""
    names, every = refusing_names(analysis), analysis.model.space.count
    each = [every - int(accepts) for accepts in zopa.blocking.accepts]
    many = [f"{name} blocks {blocks:,}" for name, blocks in list(zip(names, each, strict=True))[:_NAMED]]
    more = "" if len(each) <= _NAMED else "; the table has the others"
    return Finding(
        "How many packages each blocks",
        f"Of {counted(every, 'package')}, {listed(many)}{more}.",
        (*_patterns(analysis, refusals), *(_alone(analysis, zopa) if zopa.inside.any() else ())),
        (_table(analysis, zopa),),
        depth=Depth.APPENDIX,
        id="packages-blocking",
    )


def _patterns(analysis: Analysis, refusals: Sequence[Refusal]) -> Iterator[Statement]:
    """Yield what each side accepts in no package: an outcome, or two together."""
    for refusal in refusals:
        name, total = party_name(analysis, refusal.party), int(refusal.packages.sum())
        if total == refusal.packages.size:
            yield Statement(f"{name} accepts no package.")
            continue
        for pattern in refusal.patterns[:_PATTERNS]:
            share = "all" if pattern.packages == total else f"{pattern.packages:,} of the {total:,}"
            yield Statement(f"{name} blocks every package with {in_words(analysis, pattern)}: {share} that it blocks.")


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
