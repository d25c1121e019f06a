"""Since when steps are met: none since a day before those that it required."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import inf
from typing import TYPE_CHECKING

from detente.dates import Interval
from detente.methods.schedule.passes import Pass, after
from detente.methods.schedule.requirements import AllOf, Step, network_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.methods.schedule.requirements import Requirement


def met_since(
    requirements: Sequence[AllOf], met: Sequence[bool], days: Mapping[int, Interval]
) -> Mapping[int, Interval]:
    """Return the days on which dated steps were met, without those before a requirement of theirs can have been.

    How long a step was to take plays no part: it was met. What it waited for and is not met tells nothing either, nor
    do steps that waited for each other in a circle.

    Parameters
    ----------
    requirements
        What each step waited for.
    met
        Which steps were met.
    days
        The days of the met steps that have a date.
    """
    if not days:
        return {}
    behind = (_behind(each, met) if met[k] else None for k, each in enumerate(requirements))
    network = network_of([AllOf((each,) if each else ()) for each in behind], [False] * len(met))
    first = [_first(days.get(node)) for node in range(network.steps)]

    def rule(node: int, start: float | None) -> float:
        begun = -inf if start is None else after(start, 0)
        return begun if node >= network.steps else max(begun, first[node])

    found = Pass(network, {})
    found.run(network.attainable(), rule)
    return {node: _from(each, found.day.get(node, -inf)) for node, each in days.items()}


def _behind(part: Requirement, met: Sequence[bool]) -> Requirement | None:
    """Return what of a requirement is met: of alternatives, those that are wholly; ``None`` where nothing is."""
    if isinstance(part, Step):
        return part if met[part.number] else None
    chosen = (each for each in part.parts if isinstance(part, AllOf) or _is_met(each, met))
    inner = tuple(found for each in chosen if (found := _behind(each, met)))
    return replace(part, parts=inner) if inner else None


def _is_met(part: Requirement, met: Sequence[bool]) -> bool:
    if isinstance(part, Step):
        return met[part.number]
    return (all if isinstance(part, AllOf) else any)(_is_met(each, met) for each in part.parts)


def _first(days: Interval | None) -> float:
    return float(days.earliest.toordinal()) if days and days.earliest else -inf


def _from(days: Interval, first: float) -> Interval:
    """Return some days without those before the first; the last of them where all lie before."""
    if first == -inf:
        return days
    last = days.latest.toordinal() if days.latest else date.max.toordinal()
    return Interval(date.fromordinal(int(min(first, last))), days.latest)
