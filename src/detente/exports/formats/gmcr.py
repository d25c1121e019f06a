"""``.gmcr``: the open JSON of GMCR+, written from a description of it.

Statements become compounds of conjunctions, most important first. Weights and rankings become a
``preferenceRanking``: groups of states, best first, each state the sum of ``2**k`` over the options taken.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from detente.exports.export import Export, ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from detente.findings import Findings

_DIRECTIONS = {"both": "both", "take-only": "fwd", "drop-only": "back"}


def write(findings: Findings) -> list[str]:
    """Return the file.

    Raises
    ------
    ExportError
        If the conflict is not in option form, or a condition has too many alternatives.
    """
    model = findings.document["model"]
    if not model["options"] or model["merged"]:
        raise ExportError("GMCR+ knows conflicts by their options; this one is a graph of states, or merges states")
    options = [
        {"name": option["text"], "permittedDirection": _DIRECTIONS[option["direction"]]} for option in model["options"]
    ]
    rules = [_condition(rule, f"infeasible combination {k}") for k, rule in enumerate(model["infeasible"], 1)]
    document = {
        "options": options,
        "decisionMakers": [_maker(model, maker) for maker in model["decision_makers"]],
        "infeasibles": [rule for rule in rules if rule],
        "coalitions": [],
    }
    return [json.dumps(document, ensure_ascii=False, indent=2) + "\n"]


def _maker(model: Mapping[str, Any], maker: Mapping[str, str]) -> dict[str, Any]:
    own = [k for k, option in enumerate(model["options"]) if option["owner"] == maker["id"]]
    found: dict[str, Any] = {"name": maker["name"], "options": own, "preferences": [], "misperceptions": []}
    stated = model["statements"][maker["id"]]
    if stated is None:
        found["preferenceRanking"] = _ranking(model["states"], model["payoffs"][maker["id"]])
        return found
    read = (_condition(each, f"preference statement {k} of '{maker['id']}'") for k, each in enumerate(stated, 1))
    found["preferences"] = [each for each in read if each]
    return found


def _condition(alternatives: list[list[Any]] | None, what: str) -> list[Any] | dict[str, Any]:
    """Return a condition; an empty one where it is always true, or never, and so orders nothing."""
    if alternatives is None:
        message = f"{what} has more alternatives than can be written out; split it, or rank the states instead"
        raise ExportError(message)
    if len(alternatives) > 1:
        return {"compound": True, "members": alternatives}
    return alternatives[0] if alternatives else []


def _ranking(states: list[str], payoffs: list[int]) -> list[int | list[int]]:
    """Return the states as numbers, best first; states that tie are a group."""
    groups: dict[int, list[int]] = {}
    for name, payoff in zip(states, payoffs, strict=True):
        groups.setdefault(payoff, []).append(sum(1 << k for k, mark in enumerate(name) if mark == "Y"))
    return [_alone(groups[payoff]) for payoff in sorted(groups, reverse=True)]


def _alone(group: Iterable[int]) -> int | list[int]:
    states = list(group)
    return states[0] if len(states) == 1 else states


EXPORT = Export(
    "GMCR+",
    ".gmcr",
    "the status quo, named states, sources, reasons, assumptions, probabilities, open orders, dates",
    write,
)
