"""Numbers and preferences say where they come from."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.case.citation import Claim
from detente.case.commitment import Commitment, StatusChange
from detente.case.conflict import DecisionMaker, Preferences, Statement
from detente.case.corridor import CorridorClaim, Link, Permission
from detente.case.disclosure import Disclosure
from detente.case.episode import Likeness, Motive
from detente.case.event import Event
from detente.case.forecast import Forecast
from detente.case.measure import Measure, Observation
from detente.case.negotiation_format import Coupling, Turn
from detente.case.perception import Perception
from detente.case.position import Position
from detente.case.red_line import RedLine
from detente.case.relation import Relation
from detente.case.shape import fields, holds
from detente.case.source import SourceStatus
from detente.case.system import Background, Closure, Gate, HistoryEntry, Impact, StateRequirement
from detente.case.value import Value
from detente.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.record import Record
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

NO_EVIDENCE = Rule(
    "DT410",
    "a number or preference without evidence",
    "Results are only as good as the numbers and preferences they rest on. Cite a source ('cites: [article ¶24]'), or "
    "say why you assume it ('assumption: …'); assumptions are printed beside every result that used them. "
    "'detente check --strict' counts this as an error.",
    Severity.WARNING,
    evidence=True,
)
UNCITED = Rule(
    "DT411",
    "a claim about the world without evidence",
    "An event, a position, a commitment and what became of it, a relation, a measure, a permission, what became of a "
    "source, what is claimed of "
    "a network and what is said of a region say how things were, so a reader must be able to look it up. Cite a source "
    "('cites: [article ¶24]'), or say why you assume it ('assumption: …'). 'detente check --strict' counts this as an "
    "error.",
    Severity.WARNING,
    evidence=True,
)
_CLAIMED = MappingProxyType[type, str](
    {
        Event: "an event",
        Disclosure: "what somebody said of an event",
        Motive: "a motive",
        Turn: "why a track turned",
        Coupling: "a coupling of tracks",
        Likeness: "what two episodes have in common",
        Position: "a position",
        Relation: "a relation",
        StatusChange: "what became of a commitment",
        SourceStatus: "what became of a source",
        CorridorClaim: "what is claimed of a network",
        Permission: "a permission",
        Closure: "a closed state",
        Gate: "a gate",
        HistoryEntry: "the state of a descriptor",
        StateRequirement: "a requirement of a state",
    }
)

_WEIGHED = MappingProxyType[type, str](
    {
        Statement: "a preference statement",
        RedLine: "a red line",
        Perception: "a perception",
        Observation: "an observed value",
        Impact: "an effect",
        Background: "an effect",
    }
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Warn of every claim, number and preference with neither a citation nor an assumption."""
    settled = {path for path, record in context.records if isinstance(record, Claim) and _says_why(record)}
    for path, record in context.records:
        number = _what(record)
        what = number or _claimed(record)
        if what and not any(path[:length] in settled for length in range(1, len(path) + 1)):
            settled.add(path)  # one source for the whole is one for its parts
            rule = NO_EVIDENCE if number else UNCITED
            message = f"{what} with neither a citation nor an assumption"
            yield rule.at(context.spans.span(*path), message, "add 'cites' or 'assumption'")


def _says_why(claim: Claim) -> bool:
    """Whether a claim has evidence of its own; a decision maker's does not stand for each preference."""
    return bool(claim.cites or claim.assumption) and not isinstance(claim, DecisionMaker)


def _what(record: Record) -> str:
    if type(record) in _WEIGHED:
        return _WEIGHED[type(record)]
    if isinstance(record, Preferences) and record.statements is None:
        return "a preference ranking" if record.ranking is not None else "preference weights"
    if isinstance(record, Relation) and record.goldstein is not None:
        return "a Goldstein value"
    if isinstance(record, Claim) and not isinstance(record, Measure) and _has_number(record):
        return "a number"
    return ""


def _claimed(record: Record) -> str:
    """Return what a record claims of the world; a whole whose parts say where they come from needs no more."""
    if isinstance(record, Commitment):
        return "" if any(map(_says_why, record.status)) else "a commitment"
    if isinstance(record, Measure):
        return "" if record.observations else "a measure"
    return _CLAIMED.get(type(record), "")


def _has_number(record: Record) -> bool:
    has_length = isinstance(record, Link) and record.km is not None
    has_interval = isinstance(record, Forecast) and record.interval is not None
    return has_length or has_interval or any(_is_number(getattr(record, name)) for name in _numbers(type(record)))


@cache
def _numbers(kind: type[Record]) -> tuple[str, ...]:
    """Return the attributes of a kind of record that may hold numbers."""
    return tuple(name for name, annotation in fields(kind).values() if holds(annotation, Value))


def _is_number(value: object) -> bool:
    if isinstance(value, dict):
        return any(_is_number(item) for item in value.values())
    return isinstance(value, Value)
