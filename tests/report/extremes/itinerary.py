"""Roads in one row and in five, without dates, over centuries, and with all there is to draw in one row."""

from __future__ import annotations

from datetime import date, timedelta

from detente.findings.figures.itinerary import Itinerary, Leg

_TODAY = date(2025, 7, 10)
_LATER = _TODAY + timedelta(days=400)
_NAME = (
    "Every path needs: the joint commission's opinion on the crossing; the date and the place of the signature agreed"
)
_WHEN = "late July 2026 at the soonest, counting from “Elections”, dated about June 2026, on an assumption"
_SAID = "12 steps; North, South and the Union of the Three Rivers can move now"


def specs() -> dict[str, Itinerary]:
    """Return roads: of one undated row, of one day, over all the days there are, and with full rows of words."""
    full = Leg(_NAME, _WHEN, _SAID, _TODAY, None, ((_TODAY, _LATER), (_LATER, None)), now=True, assumed=True)
    bar = Leg(_NAME, _WHEN, _SAID, _TODAY, _LATER, ((_TODAY, _TODAY),), goal=True)
    done = Leg("12 steps done", "2024", "the last: a name", date(2024, 1, 1), date(2024, 12, 31), done=True)
    return {
        "undated": Itinerary(_TODAY, (Leg("Signed", "no date", goal=True),)),
        "one-day": Itinerary(_TODAY, (Leg("Signed", "10 July 2025", "", _TODAY, _TODAY, goal=True),)),
        "all-days": Itinerary(
            None, (Leg("A", "", "", date.min, date.max), Leg("B", "", "", date.max), Leg("C", done=True))
        ),
        "full": Itinerary(_TODAY, (done, full, Leg(_NAME, "no date", _SAID, now=True), full, bar)),
        "until": Itinerary(_LATER, (Leg("A", "by 10 July 2025", "", None, _TODAY), Leg("B", parts=((_TODAY, None),)))),
    }
