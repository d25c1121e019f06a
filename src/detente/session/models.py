"""Models of an opened case: whatever a lens would refuse at the case's own date, found without solving anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from detente.case.naming import names
from detente.checks.rules.conflict import has_times, undated
from detente.dates import Interval, PartialDate, RelativeDate
from detente.dates.interval import ONE_DAY
from detente.methods.bargaining.limits import MOST_ACTORS
from detente.models.conflict.joint import plain, plain_conflict
from detente.models.conflict.large import outline_large
from detente.models.conflict.outline import outline_conflict
from detente.models.conflict.own_words import in_own_words
from detente.models.conflict.size import is_large
from detente.models.corridor.routes import stranded
from detente.models.corridor.worlds import Network, worlds_of
from detente.models.flaw import FlawedModelError
from detente.models.spatial.stakes import stakes
from detente.situation.availability import Come, availability, link_availability
from detente.situation.clock import Clock
from detente.situation.histories import held_positions
from detente.situation.readings import conflict_on, day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from detente.case import Case
    from detente.case.conflict import Conflict
    from detente.case.position import Position
    from detente.case.shape import Path
    from detente.checks import Context
    from detente.checks.section import Section
    from detente.diagnostics import Diagnostic, Rule
    from detente.models.flaw import Flaw
    from detente.situation.readings import Origins

_DATED = ("case", "events", "steps")
"""What a date is counted from."""


def model_problems(context: Context) -> Iterator[Diagnostic]:
    """Yield why a case without errors cannot be modelled at its own date, or when something in its conflict changes.

    What does not hang on a date is checked before; nothing is repeated here.
    """
    case = context.case
    if case.conflict is not None and not context.is_as_before("conflict", *_DATED):
        if context.section("conflict").once(has_times):
            yield from _of_each_time(context)
        elif case.conflict.depends_on_date:
            flaws = context.section("conflict").once(_unbuildable, _closed(_clock(context, plain(case))))
            yield from (flaw.diagnostic(context.spans) for flaw in in_own_words(flaws, case))
    if case.corridor is not None and not context.is_as_before("corridor", *_DATED):
        yield from _stranded(_clock(context, case), context)
    numbered = any(position.value is not None for position in case.positions)
    if numbered and not context.is_as_before("positions", "capabilities", "issues", *_DATED):
        yield from _bargains(context)


def _of_each_time(context: Context) -> Iterator[Diagnostic]:
    """Yield why the conflict cannot be modelled on some day, where what holds of it changes with time.

    Which options can be taken is asked of the case's own date only.
    """
    flaws: dict[tuple[Rule, Path], Flaw] = {}
    case = plain(context.case)
    now = _clock(context, case)
    others = () if _is_built_as_before(context) else _other_days(context, now)
    for at, origins, closed in (_today(now), *others):
        for flaw in _flaws(partial(_build, at.conflict, closed)) if at.conflict is not None else ():
            told = origins.told(flaw, at, case) or flaw
            flaws.setdefault((told.rule, told.path), told)
    yield from (flaw.diagnostic(context.spans) for flaw in in_own_words(flaws.values(), context.case))


def _today(now: Clock) -> tuple[Case, Origins, frozenset[str]]:
    """Return the case of its own date, what each record in it was made of, and the options that cannot be taken."""
    day = day_of(now, frozenset())
    return day.case, day.origins, _closed(replace(now, case=day.case))


def _other_days(context: Context, now: Clock) -> Iterator[tuple[Case, Origins, None]]:
    """Yield the same of each day on which something else holds of the conflict, but for what can be taken then."""
    seen: list[Conflict] = []
    for turn in _turning_days(context):
        at, origins = conflict_on(replace(now, date=turn))
        if at.conflict is not None and at.conflict not in seen:
            seen.append(at.conflict)
            yield at, origins, None


def _is_built_as_before(context: Context) -> bool:
    """Whether a changed case has the limits of one without errors, so that the same states can be at each time."""
    own = _built(context.case.conflict)
    return own is not None and any(
        context.is_as_before(*_DATED) and _built(each.case.conflict) == own for each in context.sound
    )


def _built(conflict: Conflict | None) -> object:
    """Return what of a conflict says which states can be; ``None`` where it hangs on preferences, too."""
    if conflict is None or conflict.coalesce or conflict.graph is not None:
        return None
    makers = conflict.decision_makers
    if any(maker.preferences and maker.preferences.ranking is not None for maker in makers):
        return None
    held = conflict.from_, conflict.to, conflict.joint, conflict.infeasible, conflict.status_quo, conflict.named_states
    return *held, [(maker.actor, maker.from_, maker.to, maker.options) for maker in makers]


def _turning_days(context: Context) -> Iterator[PartialDate]:
    """Yield for each date of a reading of the conflict the last day before it, and the first on which it has come.

    What lies between is a day on which the date may have come or not.
    """
    days: set[date] = set()
    for path, moment in context.section("conflict").moments:
        if path[-1] in {"from", "to"}:
            span = context.calendar.of(moment)
            inclusive = path[-1] == "to" and not (isinstance(moment, RelativeDate) and moment.is_anchor)
            days |= {day - ONE_DAY * (not inclusive) for day in (span.earliest,) if day is not None and day > date.min}
            days |= {day + ONE_DAY * inclusive for day in (span.latest,) if day is not None and day < date.max}
    yield from (PartialDate(day.isoformat(), Interval.day(day)) for day in sorted(days))


def _stranded(now: Clock, context: Context) -> Iterator[Diagnostic]:
    """Yield the flows of the corridor that have no route at the case's own date."""
    day = day_of(now, frozenset())
    if day.case.corridor is None:
        return
    on_the_day = replace(now, case=day.case)
    come = Come.by(on_the_day)
    links = link_availability(on_the_day, come, [])
    opened = frozenset(name for name, found in links.items() if found.open)
    network = Network.without(day.case.corridor, opened, come.gates.regimes)
    for flaw in stranded(worlds_of(network)):
        yield (day.origins.told(flaw, day.case, now.case) or flaw).diagnostic(context.spans)


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
    options = availability(clock, Come.by(clock), [])
    return frozenset(name for name, found in options.items() if not found.open)


def _unbuildable(section: Section, closed: frozenset[str]) -> tuple[Flaw, ...]:
    """Return why a conflict cannot be modelled while some options are closed."""
    return _flaws(partial(_build, plain_conflict(section.value), closed, section))


def _build(conflict: Conflict, closed: frozenset[str] | None, known: Section | None = None) -> object:
    """Build the model of a conflict as far as tells whether it can be built.

    Parameters
    ----------
    conflict, closed
        The conflict without joint acts, and the options that cannot be taken; ``None`` at no date in particular.
    known
        The section that it is, where what is known of that at no date in particular is of use.
    """
    if is_large(conflict):
        return outline_large(conflict, closed)
    if conflict.coalesce:
        from detente.models.conflict.model import model_conflict  # what merges hangs on preferences, and so on arrays

        return model_conflict(conflict, closed)
    return outline_conflict(conflict, closed, known.once(undated) if known else None)


def _is_bargain(held: Mapping[str, Position]) -> bool:
    """Whether an issue with these positions is worked out at all."""
    return sum(position.value is not None for position in held.values()) > 1 and len(held) <= MOST_ACTORS
