"""Histories: the positions an actor certainly took and did not give up, the last value certainly observed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from detente.case.measure import Observation
from detente.case.position import Position
from detente.dates import PartialDate, RelativeDate, Truth
from detente.situation.answers import GivenUp, Held, HeldPosition, LastObservation
from detente.situation.sources.joined import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from detente.situation.answers import Undetermined
    from detente.situation.clock import Clock

Dated = TypeVar("Dated", Position, Observation)

_KINDS = ("demand", "refusal", "offer", "claim", "stance")
"""Which of two positions of one date is named first: what is asked for, then what is refused."""


def held_positions(clock: Clock, open_questions: list[Undetermined]) -> Mapping[str, Mapping[str, Held]]:
    """Return what each actor held on each issue, by actor and issue in the order of their names, not of the case.

    A position that certainly was taken by the date stands, whatever was said later, unless one that certainly was
    taken by then, too, supersedes it.
    """
    called = clock.names
    histories: dict[tuple[str, str], list[Position]] = {}
    for position in clock.case.positions:
        histories.setdefault((position.actor, position.issue), []).append(position)
    answers: dict[str, dict[str, Held]] = {}
    for actor, issue in sorted(histories, key=lambda pair: (called[pair[0]], called[pair[1]], pair)):
        history = _latest_first(clock, histories[actor, issue])
        taken = _reached(clock, history, Truth.TRUE)
        after = _successors(taken)
        if taken:
            answers.setdefault(actor, {})[issue] = _held(clock, history, taken, after)
        what = f"the position of '{called[actor]}' on '{called[issue]}'"
        open_questions += [
            clock.vague(position.id or f"{actor}/{issue}", position.date, what)
            for position in reversed(_reached(clock, history, Truth.UNDETERMINED))
            if position.id not in after
        ]
    return answers


def last_observations(clock: Clock, open_questions: list[Undetermined]) -> Mapping[str, LastObservation]:
    """Return the last observation of each measure, by id; several of one date, from several passages, as one."""
    answers: dict[str, LastObservation] = {}
    for measure in clock.case.measures:
        history = sorted(measure.observations, key=lambda seen: clock.order(seen.date), reverse=True)
        if taken := _reached(clock, history, Truth.TRUE):
            days = clock.calendar.happened(taken[0].date)
            last = joined([seen for seen in measure.observations if clock.calendar.happened(seen.date) == days])
            answers[measure.id] = LastObservation(last, _text(clock, last.date))
        what = f"the value of '{measure.label}'"
        open_questions += [
            clock.vague(measure.id, seen.date, what) for seen in reversed(_reached(clock, history, Truth.UNDETERMINED))
        ]
    return answers


def _latest_first(clock: Clock, history: list[Position]) -> Sequence[Position]:
    """Return positions from the latest to the earliest; of one date, by what they say, never by their lines."""
    if len(history) == 1:
        return history
    history.sort(key=_said)
    if any(_said(one) == _said(other) for one, other in pairwise(history)):
        history.sort(key=repr)  # whatever else differs, such as what they rest on
        history.sort(key=_said)
    return sorted(history, key=lambda position: clock.order(position.date), reverse=True)


def _said(position: Position) -> tuple[int, str, str]:
    return _KINDS.index(position.kind), position.id or "", position.stance or ""


def _reached(clock: Clock, history: Iterable[Dated], truth: Truth) -> list[Dated]:
    """Return what lies on or before the date, or does not, or may."""
    return [item for item in history if clock.reached(item.date) is truth]


def _successors(taken: Iterable[Position]) -> Mapping[str, tuple[Position, ...]]:
    """Return by id of a position those of ``taken`` that supersede it."""
    found: dict[str, tuple[Position, ...]] = {}
    for position in taken:
        for name in position.supersedes:
            found[name] = (*found.get(name, ()), position)
    return found


def _held(
    clock: Clock, history: Iterable[Position], taken: Iterable[Position], after: Mapping[str, tuple[Position, ...]]
) -> Held:
    return Held(
        tuple(HeldPosition(each, _text(clock, each.date)) for each in taken if each.id not in after),
        tuple(GivenUp(each, after[each.id]) for each in history if each.id and each.id in after),
    )


def _text(clock: Clock, when: PartialDate | RelativeDate | None) -> str | None:
    if when is None:
        return None
    return when.text if isinstance(when, PartialDate) else str(clock.calendar.happened(when))
