"""Scenarios by the hundred such as an analyst writes: one to three changes each, of every kind, some of them wrong."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from detente.casefile import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from detente.case import Case

Written = dict[str, Any]

_STATUS = ("met", "agreed", "scheduled", "due", "unmet", "open")


def what_ifs(path: Path, count: int) -> list[Written]:
    """Return scenarios of the case at ``path`` as plain values; one in ten is wrong in some way."""
    draw, case = random.Random(count), load(path).case  # noqa: S311
    return [_scenario(draw, case, number) for number in range(count)]


def _scenario(draw: random.Random, case: Case, number: int) -> Written:
    size = draw.choice((1, 1, 2, 3))
    offered = (list((_wrong if number % 10 == 9 else _right)(draw, case, f"{number}-{k}")) for k in range(size))
    changes = [draw.choice(kinds) for kinds in offered]
    return {"id": f"what-if-{number}", "title": f"What if {number}", "assumption": "made up", "changes": changes}


def _right(draw: random.Random, case: Case, name: str) -> Iterator[Written]:
    """Yield one change of each kind that a case with steps, positions and events allows."""
    step, issue = draw.choice(case.steps).id, draw.choice(case.issues).id
    actor, event = draw.choice(case.actors).id, draw.choice(case.events).id
    numbered = [each.id for each in case.positions if each.id and each.value is not None]
    yield {"set": f"steps.{step}.status", "to": draw.choice(_STATUS)}
    yield {"set": f"steps.{step}.date", "to": f"2026-0{draw.randint(1, 9)}"}
    yield {"set": f"steps.{step}.duration", "to": [30, 30 + draw.randint(1, 90)]}
    yield {"drop": f"steps.{step}"}
    yield {"add": "steps", "record": {"id": f"step-{name}", "name": "A new step", "requires": [step]}}
    yield {"set": f"positions.{draw.choice(numbered)}.value", "to": [20, 20 + draw.randint(1, 60)]}
    yield {"add": "positions", "record": {"actor": actor, "issue": issue, "stance": f"New {name}", "assumption": "a"}}
    yield {"add": "events", "record": {"id": f"news-{name}", "date": "2025-07-01", "what": "News", "actors": [actor]}}
    yield {"drop": f"events.{event}"}
    yield from _of_models(draw, case)


def _of_models(draw: random.Random, case: Case) -> Iterator[Written]:
    """Yield one change of each kind to the conflict and the settlement."""
    makers = case.conflict.decision_makers if case.conflict else ()
    options = [option.id for maker in makers for option in maker.options]
    stated = [
        f"conflict.{maker.actor}.{each.id}"
        for maker in makers
        for each in (maker.preferences and maker.preferences.statements) or ()
    ]
    yield {"set": f"conflict.{draw.choice(options)}.available", "to": draw.choice((False, None))}
    yield {"set": f"conflict.{draw.choice(options)}.direction", "to": "both"}
    yield {"drop": f"conflict.{draw.choice(options)}"}
    yield {"drop": draw.choice(stated)}
    yield {"set": f"{draw.choice(stated)}.when", "to": f"not {draw.choice(options)}"}
    yield {"add": "conflict.infeasible", "record": {"when": " and ".join(draw.sample(options, 2)), "assumption": "a"}}
    party = draw.choice([party for party in (case.settlement.parties if case.settlement else ()) if party.weights])
    yield {"set": f"settlement.{party.actor}.batna", "to": draw.randint(0, 10) / 10}
    yield {"set": f"settlement.{party.actor}.weights.{draw.choice(list(party.weights))}", "to": draw.random()}


def _wrong(draw: random.Random, case: Case, name: str) -> Iterator[Written]:
    """Yield one change of each kind that breaks a rule, or cannot be made."""
    step = draw.choice(case.steps).id
    yield {"drop": f"events.nothing-{name}"}
    yield {"set": f"steps.{step}.status", "to": "mett"}
    yield {"set": f"steps.{step}.date", "to": "soon"}
    yield {"add": "events", "record": {"id": f"event-{name}", "date": 2025, "what": "w", "actors": ["nobody"]}}
    yield {"add": "steps", "record": {"id": f"step-{name}", "name": "S", "requires": ["nowhere"]}}
    yield {"add": "conflict.infeasible", "record": {"when": "not ("}}
