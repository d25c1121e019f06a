"""Small cases for the chapters of the chronicle, and what these say of them."""

from __future__ import annotations

from tests.conftest import Opener
from tests.lenses.reading import chapter

from detente.findings import Figure, Finding
from detente.findings.figures.lanes import Lanes

BASE = """
case: {id: demo, as_of: 2025-07-10}
sources: [{id: s, title: A source, publisher: Press, kind: newspaper, reliability: C, url: "https://example.org"}]
actors:
  - {id: north, name: North, kind: state, role: party, aliases: [Northtown], names: {ka: ჩრდილოეთი}}
  - {id: minister, name: The minister, kind: person, part_of: north, cites: [s ¶1]}
  - {id: coast, name: Coast, kind: state}
  - {id: chair, name: The chair, kind: person, part_of: coast}
issues: [{id: route, name: The route, continuum: {low: 0, high: 100, unit: km}}]
"""


PLAIN = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues: [{id: route, name: The route}, {id: text, name: The text}]
"""


def read(opened: Opener, name: str, text: str) -> Finding:
    case = opened(BASE + text)
    assert case.errors == ()
    return chapter(case.at().chronicle(), name)


def lanes(figure: Figure) -> Lanes:
    """Return what a figure of lanes draws."""
    assert isinstance(figure.spec, Lanes)
    return figure.spec


def headline(opened: Opener, name: str, text: str, as_of: str | None = None) -> str:
    case = opened((PLAIN.replace("actors:", "#") if "actors:" in text else PLAIN) + text)
    assert case.errors == ()
    return chapter(case.at(as_of).chronicle(), name).headline


def absent(opened: Opener, name: str, text: str, as_of: str | None = None) -> bool:
    return name not in [finding.id for finding in opened(PLAIN + text).at(as_of).chronicle().findings]
