"""An order of steps and of what they wait for that does not hang on the place of their lines in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.case.step import Requirement, Step


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return steps by their ids, each with what it waits for by the ids of what that is."""
    return tuple(_step(step) for step in sorted(steps, key=lambda step: step.id))


def _step(step: Step) -> Step:
    requires = _sorted(step.requires)
    return step if requires == step.requires else step.model_copy(update={"requires": requires})


def _sorted(parts: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    return tuple(sorted(map(_part, parts), key=_key))


def _part(part: Requirement) -> Requirement:
    inner = {"any": _sorted(part.any), "all": _sorted(part.all)}
    return part if inner == {"any": part.any, "all": part.all} else part.model_copy(update=inner)


def _key(part: Requirement) -> tuple[Any, ...]:
    """Return what sorts requirements before what only eases, steps before groups, and what is alike by its words."""
    members = tuple(_key(each) for each in (*part.any, *part.all))
    return part.accelerates, part.step is None, part.step or "", bool(part.any), members, part.model_dump_json()
