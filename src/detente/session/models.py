"""Models of an opened case: whatever a lens would refuse at the case's own date, found without solving anything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from detente.methods.bargaining.limits import MOST_ACTORS
from detente.models.conflict.large import outline_large
from detente.models.conflict.outline import outline_conflict
from detente.models.conflict.size import is_large
from detente.models.flaw import FlawedModelError
from detente.models.spatial.stakes import stakes
from detente.situation import situate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from detente.case import Case
    from detente.case.conflict import Conflict
    from detente.case.position import Position
    from detente.diagnostics import Diagnostic, SourceMap
    from detente.situation import Situation


def model_problems(case: Case, spans: SourceMap) -> Iterator[Diagnostic]:
    """Yield why a case without errors cannot be modelled at its own date.

    What does not hang on a date is checked before; nothing is repeated here.
    """
    conflict = case.conflict if case.conflict and _depends_on_date(case.conflict) else None
    if conflict is None and not any(position.value is not None for position in case.positions):
        return
    situation = situate(case)
    if conflict is not None:
        yield from _flaws(partial(_build, situation, conflict), spans)
    held: dict[str, dict[str, Position]] = {issue.id: {} for issue in case.issues if issue.continuum is not None}
    for actor, by_issue in situation.positions.items():
        for issue in by_issue.keys() & held:
            held[issue][actor] = by_issue[issue].position
    for issue, positions in held.items():
        if _is_bargain(positions):
            yield from _flaws(partial(stakes, case, issue, positions), spans)


def _flaws(build: Callable[[], object], spans: SourceMap) -> Iterator[Diagnostic]:
    try:
        build()
    except FlawedModelError as error:
        yield from (flaw.diagnostic(spans) for flaw in error.flaws)


def _build(situation: Situation, conflict: Conflict) -> object:
    """Build the model of a conflict as far as tells whether it can be built."""
    closed = [name for name, found in situation.options.items() if not found.open]
    if is_large(conflict):
        return outline_large(conflict, closed)
    if conflict.coalesce:
        from detente.models.conflict.model import model_conflict  # what merges hangs on preferences, and so on arrays

        return model_conflict(conflict, closed)
    return outline_conflict(conflict, closed)


def _depends_on_date(conflict: Conflict) -> bool:
    return any(option.available is not None for maker in conflict.decision_makers for option in maker.options)


def _is_bargain(held: Mapping[str, Position]) -> bool:
    """Whether an issue with these positions is worked out at all."""
    return sum(position.value is not None for position in held.values()) > 1 and len(held) <= MOST_ACTORS
