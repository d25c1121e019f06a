"""What several checks ask of the system of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.validity import validity_of
from detente.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.reading import Reading
    from detente.case.system import Descriptor, System
    from detente.case.validity import Validity
    from detente.checks.context import Context


def descriptors_by_id(system: System) -> Mapping[str, Descriptor]:
    """Return the descriptors by id."""
    return {each.id: each for each in system.descriptors}


def time_of(context: Context, system: System, reading: Reading) -> Validity:
    """Return since when and until when something in a system holds."""
    return validity_of((system, reading), context.case.case)


def closed_now(context: Context, system: System) -> frozenset[tuple[str, str]]:
    """Return the states, with their descriptors, that are closed at the date of the case as far as can be said."""
    return frozenset(
        (each.id, state.id)
        for each in system.descriptors
        for state in each.states
        if state.closed is not None and _is_now(context, time_of(context, system, state.closed))
    )


def _is_now(context: Context, time: Validity) -> bool:
    now = context.case.case.as_of.interval
    begun = context.calendar.of(time.since).by(now)
    lasts = Truth.TRUE if time.until is None else now.by(context.calendar.of(time.until))
    return Truth.FALSE not in (begun, lasts) or (time.since == context.case.case.as_of and lasts is not Truth.FALSE)
