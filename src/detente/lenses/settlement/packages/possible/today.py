"""Today: which outcome of each issue holds as things stand, so that packages need only say what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.models.settlement.outcome_options import decided, needed, option_ids, taken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case.conflict import Conflict
    from detente.case.issue import Issue
    from detente.study.prospects import Prospect


def today(
    conflict: Conflict | None, issues: Sequence[Issue], prospects: Sequence[Sequence[Prospect]] | None
) -> tuple[int | None, ...]:
    """Return the outcome of each issue that holds at a date; ``None`` where the case does not tell.

    Parameters
    ----------
    conflict
        The conflict at the date, each consent an option of its own.
    prospects
        Whether each outcome can be had, by issue.
    """
    each = prospects or ((),) * len(issues)
    return tuple(_held(conflict, issue, found) for issue, found in zip(issues, each, strict=True))


def _held(conflict: Conflict | None, issue: Issue, prospects: Sequence[Prospect]) -> int | None:
    """Return the one outcome whose options are those taken now, of all that the issue's outcomes decide."""
    names = option_ids(conflict)
    own = decided(issue, names)
    if own and (conflict is None or conflict.status_quo is None):
        return None
    now = own.intersection(conflict.status_quo or ()) if conflict else own
    found = []
    for k, (outcome, prospect) in enumerate(zip(issue.outcomes, prospects, strict=False)):
        if prospect.possible is not Truth.TRUE:
            continue
        if outcome.available is not None and outcome.available.step is not None:
            return None  # what its step has brought about is not said
        if needed(outcome, names) is not None and taken(outcome, names) == now:
            found.append(k)
    return found[0] if len(found) == 1 else None
