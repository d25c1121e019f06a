"""The road of a day: what each step was read to wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.step import Requirement, Roadmap, Step
from detente.situation.readings.holding import Holding, Read

if TYPE_CHECKING:
    from detente.case import Case


def roadmap_of_day(case: Case, holding: Holding) -> tuple[Roadmap | None, tuple[Step, ...]]:
    """Return the roadmap of a date, ``None`` where it does not hold, and the steps with what they wait for then."""
    road = case.roadmap or Roadmap()
    whole = Read("roadmap", (road,), (("roadmap", "the roadmap"),))
    steps = tuple(_step(step, whole, holding) for step in case.steps)
    held = case.roadmap if case.roadmap and (holding.holds(whole) or any(step.requires for step in steps)) else None
    return held, steps


def _step(step: Step, whole: Read, holding: Holding) -> Step:
    requires = _held(step.requires, whole, step, holding)
    return step if requires == step.requires else holding.copy(step, {"requires": requires})


def _held(parts: tuple[Requirement, ...], above: Read, step: Step, holding: Holding) -> tuple[Requirement, ...]:
    kept: list[Requirement] = []
    for part in parts:
        read = above.below(part, step.id, f"what '{step.name}' waits for")
        if part.step is not None:
            kept += [part] if holding.holds(read) else []
            continue
        inner = {"any": _held(part.any, read, step, holding), "all": _held(part.all, read, step, holding)}
        if any(inner.values()):
            kept.append(part if inner == {"any": part.any, "all": part.all} else holding.copy(part, inner))
    return tuple(kept)
