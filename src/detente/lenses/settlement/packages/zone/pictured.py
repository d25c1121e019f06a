"""The packages that pictures number: what rules pick, what is best now and for each, the nearest that is blocked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.settlement.packages.solutions import RULES
from detente.lenses.settlement.packages.words import party_names
from detente.methods.bargaining.packages.space import snap_derived

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.settlement.packages.analysis import Dealt, Found

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
        The parties that have a better alternative, by name.
    """

    number: int
    package: int
    known_for: tuple[str, ...]
    blocked_by: tuple[str, ...]


def pictured(found: Found, dealt: Dealt) -> tuple[Pictured, ...]:
    """Return the packages that pictures number, in that order."""
    known: dict[int, list[str]] = {}
    room = min(_MOST, max(_LEAST, _MOST_GAINS // len(dealt.gains)))
    for package, words in _accepted(found, dealt) if dealt.zone.any() else _nearest(dealt):
        if package in known or len(known) < room - _MOST_BLOCKED:
            known.setdefault(package, []).extend([words] if words else [])
    most = len(known) + _MOST_BLOCKED if dealt.zone.any() else min(room, _WHOLE)
    for package in _blocked(found, dealt):
        if len(known) < most:
            known.setdefault(package, [])
    names = party_names(found)
    return tuple(
        Pictured(
            number,
            package,
            tuple(words),
            tuple(name for name, gain in zip(names, dealt.gains[:, package], strict=True) if gain < 0),
        )
        for number, (package, words) in enumerate(known.items(), 1)
    )


def _accepted(found: Found, dealt: Dealt) -> Iterator[tuple[int, str]]:
    """Yield packages of the zone and what each is known for; a small zone whole."""
    for rule, packages in dealt.solutions.items():
        yield from ((package, RULES[rule][0]) for package in packages[:_MOST_TIES].tolist())
    if found.now is not None and found.now.dealt.zone.any():
        yield int(found.now.among[found.now.dealt.best[0]]), NOW
    best = dealt.best
    efficient = best if found.frontier is None else best[np.isin(best, found.frontier)]
    if efficient.size > 1:
        for name, gains in zip(party_names(found), dealt.gains, strict=True):
            yield int(efficient[gains[efficient].argmax()]), f"best for {name}"
    if best.size <= _WHOLE:
        yield from ((package, "") for package in best.tolist())


def _nearest(dealt: Dealt) -> Iterator[tuple[int, str]]:
    return ((package, NEAREST) for package in dealt.opening.nearest[:_MOST_TIES].tolist())


def _blocked(found: Found, dealt: Dealt) -> list[int]:
    """Return what somebody blocks and cannot be improved on for all, the nearest to the zone first."""
    if found.frontier is None:
        return []
    packages = found.frontier[~dealt.zone[found.frontier]]
    short = snap_derived(np.maximum(-dealt.gains[:, packages], 0).sum(axis=0))
    ordered: list[int] = packages[np.argsort(short, kind="stable")].tolist()
    return ordered
