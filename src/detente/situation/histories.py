"""Histories: the last position an actor certainly took, the last value certainly observed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from detente.case.measure import Observation
from detente.case.position import Position
from detente.dates import PartialDate, RelativeDate, Truth
from detente.situation.answers import HeldPosition, LastObservation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from detente.situation.answers import Undetermined
    from detente.situation.clock import Clock

Dated = TypeVar("Dated", Position, Observation)


def held_positions(clock: Clock, open_questions: list[Undetermined]) -> Mapping[str, Mapping[str, HeldPosition]]:
    """Return the position each actor held on each issue, by actor, then by issue."""
    called = clock.names
    histories: dict[tuple[str, str], list[Position]] = {}
    for position in clock.case.positions:
        histories.setdefault((position.actor, position.issue), []).append(position)
    answers: dict[str, dict[str, HeldPosition]] = {}
    for (actor, issue), history in histories.items():
        last, doubtful = _last(clock, history)
        if last is not None:
            answers.setdefault(actor, {})[issue] = HeldPosition(last, _text(clock, last.date))
        name, what = f"{actor}/{issue}", f"the position of '{called[actor]}' on '{called[issue]}'"
        open_questions += [clock.vague(position.id or name, position.date, what) for position in doubtful]
    return answers


def last_observations(clock: Clock, open_questions: list[Undetermined]) -> Mapping[str, LastObservation]:
    """Return the last observation of each measure, by id."""
    answers: dict[str, LastObservation] = {}
    for measure in clock.case.measures:
        last, doubtful = _last(clock, measure.observations)
        if last is not None:
            answers[measure.id] = LastObservation(last, _text(clock, last.date))
        what = f"the value of '{measure.label}'"
        open_questions += [clock.vague(measure.id, observation.date, what) for observation in doubtful]
    return answers


def _last(clock: Clock, history: Iterable[Dated]) -> tuple[Dated | None, list[Dated]]:
    """Return the latest of what certainly lies on or before the date, and what may."""
    certain = [item for item in history if clock.reached(item.date) is Truth.TRUE]
    doubtful = [item for item in history if clock.reached(item.date) is Truth.UNDETERMINED]
    certain.sort(key=lambda item: clock.order(item.date))
    return (certain[-1] if certain else None), doubtful


def _text(clock: Clock, when: PartialDate | RelativeDate | None) -> str | None:
    if when is None:
        return None
    return when.text if isinstance(when, PartialDate) else str(clock.calendar.happened(when))
