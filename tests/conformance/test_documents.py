"""What is printed for programs fits the schema that is made from the types of the results."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings
from tests.conftest import ROOT
from tests.session.test_clean_cases import cases, opened
from typer.testing import CliRunner

from detente.brief.document import BRIEF
from detente.cli.main import application
from detente.findings import Findings, plain
from detente.lenses.registry import shipped
from detente.session import open_case
from detente.session.checking import Checked
from detente.session.comparing import COMPARE
from detente.session.schemas import schema_of
from detente.session.sight import Sight

CATALOG = sorted((ROOT / "catalog").rglob("*.yaml"))
FORESIGHT = ("detente.seal/1", "detente.verify/1", "detente.score/1")
FLAGSHIP = ROOT / "examples" / "south-caucasus"


@cache
def validator(document: str) -> jsonschema.Draft7Validator:
    """Return what holds a document against its schema, by the name in its ``format``."""
    schema = schema_of(document.removeprefix("detente.").partition("/")[0])
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


@cache
def told_of_the_flagship() -> tuple[str, ...]:
    """Return the lenses for which the flagship has something."""
    case = open_case(FLAGSHIP).case
    return tuple(key for key, lens in shipped().items() if lens.applies(case))


def validate(document: Any) -> None:
    validator(document["format"]).validate(json.loads(json.dumps(document)))


def validate_all(sight: Sight) -> None:
    for findings in sight.look_around():
        validate(findings.document)
    validate(plain(sight.head(BRIEF)) | plain(sight.brief()))


@pytest.mark.parametrize("lens", told_of_the_flagship())
def test_the_flagship_fits(lens: str) -> None:
    validate(open_case(FLAGSHIP).at().look(lens).document)


@pytest.mark.parametrize("date", ["2024", "2025-07", "2026-06-01"])
def test_the_flagship_at_other_dates_fits(date: str) -> None:
    validate_all(open_case(FLAGSHIP).at(date))


def asked(sight: Sight) -> list[Findings]:
    """Return what is found when everything is asked for that can be."""
    return [
        sight.conflict(
            why="status-quo", start="status-quo", toward="status-quo", coalitions=True, robust=True, also=("sim",)
        ),
        sight.conflict(max_states=1, start="status-quo", robust=True),
        sight.conflict(engine="symbolic"),
        sight.settle(exchanges=False, challenge="literal"),
    ]


def test_what_options_add_fits() -> None:
    for findings in asked(open_case(FLAGSHIP).at()):
        validate(findings.document)


@pytest.mark.parametrize("path", CATALOG, ids=lambda path: path.stem)
def test_the_catalogue_fits(path: Path) -> None:
    validate_all(open_case(path).at())


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(cases())
def test_generated_cases_fit(tmp_path: Path, case: dict[str, Any]) -> None:
    """With one perception at most: whether a lens refuses more of them under a scenario is not asked here."""
    case["conflict"] = case["conflict"] | {"perceptions": case["conflict"].get("perceptions", [])[:1]}
    found = opened(case, tmp_path)
    validate(plain(Checked.of(found.diagnostics)))
    assume(not found.errors)
    for scenario in (None, *(each.id for each in found.case.scenarios)):
        validate_all(found.at(scenario=scenario))


@pytest.mark.parametrize("lens", shipped().values(), ids=lambda lens: lens.key)
def test_every_lens_has_a_schema_by_its_word(lens: Any) -> None:
    word = lens.document.partition(".")[2].partition("/")[0]
    printed = CliRunner().invoke(application(), ["schema", "--of", word])
    assert json.loads(printed.output) == lens.schema()
    assert json.loads(printed.output)["title"] == lens.document


@pytest.mark.parametrize(
    "document", [*(lens.document for lens in shipped().values()), "detente.check/1", BRIEF, COMPARE, *FORESIGHT]
)
def test_every_key_of_a_document_is_described(document: str) -> None:
    assert list(undescribed(validator(document).schema)) == []


def undescribed(schema: Any) -> Iterator[str]:
    """Yield the keys of which a schema does not say what they hold."""
    if isinstance(schema, dict):
        for key, held in schema.get("properties", {}).items():
            if not any("description" in each for each in (held, *held.get("anyOf", ()))):
                yield key
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    yield from (key for each in inner for key in undescribed(each))


def test_a_misspelt_document_is_wrong_usage() -> None:
    printed = CliRunner().invoke(application(), ["schema", "--of", "roadmpa"])
    assert printed.exit_code == 2
    assert "there is no document 'roadmpa'; did you mean 'roadmap'?" in printed.output


def test_a_document_of_another_kind_does_not_fit() -> None:
    findings = open_case(FLAGSHIP).at().roadmap()
    with pytest.raises(jsonschema.ValidationError):
        validator("detente.check/1").validate(findings.document)
