"""A case that ``check`` calls clean is refused by no lens: at its own date, as it is and under each scenario."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from detente.session import CaseError, OpenCase, open_case

OPTIONS = ("p", "q", "r")
STATES = ["".join(marks) for marks in ("NNN", "NNY", "NYN", "NYY", "YNN", "YNY", "YYN", "YYY")]

literals = st.sampled_from([*OPTIONS, *(f"not {name}" for name in OPTIONS)])
conditions = st.one_of(literals, st.tuples(literals, st.sampled_from(("and", "or", "iff")), literals).map(" ".join))
dates = st.sampled_from(("2024", "2025-06", "2025-06-01", "2026", "../2025", "step:s"))
subsets = st.lists(st.sampled_from(OPTIONS), unique=True, max_size=3)
shares = st.sampled_from((0.5, [0, 1], 0.9, 0.1))


def maybe(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), value)


def written(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a record; what is drawn as nothing is left out."""
    return st.fixed_dictionaries(keys).map(lambda drawn: {k: v for k, v in drawn.items() if v is not None})


preferences = st.one_of(
    st.lists(conditions, min_size=1, max_size=3).map(lambda wishes: {"statements": wishes}),
    st.dictionaries(st.sampled_from(OPTIONS), st.sampled_from((-1, 0.1, 2, 3)), max_size=3).map(
        lambda weights: {"weights": weights}
    ),
    st.permutations(STATES).flatmap(
        lambda states: st.sampled_from((states, states[:4], states[:6])).map(
            lambda kept: {"ranking": [[state] for state in kept]}
        )
    ),
).map(lambda drawn: drawn | {"assumption": "x"})


@st.composite
def makers(draw: st.DrawFn) -> list[dict[str, Any]]:
    options = [{"id": name} | draw(written(available=maybe(st.one_of(st.just(False), dates)))) for name in OPTIONS]
    first, second = draw(preferences), draw(preferences)
    return [
        {"actor": "a", "options": options[:2], "preferences": first},
        {"actor": "b", "options": options[2:], "preferences": second},
    ]


changes = st.one_of(
    st.sampled_from(OPTIONS).map(lambda name: {"drop": f"conflict.{name}"}),
    st.tuples(st.sampled_from(OPTIONS), maybe(dates)).map(
        lambda drawn: {"set": f"conflict.{drawn[0]}.available", "to": drawn[1]}
    ),
    conditions.map(lambda when: {"add": "conflict.infeasible", "record": {"when": when, "assumption": "x"}}),
)
elsewhere = st.one_of(
    st.tuples(st.sampled_from(("a", "b")), shares).map(
        lambda drawn: {"set": f"positions.{drawn[0]}.salience", "to": drawn[1]}
    ),
    st.just({"set": "steps.s.status", "to": "met"}),
    st.just({"drop": "steps.s"}),
    subsets.map(lambda taken: {"set": "conflict.status_quo", "to": taken}),
)


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    conflict = {"decision_makers": draw(makers())} | draw(
        written(
            infeasible=st.lists(conditions.filter(lambda when: len(when.split()) > 2), max_size=2),
            status_quo=maybe(subsets),
            named_states=st.dictionaries(st.sampled_from(("deal", "war")), subsets, max_size=2),
            coalesce=st.lists(st.sampled_from(("Y--", "-YY", "NN-")), max_size=1),
            perceptions=st.lists(
                written(
                    by=st.sampled_from(("a", "b")),
                    changes=st.lists(changes, min_size=1, max_size=2),
                    assumption=st.just("x"),
                ),
                max_size=2,
            ),
        )
    )
    positions = [
        {"actor": actor, "issue": "i", "value": value, "assumption": "x"}
        | draw(written(salience=maybe(shares), date=maybe(dates)))
        for actor, value in (("a", 10), ("b", 70))
    ]
    return {
        "case": {"id": "c", "as_of": draw(st.sampled_from(("2025-06-01", "2025")))},
        "actors": [{"id": name, "name": name, "kind": "state"} for name in ("a", "b")],
        "issues": [
            {"id": "i", "continuum": {}},
            {
                "id": "j",
                "outcomes": [
                    {"id": "yes", "takes": ["p", "q"]},
                    {"id": "no", "takes": ["r"]},
                    {"id": "mid", "takes": ["q", "r"]},
                ],
            },
        ],
        "positions": [{k: v for k, v in position.items() if v != "step:s"} for position in positions],
        "capabilities": draw(
            st.lists(written(actor=st.just("a"), value=st.sampled_from((0, 1)), assumption=st.just("x")), max_size=1)
        ),
        "steps": [{"id": "s", "name": "S"} | draw(written(date=maybe(st.sampled_from(("2024", "2026")))))],
        "roadmap": {"goal": "s"},
        "conflict": conflict,
        "settlement": {
            "parties": [
                {"actor": name, "assumption": "x"}
                | draw(
                    written(
                        batna=maybe(shares),
                        values=st.just({"j": {"yes": 1, "no": 0, "mid": 0.3}}),
                        conditions=st.lists(written(when=conditions, weight=st.just(1)), max_size=1),
                    )
                )
                for name in ("a", "b")
            ]
        },
        "scenarios": [
            {"id": f"x{k}", "changes": each}
            for k, each in enumerate(
                draw(st.lists(st.lists(st.one_of(changes, elsewhere), min_size=1, max_size=2), min_size=1, max_size=2))
            )
        ],
    }


def opened(case: dict[str, Any], folder: Path) -> OpenCase:
    path = folder / "case.yaml"
    path.write_text(json.dumps(case), encoding="utf-8")
    return open_case(path)


def look_at_everything(case: OpenCase) -> None:
    for scenario in (None, *(each.id for each in case.case.scenarios)):
        case.at(scenario=scenario).look_around()


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(cases())
def test_what_check_calls_clean_no_lens_refuses(tmp_path: Path, case: dict[str, Any]) -> None:
    found = opened(case, tmp_path)
    assume(not found.errors)
    look_at_everything(found)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(cases())
def test_what_check_refuses_at_the_date_a_lens_would_refuse(tmp_path: Path, case: dict[str, Any]) -> None:
    """Without scenarios and perceptions, an error that names the date is one that the conflict lens raises as well."""
    case = case | {"scenarios": [], "conflict": case["conflict"] | {"perceptions": []}}
    found = opened(case, tmp_path)
    if found.errors and all("at this date" in problem.message for problem in found.errors):
        from detente.session.sight import Sight

        sight = Sight.of(found.loaded, found.path, None, scenario=None)
        with pytest.raises(CaseError) as refused:
            sight.look_around()
        assert set(refused.value.diagnostics) <= set(found.errors)
