"""A concept that nobody shipped is on the page, in the JSON and in the exports, whatever it turns on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.lenses.reading import sentences
from tests.methods.gmcr.strangers import CONTENT, CONTENT_COALITION, CONTENT_WITH_DIAGRAMS, FEARFUL, planted

from detente.lenses.conflict.concepts import strongest_first
from detente.lenses.conflict.options import ConflictOptions
from detente.methods.gmcr.coalitions import concepts as coalitional
from detente.methods.gmcr.stability import further
from detente.session import open_case

FLAGSHIP = ROOT / "examples" / "south-caucasus"
EVERYTHING = ConflictOptions(
    why="status-quo", start="status-quo", coalitions=True, robust=True, also=("sim",), toward="impasse"
)


@pytest.mark.parametrize(("source", "key", "name"), [(FEARFUL, "fearful", "FMR"), (CONTENT, "content", "Con")])
def test_a_concept_that_nobody_shipped_is_told_everywhere(source: str, key: str, name: str, tmp_path: Path) -> None:
    with planted(source, tmp_path):
        sight = open_case(FLAGSHIP).at()
        findings = sight.look("conflict", EVERYTHING)
        document, said = findings.document, " ".join(sentences(findings))
        graph = sight.export("graphml")

    assert key in document["stability"]
    assert key in document["toward"]["concepts"]
    assert key in document["robust"]["survival"]
    assert key in document["uncertainty"]["equilibria"]
    assert key in document["hypergame"]["equilibria"]
    assert all(key in found for found in document["certificates"]["decision_makers"].values())
    assert f"{name} {len(document['equilibria'][key])}" in said
    assert f"equilibrium-{key}" in graph
    assert key not in strongest_first()


@pytest.mark.parametrize(("source", "answered"), [(FEARFUL, True), (CONTENT, False), (CONTENT_WITH_DIAGRAMS, True)])
def test_without_a_symbolic_form_it_is_said_that_it_is_not_answered(
    source: str, answered: bool, tmp_path: Path
) -> None:
    with planted(source, tmp_path):
        findings = open_case(FLAGSHIP).at().look("conflict", ConflictOptions(engine="symbolic"))
        document, said = findings.document, " ".join(sentences(findings))
    [key] = {"fearful", "content"} & {*document["equilibria"], *document["too_large"]}

    assert (key in document["equilibria"]) is answered
    assert ("Not answered under Con: " in said) is not answered


@pytest.mark.parametrize(
    ("source", "key", "name", "reasons"),
    [
        (FEARFUL, "fearful", "FMR", True),
        (CONTENT, "content", "Con", False),
        (CONTENT_WITH_DIAGRAMS, "content", "Con", False),
    ],
)
def test_one_that_is_asked_for_gives_its_reasons_or_its_verdict(
    source: str, key: str, name: str, reasons: bool, tmp_path: Path
) -> None:
    with planted(source, tmp_path, among=further):
        found = open_case(FLAGSHIP).at().conflict(also=[key], why="status-quo")
        document, said = found.document, list(sentences(found))

    stay = document["stability"][key]
    assert key in document["equilibria"]
    for maker, certificates in document["certificates"]["decision_makers"].items():
        stays = document["status_quo"] in stay[maker]
        assert certificates[key]["stable"] == str(stays).lower()
        assert ("improvements" in certificates[key]) is reasons
        words = "stays" if stays else "would leave"
        assert any(each.startswith(f"Under {name}, ") and each.endswith(f" {words}.") for each in said)


def test_one_of_coalitions_is_told_of_each(tmp_path: Path) -> None:
    with planted(CONTENT_COALITION, tmp_path, among=coalitional):
        found = open_case(FLAGSHIP).at().conflict(coalitions=True)
        document, said = found.document, " ".join(sentences(found))

    assert all("ccontent" in verdicts for verdicts in document["coalitions"].values())
    assert " CCon " in said
