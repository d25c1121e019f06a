"""What cannot be told of the day, and why, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import PartialDate
from detente.dates.spans import plain_span
from detente.dates.words import plain_date
from detente.lenses.registry import shipped

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.case.reading import Moment as Bound


def untold(matter: Matter, lens: str, what: str) -> str:
    """Return in a sentence that ``what`` cannot be told of the day; nothing where the lens tells."""
    because = matter.lenses[lens].undetermined if lens in matter.lenses else ()
    if not because:
        return ""
    as_of, section = matter.moment.as_of, shipped()[lens].sections[0]
    day = f"{'on' if as_of.interval.is_day else 'in'} {plain_date(str(as_of))}"
    why = _unread(matter, section) if because[0].id == section else because[0].text
    return f"{what} {day} cannot be told: {why}."


def _unread(matter: Matter, section: str) -> str:
    """Return of which time the case gives readings of a section."""
    first, last = (dates.get(section) for dates in (matter.moment.day.first, matter.moment.day.last))
    times = [f"until {_plain(matter, last)}"] if last is not None and _plain(matter, last) else []
    times += [f"from {_plain(matter, first)} on"] if first is not None and _plain(matter, first) else []
    return f"the case speaks of it {' and '.join(times)}" if times else "the case does not speak of it then"


def _plain(matter: Matter, when: Bound) -> str:
    if isinstance(when, PartialDate):
        return "" if "/" in str(when) else plain_date(str(when))
    days = matter.moment.clock.calendar.of(when)
    return plain_span(days.earliest, days.latest) if days.earliest and days.latest else ""
