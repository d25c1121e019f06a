"""Knowledge: what of the case can be told of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth

if TYPE_CHECKING:
    from detente.case import Case
    from detente.lenses.chronicle.options import ChronicleOptions
    from detente.lenses.look import Look


def known(look: Look[ChronicleOptions]) -> Case:
    """Return the case with what can have been said by its date.

    On the last day that the case knows that is all of it: what lies later is a plan. Of earlier days what came
    afterwards is not told.
    """
    clock, lock = look.moment.clock, look.case.case.known_until
    now = look.moment.as_of.interval
    is_last = lock is None or lock.interval == now or lock.interval.by(now) is Truth.TRUE
    return look.case if clock.is_current and is_last else look.moment.past
