"""Situations: every question that a date answers about a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from detente.case import Case
from detente.case.calendar import Calendar, calendar_of
from detente.case.naming import names
from detente.case.scenario import Scenario
from detente.dates import Interval, PartialDate, Truth
from detente.situation.agenda import agenda
from detente.situation.answers import (
    Availability,
    Held,
    InState,
    LastObservation,
    Occurrence,
    Standing,
    Undetermined,
)
from detente.situation.availability import Come, availability, link_availability, outcome_availability
from detente.situation.clock import Clock
from detente.situation.commitments import standings
from detente.situation.histories import held_positions, last_observations
from detente.situation.occurrences import active_formats, occurrences
from detente.situation.region import gates_of, states_of
from detente.situation.steps import met_steps, plans


@dataclass(frozen=True, slots=True, repr=False)
class Situation:
    """A case at a date, under a scenario.

    Attributes
    ----------
    case
        The case with the scenario's changes applied.
    as_of
        The date it stands at.
    scenario
        The scenario, or ``None``.
    calendar, names
        Every date of the case as an interval, and what to call every record, by id.
    events, formats, commitments, steps, issues, positions, measures, options
        By id: what can be said of each; positions by actor, then by issue.
    outcomes
        By issue, then by outcome: whether it can be had, of those of which the case says from when.
    links
        By link of the corridor: whether it is open, whatever regime it runs under.
    closed_regimes
        The regimes of the corridor that the region closes, or may.
    descriptors
        By descriptor of the region: in which of its states it was.
    plans
        Beyond what the case knows: the days on which its roadmap has each unmet step coming, by id.
    undetermined
        What the case leaves open at this date, and what would settle it.
    """

    case: Case
    as_of: PartialDate
    scenario: Scenario | None
    calendar: Calendar
    names: Mapping[str, str]
    events: Mapping[str, Occurrence]
    formats: Mapping[str, Truth]
    commitments: Mapping[str, Standing]
    steps: Mapping[str, Truth]
    issues: Mapping[str, Truth]
    positions: Mapping[str, Mapping[str, Held]]
    measures: Mapping[str, LastObservation]
    options: Mapping[str, Availability]
    outcomes: Mapping[str, Mapping[str, Availability]]
    links: Mapping[str, Availability]
    closed_regimes: frozenset[str]
    descriptors: Mapping[str, InState]
    plans: Mapping[str, Interval]
    undetermined: tuple[Undetermined, ...]

    @property
    def title(self) -> str:
        """Which case, date and scenario it is, for programmers."""
        scenario = f" under {self.scenario.id!r}" if self.scenario else ""
        return f"{self.case.case.id!r} as of {self.as_of}{scenario}"

    def __repr__(self) -> str:
        return f"<Situation of {self.title}>"


def clock_of(case: Case, as_of: PartialDate | None = None) -> Clock:
    """Return the clock of a case at a date; the case's own when omitted."""
    return Clock(case, calendar_of(case), names(case), as_of or case.case.as_of)


def situate(
    clock: Clock, *, scenario: Scenario | None = None, region: Mapping[str, str] = MappingProxyType({})
) -> Situation:
    """Return the situation of a case at a date.

    Parameters
    ----------
    clock
        The case, with the scenario already applied and only the readings that hold, and the date.
    scenario
        The scenario that was applied, for the record.
    region
        States that conditions of the region are taken to be in, to see what follows, whatever is known of them.
    """
    open_questions: list[Undetermined] = []
    planned = plans(clock)
    steps = met_steps(clock, planned, open_questions)
    descriptors = states_of(clock, steps, open_questions, region)
    gates = gates_of(clock, descriptors)
    come = Come(steps, planned, gates)
    return Situation(
        clock.case,
        clock.date,
        scenario,
        clock.calendar,
        clock.names,
        occurrences(clock, open_questions),
        active_formats(clock, open_questions),
        standings(clock, open_questions),
        steps,
        agenda(clock, open_questions),
        held_positions(clock, open_questions),
        last_observations(clock, open_questions),
        availability(clock, come, open_questions),
        outcome_availability(clock, come, open_questions),
        link_availability(clock, come, open_questions),
        gates.regimes,
        descriptors,
        planned,
        tuple(open_questions),
    )
