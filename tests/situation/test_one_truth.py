"""Beyond what a case knows every lens says the same of a plan: its time has come, or has not, or nobody can say."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.twins.roadmap_days import Network
from tests.twins.roadmap_networks import as_yaml, random_network

import detente
from detente.lenses.roadmap.options import RoadmapOptions
from detente.session import OpenCase, open_case


def with_options(network: Network) -> str:
    """Return the case file of a network in which an option, and an outcome, waits for each step."""
    names = [step["id"] for step in network["steps"]]
    options = "".join(f"      - {{id: do-{name}, available: 'step:{name}'}}\n" for name in names)
    outcomes = "".join(f"      - {{id: got-{name}, takes: [do-{name}]}}\n" for name in names)
    values = ", ".join(f"got-{name}: 1" for name in names)
    parties = "".join(
        f"    - {{actor: {who}, batna: 0, weights: {{deal: 1}}, values: {{deal: {{{values}}}}}, assumption: x}}\n"
        for who in ("north", "south")
    )
    return f"""{as_yaml(network)}
actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
conflict:
  decision_makers:
  - actor: north
    options:
{options}
  - {{actor: south, options: [{{id: wait}}]}}
issues:
  - id: deal
    outcomes:
{outcomes}
settlement:
  parties:
{parties}
"""


def told(case: OpenCase, as_of: str, known: str) -> dict[str, dict[str, Any]]:
    """Return by step what each lens says of it on a day, and whether that lies beyond the last day known."""
    sight = case.at(as_of)
    show = sight.chronicle().document["steps"]
    roadmap = sight.look("roadmap", RoadmapOptions(model=True)).document
    stages = {step["id"]: step for step in roadmap["model"]["steps"]}
    options = sight.situation.options
    possible = {
        each["package"]["deal"].removeprefix("got-"): each["possible"]
        for each in sight.settle().document["packages"]["zopa"]
    }
    return {
        name: {
            "show": show[name]["met"],
            "roadmap": str(stages[name]["met"]),
            "done": stages[name]["done"],
            "as planned": name in roadmap["as_planned"],
            "open": options[f"do-{name}"].open,
            "assumed": options[f"do-{name}"].assumed,
            "unknown": options[f"do-{name}"].undetermined,
            "possible": possible[name],
            "coming": stages[name]["earliest"] is not None,
            "earliest": stages[name]["earliest"],
            "beyond": as_of > known,
        }
        for name in show
    }


def disagreements(found: dict[str, Any], as_of: str) -> list[str]:
    """Return in words where the lenses say different things of a step."""
    truth = found["show"]
    wanted = {
        "roadmap": truth,
        "assumed": found["as planned"],
        "open": truth == "true" or found["as planned"],
        "done": truth == "true" or found["as planned"],
        "possible": found["open"],
        "unknown": truth == "undetermined" and not found["as planned"],
    }
    wrong = [f"{key} is {found[key]}, not {value}" for key, value in wanted.items() if found[key] != value]
    wrong += ["a plan counts that is no open question"] if found["as planned"] and truth != "undetermined" else []
    if truth == "false" and found["beyond"] and found["coming"] and not found["earliest"] > as_of:
        wrong.append(f"it has not come by its plan, but may have since {found['earliest']}")
    return wrong


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_every_lens_says_the_same_of_every_step(seed: int, tmp_path: Path) -> None:
    random, file, seen, wrong = Random(seed), tmp_path / "network.yaml", 0, []
    kinds: set[tuple[str, bool]] = set()
    while seen < 25:
        network = random_network(random)
        file.write_text(with_options(network), encoding="utf-8")
        case = open_case(file)
        if case.errors:
            continue
        seen += 1
        known = max(network["as_of"], network.get("known_until", ""))
        for later in (0, random.randint(1, 60), random.randint(61, 600)):
            as_of = (date.fromisoformat(known) + timedelta(later)).isoformat()
            for name, found in told(case, as_of, known).items():
                kinds.add((found["show"], found["as planned"]))
                wrong += [f"{name} --as-of {as_of}: {each}\n{as_yaml(network)}" for each in disagreements(found, as_of)]
    assert not wrong, "\n".join(wrong[:3])
    assert kinds == {("true", False), ("false", False), ("undetermined", False), ("undetermined", True)}


CASE = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}]
steps:
  - {id: vote, name: Vote, status: scheduled, date: 2026-06}
  - {id: law, name: Law, requires: [vote], duration: [50, 60], assumption: x}
  - {id: pact, name: Pact, requires: [law], duration: 0, assumption: x, demanded_by: [north]}
roadmap: {goal: pact}
"""


@pytest.mark.parametrize(
    ("as_of", "vote", "law"),
    [
        ("2025-07-10", "false", "false"),
        ("2026-05-31", "false", "false"),
        ("2026-06-15", "undetermined", "false"),
        ("2026-06-30", "undetermined", "false"),
        ("2026-07-21", "undetermined", "undetermined"),  # 50 days after the 1st of June
        ("2027-01-01", "undetermined", "undetermined"),
    ],
)
def test_a_plan_is_open_from_the_first_day_that_the_roadmap_has_it(
    as_of: str, vote: str, law: str, tmp_path: Path
) -> None:
    file = tmp_path / "demo.yaml"
    file.write_text(CASE, encoding="utf-8")
    sight = open_case(file).at(as_of)
    steps = sight.chronicle().document["steps"]

    assert (steps["vote"]["met"], steps["law"]["met"]) == (vote, law)
    assert sight.roadmap().document["as_planned"] == {
        "2026-06-30": ["vote"],
        "2026-07-21": ["vote"],
        "2027-01-01": ["law", "pact", "vote"],
    }.get(as_of, [])


def test_page_and_record_count_alike(root: Path) -> None:
    sight = detente.open(root / "examples" / "south-caucasus").at("2026-06-30")
    steps = sight.chronicle().document["steps"]
    roadmap = sight.look("roadmap", RoadmapOptions(model=True))
    stages = {step["id"]: step for step in roadmap.document["model"]["steps"]}

    assert {name: str(stage["met"]) for name, stage in stages.items()} == {k: each["met"] for k, each in steps.items()}
    taken = set(roadmap.document["as_planned"])
    assert {name for name, stage in stages.items() if stage["done"]} - taken == {
        name for name, each in steps.items() if each["met"] == "true"
    }
    assert {steps[name]["met"] for name in taken} == {"undetermined"}
    assert steps["elections"]["met"] == "undetermined"
    assert steps["referendum"]["met"] == "false"  # by its plan it follows fifty days after the elections
    assert not sight.situation.options["adopt-constitution"].open
    counts = {
        finding.headline.split(" it cannot be said")[0].split(" of ")[-1]
        for finding in sight.chronicle().findings
        if finding.id == "steps"
    }
    (said,) = (
        each.text
        for finding in roadmap.findings
        if finding.id == "paths"
        for each in finding.statements
        if "it cannot be said" in each.text
    )
    assert said.startswith(f"Of {counts.pop()} of the ")
    amended = [
        each for each in sight.settle().document["packages"]["zopa"] if each["package"]["constitution"] == "amended"
    ]
    assert amended
    assert not any(each["possible"] for each in amended)
