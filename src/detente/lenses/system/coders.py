"""Coders: how alike several people judge the same region."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from statistics import mean
from typing import TYPE_CHECKING

from detente.findings import Depth, Finding, Result
from detente.lenses.chapter import Chapter
from detente.lenses.system.region import region
from detente.methods.system.agreement import agreement
from detente.models.system.summing import selected

if TYPE_CHECKING:
    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.lenses.system.region import Region


@dataclass(frozen=True, slots=True)
class Agreed:
    """How alike coders judge; of more than two, the mean over all couples of them.

    Attributes
    ----------
    pairs
        How many effects one of them at least has judged.
    same_sign
        The share of them in which both say that there is promotion, both hindrance, or both neither; ``null`` without
        pairs. [0..1]
    kappa
        Cohen's kappa with linear weights; ``null`` where there is nothing to compare.
    """

    pairs: int
    same_sign: float | None
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Coders(Result):
    """How alike coders judge.

    Attributes
    ----------
    coders
        ``null`` where fewer than two are named.
    """

    coders: Agreed | None


def find(look: Look[SystemOptions]) -> Coders | None:
    """Return how alike coders judge; ``None`` where the case has no region at the date."""
    found = look.once(region)
    return Coders(_agreed(found)) if found is not None else None


def _agreed(found: Region) -> Agreed | None:
    judged: dict[str, dict[tuple[int, int], int]] = {}
    place = {name: number for number, name in enumerate(found.model.states)}
    for impact in selected(found.system.impacts, cited_only=found.options.cited_only):
        if impact.coder is not None:
            middle = impact.effect.middle
            at = place[impact.source], place[impact.on]
            own = judged.setdefault(impact.coder, {})
            own[at] = own.get(at, 0) + int(middle)  # halves towards 0
    couples = [agreement(one, other) for one, other in combinations(judged.values(), 2)]
    if not couples:
        return None
    same = [each.same_sign for each in couples if each.same_sign is not None]
    kappas = [each.kappa for each in couples if each.kappa is not None]
    return Agreed(
        max(each.pairs for each in couples),
        round(mean(same), 4) if same else None,
        round(mean(kappas), 4) if kappas else None,
    )


def show(found: Coders, look: Look[SystemOptions]) -> Finding | None:
    """Say how alike they judge."""
    del look
    agreed = found.coders
    if agreed is None or agreed.same_sign is None:
        return None
    share = round(100 * agreed.same_sign)
    return Finding(
        "How alike coders judge the region",
        f"Two coders agree on the sign of {share} per cent of the effects that one of them at least has judged; of more"
        " than two coders that is the mean over all couples.",
        depth=Depth.APPENDIX,
        id="coders",
    )


CHAPTER = Chapter("coders", 60, find, show)
