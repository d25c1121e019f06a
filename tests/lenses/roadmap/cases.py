"""Roadmaps small enough to work out by hand, and their documents."""

from __future__ import annotations

from typing import Any

from detente.lenses.roadmap.options import RoadmapOptions
from detente.session import OpenCase

# The reform needs a draft and, strictly after the elections, a vote that takes 50 days. North may give way instead.
CASE = """
    case: {id: demo, as_of: 2025-07-10}
    sources: [{id: paper, title: A paper}]
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    steps:
      - {id: text, name: Text agreed, status: met, date: 2025-03-13, cites: [paper ¶1]}
      - {id: draft, name: Draft ready, status: due, date: 2026-01/2026-03, responsible: [south], cites: [paper ¶2]}
      - {id: elections, name: Elections, status: scheduled, date: 2026-06-07, cites: [paper ¶2]}
      - id: vote
        name: The vote
        requires: [draft, {step: elections, strict: true}]
        duration: 50
        assumption: as we remember the law
        responsible: [south]
      - {id: dropped, name: North drops its demand, status: unmet, responsible: [north], cites: [paper ¶3]}
      - {id: group, name: The group dissolved, status: unmet, demanded_by: [north], cites: [paper ¶4]}
      - {id: rumour, name: A rumour, cites: [paper ¶5]}
      - id: signed
        name: Treaty signed
        duration: 0
        requires:
          - text
          - {step: group, hedge: practically, cites: [paper ¶4], certainty: attributed}
          - {any: [vote, dropped], cites: [paper ¶3]}
          - {step: rumour, accelerates: true, cites: [paper ¶5]}
        cites: [paper ¶1]
    roadmap: {goal: signed}
"""


DEADLOCK = """
    sources: [{id: paper, title: A paper}]
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    steps:
      - {id: pull-back, name: South pulls back, responsible: [south], requires: [{step: lift, cites: [paper ¶1]}]}
      - {id: lift, name: North lifts the ban, responsible: [north], requires: [{step: pull-back, cites: [paper ¶2]}]}
      - {id: peace, name: Peace, requires: [pull-back, lift]}
    roadmap: {goal: peace}
"""


def document(case: OpenCase, **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = dict(case.at().look("roadmap", RoadmapOptions(**asked)).document)
    return found
