"""Whatever is said of the world says where it comes from."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: a, name: A, kind: state}, {id: b, name: B, kind: state}]
sources: [{id: s, title: S}]
issues: [{id: i, continuum: {}}]
"""

UNCITED = {
    "an event": "events: [»{id: e, date: 2025, what: w}]",
    "a position": "positions: [»{actor: a, issue: i, stance: w}]",
    "a relation": "relations: [»{from: a, to: b, what: w}]",
    "a commitment": "commitments: [»{id: c, text: t, status: [{is: broken, from: 2024}]}]",
    "what became of a commitment": "commitments:\n  - {id: c, text: t,"
    " status: [{is: agreed, from: 2023, cites: [s]}, »{is: broken, from: 2024}]}",
    "a measure": "measures: [»{id: m, what: w}]",
}

CITED = {
    "an event by a source": "events: [{id: e, date: 2025, what: w, cites: [s ¶1]}]",
    "an event by an assumption": "events: [{id: e, date: 2025, what: w, assumption: x}]",
    "a commitment for its statuses": "commitments: [{id: c, assumption: x, status: [{is: broken, from: 2024}]}]",
    "every status of a commitment": "commitments: [{id: c, status: [{is: broken, from: 2024, cites: [s]}]}]",
    "a measure for its observations": "measures: [{id: m, cites: [s], observations: [{value: 3}]}]",
    "every observation of a measure": "measures: [{id: m, observations: [{value: 3, cites: [s]}]}]",
}


@pytest.mark.parametrize(("what", "text"), UNCITED.items(), ids=list(UNCITED))
def test_dt411_a_claim_without_evidence_is_warned_of_once(what: str, text: str, opened: Opener) -> None:
    text, [place] = marked(HEAD + text)
    case = opened(text)

    assert problems(case, sparse=True) == [f"{place} DT411 {what} with neither a citation nor an assumption"]
    assert case.errors == ()
    assert [found.strict().severity for found in case.diagnostics] == ["error"]


@pytest.mark.parametrize("text", CITED.values(), ids=list(CITED))
def test_evidence_for_the_whole_or_for_every_part_is_enough(text: str, opened: Opener) -> None:
    assert problems(opened(HEAD + text), sparse=True) == []


def test_a_number_without_evidence_is_told_as_one_and_strictly_an_error(opened: Opener) -> None:
    case = opened(HEAD + "positions: [{actor: a, issue: i, value: 3}]")

    assert problems(case, sparse=True) == ["5:13 DT410 a number with neither a citation nor an assumption"]
    assert [found.strict().severity for found in case.diagnostics] == ["error"]


def test_other_warnings_stay_warnings(opened: Opener) -> None:
    case = opened(HEAD + "formats: [{id: f, from: 2024}]")

    assert [(found.code, found.strict().severity) for found in case.diagnostics] == [("DT223", "warning")]
