"""What a lens says: worked out when asked for, and whole wherever it is sent."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path

import pytest

import detente
from detente.findings import Finding, Findings, Head, Result, Told

FLAGSHIP = Path(__file__).parents[2] / "examples/south-caucasus"


@pytest.mark.parametrize("lens", ["chronicle", "conflict", "roadmap", "settlement"])
def test_it_goes_to_another_process_whole(lens: str) -> None:
    findings = detente.open(FLAGSHIP).at().look(lens)

    back = pickle.loads(pickle.dumps(findings))  # noqa: S301 - our own bytes

    assert back.document == findings.document
    assert back.findings == findings.findings
    assert back.references == findings.references


class Found(Result):
    """Nothing but a place in the document."""


def test_a_chapter_that_is_only_said_is_worked_out_only_for_readers() -> None:
    asked: list[str] = []

    def told(key: str, kind: type) -> Told:
        def find() -> str:
            asked.append(key)
            return key

        return Told(key, kind, find, lambda _found: (Finding(key, f"{key}.", lens="l", id=key),))

    chapters = (told("said", str), told("shown", Found))
    findings = Findings("l", "Q?", (), Head("l/1", "c", "2025", None), chapters)

    assert (len(findings.results), asked) == (1, ["shown"])
    assert ([finding.id for finding in findings.findings], asked) == (["said", "shown"], ["shown", "said"])


def test_a_key_that_two_results_have_is_refused() -> None:
    """A chapter that somebody adds cannot put its own in place of what another found."""

    @dataclass(frozen=True)
    class Forged(Result):
        case: str

    chapters = (Told("forged", Forged, lambda: Forged("another"), lambda _found: ()),)
    findings = Findings("l", "?", (), Head("l/1", "demo", "2025", None), chapters)

    with pytest.raises(ValueError, match="Forged has the key 'case', which another result has"):
        findings.document  # noqa: B018
