"""What parties could take on a day, by brute force: every package, and what it is worth.

Nothing of Detente is imported. A condition of a party keeps its meaning on every day on which it holds: an option is
taken where an outcome is chosen that takes it, whether or not the option holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from tests.twins.clock_conflict import truth
from tests.twins.clock_twin import Day, Path, readings

Case = Mapping[str, Any]
Package = tuple[tuple[str, str], ...]


def parties_of(case: Case, held: frozenset[Path]) -> Iterator[tuple[Case, list[Case]]]:
    """Yield the parties whose numbers hold, each with the conditions that do."""
    for number, party in enumerate(case["settlement"]["parties"]):
        path: Path = ("settlement", "parties", number)
        conditions = [
            condition
            for place, condition in enumerate(party.get("conditions", ()))
            if (*path, "conditions", place) in held and _is_stated(case, party, condition, held)
        ]
        if path in held:
            yield party, conditions
        elif conditions:
            yield {"actor": party["actor"]}, conditions


def _is_stated(case: Case, party: Case, condition: Case, held: frozenset[Path]) -> bool:
    return "statement" not in condition or _statement(case, party, condition)[0] in held


def _statement(case: Case, party: Case, condition: Case) -> tuple[Path, str]:
    """Return where the preference statement stands that a condition shares, and its words."""
    for number, maker in enumerate(case["conflict"]["decision_makers"]):
        for place, each in enumerate(maker["preferences"].get("statements", ())):
            if (maker["actor"], each["id"]) == (party["actor"], condition["statement"]):
                path: Path = ("conflict", "decision_makers", number, "preferences", "statements", place)
                return path, each["when"]
    raise AssertionError(condition)


def deal(case: Case, held: frozenset[Path]) -> frozenset[Package] | None:
    """Return the packages that are worth no less than no deal to every party, ``None`` where some have no numbers."""
    parties = list(parties_of(case, held))
    if not all("batna" in party for party, _ in parties):
        return None
    outcomes = [[(issue["id"], outcome) for outcome in issue["outcomes"]] for issue in case["issues"]]
    zone = set()
    for chosen in product(*outcomes):
        package = tuple((issue, outcome["id"]) for issue, outcome in chosen)
        taken = frozenset(option for _, outcome in chosen for option in outcome["takes"])
        if all(
            worth(case, party, conditions, (package, taken)) >= party["batna"] - 1e-9 for party, conditions in parties
        ):
            zone.add(package)
    return frozenset(zone)


def worth(case: Case, party: Case, conditions: list[Case], chosen: tuple[Package, frozenset[str]]) -> float:
    """Return what a package is worth to a party."""
    package, taken = chosen
    total = sum(party["weights"][issue] * party["values"][issue][outcome] for issue, outcome in package)
    weights = sum(party["weights"].values())
    for condition in conditions:
        text = condition.get("when") or _statement(case, party, condition)[1]
        weights += condition["weight"]
        total += condition["weight"] * truth(text, taken, [])
    return float(total / weights)


def held_surely(day: Day, held: frozenset[Path]) -> bool:
    """Return whether a settlement can be asked about where these readings hold: whether anything of a party does."""
    return any(True for _ in parties_of(day.case, held))


def among(case: Case) -> list[Any]:
    """Return the readings that a settlement hangs on: its own, and those of the conflict."""
    return [reading for reading in readings(case) if reading.path[0] in ("settlement", "conflict", "capabilities")]
