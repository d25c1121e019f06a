"""A slow twin of GMCR+: what a ``.gmcr`` file means, written down from the definition of its format.

States are walked one by one in ascending order of the sum of ``2**k`` over the options taken, and those that no
infeasible condition matches are numbered from 1. Like the program, this stops on a file without its flag, on a
compound among the infeasible conditions, and on a ranking that leaves a feasible state out.
"""

from __future__ import annotations

from itertools import product
from typing import Any

State = tuple[bool, ...]


def feasible_states(file: dict[str, Any]) -> list[State]:
    """Return the feasible states in the order of their numbers."""
    states = [tuple(reversed(marks)) for marks in product([False, True], repeat=len(file["options"]))]
    assert [sum(2**k for k, taken in enumerate(s) if taken) for s in states] == list(range(len(states)))
    for condition in file["infeasibles"]:
        assert isinstance(condition, list), "the program reads no compound here"
        states = [state for state in states if not _matches(condition, state)]
    return states


def ranks(file: dict[str, Any]) -> list[dict[State, int]]:
    """Return for each decision maker the rank of every feasible state, 1 for the best; ties share a rank."""
    manual = file["useManualPreferenceRanking"]
    states = feasible_states(file)
    found = []
    for maker in file["decisionMakers"]:
        if manual:
            groups = [each if isinstance(each, list) else [each] for each in maker["preferenceRanking"]]
            assert sorted(number for group in groups for number in group) == list(range(1, len(states) + 1))
            found.append({states[number - 1]: rank for rank, group in enumerate(groups, 1) for number in group})
        else:
            truths = {s: [_true(each, s) for each in maker["preferences"]] for s in states}
            levels = sorted(set(map(tuple, truths.values())), reverse=True)
            found.append({state: levels.index(tuple(truth)) + 1 for state, truth in truths.items()})
    return found


def by_owner(file: dict[str, Any], state: State) -> str:
    """Return the name of a state in a case, which has the options of each decision maker together."""
    order = [k for maker in file["decisionMakers"] for k in maker["options"]]
    return "".join("Y" if state[k] else "N" for k in order)


def _true(statement: Any, state: State) -> bool:
    alternatives = statement["members"] if isinstance(statement, dict) else [statement]
    return any(_matches(each, state) for each in alternatives)


def _matches(condition: list[tuple[int, str]], state: State) -> bool:
    return all(state[k] == (mark == "Y") for k, mark in condition)
