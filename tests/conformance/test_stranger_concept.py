"""A concept that nobody shipped is on the page, in the JSON and in the exports, whatever it turns on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.lenses.reading import sentences
from tests.methods.gmcr.strangers import CONTENT, CONTENT_WITH_DIAGRAMS, FEARFUL, planted

from detente.lenses.conflict.concepts import strongest_first
from detente.lenses.conflict.options import ConflictOptions
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
