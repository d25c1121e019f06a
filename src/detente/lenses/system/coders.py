"""Coders: how alike several people judge the same region."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from statistics import mean
from typing import TYPE_CHECKING

from detente.findings import Depth, Finding, Result
from detente.lenses.chapter import Chapter
from detente.lenses.system.region import region
from detente.methods.system.agreement import agreement
from detente.models.system.summing import Judgements, selected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.system import Impact
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
    couples = [agreement(one, other) for one, other in combinations(_judged(found), 2)]
    if not couples:
        return None
    same = [each.same_sign for each in couples if each.same_sign is not None]
    kappas = [each.kappa for each in couples if each.kappa is not None]
    return Agreed(
        max(each.pairs for each in couples),
        round(mean(same), 4) if same else None,
        round(mean(kappas), 4) if kappas else None,
    )


def _judged(found: Region) -> list[Mapping[tuple[int, int], int]]:
    """Return what each coder who is named says of effects; what names nobody is nobody's judgement by himself."""
    place = {name: number for number, name in enumerate(found.model.states)}
    judged: defaultdict[str, Judgements[tuple[int, int], Impact]] = defaultdict(Judgements)
    for impact in selected(found.system.impacts, cited_only=found.options.cited_only):
        if impact.coder is not None:
            judged[impact.coder].add((place[impact.source], place[impact.on]), impact)
    return [{pair: own.strength(pair)[0] for pair in own.records} for own in judged.values()]


def show(found: Coders, look: Look[SystemOptions]) -> Finding | None:
    """Say how alike they judge."""
    agreed, judging = found.coders, look.once(region)
    if agreed is None or agreed.same_sign is None or judging is None:
        return None
    share = round(100 * agreed.same_sign)
    mean_of_couples = "; of more than two coders that is the mean over all couples" if len(_judged(judging)) > 2 else ""
    return Finding(
        "How alike coders judge the region",
        f"Two coders agree on the sign of {share} per cent of the effects that one of them at least has judged"
        f"{mean_of_couples}.",
        depth=Depth.APPENDIX,
        id="coders",
    )


CHAPTER = Chapter("coders", 60, find, show)
