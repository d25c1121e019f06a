"""Positions, saliences and capabilities at a date, in numbers, for exports: the key ``model``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.case.issue import Continuum, Issue
    from detente.case.position import Capability
    from detente.case.value import Value
    from detente.situation import Situation


def model(situation: Situation) -> dict[str, Any]:
    """Return the issues with a scale, and the actors with a number there or a capability, as the case orders them.

    Numbers are in the short form of a case.
    """
    case = situation.case
    scales = {issue.id: (issue, issue.continuum) for issue in case.issues if issue.continuum}
    powers = {(power.actor, power.issue or ""): power for power in case.capabilities}
    actors = []
    for actor in case.actors:
        held = {issue: found.position for issue, found in situation.positions.get(actor.id, {}).items()}
        stakes = {
            issue: {"value": _plain(held[issue].value), "salience": _plain(held[issue].salience)}
            for issue in scales
            if issue in held and held[issue].value is not None
        }
        general = _power(powers.get((actor.id, "")))
        on_issue = {issue: _power(powers[actor.id, issue]) for issue in scales if (actor.id, issue) in powers}
        if stakes or general is not None or on_issue:
            entry = {"id": actor.id, "name": actor.name, "note": actor.note, "capability": general}
            actors.append(entry | {"positions": stakes, "capabilities": on_issue})
    return {
        "title": case.case.title or case.case.id,
        "issues": [_issue(issue, scale) for issue, scale in scales.values()],
        "actors": actors,
    }


def _issue(issue: Issue, scale: Continuum) -> dict[str, Any]:
    return {"id": issue.id, "name": issue.label, "low": scale.low, "high": scale.high, "unit": scale.unit}


def _power(capability: Capability | None) -> Any:
    return None if capability is None else _plain(capability.value)


def _plain(value: Value | None) -> Any:
    return None if value is None else value.plain()
