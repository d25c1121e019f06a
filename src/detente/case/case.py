"""The case: everything an analyst says about a dispute."""

from __future__ import annotations

from detente.case.actor import Actor
from detente.case.commitment import Commitment
from detente.case.conflict import Conflict
from detente.case.corridor import Corridor
from detente.case.event import Event
from detente.case.forecast import Forecast
from detente.case.header import Header
from detente.case.issue import Issue
from detente.case.measure import Measure
from detente.case.negotiation_format import Format
from detente.case.position import Capability, Position
from detente.case.record import Record
from detente.case.relation import Relation
from detente.case.scenario import Scenario
from detente.case.settlement import Settlement
from detente.case.source import Source
from detente.case.step import Roadmap, Step
from detente.case.term import Tension, Term


class Case(Record):
    """A dispute as its analyst reads it; a case uses only the sections it needs."""

    case: Header
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    formats: tuple[Format, ...] = ()
    issues: tuple[Issue, ...] = ()
    positions: tuple[Position, ...] = ()
    capabilities: tuple[Capability, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    relations: tuple[Relation, ...] = ()
    measures: tuple[Measure, ...] = ()
    steps: tuple[Step, ...] = ()
    roadmap: Roadmap | None = None
    conflict: Conflict | None = None
    settlement: Settlement | None = None
    corridor: Corridor | None = None
    terms: tuple[Term, ...] = ()
    tensions: tuple[Tension, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
