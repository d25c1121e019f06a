"""What changed, as a feed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from detente.exports.feed import atom

if TYPE_CHECKING:
    from detente.changes.result import Changes
    from detente.session.sight import Sight


def feed(changes: Changes, new: Sight) -> str:
    """Return what changed up to a sight as an Atom feed: with links where the case says where it is published."""
    days = new.moment.as_of.interval
    day = days.latest or days.earliest or date.min
    return atom(changes, new.stamp("diff"), new.moment.written.case.feed, day.isoformat())
