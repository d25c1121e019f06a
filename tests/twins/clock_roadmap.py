"""The road of a day: the steps with what they waited for then, in the shape of the roadmap's own twin.

Nothing of Detente is imported.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from tests.twins.clock_answers import Answer, answer
from tests.twins.clock_twin import Day, Path, readings
from tests.twins.roadmap_days import Network
from tests.twins.roadmap_twin import answer as road

Case = Mapping[str, Any]


def of_roadmap(day: Day) -> Answer:
    """Return whether the readings of a day determine what the roadmap says."""

    def verdict(held: frozenset[Path]) -> Hashable:
        if not can_be_asked(day.case, held):
            return None
        found = road(network(day.case, held), day.asked)
        paths = (
            (steps, path.days[found.goal], tuple(sorted(path.after.items()))) for steps, path in found.paths.items()
        )
        return found.met, frozenset(paths)

    return answer(
        day, [each for each in readings(day.case) if each.path[0] in {"roadmap", "steps"}], "roadmap", verdict
    )


def can_be_asked(case: Case, held: frozenset[Path]) -> bool:
    """Return whether the roadmap holds, or anything that a step waits for."""
    return ("roadmap",) in held or any(step["requires"] for step in network(case, held)["steps"])


def network(case: Case, held: frozenset[Path]) -> Network:
    """Return the steps with those requirements that hold."""
    steps = [
        {**step, "requires": _kept(step.get("requires", ()), ("steps", number, "requires"), held)}
        for number, step in enumerate(case["steps"])
    ]
    return {"as_of": case["case"]["as_of"], "goal": case["roadmap"]["goal"], "steps": steps}


def _kept(items: Any, path: Path, held: frozenset[Path]) -> list[Any]:
    """Return the requirements that hold: groups with what holds of them, unless that is nothing."""
    kept = []
    for number, item in enumerate(items):
        own = (*path, number)
        groups = {key: _kept(item[key], (*own, key), held) for key in ("any", "all") if key in item}
        if any(groups.values()) or (not groups and own in held):
            kept.append({**item, **groups})
    return kept
