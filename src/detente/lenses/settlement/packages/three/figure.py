"""The picture of three packages: what each changes, and what every side gains or loses by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Figure, Row, Table
from detente.findings.figures.packages import Package, Packages, Side
from detente.lenses.settlement.packages.three.choice import BLOCKED, Choice
from detente.lenses.settlement.packages.three.words import aside, gain_words, label, reasons
from detente.lenses.settlement.packages.words import changes, margin_cells, margin_columns, party_names
from detente.lenses.settlement.packages.zone.margins import bounds, signed
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.zopa import Zopa

_BOUNDS = "range of four of five trials"
_BARRED = "red line"


def figure(analysis: Analysis, zopa: Zopa, shown: Sequence[Choice]) -> Figure:
    """Return the picture of the packages that tell most."""
    numbers = np.array([each.package for each in shown], dtype=np.intp)
    gained = zopa.gains[:, numbers]
    low, high = bounds(analysis, numbers) if analysis.uncertainty else (gained, gained)
    drawn = tuple(
        Package(
            label(analysis, zopa, each),
            changes(analysis, each.package),
            aside(analysis, zopa, each),
            each.kind in BLOCKED,
            tuple(_sides(analysis, zopa, each, np.array([gained[:, k], low[:, k], high[:, k]]))),
        )
        for k, each in enumerate(shown)
    )
    spec = Packages(drawn, _BOUNDS if analysis.uncertainty else "")
    title = "What each side gains or loses against no deal"
    return Figure("three", title, _description(drawn), spec, _table(analysis, zopa, shown, drawn))


def _sides(analysis: Analysis, zopa: Zopa, choice: Choice, gained: np.ndarray) -> Iterator[Side]:
    each = zip(party_names(analysis), zopa.crossing[:, choice.package].tolist(), gained.T.tolist(), strict=False)
    for name, barred, (at, low, high) in each:
        yield Side(name, at, low, high, _BARRED if barred else gain_words(at, low, high), barred)


def _description(drawn: Sequence[Package]) -> str:
    """Return the picture in words: each package, and what every side has from it."""
    return " ".join(_told(each) for each in drawn)


def _told(each: Package) -> str:
    sides = listed([f"{side.who} {'has a red line' if side.barred else side.said}" for side in each.sides])
    return f"{each.label}: {each.changes}. {each.aside}{'. ' if each.aside else ''}{sides}."


def _table(analysis: Analysis, zopa: Zopa, shown: Sequence[Choice], drawn: Sequence[Package]) -> Table:
    package, *gains = margin_columns(analysis)
    columns = [package, Column("why", "Shown as"), *gains]
    columns += [Column("bounds", "Four of five trials of a gain")] if analysis.uncertainty else []
    columns += [Column("why_not", "Why it is blocked")] if any(each.blocked for each in drawn) else []
    rows = []
    for each, spec in zip(shown, drawn, strict=True):
        name, *gained = margin_cells(analysis, each.package)
        within = (_bounded(spec) or None,) if analysis.uncertainty else ()
        why = (tuple(reasons(analysis, zopa, each.package)) or None,) if any(one.blocked for one in drawn) else ()
        rows.append(Row((name, spec.label, *gained, *within, *why)))
    return Table("three", "The packages in full, with exact gains over no deal", tuple(columns), tuple(rows))


def _bounded(spec: Package) -> tuple[str, ...]:
    """Return the bounds of the gains that are uncertain."""
    uncertain = (side for side in spec.sides if side.low < side.high)
    return tuple(f"{side.who}: {signed(side.low)} to {signed(side.high)}" for side in uncertain)
