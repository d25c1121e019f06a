"""The readings of a day: of what an analyst says about wants and means, what holds at a date.

A reading holds from its own ``from``, else from that of the record or section it stands in, else from the date of the
case; and until its ``to``, if it or what it stands in has one. Before and after, nothing is known of it: it is absent.
"""

from detente.situation.readings.day import MOST_DATES, Day, conflict_on, day_of
from detente.situation.readings.holding import Doubt
from detente.situation.readings.origins import Origins

__all__ = ["MOST_DATES", "Day", "Doubt", "Origins", "conflict_on", "day_of"]
