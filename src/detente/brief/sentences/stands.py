"""Where it stands: the last thing that moved, and whether the goal is reached."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from detente.brief.matter import answer
from detente.brief.progress import dated, progress
from detente.brief.sentences.doubtful import in_doubt
from detente.brief.speech import spoken
from detente.dates import Truth
from detente.dates.words import plain_date
from detente.findings import Question
from detente.lenses.chronicle.formats import Tracks
from detente.lenses.chronicle.words import happened, remarked
from detente.lenses.conflict.joint import doings
from detente.lenses.wording import counted, one_or_many, sentence

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.brief.progress import Progress
    from detente.case.event import Event
    from detente.findings import Answer


def stands(matter: Matter) -> Answer | None:
    """Return the last step towards the goal; without a goal the latest event, the tracks, and the status quo."""
    made = progress(matter)
    if made is not None:
        since = matter.because_first("chronicle", "latest", "timeline") if _since(matter, made) else ()
        because = (*since, *(matter.because("chronicle", "steps") or matter.because("roadmap", "paths")))
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
    last = f"{speech.label(made.last.name)}{dated(matter, made.last)}" if made.last else ""
    said = [sentence("; ".join(filter(None, (last, speech.not_yet(goal)))))]
    if made.reached is Truth.UNDETERMINED:
        others = f" and {counted(made.doubtful, 'step')} before it have" if made.doubtful else " has"
        said = [sentence(last)] if last else []
        said += [f"Whether {speech.quoted(goal)}{others} come about since cannot be said."]
    return " ".join(filter(None, (_since(matter, made), *said)))


def _since(matter: Matter, made: Progress) -> str:
    """Return the latest event on a track of the parties with a day of its own, later than the last step met."""
    parties = set(matter.parties)
    tracks = {track.id for track in matter.case.formats if len(parties & set(track.parties)) > 1}
    step = matter.situation.calendar.of_step(made.last).latest if made.last is not None else None
    last = _last(matter, [event for event in _certain(matter) if event.format in tracks and _day(matter, event)])
    if last is None or (step is not None and _when(matter, last)[0] <= step):
        return ""
    return sentence(_told(matter, last))


def _day(matter: Matter, event: Event) -> bool:
    return matter.situation.calendar.happened(event.date).is_day


def _latest(matter: Matter) -> str:
    """Return the latest event that certainly had happened, and was known."""
    last = _last(matter, _certain(matter))
    return sentence(f"latest on record: {_told(matter, last)}") if last is not None else ""


def _certain(matter: Matter) -> list[Event]:
    situation = matter.situation
    known = {name: found.happened & found.known for name, found in situation.events.items()}
    return [event for event in situation.case.events if known[event.id] is Truth.TRUE]


def _last(matter: Matter, events: list[Event]) -> Event | None:
    return max(events, key=lambda event: _when(matter, event), default=None)


def _told(matter: Matter, event: Event) -> str:
    return remarked(matter.speech.within(event.what), plain_date(happened(matter.situation, event.date, event)))


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
    return sentence(
        f"{said}; whether {doubtful} more {one_or_many(doubtful, 'is', 'are')} cannot be said" if doubtful else said
    )


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
    told = f"as things are: {speech.row(sorted(map(spoken, done)))}" if done else "so far, nobody has taken any option"
    return sentence(told)
