"""Planting a module that nobody has heard of in a package, and a case that every lens has something for."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from detente.lenses import chapter

CASE = """
case: {id: small, as_of: 2025-06-01}
actors: [{id: a, name: North, kind: state}, {id: b, name: South, kind: state}]
issues:
  - {id: i, continuum: {}}
  - {id: j, outcomes: [{id: yes, takes: [p]}, {id: no}]}
positions:
  - {actor: a, issue: i, value: 10, assumption: x}
  - {actor: b, issue: i, value: 70, assumption: x}
steps: [{id: s, name: Signed, date: 2026}]
roadmap: {goal: s}
conflict:
  decision_makers:
    - {actor: a, options: [{id: p, text: Sign}], preferences: {statements: [p], assumption: x}}
    - {actor: b, options: [{id: q, text: Pay}], preferences: {statements: [p], assumption: x}}
  status_quo: []
settlement:
  parties:
    - {actor: a, assumption: x, batna: 0.2, values: {j: {yes: 1, no: 0}}}
    - {actor: b, assumption: x, batna: 0.2, values: {j: {yes: 1, no: 0}}}
corridor:
  nodes: [{id: hill, country: NO, lat: 60, lon: 11.8, assumption: x},
    {id: bay, country: SE, lat: 60, lon: 12.9, assumption: x}]
  links: [{id: road, a: hill, b: bay, mode: road, km: 90, country: NO, regime: free, assumption: x}]
  regimes: [{id: free, kind: sovereign, assumption: x}]
  flows: [{id: ore, origin: hill, destination: bay, kt: 10, assumption: x}]
system:
  descriptors:
    - {id: mood, states: [{id: good}, {id: bad}], history: [{is: good, from: 2025-01, assumption: x}]}
    - {id: trade, states: [{id: slow}, {id: brisk}], history: [{is: slow, from: 2025-01, assumption: x}]}
  impacts: [{from: mood.good, on: trade.brisk, effect: 1, assumption: x}]
"""


@contextmanager
def planted(package: str, name: str, text: str, folder: Path) -> Iterator[None]:
    """Let a module stand in a package while the block runs."""
    owner = importlib.import_module(package)
    before = list(owner.__path__)
    (folder / f"{name}.py").write_text(text, encoding="utf-8")
    owner.__path__ = [*before, str(folder)]
    chapter._modules.cache_clear()
    try:
        yield
    finally:
        owner.__path__ = before
        chapter._modules.cache_clear()
        sys.modules.pop(f"{package}.{name}", None)
        vars(owner).pop(name, None)
