"""The roadmap against a brute force written from the definitions, on random networks."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.lenses.roadmap.reading import clean_networks, said
from tests.twins.roadmap_days import Network, first_day, leaves, satisfied, stand
from tests.twins.roadmap_networks import as_yaml
from tests.twins.roadmap_twin import Answer, answer

SHARDS = 10
NETWORKS = 100  # in each shard


def iso(ordinal: int | None) -> str | None:
    return None if ordinal is None else date.fromordinal(ordinal).isoformat()


def expected(found: Answer) -> dict[str, Any]:
    """Return the twin's answer in the shape of the document, with sets where order is free."""
    return {
        "met": found.met,
        "deadlocks": {circle: set(pairs) for circle, pairs in found.deadlocks.items()},
        "paths": {
            steps: {
                "earliest": iso(path.days[goal][0]),
                "latest": iso(path.days[goal][1]),
                "undated": set(path.undated),
                "waiting_for": set(path.waiting_for),
                "assumptions": set(path.assumptions),
                "after": {name: list(days) for name, days in path.after.items()},
                "dates": {name: (*map(iso, path.days[name]), path.room[name]) for name in steps},
            }
            for goal in [found.goal]
            for steps, path in found.paths.items()
        },
    }


def differences(network: Network, today: str, document: dict[str, Any]) -> list[str]:
    """Return in words where a document and the twin disagree."""
    ours, theirs = said(document), expected(answer(network, today))
    found = [f"{key}: {ours[key]}, not {theirs[key]}" for key in ("met", "deadlocks") if ours[key] != theirs[key]]
    if set(ours["paths"]) != set(theirs["paths"]):
        both = [sorted(map(sorted, side["paths"])) for side in (ours, theirs)]
        return [*found, f"paths: {both[0]}, not {both[1]}"]
    for steps, path in theirs["paths"].items():
        got = ours["paths"][steps]
        found += [f"{sorted(steps)}: {key}: {got[key]}, not {path[key]}" for key in path if got[key] != path[key]]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SHARDS))
def test_the_roadmap_agrees_with_brute_force(seed: int, tmp_path: Path) -> None:
    wrong = []
    for network, today, found in clean_networks(seed, NETWORKS, tmp_path):
        told = differences(network, today, found) + disorder(network, today, found)
        wrong += [f"--as-of {today}\n{as_yaml(network)}" + "\n".join(told)] if told else []
    assert not wrong, f"{len(wrong)} of {NETWORKS} networks\n" + "\n\n".join(sorted(wrong, key=len)[:3])


@pytest.mark.slow
def test_the_networks_are_of_every_kind(tmp_path: Path) -> None:
    """Guard the generator: what never comes up is not tested."""
    answers = [answer(network, today) for network, today, _ in clean_networks(0, 4 * NETWORKS, tmp_path)]
    paths = [path for one in answers for path in one.paths.values()]
    kinds = {
        "goal met": [one.met for one in answers],
        "alternatives": [len(one.paths) > 1 for one in answers],
        "no way": [not one.paths and not one.met for one in answers],
        "deadlock": [bool(one.deadlocks) for one in answers],
        "deadlock that nothing breaks": [not all(one.deadlocks.values()) for one in answers],
        "long path": [len(path.steps) > 3 for path in paths],
        "dated path": [None not in path.days[one.goal] for one in answers for path in one.paths.values()],
        "room": [any(path.room.values()) for path in paths],
        "after": [any(None not in days and days[1] for days in path.after.values()) for path in paths],
        "after another undated": [any(None in days for days in path.after.values()) for path in paths],
    }
    assert not [kind for kind, seen in kinds.items() if sum(seen) < 5]


def disorder(network: Network, today: str, document: dict[str, Any]) -> list[str]:
    """Return what is wrong with orders and chains: steps as they can come about, the soonest path first."""
    moment, goal = stand(network, first_day(today)), network["goal"]
    found = []
    for path in document["paths"]:
        steps, chain, days = path["steps"], path["slowest"], path["dates"]
        ready = [
            all(satisfied(need, {*moment.done, *steps[:place]}) for need in moment.trees[name])
            for place, name in enumerate(steps)
        ]
        found += [] if all(ready) and steps[-1] == goal else [f"order of steps: {steps}"]
        linked = all(
            one in {leaf for need in moment.trees[other] for leaf in leaves(need)} for one, other in pairwise(chain)
        )
        found += [] if linked and chain[-1] == goal and set(chain) <= set(steps) else [f"chain: {chain}"]
        found += [f"room in the chain: {name}" for name in chain if days[name]["float_days"] not in {0, None}]
    soonest = [path["earliest"] or "9999" for path in document["paths"]]
    return found + ([] if soonest == sorted(soonest) else [f"order of paths: {soonest}"])
