"""Commitments: the last status each certainly had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.situation.answers import Standing, Undetermined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.commitment import Commitment, StatusChange
    from detente.situation.clock import Clock

_GIVEN = ("offered", "agreed", "in-force")
"""What a commitment is before it is kept, broken or let go."""


def standings(clock: Clock, open_questions: list[Undetermined]) -> Mapping[str, Standing]:
    """Return the standing of each commitment, by id.

    The status is that of the last change that certainly lies on or before the date; it is certain when no
    other change may have come after it. What is undated lies before what is dated, and a commitment is given
    before it is kept, broken or let go, where its history has it given once.
    """
    return {owed.id: _standing(clock, owed, open_questions) for owed in clock.case.commitments}


def _standing(clock: Clock, owed: Commitment, open_questions: list[Undetermined]) -> Standing:
    certain = [change for change in owed.status if clock.reached(change.from_) is Truth.TRUE]
    doubtful = [change for change in owed.status if clock.reached(change.from_) is Truth.UNDETERMINED]
    certain.sort(key=lambda change: clock.order(change.from_))
    last = certain[-1] if certain else None
    open_questions += [
        clock.vague(owed.id, change.from_, f"when '{owed.label}' became {change.status}") for change in doubtful
    ]
    rivals = [change for change in certain[:-1] if last and not _before(clock, owed, change, last)]
    open_questions += [_unordered(owed, change, last) for change in rivals if last]
    if not owed.status:
        because = f"no source says what became of '{owed.label}'"
        open_questions.append(Undetermined(owed.id, because, "a dated status"))
    return Standing(last.status if last else None, Truth.of(not doubtful and not rivals and bool(owed.status)))


def _unordered(owed: Commitment, change: StatusChange, last: StatusChange) -> Undetermined:
    """Return the open question of which of two changes came last, as their dates leave open."""
    because = f"the dates leave open whether '{owed.label}' was {change.status} before or after it was {last.status}"
    return Undetermined(owed.id, because, "more exact dates of the two")


def _before(clock: Clock, owed: Commitment, change: StatusChange, last: StatusChange) -> bool:
    """Whether a change certainly came no later than the last one."""
    given = [each for each in owed.status if each.status in _GIVEN]
    if given == [change] and last.status not in _GIVEN:
        return True
    days = clock.calendar.happened(change.from_)
    return change.from_ is None or days.by(clock.calendar.happened(last.from_)) is Truth.TRUE
