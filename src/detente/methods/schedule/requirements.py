"""Requirements as somebody writes them, and the network that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from detente.methods.schedule.network import Need, Network

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Step:
    """A step that must come first; ``gap`` is how much earlier, at least [days]."""

    number: int
    gap: int = 0


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of these must come first."""

    parts: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of these must come first."""

    parts: tuple[Requirement, ...]


Requirement: TypeAlias = Step | AllOf | AnyOf


def network_of(requirements: Sequence[AllOf], met: Sequence[bool]) -> Network:
    """Return the network of some steps.

    Parameters
    ----------
    requirements
        What each step waits for.
    met
        Which steps have come about.

    Raises
    ------
    ValueError
        If there is not one requirement for each step, or one names a step that is none.
    """
    steps = len(met)
    if len(requirements) != steps:
        msg = f"{len(requirements)} requirements for {steps} steps"
        raise ValueError(msg)
    needs: list[tuple[Need, ...]] = [()] * steps
    any_of = [False] * steps
    pending: list[tuple[int, AllOf | AnyOf]] = list(enumerate(requirements))
    while pending:
        node, requirement = pending.pop()
        found = []
        for part in _spliced(requirement):
            if isinstance(part, Step):
                found.append(Need(part.number, part.gap))
                continue
            found.append(Need(len(needs)))
            pending.append((len(needs), part))
            needs.append(())
            any_of.append(False)
        any_of[node] = isinstance(requirement, AnyOf)
        needs[node] = _merged(found, lenient=any_of[node])
    wrong = [need.node for each in needs for need in each if not 0 <= need.node < len(needs)]
    if wrong:
        msg = f"{wrong[0]} is not one of {steps} steps"
        raise ValueError(msg)
    return Network(steps, tuple(needs), tuple(any_of), (*met, *(False,) * (len(needs) - steps)))


def _merged(needs: list[Need], *, lenient: bool) -> tuple[Need, ...]:
    """Return each node once: with the smallest of its gaps where one need is enough, else with the largest."""
    gaps: dict[int, int] = {}
    for node, gap in needs:
        gaps[node] = (min if lenient else max)(gap, gaps.get(node, gap))
    return tuple(Need(node, gap) for node, gap in gaps.items())


def _spliced(requirement: AllOf | AnyOf) -> list[Requirement]:
    """Return the parts of a requirement, with those of parts of its own kind, or of a single part, in their place."""
    parts: list[Requirement] = []
    pending = list(reversed(requirement.parts))
    while pending:
        part = pending.pop()
        if isinstance(part, Step) or not (type(part) is type(requirement) or len(part.parts) == 1):
            parts.append(part)
        else:
            pending += reversed(part.parts)
    return parts
