"""The situation for programs: ``detente.situation/1``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.lenses.transition import document_head

if TYPE_CHECKING:
    from detente.situation import Situation
    from detente.situation.answers import HeldPosition, LastObservation


def document(situation: Situation) -> dict[str, Any]:
    """Return the answers to everything that a date decides."""
    case = situation.case
    return document_head("detente.situation/1", situation) | {
        "events": {
            name: {"happened": str(found.happened), "known": str(found.known)}
            for name, found in situation.events.items()
        },
        "formats": {
            track.id: {"active": str(situation.formats[track.id]), "mediators": list(track.mediators or ())}
            for track in case.formats
        },
        "commitments": {
            name: {"status": found.status, "certain": str(found.certain)}
            for name, found in situation.commitments.items()
        },
        "steps": {name: {"met": str(met)} for name, met in situation.steps.items()},
        "issues": {name: {"on_agenda": str(truth)} for name, truth in situation.issues.items()},
        "positions": {
            actor: {issue: _position(held) for issue, held in by_issue.items()}
            for actor, by_issue in situation.positions.items()
        },
        "measures": {name: _measure(last) for name, last in situation.measures.items()},
        "undetermined": [
            {"id": found.id, "because": found.because, "settled_by": found.settled_by}
            for found in situation.undetermined
        ],
    }


def _position(held: HeldPosition) -> dict[str, Any]:
    value = held.position.value
    return {
        "stance": held.position.stance,
        "value": value.plain() if value is not None else None,
        "since": held.since,
    }


def _measure(last: LastObservation) -> dict[str, Any]:
    seen = last.observation
    return {"value": seen.value.plain(), "comparator": seen.comparator, "as_of": last.as_of}
