"""The verdict on a settlement in short: which packages both sides could take, and where compromises lie."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import plain
from detente.lenses.look import Look
from detente.lenses.settlement.issues import pressure
from detente.lenses.settlement.options import SettlementOptions
from detente.lenses.settlement.packages.analysis import Analysis, analysis_of
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.study import Moment


def verdict(moment: Moment) -> Hashable:
    """Return the packages of the zone, those of them that can be had, those chosen, and the issues as they come out."""
    try:
        found = analysis_of(moment, SettlementOptions())
        packages = None if found is None else _packages(found)
        scales = plain(pressure.find(Look(moment, SettlementOptions())))
    except FlawedModelError as error:
        return str(error)
    return packages, str(scales)


def _packages(analysis: Analysis) -> Hashable:
    zopa = analysis.zopa
    if zopa is None:
        return None
    chosen = frozenset((key, frozenset(_named(analysis, found))) for key, found in zopa.solutions.items())
    return frozenset(_named(analysis, zopa.best)), frozenset(_named(analysis, analysis.able)), chosen


def _named(analysis: Analysis, packages: Iterable[int]) -> Iterable[Hashable]:
    """Return packages by the ids of their outcomes."""
    outline, space = analysis.model.outline, analysis.model.space
    for choice in space.choices(np.array(list(packages), dtype=np.intp)):
        yield tuple((issue.id, issue.outcomes[int(k)].id) for issue, k in zip(outline.issues, choice, strict=True))
