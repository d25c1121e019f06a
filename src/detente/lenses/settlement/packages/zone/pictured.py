"""The packages that pictures number: what rules pick, what is best now and for each, the nearest that is blocked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.settlement.packages.words import party_names, refusing_names
from detente.methods.bargaining.packages.registry import shipped_rules
from detente.methods.bargaining.packages.space import snap_derived

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.zopa import Zopa

NEAREST = "nearest to agreement"
NOW = "best possible now"

_MOST, _LEAST, _MOST_GAINS = 10, 4, 40
_MOST_BLOCKED, _MOST_TIES, _WHOLE = 2, 2, 6


@dataclass(frozen=True, slots=True)
class Pictured:
    """A package that pictures number.

    Attributes
    ----------
    number
        From 1 on, the same in every picture.
    package
        Which it is.
    known_for
        The rules that pick it, that it is the best for whoever gains least of those possible now, whom nothing that
        all accept serves better, or that it is the nearest to agreement.
    blocked_by
        The parties that have a better alternative, or accept it in no case, by name.
    """

    number: int
    package: int
    known_for: tuple[str, ...]
    blocked_by: tuple[str, ...]


def pictured(analysis: Analysis, zopa: Zopa) -> tuple[Pictured, ...]:
    """Return the packages that pictures number, in that order."""
    known: dict[int, list[str]] = {}
    room = min(_MOST, max(_LEAST, _MOST_GAINS // len(zopa.gains)))
    for package, words in _accepted(analysis, zopa) if zopa.inside.any() else _nearest(zopa):
        if package in known or len(known) < room - _MOST_BLOCKED:
            known.setdefault(package, []).extend([words] if words else [])
    most = len(known) + _MOST_BLOCKED if zopa.inside.any() else min(room, _WHOLE)
    for package in _blocked(analysis, zopa):
        if len(known) < most:
            known.setdefault(package, [])
    names = refusing_names(analysis)
    return tuple(
        Pictured(
            number,
            package,
            tuple(words),
            tuple(name for name, refused in zip(names, zopa.refused[:, package], strict=True) if refused),
        )
        for number, (package, words) in enumerate(known.items(), 1)
    )


def _accepted(analysis: Analysis, zopa: Zopa) -> Iterator[tuple[int, str]]:
    """Yield packages of the zone and what each is known for; a small zone whole."""
    for rule in shipped_rules().values():
        yield from ((package, rule.name) for package in zopa.solutions[rule.key][:_MOST_TIES].tolist())
    if analysis.feasible is not None and analysis.feasible.zopa.inside.any():
        yield int(analysis.feasible.among[analysis.feasible.zopa.best[0]]), NOW
    best = zopa.best
    efficient = best if analysis.frontier is None else best[np.isin(best, analysis.frontier)]
    if efficient.size > 1:
        for name, gains in zip(party_names(analysis), zopa.gains, strict=True):
            yield int(efficient[gains[efficient].argmax()]), f"best for {name}"
    if best.size <= _WHOLE:
        yield from ((package, "") for package in best.tolist())


def _nearest(zopa: Zopa) -> Iterator[tuple[int, str]]:
    return ((package, NEAREST) for package in zopa.opening.nearest[:_MOST_TIES].tolist())


def _blocked(analysis: Analysis, zopa: Zopa) -> list[int]:
    """Return what somebody blocks and cannot be improved on for all, the nearest to the zone first."""
    if analysis.frontier is None:
        return []
    packages = analysis.frontier[~zopa.inside[analysis.frontier]]
    short = snap_derived(np.maximum(-zopa.gains[:, packages], 0).sum(axis=0))
    ordered: list[int] = packages[np.argsort(short, kind="stable")].tolist()
    return ordered
