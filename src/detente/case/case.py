"""The case: everything an analyst says about a dispute."""

from __future__ import annotations

from detente.case.actor import Actor
from detente.case.commitment import Commitment
from detente.case.conclusion import Conclusion
from detente.case.conflict import Conflict
from detente.case.corridor import Corridor
from detente.case.disclosure import Disclosure
from detente.case.episode import Episode
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
from detente.case.system import System
from detente.case.term import Tension, Term


class Case(Record):
    """A dispute as its analyst reads it; a case uses only the sections it needs.

    Attributes
    ----------
    case
        What the case is about, and the date it stands at.
    sources
        What is cited: who published it, when, and with what interest.
    actors
        Everyone who acts, speaks or is affected.
    events
        What happened, and when.
    disclosures
        How events became known: who spoke first, who kept silent, who framed them.
    episodes
        Chains of incidents that answer each other.
    formats
        The negotiation tracks: who talks to whom, and through whom.
    issues
        What is negotiated, and what is absent from the table.
    positions
        What each actor wants on each issue, over time.
    capabilities
        What each actor can bring to bear.
    commitments
        Who owes what to whom, and what became of it.
    relations
        What actors did to each other, and how friendly it was.
    measures
        Observed quantities that tell how far things have come.
    steps
        What has to happen on the way to the goal, and what each step waits for.
    roadmap
        Which step is the goal.
    conflict
        Who can do what, what cannot be, and what each prefers.
    settlement
        What each party gains from each outcome, and without an agreement.
    corridor
        The transport network, its borders and the regimes at them.
    system
        The conditions of the region, and how they move each other.
    terms
        Words that take sides, who uses them, and the neutral wording.
    tensions
        Claims that pull apart, and how the case reads them.
    conclusions
        What is inferred, from what, and what would overturn it.
    forecasts
        Claims about what comes next, and what would show it.
    scenarios
        What-ifs: named changes to the case.
    """

    case: Header
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    episodes: tuple[Episode, ...] = ()
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
    system: System | None = None
    terms: tuple[Term, ...] = ()
    tensions: tuple[Tension, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    scenarios: tuple[Scenario, ...] = ()

    def __repr__(self) -> str:
        sections = {name: getattr(self, name) for name in type(self).model_fields if name != "case"}
        sizes = [f"{len(each)} {name}" if isinstance(each, tuple) else name for name, each in sections.items() if each]
        return f"<Case {self.case.id!r}: {', '.join(sizes) or 'empty'}>"

    def __str__(self) -> str:
        return repr(self)
