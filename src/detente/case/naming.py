"""Naming: what to call the records of a case in sentences, where ids would mean nothing to a reader."""

from __future__ import annotations

from collections.abc import Mapping

from detente.case.case import Case


def names(case: Case) -> Mapping[str, str]:
    """Return what to call every record that a reader may be told of, by id."""
    found = {source.id: source.label for source in case.sources}
    found |= {actor.id: actor.name for actor in case.actors}
    found |= {issue.id: issue.label for issue in case.issues}
    found |= {track.id: track.label for track in case.formats}
    found |= {step.id: step.name for step in case.steps}
    found |= {event.id: event.what for event in case.events}
    found |= {episode.id: episode.label for episode in case.episodes}
    found |= {conclusion.id: conclusion.text for conclusion in case.conclusions}
    found |= {owed.id: owed.label for owed in case.commitments}
    found |= {measure.id: measure.label for measure in case.measures}
    found |= {option.id: option.label for option in (case.conflict.options if case.conflict else ())}
    found |= {act.id: act.label for act in (case.conflict.joint if case.conflict else ())}
    found |= {each.id: each.label for each in (case.system.descriptors if case.system else ())}
    positions = (position for position in case.positions if position.id)
    return found | {position.id or "": f"{found[position.actor]} on {found[position.issue]}" for position in positions}
