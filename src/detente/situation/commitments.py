"""Commitments: the last status each certainly had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.situation.answers import Standing, Undetermined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.commitment import Commitment, StatusChange
    from detente.situation.moment import Moment


def standings(moment: Moment, open_questions: list[Undetermined]) -> Mapping[str, Standing]:
    """Return the standing of each commitment, by id.

    The status is that of the last change that certainly lies on or before the date; it is certain when no
    other change may have come after it.
    """
    return {owed.id: _standing(moment, owed, open_questions) for owed in moment.case.commitments}


def _standing(moment: Moment, owed: Commitment, open_questions: list[Undetermined]) -> Standing:
    status: str | None = None
    doubtful: list[StatusChange] = []
    for change in owed.status:
        begun = moment.reached(change.from_)
        if begun is Truth.TRUE:
            status, doubtful = change.status, []
        elif begun is Truth.UNDETERMINED:
            doubtful.append(change)
    open_questions += [
        moment.vague(owed.id, change.from_, f"when '{owed.label}' became {change.status}") for change in doubtful
    ]
    if not owed.status:
        because = f"no source says what became of '{owed.label}'"
        open_questions.append(Undetermined(owed.id, because, "a dated status"))
    return Standing(status, Truth.of(not doubtful and bool(owed.status)))
