"""What is least certain: the one input to find out next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import LeastCertain
from detente.lenses.conflict.uncertainty.shares import Shares
from detente.lenses.settlement.packages.now import Today
from detente.lenses.settlement.packages.uncertainty import Uncertain
from detente.lenses.wording import sentence

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.lenses.settlement.packages.draws import Bar, Draws


def least_certain(matter: Matter) -> LeastCertain | None:
    """Return the input that changes most; ``None`` where no input is uncertain."""
    return _of_settlement(matter) or _of_conflict(matter)


def _of_settlement(matter: Matter) -> LeastCertain | None:
    bars = [bar for draws in _draws(matter) for bar in draws.tornado]
    first = next((bar for bar in bars if bar.flips), None) or max(bars, key=_span, default=None)
    return None if first is None else LeastCertain(sentence(_what(matter, first)), _where(matter, first))


def _draws(matter: Matter) -> list[Draws]:
    """Return what uncertain numbers do to what can be had now, then to all."""
    today, every = matter.found("settlement", Today), matter.found("settlement", Uncertain)
    now = today.now.uncertainty if today is not None and today.now is not None else None
    return [each for each in (now, every.uncertainty if every is not None else None) if each is not None]


def _span(bar: Bar) -> float:
    return abs(bar.high.slack - bar.low.slack)


def _what(matter: Matter, bar: Bar) -> str:
    name, called = matter.speech.names[bar.actor], matter.speech
    issue = next((each for each in matter.case.issues if each.id == bar.issue), None)
    if bar.kind == "batna":
        return f"what {name} has without a deal"
    if bar.kind == "power":
        return f"the bargaining power of {name}"
    if issue is None:
        return f"how much a condition matters to {name}"
    if bar.kind == "weight":
        return f"how much this matters to {name}: {called.label(issue.label)}"
    outcome = next((each.label for each in issue.outcomes if each.id == bar.outcome), "")
    return f"what this is worth to {name}: {called.label(outcome)}"


def _where(matter: Matter, bar: Bar) -> str:
    keys = {
        "batna": "batna",
        "power": "power",
        "weight": f"weights.{bar.issue}",
        "value": f"values.{bar.issue}.{bar.outcome}",
    }
    del matter
    return f"settlement.{bar.actor}.{keys.get(bar.kind, 'conditions')}"


def _of_conflict(matter: Matter) -> LeastCertain | None:
    shares = matter.found("conflict", Shares)
    if shares is None or not shares.questions:
        return None
    first = shares.questions[0]
    name = matter.speech.names[first.decision_maker]
    return LeastCertain(f"What {name} wants most.", f"conflict.{first.decision_maker}.{first.statement}")
