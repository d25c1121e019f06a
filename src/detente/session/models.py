"""Models of an opened case: whatever a lens would refuse at the case's own date, found without solving anything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from detente.case.naming import names
from detente.checks.rules.conflict import undated
from detente.methods.bargaining.limits import MOST_ACTORS
from detente.models.conflict.joint import plain, plain_conflict
from detente.models.conflict.large import outline_large
from detente.models.conflict.outline import outline_conflict
from detente.models.conflict.own_words import in_own_words
from detente.models.conflict.size import is_large
from detente.models.flaw import FlawedModelError
from detente.models.spatial.stakes import stakes
from detente.situation.availability import availability
from detente.situation.clock import Clock
from detente.situation.histories import held_positions
from detente.situation.steps import met_steps, plans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from detente.case import Case
    from detente.case.position import Position
    from detente.checks import Context
    from detente.checks.section import Section
    from detente.diagnostics import Diagnostic
    from detente.models.flaw import Flaw

_DATED = ("case", "events", "steps")
"""What a date is counted from."""


def model_problems(context: Context) -> Iterator[Diagnostic]:
    """Yield why a case without errors cannot be modelled at its own date.

    What does not hang on a date is checked before; nothing is repeated here.
    """
    case = context.case
    dated = case.conflict is not None and case.conflict.depends_on_date
    if dated and not context.is_as_before("conflict", *_DATED):
        flaws = context.section("conflict").once(_unbuildable, _closed(_clock(context, plain(case))))
        yield from (flaw.diagnostic(context.spans) for flaw in in_own_words(flaws, case))
    numbered = any(position.value is not None for position in case.positions)
    if numbered and not context.is_as_before("positions", "capabilities", "issues", *_DATED):
        yield from _bargains(context)


def _bargains(context: Context) -> Iterator[Diagnostic]:
    """Yield why issues with a scale cannot be settled."""
    case = context.case
    held: dict[str, dict[str, Position]] = {issue.id: {} for issue in case.issues if issue.continuum is not None}
    for actor, by_issue in held_positions(_clock(context, case), []).items():
        for issue in by_issue.keys() & held:
            held[issue][actor] = by_issue[issue].counts
    for issue, positions in held.items():
        if _is_bargain(positions):
            yield from (flaw.diagnostic(context.spans) for flaw in _flaws(partial(stakes, case, issue, positions)))


def _clock(context: Context, case: Case) -> Clock:
    return Clock(case, context.calendar, names(case), case.case.as_of)


def _flaws(build: Callable[[], object]) -> tuple[Flaw, ...]:
    try:
        build()
    except FlawedModelError as error:
        return error.flaws
    return ()


def _closed(clock: Clock) -> frozenset[str]:
    """Return the options that cannot be taken."""
    planned = plans(clock)
    options = availability(clock, met_steps(clock, planned, []), planned, [])
    return frozenset(name for name, found in options.items() if not found.open)


def _unbuildable(section: Section, closed: frozenset[str]) -> tuple[Flaw, ...]:
    """Return why a conflict cannot be modelled while some options are closed."""
    return _flaws(partial(_build, section, closed))


def _build(section: Section, closed: frozenset[str]) -> object:
    """Build the model of a conflict as far as tells whether it can be built."""
    conflict = plain_conflict(section.value)
    if is_large(conflict):
        return outline_large(conflict, closed)
    if conflict.coalesce:
        from detente.models.conflict.model import model_conflict  # what merges hangs on preferences, and so on arrays

        return model_conflict(conflict, closed)
    return outline_conflict(conflict, closed, section.once(undated))


def _is_bargain(held: Mapping[str, Position]) -> bool:
    """Whether an issue with these positions is worked out at all."""
    return sum(position.value is not None for position in held.values()) > 1 and len(held) <= MOST_ACTORS
