"""The order of steps, of what they wait for and of alternatives decides nothing, not even among equals."""

from __future__ import annotations

import json
from random import Random
from textwrap import dedent
from typing import Any

import pytest
import yaml
from tests.conftest import Opener
from tests.lenses.roadmap.cases import CASE, DEADLOCK

from detente.findings import Findings
from detente.lenses.roadmap.options import RoadmapOptions

TIES = """
    case: {id: demo, as_of: 2025-07-10}
    steps:
      - {id: w, name: W}
      - {id: x, name: X}
      - {id: y, name: Y}
      - {id: z, name: Z, requires: [{any: [y, x]}, {any: [{all: [x, y]}, w]}, {step: y, accelerates: true}]}
      - {id: p, name: P, requires: [q]}
      - {id: q, name: Q, requires: [r, p]}
      - {id: r, name: R, requires: [q]}
      - {id: g, name: G, requires: [{any: [z, w, p]}, {any: [{step: y, hedge: perhaps}, x]}]}
    roadmap: {goal: g}
"""


def shuffled(value: Any, random: Random) -> Any:
    """Return the steps of a case, or what they wait for, in another order, at every depth."""
    if isinstance(value, dict):
        return {key: shuffled(each, random) for key, each in value.items()}
    if isinstance(value, list):
        return [shuffled(each, random) for each in random.sample(value, len(value))]
    return value


def told(case: dict[str, Any], opened: Opener) -> Findings:
    return opened(yaml.safe_dump(case, sort_keys=False)).at().look("roadmap", RoadmapOptions(model=True))


@pytest.mark.parametrize("text", [CASE, DEADLOCK, TIES], ids=["case", "deadlock", "ties"])
def test_shuffled_steps_give_the_same_bytes_and_words(text: str, opened: Opener) -> None:
    case = {"case": {"id": "demo", "as_of": "2025-07-10"}} | yaml.safe_load(dedent(text))
    before = told(case, opened)
    for seed in range(8):
        steps = shuffled(case["steps"], Random(seed))
        kept = {step["id"]: step for step in case["steps"]}
        for step in steps:  # the order of sources and of actors is the analyst's
            step |= {key: kept[step["id"]][key] for key in ("cites", "responsible", "demanded_by") if key in step}
        after = told(case | {"steps": steps}, opened)
        assert json.dumps(dict(after.document)) == json.dumps(dict(before.document))
        assert after.findings == before.findings
