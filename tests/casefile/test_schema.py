"""The JSON Schema accepts what the loader accepts, and refuses what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from detente.case import Case
from detente.case.shape import fields
from detente.casefile import json_schema, template

SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


class Plain(yaml.SafeLoader):
    """YAML as editors read it for a schema: dates stay text, and so do words such as 'on'."""


Plain.yaml_implicit_resolvers = {
    key: [
        (tag, regexp)
        for tag, regexp in found
        if tag != "tag:yaml.org,2002:timestamp" and (tag != "tag:yaml.org,2002:bool" or key in "tTfF")
    ]
    for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> Any:
    return yaml.load(text, Plain)  # noqa: S506


def test_it_is_a_draft_07_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$defs" not in str(SCHEMA)
    assert "prefixItems" not in str(SCHEMA)


def test_it_knows_every_section() -> None:
    assert set(SCHEMA["properties"]) == set(fields(Case))
    assert "required" not in SCHEMA


def test_the_template_fits() -> None:
    VALIDATOR.validate(read(template("demo")))


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "examples").rglob("*.yaml")), ids=lambda p: p.stem)
def test_the_examples_fit(path: Path) -> None:
    VALIDATOR.validate(read(path.read_text(encoding="utf-8")))


CONTRACT = """
case: {id: demo, title: Demo, as_of: 2025-07-10, known_until: 2025-07-31}
sources: [{id: article, title: "…", kind: analysis, published: 2025-07~, reliability: C}]
events: [{id: repeat-demand, date: {before: summit, by: 2 days}, what: "…", actors: [south], cites: [article ¶7]}]
formats: [{id: direct, name: Direct talks, parties: [north], mediators: [], from: 2024-10, to: null}]
issues:
  - {id: treaty, on_agenda: 2025-07-10, continuum: {low: 0, high: 100, labels: {0: none, 100: full}}}
  - {id: absent, on_agenda: false}
  - {id: again, on_agenda: [{from: 2023, to: 2024}, 2025]}
positions: [{actor: north, issue: treaty, value: [60, 80], salience: 0.9, date: 2025-03}]
commitments: [{id: c, status: [{is: agreed, from: 2020-11-10}]}]
steps:
  - {id: s, name: S, requires: [draft, {step: e, strict: true}, {any: [m, d]}], duration: {low: 30, mode: 50, high: 90}}
conflict:
  decision_makers:
    - actor: north
      options: [{id: sign, direction: take-only}, {id: amend, available: "step:referendum"}, {id: x, available: 2026}]
      preferences: {statements: [{id: n1, when: "not sign"}, not amend]}
    - {actor: south, preferences: {ranking: [[NNY], [YNY, NYY], YNN]}}
  infeasible: [{when: "sign and amend"}, {at_most_one: [sign, amend]}]
  coalesce: ["{Y--}"]
  graph: {states: [1, 2], moves: {north: {1: [2]}}}
  status_quo: 1
  perceptions:
    - {by: north, why: "…", cites: article ¶32, changes: [{set: conflict.x.available, to: null}, {drop: conflict.n1}]}
    - {by: south, reads: no claim, from: 2025-03}
forecasts: [{id: f, if: a, then: b, until: 2026-06, probability: [0.2, 0.4]}]
scenarios: [{id: x, changes: [{drop: conflict.s2}, {set: steps.r.status, to: met}]}]
"""


def test_every_short_form_of_the_contract_fits() -> None:
    # Keys of a mapping are text in JSON.
    errors = [f"{list(e.path)}: {e.message}" for e in VALIDATOR.iter_errors(_text_keys(read(CONTRACT)))]

    assert errors == []
    Case.model_validate(_text_keys(read(CONTRACT)))


@pytest.mark.parametrize(
    "text",
    [
        "actor: []",
        "actors: {}",
        "actors: [{id: north, name: N, kind: stat}]",
        "actors: [{id: North, name: N, kind: state}]",
        "actors: [{id: north, name: N, kind: state, colour: red}]",
        "events: [{id: e, what: w}]",
        "events: [{id: e, date: {before: x, after: y}, what: w}]",
        "positions: [{actor: a, issue: i, value: high}]",
        "case: {id: demo}",
        "conflict: {decision_makers: [], perceptions: [{by: north, changes: []}]}",
        "conflict: {decision_makers: [], perceptions: [{by: north, why: it fears}]}",
        "conflict: {decision_makers: [], perceptions: [{changes: [{drop: conflict.n1}]}]}",
    ],
)
def test_what_the_loader_refuses_does_not_fit(text: str) -> None:
    assert not VALIDATOR.is_valid(read(text))


def test_editors_are_told_what_keys_mean() -> None:
    event = SCHEMA["definitions"]["Event"]["properties"]

    assert "precisely" in event["date"]["description"]
    assert "support" in event["cites"]["description"]


def test_editors_are_told_what_dates_mean_and_how_to_write_them() -> None:
    header, event = (SCHEMA["definitions"][name]["properties"] for name in ("Header", "Event"))

    assert header["as_of"]["description"].startswith("The date at which the case stands")
    assert "EDTF" in header["as_of"]["description"]
    assert header["known_until"]["description"].startswith("The information lock")
    assert event["date"]["description"].startswith("When, as precisely as a source says.")


def test_editors_are_told_what_sections_mean() -> None:
    untold = [name for name, section in SCHEMA["properties"].items() if not section.get("description")]
    beside_a_reference = [name for name, section in SCHEMA["properties"].items() if "$ref" in section]

    assert untold == []
    assert beside_a_reference == [], "draft-07 ignores what stands beside a $ref"


def _text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _text_keys(item) for key, item in value.items()}
    return [_text_keys(item) for item in value] if isinstance(value, list) else value
