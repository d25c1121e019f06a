"""``.gmcr``: the open JSON of GMCR+.

Statements become compounds of conjunctions, most important first. Rankings are groups of states, best first, each
state its place (from 1) among the feasible ones in ascending order of the sum of ``2**k`` over the options taken.
The file says by ``useManualPreferenceRanking`` which of the two counts, for all decision makers alike: rankings as
soon as one has no statements, or some that count alike, which GMCR+ does not know; then everybody has a ranking, and
statements are written beside it for their words.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from detente.exports.export import Export, ExportError
from detente.lenses.conflict.model.whole import Alternatives, Maker, WholeModel
from detente.lenses.conflict.options import WHOLE_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from detente.findings import Findings

Literals: TypeAlias = tuple[tuple[int, str], ...]
"""Options by their places, and whether each is taken."""

_DIRECTIONS = {"both": "both", "take-only": "fwd", "drop-only": "back"}


def write(findings: Findings) -> list[str]:
    """Return the file.

    Raises
    ------
    ExportError
        If the conflict is not in option form, or a condition has too many alternatives.
    """
    model = findings.result(WholeModel)
    if not model.options or model.merged:
        raise ExportError("GMCR+ knows conflicts by their options; this one is a graph of states, or merges states")
    options = [{"name": option.text, "permittedDirection": _DIRECTIONS[option.direction]} for option in model.options]
    manual = any(map(partial(_needs_ranking, model), model.decision_makers))
    document = {
        "options": options,
        "decisionMakers": [_maker(model, maker, manual=manual) for maker in model.decision_makers],
        "infeasibles": _infeasibles(model.infeasible),
        "coalitions": [],
        "useManualPreferenceRanking": manual,
    }
    return [json.dumps(document, ensure_ascii=False, indent=2) + "\n"]


def _needs_ranking(model: WholeModel, maker: Maker) -> bool:
    """Whether a decision maker prefers some state to another, and not by statements one after the other."""
    in_order = model.statements[maker.id] is not None and max(model.alike[maker.id], default=1) == 1
    return not in_order and len(set(model.payoffs[maker.id])) > 1


def _infeasibles(rules: Iterable[Alternatives | None]) -> list[Literals]:
    """Return what cannot be, each alternative by itself: GMCR+ reads no compounds here."""
    found: list[Literals] = []
    for k, alternatives in enumerate(rules, 1):
        if alternatives is None:
            raise ExportError(f"infeasible combination {k} has more alternatives than can be written out; split it")
        found += alternatives
    return found


def _maker(model: WholeModel, maker: Maker, *, manual: bool) -> dict[str, Any]:
    own = [k for k, option in enumerate(model.options) if option.owner == maker.id]
    stated = model.statements[maker.id] or ()
    read = (_condition(each, f"preference statement {k} of '{maker.id}'") for k, each in enumerate(stated, 1))
    found: dict[str, Any] = {
        "name": maker.name,
        "options": own,
        "preferences": [each for each in read if each],
        "misperceptions": [],
    }
    if manual:
        found["preferenceRanking"] = _ranking(model.states, model.payoffs[maker.id])
    return found


def _condition(alternatives: Alternatives | None, what: str) -> Literals | dict[str, Any]:
    """Return a condition; an empty one where it is always true, or never, and so orders nothing."""
    if alternatives is None:
        message = f"{what} has more alternatives than can be written out; split it, or rank the states instead"
        raise ExportError(message)
    if len(alternatives) > 1:
        return {"compound": True, "members": alternatives}
    return alternatives[0] if alternatives else ()


def _ranking(states: Sequence[str], payoffs: Sequence[int]) -> list[int | list[int]]:
    """Return the feasible states as numbers, best first; states that tie are a group."""
    groups: dict[int, list[int]] = {}
    # Read from its end, a name is the sum of 2**k as a binary number, with N and Y for 0 and 1.
    ascending = sorted(zip(states, payoffs, strict=True), key=lambda each: each[0][::-1])
    for number, (_, payoff) in enumerate(ascending, 1):
        groups.setdefault(payoff, []).append(number)
    return [_alone(groups[payoff]) for payoff in sorted(groups, reverse=True)]


def _alone(group: Iterable[int]) -> int | list[int]:
    states = list(group)
    return states[0] if len(states) == 1 else states


EXPORT = Export(
    "GMCR+",
    ".gmcr",
    "the status quo, named states, sources, reasons, assumptions, probabilities, open orders, "
    "which statements count alike (the ranking follows it), dates",
    write,
    "conflict",
    WHOLE_MODEL,
)
