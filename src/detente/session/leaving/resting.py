"""Resting: which records of a case rest on some sources alone."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from detente.case.citation import Citation, Claim
from detente.case.commitment import Commitment
from detente.case.conflict import DecisionMaker
from detente.case.measure import Measure
from detente.case.shape import records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from detente.case import Case
    from detente.case.shape import Path

_TOLD_BY_PARTS = (Commitment, Measure)
"""What is told by what stands in it, each part with its own citations."""


class _Hold(Enum):
    """What holds a claim without some sources."""

    ITSELF = "a source that stays, or an assumption"
    NOTHING = "nothing: all that it cites goes"
    OTHERS = "what is around it, or in it"


def rests_on(case: Case, gone: Collection[str]) -> Iterator[Path]:
    """Yield the outermost claims that rest on some sources alone.

    A claim rests on what it cites; one without citations and without an assumption rests on what the nearest claim
    around it does, but for that of a decision maker, which does not speak for what it wants. An assumption is a reason
    to keep a claim without any source. What is told by its parts, and a section, stays while one of its parts does.
    """
    found = [(path, record) for path, record in records(case) if isinstance(record, Claim)]
    holds = {path: _hold(record, gone) for path, record in found}
    inside: dict[Path, set[_Hold]] = {}
    for path, hold in holds.items():
        for length in range(1, len(path)):
            inside.setdefault(path[:length], set()).add(hold)
    fallen: set[Path] = set()
    spared: dict[Path, bool] = {}  # by claim with evidence of its own: whether it stays though all that it cites goes
    for path, record in found:
        above = [path[:length] for length in range(len(path) - 1, 0, -1)]
        if fallen.intersection(above):
            continue
        parts, by_parts = inside.get(path, set()), isinstance(record, _TOLD_BY_PARTS)
        if holds[path] is _Hold.NOTHING:
            spared[path] = _Hold.ITSELF in parts and (by_parts or len(path) == 1)
            falls = not spared[path]
        elif holds[path] is _Hold.ITSELF:
            spared[path], falls = False, False
        else:
            around = next((each for each in above if each in spared), None)
            lost = by_parts and _Hold.NOTHING in parts and _Hold.ITSELF not in parts
            falls = lost or (around is not None and spared[around])
        if isinstance(record, DecisionMaker):
            spared.pop(path, None)
        if falls:
            fallen.add(path)
            yield path


def cites_of(case: Case, gone: Collection[str]) -> Iterator[Path]:
    """Yield the places of all citations of some sources."""
    yield from (path for path, record in records(case) if isinstance(record, Citation) and record.source in gone)


def _hold(claim: Claim, gone: Collection[str]) -> _Hold:
    if claim.assumption or any(cite.source not in gone for cite in claim.cites):
        return _Hold.ITSELF
    return _Hold.NOTHING if claim.cites else _Hold.OTHERS
