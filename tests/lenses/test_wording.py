"""What every lens writes is a sentence, names what it speaks of, and loses no citation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from tests.conftest import ROOT, Opener
from tests.lenses.reading import cited, sentences, texts

from detente.case import Case
from detente.case.citation import Citation
from detente.case.shape import records
from detente.casefile import template
from detente.findings import Evidence, Findings
from detente.lenses.evidence import evidence
from detente.lenses.wording import counted, listed, one_or_many, sentence
from detente.session import OpenCase, open_case

DATES = ["2025-07-31", "2019", "2023-06-15", "2025-03", "2026-12-31"]
UNSEEN = {"capabilities", "scenarios"}
"""Sections that neither lens looks at yet."""


@cache
def flagship() -> OpenCase:
    return open_case(ROOT / "examples" / "south-caucasus")


def look(case: OpenCase, as_of: str | None = None) -> list[Findings]:
    return case.at(as_of).look_around()


def names_to_avoid(case: Case) -> re.Pattern[str]:
    """Return a pattern of the ids that no sentence may contain, as they are no words of any language."""
    ids = {getattr(record, "id", None) for _, record in records(case)}
    return re.compile(rf"(?<![\w-])({'|'.join(re.escape(name) for name in ids if name and '-' in name)})(?![\w-])")


@pytest.mark.slow
@pytest.mark.parametrize("as_of", DATES)
def test_every_sentence_of_the_flagship_is_one(as_of: str) -> None:
    said = [text for findings in look(flagship(), as_of) for text in sentences(findings)]

    assert len(said) > 10
    assert [text for text in said if not re.match(r"[A-Z0-9“]", text) or not text.endswith(".")] == []
    assert [text for text in said if re.search(r"\.\.|  |\b1 [a-z]+s are\b|\bto to\b|\b0 \w+s\b", text)] == []


@pytest.mark.slow
@pytest.mark.parametrize("as_of", DATES)
def test_nothing_that_has_a_name_is_called_by_its_id(as_of: str) -> None:
    pattern = names_to_avoid(flagship().case)

    assert [text for findings in look(flagship(), as_of) for text in texts(findings) if pattern.search(text)] == []


def uncited(case: OpenCase) -> set[Evidence]:
    """Return the citations that nobody sees who looks through every lens at the case's own date.

    What a network rests on record by record, of which there are many, stands in the document only.
    """
    wanted = {
        each
        for path, record in records(case.case)
        if isinstance(record, Citation) and path[0] not in UNSEEN
        for each in evidence([record])
    }
    assert wanted
    found = look(case)
    return wanted - {cite for findings in found for cite in (*cited(findings), *of_network(findings))}


def of_network(findings: Findings) -> Iterator[Evidence]:
    """Yield the citations of the records of the network in a document."""
    network = findings.document.get("network") or {}
    kinds = ("places", "links", "borders", "regimes", "flows", "premiums", "permissions")
    for each in (record for kind in kinds for record in network.get(kind, ())):
        yield from evidence(map(Citation.model_validate, each.get("cites", ())))


def test_no_citation_of_the_flagship_is_lost() -> None:
    assert uncited(flagship()) == set()


def test_no_citation_of_the_template_is_lost(opened: Opener) -> None:
    assert uncited(opened(template("demo"))) == set()


EVERYWHERE = """
case: {id: demo, as_of: 2025-07-10}
sources: [{id: s, title: S}]
actors: [{id: north, name: North, kind: state, cites: [s ¶1]}, {id: south, name: South, kind: state}]
events: [{id: e, date: 2025, what: w, cites: [s ¶2]}]
formats: [{id: f, note: they meet, from: 2024, cites: [s ¶3]}]
issues: [{id: i, on_agenda: 2025-01, cites: [s ¶4], outcomes: [{id: o, cites: [s ¶5]}]}]
positions: [{actor: north, issue: i, date: 2024, cites: [s ¶6]}, {actor: north, issue: i, date: 2025-01, cites: [s ¶7]}]
commitments: [{id: c, cites: [s ¶8], status: [{is: offered, from: 2024, cites: [s ¶9]}, {is: agreed, from: 2026}]}]
relations: [{from: north, to: south, date: 2025-01, cites: [s ¶10]}]
measures:
  - id: m
    cites: [s ¶11]
    observations: [{date: 2023, value: 1, cites: [s ¶12]}, {date: 2024, value: 2, cites: [s ¶13]}]
steps:
  - {id: a, name: A, cites: [s ¶14]}
  - {id: b, name: B, requires: [{step: a, cites: [s ¶15]}, {any: [{step: a, cites: [s ¶16]}, a], cites: [s ¶17]}]}
conflict:
  cites: [s ¶18]
  decision_makers:
    - {actor: north, cites: [s ¶19], options: [{id: x, cites: [s ¶20]}],
       preferences: {cites: [s ¶21], statements: [{when: x, cites: [s ¶22]}]}}
    - {actor: south, options: [{id: y}], preferences: {cites: [s ¶23], weights: {x: 1}}}
  infeasible: [{when: x and y, cites: [s ¶24]}]
settlement: {parties: [{actor: north, values: {i: {o: 0.5}}, cites: [s ¶28]}]}
terms: [{term: t, cites: [s ¶25]}]
tensions: [{id: t1, what: w, cites: [s ¶26]}]
forecasts: [{id: g, then: t, cites: [s ¶27]}]
"""


def test_wherever_a_claim_is_cited_a_reader_sees_it(opened: Opener) -> None:
    case = opened(EVERYWHERE)

    assert case.errors == ()
    assert uncited(case) == set()
    assert len({cite for findings in look(case) for cite in cited(findings)}) == 28


def test_joining_and_counting() -> None:
    assert [listed(list("abc")[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert listed(["a", "b"], last="or") == "a or b"
    assert [counted(n, "event") for n in range(3)] == ["0 events", "1 event", "2 events"]
    assert counted(2, "party", "parties") == "2 parties"
    assert [one_or_many(n, "is", "are") for n in range(3)] == ["are", "is", "are"]


@pytest.mark.parametrize(
    ("written", "said"), [("they met", "They met."), (" It is so. ", "It is so."), ("really?", "Really?")]
)
def test_what_an_analyst_wrote_becomes_a_sentence(written: str, said: str) -> None:
    assert sentence(written) == said
