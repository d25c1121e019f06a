"""Where it stands: the last thing that moved, and how far the way to the goal is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from detente.brief.doubtful import in_doubt
from detente.brief.matter import answer
from detente.brief.progress import dated, progress
from detente.brief.speech import spoken
from detente.dates import Truth
from detente.dates.words import plain_date
from detente.findings import Question
from detente.lenses.chronicle.formats import Tracks
from detente.lenses.chronicle.words import happened, remarked
from detente.lenses.conflict.joint import doings
from detente.lenses.wording import one_or_many, sentence

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.brief.progress import Progress
    from detente.case.event import Event
    from detente.findings import Answer


def stands(matter: Matter) -> Answer | None:
    """Return the last step towards the goal; without a goal the latest event, the tracks, and the status quo."""
    made = progress(matter)
    if made is not None:
        because = matter.because("chronicle", "steps") or matter.because("roadmap", "paths")
        return answer(Question.STANDS, _towards(matter, made), because, model=False)
    said = {
        ("chronicle", "latest", "timeline"): " ".join(filter(None, (_latest(matter), *in_doubt(matter)))),
        ("chronicle", "formats"): _tracks(matter),
        ("conflict", "impasse"): _status_quo(matter),
    }
    because = tuple(each for place, text in said.items() if text for each in matter.because_first(*place))
    return answer(Question.STANDS, " ".join(filter(None, said.values())), because, model=False)


def _towards(matter: Matter, made: Progress) -> str:
    speech, goal = matter.speech, made.goal.name
    if made.reached is Truth.TRUE:
        return sentence(f"reached: {speech.label(goal)}{dated(matter, made.goal)}")
    last = sentence(f"last met: {speech.label(made.last.name)}{dated(matter, made.last)}") if made.last else ""
    so_far = speech.not_yet(goal)
    if made.reached is Truth.UNDETERMINED:
        so_far = f"whether this has come about cannot be said: {speech.label(goal)}"
    return " ".join(filter(None, (last, sentence(f"{so_far}{_so_many(made)}"))))


def _so_many(made: Progress) -> str:
    """Return how many of the steps are met; nothing where the goal is the only one."""
    if made.steps == 1:
        return ""
    of = f"{made.met or 'none'} of {made.steps} steps towards it {one_or_many(made.met or 1, 'is', 'are')} met"
    return f"; {of}{f', and of {made.doubtful} it cannot be said' if made.doubtful else ''}"


def _latest(matter: Matter) -> str:
    """Return the latest event that certainly had happened, and was known."""
    situation = matter.situation
    known = {name: found.happened & found.known for name, found in situation.events.items()}
    certain = [event for event in situation.case.events if known[event.id] is Truth.TRUE]
    last = max(certain, key=lambda event: _when(matter, event), default=None)
    if last is None:
        return ""
    day = plain_date(happened(situation, last.date, last))
    return sentence(f"latest on record: {remarked(matter.speech.within(last.what), day)}")


def _when(matter: Matter, event: Event) -> tuple[date, date, str]:
    days = matter.situation.calendar.happened(event.date)
    return days.latest or date.min, days.earliest or date.min, event.id


def _tracks(matter: Matter) -> str:
    """Return how many negotiation tracks go on; of those that may, only that."""
    found = matter.found("chronicle", Tracks)
    states = [track.active for track in found.formats.values()] if found is not None else []
    active, doubtful = states.count(Truth.TRUE), states.count(Truth.UNDETERMINED)
    if not active and not doubtful:
        return ""
    said = f"{active or 'no'} {one_or_many(active or 2, 'negotiation track is', 'negotiation tracks are')} active"
    return sentence(f"{said}, and of {doubtful} more it cannot be said" if doubtful else said)


def _status_quo(matter: Matter) -> str:
    """Return what is done at the status quo, by the name that the case gives it where it has one."""
    conflict, speech = matter.case.conflict, matter.speech
    if conflict is None or conflict.status_quo is None or not matter.tells("conflict"):
        return ""
    quo = frozenset(conflict.status_quo)
    named = sorted(state.called(name) for name, state in conflict.named_states.items() if frozenset(state.take) == quo)
    if named:
        return sentence(f"as things are: {speech.label(named[0])}")
    if conflict.graph is not None:
        return sentence(f"as things are: state {spoken(conflict.status_quo[0])}")
    done = doings(conflict, conflict.status_quo, speech.names)
    return sentence(f"as things are: {speech.row(sorted(map(spoken, done))) if done else 'no option is taken'}")
