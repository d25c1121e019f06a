"""What would have to change, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.methods.gmcr.inverse.requirements import Requirement, requirements
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.states import TooManyStatesError

if TYPE_CHECKING:
    from detente.lenses.conflict.inverse.inverse import Inverse
    from detente.methods.gmcr.inverse.changes import Change, Edit
    from detente.methods.gmcr.inverse.search import Outcome

_MOST_ANSWERS = 200
_MOST_STATES = 2000


def document(inverse: Inverse) -> dict[str, Any]:
    """Return the smallest changes and the conditions; long lists become counts with the first ones."""
    return {
        "state": inverse.analysis.model.name(inverse.state),
        "concepts": {key: _outcome(inverse, outcome) for key, outcome in inverse.outcomes.items()},
        "conditions": _conditions(inverse),
    }


def _outcome(inverse: Inverse, outcome: Outcome) -> dict[str, Any]:
    answers: Any = [
        [edit for maker, change in answer for edit in _edits(inverse, maker, change)]
        for answer in outcome.answers[:_MOST_ANSWERS]
    ]
    if outcome.count > _MOST_ANSWERS:
        answers = {"count": outcome.count, "first": answers}
    return {
        "edits": outcome.edits,
        "searched": outcome.searched,
        "at_most": outcome.at_most,
        "count": outcome.count,
        "answers": answers,
    }


def _edits(inverse: Inverse, maker: int, change: Change) -> list[dict[str, Any]]:
    count = inverse.varied.preferences[maker].count
    return [_edit(inverse, maker, edit) for edit in change.edits(count)]


def _edit(inverse: Inverse, maker: int, edit: Edit) -> dict[str, Any]:
    labels = inverse.varied.labels[maker]
    return {
        "by": inverse.analysis.model.decision_makers[maker],
        "edit": edit.kind,
        "statements": [labels[k] for k in edit.items],
        "wish": None if edit.wish is None else str(inverse.varied.wishes[edit.wish]),
        "before": None if edit.before is None else labels[edit.before],
    }


def _conditions(inverse: Inverse) -> dict[str, Any]:
    makers = inverse.analysis.model.decision_makers
    return {key: {maker: _required(inverse, i, key) for i, maker in enumerate(makers)} for key in inverse.outcomes}


def _required(inverse: Inverse, i: int, key: str) -> Any:
    model = inverse.analysis.model
    try:
        found = requirements(model.engine, i, shipped()[key].answers, s=inverse.state)
    except TooManyStatesError:
        return None
    named = [[[model.name(s) for s in states] for states in requirement] for requirement in found]
    if sum(map(_length, found)) <= _MOST_STATES:
        return named
    first, room = [], _MOST_STATES
    for requirement, names in zip(found, named, strict=True):
        room -= _length(requirement)
        if room < 0:
            break
        first.append(names)
    return {"count": len(found), "first": first}


def _length(requirement: Requirement) -> int:
    return sum(map(len, requirement))
